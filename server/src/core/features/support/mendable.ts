/** Findings as features see them: the rules bring them, and no feature knows a rule. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { applyEdits, orderedEdits, type TextEdit } from '../../syntax/offsetMap.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';

/** A finding as it is shown, and the ways to mend it. */
export interface MendableFinding {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  readonly fixes: readonly MendingFix[];
  /** A comment takes it away. */
  readonly ignorable?: boolean;
}

export interface MendingFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
  /** It may be made unasked. */
  readonly safe?: boolean;
  /** What is read only once it is made: what is found there is not brought by it. */
  readonly opens?: Span;
  /** It also changes places that do not have the finding. */
  readonly changesRepeats?: boolean;
}

/** All findings of a document, also of one that only might be. */
export type FindingsOf = (context: FeatureContext) => readonly MendableFinding[];

/** What a text would be in its project, and what would be found in it. */
export interface Trial {
  readonly context: FeatureContext;
  readonly findings: readonly MendableFinding[];
}

/** The document with another text; `undefined` where it cannot be read. */
export function tried(
  { document, project }: FeatureContext,
  text: string,
  findingsOf: FindingsOf,
): Trial | undefined {
  const after = project.trying(document.uri, text);
  const state = after.documents.get(document.uri);
  if (state === undefined) return undefined;
  const context = { document: state, project: after };
  return { context, findings: findingsOf(context) };
}

/** Whether edits lead to a text whose YAML is sound, with fewer findings, and with none of a kind more. */
export function isGain(context: FeatureContext, edits: readonly TextEdit[], findingsOf: FindingsOf): boolean {
  const after = tried(context, applyEdits(context.document.text, orderedEdits(edits)).text, findingsOf);
  if (after === undefined || !after.context.document.tree.complete) return false;
  const before = findingsOf(context);
  return after.findings.length < before.length && bringsNone(before, after.findings);
}

/** Whether one state has of no code and severity more findings than another. */
export function bringsNone(before: readonly MendableFinding[], after: readonly MendableFinding[]): boolean {
  const known = new Map<string, number>();
  const key = ({ diagnostic: { code, severity } }: MendableFinding): string => `${code} ${severity}`;
  for (const finding of before) known.set(key(finding), (known.get(key(finding)) ?? 0) + 1);
  return after.every(finding => {
    const left = (known.get(key(finding)) ?? 0) - 1;
    known.set(key(finding), left);
    return left >= 0;
  });
}
