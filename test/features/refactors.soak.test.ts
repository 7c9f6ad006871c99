/** Every refactoring at every node of chains that ship and of random chains: no comment lost, no finding more, and ways back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { codeActionKinds } from '../../server/src/core/features/codeActions.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { chains } from '../core/analysis/randomChains.ts';
import { libraryFiles, sampleFiles } from '../support/library.ts';
import { type Asked, afterAction, asking } from './actions.ts';

const chain = await asking();
const suite = await asking('year.suite.yaml', libraryFiles);
const commentsOf = (text: string): readonly string[] =>
  parseSyntax(text)
    .comments.map(each => each.text.trim())
    .toSorted();

/** What only rewrites: the chain runs as it did. */
const rewrites = /^(?:Give “|Quote |Use a block)/;

/** The graph without places in the text. */
function drawn({ service, uri }: Asked): unknown {
  const graph = service.graph(uri);
  return (
    graph && {
      nodes: graph.nodes.map(({ range: _, ...node }) => node),
      edges: graph.edges,
      total: graph.total,
    }
  );
}

/** Tries what is offered at some places of a text; gives the kinds that were. */
function tryAt(
  text: string,
  places: readonly (readonly [start: number, end: number])[],
  asked = chain,
): readonly string[] {
  const kinds: string[] = [];
  for (const [start, end] of places) {
    asked.write(text);
    const before = asked.codes().toSorted();
    const graph = drawn(asked);
    const actions = asked.actions(start, end, ['refactor']);
    for (const action of actions.filter(({ title }) => !title.startsWith('Apply '))) {
      const after = afterAction(text, action, asked.uri);
      const report = `${action.title}:\n${text}\nbecomes\n${after}`;
      assert.ok(codeActionKinds.includes(action.kind ?? ''), `${action.kind} is announced`);
      assert.notEqual(after, text, report);
      assert.deepEqual(commentsOf(after), commentsOf(text), report);
      asked.write(after);
      if (rewrites.test(action.title)) assert.deepEqual(drawn(asked), graph, report);
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

test('at some places of every chain and suite that ships, texts and lists among them', () => {
  const kinds = Object.entries(libraryFiles).flatMap(([name, text]) => {
    if (!/\.(?:chain|suite)\.yaml$/.test(name)) return [];
    const places = [...text.matchAll(/^ +(?:- )?(?:phase|lane|when|do|summary|pitfall|notes): /gmu)].map(
      ({ index, 0: key }) => index + key.length,
    );
    const every = Math.ceil(places.length / 5);
    const some = places.filter((_, at) => at % every === 0);
    return tryAt(
      text,
      some.map((at): readonly [number, number] => [at, at]),
      name.endsWith('.suite.yaml') ? suite : chain,
    );
  });
  for (const kind of ['refactor.extract', 'refactor.rewrite', 'refactor.move.up', 'refactor.move.down'])
    assert.ok(kinds.filter(each => each === kind).length > 10, `${kind}: ${kinds.length} in all`);
});

test('a node that is moved down and up again stands where it stood', () => {
  const text = Object.entries(sampleFiles).find(([name]) => name.endsWith('.chain.yaml'))?.[1] ?? '';
  for (const { index } of text.matchAll(/^ +- (?:id|skill|checkpoint): /gmu)) {
    chain.write(text);
    const [down] = chain.actions(index + 8, index + 8, ['refactor.move.down']);
    if (down === undefined) continue;
    const moved = afterAction(text, down, chain.uri);
    chain.write(moved);
    const line = text.slice(index, text.indexOf('\n', index));
    const at = moved.indexOf(line) + 8;
    const [up] = chain.actions(at, at, ['refactor.move.up']);
    assert.ok(up, moved);
    assert.equal(afterAction(moved, up, chain.uri), text);
  }
});
