/** Draws the nodes that have a shape of their own, each around its own origin: the spine, and the top of what it is. */
import type { GraphNode } from '../analysis/chainGraph.ts';
import { badge } from './badges.ts';
import type { BoxItem, DecisionItem } from './block.ts';
import { classes } from './classes.ts';
import type { Folded } from './collapse.ts';
import { conditionLines } from './conditions.ts';
import type { Box } from './drawing.ts';
import { icon, toggle } from './icons.ts';
import { saysCondition, shapeHalf, shapeHeight, shapeOf } from './ports.ts';
import { at, circle, element, fitted, hatching, line, path, rectangle, tooltip, withKey } from './shapes.ts';
import {
  cardHeight,
  cardPadding,
  cardWidth,
  checkpointHalf,
  checkpointHeight,
  conditionHeight,
  diamondHalf,
  diamondHeight,
  half,
  pillFont,
  ringRadius,
  smallFont,
  wordsFont,
} from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { clean, joined, shorten, textWidth, wrap } from './text.ts';
import { actorWords, cardWords, countWords, durationWords, spokenWords, tooltipWords } from './words.ts';

export interface Drawn {
  readonly node: GraphNode;
  /** Set on a card that stands for many nodes. */
  readonly folded: Folded | undefined;
  readonly stale: boolean;
  readonly critical: boolean;
}

/** Where a node's shape is, in the scene. */
export function shapeBox(item: BoxItem | DecisionItem): Box {
  if (item.kind === 'decision') {
    return {
      x: item.x - diamondHalf,
      y: item.y + item.diamond,
      width: 2 * diamondHalf,
      height: diamondHeight,
    };
  }
  const reach = shapeHalf(item);
  return { x: item.x - reach, y: item.y, width: 2 * reach, height: shapeHeight(item) };
}

export function drawNode(item: BoxItem | DecisionItem, drawn: Drawn): SvgElement {
  const { x, y } = { x: item.x, y: item.y + (item.kind === 'decision' ? item.diamond : 0) };
  const [className, ...inner] = partsOf(item, drawn);
  const height = item.kind === 'box' ? shapeHeight(item) : undefined;
  return nodeGroup(drawn, String(className), x, y, inner, height);
}

export type Part = SvgElement | string | undefined;

/** The class of the kind, then the parts. */
function partsOf(item: BoxItem | DecisionItem, { node, folded }: Drawn): readonly Part[] {
  if (item.kind === 'decision') return [classes.decision, ...diamond(node)];
  const shape = shapeOf(item);
  if (shape === 'ring') return [node.kind === 'start' ? classes.start : classes.end, ...ring(node)];
  if (folded !== undefined) return [classes.folded, ...foldedCard(node, folded)];
  if (shape === 'bar') return [classes.checkpoint, ...bar(node)];
  return [node.kind === 'chain' ? classes.subChain : classes.step, ...card(node, shapeHeight(item))];
}

/** A node with what all have: its words for a screen reader and for who points at it, its problems, and the signs of its state. */
export function nodeGroup(
  { node, folded, stale, critical }: Drawn,
  kind: string,
  x: number,
  y: number,
  inner: readonly Part[],
  ownHeight = cardHeight,
): SvgElement {
  const { id, optional, opens, kind: nodeKind } = node;
  const names = [
    classes.node,
    kind,
    ...(optional === true ? [classes.optional] : []),
    ...(stale ? [classes.stale] : []),
    ...(critical ? [classes.critical] : []),
  ];
  const problems = folded === undefined ? node.problems : folded.problems;
  const more = [
    ...(folded === undefined ? [] : [countWords(folded.steps, folded.unit)]),
    ...(critical ? ['on the critical path'] : []),
  ];
  const box =
    nodeKind === 'checkpoint'
      ? [checkpointHalf, checkpointHeight]
      : nodeKind === 'decision'
        ? [diamondHalf / 2, diamondHeight]
        : [half, ownHeight];
  const [reach = half, height = ownHeight] = box;
  const hatched = nodeKind === 'decision' ? { y: height / 4, height: height / 2 } : { y: 0, height };
  const corner = nodeKind === 'decision' ? { x: diamondHalf / 2, y: diamondHeight / 4 } : { x: reach, y: 0 };
  const attributes = {
    class: names.join(' '),
    'data-id': id,
    'data-opens': opens,
    'data-folded': folded === undefined ? undefined : 'true',
    'aria-label': spokenWords(node, more, problems),
    transform: at(x, y),
  };
  return withKey(
    `node:${id}`,
    element('g', attributes, [
      tooltip(tooltipWords(node, more, problems)),
      critical ? halo(nodeKind, { x: -reach, y: 0, width: 2 * reach, height }) : undefined,
      ...inner,
      stale ? hatching(classes.hatch, { x: -reach, width: 2 * reach, ...hatched }) : undefined,
      badge(problems, corner.x, corner.y),
    ]),
  );
}

const haloGap = 4;

function halo(kind: GraphNode['kind'], box: Box): SvgElement {
  if (kind !== 'decision') return rectangle(classes.halo, inset(box, -haloGap), 8);
  const middle = diamondHeight / 2;
  const [across, up] = [diamondHalf + 2 * haloGap, haloGap];
  return path(classes.halo, `M0 ${-up}L${across} ${middle}L0 ${diamondHeight + up}L${-across} ${middle}Z`);
}

const cardBox = (height: number): Box => ({ x: -half, y: 0, width: cardWidth, height });
export const inset = (box: Box, by: number): Box => ({
  x: box.x + by,
  y: box.y + by,
  width: box.width - 2 * by,
  height: box.height - 2 * by,
});

