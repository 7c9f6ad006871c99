/** Names that are declared and that nobody uses, and where nobody can tell. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProject } from '../../server/src/core/project/project.ts';
import { type LintPolicy, lint } from '../../server/src/core/rules/lint.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const codes: ReadonlySet<string> = new Set([
  'unused-skill',
  'unused-team',
  'unused-measure',
  'untaken-input',
  'redundant-alias',
  'skill-not-by-id',
]);
const policy: LintPolicy = { severityOf: ({ code }) => (codes.has(code) ? undefined : 'off') };

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  /** False: the workspace is not read yet. */
  readonly isLoaded?: boolean;
  /** `code word` of the findings in the file that is named first. */
  readonly found: readonly string[];
}

const catalogue =
  'skills:\n  keeper: { title: Keeper of it, aliases: [Guard] }\n  writer: {}\nteams:\n  crew: { title: The crew }\n';
const chain = (steps: string, more = ''): string => `chain: own\ntitle: Own\n${more}steps:\n${steps}`;
const step = (skill: string): string => `  - { skill: ${skill}, do: It }\n`;
const both = ['unused-skill writer', 'unused-team crew'];

const ofCatalogues: readonly Case[] = [
  {
    name: 'a chain names one of two skills',
    files: { 'team.skills.yaml': catalogue, 'own.chain.yaml': chain(step('keeper')) },
    found: both,
  },
  {
    name: 'a chain names it by an alias in another spelling',
    files: { 'team.skills.yaml': catalogue, 'own.chain.yaml': chain(step('GUARD')) },
    found: both,
  },
  {
    name: 'a catalogue stands alone',
    files: { 'team.skills.yaml': catalogue },
    found: [],
  },
  {
    name: 'chains name other skills only',
    files: { 'team.skills.yaml': catalogue, 'own.chain.yaml': chain(step('nobody')) },
    found: [],
  },
  {
    name: 'the chains are in another folder',
    files: { 'file:///one/team.skills.yaml': catalogue, 'file:///two/own.chain.yaml': chain(step('keeper')) },
    folders: ['file:///one', 'file:///two'],
    found: [],
  },
  {
    name: 'the workspace is not read yet',
    files: { 'team.skills.yaml': catalogue, 'own.chain.yaml': chain(step('keeper')) },
    isLoaded: false,
    found: [],
  },
  {
    name: 'a variation, a checkpoint and a suite name the rest',
    files: {
      'team.skills.yaml': catalogue,
      'own.chain.yaml': `${chain(`${step('keeper')}  - { checkpoint: Good?, by: writer }\n`)}`,
      'all.suite.yaml':
        'suite: all\ntitle: All\nitems:\n  one: { title: One, chain: own }\nteams:\n  crew: { primary: [one] }\n',
    },
    found: [],
  },
  {
    name: 'another catalogue delegates to it',
    files: {
      'team.skills.yaml': catalogue,
      'own.chain.yaml': chain(`${step('keeper')}  - { team: crew, do: It }\n`),
      'more.skills.yaml': 'skills: {}\ndelegation:\n  - { task: notes, skill: writer }\n',
    },
    found: [],
  },
  {
    name: 'a broken file speaks of it',
    files: {
      'team.skills.yaml': catalogue,
      'own.chain.yaml': chain(step('keeper')),
      'broken.chain.yaml':
        'chain: broken\ntitle: Broken\nsteps:\n  - skill: "writer\n    do: With the crew\n',
    },
    found: [],
  },
  {
    name: 'a misspelled name may mean it',
    files: { 'team.skills.yaml': catalogue, 'own.chain.yaml': chain(step('keeper') + step('writr')) },
    found: ['unused-team crew'],
  },
  {
    name: 'an agent keeps it',
    files: {
      'team.skills.yaml': catalogue,
      'own.chain.yaml': chain(step('keeper')),
      '.claude/skills/writer/SKILL.md': '---\nname: writer\n---\n',
    },
    found: ['unused-team crew'],
  },
  {
    name: 'two catalogues declare it, and the other one counts',
    files: {
      'team.skills.yaml': catalogue,
      'a.skills.yaml': 'skills: { writer: {} }\n',
      'own.chain.yaml': chain(step('keeper')),
    },
    found: ['unused-team crew'],
  },
  {
    name: 'names are like those that objects have',
    files: {
      'team.skills.yaml': 'skills:\n  keeper: {}\n  __proto__: {}\n  constructor: {}\n',
      'own.chain.yaml': chain(step('keeper')),
    },
    found: ['unused-skill __proto__', 'unused-skill constructor'],
  },
  {
    name: 'aliases repeat one another',
    files: { 'team.skills.yaml': 'skills:\n  keeper: { title: K, aliases: [Guard, guard, "K", Guard/2] }\n' },
    found: ['redundant-alias guard', 'redundant-alias "K"'],
  },
];

