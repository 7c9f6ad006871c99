import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShowMessage } from '../../../client/src/views/graph/messages.ts';
import {
  acted,
  cursorMoved,
  drawnNode,
  emptyState,
  type GraphState,
  sameDrawing,
  scrolled,
  selected,
  shown,
  sized,
  toggled,
} from '../../../client/src/views/graph/webview/state.ts';
import type { ChainGraph } from '../../../server/src/lsp/protocol.ts';
import { drawColumn, graphOf, type NodeSpec, uri } from './support.ts';

const show = (version: number, graph: ChainGraph | null, more: Partial<ShowMessage> = {}): ShowMessage => ({
  type: 'show',
  uri,
  version,
  number: version,
  graph,
  stale: [],
  notice: null,
  ...more,
});
const take = (state: GraphState, message: ShowMessage): GraphState =>
  shown(state, message, drawColumn, undefined);

const size = { width: 400, height: 300 };
const column: readonly NodeSpec[] = [
  ['start', 'start'],
  ['plan', 'phase'],
  ['dig', 'step', { parent: 'plan' }],
  ['plant', 'step', { parent: 'plan' }],
  ['harvest', 'phase'],
  ['pick', 'step', { parent: 'harvest' }],
];
const opened = take(sized(emptyState, size), show(1, graphOf(column)));

/** Where a node stands on the canvas. */
function seenAt({ drawing, viewport }: GraphState, id: string): number {
  const place = drawing?.places.get(id);
  assert.ok(place !== undefined && viewport !== undefined, `${id} is drawn`);
  return (place.y - viewport.y) * viewport.zoom;
}

test('the first drawing shows the start', () => {
  assert.equal(seenAt(opened, 'start'), 4);
});

test('a drawing that comes before there is a size is placed with the size', () => {
  const early = take(emptyState, show(1, graphOf(column)));
  assert.equal(early.viewport, undefined);
  assert.deepEqual(sized(early, size).viewport, opened.viewport);
});

test('until a person moves it the drawing follows the size of the window, and then keeps its middle', () => {
  const wide = { width: 1000, height: 300 };
  assert.deepEqual(
    sized(opened, wide).viewport,
    take(sized(emptyState, wide), show(1, graphOf(column))).viewport,
  );
  const moved = scrolled(opened, 0, 30);
  assert.equal(seenAt(sized(moved, wide), 'plan'), seenAt(moved, 'plan'));
  assert.equal(sized(moved, wide).viewport?.x, (moved.viewport?.x ?? 0) - 300);
});

test('an older text is dropped; after the file was closed any is newer', () => {
  const newer = take(opened, show(5, graphOf(column)));
  assert.equal(take(newer, show(4, graphOf([]))), newer);
  const closed = sameDrawing(newer, uri, 0);
  assert.equal(take(closed, show(1, graphOf(column))).version, 1);
});

test('zoom, selection and collapsed phases outlive an edit, a new name of theirs included', () => {
  const before = selected(toggled(acted(opened, 'zoomOut'), 'plan', drawColumn), 'pick');
  const renamed = column.map(([id, kind, more]): NodeSpec => {
    const parent = more?.parent === 'plan' ? 'plans' : more?.parent;
    return [
      id === 'plan' ? 'plans' : id === 'pick' ? 'picking' : id,
      kind ?? 'step',
      parent === undefined ? {} : { parent },
    ];
  });
  const after = take(before, show(2, graphOf(renamed)));
  assert.deepEqual([...after.collapsed], ['plans']);
  assert.equal(after.selected, 'picking');
  assert.deepEqual(after.viewport, before.viewport);
});

test('what a break hides stays collapsed when it comes back', () => {
  const before = toggled(opened, 'harvest', drawColumn);
  const partial = take(before, show(2, graphOf(column.slice(0, 4), { complete: false })));
  const mended = take(partial, show(3, graphOf(column)));
  assert.deepEqual([...mended.collapsed], ['harvest']);
});

/** As the page is given it: no node says where it is written. */
function chainOf(...specs: readonly NodeSpec[]): ChainGraph {
  const { nodes, ...graph } = graphOf([['start', 'start'], ...specs, ['end', 'end']]);
  return { ...graph, nodes: nodes.map(({ range: _, ...node }) => node) };
}

test('the first step of a chain without any is shown from the start', () => {
  const empty = take(sized(emptyState, size), show(1, chainOf()));
  const begun = take(empty, show(2, chainOf(['dig'], ['plant'], ['pick'])));
  assert.equal(seenAt(begun, 'start'), 4);
});

test('another chain in the place of this one is shown from its start, whatever was looked at', () => {
  const before = scrolled(take(sized(emptyState, size), show(1, chainOf(...column.slice(1)))), 0, 250);
  assert.ok(seenAt(before, 'start') < 0);
  const pasted = take(before, show(2, chainOf(['saw'], ['glue'], ['paint'])));
  assert.equal(seenAt(pasted, 'start'), 4);
  assert.equal(pasted.isChosen, false);
});

