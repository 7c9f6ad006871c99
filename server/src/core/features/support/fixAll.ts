/** All safe fixes of a document together, again and again until none is left: what is made when a file is saved. */
import { maximumFindings } from '../../limits.ts';
import { applyEdits, orderedEdits, type TextEdit } from '../../syntax/offsetMap.ts';
import { edited, editsOf, type PiecedText, piecesOf } from '../../syntax/pieces.ts';
import { contains } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import {
  bringsNone,
  type FindingsOf,
  type MendableFinding,
  type MendingFix,
  type Trial,
  tried,
} from './mendable.ts';

/** Texts that are tried at most, each read and checked as a whole: enough for a short text in which every second fix is refused. */
const mostTrials = 500;

/** UTF-16 units of all texts that are tried together, so that saving a huge file does not wait. */
const mostRead = 5_000_000;

/**
 * The edits that make every safe fix, in text order and apart from each other. Fixes that together, or alone, would bring another
 * finding are left out; one that lets more of the text be read brings none of what is found there. Made once more on the text that they lead to, there are none, unless the bounds of time cut them off.
 */
export function allFixes(context: FeatureContext, findingsOf: FindingsOf): readonly TextEdit[] {
  const { text } = context.document;
  const budget = { left: Math.min(mostTrials, Math.ceil(mostRead / (text.length + 1))) };
  let state: State = {
    pieces: piecesOf(text),
    trial: { context, findings: findingsOf(context) },
  };
  for (;;) {
    const next = acceptable(state, apart(safeFixes(state.trial)), budget, findingsOf);
    if (next === undefined) return editsOf(state.pieces, text.length);
    state = next;
  }
}

interface State {
  readonly pieces: PiecedText;
  readonly trial: Trial;
}

const safeFixes = ({ findings }: Trial): readonly MendingFix[] =>
  findings.flatMap(({ fixes }) => fixes.find(fix => fix.safe === true && fix.edits.length > 0) ?? []);

/** Those that do not touch the parts of the text that an earlier one changes. */
function apart(fixes: readonly MendingFix[]): readonly MendingFix[] {
  const extents = fixes
    .map(fix => ({
      fix,
      start: Math.min(...fix.edits.map(({ span }) => span.start)),
      end: Math.max(...fix.edits.map(({ span }) => span.end)),
    }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  const chosen: MendingFix[] = [];
  let behind = -1;
  for (const { fix, start, end } of extents) {
    if (start <= behind) continue;
    chosen.push(fix);
    behind = end;
  }
  return chosen;
}

/** The state after some of the fixes: after all, where these may be made together, or else after a part of them. */
function acceptable(
  state: State,
  fixes: readonly MendingFix[],
  budget: { left: number },
  findingsOf: FindingsOf,
): State | undefined {
  if (fixes.length === 0 || budget.left <= 0) return undefined;
  budget.left--;
  const next = edited(state.pieces, orderedEdits(fixes.flatMap(fix => fix.edits)));
  const trial = tried(state.trial.context, next.text, findingsOf);
  if (trial !== undefined && isBetter(state.trial, trial, broughtBy(fixes, state.trial, trial)))
    return { pieces: next, trial };
  if (fixes.length === 1) return undefined;
  const half = Math.ceil(fixes.length / 2);
  return (
    acceptable(state, fixes.slice(0, half), budget, findingsOf) ??
    acceptable(state, fixes.slice(half), budget, findingsOf)
  );
}

/** What is found after some fixes, without what stands where nobody read before. */
function broughtBy(
  fixes: readonly MendingFix[],
  { context }: Trial,
  { findings }: Trial,
): readonly MendableFinding[] {
  const opened = fixes.flatMap(fix => fix.opens ?? []);
  if (opened.length === 0) return findings;
  const edits = orderedEdits(fixes.flatMap(fix => fix.edits));
  const { toOriginal } = applyEdits(context.document.text, edits);
  return findings.filter(({ span }) => {
    const original = { start: toOriginal(span.start), end: toOriginal(span.end) };
    return !opened.some(each => contains(each, original));
  });
}

/** `brought` is what is found afterwards, as far as the fixes can be blamed for it. */
function isBetter(before: Trial, after: Trial, brought: readonly MendableFinding[]): boolean {
  const was = before.context.document.tree;
  const is = after.context.document.tree;
  // What stands behind a mistake is read only once that is mended, and then has findings of its own.
  if (!was.complete) return is.complete || is.problems.length < was.problems.length;
  if (!is.complete) return false;
  // Of more findings than are shown nobody knows which are new.
  if (before.findings.length >= maximumFindings) return is.problems.length <= was.problems.length;
  return brought.length < before.findings.length && bringsNone(before.findings, brought);
}
