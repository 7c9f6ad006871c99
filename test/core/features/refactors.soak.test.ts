/** Every refactoring at every node of chains that ship and of random chains: no comment lost, no finding more, and ways back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { sampleFiles } from '../../support/library.ts';
import { chains } from '../analysis/randomChains.ts';
import { afterAction, asking } from './actions.ts';

const asked = await asking();
const commentsOf = (text: string): readonly string[] =>
  parseSyntax(text)
    .comments.map(each => each.text.trim())
    .toSorted();

/** Tries what is offered at some places of a text; gives the kinds that were. */
function tryAt(text: string, places: readonly (readonly [start: number, end: number])[]): readonly string[] {
  const kinds: string[] = [];
  for (const [start, end] of places) {
    asked.write(text);
    const before = asked.codes().toSorted();
    const actions = asked.actions(start, end, ['refactor']);
    for (const action of actions.filter(({ title }) => !title.startsWith('Apply '))) {
      const after = afterAction(text, action, asked.uri);
      const report = `${action.title}:\n${text}\nbecomes\n${after}`;
      assert.notEqual(after, text, report);
      assert.deepEqual(commentsOf(after), commentsOf(text), report);
      asked.write(after);
      const left = [...before];
      for (const code of asked.codes()) {
        const at = left.indexOf(code);
        assert.ok(at >= 0, `${code} is new. ${report}`);
        left.splice(at, 1);
      }
      kinds.push(action.kind ?? '');
    }
  }
  return kinds;
}

test('at every node of chains that ship', () => {
  const kinds = Object.entries(sampleFiles)
    .filter(([name]) => name.endsWith('.chain.yaml'))
    .flatMap(([, text]) => {
      const commented = text.replace(/^( +)- (?=id:|skill:|checkpoint:)/gmu, '$1# above\n$1- ');
      const places = [...commented.matchAll(/^ +- (?:id|skill|checkpoint): /gmu)].map(
        each => each.index + each[0].length,
      );
      return tryAt(
        commented,
        places.map((at, index): readonly [number, number] => [
          at,
          index % 3 === 0 ? (places[index + 1] ?? at) : at,
        ]),
      );
    });
  for (const kind of ['refactor.rewrite', 'refactor.move.up', 'refactor.move.down'])
    assert.ok(kinds.filter(each => each === kind).length > 10, `${kind}: ${kinds.length} in all`);
});

test('anywhere in random chains, in block and flow style', () => {
  let count = 0;
  fc.assert(
    fc.property(
      chains({ jumps: true, ids: true }),
      fc.nat(999),
      fc.nat(999),
      fc.boolean(),
      fc.boolean(),
      (chain, from, until, flow, crlf) => {
        const written = stringify(chain, { collectionStyle: flow ? 'flow' : 'block', indentSeq: !crlf });
        const text = crlf ? written.replaceAll('\n', '\r\n') : written;
        const [start = 0, end = 0] = [from, until]
          .map(each => Math.floor((each / 1000) * text.length))
          .toSorted((a, b) => a - b);
        count += tryAt(text, [
          [start, start],
          [start, end],
        ]).length;
      },
    ),
    { numRuns: 80 },
  );
  assert.ok(count > 40, `${count} were offered`);
});

test('a node that is moved down and up again stands where it stood', () => {
  const text = Object.entries(sampleFiles).find(([name]) => name.endsWith('.chain.yaml'))?.[1] ?? '';
  for (const { index } of text.matchAll(/^ +- (?:id|skill|checkpoint): /gmu)) {
    asked.write(text);
    const [down] = asked.actions(index + 8, index + 8, ['refactor.move.down']);
    if (down === undefined) continue;
    const moved = afterAction(text, down, asked.uri);
    asked.write(moved);
    const line = text.slice(index, text.indexOf('\n', index));
    const at = moved.indexOf(line) + 8;
    const [up] = asked.actions(at, at, ['refactor.move.up']);
    assert.ok(up, moved);
    assert.equal(afterAction(moved, up, asked.uri), text);
  }
});
