/** What a drawing's elements cover, read from the elements themselves: boxes of nodes, segments of edges, boxes of texts. */
import type { Box, Drawing } from '../../../server/src/core/drawing/drawing.ts';
import type { SvgElement } from '../../../server/src/core/drawing/svgElement.ts';
import { textWidth } from '../../../server/src/core/drawing/text.ts';
import { classesOf } from './drawings.ts';

export interface Segment {
  readonly edge: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Covered extends Box {
  /** The key of the element that it stands in. */
  readonly owner: string;
}

export interface Geometry {
  /** Cards, bars, rings and names of handoffs; not diamonds. */
  readonly cards: readonly Covered[];
  readonly diamonds: readonly Covered[];
  readonly segments: readonly Segment[];
  readonly texts: readonly (Covered & { readonly text: string })[];
  readonly chips: readonly Covered[];
}

const numberOf = (element: SvgElement, name: string): number => Number(element.attributes[name] ?? 0);

export function geometryOf({ elements, places }: Drawing): Geometry {
  const [cards, diamonds]: [Covered[], Covered[]] = [[], []];
  const [segments, texts, chips]: [Segment[], (Covered & { text: string })[], Covered[]] = [[], [], []];
  const read = (element: SvgElement, owner: string, left: number, top: number): void => {
    const [, dx = 0, dy = 0] =
      /^translate\((\S+) (\S+)\)$/.exec(String(element.attributes['transform'] ?? '')) ?? [];
    const [x, y] = [left + Number(dx), top + Number(dy)];
    const names = classesOf(element);
    if (names.includes('chain-line') && !names.includes('chain-stop')) {
      segments.push(...segmentsOf(String(element.attributes['d']), owner, x, y));
    }
    if (names.includes('chain-chip')) {
      const [width, height] = [numberOf(element, 'width'), numberOf(element, 'height')];
      chips.push({ owner, x: x + numberOf(element, 'x'), y: y + numberOf(element, 'y'), width, height });
    }
    const [text] = element.children;
    if (element.name === 'text' && typeof text === 'string') texts.push(textBox(element, text, owner, x, y));
    for (const child of element.children) if (typeof child !== 'string') read(child, owner, x, y);
  };
  for (const element of elements) {
    const owner = element.key ?? '';
    read(element, owner, 0, 0);
    const place = places.get(String(element.attributes['data-id']));
    if (place === undefined || !owner.startsWith('node:')) continue;
    const isDiamond = classesOf(element).includes('chain-decision');
    (isDiamond ? diamonds : cards).push({ owner, ...place });
  }
  return { cards, diamonds, segments, texts, chips };
}

function textBox(
  element: SvgElement,
  text: string,
  owner: string,
  x: number,
  y: number,
): Covered & { text: string } {
  const size = numberOf(element, 'font-size');
  const width = textWidth(text, { size, bold: element.attributes['font-weight'] === 600 });
  const anchor = element.attributes['text-anchor'];
  const back = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
  const left = x + numberOf(element, 'x') - back;
  return { owner, text, x: left, y: y + numberOf(element, 'y') - size * 0.75, width, height: size * 0.95 };
}

/** Corners are taken as sharp: what is free of these is free of round ones. */
function segmentsOf(d: string, edge: string, x: number, y: number): readonly Segment[] {
  const segments: Segment[] = [];
  let [fromX, fromY] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLQH])([^MLQH]*)/g)) {
    const numbers = rest.trim().split(/\s+/).map(Number);
    const points = command === 'H' ? [[numbers[0] ?? 0, fromY - y]] : pairs(numbers);
    for (const [px = 0, py = 0] of points) {
      if (command !== 'M') segments.push({ edge, x1: fromX, y1: fromY, x2: x + px, y2: y + py });
      [fromX, fromY] = [x + px, y + py];
    }
  }
  return segments;
}

const pairs = (numbers: readonly number[]): readonly (readonly number[])[] =>
  numbers.flatMap((_, at) => (at % 2 === 0 ? [numbers.slice(at, at + 2)] : []));

export const overlap = (a: Box, b: Box, by = 0.5): boolean =>
  a.x + a.width > b.x + by &&
  b.x + b.width > a.x + by &&
  a.y + a.height > b.y + by &&
  b.y + b.height > a.y + by;

/** The box around a segment, which runs along an axis. */
export const boxOf = ({ x1, y1, x2, y2 }: Segment): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});

/** Whether a segment along an axis comes nearer than `by` into a box. */
export const crosses = (segment: Segment, box: Box, by = 0.6): boolean => {
  const { x, y, width, height } = boxOf(segment);
  return (
    x < box.x + box.width - by &&
    x + width > box.x + by &&
    y < box.y + box.height - by &&
    y + height > box.y + by
  );
};

/** Whether a box comes into a diamond; the diamond's border is free. */
export function cutsDiamond({ x, y, width, height }: Box, diamond: Box): boolean {
  const nearest = (from: number, length: number, middle: number): number =>
    Math.abs(Math.max(from, Math.min(from + length, middle)) - middle);
  const across = nearest(x, width, diamond.x + diamond.width / 2) / (diamond.width / 2);
  const down = nearest(y, height, diamond.y + diamond.height / 2) / (diamond.height / 2);
  return across + down < 0.97;
}

/** Every pair of boxes of two lists that meet, by a sweep from the top. */
export function* meeting<A extends Box, B extends Box>(
  first: readonly A[],
  second: readonly B[],
): Generator<readonly [A, B]> {
  const events = [
    ...first.map(box => ({ box, isFirst: true as const })),
    ...second.map(box => ({ box, isFirst: false as const })),
  ].sort((a, b) => a.box.y - b.box.y);
  let openFirst: A[] = [];
  let openSecond: B[] = [];
  for (const { box, isFirst } of events) {
    openFirst = openFirst.filter(each => each.y + each.height >= box.y);
    openSecond = openSecond.filter(each => each.y + each.height >= box.y);
    if (isFirst) {
      for (const other of openSecond) yield [box as A, other];
      openFirst.push(box as A);
    } else {
      for (const other of openFirst) yield [other, box as B];
      openSecond.push(box as B);
    }
  }
}
