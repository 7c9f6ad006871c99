import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnNodes, scene } from '../../../client/src/views/graph/webview/scene.ts';
import {
  emptyState,
  type GraphState,
  selected,
  sized,
  toggled,
} from '../../../client/src/views/graph/webview/state.ts';
import type { SvgElement } from '../../../server/src/core/drawing/svgElement.ts';
import { drawColumn, graphOf } from './support.ts';

const graph = graphOf([
  ['start', 'start'],
  ['plan', 'phase'],
  ['both', 'fork', { parent: 'plan' }],
  ['dig', 'step', { parent: 'both' }],
]);
const begin = (state: Partial<GraphState> = {}): GraphState => {
  const collapsed = new Set<string>();
  return {
    ...sized(emptyState, { width: 400, height: 400 }),
    graph,
    drawing: drawColumn(graph, { collapsed }),
    ...state,
  };
};

/** The rings, by id. */
function rings(state: GraphState): ReadonlyMap<string, SvgElement['attributes']> {
  assert.ok(state.drawing !== undefined);
  const group = scene(state, state.drawing, new Map([['dig', 'leads to End']]), 'at the cursor').find(
    ({ key }) => key === 'rings',
  );
  const children = group?.children.filter(child => typeof child !== 'string') ?? [];
  return new Map(children.map(({ attributes }) => [String(attributes['data-id']), attributes]));
}

test('each node that is drawn is an item of the tree, in reading order, and the drawing itself is silent', () => {
  const state = begin();
  assert.deepEqual([...rings(state).keys()], ['start', 'plan', 'both', 'dig']);
  assert.ok([...rings(state).values()].every(({ role }) => role === 'treeitem'));
  assert.ok(state.drawing !== undefined);
  assert.deepEqual(drawnNodes(state.drawing), ['start', 'plan', 'both', 'dig']);
  assert.equal(scene(state, state.drawing, new Map(), '')[0]?.attributes['aria-hidden'], 'true');
});

test('depth, what folds, and what else there is to say', () => {
  const items = rings(begin());
  assert.deepEqual(
    [...items.values()].map(item => [item['aria-level'], item['aria-expanded']]),
    [
      [1, undefined],
      [1, 'true'],
      [2, 'true'],
      [3, undefined],
    ],
  );
  assert.equal(items.get('dig')?.['aria-label'], 'dig, leads to End');
});

test('one item takes the focus: the selected one, else that at the cursor, else the first', () => {
  const focusable = (state: GraphState): readonly string[] =>
    [...rings(state)].filter(([, item]) => item['tabindex'] === 0).map(([id]) => id);
  assert.deepEqual(focusable(begin()), ['start']);
  assert.deepEqual(focusable(begin({ cursor: 'both' })), ['both']);
  assert.deepEqual(focusable(selected(begin({ cursor: 'both' }), 'dig')), ['dig']);
  assert.deepEqual(focusable(begin({ selected: 'gone' })), ['start']);
});

test('the cursor in a folded phase marks the phase', () => {
  const state = toggled(begin({ cursor: 'dig' }), 'plan', drawColumn);
  const items = rings(state);
  assert.equal(items.get('plan')?.['data-cursor'], 'true');
  assert.match(String(items.get('plan')?.['aria-label']), /at the cursor$/);
  assert.equal(items.get('plan')?.['aria-expanded'], 'false');
  assert.ok(state.drawing !== undefined);
  assert.ok(scene(state, state.drawing, new Map(), '').some(({ key }) => key === 'cursor-mark'));
});
