/**
 * Makes a broken text readable, a little in each round, and keeps what was wrong.
 *
 * Traps are sought at every error, since their words tell them apart for sure. A break of the structure makes errors of
 * what follows it, so only the first error may be one. What nothing explains costs its line, if that helps.
 */
import { alignment } from './breaks/alignment.ts';
import { brackets } from './breaks/brackets.ts';
import { halfKey } from './breaks/halfKey.ts';
import { dashBehindKey, itemBehindValue, nestedOnOneLine, outsideOfRoot } from './breaks/misplaced.ts';
import { tabs } from './breaks/tabs.ts';
import { unclosedQuote } from './breaks/unclosedQuote.ts';
import { type Composition, compose, type LibraryError } from './library.ts';
import { repairRounds } from './limits.ts';
import { type BrokenText, blankOut, lineAt, type Mend, type Mender } from './mend.ts';
import { plainProblem } from './messages.ts';
import { applyEdits, type EditedText, orderedEdits, overlap, type TextEdit } from './offsetMap.ts';
import { colonInText } from './traps/colonInText.ts';
import { commentInLines } from './traps/commentInText.ts';
import { indicatorStart } from './traps/indicatorStart.ts';
import { textBehindValue } from './traps/textBehindValue.ts';
import type { SyntaxProblem } from './tree.ts';

const TRAPS: readonly Mender[] = [indicatorStart, colonInText, textBehindValue, commentInLines];

const BREAKS: readonly Mender[] = [
  tabs,
  halfKey,
  nestedOnOneLine,
  alignment,
  brackets,
  dashBehindKey,
  itemBehindValue,
  outsideOfRoot,
];

/** A text as the library reads it in the end. */
export interface Repaired {
  readonly edited: EditedText;
  /** All edits that were made, in the offsets of the text as it was written. */
  readonly edits: readonly TextEdit[];
  readonly composition: Composition;
  /** In the offsets of the text as it was written; in no order. */
  readonly problems: readonly SyntaxProblem[];
}

/** Repairs a text, on top of edits that were made to it before. */
export function repair(original: string, mends: readonly Mend[]): Repaired {
  let edits = orderedEdits(mends.flatMap(mend => mend.edits));
  const problems = mends.map(({ problem }) => problem);
  let edited = applyEdits(original, edits);
  let composition = compose(edited.text);
  for (let rounds = repairRounds(original.length); rounds > 0 && composition.errors.length > 0; rounds--) {
    const broken: BrokenText = { text: edited.text, composition };
    const found = findMends(broken, mend => fresh(toOriginal(mend, edited), edits, original));
    if (found.length === 0) break;
    edits = orderedEdits([...edits, ...found.flatMap(mend => mend.edits)]);
    problems.push(...found.map(({ problem }) => problem));
    edited = applyEdits(original, edits);
    composition = compose(edited.text);
  }
  const { text, toOriginal: back } = edited;
  const left = composition.errors.map(error => plainProblem(text, composition.tokens, error));
  const remaining = left.map(problem => ({ ...problem, span: mapSpan(problem.span, back, original) }));
  return { edited, edits, composition, problems: [...problems, ...withoutEchoes(remaining)] };
}

/**
 * What one round mends.
 *
 * @param usable leads a mend back to the original text; `undefined` where it changes nothing, or what was changed before.
 */
function findMends(broken: BrokenText, usable: (mend: Mend) => Mend | undefined): readonly Mend[] {
  const errors = [...broken.composition.errors].sort((a, b) => a.start - b.start);
  const [first] = errors;
  if (first === undefined) return [];
  const firstOf = (menders: readonly Mender[], error: LibraryError): Mend | undefined => {
    for (const mender of menders) {
      const mend = mender(broken, error);
      const mapped = mend && usable(mend);
      if (mapped !== undefined) return mapped;
    }
    return undefined;
  };
  const quote = firstOf([unclosedQuote], first);
  if (quote !== undefined) return [quote];
  const traps = new Map<number, Mend>();
  for (const error of errors) {
    const trap = firstOf(TRAPS, error);
    if (trap !== undefined) traps.set(trap.problem.span.start, trap);
  }
  if (traps.size > 0) return [...traps.values()];
  // The library may tell of one place twice; each telling may be the one that a mender knows.
  for (const error of errors.filter(({ start }) => start <= first.end)) {
    const mend = firstOf(BREAKS, error);
    if (mend !== undefined) return [mend];
  }
  const blanked = withoutLine(broken);
  const mapped = blanked && usable(blanked);
  return mapped === undefined ? [] : [mapped];
}

/** The first error whose line, left out, leaves fewer errors. */
function withoutLine(broken: BrokenText): Mend | undefined {
  const { text, composition } = broken;
  const tried = new Set<number>();
  for (const error of composition.errors) {
    const problem = plainProblem(text, composition.tokens, error);
    const line = lineAt(text, problem.span.start);
    if (tried.has(line.span.start)) continue;
    if (tried.size === 3) return undefined;
    tried.add(line.span.start);
    const edit = blankOut(text, line.span);
    const { errors, tooDeepAt } = compose(applyEdits(text, [edit]).text);
    if (tooDeepAt === undefined && errors.length < composition.errors.length)
      return { problem, edits: [edit] };
  }
  return undefined;
}

/** A mend in the offsets of the original text. */
function toOriginal({ problem, edits }: Mend, { text, toOriginal: back }: EditedText): Mend {
  const mapEdits = (list: readonly TextEdit[]): TextEdit[] =>
    list.map(({ span, newText }) => ({ span: { start: back(span.start), end: back(span.end) }, newText }));
  const span = mapSpan(problem.span, back, text);
  const fix = problem.fix && { title: problem.fix.title, edits: mapEdits(problem.fix.edits) };
  return { problem: { ...problem, span, ...(fix && { fix }) }, edits: mapEdits(edits) };
}

/** A span led back; what stands in the edited text alone is shown on the character next to it. */
function mapSpan(
  { start, end }: { start: number; end: number },
  back: (offset: number) => number,
  original: string,
) {
  const from = back(start);
  const to = back(end);
  if (to > from || original.length === 0) return { start: from, end: to };
  return from > 0 && /\s|^$/.test(original.charAt(from))
    ? { start: from - 1, end: from }
    : { start: from, end: from + 1 };
}

/** A mend that changes something, and nothing that was changed before; else `undefined`. */
function fresh(mend: Mend, before: readonly TextEdit[], original: string): Mend | undefined {
  const changes = mend.edits.some(({ span, newText }) => original.slice(span.start, span.end) !== newText);
  const clashes = mend.edits.some(({ span }) => before.some(edit => overlap(edit.span, span)));
  return changes && !clashes ? mend : undefined;
}

/** One problem for each place: what the library says twice of it, or of the tokens behind it on the line, says no more. */
function withoutEchoes(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
    const last = kept.at(-1);
    if (last === undefined || problem.span.start >= last.span.end) kept.push(problem);
  }
  return kept;
}
