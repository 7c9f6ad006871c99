/** Runs the rules over one document: each mistake once, in text order, and never more than a person can read. */
import { neededArtefacts } from '../analysis/dataFlow.ts';
import { chainFlow } from '../analysis/flow.ts';
import { maximumFindings } from '../limits.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import { groupBy } from '../util/groupBy.ts';
import { rules } from './index.ts';
import { type LintPolicy, policyOf } from './policy.ts';
import type { Finding, Rule, RuleContext, Severity } from './rule.ts';
import { inAllPlaces, repeatedIn } from './support/repeats.ts';
import { type Soundness, soundnessOf } from './support/soundness.ts';
import { suppressing } from './suppressing.ts';

/** A finding and the rule it comes from. */
export interface LintFinding extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

export { type LintPolicy, recommended, strict } from './policy.ts';

const codes = rules.map(({ code }) => code);
const byCode = new Map(rules.map(rule => [rule.code, rule]));
const inOrder = [
  ...rules.filter(({ runs }) => runs !== 'last'),
  ...rules.filter(({ runs }) => runs === 'last'),
];

/** The code of the last finding where there are more than are shown. */
export const moreFindingsCode = 'more-findings';

/**
 * All findings of a document, in text order, at most `maximumFindings`; the last one then says how many are not shown.
 * @param policy What the project says of the document, unless it is another that is asked for.
 */
export function lint(
  document: DocumentState,
  project: ProjectSnapshot,
  policy: LintPolicy = policyOf(project.checkingFor(document.uri)),
): readonly LintFinding[] {
  const found = distinct(document, allFindings(document, project, policy));
  if (found.length <= maximumFindings) return found;
  const shown = found.slice(0, maximumFindings - 1);
  const next = found[maximumFindings - 1];
  if (next === undefined) return shown;
  const more = found.length - shown.length;
  const message = `There are ${more} more findings from here on. Mend the ones above to see them.`;
  return [...shown, { code: moreFindingsCode, severity: 'information', span: next.span, message }];
}

function allFindings(
  document: DocumentState,
  project: ProjectSnapshot,
  policy: LintPolicy,
): readonly LintFinding[] {
  const soundness = soundnessOf(document);
  const { model } = document;
  const chain = model?.kind === 'chain' ? model : undefined;
  const flow = chain && once(() => chainFlow(chain));
  const comments = suppressing(document);
  const tried = new Set<string>();
  const context: RuleContext = {
    document,
    project,
    soundness,
    codes,
    silencedBy: code => byCode.get(code)?.silenced,
    suppressing: comments,
    wereTried: code => tried.has(code),
    chain,
    suite: model?.kind === 'suite' ? model : undefined,
    plan: model?.kind === 'plan' ? model : undefined,
    sound: chain && flow && soundness.flow ? { model: chain, flow } : undefined,
    needs: once(() => (chain && flow ? neededArtefacts(chain, flow) : [])),
  };
  const found: LintFinding[] = [];
  for (const rule of inOrder) {
    const severity = policy.severityOf(rule);
    if (severity === 'off' || (rule.reliesOn === 'document' && !document.tree.complete)) continue;
    if (rule.silenced === undefined) tried.add(rule.code);
    for (const finding of rule.check(context)) {
      const isTaken = rule.silenced === undefined && comments.takes(rule.code, finding.span);
      if (!isTaken && isSound(rule, finding, soundness))
        found.push({
          generic: rule.generic === true,
          ...finding,
          severity: severity ?? finding.severity ?? rule.severity,
          code: rule.code,
        });
    }
  }
  return found.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const isSound = (rule: Rule, finding: Finding, soundness: Soundness): boolean =>
  rule.reliesOn === 'nothing' || soundness.holdsAt(finding.span);

/**
 * What is said of the same words once, in the text order of the findings: where they are written if it holds there, else at each alias. Its fixes suit all
 * that it is said of.
 */
function distinct(document: DocumentState, findings: readonly LintFinding[]): readonly LintFinding[] {
  const repeated = repeatedIn(document);
  const alike = groupBy(findings, mistakeOf);
  return findings.flatMap(finding => {
    const same = alike.get(mistakeOf(finding)) ?? [];
    const first = same.find(each => each.repeats === undefined) ?? same.find(each => isAt(each, finding));
    if (first !== finding) return [];
    const { fixes, code } = finding;
    const family = byCode.get(code)?.family;
    return fixes === undefined || family === undefined
      ? [finding]
      : [{ ...finding, fixes: inAllPlaces(document, repeated, family, fixes, same.length) }];
  });
}

function mistakeOf({ code, span, repeats = span, message }: LintFinding): string {
  return `${code} ${repeats.start} ${repeats.end} ${message}`;
}

const isAt = (left: LintFinding, right: LintFinding): boolean => left.span.start === right.span.start;
