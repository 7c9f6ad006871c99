/** Block maps that stand where a list is wanted: how they become one, where that leads to something that is read. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { Shape } from '../../../../../schemas/table.ts';
import { checkNode } from '../../model/checkShape.ts';
import { isKebabCase } from '../../model/values/identifier.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf, lineEndBehind, lineEndOf } from '../../syntax/textLines.ts';
import type { Entry, MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { contains } from '../../util/span.ts';
import type { Fix, RuleContext } from '../rule.ts';
import type { Edit } from './edits.ts';
import { pairEdits, pairOfEntry } from './pairs.ts';
import { quoted } from './words.ts';

/**
 * Of a map on lines of its own: it gets its dash, each of its keys gets one, or the list that is all it holds takes its place.
 *
 * @param shape what is wanted; none of it need be a list
 */
export function intoList(context: RuleContext, map: MapNode, shape: Shape): readonly Fix[] {
  const { document } = context;
  const { lines, text } = document;
  const list = shape.type === 'choice' ? shape.options.find(each => each.type === 'list') : shape;
  const start = lines.line(lines.position(map.span.start).line).start;
  const isApart = map.parent?.kind === 'entry' && text.slice(start, map.span.start).trim() === '';
  if (list?.type !== 'list' || map.flow || !isApart) return [];
  const takesMaps = list.of.type !== 'scalar' && list.of.type !== 'list';
  if (!takesMaps) return withoutKey(document, map, list);
  const dashed = dashes(document, map, list.of);
  if (dashed.some(({ preferred }) => preferred)) return dashed;
  const pairs = paired(context, map, list.of);
  if (pairs.length > 0) return pairs;
  const others = [...keyed(document, map, list.of), ...dashed];
  return others.length > 0 ? others : withoutKey(document, map, list);
}

/** The map as an entry of the list. */
function dashes(document: DocumentState, map: MapNode, shape: Shape): readonly Fix[] {
  const { lines } = document;
  const edits = [{ span: { start: map.span.start, end: map.span.start }, newText: '- ' }];
  const last = lines.position(lineEndBehind(document, map)).line;
  for (let line = lines.position(map.span.start).line + 1; line <= last; line++) {
    const { start: at, end } = lines.line(line);
    if (end > at) edits.push({ span: { start: at, end: at }, newText: '  ' });
  }
  return ifRead(map, shape, {
    title: 'Make it a list entry with a dash',
    edits,
    preferred: true,
    safe: true,
  });
}

/** The keys that an entry of a list is called by, where a map would have called it by its key. */
const calledBy: readonly string[] = ['id', 'phase', 'when', 'lane'];

/**
 * `draft:` with a step below it, and others beside it: each becomes an entry that is called as its key was. One that is sound by itself,
 * such as `otherwise: next`, only gets its dash.
 */
function keyed(document: DocumentState, map: MapNode, shape: Shape): readonly Fix[] {
  const isAlone = (entry: Entry): boolean => isRead({ ...map, entries: [entry] }, shape);
  const [called, ...others] = map.entries.filter(entry => !isAlone(entry));
  // Of one list alone it is more likely that its key is too much.
  if (map.entries.length < 2 && called?.value?.kind !== 'map') return [];
  const key = calledBy.find(each => [called, ...others].every(entry => isReadAs(entry, each, shape)));
  const edits = map.entries.map(entry =>
    entryEdits(document, entry, key === undefined || isAlone(entry) ? '' : `${key}: `),
  );
  if ((called !== undefined && key === undefined) || edits.includes(undefined)) return [];
  const title = 'Make each key an entry of the list';
  return [{ title, edits: edits.flatMap(each => each ?? []), preferred: true }];
}

/** `week 2: Ready` and others beside it: each becomes an entry of two keys. */
function paired(context: RuleContext, { entries }: MapNode, shape: Shape): readonly Fix[] {
  const edits = entries.map(entry => {
    const pair = pairOfEntry(context, entry, shape);
    return pair && pairEdits(context.document, entry, pair, undefined, '- ');
  });
  if (edits.includes(undefined)) return [];
  return [
    {
      title: 'Make each key an entry of the list',
      edits: edits.flatMap(each => each ?? []),
      preferred: true,
    },
  ];
}

/** What it is can be told; what one of its keys holds may still be wrong. */
const isRead = (node: MapNode, shape: Shape): boolean =>
  checkNode(node, shape, table).problems.every(({ code }) => code === 'wrong-type');

function isReadAs(entry: Entry | undefined, calling: string, shape: Shape): boolean {
  const called = entry && withCalling(entry, calling);
  if (entry === undefined || called === undefined) return false;
  const { key, value } = entry;
  if (calling === 'id' ? !isKebabCase(key.text) : value?.kind === 'map' && isRead(value, shape)) return false;
  return isRead(called, shape);
}

