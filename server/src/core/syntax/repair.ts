/**
 * Makes a broken text readable, a little in each round, and keeps what was wrong.
 *
 * Traps are sought at every error, since their words tell them apart for sure. A break of the structure makes errors of
 * what follows it, so only the first error may be one. What nothing explains costs its line, if that helps.
 */
import { contains, type Span } from '../util/span.ts';
import { alignment } from './breaks/alignment.ts';
import { brackets, swallowingBracket } from './breaks/brackets.ts';
import { halfKey } from './breaks/halfKey.ts';
import { keylessList } from './breaks/keylessList.ts';
import { dashBehindKey, nestedOnOneLine, outsideOfRoot } from './breaks/misplaced.ts';
import { tabs } from './breaks/tabs.ts';
import { unclosedQuote } from './breaks/unclosedQuote.ts';
import { type Composition, compose, type LibraryError } from './library.ts';
import { MAX_PROBLEMS, MAX_REPAIR_LINE, MAX_REPAIR_ROUNDS, MAX_REPAIR_TOKENS } from './limits.ts';
import { type BrokenText, blankOut, lineAt, type Mend, type Mender } from './mend.ts';
import { plainProblem } from './messages.ts';
import { applyEdits, type EditedText, editsAt, orderedEdits, overlap, type TextEdit } from './offsetMap.ts';
import { colonInText } from './traps/colonInText.ts';
import { commentInLines } from './traps/commentInText.ts';
import { indicatorStart } from './traps/indicatorStart.ts';
import { stuckDash } from './traps/stuckDash.ts';
import { textBehindValue } from './traps/textBehindValue.ts';
import type { KeylessList, SyntaxProblem } from './tree.ts';

/** What takes lines that follow for its own; while it does, their errors mean nothing. */
const SWALLOWERS: readonly Mender[] = [unclosedQuote, swallowingBracket];

const TRAPS: readonly Mender[] = [stuckDash, indicatorStart, colonInText, textBehindValue, commentInLines];

const BREAKS: readonly Mender[] = [
  tabs,
  nestedOnOneLine,
  keylessList,
  alignment,
  halfKey,
  brackets,
  dashBehindKey,
  outsideOfRoot,
];

/** A text as the library reads it in the end. */
export interface Repaired {
  readonly edited: EditedText;
  /** What was mended, in the offsets of the text as it was written. */
  readonly mends: readonly Mend[];
  readonly composition: Composition;
  /** What is wrong and nothing mended, in the offsets of the text as it was written. */
  readonly left: readonly SyntaxProblem[];
}

/** Repairs a text, on top of what was mended in it before. */
export function repair(original: string, before: readonly Mend[]): Repaired {
  let mends = before;
  let edited = editedBy(original, mends);
  let composition = compose(edited.text);
  const rounds = hasLongLine(original) ? 0 : MAX_REPAIR_ROUNDS;
  let tokens = 0;
  for (let round = 0; round < rounds && composition.errors.length > 0; round++) {
    tokens += composition.tokens.length;
    if ((round > 0 && tokens > MAX_REPAIR_TOKENS) || mends.length > MAX_PROBLEMS) break;
    const found = findMends({ original, mends, edited, broken: { text: edited.text, composition } });
    if (found === undefined) break;
    mends = found;
    edited = editedBy(original, mends);
    composition = compose(edited.text);
  }
  const { text } = edited;
  const left = withoutEchoes(composition.errors)
    .slice(0, MAX_PROBLEMS)
    .map(error => {
      const problem = plainProblem(text, composition.tokens, error);
      return toOriginal({ problem, edits: [] }, edited, original).problem;
    });
  return { edited, mends, composition, left };
}

function hasLongLine(text: string): boolean {
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > MAX_REPAIR_LINE) return true;
  }
  return false;
}

const editedBy = (original: string, mends: readonly Mend[]): EditedText =>
  applyEdits(original, orderedEdits(mends.flatMap(mend => mend.edits)));

interface Round {
  readonly original: string;
  readonly mends: readonly Mend[];
  readonly edited: EditedText;
  readonly broken: BrokenText;
}

/** All mends after one round; `undefined` where it found nothing to mend. */
function findMends(round: Round): readonly Mend[] | undefined {
  const errors = [...round.broken.composition.errors].sort((a, b) => a.start - b.start);
  const [first] = errors;
  if (first === undefined) return undefined;
  const found = firstOf(SWALLOWERS, round, first) ?? trapsOf(round, errors);
  if (found !== undefined) return found;
  // The library may tell of one place twice; each telling may be the one that a mender knows.
  for (const error of errors.filter(({ start }) => start <= first.end)) {
    const mends = firstOf(BREAKS, round, error);
    if (mends !== undefined) return mends;
  }
  const blanked = withoutLine(round.broken);
  return blanked && admit(blanked, round, round.mends);
}

function firstOf(menders: readonly Mender[], round: Round, error: LibraryError): readonly Mend[] | undefined {
  for (const mender of menders) {
    const mend = mender(round.broken, error);
    const mends = mend && admit(mend, round, round.mends);
    if (mends !== undefined) return mends;
  }
  return undefined;
}

/** The traps at all errors; of two that share characters the first. */
function trapsOf(round: Round, errors: readonly LibraryError[]): readonly Mend[] | undefined {
  let { mends } = round;
  const found: Span[] = [];
  for (const error of errors.slice(0, MAX_PROBLEMS)) {
    for (const trap of TRAPS) {
      const mend = trap(round.broken, error);
      if (mend === undefined || found.some(span => overlap(span, mend.problem.span))) continue;
      mends = admit(mend, round, mends) ?? mends;
      found.push(mend.problem.span);
    }
  }
  return mends === round.mends ? undefined : mends;
}

