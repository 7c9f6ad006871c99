/**
 * The drawing, and over it one element for each node: that one has the focus, says the node to a screen reader, and shows as a ring that
 * it is selected. The drawing itself is only seen, so nothing is said twice.
 */
import type { Box, Drawing } from '../../../../../server/src/core/drawing/drawing.ts';
import type { SvgElement } from '../../../../../server/src/core/drawing/svgElement.ts';
import { canCollapse, drawnNode, type GraphState } from './state.ts';

export type Scene = readonly SvgElement[];

/** The drawn elements that stand for nodes, by the node's id. */
function drawnById({ elements }: Drawing): ReadonlyMap<string, SvgElement> {
  const nodes = new Map<string, SvgElement>();
  for (const element of elements) {
    const id = element.attributes['data-id'];
    if (id !== undefined && /^(?:node|group):/.test(element.key ?? '')) nodes.set(String(id), element);
  }
  return nodes;
}

/** The nodes that are drawn, in reading order: what the keyboard and a screen reader go through. */
export function drawnNodes(drawing: Drawing): readonly string[] {
  const drawn = drawnById(drawing);
  return [...drawing.places.keys()].filter(id => drawn.has(id));
}

/**
 * @param more What a screen reader says besides what the drawing says, by node.
 * @param atCursor The same of the node at the editor's cursor.
 */
export function scene(
  state: GraphState,
  drawing: Drawing,
  more: ReadonlyMap<string, string>,
  atCursor: string,
): Scene {
  const { selected, cursor, collapsed, graph } = state;
  const drawn = drawnById(drawing);
  const order = drawnNodes(drawing);
  const marked = cursor === undefined ? undefined : drawnNode(state, cursor);
  const focusable = [selected, marked].find(id => id !== undefined && drawn.has(id)) ?? order[0];
  const nodes = new Map(graph?.nodes.map(node => [node.id, node]));
  const levels = levelsOf(nodes);
  const rings = order.flatMap((id): SvgElement[] => {
    const place = drawing.places.get(id);
    const node = nodes.get(id);
    if (place === undefined || node === undefined) return [];
    const label = drawn.get(id)?.attributes['aria-label'] ?? node.label;
    const said = [label, more.get(id), id === marked ? atCursor : undefined];
    const attributes: SvgElement['attributes'] = {
      class: 'ring',
      'data-id': id,
      ...around(place),
      role: 'treeitem',
      tabindex: id === focusable ? 0 : -1,
      'aria-label': said.filter(part => part !== undefined).join(', '),
      'aria-level': levels.get(id) ?? 1,
      'aria-selected': id === selected ? 'true' : 'false',
      ...(canCollapse(node) && { 'aria-expanded': collapsed.has(id) ? 'false' : 'true' }),
      ...(id === marked && { 'data-cursor': 'true' }),
    };
    return [{ name: 'rect', key: `ring:${id}`, attributes, children: [] }];
  });
  const place = marked === undefined ? undefined : drawing.places.get(marked);
  return [
    { name: 'g', key: 'drawing', attributes: { 'aria-hidden': 'true' }, children: drawing.elements },
    ...(place === undefined ? [] : [cursorMark(place)]),
    { name: 'g', key: 'rings', attributes: {}, children: rings },
  ];
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
