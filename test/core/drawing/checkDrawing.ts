/** That nothing in a drawing covers anything else, and that everything is said where it fits. */
import assert from 'node:assert/strict';
import type { ChainGraph } from '../../../server/src/core/analysis/chainGraph.ts';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import type { Box } from '../../../server/src/core/drawing/drawing.ts';
import { checkStretches } from './checkStretches.ts';
import { plainly } from './drawings.ts';
import {
  boxOf,
  type Covered,
  crosses,
  cutsDiamond,
  type Geometry,
  geometryOf,
  meeting,
  overlap,
  type Segment,
} from './geometry.ts';

const say = ({ owner, x, y, width, height }: Covered): string => `${owner} at ${x},${y} ${width}×${height}`;

function checkApart({ cards, diamonds, chips, texts }: Geometry): void {
  const nodes = [...cards, ...diamonds];
  for (const [one, other] of meeting(nodes, nodes)) {
    assert.ok(one === other || !overlap(one, other), `${say(one)} covers ${say(other)}`);
  }
  for (const [chip, node] of meeting(chips, nodes)) {
    assert.ok(!overlap(chip, node), `the words ${say(chip)} cover ${say(node)}`);
  }
  for (const [one, other] of meeting(chips, chips)) {
    assert.ok(one === other || !overlap(one, other), `${say(one)} covers ${say(other)}`);
  }
  for (const [text, diamond] of meeting(texts, diamonds)) {
    const own = text.owner === diamond.owner;
    assert.ok(
      own || !cutsDiamond(text, diamond),
      `the text “${text.text}” of ${say(text)} covers ${say(diamond)}`,
    );
  }
  for (const [text, node] of meeting(texts, cards)) {
    const own = text.owner === node.owner;
    assert.ok(own || !overlap(text, node, 1), `the text “${text.text}” of ${say(text)} covers ${say(node)}`);
  }
  for (const [one, other] of meeting(texts, texts)) {
    const apart = one === other || one.owner === other.owner || !overlap(one, other, 1);
    assert.ok(apart, `“${one.text}” of ${say(one)} covers “${other.text}” of ${say(other)}`);
  }
}

function checkEdges({ cards, diamonds, chips, texts, segments }: Geometry): void {
  const lines = segments.map(segment => ({ ...boxOf(segment), segment }));
  const said = ({ edge, x1, y1, x2, y2 }: Segment): string => `${edge} from ${x1},${y1} to ${x2},${y2}`;
  for (const { segment } of lines) {
    assert.ok(segment.x1 === segment.x2 || segment.y1 === segment.y2, `${said(segment)} is slanted`);
  }
  for (const [{ segment }, card] of meeting(lines, cards)) {
    assert.ok(!crosses(segment, card), `${said(segment)} crosses ${say(card)}`);
  }
  for (const [{ segment }, diamond] of meeting(lines, diamonds)) {
    assert.ok(!cutsDiamond(boxOf(segment), diamond), `${said(segment)} cuts ${say(diamond)}`);
  }
  for (const [{ segment }, chip] of meeting(lines, chips)) {
    assert.ok(
      segment.edge === chip.owner || !crosses(segment, chip),
      `${said(segment)} crosses words of ${say(chip)}`,
    );
  }
  for (const [{ segment }, text] of meeting(lines, texts)) {
    assert.ok(
      segment.edge === text.owner || !crosses(segment, text),
      `${said(segment)} crosses “${text.text}” of ${say(text)}`,
    );
  }
}

function checkTexts({ cards, diamonds, texts }: Geometry): void {
  const nodes = new Map([...cards, ...diamonds].map((node): [string, Covered] => [node.owner, node]));
  for (const text of texts) {
    const node = nodes.get(text.owner);
    if (node === undefined) continue;
    // A badge stands on the corner, so its sign may stand out a little.
    const room = /^(!|\d+\+?)$/.test(text.text) ? 12 : 0;
    const fits = text.x >= node.x - room && text.x + text.width <= node.x + node.width + room;
    assert.ok(fits, `“${text.text}” does not fit into ${say(node)}`);
  }
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const checkDrawing = (graph: ChainGraph, collapsed: ReadonlySet<string> = new Set()): void => {
  const drawing = drawChain(graph, { ...plainly, collapsed });
  const geometry = geometryOf(drawing);
  checkApart(geometry);
  checkEdges(geometry);
  checkTexts(geometry);
  checkStretches(drawing, geometry);
  const { bounds } = drawing;
  for (const said of [...geometry.texts, ...geometry.chips]) {
    assert.ok(isWithin(said, bounds), `the words ${say(said)} are out of bounds`);
  }
  for (const [id, place] of drawing.places) {
    assert.ok(overlap(place, bounds) && place.x >= bounds.x && place.y >= bounds.y, `${id} is out of bounds`);
  }
  for (const { id, kind } of graph.nodes)
    assert.ok(kind === 'stop' || drawing.places.has(id), `${id} has no place`);
  const keys = drawing.elements.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, 'keys are unique');
};