/** Errors by which lines beside their own get lost, or are read otherwise. */
const STRUCTURAL: ReadonlySet<LibraryError['code']> = new Set([
  'BAD_INDENT',
  'BAD_PROP_ORDER',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'IMPOSSIBLE',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

/** Within brackets, and behind `---`, the library goes on by itself. */
const isStructural = ({ code, message }: LibraryError): boolean =>
  STRUCTURAL.has(code) && !/ flow (?:map|sequence)|^Block collection/.test(message);

/** The first structural error whose line, left out, leaves fewer errors. */
function withoutLine(broken: BrokenText): Mend | undefined {
  const { text, composition } = broken;
  const tried = new Set<number>();
  for (const error of composition.errors.filter(isStructural)) {
    const problem = plainProblem(text, composition.tokens, error);
    const line = lineAt(text, problem.span.start);
    if (tried.has(line.span.start)) continue;
    if (tried.size === 2) return undefined;
    tried.add(line.span.start);
    const edit = blankOut(text, line.span);
    const { errors, tooDeepAt } = compose(applyEdits(text, [edit]).text);
    if (tooDeepAt === undefined && errors.length < composition.errors.length)
      return { problem, edits: [edit] };
  }
  return undefined;
}

/** How many insertions of different rounds may stand at one place: a quote, a bracket, a colon. */
const MAX_AT_ONE_PLACE = 3;

/**
 * Adds a mend, found in a round, to those made so far. One that leaves out a part of the text takes the place of what
 * was mended in that part.
 *
 * @returns `undefined` where it changes nothing, or clashes with what was changed before.
 */
function admit(
  found: Mend,
  { original, edited }: Round,
  before: readonly Mend[],
): readonly Mend[] | undefined {
  const mend = toOriginal(found, edited, original);
  const blanks = orderedEdits(mend.edits.filter(isBlanking));
  const isLeftOut = ({ edits }: Mend): boolean =>
    edits.length > 0 &&
    edits.every(({ span }) => editsAt(blanks, span).some(blank => contains(blank.span, span)));
  const kept = blanks.length === 0 ? before : before.filter(other => !isLeftOut(other));
  const made = orderedEdits(kept.flatMap(({ edits }) => edits));
  const changes = mend.edits.some(({ span, newText }) => original.slice(span.start, span.end) !== newText);
  const clashes = mend.edits.some(({ span, newText }) => {
    const near = editsAt(made, span);
    const here = near.filter(edit => edit.span.start === span.start && edit.span.end === span.end);
    const again = here.length >= MAX_AT_ONE_PLACE || here.some(edit => edit.newText === newText);
    return again || near.some(edit => overlap(edit.span, span));
  });
  return changes && !clashes ? [...kept, mend] : undefined;
}

const isBlanking = ({ span, newText }: TextEdit): boolean =>
  span.end > span.start && newText !== '' && newText.trim() === '';

/** A mend in the offsets of the original text. */
function toOriginal(
  { problem, edits }: Mend,
  { text, toOriginal: back }: EditedText,
  original: string,
): Mend {
  const mapEdit = (edit: TextEdit): TextEdit => {
    const span = { start: back(edit.span.start), end: back(edit.span.end) };
    const leftOut = isBlanking(edit) && text.slice(edit.span.start, edit.span.end).trim() !== '';
    return leftOut ? blankOut(original, span) : { span, newText: edit.newText };
  };
  const span = mapSpan(problem.span, back, original);
  const fix = problem.fix && { ...problem.fix, edits: problem.fix.edits.map(mapEdit) };
  const keyless = problem.keyless && keylessIn(problem.keyless, back);
  return {
    problem: { ...problem, span, ...(fix && { fix }), ...(keyless && { keyless }) },
    edits: edits.map(mapEdit),
  };
}

const keylessIn = (list: KeylessList, back: (offset: number) => number): KeylessList => ({
  ...list,
  below: { start: back(list.below.start), end: back(list.below.end) },
  value: { start: back(list.value.start), end: back(list.value.end) },
  lineStart: back(list.lineStart),
});

/** A span led back; what stands in the edited text alone is shown on the character next to it. */
function mapSpan({ start, end }: Span, back: (offset: number) => number, original: string): Span {
  const from = back(start);
  const to = back(end);
  if (to > from || original.length === 0) return { start: from, end: to };
  const behind = from > 0 && /^\s?$/.test(original.charAt(from));
  return behind ? { start: from - 1, end: from } : { start: from, end: from + 1 };
}

/**
 * One error for each place. What the library says twice of it says no more, and once it has given up the text's
 * structure, all further tokens are errors to it.
 */
function withoutEchoes(errors: readonly LibraryError[]): readonly LibraryError[] {
  const kept: LibraryError[] = [];
  let lost = false;
  for (const error of [...errors].sort((a, b) => a.start - b.start)) {
    const outside = / in YAML (?:stream|document)/.test(error.message);
    const last = kept.at(-1);
    const said = last !== undefined && error.start < Math.max(last.end, last.start + 1);
    if (!said && !(lost && outside)) kept.push(error);
    lost ||= outside || error.message.endsWith('at node end');
  }
  return kept;
}
