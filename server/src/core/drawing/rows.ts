/** Draws the words at the right of a node: who, documents, and the handoffs with their dotted lines. */
import type { GraphEdge, GraphNode } from '../analysis/chainGraph.ts';
import type { Item } from './block.ts';
import { classes } from './classes.ts';
import type { Box } from './drawing.ts';
import { icon } from './icons.ts';
import { drawLine } from './lines.ts';
import { type Point, shapeHeight } from './ports.ts';
import { type RowPlace, rowPlaces } from './rowPlaces.ts';
import { at, element, fitted, tooltip, withKey } from './shapes.ts';
import { handoffWords, type SideRow } from './sideRows.ts';
import { handoffLine, handoffRoom, ringRadius, rowHeight, smallFont } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { spokenWords, tooltipWords } from './words.ts';

export interface DrawnRows {
  readonly edges: readonly SvgElement[];
  readonly nodes: readonly SvgElement[];
  /** Of the handoffs, by their ids. */
  readonly places: readonly (readonly [string, Box])[];
}

/** `stale`: ids of handoffs that an earlier text had. */
export function drawRows(item: Item, stale: ReadonlySet<string>): DrawnRows {
  const edges: SvgElement[] = [];
  const nodes: SvgElement[] = [];
  const places: (readonly [string, Box])[] = [];
  const words: (SvgElement | undefined)[] = [];
  for (const [index, place] of rowPlaces(item).entries()) {
    const row = item.rows[index];
    if (row === undefined) continue;
    if (row.kind !== 'handoff') {
      words.push(wordsOf(row, place));
      continue;
    }
    const { node, edge, inward } = row;
    const x = item.x + place.x + handoffLine;
    const y = item.y + place.y;
    nodes.push(drawHandoff(node, x, y, stale.has(node.id)));
    places.push([node.id, { x, y: y - rowHeight / 2, width: handoffRoom, height: rowHeight }]);
    if (edge !== undefined) edges.push(handoffEdge(edge, pointsOf(item, place, inward)));
  }
  const own = words.filter(each => each !== undefined);
  if (own.length > 0) nodes.push(sideWords(item, own));
  return { edges, nodes, places };
}

/** They belong to the node, but stand apart from it, so that selecting or outlining it leaves them alone. */
const sideWords = (item: Item, words: readonly SvgElement[]): SvgElement =>
  withKey(
    `side:${item.node.id}`,
    element('g', { class: classes.side, 'data-id': item.node.id, transform: at(item.x, item.y) }, words),
  );

function wordsOf(row: Exclude<SideRow, { kind: 'handoff' }>, { x, y }: RowPlace): SvgElement | undefined {
  const baseline = y + 4;
  if (row.kind === 'document') {
    const how = { x: x + 15, y: baseline, font: smallFont, className: classes.link };
    return element('g', { 'data-document': row.text }, [
      tooltip(`document ${row.text}`),
      icon('document', x + 5, y),
      fitted(row.text, row.room - 15, how),
    ]);
  }
  const left = row.kind === 'detail' ? x + handoffLine : x;
  return fitted(row.text, row.room - (left - x), {
    x: left,
    y: baseline,
    font: smallFont,
    className: classes.dim,
  });
}

function drawHandoff(node: GraphNode, x: number, y: number, isStale: boolean): SvgElement {
  const className = [classes.node, classes.handoff, ...(isStale ? [classes.stale] : [])].join(' ');
  const attributes = {
    class: className,
    'data-id': node.id,
    'data-opens': node.opens,
    'aria-label': spokenWords(node),
    transform: at(x, y),
  };
  return withKey(
    `node:${node.id}`,
    element('g', attributes, [
      tooltip(tooltipWords(node)),
      fitted(handoffWords(node), handoffRoom, {
        x: 0,
        y: 4,
        font: smallFont,
        className: node.opens === undefined ? classes.words : classes.link,
      }),
    ]),
  );
}

/** From the node to the name; from a ring down or up along its spine first. */
function pointsOf(item: Item, { from, x, y }: RowPlace, inward: boolean): readonly Point[] {
  const name = { x: item.x + x + handoffLine - 5, y: item.y + y };
  const isRing = item.kind === 'box' && shapeHeight(item) === 2 * ringRadius;
  const points = isRing
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
