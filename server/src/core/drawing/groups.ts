/** Draws what stands around others: phases, parallels and their lanes. Each around its own origin: the spine, and its top. */
import type { GraphNode } from '../analysis/chainGraph.ts';
import { badge } from './badges.ts';
import type { Lane, ParallelItem, PhaseItem } from './block.ts';
import { classes } from './classes.ts';
import { conditionLines } from './conditions.ts';
import type { Box } from './drawing.ts';
import { toggle } from './icons.ts';
import { at, element, fitted, hatching, rectangle, tooltip, withKey } from './shapes.ts';
import {
  groupPadding,
  groupTitle,
  joinBar,
  joinOverhang,
  laneTitle,
  phaseTitle,
  smallFont,
  titleFont,
  wordsFont,
} from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { joined, shorten, textWidth } from './text.ts';
import { durationWords, joinWords, spokenWords, tooltipWords } from './words.ts';

type Part = SvgElement | undefined;

/** The sign that folds it stands before the title. */
const titleInset = 18;
const toggleInset = 9;

/** A box with what all have: its words for a screen reader, its problems, and the signs of its state. */
export function group(
  node: GraphNode,
  kind: string,
  box: Box,
  stale: boolean,
  inner: readonly Part[],
  more: readonly string[] = [],
): SvgElement {
  const { id, optional } = node;
  const names = [
    classes.group,
    kind,
    ...(optional === true ? [classes.optional] : []),
    ...(stale ? [classes.stale] : []),
  ];
  const own = { ...box, x: 0, y: 0 };
  return withKey(
    `group:${id}`,
    element(
      'g',
      {
        class: names.join(' '),
        'data-id': id,
        'aria-label': spokenWords(node, more),
        transform: at(box.x, box.y),
      },
      [
        rectangle(classes.frame, own, 8),
        stale ? hatching(classes.hatch, own) : undefined,
        ...inner,
        badge(node.problems, box.width, 0),
      ],
    ),
  );
}

/** Over a title, so that it can be pointed at and clicked like a node. */
export const handle = (
  node: GraphNode,
  width: number,
  height: number,
  more: readonly string[] = [],
): SvgElement =>
  element('g', {}, [
    tooltip(tooltipWords(node, more)),
    rectangle(classes.handle, { x: 0, y: 0, width, height }, 8),
  ]);

export const phaseBox = ({ x, y, bandLeft, bandRight, bandHeight }: PhaseItem): Box => ({
  x: x - bandLeft,
  y,
  width: bandLeft + bandRight,
  height: bandHeight,
});

/** The title left of the spine, the time right of it: what comes in runs down between them. */
export function drawPhase(item: PhaseItem, node: GraphNode, stale: boolean): SvgElement {
  const { bandLeft, bandRight } = item;
  const time = [node.window, node.takes && durationWords(node.takes)];
  const baseline = phaseTitle / 2 + 4;
  const box = phaseBox(item);
  return group(node, classes.phase, box, stale, [
    fitted(node.label, bandLeft - titleInset - 12, {
      x: titleInset,
      y: baseline,
      font: wordsFont,
      className: classes.words,
    }),
    fitted(time, bandRight - titleInset - 14, {
      x: bandLeft + 14,
      y: baseline,
      font: smallFont,
      className: classes.dim,
    }),
    handle(node, box.width, phaseTitle),
    toggle(node.id, false, toggleInset, phaseTitle / 2),
  ]);
}

export const parallelBox = ({ x, y, groupLeft, groupRight, groupHeight }: ParallelItem): Box => ({
  x: x - groupLeft,
  y,
  width: groupLeft + groupRight,
  height: groupHeight,
});

/** `join`: its join, where it has one. */
export function drawParallel(
  item: ParallelItem,
  node: GraphNode,
  join: GraphNode | undefined,
  stale: boolean,
): SvgElement {
  const policy = joinWords(join, item.lanes.length);
  const box = parallelBox(item);
  const title = parallelTitle([node.label, policy], node.when, box.width - 2 * titleInset);
  return group(
    node,
    classes.parallel,
    box,
    stale,
    [
      fitted(title, box.width - 2 * titleInset, {
        x: titleInset,
        y: groupTitle / 2 + 4,
        font: smallFont,
        className: classes.dim,
      }),
      handle(node, box.width, groupTitle, [policy]),
      toggle(node.id, false, toggleInset, groupTitle / 2),
    ],
    [policy],
  );
}

/** The condition keeps what it compares with; where there is no room for all, it takes half of it at least. */
function parallelTitle(parts: readonly string[], when: string | undefined, room: number): readonly string[] {
  if (when === undefined || textWidth(joined([...parts, `when ${when}`]), smallFont) <= room) {
    return when === undefined ? parts : [...parts, `when ${when}`];
  }
  const before = shorten(joined(parts), room / 2, smallFont);
  const left = room - textWidth(joined([before, '.']), smallFont);
  return [before, ...conditionLines(`when ${when}`, '', [left], smallFont)];
}

export const laneBox = (item: ParallelItem, { offset, boxLeft, boxRight, top, bottom }: Lane): Box => ({
  x: item.x + offset - boxLeft,
  y: item.y + top,
  width: boxLeft + boxRight,
  height: bottom - top,
});

export function drawLane(item: ParallelItem, lane: Lane, node: GraphNode, stale: boolean): SvgElement {
  const box = laneBox(item, lane);
  return group(node, classes.lane, box, stale, [
    fitted(node.label, box.width - 2 * groupPadding, {
      x: groupPadding,
      y: laneTitle / 2 + 4,
      font: titleFont,
      className: classes.dim,
    }),
    handle(node, box.width, laneTitle),
  ]);
}

export function joinBox({ x, y, joinTop, lanes }: ParallelItem): Box {
  const last = lanes.at(-1)?.offset ?? 0;
  return { x: x - joinOverhang, y: y + joinTop, width: last + 2 * joinOverhang, height: joinBar };
}

/** The bar at which lanes meet. */
export function drawJoin(item: ParallelItem, join: GraphNode, stale: boolean): SvgElement {
  const { x, y, width, height } = joinBox(item);
  const policy = joinWords(join, item.lanes.length);
  const names = [classes.node, classes.join, ...(stale ? [classes.stale] : [])];
  const words = `Join of ${policy}`;
  return withKey(
    `node:${join.id}`,
    element('g', { class: names.join(' '), 'data-id': join.id, 'aria-label': words, transform: at(x, y) }, [
      tooltip(words),
      rectangle(classes.solid, { x: 0, y: 0, width, height }, height / 2),
    ]),
  );
}
