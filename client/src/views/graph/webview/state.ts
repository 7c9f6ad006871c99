/** All that the page shows, and what each event makes of it. Pure: the same state paints the same page. */
import type { Drawing, DrawingOptions } from '../../../../../server/src/core/drawing/drawing.ts';
import type { ChainGraph, GraphNode } from '../../../../../server/src/lsp/protocol.ts';
import type { GraphAction, Notice, ShowMessage } from '../messages.ts';
import { anchorShift } from './anchor.ts';
import { renames } from './renames.ts';
import { sharedGraph } from './sharedGraph.ts';
import {
  firstViewport,
  fittingViewport,
  nextLevel,
  panned,
  previousLevel,
  resized,
  revealing,
  type Size,
  type Viewport,
  within,
  zoomedAt,
} from './viewport.ts';

export interface GraphState {
  readonly uri: string;
  /** Of the text; 0: the file is not open. */
  readonly version: number;
  readonly graph: ChainGraph | undefined;
  readonly drawing: Drawing | undefined;
  readonly stale: ReadonlySet<string>;
  readonly notice: Notice | undefined;
  /** Ids of phases and parallels. */
  readonly collapsed: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** The node that the editor's cursor stands in. */
  readonly cursor: string | undefined;
  /** `undefined`: nothing was seen yet, and the first drawing decides. */
  readonly viewport: Viewport | undefined;
  /** The viewport is what a person made of it. Until then it follows the size of the window. */
  readonly isChosen: boolean;
  readonly size: Size;
}

/** What is kept of a chain while the page is away. */
export interface KeptChain {
  readonly collapsed: readonly string[];
  readonly selected?: string;
  readonly viewport?: Viewport;
}

export const emptyState: GraphState = {
  uri: '',
  version: 0,
  graph: undefined,
  drawing: undefined,
  stale: new Set(),
  notice: undefined,
  collapsed: new Set(),
  selected: undefined,
  cursor: undefined,
  viewport: undefined,
  isChosen: false,
  size: { width: 0, height: 0 },
};

export type Draw = (graph: ChainGraph, options: DrawingOptions) => Drawing;

/** CSS pixels that a notice covers at the top of the drawing. */
const noticeHeight = 40;
const coveredTop = ({ notice }: GraphState): number => (notice === undefined ? 0 : noticeHeight);

/**
 * The drawing of a newer text. Older ones are dropped; of another chain all begins anew, with what is kept of it.
 * @param kept `undefined`: nothing is.
 */
export function shown(
  state: GraphState,
  message: ShowMessage,
  draw: Draw,
  kept: KeptChain | undefined,
): GraphState {
  const sameChain = message.uri === state.uri;
  if (sameChain && message.version !== 0 && message.version < state.version) return state;
  const base = sameChain ? state : opened(state, message, kept);
  const graph = message.graph === null ? undefined : sharedGraph(message.graph, base.graph);
  const stale = new Set(message.stale);
  const told = { ...base, version: message.version, notice: message.notice ?? undefined, graph, stale };
  if (graph === undefined) return { ...told, drawing: undefined };
  const names = renames(base.graph?.nodes ?? [], graph.nodes);
  const named = (id: string): string => names.get(id) ?? id;
  const present = (id: string | undefined): string | undefined =>
    id !== undefined && graph.nodes.some(node => node.id === named(id)) ? named(id) : undefined;
  const collapsed = collapsedAfter(base, names);
  const drawing = draw(graph, { collapsed, stale });
  const moved = {
    ...told,
    collapsed,
    drawing,
    selected: present(base.selected),
    cursor: present(base.cursor),
  };
  return placed(moved, base, named);
}

/** What is collapsed of a newer text. What is not there may come back: a break in the text hides it for a moment. */
const collapsedAfter = (base: GraphState, names: ReadonlyMap<string, string>): ReadonlySet<string> =>
  base.collapsed.size === 0 ? base.collapsed : new Set([...base.collapsed].map(id => names.get(id) ?? id));

