/** Tries a rule on a text: what it finds must be exactly what the carets mark. */
import assert from 'node:assert/strict';
import { createProject } from '../../server/src/core/project/project.ts';
import type { DocumentState, ProjectSnapshot } from '../../server/src/core/project/snapshot.ts';
import { type LintFinding, type LintPolicy, lint, recommended } from '../../server/src/core/rules/lint.ts';
import type { Example, Fix } from '../../server/src/core/rules/rule.ts';
import { caretsIn, withCarets } from './fixture.ts';
import { memoryWorkspace } from './memoryWorkspace.ts';

/** The other files of an example that names none: the skills and chains that examples speak of. */
export const exampleFiles: Readonly<Record<string, string>> = {
  'team.skills.yaml': `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    aliases: [SRE, Responder]
    team: operations
  incident-commander:
    title: Incident Commander
    aliases: [IC]
  security-sentinel:
    title: Security Sentinel
    aliases: [Responder]
  technical-writer:
    title: Technical Writer
teams:
  operations: { title: Operations }
  writers: { title: Writers }
`,
  'post-mortem.chain.yaml': `chain: post-mortem
title: Post-mortem
version: 2.1.0
inputs:
  timeline: What happened when
steps:
  - skill: technical-writer
    do: Write down what happened and why
    needs: [timeline]
    produces: [post-mortem]
output:
  post-mortem: What happened, and why
`,
};

export interface Tried {
  readonly document: DocumentState;
  readonly project: ProjectSnapshot;
  readonly findings: readonly LintFinding[];
}

/** What is said by default, and one rule, whichever preset it belongs to. */
const recommendedAnd = (code: string | undefined): LintPolicy => ({
  severityOf: rule => (rule.code === code ? undefined : recommended.severityOf(rule)),
});

/** Lints one text in a workspace of its own by the recommended rules, and the one with this code. */
export async function lintExample(example: Example, text: string, code?: string): Promise<Tried> {
  const files = example.files ?? exampleFiles;
  const workspace = memoryWorkspace(files);
  const project = createProject(workspace);
  await project.load();
  const uri = example.path === undefined ? 'untitled:Untitled-1' : workspace.uri(example.path);
  project.setDocument(uri, 1, text);
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  assert.ok(document);
  return { document, project: snapshot, findings: lint(document, snapshot, recommendedAnd(code)) };
}

/** Findings as a person reads them in a failing test: the text with carets, and the codes. */
export const shown = (text: string, findings: readonly LintFinding[]): string =>
  `${withCarets(
    text,
    findings.map(each => each.span),
  )}\n${findings.map(each => `${each.code}, ${each.severity}: ${each.message}`).join('\n')}`;

/** The only findings are the one rule's at the carets; without carets there is none at all. */
export async function checkFinding(code: string, example: Example): Promise<Tried> {
  const { text, spans } = caretsIn(example.text);
  const tried = await lintExample(example, text, code);
  const found = tried.findings.map(each => each.code);
  const wanted = spans.map(() => code);
  const actual = shown(text, tried.findings);
  assert.deepEqual(found, wanted, actual);
  assert.deepEqual(
    tried.findings.map(each => each.span),
    spans.map(({ start, end }) => ({ start, end })),
    `wanted:\n${example.text}\nfound:\n${actual}`,
  );
  return tried;
}

/** The text with a fix's edits made. */
export function applied(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((left, right) => right.span.start - left.span.start);
  return edits.reduce(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}
