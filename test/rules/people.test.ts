/** Who does and decides what, by the catalogues: which words are a task or a matter, and when nothing can be said. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dutiesFile } from '../../server/src/core/rules/support/duties.ts';
import { lintExample } from '../support/check.ts';

const path = 'restore.chain.yaml';
const head = 'chain: restore\ntitle: Restore\n';

async function found(code: string, steps: string, files: Readonly<Record<string, string>>): Promise<number> {
  const text = `${head}steps:\n${steps}`;
  const { findings } = await lintExample({ text, files, path }, text, code);
  return findings.filter(each => each.code === code).length;
}

/** What a step of somebody else says, and whether it is the documentation that is the technical writer's. */
const tasks: readonly (readonly [does: string, isTask: boolean])[] = [
  ['Documentation', true],
  ['documentation.', true],
  ['Write the documentation', true],
  ['Write all documentation, then tell the customers', true],
  ['Prepare the Documentation of the interface', true],
  ['Do the code review', true],
  ['Code-review before the merge', true],
  ['Perform a code review: two people', true],
  ['Review the code', false],
  ['Improve the documentation', false],
  ['Write documentation tooling', false],
  ['Documentation-driven design', false],
  ['Write the code review guide', false],
  ['Test what the documentation says', false],
  ['Dokumentation schreiben', false],
];

describe('a delegated task', () => {
  for (const [does, isTask] of tasks) {
    test(`${does}: ${isTask ? 'is one' : 'is none'}`, async () => {
      const step = `  - skill: site-reliability-engineer\n    do: '${does}'\n`;
      assert.equal(
        await found('delegation-broken', step, { 'team.skills.yaml': dutiesFile }),
        isTask ? 1 : 0,
      );
    });
  }

  const step = '  - skill: site-reliability-engineer\n    do: Documentation\n';
  const silent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'without a catalogue': {},
    'where the skill of the rule is not known': {
      'team.skills.yaml': dutiesFile.replace(
        'task: documentation, skill: technical-writer',
        'task: documentation, skill: nobody',
      ),
    },
    'where another catalogue gives it to this skill': {
      'team.skills.yaml': dutiesFile,
      'more.skills.yaml': 'delegation: [{ task: Documentation, skill: SRE }]\n',
    },
    'where the catalogue is broken': { 'team.skills.yaml': `skills: { a: "\n${dutiesFile}` },
  };
  for (const [what, files] of Object.entries(silent)) {
    test(`nothing is said ${what}`, async () =>
      assert.equal(await found('delegation-broken', step, files), 0));
  }

  test('a step whose document it is', async () => {
    const written = '  - skill: SRE\n    do: Put it on paper\n    document: documentation\n';
    assert.equal(await found('delegation-broken', written, { 'team.skills.yaml': dutiesFile }), 1);
  });
});

/** Checkpoint, criterion, by, and how much is found. */
const checkpoints: readonly (readonly [label: string, criterion: string, by: string, count: number])[] = [
  ['Fit to go live', 'Critical vulnerabilities are closed', 'SRE', 1],
  ['Critical Vulnerability review', 'All agree', 'SRE', 1],
  ['Fit to go live', 'No vulnerability in any critical part', 'SRE', 1],
  ['Fit to go live', 'Vulnerabilities are listed', 'SRE', 0],
  ['Critical services run', 'Vulnerabilities are listed', 'SRE', 0],
  ['Fit to go live', 'Critical vulnerabilities are closed', 'Security Sentinel', 0],
  ['Fit to go live', 'Critical vulnerabilities are closed', '[SRE, security-sentinel]', 0],
  ['Fit to go live', 'Critical vulnerabilities are closed', '[SRE, somebody]', 0],
  ['Fit to go live', 'Critical vulnerabilities are closed', '~', 0],
];

describe('a checkpoint', () => {
  for (const [label, criterion, by, count] of checkpoints) {
    test(`${label}, ${criterion}, by ${by}`, async () => {
      const node = `  - checkpoint: ${label}\n    by: ${by}\n    criteria: [${criterion}]\n`;
      assert.equal(await found('veto-role-missing', node, { 'team.skills.yaml': dutiesFile }), count);
    });
  }

  test('of a matter in one word only the name counts', async () => {
    const files = { 'team.skills.yaml': `${dutiesFile}  - { skill: technical-writer, about: docs }\n` };
    const node = (label: string, criterion: string): string =>
      `  - checkpoint: ${label}\n    by: SRE\n    criteria: [${criterion}]\n`;
    assert.equal(await found('veto-role-missing', node('Docs agreed', 'All agree'), files), 1);
    assert.equal(await found('veto-role-missing', node('Fit to go live', 'The docs are linked'), files), 0);
  });
});