/** What will be collapsed in the drawing that `shown` makes of a message. */
export function collapsedIn(
  state: GraphState,
  { uri, graph }: ShowMessage,
  kept: KeptChain | undefined,
): ReadonlySet<string> {
  const base = uri === state.uri ? state : opened(state, { uri, graph }, kept);
  if (graph === null || base.collapsed.size === 0) return base.collapsed;
  return collapsedAfter(base, renames(base.graph?.nodes ?? [], graph.nodes));
}

/** The same graph drawn again, as there is another layout of it. */
export function redrawn(state: GraphState, draw: Draw): GraphState {
  const { graph, collapsed, stale } = state;
  if (graph === undefined) return state;
  return placed({ ...state, drawing: draw(graph, { collapsed, stale }) }, state, id => id);
}

/** A drawing of more nodes than this begins with what holds others closed: nobody finds anything in so many, and painting them takes time. */
const mostNodesAtFirst = 1500;

/** The phases of a graph that is too large to be shown at once; where it has none, its outermost parallels. */
function collapsedAtFirst(graph: ChainGraph | null): readonly string[] {
  const nodes = graph?.nodes ?? [];
  if (nodes.length <= mostNodesAtFirst) return [];
  const phases = nodes.filter(({ kind }) => kind === 'phase');
  const closed = phases.length > 0 ? phases : nodes.filter(node => canCollapse(node) && !node.parent);
  return closed.map(({ id }) => id);
}

const opened = (
  { size }: GraphState,
  { uri, graph }: Pick<ShowMessage, 'uri' | 'graph'>,
  kept: KeptChain | undefined,
): GraphState => ({
  ...emptyState,
  uri,
  size,
  collapsed: new Set(kept?.collapsed ?? collapsedAtFirst(graph)),
  selected: kept?.selected,
  viewport: kept?.viewport,
  isChosen: kept?.viewport !== undefined,
});

/** With the viewport where the eye does not have to look for anything. */
function placed(state: GraphState, before: GraphState, named: (id: string) => string): GraphState {
  const { drawing, viewport, size } = state;
  if (drawing === undefined || size.width === 0) return state;
  if (viewport === undefined) return { ...state, viewport: firstViewport(drawing.bounds, size) };
  if (before.drawing === undefined) return { ...state, viewport: within(viewport, drawing.bounds, size) };
  if (!isContinued(state, before, named)) {
    return { ...state, viewport: firstViewport(drawing.bounds, size), isChosen: false };
  }
  const { x, y } = anchorShift(before.drawing, drawing, named, before, viewport, size);
  // A chain's spine stays where it is.
  const shift = { x: state.graph?.subject.kind === 'suite' ? x : 0, y };
  if (shift.x === 0 && shift.y === 0) return { ...state, viewport: within(viewport, drawing.bounds, size) };
  const shifted = { ...viewport, x: viewport.x + shift.x, y: viewport.y + shift.y };
  const moved = within(shifted, drawing.bounds, size);
  return { ...state, viewport: moved, isChosen: true };
}

/** What a drawing has without being written. Where a node is written does not tell: the page is given no ranges. */
const given: readonly GraphNode['kind'][] = ['start', 'end', 'stop'];

/**
 * Whether anything that the author wrote is still drawn. Start and end are in every drawing: to hold on to one of these would show the
 * end of another chain that was pasted over this one, and the first step of a new chain out of sight.
 */
function isContinued({ graph }: GraphState, before: GraphState, named: (id: string) => string): boolean {
  const present = new Set(graph?.nodes.map(({ id }) => id));
  return (before.graph?.nodes ?? []).some(({ id, kind }) => !given.includes(kind) && present.has(named(id)));
}

/** A newer text that draws the same; 0: the file was closed. */
export function sameDrawing(state: GraphState, uri: string, version: number): GraphState {
  return uri === state.uri ? { ...state, version } : state;
}

/** Highlights the cursor's node, and brings it into view where it is not. */
export function cursorMoved(state: GraphState, uri: string, id: string | null): GraphState {
  if (uri !== state.uri || (id ?? undefined) === state.cursor) return state;
  const next = { ...state, cursor: id ?? undefined };
  return next.cursor === undefined ? next : inView(next, next.cursor, 'any part');
}

