/** Draws the wires of a chart: line, arrow, words and the sign of a stop. */
import { classes } from './classes.ts';
import { conditionLines } from './conditions.ts';
import type { Box, Stretch } from './drawing.ts';
import { drawLine } from './lines.ts';
import type { Point } from './ports.ts';
import { at, circle, element, line, path, rectangle, tooltip, withKey } from './shapes.ts';
import { chipGap, chipHeight, chipLine, chipPadding, smallFont, stopRadius, stopRoom } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { clean, shorten, textWidth } from './text.ts';
import type { Wire, WireWords } from './wire.ts';

const styles: Readonly<Record<Wire['style'], string>> = {
  flow: classes.edge,
  loop: `${classes.edge} ${classes.loop}`,
  order: `${classes.edge} ${classes.order}`,
  later: `${classes.edge} ${classes.later}`,
  circle: `${classes.edge} ${classes.circle}`,
};

export const pointsOf = ({ points }: Wire): readonly Point[] => points.map(point => point());

/** `critical`: it is on the critical path. */
export function drawWire(wire: Wire, critical: boolean): SvgElement {
  const { edge, arrow, words, stop, style } = wire;
  const says = edgeWords(wire);
  return withKey(
    `edge:${edge.id}`,
    element(
      'g',
      { class: critical ? `${styles[style]} ${classes.critical}` : styles[style], 'data-id': edge.id },
      [
        says === '' ? undefined : tooltip(says),
        ...drawLine(pointsOf(wire), arrow),
        stop === undefined ? undefined : drawStop(stop),
        words === undefined ? undefined : drawWords(words),
      ],
    ),
  );
}

/** All that decides how a wire is drawn. */
export function makingsOfWire(wire: Wire, critical: boolean): readonly unknown[] {
  const { edge, arrow, words, stop, style } = wire;
  const makings: unknown[] = [edge.label, edge.atMost, style, arrow, critical];
  for (const point of wire.points) {
    const { x, y } = point();
    makings.push(x, y);
  }
  if (words !== undefined) {
    const { x, y } = words.middle();
    makings.push('words', words.text, words.bound, words.room, words.lines, words.side, x, y);
  }
  if (stop !== undefined) {
    const { x, y } = stop.middle();
    makings.push('stop', stop.side, stop.words(), x, y);
  }
  return makings;
}

/** What arrows, words of two lines and signs take above and below their places. */
const reach = 24;

/** From its highest place to its lowest. */
export function stretchOfWire(wire: Wire): Stretch {
  const places = [...pointsOf(wire), wire.words?.middle(), wire.stop?.middle()];
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of places) {
    if (place === undefined) continue;
    top = Math.min(top, place.y - reach);
    bottom = Math.max(bottom, place.y + reach);
  }
  return { top, bottom };
}

function edgeWords({ edge: { label, atMost } }: Wire): string {
  const bound = atMost === undefined ? [] : [atMost === 1 ? 'at most once' : `at most ${atMost} times`];
  return [...(label === undefined ? [] : [clean(label)]), ...bound].join(', ');
}

/** The lines in its chip: what may be shortened, then the bound whole. */
function wireLines({ text, bound, room, lines }: WireWords): readonly string[] {
  const width = room - 2 * chipPadding;
  return conditionLines(text, bound, Array<number>(lines).fill(width), smallFont);
}

/** The words of a wire, and the box behind them. */
export interface Chip {
  readonly lines: readonly string[];
  readonly box: Box;
}

/** `undefined`: it has no words. */
export function chipOf(words: WireWords): Chip | undefined {
  const lines = wireLines(words);
  let widest = 0;
  for (const each of lines) widest = Math.max(widest, textWidth(each, smallFont));
  if (widest === 0) return undefined;
  const width = Math.ceil(widest) + 2 * chipPadding;
  const height = chipHeight + (lines.length - 1) * chipLine;
  const { x, y } = words.middle();
  const left = words.side === 'left' ? x - chipGap - width : x - width / 2;
  return { lines, box: { x: left, y: y - height / 2, width, height } };
}

function drawWords(words: WireWords): SvgElement | undefined {
  const chip = chipOf(words);
  if (chip === undefined) return undefined;
  const { lines, box } = chip;
  const { x, y, width, height } = box;
  const first = 4 - ((lines.length - 1) * chipLine) / 2;
  const how = { x: 0, font: smallFont, className: classes.words, anchor: 'middle' } as const;
  return element('g', { transform: at(x + width / 2, y + height / 2) }, [
    rectangle(classes.chip, { x: -width / 2, y: -height / 2, width, height }, 4),
    ...lines.map((each, row) => line(each, { ...how, y: first + row * chipLine })),
  ]);
}

function drawStop({ middle, side, words }: NonNullable<Wire['stop']>): SvgElement {
  const { x, y } = middle();
  const room = stopRadius + 6;
  const text = shorten(clean(words()), stopRoom - 6, smallFont);
  const isLeft = side === 'left';
  return element('g', { class: classes.stop, transform: at(x, y) }, [
    circle(classes.stop, 0, 0, stopRadius),
    path(classes.line, `M${-stopRadius + 3.5} 0H${stopRadius - 3.5}`),
    line(text, {
      x: isLeft ? -room : room,
      y: 4,
      font: smallFont,
      className: classes.dim,
      anchor: isLeft ? 'end' : 'start',
    }),
  ]);
}
