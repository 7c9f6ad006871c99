import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyState, type GraphState } from '../../../client/src/views/graph/webview/state.ts';
import { emptyStore, keptOf, readStore, remembering } from '../../../client/src/views/graph/webview/store.ts';

const state = (uri: string, more: Partial<GraphState> = {}): GraphState => ({
  ...emptyState,
  uri,
  isChosen: true,
  ...more,
});
const viewport = { x: 1, y: 2, zoom: 0.5 };

test('what is kept comes back, over the text that the editor keeps', () => {
  const kept = remembering(
    emptyStore,
    state('a', { collapsed: new Set(['p']), selected: 's', viewport }),
    true,
  );
  const back = readStore(JSON.parse(JSON.stringify(kept)));
  assert.deepEqual(back, kept);
  assert.deepEqual(keptOf(back, 'a'), { collapsed: ['p'], selected: 's', viewport });
  assert.equal(keptOf(back, '__proto__'), undefined);
});

test('each chain is kept for itself, the last twenty of them', () => {
  let store = emptyStore;
  for (let at = 0; at < 30; at += 1) store = remembering(store, state(`chain-${at}`), false);
  assert.equal(store.uri, 'chain-29');
  assert.equal(store.chains.length, 20);
  store = remembering(store, state('chain-15', { viewport }), false);
  assert.equal(store.chains.length, 20);
  assert.deepEqual(keptOf(store, 'chain-15')?.viewport, viewport);
});

test('what the window made of the drawing by itself is not kept', () => {
  const store = remembering(emptyStore, state('a', { viewport, isChosen: false }), false);
  assert.deepEqual(keptOf(store, 'a'), { collapsed: [] });
});

const damaged: readonly unknown[] = [
  ...[undefined, null, 7, 'text', [], {}],
  { uri: 'a', chains: 'none' },
  { uri: 'a', chains: [null, ['b'], [1, {}], ['c', { collapsed: 'x', viewport: { x: 1 } }]] },
  { uri: 'a', chains: [['c', { viewport: { x: 1, y: Number.NaN, zoom: 0 } }]] },
];
test('what was damaged is forgotten, and no more than that', () => {
  for (const value of damaged) {
    for (const [, kept] of readStore(value).chains) assert.deepEqual(kept, { collapsed: [] });
  }
  const half = { uri: 'a', locked: true, chains: [['c', { collapsed: ['p', 3], viewport: 'x' }]] };
  assert.deepEqual(keptOf(readStore(half), 'c'), { collapsed: ['p'] });
});