const measure = 'measures: { severity: 1-5 }\n';
const input = 'inputs: { brief: It, first-log: What was seen }\n';
const needing = '  - { skill: a, do: It, needs: [brief] }\n';

const ofChains: readonly Case[] = [
  {
    name: 'nothing speaks of a measure',
    files: { 'own.chain.yaml': chain(needing, measure) },
    found: ['unused-measure severity'],
  },
  {
    name: 'a target speaks of it',
    files: {
      'own.chain.yaml': `${chain(needing, measure)}success:\n  - { metric: Severity, target: "< 3" }\n`,
    },
    found: [],
  },
  {
    name: 'a condition of a handoff speaks of it',
    files: {
      'own.chain.yaml': `${chain(needing, measure)}handoffs:\n  - { escalates-to: far, if: severity > 3 }\n`,
    },
    found: [],
  },
  {
    name: 'a condition misspells it',
    files: { 'own.chain.yaml': chain('  - { skill: a, do: It, when: severty > 3 }\n', measure) },
    found: [],
  },
  {
    name: 'it has bands',
    files: {
      'own.chain.yaml': chain(
        needing,
        'measures:\n  load: { unit: "%", bands: { green: "< 50 %", red: ">= 50 %" } }\n',
      ),
    },
    found: [],
  },
  {
    name: 'no node needs an input',
    files: { 'own.chain.yaml': chain(needing, input) },
    found: ['untaken-input first-log'],
  },
  {
    name: 'no node needs anything',
    files: { 'own.chain.yaml': chain('  - { skill: a, do: It }\n', input) },
    found: [],
  },
  {
    name: 'a sentence speaks of it in its own words',
    files: { 'own.chain.yaml': chain(needing.replace('do: It', 'do: Read the First Logs'), input) },
    found: [],
  },
  {
    name: 'a sub-chain takes it by its name',
    files: {
      'own.chain.yaml': chain(`${needing}  - { chain: other }\n`, input),
      'other.chain.yaml':
        'chain: other\ntitle: Other\ninputs: { first-log: It }\nsteps:\n  - { skill: a, do: It, needs: [first-log] }\n',
    },
    found: [],
  },
  {
    name: 'a sub-chain is not known',
    files: { 'own.chain.yaml': chain(`${needing}  - { chain: other }\n`, input) },
    found: [],
  },
  {
    name: 'a variation needs it',
    files: {
      'own.chain.yaml': `${chain(needing, input)}variations:\n  - { when: it rains, add: { skill: a, do: It, needs: [first-log] } }\n`,
    },
    found: [],
  },
  {
    name: 'something unknown is needed, which may be meant',
    files: { 'own.chain.yaml': chain(needing.replace('[brief]', '[brief, log]'), input) },
    found: [],
  },
  {
    name: 'the file is broken',
    files: { 'own.chain.yaml': `${chain(needing, input + measure)}output: [` },
    found: [],
  },
  {
    name: 'a skill is named by its title in another case',
    files: {
      'own.chain.yaml': chain(step('KEEPER of it') + step('keeper') + step('Keeper') + step('nobody')),
      'team.skills.yaml': catalogue,
    },
    found: ['skill-not-by-id KEEPER of it', 'skill-not-by-id Keeper'],
  },
];

for (const [what, cases] of Object.entries({ catalogues: ofCatalogues, chains: ofChains })) {
  describe(what, () => {
    for (const { name, files, folders, isLoaded = true, found } of cases) {
      test(name, async () => {
        const workspace = memoryWorkspace(files, folders);
        const project = createProject(workspace);
        if (isLoaded) await project.load();
        const [[path, text] = ['', '']] = Object.entries(files);
        project.setDocument(workspace.uri(path), 1, text);
        const snapshot = project.snapshot();
        const document = snapshot.documents.get(workspace.uri(path));
        assert.ok(document);
        const findings = lint(document, snapshot, policy);
        assert.deepEqual(
          findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
          found,
        );
      });
    }
  });
}
