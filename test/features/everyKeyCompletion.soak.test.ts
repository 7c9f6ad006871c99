/** Completion at every key of the language, and at every value: what is held against the table cannot lack a key. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Meaning, ScalarShape } from '../../schemas/table.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { everyKeyFiles, type KeyedPlace, type KeyPlace, keysOf, valuesOfKeys } from './everyKey.ts';
import { applyItem, contextOf } from './feature.ts';

const offered = (context: FeatureContext, offset: number): readonly CompletionItem[] =>
  completion(context, context.document.lines.position(offset), { snippets: false }).items;

const labelsOf = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);

/** A text after items in different places of it were chosen, given in text order. */
const applyAll = (text: string, items: readonly CompletionItem[]): string =>
  items.toReversed().reduce((written, item) => applyItem(written, item).text, text);

const problemsOf = (text: string): readonly string[] =>
  parseSyntax(text).problems.map(({ message }) => message);

/** Rounds of keys that can go at once: of each mapping one, and none with another in its value. A text is then read once for each round. */
function apart(keys: readonly KeyPlace[]): readonly (readonly KeyPlace[])[] {
  const rounds: KeyPlace[][] = [];
  for (const key of keys) {
    const isFree = ({ record, entry }: KeyPlace): boolean =>
      record !== key.record && (entry.end < key.entry.start || key.entry.end < entry.start);
    const round = rounds.find(each => each.every(isFree));
    if (round === undefined) rounds.push([key]);
    else round.push(key);
  }
  return rounds;
}

/** A text without some of its keys and their values, given in text order, and where each of them stood. */
function withoutAll(
  text: string,
  keys: readonly KeyPlace[],
): { readonly written: string; readonly offsets: readonly number[] } {
  let written = '';
  let from = 0;
  const offsets = keys.map(({ entry }) => {
    written += text.slice(from, entry.start);
    from = entry.end;
    return written.length;
  });
  return { written: written + text.slice(from), offsets };
}

const documents = Object.entries(everyKeyFiles).map(([path, text]) => ({
  path,
  text,
  context: contextOf(text, { path, files: everyKeyFiles }),
}));

/** Names that one can choose among: where one stands, it is among those that are offered in its place. */
const names: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(['chain-id', 'chain-reference', 'suite-id', 'plan-id', 'plan-path', 'chain-target'] as const),
  ...(['node-reference', 'other-node-reference', 'jump-target', 'item-reference'] as const),
  ...(['skill-reference', 'team-reference', 'artefact-use', 'version-range'] as const),
]);

/** Meanings of which there is always something to begin with. */
const begun: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(['duration', 'timeline', 'target', 'window', 'cadence', 'count', 'number-range'] as const),
  ...(['boolean', 'version', 'owner', 'input-type'] as const),
]);

/** Every fixed word, what stands there where it is a name, and every measure in a condition. */
function wanted(place: KeyedPlace, shape: ScalarShape, text: string): readonly string[] {
  const { meaning, values = meaning === 'boolean' ? ['true', 'false'] : undefined, suggestions = [] } = shape;
  const word = text.slice(place.span.start, place.span.end);
  if (values !== undefined) return values;
  if (meaning === 'jump-target') return [word];
  if (meaning === 'condition')
    return text.startsWith('chain: batch-recall') ? ['harm', 'batches-affected'] : [];
  return [...suggestions, ...(names.has(meaning) ? [word] : [])];
}

for (const { path, text, context } of documents) {
  const line = ({ span }: KeyedPlace): number => context.document.lines.position(span.start).line + 1;
  // An item takes the place of the whole word around the cursor, so what is offered before a value is offered instead of it.
  const values = valuesOfKeys(context)
    .filter(({ isKey }) => !isKey)
    .map(place => ({ place, items: offered(context, place.span.start) }));

  test(`every value of ${path} is offered in its place`, () => {
    const missing = values.flatMap(({ place, items }) => {
      if (place.shape === undefined) return [];
      const labels = labelsOf(items);
      // In a list what stands there already is offered no second time.
      const lacking = wanted(place, place.shape, text).filter(
        word => !labels.includes(word) && !place.beside.includes(word),
      );
      const isEmpty = begun.has(place.shape.meaning) && labels.length === 0;
      return lacking.length === 0 && !isEmpty
        ? []
        : [`${place.name}, line ${line(place)}: ${isEmpty ? 'nothing' : `not ${lacking.join(', ')}`}`];
    });
    assert.deepEqual(missing, []);
  });

  test(`every value that is offered in ${path} can be read once it stands there`, () => {
    // All places take what is offered at the same rank, from the last to the first, so that a text is read once for each rank.
    const ranks = Math.max(0, ...values.map(({ items }) => items.length));
    for (let rank = 0; rank < ranks; rank++) {
      const chosen = values.flatMap(({ items }) => items[rank] ?? []);
      const after = applyAll(text, chosen);
      assert.deepEqual(problemsOf(after), [], after);
    }
  });

  test(`every key of ${path} is offered in its place, and can be read there`, () => {
    for (const places of apart(keysOf(context))) {
      const { written, offsets } = withoutAll(text, places);
      const there = contextOf(written, { path, files: everyKeyFiles });
      const items = places.map(({ name }, at) => {
        const found = offered(there, offsets[at] ?? 0);
        return found.find(({ label }) => label === name.slice(name.indexOf('.') + 1));
      });
      const missing = places.filter((_, at) => items[at] === undefined);
      assert.deepEqual(
        missing.map(place => `${place.name}, line ${line(place)}`),
        [],
      );
      const after = applyAll(
        written,
        items.flatMap(item => item ?? []),
      );
      assert.deepEqual(problemsOf(after), [], after);
    }
  });
}
