/** Makes the elements of a drawing. */
import type { Box } from './drawing.ts';
import type { SvgElement } from './svgElement.ts';
import { clean, type Font, joined, shorten } from './text.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Children = readonly (SvgElement | string | undefined)[];

/** Half a pixel is as fine as anything is placed, so that the same thing has the same number in every drawing. */
export const round = (value: number): number => Math.round(value * 2) / 2;

export function element(name: string, given: Attributes, inner: Children = []): SvgElement {
  const attributes: Record<string, string | number> = {};
  for (const key in given) {
    const value = given[key];
    if (value !== undefined) attributes[key] = typeof value === 'number' ? round(value) : value;
  }
  return { name, attributes, children: inner.filter(child => child !== undefined) };
}

export const withKey = (key: string, made: SvgElement): SvgElement => ({ ...made, key });

export const at = (x: number, y: number): string => `translate(${round(x)} ${round(y)})`;

export const rectangle = (className: string, { x, y, width, height }: Box, radius = 0): SvgElement =>
  element('rect', { class: className, x, y, width, height, rx: radius === 0 ? undefined : radius });

export const circle = (className: string, cx: number, cy: number, r: number): SvgElement =>
  element('circle', { class: className, cx, cy, r });

export const path = (className: string, d: string): SvgElement => element('path', { class: className, d });

export const tooltip = (text: string): SvgElement => element('title', {}, [text]);

export interface Line {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly font: Font;
  readonly className: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Besides: attributes of the text. */
  readonly data?: Attributes;
}

/** One line of words as they are; `undefined` for none. */
export function line(text: string, { x, y, font, className, anchor, data }: Line): SvgElement | undefined {
  if (text === '') return undefined;
  const attributes = {
    class: className,
    x,
    y,
    'font-size': String(font.size),
    'font-weight': font.bold ? 600 : 400,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...data,
  };
  return element('text', attributes, [text]);
}

/** One line of words, or of several parts, made fit for a width. */
export const fitted = (
  text: string | readonly (string | undefined)[],
  width: number,
  how: Line,
): SvgElement | undefined =>
  line(shorten(typeof text === 'string' ? clean(text) : joined(text), width, how.font), how);

const hatchGap = 9;

/** Slanting lines over a box. */
export function hatching(className: string, { x, y, width, height }: Box): SvgElement {
  const strokes: string[] = [];
  for (let from = hatchGap; from < width + height; from += hatchGap) {
    // A line from the upper or right side down to the left or lower one.
    const [x1, y1] = from < width ? [from, 0] : [width, from - width];
    const [x2, y2] = from < height ? [0, from] : [from - height, height];
    strokes.push(`M${round(x + x1)} ${round(y + y1)}L${round(x + x2)} ${round(y + y2)}`);
  }
  return path(className, strokes.join(''));
}
