/** Quick fixes: what the rules offer for the findings in a range. */
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';

/** A finding as it is shown, and the ways to mend it. */
export interface MendableFinding {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly span: Span; readonly newText: string }[];
    readonly preferred?: boolean;
  }[];
}

const quickFix = 'quickfix';

/** `only`: the kinds asked for, by their beginnings; `undefined` or empty: all. */
export function codeActions(
  context: FeatureContext,
  range: Range,
  only: readonly string[] | undefined,
  findings: readonly MendableFinding[],
): readonly CodeAction[] {
  if (only !== undefined && only.length > 0 && !only.some(isKindOfQuickFix)) return [];
  const { uri, lines } = context.document;
  const start = lines.offset(range.start);
  const end = lines.offset(range.end);
  const here = findings.filter(({ span }) => span.start <= end && start <= span.end);
  return here.flatMap(({ diagnostic, fixes }) =>
    fixes.map(({ title, edits, preferred }) => {
      const textEdits: TextEdit[] = edits.map(edit => ({
        range: lines.range(edit.span),
        newText: edit.newText,
      }));
      const action: CodeAction = {
        title,
        kind: quickFix,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: textEdits } },
      };
      return preferred === true ? { ...action, isPreferred: true } : action;
    }),
  );
}

const isKindOfQuickFix = (kind: string): boolean =>
  kind === '' || quickFix === kind || quickFix.startsWith(`${kind}.`);
