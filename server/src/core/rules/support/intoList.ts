/** Block maps that stand where a list is wanted: how they become one, where that leads to something that is read. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { Shape } from '../../../../../schemas/table.ts';
import { checkNode } from '../../model/checkShape.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { lineEndBehind } from '../../syntax/textLines.ts';
import type { MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { contains } from '../../util/span.ts';
import type { Fix } from '../rule.ts';
import { quoted } from './words.ts';

/**
 * Of a map on lines of its own: it gets its dash, or the list that is all it holds takes its place.
 *
 * @param shape what is wanted; none of it need be a list
 */
export function intoList(document: DocumentState, map: MapNode, shape: Shape): readonly Fix[] {
  const { lines, text } = document;
  const list = shape.type === 'choice' ? shape.options.find(each => each.type === 'list') : shape;
  const start = lines.line(lines.position(map.span.start).line).start;
  const isApart = map.parent?.kind === 'entry' && text.slice(start, map.span.start).trim() === '';
  if (list?.type !== 'list' || map.flow || !isApart) return [];
  const takesMaps = list.of.type !== 'scalar' && list.of.type !== 'list';
  const dashed = takesMaps ? dashes(document, map, list.of) : [];
  return dashed.length > 0 ? dashed : withoutKey(document, map, list);
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
