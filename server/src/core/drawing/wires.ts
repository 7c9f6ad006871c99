/** Draws the wires of a chart: line, arrow, words and the sign of a stop. */
import { classes } from './classes.ts';
import { drawLine } from './lines.ts';
import type { Point } from './ports.ts';
import { at, circle, element, line, path, rectangle, tooltip, withKey } from './shapes.ts';
import { chipHeight, chipPadding, smallFont, stopRadius, stopRoom } from './sizes.ts';
import type { SvgElement } from './svgElement.ts';
import { clean, isolated, shorten, textWidth } from './text.ts';
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

/** The text in its chip: what may be shortened, then the bound whole. */
export function wireText({ text, bound, room }: WireWords): string {
  const own = isolated(text);
  if (own === '') return bound;
  const left = room - 2 * chipPadding;
  if (bound === '') return shorten(own, left, smallFont);
  return `${closed(shorten(own, left - textWidth(` ${bound}`, smallFont), smallFont))} ${bound}`;
}

/** What was shortened may have lost the end of its isolation. */
const closed = (text: string): string =>
  text.startsWith('\u2068') && !text.endsWith('\u2069') ? `${text}\u2069` : text;

/** Around its middle. */
export const chipSize = (words: WireWords): { readonly width: number; readonly height: number } => ({
  width: Math.ceil(textWidth(wireText(words), smallFont)) + 2 * chipPadding,
  height: chipHeight,
});

function drawWords(words: WireWords): SvgElement | undefined {
  const text = wireText(words);
  if (text === '') return undefined;
  const { width, height } = chipSize(words);
  const { x, y } = words.middle();
  const box = { x: -width / 2, y: -height / 2, width, height };
  return element('g', { transform: at(x, y) }, [
    rectangle(classes.chip, box, 4),
    line(text, { x: 0, y: 4, font: smallFont, className: classes.words, anchor: 'middle' }),
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
