/** Draws the wires of a chart: line, arrow, words and the sign of a stop. */
import { classes } from './classes.ts';
import { conditionLines } from './conditions.ts';
import type { Box } from './drawing.ts';
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

function edgeWords({ edge: { label, atMost } }: Wire): string {
  const bound = atMost === undefined ? [] : [atMost === 1 ? 'at most once' : `at most ${atMost} times`];
  return [...(label === undefined ? [] : [clean(label)]), ...bound].join(', ');
}

/** The lines in its chip: what may be shortened, then the bound whole. */
export function wireLines({ text, bound, room, lines }: WireWords): readonly string[] {
  const width = room - 2 * chipPadding;
  return conditionLines(text, bound, Array<number>(lines).fill(width), smallFont);
}

/** Around its middle. */
export const chipSize = (words: WireWords): { readonly width: number; readonly height: number } => {
  const lines = wireLines(words);
  const widest = Math.max(0, ...lines.map(each => textWidth(each, smallFont)));
  return {
    width: Math.ceil(widest) + 2 * chipPadding,
    height: chipHeight + (lines.length - 1) * chipLine,
  };
};

/** What the words of a wire cover; `undefined`: it has none. */
export function chipBox(words: WireWords): Box | undefined {
  const { width, height } = chipSize(words);
  if (width <= 2 * chipPadding) return undefined;
  const { x, y } = words.middle();
  const left = words.side === 'left' ? x - chipGap - width : x - width / 2;
  return { x: left, y: y - height / 2, width, height };
}

function drawWords(words: WireWords): SvgElement | undefined {
  const box = chipBox(words);
  if (box === undefined) return undefined;
  const { x, y, width, height } = box;
  const lines = wireLines(words);
  const first = 4 - ((lines.length - 1) * chipLine) / 2;
  return element('g', { transform: at(x + width / 2, y + height / 2) }, [
    rectangle(classes.chip, { x: -width / 2, y: -height / 2, width, height }, 4),
    ...lines.map((each, row) =>
      line(each, {
        x: 0,
        y: first + row * chipLine,
        font: smallFont,
        className: classes.words,
        anchor: 'middle',
      }),
    ),
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
