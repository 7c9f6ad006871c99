/** What holds for every text under every rule: none throws, findings are in order, a fix mends what it says, and a comment takes one away. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ignoringsOf } from '../../server/src/core/features/support/ignoring.ts';
import { createProject } from '../../server/src/core/project/project.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { type LintFinding, lint, strict } from '../../server/src/core/rules/lint.ts';
import { applied, exampleFiles, shown } from '../support/check.ts';
import { caretsIn } from '../support/fixture.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const workspace = memoryWorkspace(exampleFiles);
const project = createProject(workspace);
await project.load();
const uri = workspace.uri('restore-service.chain.yaml');

function findingsOf(text: string): readonly LintFinding[] {
  project.setDocument(uri, 1, text);
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  assert.ok(document);
  return lint(document, snapshot, strict);
}

const texts = rules.flatMap(rule => [...rule.valid, ...rule.invalid].map(each => caretsIn(each.text).text));

/** The rules that speak of the YAML itself. */
const ofYaml: ReadonlySet<string> = new Set(
  rules.filter(rule => rule.reliesOn === 'nothing').map(rule => rule.code),
);

/** A text of an example with some of its lines or characters lost, repeated, moved or swapped for others. */
const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    mutations: fc.array(
      fc.record({
        kind: fc.constantFrom(
          'drop line',
          'repeat line',
          'move line',
          'indent line',
          'drop character',
          'insert',
        ),
        at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        to: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        inserted: fc.constantFrom(
          ':',
          '-',
          ' ',
          '"',
          '{',
          '}',
          '[',
          ',',
          '#',
          'x',
          '\n',
          '😀',
          'go: ',
          'id: restore',
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    crlf: fc.boolean(),
  })
  .map(({ text, mutations, crlf }) => {
    const changed = mutations.reduce((before, { kind, at, to, inserted }) => {
      const lines = before.split('\n');
      const line = Math.floor(at * lines.length);
      const offset = Math.floor(at * before.length);
      const [taken = ''] = lines.slice(line, line + 1);
      if (kind === 'drop line') lines.splice(line, 1);
      else if (kind === 'repeat line') lines.splice(line, 0, taken);
      else if (kind === 'move line') lines.splice(Math.floor(to * lines.length), 0, ...lines.splice(line, 1));
      else if (kind === 'indent line') lines.splice(line, 1, `  ${taken}`);
      else if (kind === 'drop character') return before.slice(0, offset) + before.slice(offset + 1);
      else return before.slice(0, offset) + inserted + before.slice(offset);
      return lines.join('\n');
    }, text);
    return crlf ? changed.replaceAll('\n', '\r\n') : changed;
  });

/** They speak of comments. */
const ofComments: ReadonlySet<string> = new Set(
  rules.filter(({ family }) => family === 'checking').map(({ code }) => code),
);

const of = (findings: readonly LintFinding[], code: string): readonly LintFinding[] =>
  findings.filter(each => each.code === code);

/** Places move, and what a message says of lines with them. */
const words = ({ code, severity, message }: LintFinding): string =>
  `${code} ${severity} ${message.replace(/\d+/g, '0')}`;

/** Makes the first preferred fix until there is none; fails where that does not end. */
function mendWholly(text: string): void {
  let current = text;
  for (let round = 0; round < 60; round++) {
    const fixes = findingsOf(current).flatMap(each => each.fixes ?? []);
    // Where the YAML is broken in several places at once, one click is not expected to lead out of it.
    if ((project.snapshot().documents.get(uri)?.tree.problems.length ?? 0) > 1) return;
    const [fix] = fixes.filter(each => each.preferred === true);
    if (fix === undefined) return;
    current = applied(current, fix);
  }
  assert.fail(`does not end:\n${text}\ngives\n${current}`);
}

describe('whatever the text', () => {
  test('findings stand in text order, inside of the text, and nowhere twice', () => {
    fc.assert(
      fc.property(mutated, text => {
        const findings = findingsOf(text);
        const starts = findings.map(each => each.span.start);
        assert.deepEqual(
          starts,
          starts.toSorted((left, right) => left - right),
        );
        for (const { span } of findings) {
          assert.ok(
            span.start >= 0 && span.start <= span.end && span.end <= text.length,
            shown(text, findings),
          );
          assert.ok(span.end > span.start || text.length === 0, `empty:\n${shown(text, findings)}`);
        }
        const keys = findings.map(each => `${each.code} ${each.span.start} ${each.span.end} ${each.message}`);
        assert.equal(new Set(keys).size, keys.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a fix that is preferred mends its finding, and breaks nothing that parsed', () => {
    fc.assert(
      fc.property(mutated, text => {
        const findings = findingsOf(text);
        const wasComplete = project.snapshot().documents.get(uri)?.tree.complete;
        for (const finding of findings) {
          const fix = finding.fixes?.find(each => each.preferred === true);
          // Where the YAML is broken in several places, mending one changes what is said of the others.
          if (fix === undefined || (wasComplete === false && ofYaml.has(finding.code))) continue;
          const mended = applied(text, fix);
          const after = findingsOf(mended);
          const same = (each: LintFinding): boolean =>
            each.code === finding.code && each.message === finding.message;
          const report = `${fix.title}\n${shown(text, [finding])}\nafter:\n${shown(mended, after)}`;
          assert.ok(after.filter(same).length < findings.filter(same).length, report);
          if (wasComplete === true)
            assert.equal(project.snapshot().documents.get(uri)?.tree.complete, true, report);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a comment takes a finding away, and nothing else', () => {
    fc.assert(
      fc.property(mutated, text => {
        const findings = findingsOf(text);
        const snapshot = project.snapshot();
        const document = snapshot.documents.get(uri);
        if (document?.tree.complete !== true) return;
        for (const { code, span, message } of findings) {
          const ignorable = rules.some(rule => rule.code === code && rule.silenced === undefined);
          const diagnostic = { range: document.lines.range(span), message, code };
          const context = { document, project: snapshot };
          const ignorings = ignoringsOf(context, { diagnostic, span, fixes: [], ignorable });
          assert.equal(ignorings.length, ignorable ? 2 : 0);
          for (const { title, at, text: comment } of ignorings) {
            const without = text.slice(0, at) + comment + text.slice(at);
            const after = findingsOf(without);
            const report = `${title}\n${shown(text, findings)}\nafter:\n${shown(without, after)}`;
            assert.deepEqual(project.snapshot().documents.get(uri)?.tree.complete, true, report);
            assert.ok(of(after, code).length < of(findings, code).length, report);
            assert.deepEqual(
              after.filter(each => each.code !== code && !ofComments.has(each.code)).map(words),
              findings.filter(each => each.code !== code && !ofComments.has(each.code)).map(words),
              report,
            );
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the preferred fixes, made one after another, come to an end', () => {
    fc.assert(fc.property(mutated, mendWholly), { numRuns: 200 });
  });
});
