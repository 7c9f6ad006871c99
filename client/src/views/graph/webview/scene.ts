/**
 * The drawing, and over it one element for each node: that one has the focus, says the node to a screen reader, and shows as a ring that
 * it is selected. The drawing itself is only seen, so nothing is said twice, and what is far from the window is left out of it.
 */
import type { Box, Drawing, Stretch } from '../../../../../server/src/core/drawing/drawing.ts';
import { createKeeper, type KeptParts } from '../../../../../server/src/core/drawing/kept.ts';
import type { SvgElement } from '../../../../../server/src/core/drawing/svgElement.ts';
import { canCollapse, drawnNode, type GraphState } from './state.ts';
import { windowOf } from './viewport.ts';

/** What a scene is made of. */
export interface SceneSource {
  readonly state: Pick<GraphState, 'graph' | 'collapsed' | 'selected' | 'cursor' | 'viewport' | 'size'>;
  readonly drawing: Drawing;
  /** What a screen reader says besides what the drawing says, by node. */
  readonly more: ReadonlyMap<string, string>;
  /** The same of the node at the editor's cursor. */
  readonly atCursor: string;
}

/** A scene with what the next one may take over from it. */
export interface Scene {
  readonly source: SceneSource;
  readonly elements: readonly SvgElement[];
  readonly drawn: SvgElement;
  readonly seen: Stretch;
  readonly over: readonly SvgElement[];
  readonly rings: KeptParts<SvgElement>;
}

/** The drawn elements that stand for nodes, by the node's id. */
function drawnById({ elements }: Drawing): ReadonlyMap<string, SvgElement> {
  const nodes = new Map<string, SvgElement>();
  for (const element of elements) {
    const { key = '', attributes } = element;
    const id = attributes['data-id'];
    if (id !== undefined && (key.startsWith('node:') || key.startsWith('group:')))
      nodes.set(String(id), element);
  }
  return nodes;
}

/** The nodes that are drawn, in reading order: what the keyboard and a screen reader go through. */
export function drawnNodes(drawing: Drawing): readonly string[] {
  const drawn = drawnById(drawing);
  return [...drawing.places.keys()].filter(id => drawn.has(id));
}

/** `before`: the last scene, of which all that is the same stays the same element; `undefined`: there was none. */
export function scene(source: SceneSource, before: Scene | undefined): Scene {
  const seen = windowOf(source.state.viewport, source.state.size);
  const drawn = drawnIn(source.drawing, seen, before);
  const { over, rings } =
    before !== undefined && saysTheSame(source, before.source) ? before : overDrawing(source, before?.rings);
  return { source, elements: [drawn, ...over], drawn, seen, over, rings };
}

/** The drawing as far as it is near the window. */
function drawnIn(drawing: Drawing, seen: Stretch, before: Scene | undefined): SvgElement {
  const isSameWindow = before?.seen.top === seen.top && before.seen.bottom === seen.bottom;
  if (before !== undefined && before.source.drawing === drawing && isSameWindow) return before.drawn;
  const { elements, stretches } = drawing;
  const children = elements.filter((_, at) => {
    const stretch = stretches[at];
    return stretch === undefined || (stretch.bottom >= seen.top && stretch.top <= seen.bottom);
  });
  return { name: 'g', key: 'drawing', attributes: { 'aria-hidden': 'true' }, children };
}

const saysTheSame = (one: SceneSource, other: SceneSource): boolean =>
  one.drawing === other.drawing &&
  one.more === other.more &&
  one.atCursor === other.atCursor &&
  one.state.graph === other.state.graph &&
  one.state.collapsed === other.state.collapsed &&
  one.state.selected === other.state.selected &&
  one.state.cursor === other.state.cursor;

