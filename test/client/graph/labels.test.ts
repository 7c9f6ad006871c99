import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphWords, wordKeys } from '../../../client/src/views/graph/messages.ts';
import { filled, moreToSay } from '../../../client/src/views/graph/webview/labels.ts';
import { graphOf } from './support.ts';

const isWords = (words: object): words is GraphWords => wordKeys.every(key => key in words);
const words: object = { ...Object.fromEntries(wordKeys.map(key => [key, key])), leadsTo: 'leads to {0}' };

test('a value fills its place, whatever is in it', () => {
  assert.equal(filled('to {0}.', 'a $& {0} $1'), 'to a $& {0} $1.');
});

test('a node says where it leads, by which exit, and that it is of an earlier text', () => {
  assert.ok(isWords(words));
  const graph = graphOf(
    [
      ['risk', 'decision'],
      ['tell', 'step', { label: 'Tell\n them' }],
      ['end', 'end', { label: 'x'.repeat(100) }],
    ],
    {
      edges: [
        { id: '1', from: 'risk', to: 'tell', kind: 'route', label: 'high' },
        { id: '2', from: 'risk', to: 'end', kind: 'route', label: 'otherwise' },
        { id: '3', from: 'tell', to: 'end', kind: 'data', label: 'notice' },
      ],
    },
  );
  const said = moreToSay(graph, new Set(['tell']), words).more;
  assert.equal(said.get('risk'), `leads to high: Tell them; otherwise: ${'x'.repeat(60)}…`);
  assert.equal(said.get('tell'), 'stale');
  assert.equal(said.get('end'), undefined);
});

test('after new words those nodes say something else that lead there, and the others are not asked', () => {
  assert.ok(isWords(words));
  const edges = [
    { id: '1', from: 'dig', to: 'plant', kind: 'sequence' as const },
    { id: '2', from: 'plant', to: 'pick', kind: 'sequence' as const },
  ];
  const graph = graphOf([['dig'], ['plant'], ['pick']], { edges });
  const before = moreToSay(graph, new Set(), words);
  const nodes = graph.nodes.map(node => (node.id === 'pick' ? { ...node, label: 'Pick them' } : node));
  const now = moreToSay({ ...graph, nodes }, new Set(), words, before);
  assert.deepEqual([...now.more].sort(), [
    ['dig', 'leads to plant'],
    ['plant', 'leads to Pick them'],
  ]);
  assert.equal(moreToSay({ ...graph, total: {} }, new Set(), words, before).more, before.more);
});