test('a chain that goes on is seen as before, though all of it but a phase is new', () => {
  const before = acted(take(sized(emptyState, size), show(1, chainOf(...column.slice(1)))), 'zoomIn');
  const after = take(before, show(2, chainOf(['plan', 'phase'], ['saw'], ['glue'], ['paint'])));
  assert.notEqual(before.viewport?.zoom, 1);
  assert.equal(after.viewport?.zoom, before.viewport?.zoom);
  assert.equal(after.isChosen, true);
});

const more = (at: number, ...specs: readonly NodeSpec[]): readonly NodeSpec[] => [
  ...column.slice(0, at),
  ...specs,
  ...column.slice(at),
];
const anchors: readonly (readonly [
  name: string,
  state: GraphState,
  after: readonly NodeSpec[],
  stays: readonly string[],
])[] = [
  [
    'above the cursor: the cursor stays',
    cursorMoved(opened, uri, 'pick'),
    more(1, ['new']),
    ['pick', 'harvest'],
  ],
  [
    'below the cursor: what is above it stays',
    cursorMoved(opened, uri, 'plan'),
    more(4, ['new']),
    ['start', 'dig'],
  ],
  [
    'that deletes the node at the cursor: the one before it stays',
    cursorMoved(opened, uri, 'plant'),
    column.filter(([id]) => id !== 'plant'),
    ['dig'],
  ],
  [
    'that renames the node at the cursor, and another above it',
    cursorMoved(opened, uri, 'plan'),
    [['a'], ['b'], ['start', 'start'], ['plans', 'phase'], ...column.slice(2)],
    ['dig'],
  ],
  ['no cursor: the selected one stays', selected(opened, 'plant'), more(1, ['new']), ['plant', 'pick']],
  ['neither: the one in the middle stays', opened, more(5, ['new']), ['start', 'dig', 'plant']],
];
for (const [name, before, after, stays] of anchors) {
  test(`an edit ${name}`, () => {
    const next = take(before, show(2, graphOf(after)));
    for (const id of stays) assert.equal(seenAt(next, id), seenAt(before, id), id);
  });
}

test('collapsing keeps the title where it is', () => {
  const scrolledDown = scrolled(opened, 0, 150);
  const after = toggled(scrolledDown, 'harvest', drawColumn);
  assert.equal(seenAt(after, 'harvest'), seenAt(scrolledDown, 'harvest'));
  assert.equal(toggled(opened, 'dig', drawColumn), opened, 'a step does not collapse');
});

test('the cursor comes into view only where it was not, and once', () => {
  const there = cursorMoved(opened, uri, 'plan');
  assert.deepEqual(there.viewport, opened.viewport);
  const far = cursorMoved(opened, uri, 'pick');
  assert.ok(seenAt(far, 'pick') > 0 && seenAt(far, 'pick') < size.height);
  const away = scrolled(far, 0, -400);
  assert.equal(cursorMoved(away, uri, 'pick'), away);
  assert.equal(cursorMoved(opened, 'file:///other.chain.yaml', 'pick'), opened);
});

test('what is in a collapsed phase is shown by it', () => {
  const collapsed = toggled(opened, 'plan', drawColumn);
  assert.equal(drawnNode(collapsed, 'dig'), 'plan');
  assert.equal(drawnNode(collapsed, 'pick'), 'pick');
  const ring = graphOf([
    ['a', 'phase', { parent: 'b' }],
    ['b', 'phase', { parent: 'a' }],
  ]);
  assert.equal(drawnNode({ graph: ring, collapsed: new Set() }, 'a'), 'a');
});

test('another chain begins anew, with what was kept of it', () => {
  const kept = { collapsed: ['plan'], selected: 'pick', viewport: { x: -200, y: 40, zoom: 0.5 } };
  const other = { ...show(1, graphOf(column)), uri: 'file:///other.chain.yaml' };
  const next = shown(selected(opened, 'dig'), other, drawColumn, kept);
  assert.equal(next.selected, 'pick');
  assert.deepEqual([...next.collapsed], ['plan']);
  assert.deepEqual(next.viewport, kept.viewport);
  assert.equal(shown(opened, other, drawColumn, undefined).selected, undefined);
});

test('without a graph there is no drawing, and the notice says why', () => {
  const gone = take(opened, show(2, null, { notice: { kind: 'gone', text: 'Deleted.' } }));
  assert.equal(gone.drawing, undefined);
  assert.equal(gone.notice?.text, 'Deleted.');
});

test('a graph of very many nodes begins with its phases closed, and then is what a person makes of it', () => {
  const phases = Array.from({ length: 100 }, (_, at): readonly NodeSpec[] => [
    [`phase-${at}`, 'phase'],
    ...Array.from(
      { length: 20 },
      (_, step): NodeSpec => [`s-${at}-${step}`, 'step', { parent: `phase-${at}` }],
    ),
  ]).flat();
  const message = show(1, graphOf(phases));
  const large = take(sized(emptyState, size), message);
  assert.equal(large.collapsed.size, 100);
  assert.equal(large.drawing?.elements.length, 100);
  const unfolded = take(toggled(large, 'phase-3', drawColumn), show(2, graphOf(phases)));
  assert.equal(unfolded.drawing?.elements.length, 120);
  assert.equal(shown(emptyState, message, drawColumn, { collapsed: [] }).collapsed.size, 0, 'as it was left');
});
