/** Lines of horizontal and vertical parts with round corners, and their arrows. */
import { classes } from './classes.ts';
import type { Point } from './ports.ts';
import { path, round } from './shapes.ts';
import { cornerRadius } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';

const arrowLength = 8;
const arrowHalf = 4;

/** The points at which a line turns, and its ends: without points on a straight way and without the same point twice. */
export function turns(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = kept.slice(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const straight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept.length === 2 || kept[0] !== kept[1] ? kept : kept.slice(0, 1);
}

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = Math.hypot(to.x - from.x, to.y - from.y);
  const share = whole === 0 ? 0 : length / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};

const say = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** The line, and its arrow if it has one. */
export function drawLine(given: readonly Point[], arrow: boolean): readonly SvgElement[] {
  const points = turns(given);
  const [first] = points;
  const last = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || last === undefined || before === undefined) return [];
  const end = arrow ? towards(last, before, arrowLength - 1) : last;
  const way = [`M${say(first)}`];
  for (let at = 1; at < points.length - 1; at++) {
    const [from, corner, to] = points.slice(at - 1, at + 2);
    if (from === undefined || corner === undefined || to === undefined) continue;
    const next = at + 1 === points.length - 1 ? end : to;
    const room = Math.min(distance(from, corner), distance(corner, next)) / 2;
    const radius = Math.min(cornerRadius, room);
    way.push(`L${say(towards(corner, from, radius))}Q${say(corner)} ${say(towards(corner, next, radius))}`);
  }
  way.push(`L${say(end)}`);
  const made = [path(classes.line, way.join(''))];
  if (arrow) made.push(path(classes.arrow, arrowHead(last, before)));
  return made;
}

const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

function arrowHead(tip: Point, from: Point): string {
  const foot = towards(tip, from, arrowLength);
  const across = {
    x: ((tip.y - foot.y) / arrowLength) * arrowHalf,
    y: ((foot.x - tip.x) / arrowLength) * arrowHalf,
  };
  return `M${say(tip)}L${say({ x: foot.x + across.x, y: foot.y + across.y })}L${say({ x: foot.x - across.x, y: foot.y - across.y })}Z`;
}
