/** What must hold of every layout of a suite, whoever made it. */
import assert from 'node:assert/strict';
import type { ChainGraph } from '../../../../server/src/core/analysis/chainGraph.ts';
import type { Drawing } from '../../../../server/src/core/drawing/drawing.ts';
import { checkStretches } from '../checkStretches.ts';
import { boxOf, crosses, geometryOf, meeting, overlap, type Segment } from '../geometry.ts';

/** `collapsed`: the ids of phases that are drawn folded. */
export function checkSuiteDrawing(
  graph: ChainGraph,
  drawing: Drawing,
  collapsed: ReadonlySet<string> = new Set(),
): void {
  const geometry = geometryOf(drawing);
  checkStretches(drawing, geometry);
  const { cards, chips, texts, segments } = geometry;
  for (const [one, other] of meeting(cards, cards))
    assert.ok(one === other || !overlap(one, other), `${one.owner} covers ${other.owner}`);
  for (const [chip, card] of meeting(chips, cards))
    assert.ok(!overlap(chip, card), `the words of ${chip.owner} cover ${card.owner}`);
  for (const [one, other] of meeting(chips, chips))
    assert.ok(
      one === other || !overlap(one, other),
      `the words of ${one.owner} cover those of ${other.owner}`,
    );
  for (const segment of segments.filter(({ edge }) => edge.startsWith('edge:')))
    assert.ok(segment.x1 === segment.x2 || segment.y1 === segment.y2, `${segment.edge} is slanted`);
  const lines = segments
    .filter(({ edge }) => edge.startsWith('edge:'))
    .map(segment => ({ ...boxOf(segment), segment }));
  for (const [{ segment }, card] of meeting(lines, cards))
    assert.ok(!crosses(segment, card), `${segment.edge} crosses ${card.owner}`);
  for (const [{ segment: one }, { segment: other }] of meeting(lines, lines))
    assert.ok(one.edge === other.edge || !liesOn(one, other), `${one.edge} lies on ${other.edge}`);
  const own = new Map(cards.map(card => [card.owner, card]));
  for (const text of texts) {
    const card = own.get(text.owner);
    if (card !== undefined)
      assert.ok(
        text.x >= card.x - 0.5 && text.x + text.width <= card.x + card.width + 0.5,
        `“${text.text}” stands out of ${text.owner}`,
      );
  }
  checkPlaces(graph, drawing, collapsed);
}

function checkPlaces(
  graph: ChainGraph,
  { places, bounds, elements }: Drawing,
  collapsed: ReadonlySet<string>,
): void {
  for (const { id, parent } of graph.nodes) {
    const place = places.get(id);
    assert.ok(place !== undefined, `${id} has no place`);
    assert.ok(isWithin(place, bounds), `${id} is out of bounds`);
    const band = parent === undefined ? undefined : places.get(parent);
    if (parent === undefined || band === undefined) continue;
    if (collapsed.has(parent)) assert.equal(place, band, `${id} stands for itself`);
    else assert.ok(isWithin(place, band), `${id} stands out of ${parent}`);
  }
  const bands = graph.nodes.flatMap(({ id, kind }) =>
    kind === 'phase' && !collapsed.has(id) ? (places.get(id) ?? []) : [],
  );
  for (const [at, band] of bands.entries()) {
    const before = bands[at - 1];
    assert.ok(before === undefined || before.y + before.height < band.y, 'phases follow one another');
  }
  const keys = elements.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, 'keys are unique');
}

/** Along the same line for more than a pixel. */
function liesOn(one: Segment, other: Segment): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const isUpright = a.width === 0 && b.width === 0 && a.x === b.x;
  const isLevel = a.height === 0 && b.height === 0 && a.y === b.y;
  const shared = (from: number, length: number, to: number, width: number): number =>
    Math.min(from + length, to + width) - Math.max(from, to);
  if (isUpright) return shared(a.y, a.height, b.y, b.height) > 1;
  return isLevel && shared(a.x, a.width, b.x, b.width) > 1;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isWithin = (inner: Area, outer: Area): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
