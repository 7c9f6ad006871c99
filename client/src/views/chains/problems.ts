/**
 * The problems that the tree shows: those of the Problems panel and no others, so that both always agree, whatever the lint mode.
 */
import type { Diagnostic, Disposable } from 'vscode';
import {
  DiagnosticSeverity,
  EventEmitter,
  FileDecoration,
  l10n,
  languages,
  Range,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import { findingSource } from '../../../../server/src/lsp/protocol.ts';
import type { ChainTreeElement } from './chainTree.ts';

export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

const scheme = 'skill-chains-item';

/** Stands for an element of the tree where the editor asks for its badge. */
export const itemUri = (id: string): Uri =>
  // A half of a character in a person's words cannot stand in an address.
  Uri.from({ scheme, path: `/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}` });

export interface ProblemBadges extends Disposable {
  /** The elements the tree shows now, by id. */
  show(elements: ReadonlyMap<string, ChainTreeElement>): void;
}

export function createProblemBadges(): ProblemBadges {
  const changed = new EventEmitter<Uri[] | undefined>();
  /** By the address that stands for the element. */
  let shown: ReadonlyMap<string, ChainTreeElement> = new Map();
  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: uri => {
      if (uri.scheme !== scheme) return undefined;
      const element = shown.get(uri.toString());
      return element === undefined ? undefined : decoration(problemsOf(element));
    },
  });
  const follow = languages.onDidChangeDiagnostics(() =>
    changed.fire([...shown.keys()].map(address => Uri.parse(address))),
  );
  return {
    show: elements => {
      shown = new Map([...elements].map(([id, element]) => [itemUri(id).toString(), element]));
      changed.fire(undefined);
    },
    dispose: () => {
      provider.dispose();
      follow.dispose();
      changed.dispose();
    },
  };
}

/** A category's problems are those of its chains, a chain's or suite's those of its file, a node's those within its text. */
export function problemsOf(element: ChainTreeElement): ProblemCount {
  switch (element.kind) {
    case 'category':
      return total(element.chains.map(problemsOf));
    case 'chain':
      return count(findings(element.chain.uri));
    case 'library':
      return count([]);
    case 'suites':
      return total(element.suites.map(problemsOf));
    case 'suite':
      return count(findings(element.suite.uri));
    case 'node': {
      const { range } = element.node;
      if (range === undefined) return count([]);
      const { start, end } = range;
      const within = new Range(start.line, start.character, end.line, end.character);
      return count(findings(element.uri).filter(finding => within.contains(finding.range.start)));
    }
  }
}

export const total = (counts: readonly ProblemCount[]): ProblemCount => ({
  errors: counts.reduce((sum, each) => sum + each.errors, 0),
  warnings: counts.reduce((sum, each) => sum + each.warnings, 0),
});

/** `2 errors, 1 warning`; `''` where there is neither. */
export function describeProblems({ errors, warnings }: ProblemCount): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : '',
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

const findings = (uri: string): readonly Diagnostic[] =>
  languages.getDiagnostics(Uri.parse(uri)).filter(finding => finding.source === findingSource);

function count(diagnostics: readonly Diagnostic[]): ProblemCount {
  const of = (severity: DiagnosticSeverity): number =>
    diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
  return { errors: of(DiagnosticSeverity.Error), warnings: of(DiagnosticSeverity.Warning) };
}

function decoration(problems: ProblemCount): FileDecoration | undefined {
  const sum = problems.errors + problems.warnings;
  if (sum === 0) return undefined;
  const color = new ThemeColor(problems.errors > 0 ? 'list.errorForeground' : 'list.warningForeground');
  return new FileDecoration(sum > 9 ? '9+' : String(sum), describeProblems(problems), color);
}