/** What an entry says as a map with its key as one more value, a list as its steps; `undefined` where that is no such map. */
function withCalling({ key, value }: Entry, calling: string): MapNode | undefined {
  if (value === undefined || value.anchor !== undefined || value.tag !== undefined) return undefined;
  if (value.kind !== 'map' && value.kind !== 'list') return undefined;
  const { span, parent } = value;
  const map: MapNode = value.kind === 'map' ? value : { kind: 'map', flow: false, span, parent, entries: [] };
  const added = (name: string, held: SyntaxNode): Entry => ({
    ...{ kind: 'entry', span: key.span, parent: map },
    ...{ key: { ...key, text: name }, value: held },
  });
  const own = value.kind === 'list' ? [added('steps', value)] : value.entries;
  if (own.some(each => each.key.text === calling)) return undefined;
  return { ...map, entries: [added(calling, key), ...own] };
}

/**
 * The entry with a dash, and what is below it in the column behind the dash; `undefined` where a line has no room for that.
 *
 * @param calling what its key is the value of from now on, with its colon; `''`: it stays the key
 */
function entryEdits(document: DocumentState, entry: Entry, calling: string): readonly Edit[] | undefined {
  const { lines, text } = document;
  const { key, value } = entry;
  if (value === undefined) return undefined;
  const { start } = key.span;
  if (calling === '')
    return setIn(document, entry, value, [{ span: { start, end: start }, newText: '- ' }], 2);
  const colon = text.indexOf(':', key.span.end);
  const written = `- ${calling}${text.slice(start, key.span.end)}`;
  const named = { span: { start, end: colon + 1 }, newText: written };
  const isBeside = lines.position(value.span.start).line === lines.position(start).line;
  const column = columnOf(document, start);
  const apart = column + 2 - columnOf(document, value.span.start);
  if (value.kind === 'list') {
    const steps = `${lineEndOf(document)}${' '.repeat(column + 2)}steps:`;
    if (isBeside) return setIn(document, entry, value, [{ ...named, newText: `${written}${steps}` }], 2);
    const { end } = lines.line(lines.position(start).line);
    const below = { span: { start: end, end }, newText: steps };
    return setIn(document, entry, value, [named, below], Math.max(0, apart + 2));
  }
  if (value.kind === 'map' && value.flow) {
    const opened = value.span.start + 1;
    if (/[\r\n#]/.test(text.slice(colon, opened))) return undefined;
    const gap = /^\s/.test(text.slice(opened)) ? '' : ' ';
    return [
      { span: { start, end: opened }, newText: `- { ${calling}${text.slice(start, key.span.end)},${gap}` },
    ];
  }
  return setIn(document, entry, value, [named], isBeside ? 2 : apart);
}

/** The edits, and all lines below an entry's key further in by so many columns; `undefined` where a line has no room for that. */
function setIn(
  document: DocumentState,
  { key }: Entry,
  value: SyntaxNode,
  edits: readonly Edit[],
  shift: number,
): readonly Edit[] | undefined {
  const { lines, text } = document;
  const moved: Edit[] = [];
  const last = lines.position(lineEndBehind(document, value)).line;
  for (let line = lines.position(key.span.start).line + 1; line <= last && shift !== 0; line++) {
    const { start: at, end } = lines.line(line);
    const blanks = /^ */.exec(text.slice(at, end))?.[0].length ?? 0;
    if (blanks === end - at) continue;
    if (blanks < -shift) return undefined;
    moved.push({
      span: { start: at, end: at + Math.max(0, -shift) },
      newText: ' '.repeat(Math.max(0, shift)),
    });
  }
  return [...edits, ...moved];
}

/** `parallel:` with nothing but `steps:` below it: the list takes the place of the map. */
function withoutKey(document: DocumentState, map: MapNode, shape: Shape): readonly Fix[] {
  const [entry, ...others] = map.entries;
  const list = entry?.value;
  if (entry === undefined || others.length > 0 || list?.kind !== 'list' || list.flow) return [];
  const { lines, tree } = document;
  const lineStart = (offset: number): number => lines.line(lines.position(offset).line).start;
  const span = { start: lineStart(map.span.start), end: lineStart(list.span.start) };
  if (span.end <= entry.key.span.end || tree.comments.some(each => contains(span, each.span))) return [];
  const title = `Remove ${quoted(entry.key.text)}, and keep its list`;
  return ifRead(list, shape, { title, edits: [{ span, newText: '' }], preferred: true });
}

/** A fix after which a node is read in this shape: not where more than one mistake is then in it, and preferred only if none is. */
function ifRead(node: SyntaxNode, shape: Shape, fix: Fix): readonly Fix[] {
  const [left, ...others] = checkNode(node, shape, table).problems;
  if (left === undefined) return [fix];
  const isOther = left.code === 'unknown-variant' && left.near === undefined;
  return isOther || others.length > 0 ? [] : [{ title: fix.title, edits: fix.edits }];
}
