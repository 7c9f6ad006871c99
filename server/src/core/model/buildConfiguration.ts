/** Reads a configuration's tree into its model. */
import type { SyntaxNode } from '../syntax/tree.ts';
import {
  type ConfigurationLayer,
  type ConfigurationModel,
  type Level,
  levels,
  type Preset,
  presets,
} from './configuration.ts';
import {
  type Budget,
  contentOf,
  entriesOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  itemsOf,
  newBudget,
  wordOf,
} from './read.ts';

/** Reads a configuration from any tree; `undefined` where the root is no map. A value that is none of the language's is as if it were not there. */
export function buildConfiguration(root: SyntaxNode | undefined): ConfigurationModel | undefined {
  const syntax = contentOf(root);
  if (syntax?.kind !== 'map') return undefined;
  const budget = newBudget();
  const fields = fieldsOf(budget, syntax);
  const overrides = itemsOf(budget, fields.get('overrides')?.value).flatMap(item => {
    const own = fieldsOf(budget, item);
    // Without its files it is not known whom it is about, and it is about nobody.
    return [
      layerOf(
        budget,
        own,
        fieldWords(budget, own, 'files').map(({ text }) => text),
      ),
    ];
  });
  return {
    kind: 'configuration',
    root: fieldWord(fields, 'root')?.text === 'true',
    layers: [layerOf(budget, fields, undefined), ...overrides],
    syntax,
  };
}

function layerOf(budget: Budget, fields: Fields, files: readonly string[] | undefined): ConfigurationLayer {
  const said = new Map<string, Level>();
  for (const { key, value } of entriesOf(budget, fields.get('rules')?.value)) {
    const level = oneOf(levels, wordOf(value)?.text);
    // Of a rule that stands twice the first counts, as the second is a finding.
    if (level !== undefined && !said.has(key.text)) said.set(key.text, level);
  }
  return { files, preset: presetOf(fields), levels: said };
}

const presetOf = (fields: Fields): Preset | undefined => oneOf(presets, fieldWord(fields, 'preset')?.text);

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find(value => value === text);