/** The mark at the cursor, and the rings. */
function overDrawing(
  { state, drawing, more, atCursor }: SceneSource,
  before: KeptParts<SvgElement> | undefined,
): Pick<Scene, 'over' | 'rings'> {
  const { selected, cursor, collapsed, graph } = state;
  const drawn = drawnById(drawing);
  const order = [...drawing.places.keys()].filter(id => drawn.has(id));
  const marked = cursor === undefined ? undefined : drawnNode(state, cursor);
  const focusable = [selected, marked].find(id => id !== undefined && drawn.has(id)) ?? order[0];
  const nodes = new Map(graph?.nodes.map(node => [node.id, node]));
  const levels = levelsOf(nodes);
  const { keep, kept } = createKeeper(before);
  const rings = order.flatMap((id): readonly SvgElement[] => {
    const place = drawing.places.get(id);
    const node = nodes.get(id);
    if (place === undefined || node === undefined) return [];
    const { x, y, width, height } = place;
    const label = drawn.get(id)?.attributes['aria-label'] ?? node.label;
    const [said, level] = [more.get(id), levels.get(id) ?? 1];
    const [isFocusable, isSelected, isMarked] = [id === focusable, id === selected, id === marked];
    const isExpanded = canCollapse(node) ? !collapsed.has(id) : undefined;
    const here = isMarked ? atCursor : undefined;
    const makings = [x, y, width, height, label, said, here, level, isFocusable, isSelected, isExpanded];
    return [
      keep(id, makings, () => {
        const is = { isFocusable, isSelected, isMarked, isExpanded };
        const all = [label, said, here].filter(part => part !== undefined);
        return drawRing({ id, place, said: all.join(', '), level, ...is });
      }),
    ];
  });
  const place = marked === undefined ? undefined : drawing.places.get(marked);
  return {
    over: [
      ...(place === undefined ? [] : [cursorMark(place)]),
      { name: 'g', key: 'rings', attributes: {}, children: rings },
    ],
    rings: kept,
  };
}

/** What a ring shows and says of its node. */
interface Ring {
  readonly id: string;
  readonly place: Box;
  readonly level: number;
  readonly said: string;
  readonly isFocusable: boolean;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  /** `undefined`: it does not fold. */
  readonly isExpanded: boolean | undefined;
}

function drawRing({ id, place, said, level, ...is }: Ring): SvgElement {
  const attributes: SvgElement['attributes'] = {
    class: 'ring',
    'data-id': id,
    ...around(place),
    role: 'treeitem',
    tabindex: is.isFocusable ? 0 : -1,
    'aria-label': said,
    'aria-level': level,
    'aria-selected': is.isSelected ? 'true' : 'false',
    ...(is.isExpanded !== undefined && { 'aria-expanded': is.isExpanded ? 'true' : 'false' }),
    ...(is.isMarked && { 'data-cursor': 'true' }),
  };
  return { name: 'rect', key: `ring:${id}`, attributes, children: [] };
}

/** How deep each node stands: 1 for those that stand in nothing. */
function levelsOf(nodes: ReadonlyMap<string, { readonly parent?: string }>): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  // A parent comes before what is in it; what names a later one, or none, stands at the top.
  for (const [id, { parent }] of nodes)
    levels.set(id, 1 + (parent === undefined ? 0 : (levels.get(parent) ?? 0)));
  return levels;
}

const ringGap = 3;

const around = ({ x, y, width, height }: Box): SvgElement['attributes'] => ({
  x: x - ringGap,
  y: y - ringGap,
  width: width + 2 * ringGap,
  height: height + 2 * ringGap,
  rx: 8,
});

/** A wedge in the margin that points at the node. */
function cursorMark({ x, y, height }: Box): SvgElement {
  const middle = y + Math.min(height, 48) / 2;
  const tip = x - ringGap - 3;
  return {
    name: 'path',
    key: 'cursor-mark',
    attributes: {
      class: 'cursor-mark',
      'aria-hidden': 'true',
      d: `M${tip - 8} ${middle - 6}L${tip} ${middle}L${tip - 8} ${middle + 6}Z`,
    },
    children: [],
  };
}
