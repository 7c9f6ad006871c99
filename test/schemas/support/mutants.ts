/** Every small damage that can be done to a document: one value replaced, one key renamed, added or taken away. */

export interface Mutant {
  /** Where and what, for the message of a failing test. */
  readonly what: string;
  readonly value: unknown;
}

const replacements: readonly unknown[] = ['some text', 3, true, null, [], {}, ['some text'], [{ a: 'b' }]];

export function* mutants(root: unknown): Generator<Mutant> {
  yield* mutantsOf(root, '', value => value);
}

function* mutantsOf(value: unknown, path: string, embed: (value: unknown) => unknown): Generator<Mutant> {
  for (const replacement of replacements) {
    yield { what: `${path} = ${JSON.stringify(replacement)}`, value: embed(replacement) };
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const items: readonly unknown[] = value;
      yield { what: `${path} without ${index}`, value: embed(items.filter((_, at) => at !== index)) };
      yield* mutantsOf(item, `${path}/${index}`, inner => embed(items.with(index, inner)));
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const made = (changed: readonly (readonly [string, unknown])[]): unknown =>
    embed(Object.fromEntries(changed));
  yield { what: `${path} with a free key`, value: made([...entries, ['x-free', [1]]]) };
  yield { what: `${path} with an unknown key`, value: made([...entries, ['unknown', 'a']]) };
  for (const [index, [key, inner]] of entries.entries()) {
    yield { what: `${path} without ${key}`, value: made(entries.filter((_, at) => at !== index)) };
    yield { what: `${path} with ${key} renamed`, value: made(entries.with(index, [`${key}s`, inner])) };
    yield* mutantsOf(inner, `${path}/${key}`, changed => made(entries.with(index, [key, changed])));
  }
}
