/** Draws the words at the right of a node: who, documents, and the handoffs with their dotted lines. */
import type { GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import type { Item } from './block.ts';
import { classes } from './classes.ts';
import { conditionLines } from './conditions.ts';
import type { Box, Piece, Stretch } from './drawing.ts';
import { freeRight } from './freeRoom.ts';
import { icon } from './icons.ts';
import { drawLine } from './lines.ts';
import { type Point, shapeOf } from './ports.ts';
import { type RowPlace, rowPlaces } from './rowPlaces.ts';
import { at, element, type Line, line, tooltip, withKey } from './shapes.ts';
import { handoffWords, type SideRow } from './sideRows.ts';
import { handoffLine, ringRadius, rowHeight, rowLine, rowMargin, smallFont, widestRow } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { clean, textWidth, wrap } from './text.ts';
import { spokenWords, tooltipWords } from './words.ts';

export interface DrawnRows {
  readonly edges: readonly Piece[];
  readonly nodes: readonly Piece[];
  /** Of the handoffs, by their ids. */
  readonly places: readonly (readonly [string, Box])[];
  /** Where the longest of them ends. */
  readonly right: number;
}

/**
 * @param node What the item's node is now, and `rows` what its rows say.
 * @param stale Ids of handoffs that an earlier text had.
 */
export function drawRows(
  item: Item,
  node: GraphNode,
  rows: readonly SideRow[],
  stale: ReadonlySet<string>,
): DrawnRows {
  const edges: Piece[] = [];
  const nodes: Piece[] = [];
  const places: (readonly [string, Box])[] = [];
  const words: SvgElement[] = [];
  let right = item.x;
  const all = rowPlaces(item);
  const stretch = stretchOf(item, all);
  for (const [index, place] of all.entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    if (row.kind !== 'handoff') {
      const { drawn, end } = wordsOf(row, place, roomFor(item, row, place));
      words.push(drawn);
      right = Math.max(right, item.x + end);
      continue;
    }
    const { node: handoff, edge, inward } = row;
    const x = item.x + place.x + handoffLine;
    const y = item.y + place.y;
    const room = roomFor(item, row, place) - handoffLine;
    const lines = linesOfNames(handoffWords(handoff), room, place.lines);
    nodes.push({ element: drawHandoff(handoff, lines, x, y, stale.has(handoff.id)), stretch });
    const height = row.lines * rowHeight;
    places.push([handoff.id, { x, y: y - height / 2, width: room, height }]);
    right = Math.max(right, x + widest(lines));
    if (edge !== undefined)
      edges.push({ element: handoffEdge(edge, pointsOf(item, place, inward)), stretch });
  }
  if (words.length > 0) nodes.push({ element: sideWords(item, node, words), stretch });
  return { edges, nodes, places, right };
}

/** All that decides how the rows of an item are drawn. */
export function makingsOfRows(
  item: Item,
  rows: readonly SideRow[],
  stale: ReadonlySet<string>,
): readonly unknown[] {
  const makings: unknown[] = [item.x, item.y, isRing(item)];
  for (const [index, place] of rowPlaces(item).entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    makings.push(row.kind, row.lines, roomFor(item, row, place));
    makings.push(place.x, place.y, place.from, place.lines);
    if (row.kind === 'handoff') makings.push(row.node, row.edge?.id, row.inward, stale.has(row.node.id));
    else makings.push(row.text);
  }
  return makings;
}

/** From its shape, where dotted lines begin, to the outermost row, each of two lines at most. */
function stretchOf(item: Item, places: readonly RowPlace[]): Stretch {
  let [top, bottom] = [item.y, item.y + 2 * ringRadius];
  for (const { y } of places) {
    top = Math.min(top, item.y + y - 2 * rowHeight);
    bottom = Math.max(bottom, item.y + y + 2 * rowHeight);
  }
  return { top, bottom };
}

/** What is free at the right of a row is its own. */
const roomFor = (item: Item, { room }: SideRow, { x }: RowPlace): number =>
  Math.max(room, Math.min(freeRight(item) - x - rowMargin, widestRow));

/** Names may break at their hyphens, so that lines are full. */
const linesOfNames = (text: string, room: number, lines: number): readonly string[] =>
  wrap(clean(text), Array<number>(lines).fill(room), smallFont, true);

const widest = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map(each => textWidth(each, smallFont)));