/** Selects a node that is drawn, and brings it into view. */
export function selected(state: GraphState, id: string | undefined): GraphState {
  const next = { ...state, selected: id };
  return id === undefined ? next : inView(next, id, 'its beginning');
}

function inView(state: GraphState, id: string, what: 'any part' | 'its beginning'): GraphState {
  const { drawing, viewport, size } = state;
  const place = drawing?.places.get(id);
  if (place === undefined || viewport === undefined || size.width === 0) return state;
  const revealed = revealing(viewport, place, size, coveredTop(state), what);
  const isMoved = revealed.x !== viewport.x || revealed.y !== viewport.y;
  return isMoved ? { ...state, viewport: revealed, isChosen: true } : state;
}

/** Collapses a phase or a parallel, or expands it. Its title stays where it is. */
export function toggled(state: GraphState, id: string, draw: Draw): GraphState {
  const { graph, stale } = state;
  const collapsed = collapsedBy(state, id);
  if (graph === undefined || collapsed === undefined) return state;
  return { ...state, collapsed, drawing: draw(graph, { collapsed, stale }) };
}

/** What is collapsed when that was toggled; `undefined`: it is nothing that collapses. */
export function collapsedBy({ graph, collapsed }: GraphState, id: string): ReadonlySet<string> | undefined {
  const node = graph?.nodes.find(each => each.id === id);
  if (node === undefined || !canCollapse(node)) return undefined;
  const next = new Set(collapsed);
  if (!next.delete(id)) next.add(id);
  return next;
}

export const canCollapse = ({ kind }: GraphNode): boolean => kind === 'phase' || kind === 'fork';

/** The node itself, or the collapsed one that it is in. */
export function drawnNode(state: Pick<GraphState, 'graph' | 'collapsed'>, id: string): string {
  const parents = new Map(state.graph?.nodes.map(node => [node.id, node.parent]));
  let drawn = id;
  const passed = new Set<string>();
  for (
    let parent = parents.get(id);
    parent !== undefined && !passed.has(parent);
    parent = parents.get(parent)
  ) {
    if (state.collapsed.has(parent)) drawn = parent;
    passed.add(parent);
  }
  return drawn;
}

/** The canvas has another size, in CSS pixels. */
export function sized(state: GraphState, size: Size): GraphState {
  const { viewport, drawing } = state;
  const next = { ...state, size };
  if (size.width === 0 || drawing === undefined) return next;
  if (viewport === undefined || !state.isChosen)
    return { ...next, viewport: firstViewport(drawing.bounds, size) };
  if (state.size.width === 0) return { ...next, viewport: within(viewport, drawing.bounds, size) };
  const moved = resized(viewport, state.size, size, state.graph?.subject.kind === 'chain');
  return { ...next, viewport: within(moved, drawing.bounds, size) };
}

const seen = (state: GraphState, change: (viewport: Viewport) => Viewport): GraphState => {
  const { viewport, drawing, size } = state;
  if (viewport === undefined || drawing === undefined) return state;
  return { ...state, viewport: within(change(viewport), drawing.bounds, size), isChosen: true };
};

/** Moves what is seen by CSS pixels. */
export const scrolled = (state: GraphState, x: number, y: number): GraphState =>
  seen(state, viewport => panned(viewport, { x, y }));

/** Zooms by a factor about a place, in CSS pixels from the canvas's corner. */
export const zoomedBy = (state: GraphState, factor: number, at: { x: number; y: number }): GraphState =>
  seen(state, viewport => zoomedAt(viewport, viewport.zoom * factor, at));

/** What a button of the toolbar does. */
export function acted(state: GraphState, action: GraphAction): GraphState {
  const { size, drawing } = state;
  const middle = { x: size.width / 2, y: size.height / 2 };
  switch (action) {
    case 'zoomIn':
      return seen(state, viewport => zoomedAt(viewport, nextLevel(viewport.zoom), middle));
    case 'zoomOut':
      return seen(state, viewport => zoomedAt(viewport, previousLevel(viewport.zoom), middle));
    case 'resetZoom':
      return seen(state, viewport => zoomedAt(viewport, 1, middle));
    case 'fit':
      return drawing === undefined ? state : seen(state, () => fittingViewport(drawing.bounds, size));
  }
}
