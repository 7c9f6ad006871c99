/** What belongs into a list of its map and stands beside it: what is said of it, and how it gets there. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { ShapeProblem } from '../../model/shape.ts';
import { describeShape } from '../../model/shapeWords.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf, lineEndBehind, lineEndOf } from '../../syntax/textLines.ts';
import type { Entry } from '../../syntax/tree.ts';
import type { Finding, Fix } from '../rule.ts';
import type { Edit } from './edits.ts';
import { bare, enumerated, quoted } from './words.ts';

type Unlisted = Extract<ShapeProblem, { code: 'unlisted' }>;

export function unlistedFinding(document: DocumentState, problem: Unlisted): Finding {
  const { span, record, key, children, isList } = problem;
  const names = [...new Set(children.map(each => each.key.text))];
  const lists =
    key.shape.type === 'choice' ? key.shape.options.filter(each => each.type === 'list') : [key.shape];
  const wanted = lists.map(shape => describeShape(shape, table)).join(' or ');
  const what = isList ? 'the list' : enumerated(names, 'and');
  const message = `This ${bare(record.title)} has no key ${quoted(names[0] ?? '')}, but takes ${wanted} under "${key.key}". Put ${what} there.`;
  const edits = editsFor(document, problem);
  const title = `Put ${isList ? 'the list' : children.length === 1 ? 'it' : 'them'} under "${key.key}"`;
  const fixes: readonly Fix[] = edits === undefined ? [] : [{ title, edits, preferred: true }];
  return { span, message, fixes };
}

/** `undefined` where they stand apart from one another or from their key, or that has a value that cannot go elsewhere. */
function editsFor(document: DocumentState, problem: Unlisted): readonly Edit[] | undefined {
  const { map, key, entry, children, isList } = problem;
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const at = map.entries.indexOf(first);
  const isTogether = map.entries.indexOf(last) - at === children.length - 1;
  if (!isTogether) return undefined;
  if (entry === undefined)
    return map.flow ? inFlow(key.key, first, last) : below(document, `${key.key}:`, first, last);
  const freed =
    map.entries[at - 1] === entry && !map.flow ? withoutValue(document, problem, entry) : undefined;
  if (freed === undefined) return undefined;
  if (!isList) return [...freed, ...below(document, undefined, first, last)];
  const line = withoutKey(document, entry, first);
  return line && [...freed, ...line];
}

const inFlow = (key: string, first: Entry, last: Entry): readonly Edit[] => [
  { span: { start: first.span.start, end: first.span.start }, newText: `${key}: [{ ` },
  { span: { start: last.span.end, end: last.span.end }, newText: ' }]' },
];

/** Sets entries in below a key, the first with a dash. */
function below(document: DocumentState, key: string | undefined, first: Entry, last: Entry): readonly Edit[] {
  const { lines, text } = document;
  const { start } = first.span;
  const indent = ' '.repeat(columnOf(document, start) + 2);
  const newText = key === undefined ? '  - ' : `${key}${lineEndOf(document)}${indent}- `;
  const edits: Edit[] = [{ span: { start, end: start }, newText }];
  const end = lines.position(lineEndBehind(document, last)).line;
  for (let line = lines.position(start).line + 1; line <= end; line++) {
    const span = lines.line(line);
    if (text.slice(span.start, span.end).trim() !== '')
      edits.push({ span: { start: span.start, end: span.start }, newText: '    ' });
  }
  return edits;
}

/** Makes room for the list: where the chain goes on behind it has a key of its own, and needs none if that is the next node. */
function withoutValue(
  document: DocumentState,
  { map, record, children }: Unlisted,
  { key, value }: Entry,
): readonly Edit[] | undefined {
  if (value?.kind !== 'scalar' || value.text === '') return [];
  const between = document.text.slice(key.span.end, value.span.start).trimEnd().length;
  const freed = { span: { start: key.span.end + between, end: value.span.end }, newText: '' };
  if (value.text === 'next' || /^(?:true|yes|on)$/i.test(value.text)) return [freed];
  const last = children.at(-1);
  const takesGo =
    record.keys.some(each => each.key === 'go') && !map.entries.some(each => each.key.text === 'go');
  if (!takesGo || last === undefined) return undefined;
  const at = lineEndBehind(document, last);
  const indent = ' '.repeat(columnOf(document, key.span.start));
  const written = document.text.slice(value.span.start, value.span.end);
  return [freed, { span: { start: at, end: at }, newText: `${lineEndOf(document)}${indent}go: ${written}` }];
}

/** Takes the line away on which the key of a block list stands, right below the key that the list belongs to. */
function withoutKey(
  document: DocumentState,
  owner: Entry,
  { key, value }: Entry,
): readonly Edit[] | undefined {
  const { lines, tree } = document;
  if (value?.kind !== 'list' || value.flow) return undefined;
  const line = lines.position(key.span.start).line;
  const span = { start: lines.line(line - 1).end, end: lines.line(line).end };
  const isBeside = lines.position(owner.span.end).line < line && lines.position(value.span.start).line > line;
  const isCommented = tree.comments.some(each => each.span.start > key.span.end && each.span.end <= span.end);
  return isBeside && !isCommented ? [{ span, newText: '' }] : undefined;
}
