/** A whole document below one key: what is said of it, and how it gets to the left. */
import type { ShapeProblem } from '../../model/shape.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf, lineEndBehind } from '../../syntax/textLines.ts';
import { contains } from '../../util/span.ts';
import type { Finding } from '../rule.ts';
import type { Edit } from './edits.ts';
import { bare, quoted } from './words.ts';

type Nested = Extract<ShapeProblem, { code: 'nested' }>;

export function nestedFinding(document: DocumentState, problem: Nested): Finding {
  const { span, entry, isKnown, record } = problem;
  const key = quoted(entry.key.text);
  const where = `All of this ${bare(record.title)} stands below ${key}`;
  const edits = editsFor(document, problem);
  return {
    span,
    message: isKnown
      ? `${where}, which takes its id alone. Move what is below it to the left.`
      : `${where}. Remove that key, and move what is below it to the left.`,
    fixes: edits === undefined ? [] : [{ title: `Take it out of ${key}`, edits, preferred: true }],
  };
}

/** `undefined` where the map is written in braces, begins on the line of its key, or has a line that stands further left. */
function editsFor(document: DocumentState, { entry, map, isKnown }: Nested): readonly Edit[] | undefined {
  const { lines, text, tree } = document;
  const { key } = entry;
  const line = lines.position(key.span.start).line;
  const first = lines.position(map.span.start).line;
  const column = columnOf(document, map.span.start);
  const isNamed = map.anchor !== undefined || map.tag !== undefined;
  if (map.flow || isNamed || first === line || columnOf(document, key.span.start) > 0) return undefined;
  const from = lines.line(line).start;
  const to = lines.line(line + 1).start;
  if (tree.comments.some(each => contains({ start: from, end: to }, each.span))) return undefined;
  const edits: Edit[] = [{ span: { start: from, end: to }, newText: '' }];
  const last = lines.position(lineEndBehind(document, map)).line;
  for (let at = line + 1; at <= last; at++) {
    const { start, end } = lines.line(at);
    const blanks = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
    const isEmpty = blanks === end - start;
    if (blanks < column && !isEmpty && text[start + blanks] !== '#') return undefined;
    edits.push({ span: { start, end: start + Math.min(blanks, column) }, newText: '' });
  }
  const id = map.entries.find(each => each.key.text === 'id' || each.key.text === key.text);
  if (isKnown && id?.key.text === 'id') edits.push({ span: id.key.span, newText: key.text });
  return edits;
}
