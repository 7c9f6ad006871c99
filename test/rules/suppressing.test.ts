/** What comments and configurations take away, where they must not, and what is said of those that take nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProject } from '../../server/src/core/project/project.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { lint } from '../../server/src/core/rules/lint.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const shared = { 'team.skills.yaml': 'skills:\n  writer: {}\n' };

/** `code@line` for each finding, lines counted from 1. */
async function found(text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const workspace = memoryWorkspace({ ...shared, ...files });
  const project = createProject(workspace);
  await project.load();
  const uri = workspace.uri('x.chain.yaml');
  project.setDocument(uri, 1, text);
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  assert.ok(document);
  return lint(document, snapshot).map(
    ({ code, span }) => `${code}@${document.lines.position(span.start).line + 1}`,
  );
}

const chain = (steps: string): string => `chain: x\ntitle: X\nsteps:\n${steps}`;
const ignored = '# skill-chains-ignore unknown-skill: she starts in May';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a line above', text: chain(`  ${ignored}\n  - { skill: new, do: x }\n`), found: [] },
  { name: 'behind the line', text: chain(`  - skill: new ${ignored}\n    do: x\n`), found: [] },
  {
    name: 'one line alone',
    text: chain(`  ${ignored}\n  - { skill: new, do: x }\n  - { skill: newer, do: y }\n`),
    found: ['unknown-skill@6'],
  },
  {
    name: 'one rule alone',
    text: chain(`  ${ignored}\n  - { skill: new, do: x, colour: red }\n`),
    found: ['unknown-key@5'],
  },
  {
    name: 'all of a file',
    text: `# skill-chains-ignore-file unknown-skill: they start in May\n${chain('  - { skill: new, do: x }\n  - { skill: newer, do: y }\n')}`,
    found: [],
  },
  {
    name: 'a line between brackets',
    text: `chain: x\ntitle: X\nsteps: [\n  ${ignored}\n  { skill: new, do: x },\n  { skill: newer, do: y } ${ignored}\n]\n`,
    found: [],
  },
  {
    name: 'what is found within a text of several lines',
    text: 'meta: { id: plan.x@v1 }\n# skill-chains-ignore undeclared-placeholder: filled in by the tool\ntemplate: |\n  One\n  {{two}}\n',
    found: [],
  },
  {
    name: 'not what is wrong with the YAML',
    text: chain(`  # skill-chains-ignore yaml-syntax: it is meant so\n  - { skill: writer, do: "x }\n`),
    found: ['yaml-syntax@5'],
  },
  {
    name: 'not what is said of such comments',
    text: chain(
      '  # skill-chains-ignore unused-suppression, bad-suppression: x\n  - { skill: writer, do: x }\n',
    ),
    found: ['bad-suppression@4', 'bad-suppression@4'],
  },
  {
    name: 'nothing, and that is told',
    text: chain(`  ${ignored}\n  - { skill: writer, do: x }\n`),
    found: ['unused-suppression@4'],
  },
  {
    name: 'nothing while the file is broken elsewhere, and nothing is told',
    text: chain(`  ${ignored}\n  - { skill: writer, do: x, colour: red }\n`),
    found: ['unknown-key@5'],
  },
  {
    name: 'nothing while another file is broken, and nothing is told',
    text: chain(`  ${ignored}\n  - { skill: writer, do: x }\n`),
    files: { 'other.skills.yaml': 'skills: [' },
    found: [],
  },
  {
    name: 'nothing of a rule that is off',
    text: chain(`  ${ignored}\n  - { skill: writer, do: x }\n`),
    files: { '.skill-chains.yaml': 'rules: { unknown-skill: off }\n' },
    found: [],
  },
  {
    name: 'nothing of a rule that the preset leaves out',
    text: chain('  # skill-chains-ignore timeline-without-room: it is tight\n  - { skill: writer, do: x }\n'),
    found: [],
  },
  {
    name: 'by a configuration',
    text: chain(`  ${ignored}\n  - { skill: writer, do: x }\n  - { skill: new, do: x }\n`),
    files: {
      '.skill-chains.yaml':
        'rules: { unused-suppression: off }\noverrides: [{ files: "*.chain.yaml", rules: { unknown-skill: off } }]\n',
    },
    found: [],
  },
  {
    name: 'by no configuration what is wrong with the YAML',
    text: chain('  - { skill: writer, do: "x }\n'),
    files: { '.skill-chains.yaml': 'rules: { yaml-syntax: off }\n' },
    found: ['yaml-syntax@4'],
  },
];

describe('takes away', () => {
  for (const { name, text, files, found: wanted } of cases)
    test(name, async () => assert.deepEqual(await found(text, files), wanted));
});

test('what is taken away makes room among those that are shown', async () => {
  const steps = Array.from({ length: 300 }, (_, at) => `  - { skill: new-${at}, do: x${at} }\n`).join('');
  const all = await found(chain(steps));
  assert.deepEqual([all.length, all.at(-1)?.split('@')[0]], [200, 'more-findings']);
  assert.deepEqual(await found(`# skill-chains-ignore-file unknown-skill: new team\n${chain(steps)}`), []);
});

test('a level of a configuration is that of the findings', async () => {
  const workspace = memoryWorkspace({
    ...shared,
    '.skill-chains.yaml': 'rules: { unknown-skill: hint, timeline-without-room: on }\n',
  });
  const project = createProject(workspace);
  await project.load();
  const uri = workspace.uri('x.chain.yaml');
  project.setDocument(
    uri,
    1,
    chain('  - { skill: new, do: x, takes: 1-9 days }\n').replace('steps', 'timeline: 1-5 days\nsteps'),
  );
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  assert.ok(document);
  const said = lint(document, snapshot).map(({ code, severity }) => `${code} ${severity}`);
  assert.deepEqual(said, ['timeline-without-room information', 'unknown-skill hint']);
});

test('what speaks of the others runs last, and no comment takes it away', () => {
  const last = rules.filter(({ runs }) => runs === 'last').map(({ code }) => code);
  assert.deepEqual(last, ['unused-suppression']);
  for (const { family, silenced } of rules)
    if (family === 'checking') assert.equal(silenced, 'by-configuration');
});
