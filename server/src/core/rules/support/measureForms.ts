/** `0-100 %`, `yes/no`, `years`: a measure whose unit stands where its numbers are wanted. */
import type { Shape } from '../../../../../schemas/table.ts';
import { readDuration } from '../../model/values/duration.ts';
import { readNumberRange } from '../../model/values/number.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { isPlainInFlow, singleQuoted } from './scalars.ts';

const form = /^(-?\d[\d.]*(?:\s*(?:-|–|\.\.|\bto\b)\s*-?\d[\d.]*)?)?\s*(\D{1,40})$/u;
const yesOrNo = /^(?:yes\s*(?:[/|,-]|or)\s*no|true\s*(?:[/|,-]|or)\s*false|bool(?:ean)?|flag)$/i;

/** The map that says the same; `undefined`: it is no measure, or its words are no unit. */
export function measureMap({ text, style }: ScalarNode, shape: Shape): string | undefined {
  const isMeasure =
    shape.type === 'choice' &&
    shape.options.some(each => each.type === 'scalar' && each.meaning === 'number-range');
  if (!isMeasure || style === 'literal' || style === 'folded') return undefined;
  if (yesOrNo.test(text)) return '{ unit: yes or no }';
  const [, range, unit = ''] = form.exec(text) ?? [];
  const words = unit.trim();
  const isUnit = range !== undefined || /^(?:%|[$€£¥]|count)$/.test(words) || readDuration(`2 ${words}`).ok;
  if (!isUnit || words === '' || (range !== undefined && !readNumberRange(range).ok)) return undefined;
  const said = isPlainInFlow(words) ? words : singleQuoted(words);
  return range === undefined ? `{ unit: ${said} }` : `{ unit: ${said}, range: ${range} }`;
}
