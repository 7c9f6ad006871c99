/** How what is wanted begins, where something else stands: the second sentence of a message. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { RecordDescription, Shape } from '../../../../../schemas/table.ts';
import type { ShapeProblem } from '../../model/shape.ts';
import { enumerated } from './words.ts';

type WrongType = Extract<ShapeProblem, { code: 'wrong-type' }>;

/** Keys of which a map has one at least: more are not told. */
const mostKeys = 6;

/** `''` where the first sentence says it all. */
export function howToWrite({ node, entry, shape, found }: WrongType): string {
  if (found === 'nothing' || shape.type === 'choice') return '';
  if (shape.type === 'map')
    return node?.kind === 'list'
      ? ` Write each entry as a key with its value${node.flow ? '' : ', without a dash'}.`
      : '';
  const keys = firstKeys(shape);
  if (keys === undefined || found === 'a mapping') return '';
  const isBelow = entry !== undefined && node?.parent?.kind !== 'list';
  return isBelow ? ` Write ${keys} below it.` : ` Begin it with ${keys}.`;
}

function firstKeys(shape: Shape): string | undefined {
  if (shape.type === 'variant') {
    const keys = Object.keys(shape.by);
    if (keys[0] === 'skill') return '"skill" for who acts, and "do" for what is done';
    return keys.length <= mostKeys ? enumerated(keys, 'or') : undefined;
  }
  const record = shape.type === 'record' ? table.records[shape.record] : undefined;
  return record && keysOf(record);
}

/** What a record cannot be without; of one that needs nothing, what it mostly begins with. */
function keysOf({ keys, oneOf = [] }: RecordDescription): string | undefined {
  const required = keys.filter(each => each.required).map(({ key }) => key);
  const [choice] = oneOf;
  const all = choice?.keys[0] === undefined ? required : [...required, choice.keys[0]];
  if (all.length > mostKeys) return undefined;
  if (required.length > 0) return enumerated(all, 'and');
  const [first] = keys;
  return choice === undefined ? first && `"${first.key}"` : enumerated(choice.keys, 'or');
}

/** The one key under which a text says what a map of this shape has to say; `undefined`: there is more to say. */
export function onlyKeyOf(shape: Shape): string | undefined {
  const record = shape.type === 'record' ? table.records[shape.record] : undefined;
  const [required, ...others] = record?.keys.filter(each => each.required) ?? [];
  const isAlone = others.length === 0 && (record?.oneOf ?? []).length === 0;
  return isAlone && required?.shape.type === 'scalar' ? required.key : undefined;
}
