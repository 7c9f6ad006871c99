import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renames } from '../../../client/src/views/graph/webview/renames.ts';
import type { GraphNodeKind } from '../../../server/src/lsp/protocol.ts';

/** `a b:phase`: ids with their kinds, steps where none is said. */
const nodes = (text: string): { id: string; kind: GraphNodeKind }[] =>
  text
    .split(' ')
    .filter(part => part !== '')
    .map(part => {
      const [id = '', kind] = part.split(':');
      return { id, kind: kind === 'phase' ? 'phase' : 'step' };
    });

const cases: readonly (readonly [name: string, before: string, after: string, expected: object])[] = [
  ['nothing changed', 'a b c', 'a b c', {}],
  ['a new word in the middle', 'a b c', 'a x c', { b: 'x' }],
  ['at the ends', 'a b c', 'x b y', { a: 'x', c: 'y' }],
  ['two beside each other', 'a b c d', 'a x y d', { b: 'x', c: 'y' }],
  ['a node more is no new name', 'a c', 'a b c', {}],
  ['a node less is no new name', 'a b c', 'a c', {}],
  ['two for one are not told apart', 'a b c', 'a x y c', {}],
  ['another kind is another node', 'a b:phase c', 'a x c', {}],
  ['a phase keeps what is in it', 'p:phase a b', 'q:phase a b', { p: 'q' }],
  ['from nothing', '', 'a b', {}],
  ['names of objects', 'a __proto__ c', 'a constructor c', { ['__proto__']: 'constructor' }],
];

for (const [name, before, after, expected] of cases) {
  test(name, () => {
    assert.deepEqual(Object.fromEntries(renames(nodes(before), nodes(after))), expected);
  });
}
