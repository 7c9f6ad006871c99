/** The chains of the library that belong together, as its guide lists them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { libraryFolder } from '../support/library.ts';
import { chainEntries } from './support/index.ts';
import { readYaml } from './support/yaml.ts';

interface Row {
  readonly from: readonly string[];
  /** The key that names the other chain. */
  readonly kind: string;
  /** What else the handoff says, as the guide writes it. */
  readonly also: readonly string[];
  readonly to: string;
  readonly delivers: readonly string[];
}

const guide = readFileSync(new URL('../docs/library-guide.md', libraryFolder), 'utf8');
const names = (cell: string): readonly string[] => cell.match(/[a-z0-9][a-z0-9-]+(?:: [a-z]+)?/g) ?? [];

const rows: readonly Row[] = [
  ...guide.matchAll(
    /^\| ([a-z0-9, -]+) \| (`(?:then|[a-z]+-to|joins|waits-for)`[^|]*) \| ([a-z0-9-]+) \| ([^|]*) \|$/gm,
  ),
].map(([, from = '', how = '', to = '', delivers = '']) => {
  const [kind = '', ...also] = names(how);
  return { from: names(from), kind, also, to, delivers: names(delivers) };
});

const chainOf = (id: string): Readonly<Record<string, unknown>> => {
  const entry = chainEntries.find(each => each.id === id);
  assert.ok(entry, `The index has no chain ${id}.`);
  return readYaml(entry.file);
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

describe('the handoffs of the guide', () => {
  it('are read from its table', () => {
    const [, table = ''] = /\| From \| Kind \|.*\n.*\n((?:\|.*\n)+)/.exec(guide) ?? [];
    assert.ok(rows.length > 10);
    assert.equal(rows.length, table.trim().split('\n').length);
  });

  for (const { from, kind, also, to, delivers } of rows) {
    for (const id of from) {
      it(`${id} ${kind} ${to}`, () => {
        const handoff = listOf(chainOf(id)['handoffs']).find(
          each => typeof each === 'object' && each !== null && Reflect.get(each, kind) === to,
        );
        assert.ok(typeof handoff === 'object' && handoff !== null, 'The chain has no such handoff.');
        for (const pair of also) {
          const [key = '', value] = pair.split(': ');
          assert.equal(String(Reflect.get(handoff, key)), value);
        }
        assert.deepEqual(listOf(Reflect.get(handoff, 'delivers')), delivers);
        const taken = keysOf(chainOf(to)['inputs']);
        assert.deepEqual(
          delivers.filter(name => !taken.includes(name)),
          [],
        );
      });
    }
  }
});
