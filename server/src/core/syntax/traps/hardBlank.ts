/**
 * A non-breaking space where a blank belongs: as indentation, behind a dash, behind a key's colon. It looks like a blank, and YAML
 * takes it for a letter. All of a text are mended at once, and told of once.
 */
import { compose, type LexToken } from '../library.ts';
import { isSpace, type Mend, tokenIndexAt } from '../mend.ts';
import { applyEdits, type TextEdit } from '../offsetMap.ts';

/** The non-breaking space, and the narrow one. */
export const HARD = '\u00a0\u202f';
export const HARD_MESSAGE =
  'A non-breaking space stands where a blank is needed, and YAML takes it for a letter. Write a blank.';
export const HARD_TITLE = 'Replace non-breaking spaces by blanks';

const LINES_WITH_HARD = new RegExp(`^.*[${HARD}].*$`, 'gm');
const RUN = new RegExp(`[${HARD}]+`, 'g');
const BEGINNING = new RegExp(`^[ ${HARD}]*(?:-[ ${HARD}]+)*`);
const KEY = new RegExp(`^[A-Za-z][\\w-]*:[ ${HARD}]+`);

/** The trap, if such spaces stand where blanks make the text more readable; `undefined`: they do not. */
export function hardBlanks(text: string): Mend | undefined {
  const sure: TextEdit[] = [];
  const likely: TextEdit[] = [];
  for (const { 0: line, index } of text.matchAll(LINES_WITH_HARD)) {
    const [beginning = ''] = BEGINNING.exec(line) ?? [];
    const [key = ''] = KEY.exec(line.slice(beginning.length)) ?? [];
    sure.push(...editsIn(beginning, index));
    likely.push(...editsIn(key, index + beginning.length));
  }
  if (sure.length + likely.length === 0) return undefined;
  const { errors, tokens, tooDeepAt, tooMany } = compose(text);
  if (tooDeepAt !== undefined || tooMany) return undefined;
  const certain = new Set([...sure, ...severalIn(tokens, likely)]);
  const found = [...sure, ...likely]
    .filter(({ span }) => !isInBlock(tokens, span.start))
    .sort((one, other) => one.span.start - other.span.start);
  const [best] = [found.filter(edit => certain.has(edit)), found]
    .map(edits => replaced(text, edits))
    .filter(
      ({ edits, left }) =>
        left < errors.length || (left === errors.length && edits.some(edit => certain.has(edit))),
    )
    .sort((one, other) => one.left - other.left);
  const [first] = best?.edits ?? [];
  if (best === undefined || first === undefined) return undefined;
  return {
    problem: {
      code: 'yaml-trap',
      ...(errors.length === 0 ? { accepted: true } : {}),
      span: first.span,
      message: HARD_MESSAGE,
      fix: { title: HARD_TITLE, edits: best.edits },
    },
    edits: best.edits,
  };
}

/** Those that stand in one text with others, on lines that all begin like a key: `skill:` above `do:` is one text without blanks. */
function severalIn(tokens: readonly LexToken[], edits: readonly TextEdit[]): readonly TextEdit[] {
  const counts = new Map<number, number>();
  const at = edits.map(({ span }) => tokenIndexAt(tokens, span.start));
  for (const index of at) counts.set(index, (counts.get(index) ?? 0) + 1);
  return edits.filter((_, index) => (counts.get(at[index] ?? -1) ?? 0) > 1);
}

/** Whether an offset is in a text in quotes, or in a block of text. */
function isInBlock(tokens: readonly LexToken[], offset: number): boolean {
  const index = tokenIndexAt(tokens, offset);
  const token = tokens[index];
  if (token === undefined || token.end <= offset) return false;
  if (token.kind !== 'scalar') return token.kind.endsWith('quoted-scalar');
  const before = tokens.slice(Math.max(0, index - 4), index).findLast(each => !isSpace(each));
  return before?.kind === 'block-scalar-header';
}

/** One edit for each run of them. */
function editsIn(part: string, offset: number): readonly TextEdit[] {
  return [...part.matchAll(RUN)].map(({ 0: run, index }) => {
    const start = offset + index;
    return { span: { start, end: start + run.length }, newText: ' '.repeat(run.length) };
  });
}

/** Those edits that do not turn out to stand in a text of several lines, and how many errors are left with them made. */
function replaced(text: string, edits: readonly TextEdit[]): { edits: readonly TextEdit[]; left: number } {
  const all = compose(applyEdits(text, edits).text);
  // A blank is as long as what it replaces, so that places are the same in both texts.
  const outside = edits.filter(({ span: { start } }) => {
    const token = all.tokens[tokenIndexAt(all.tokens, start)];
    return token === undefined || token.end <= start || !/scalar$|^comment$/.test(token.kind);
  });
  const { errors } = outside.length === edits.length ? all : compose(applyEdits(text, outside).text);
  return { edits: outside, left: errors.length };
}
