import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordKeys } from '../../../client/src/views/graph/messages.ts';
import { readFromPage, readStoredPanel, readToPage } from '../../../client/src/views/graph/readMessages.ts';
import { graphOf, uri } from './support.ts';

const words = Object.fromEntries(wordKeys.map(key => [key, key]));
const graph = graphOf(
  [
    ['start', 'start'],
    ['dig', 'step', { by: ['author'], takes: { min: 1, max: 2 } }],
  ],
  {
    total: { min: 1 },
    edges: [{ id: 'e', from: 'start', to: 'dig', kind: 'sequence' }],
  },
);
const about = { uri, version: 3 };
const { nodes, edges, ...aboutGraph } = graph;
const change = {
  ...{ since: 1, number: 2, about: aboutGraph },
  nodes: { at: 1, removed: 0, added: nodes.slice(1) },
  edges: { at: 0, removed: 1, added: edges },
};

const toPage: readonly object[] = [
  { type: 'start', uri, words, locked: false },
  { type: 'show', ...about, number: 1, graph, stale: ['dig'], notice: null },
  { type: 'show', ...about, number: 1, graph: null, stale: [], notice: { kind: 'gone', text: 'Gone.' } },
  { type: 'change', ...about, ...change, stale: [], notice: { kind: 'broken', text: 'Odd.', link: 'Go' } },
  { type: 'same', ...about },
  { type: 'cursor', ...about, id: null },
  { type: 'cursor', ...about, id: 'dig' },
  { type: 'locked', locked: true },
  { type: 'act', action: 'fit' },
  { type: 'rejected', reason: 'No.' },
];
const fromPage: readonly object[] = [
  { type: 'ready' },
  { type: 'lost', uri },
  { type: 'reveal', ...about, id: 'dig', how: 'look' },
  { type: 'open', ...about, id: 'dig' },
  { type: 'follow', ...about },
  { type: 'leave', uri },
  { type: 'lock', locked: true },
  { type: 'export', uri, format: 'svg' },
  { type: 'rejected', reason: 'No.' },
];

test('each side reads what the other sends, as it is', () => {
  for (const message of toPage) assert.equal(readToPage(message), message);
  for (const message of fromPage) assert.equal(readFromPage(message), message);
});

/** The message without one of its fields, or with another kind of value there. */
const spoiled = (message: object): readonly object[] =>
  Object.entries(message).flatMap(([key, value]) => [
    { ...message, [key]: undefined },
    { ...message, [key]: typeof value === 'number' ? 'text' : 7.5e300 * -1 },
  ]);

test('what lacks a field, or has a wrong one, is no message', () => {
  for (const message of toPage)
    for (const wrong of spoiled(message)) assert.equal(readToPage(wrong), undefined, JSON.stringify(wrong));
  for (const message of fromPage)
    for (const wrong of spoiled(message)) assert.equal(readFromPage(wrong), undefined, JSON.stringify(wrong));
});

const wrongGraphs: readonly object[] = [
  { ...graph, nodes: [{ id: 'a', kind: 'step' }] },
  { ...graph, nodes: [{ ...graph.nodes[0], by: 'author' }] },
  { ...graph, edges: [{ id: 'e', from: 'a' }] },
  { ...graph, subject: {} },
  { ...graph, complete: 'yes' },
];
test('a graph that could not be drawn is none', () => {
  for (const wrong of wrongGraphs) {
    const message = { type: 'show', ...about, number: 1, graph: wrong, stale: [], notice: null };
    assert.equal(readToPage(message), undefined, JSON.stringify(wrong));
  }
});

const wrongChanges: readonly object[] = [
  { nodes: { at: 0, removed: 0, added: [{ id: 'a', kind: 'step' }] } },
  { nodes: { at: -1, removed: 0, added: [] } },
  { edges: { at: 0, removed: 0, added: [{ id: 'e', from: 'a' }] } },
  { edges: { at: 0, removed: '1', added: [] } },
  { about: { ...aboutGraph, subject: {} } },
];
test('nor is a change that leads to none', () => {
  for (const wrong of wrongChanges) {
    const message = { type: 'change', ...about, ...change, stale: [], notice: null, ...wrong };
    assert.equal(readToPage(message), undefined, JSON.stringify(wrong));
  }
});

test('anything at all is read without a throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), value => {
      readToPage(value);
      readFromPage(value);
      readStoredPanel(value);
    }),
  );
  for (const type of ['__proto__', 'constructor', 'toString', ''])
    assert.equal(readFromPage({ type }), undefined);
});

test('of a stored panel the chain and the lock count', () => {
  assert.deepEqual(readStoredPanel({ uri, locked: true, chains: [] }), { uri, locked: true });
  for (const wrong of [undefined, null, {}, { uri }, { uri: 1, locked: true }, []])
    assert.equal(readStoredPanel(wrong), undefined);
});
