/** Lists that stand where the line with their key was left out: the table tells which key that is. */
import type { RecordDescription, Shape } from '../../../../../schemas/table.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { walk } from '../../syntax/path.ts';
import { columnOf, lineEndOf } from '../../syntax/textLines.ts';
import type { Entry, KeylessList } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import { quoted } from './words.ts';

/** What is wrong with such a list and what mends it; `undefined` where no one key takes it. */
export function keyOfList(
  document: DocumentState,
  list: KeylessList,
): Pick<Finding, 'message' | 'fixes'> | undefined {
  const entry = entryOf(document, list);
  const record = entry && document.shape.records.get(entry.parent);
  if (entry === undefined || record === undefined) return undefined;
  return keyAbove(document, list, entry, record) ?? withoutNext(document, list, entry);
}

/** `when: x` with nodes below: `steps:` is missing between the two. */
function keyAbove(
  document: DocumentState,
  { keys, lineStart }: KeylessList,
  { key, parent }: Entry,
  record: RecordDescription,
): Pick<Finding, 'message' | 'fixes'> | undefined {
  const written = new Set(parent.entries.map(each => each.key.text));
  const taking = record.keys.filter(each => !written.has(each.key) && takes(each.shape, keys));
  const [missing, ...others] = taking;
  if (missing === undefined || others.length > 0) return undefined;
  const line = `${' '.repeat(columnOf(document, key.span.start))}${missing.key}:${lineEndOf(document)}`;
  const edits = [{ span: { start: lineStart, end: lineStart }, newText: line }];
  return {
    message: `A line with "${missing.key}:" is missing above this list, since ${quoted(key.text)} has a value of its own. Insert it.`,
    fixes: [{ title: `Insert "${missing.key}:"`, edits, preferred: true }],
  };
}

/** `otherwise: next` with nodes below: after them the chain goes on to the next node anyway. */
function withoutNext(
  document: DocumentState,
  { keys, value }: KeylessList,
  entry: Entry,
): Pick<Finding, 'message' | 'fixes'> | undefined {
  const shape = document.shape.keys.get(entry)?.shape;
  if (shape === undefined || !takes(shape, keys)) return undefined;
  const text = document.text.slice(value.start, value.end);
  const message = `${quoted(entry.key.text)} takes a text or a list, and has both here. Remove ${quoted(text)}, or the list.`;
  const before = document.text.slice(entry.key.span.end, value.start).trimEnd().length;
  const edits = [{ span: { start: entry.key.span.end + before, end: value.end }, newText: '' }];
  const fixes = text === 'next' ? [{ title: `Remove ${quoted(text)}`, edits, preferred: true }] : [];
  return { message, fixes };
}

const entryOf = ({ tree }: DocumentState, { below }: KeylessList): Entry | undefined => {
  for (const { kind, span, parent } of walk(tree))
    if (kind === 'scalar' && span.start === below.start && parent?.kind === 'entry') return parent;
  return undefined;
};

/** Whether a value may be a list whose items are told by one of these keys. */
const takes = (shape: Shape, keys: readonly string[]): boolean =>
  shape.type === 'choice'
    ? shape.options.some(each => takes(each, keys))
    : shape.type === 'list' &&
      shape.of.type === 'variant' &&
      Object.keys(shape.of.by).some(key => keys.includes(key));