/** They belong to the node, but stand apart from it, so that selecting or outlining it leaves them alone. */
const sideWords = (item: Item, { id }: GraphNode, words: readonly SvgElement[]): SvgElement =>
  withKey(
    `side:${id}`,
    element('g', { class: classes.side, 'data-id': id, transform: at(item.x, item.y) }, words),
  );

/** `room`: how wide it may be; `end`: where it ends, from the spine. */
function wordsOf(
  row: Exclude<SideRow, { kind: 'handoff' }>,
  { x, y, lines }: RowPlace,
  room: number,
): { readonly drawn: SvgElement; readonly end: number } {
  const inset = row.kind === 'document' ? 15 : row.kind === 'detail' ? handoffLine : 0;
  const how = {
    x: x + inset,
    font: smallFont,
    className: row.kind === 'document' ? classes.link : classes.dim,
  };
  const widths = Array<number>(lines).fill(room - inset);
  const said =
    row.kind === 'detail'
      ? conditionLines(row.text, '', widths, smallFont)
      : wrap(clean(row.text), widths, smallFont);
  // What is said of a handoff stands as near to it as it can.
  const top = row.kind === 'detail' ? y - ((row.lines - Math.max(1, said.length)) * rowLine) / 2 : y;
  const texts = rowLines(said, top, how);
  const end = x + inset + widest(said);
  if (row.kind !== 'document') return { drawn: element('g', {}, texts), end };
  const document = [tooltip(`document ${row.text}`), icon('document', x + 5, y), ...texts];
  return { drawn: element('g', { 'data-document': row.text }, document), end };
}

/** Lines around the middle `y` of their row. */
const rowLines = (
  lines: readonly string[],
  y: number,
  how: Omit<Line, 'y'>,
): readonly (SvgElement | undefined)[] =>
  lines.map((each, at) => line(each, { ...how, y: y + 4 + (at - (lines.length - 1) / 2) * rowLine }));

function drawHandoff(
  node: GraphNode,
  lines: readonly string[],
  x: number,
  y: number,
  isStale: boolean,
): SvgElement {
  const className = [classes.node, classes.handoff, ...(isStale ? [classes.stale] : [])].join(' ');
  const attributes = {
    class: className,
    'data-id': node.id,
    'data-opens': node.opens,
    'aria-label': spokenWords(node),
    transform: at(x, y),
  };
  const how = { x: 0, font: smallFont, className: node.opens === undefined ? classes.words : classes.link };
  const inner = [tooltip(tooltipWords(node)), ...rowLines(lines, 0, how)];
  return withKey(`node:${node.id}`, element('g', attributes, inner));
}

const isRing = (item: Item): boolean => item.kind === 'box' && shapeOf(item) === 'ring';

/** From the node to the name; from a ring down or up along its spine first. */
function pointsOf(item: Item, { from, x, y }: RowPlace, inward: boolean): readonly Point[] {
  const name = { x: item.x + x + handoffLine - 5, y: item.y + y };
  const points = isRing(item)
    ? [{ x: item.x, y: item.y + (y > 0 ? 2 * ringRadius : 0) }, { x: item.x, y: name.y }, name]
    : [{ x: item.x + from, y: name.y }, name];
  return inward ? points.toReversed() : points;
}

const handoffEdge = (edge: GraphEdge, points: readonly Point[]): SvgElement =>
  withKey(
    `edge:${edge.id}`,
    element(
      'g',
      { class: `${classes.edge} ${classes.handoffEdge}`, 'data-id': edge.id },
      drawLine(points, true),
    ),
  );
