/** Turns findings into the protocol's diagnostics. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import type { DocumentState, ProjectSnapshot } from './project/snapshot.ts';
import type { LintFinding } from './rules/lint.ts';
import type { Finding, Severity } from './rules/rule.ts';

/** What every diagnostic names as its origin. */
export const diagnosticSource = 'skill-chains';

/** What a diagnostic carries that any tool for YAML makes too: see `Rule.generic`. */
export const genericData = { generic: true };

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  document: DocumentState,
  project: ProjectSnapshot,
  finding: LintFinding,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: document.lines.range(finding.span),
    message: finding.message,
    severity: severities[finding.severity],
    code: finding.code,
    source: diagnosticSource,
  };
  if (finding.tag !== undefined) {
    diagnostic.tags = [finding.tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated];
  }
  if (finding.generic === true) diagnostic.data = genericData;
  const related = (finding.related ?? []).flatMap(each => relatedInformation(project, each));
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

type Related = NonNullable<Finding['related']>[number];

function relatedInformation(
  project: ProjectSnapshot,
  related: Related,
): readonly DiagnosticRelatedInformation[] {
  const { uri, span, message } = related;
  const lines = project.linesOf(uri);
  return lines === undefined ? [] : [{ location: { uri, range: lines.range(span) }, message }];
}
