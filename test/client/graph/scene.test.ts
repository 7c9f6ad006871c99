import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnNodes, type Scene, scene } from '../../../client/src/views/graph/webview/scene.ts';
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

const sceneOf = (state: GraphState, before?: Scene): Scene => {
  assert.ok(state.drawing !== undefined);
  const more = new Map([['dig', 'leads to End']]);
  return scene({ state, drawing: state.drawing, more, atCursor: 'at the cursor' }, before);
};

/** The rings, by id. */
function rings(state: GraphState): ReadonlyMap<string, SvgElement['attributes']> {
  const group = sceneOf(state).elements.find(({ key }) => key === 'rings');
  const children = group?.children.filter(child => typeof child !== 'string') ?? [];
  return new Map(children.map(({ attributes }) => [String(attributes['data-id']), attributes]));
}

test('each node that is drawn is an item of the tree, in reading order, and the drawing itself is silent', () => {
  const state = begin();
  assert.deepEqual([...rings(state).keys()], ['start', 'plan', 'both', 'dig']);
  assert.ok([...rings(state).values()].every(({ role }) => role === 'treeitem'));
  assert.ok(state.drawing !== undefined);
  assert.deepEqual(drawnNodes(state.drawing), ['start', 'plan', 'both', 'dig']);
  assert.equal(sceneOf(state).elements[0]?.attributes['aria-hidden'], 'true');
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
  assert.ok(sceneOf(state).elements.some(({ key }) => key === 'cursor-mark'));
});

const column = graphOf(Array.from({ length: 60 }, (_, at) => [`n${at}`]));
const tall = (state: Partial<GraphState> = {}): GraphState => ({
  ...begin(),
  graph: column,
  drawing: drawColumn(column, { collapsed: new Set() }),
  viewport: { x: -200, y: 0, zoom: 1 },
  ...state,
});
/** The keys of what is drawn, and of the rings. */
const keysOf = ({ drawn, elements }: Scene): readonly (readonly (string | undefined)[])[] =>
  [drawn, elements.at(-1)].map(
    group => group?.children.map(child => (typeof child === 'string' ? child : child.key)) ?? [],
  );

test('what is far from the window is not drawn, and a screen reader still has all', () => {
  const [drawn = [], rings = []] = keysOf(sceneOf(tall()));
  assert.deepEqual([drawn[0], drawn.length, rings.length], ['node:n0', 8, 60]);
  const [later = []] = keysOf(sceneOf(tall({ viewport: { x: -200, y: 3000, zoom: 1 } })));
  assert.ok(later.includes('node:n30') && later.includes('node:n36') && !later.includes('node:n0'));
  const [all = []] = keysOf(sceneOf(tall({ viewport: { x: -200, y: 0, zoom: 0.1 } })));
  assert.equal(all.length, 60);
});

test('what is the same is the same element: after a turn of the wheel all, after a click two rings', () => {
  const first = sceneOf(tall());
  const scrolled = sceneOf(
    tall({ viewport: { x: -180, y: 10, zoom: 1 }, drawing: first.source.drawing }),
    first,
  );
  assert.equal(scrolled.drawn, first.drawn);
  const clicked = sceneOf(selected(tall({ drawing: first.source.drawing }), 'n3'), first);
  assert.equal(clicked.drawn, first.drawn);
  const others = clicked.elements
    .at(-1)
    ?.children.filter(ring => first.elements.at(-1)?.children.includes(ring) === false);
  assert.deepEqual(
    others?.map(ring => (typeof ring === 'string' ? ring : ring.key)),
    ['ring:n0', 'ring:n3'],
  );
});

test('a scene after any other is the scene that a fresh page has', () => {
  const states = [
    begin(),
    selected(tall({ cursor: 'n5' }), 'n50'),
    toggled(begin({ cursor: 'dig' }), 'plan', drawColumn),
    tall({ viewport: { x: 0, y: 5000, zoom: 0.3 } }),
    begin({ selected: 'gone' }),
  ];
  let last: Scene | undefined;
  for (const state of [...states, ...states.toReversed()]) {
    last = sceneOf(state, last);
    assert.deepEqual(last.elements, sceneOf(state).elements);
  }
});
