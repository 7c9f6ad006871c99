/** Lines that stand where nothing can: behind the end of the document's value, or a list behind a key on its line. */
import type { Span } from '../../util/span.ts';
import { blankOut, lineAt, type Mend, type Mender, valueSpan, visibleTokenFrom } from '../mend.ts';
import { hasDeeperLine } from '../traps/colonInText.ts';
import { excerpt, quotingMend } from '../traps/quoting.ts';

/** `needs: - a`: a list begins on a line of its own; with nothing below it is a text that begins with a dash. */
export const dashBehindKey: Mender = ({ text }, error) => {
  if (!error.message.startsWith('Unexpected block-seq-ind')) return undefined;
  const line = lineAt(text, error.start);
  const { key } = line;
  if (key === undefined || error.start <= key.colon) return undefined;
  const column = key.span.start - line.span.start;
  const rest = { start: error.start, end: line.span.end };
  if (!hasDeeperLine(text, line.span.end, column)) {
    const message = `A list cannot begin behind "${key.text}:" on its line. Put "${excerpt(text, rest)}" in quotes, or begin the list on the next line.`;
    return quotingMend(text, rest, message);
  }
  const below = line.span.end + (/^\s*/.exec(text.slice(line.span.end))?.[0].length ?? 0);
  const newText = `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(lineAt(text, below).indent)}`;
  const edits = [{ span: { start: key.colon + 1, end: error.start }, newText }];
  return {
    problem: {
      code: 'yaml-syntax',
      span: { start: error.start, end: error.start + 1 },
      message: `A list cannot begin behind "${key.text}:" on its line. Begin it on the next line.`,
      fix: { title: 'Begin the list on the next line', edits },
    },
    edits,
  };
};

/** `steps: parallel:` with lines below: the second key begins a line of its own. */
export const nestedOnOneLine: Mender = ({ text }, error) => {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' || !error.message.startsWith('Nested')) return undefined;
  const line = lineAt(text, error.start);
  const { key } = line;
  if (key === undefined || error.start <= key.colon) return undefined;
  const column = key.span.start - line.span.start;
  const value = valueSpan(text, line);
  if (text[value.end - 1] !== ':' || !hasDeeperLine(text, line.span.end, column)) return undefined;
  const newText = `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column + 1)}`;
  return {
    problem: {
      code: 'yaml-syntax',
      span: value,
      message: `"${excerpt(text, value)}" cannot stand on the line of "${key.text}:". Begin it on the next line and indent it.`,
    },
    edits: [{ span: { start: key.colon + 1, end: error.start }, newText }],
  };
};

/** Text behind the end of the document's one value. The smaller of the two parts is left out. */
export const outsideOfRoot: Mender = ({ text, composition }, error) => {
  const root = composition.contents?.range;
  const loose = / in YAML (?:stream|document)/.test(error.message) || error.message.endsWith('at node end');
  const token = loose ? visibleTokenFrom(composition.tokens, error.start) : undefined;
  if (!root || token === undefined) return undefined;
  const line = lineAt(text, token.start);
  const start = line.span.start + line.indent;
  if (start !== token.start || root[1] > start) return undefined;
  const before = { start: root[0], end: root[1] };
  const after = { start, end: composition.secondDocument ?? text.length };
  const keepsAfter = visibleLength(text, after) > visibleLength(text, before);
  const dropped = keepsAfter ? before : after;
  return { problem: problemOf(text, dropped, keepsAfter), edits: [blankOut(text, dropped)] };
};

const visibleLength = (text: string, { start, end }: Span): number =>
  text.slice(start, end).replace(/\s+/g, '').length;

function problemOf(text: string, dropped: Span, isFirst: boolean): Mend['problem'] {
  const { span, contentStart } = lineAt(text, dropped.start);
  const first = {
    start: Math.max(dropped.start, contentStart - 2, span.start),
    end: Math.min(span.end, dropped.end),
  };
  const words = excerpt(text, first);
  const place = isFirst ? 'what stands below it' : 'what stands above it';
  return {
    code: 'yaml-syntax',
    span: first.end > first.start ? first : dropped,
    message: `"${words}" does not fit to ${place}: a file holds one map, or one list. Write it as a key with its value, indent it, or remove it.`,
  };
}
