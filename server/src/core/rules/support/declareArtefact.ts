/** Fixes that take an artefact into the inputs or the outputs of a chain. */
import type { DocumentState } from '../../project/snapshot.ts';
import type { Fix } from '../rule.ts';
import { addKey } from './edits.ts';
import { quoted } from './words.ts';

/** `name` may carry a contract version. None where no safe edit exists. */
export const declareInput = (document: DocumentState, name: string): readonly Fix[] =>
  declare(document, 'inputs', name);

/** As `declareInput`. */
export const declareOutput = (document: DocumentState, name: string): readonly Fix[] =>
  declare(document, 'output', name);

function declare(document: DocumentState, key: 'inputs' | 'output', name: string): readonly Fix[] {
  const { root } = document.tree;
  if (root?.kind !== 'map') return [];
  const there = root.entries.find(entry => entry.key.text === key)?.value;
  const before = document.shape.records.get(root)?.keys.map(each => each.key) ?? [];
  const edits =
    there?.kind === 'map'
      ? addKey(
          document,
          there,
          name,
          'To be written',
          there.entries.map(entry => entry.key.text),
        )
      : there === undefined
        ? addKey(document, root, key, `${name}: To be written`, before.slice(0, before.indexOf(key)))
        : undefined;
  const where = key === 'inputs' ? 'inputs' : 'outputs';
  return edits === undefined ? [] : [{ title: `Add ${quoted(name)} to the ${where}`, edits }];
}