export const textLeft = -half + cardPadding;
export const textRoom = cardWidth - 2 * cardPadding;
export const iconRoom = 18;
export const pillHeight = 16;

function card(node: GraphNode, height: number): readonly Part[] {
  const { kind, team, skill, takes } = node;
  const isChain = kind === 'chain';
  const picture = isChain ? 'chain' : team !== undefined && skill === undefined ? 'team' : 'person';
  const duration = takes === undefined ? undefined : durationPill(durationWords(takes), height);
  const widths = [textRoom, textRoom - (duration === undefined ? 0 : duration.width + 6)];
  const box = cardBox(height);
  const small = { font: smallFont, className: classes.dim };
  const words = wrap(clean(cardWords(node)), widths, wordsFont);
  // The line that few words leave free is the condition's; they then stand beside the duration.
  const [first = ''] = words;
  const isShort = words.length < 2 && textWidth(first, wordsFont) <= (widths[1] ?? 0);
  const condition = saysCondition(node) ? conditionOf(node, isShort ? 2 : 1) : [];
  return [
    rectangle(classes.box, box, 6),
    isChain ? rectangle(classes.outline, inset(box, 3), 4) : undefined,
    icon(picture, textLeft + 6, 16),
    fitted(actorWords(node), textRoom - iconRoom, { ...small, x: textLeft + iconRoom, y: 20 }),
    ...condition.map((each, row) => line(each, { ...small, x: textLeft, y: 35.5 + row * 14 })),
    ...wordLines(words, 38 + condition.length * conditionHeight),
    ...(duration?.parts ?? []),
  ];
}

const conditionOf = ({ when = '' }: GraphNode, lines: number): readonly string[] =>
  conditionLines(`when ${when}`, '', Array<number>(lines).fill(textRoom), smallFont);

export const twoLines = (text: string, widths: readonly number[]): readonly Part[] =>
  wordLines(wrap(clean(text), widths, wordsFont), 38);

/** `top`: of the first line's letters, their foot. */
const wordLines = (lines: readonly string[], top: number): readonly Part[] =>
  lines.map((each, row) =>
    line(each, { x: textLeft, y: top + row * 15.5, font: wordsFont, className: classes.words }),
  );

function durationPill(
  words: string,
  height: number,
): { readonly width: number; readonly parts: readonly Part[] } {
  const text = shorten(words, textRoom / 2, pillFont);
  const width = Math.ceil(textWidth(text, pillFont)) + 14;
  const x = half - 8 - width;
  const y = height - 6 - pillHeight;
  return {
    width,
    parts: [
      rectangle(classes.pill, { x, y, width, height: pillHeight }, pillHeight / 2),
      line(text, { x: x + width / 2, y: y + 11.5, font: pillFont, className: classes.dim, anchor: 'middle' }),
    ],
  };
}

function foldedCard(node: GraphNode, { steps }: Folded): readonly Part[] {
  const small = [node.window, countWords(steps, 'step')];
  const duration = node.takes === undefined ? undefined : durationPill(durationWords(node.takes), cardHeight);
  const widths = [textRoom, textRoom - (duration === undefined ? 0 : duration.width + 6)];
  return [
    rectangle(classes.outline, { x: -half + 4, y: 4, width: cardWidth, height: cardHeight }, 6),
    rectangle(classes.box, cardBox(cardHeight), 6),
    toggle(node.id, true, textLeft + 4, 16),
    fitted(small, textRoom - iconRoom, {
      x: textLeft + iconRoom,
      y: 20,
      font: smallFont,
      className: classes.dim,
    }),
    ...twoLines(node.label, widths),
    ...(duration?.parts ?? []),
  ];
}

const barEnd = 6;

function bar({ label, takes }: GraphNode): readonly Part[] {
  const ends = { y: 0, width: barEnd, height: checkpointHeight };
  const duration = takes && durationWords(takes);
  const room = 2 * checkpointHalf - 2 * barEnd - 2 * 8 - iconRoom;
  const text = shorten(joined([label, duration]), room, wordsFont);
  const left = -(textWidth(text, wordsFont) + iconRoom) / 2;
  return [
    rectangle(
      classes.box,
      { x: -checkpointHalf, y: 0, width: 2 * checkpointHalf, height: checkpointHeight },
      3,
    ),
    rectangle(classes.accent, { ...ends, x: -checkpointHalf }, 2),
    rectangle(classes.accent, { ...ends, x: checkpointHalf - barEnd }, 2),
    icon('tick', left + 5, checkpointHeight / 2),
    line(text, { x: left + iconRoom, y: 19.5, font: wordsFont, className: classes.words }),
  ];
}

function diamond({ label }: GraphNode): readonly Part[] {
  const middle = diamondHeight / 2;
  const widthAt = (y: number): number => 2 * diamondHalf * (1 - Math.abs(y - middle) / middle) - 10;
  const text = clean(label);
  const [one = ''] = wrap(text, [widthAt(middle - 6)], wordsFont);
  const lines = one === text ? [one] : wrap(text, [widthAt(middle - 14), widthAt(middle + 14)], wordsFont);
  const first = middle + (lines.length === 1 ? 4 : -3.5);
  return [
    path(classes.box, `M0 0L${diamondHalf} ${middle}L0 ${diamondHeight}L${-diamondHalf} ${middle}Z`),
    ...lines.map((each, row) =>
      line(each, { x: 0, y: first + row * 15, font: wordsFont, className: classes.words, anchor: 'middle' }),
    ),
  ];
}

const ring = ({ kind }: GraphNode): readonly Part[] => [
  circle(classes.box, 0, ringRadius, ringRadius),
  kind === 'end' ? circle(classes.solid, 0, ringRadius, ringRadius - 4) : undefined,
];
