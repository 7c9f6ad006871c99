/** The findings that the editor has for a document, exact. */
import * as vscode from 'vscode';
import { until } from './until.ts';

export interface Finding {
  readonly code: string;
  /** `line:column-line:column`, 0-based, columns in UTF-16 units. */
  readonly range: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Our findings for a document now, in the order of their places. */
export function diagnosticsOf(uri: vscode.Uri): readonly Finding[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(diagnostic => diagnostic.source === 'skill-chains')
    .sort(
      (one, other) =>
        one.range.start.compareTo(other.range.start) || one.range.end.compareTo(other.range.end),
    )
    .map(diagnostic => ({
      code: codeOf(diagnostic),
      range: rangeText(diagnostic.range),
      severity: severities[diagnostic.severity] ?? 'error',
      message: diagnostic.message,
    }));
}

/** Waits until a document's findings are as they should be, and returns them. */
export function untilFindings(
  uri: vscode.Uri,
  what: string,
  hold: (findings: readonly Finding[]) => boolean,
): Promise<readonly Finding[]> {
  return until(
    what,
    [listener => vscode.languages.onDidChangeDiagnostics(listener)],
    () => {
      const findings = diagnosticsOf(uri);
      return hold(findings) ? findings : undefined;
    },
    () => `There were: ${JSON.stringify(diagnosticsOf(uri), undefined, 1)}`,
  );
}

export const rangeText = ({ start, end }: vscode.Range): string =>
  `${start.line}:${start.character}-${end.line}:${end.character}`;

function codeOf({ code }: vscode.Diagnostic): string {
  if (typeof code === 'object') return String(code.value);
  return String(code ?? '');
}
