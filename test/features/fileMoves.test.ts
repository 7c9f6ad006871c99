/** Files and folders that a person moves: what goes along, and that nothing is found afterwards that was not before. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Files } from '../support/files.ts';
import { applied, findingsOf } from '../support/renames.ts';
import { loadedService } from '../support/requests.ts';

const files: Files = {
  'team/team.skills.yaml': `skills:
  engineer: { title: Engineer, source: .claude/skills/engineer/SKILL.md }
  tester: { title: Tester, source: ../.claude/skills/tester/SKILL.md }
`,
  '.claude/skills/engineer/SKILL.md':
    '---\nname: engineer\n---\nSee [the chain](../../../chains/outage.chain.yaml) and [notes](notes.md).\n',
  '.claude/skills/tester/SKILL.md': '---\nname: tester\n---\nTests.\n',
  'chains/outage.chain.yaml': `chain: outage
title: Outage
summary: After it comes ./deep/undo.chain.yaml
steps:
  - { id: mend, skill: engineer, do: Mend it }
handoffs:
  - then: undo
`,
  'chains/deep/undo.chain.yaml': `chain: undo
title: Undo
steps:
  - { id: back, skill: engineer, do: Undo it }
  - { id: again, chain: outage }
`,
  'year.suite.yaml': `suite: year
title: Year
items:
  A: { title: Outage, chain: chains/outage.chain.yaml }
  B: { title: Undo, chain: undo }
  C: { title: Look, plan: 'plans/plan.look@v1.yaml' }
phases:
  - { phase: One, items: [A, B, C] }
`,
  'plans/plan.look@v1.yaml': 'meta:\n  id: plan.look@v1\n  purpose: Looks\ntemplate: Look\n',
  'README.md':
    '[a](chains/outage.chain.yaml), [b](/chains/deep/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)\n',
  'chains/deep/NOTES.md':
    '[up](../outage.chain.yaml) [here](undo.chain.yaml) [suite](<../../year.suite.yaml>)\n',
};

/** The files after moves of paths, with the lines that differ by path: `- before` and `+ after`. */
async function moved(moves: Readonly<Record<string, string>>, all: Files = files) {
  const { service, workspace } = await loadedService(all);
  await service.readLinks();
  const asked = Object.entries(moves).map(([from, to]) => ({
    from: workspace.uri(from),
    to: workspace.uri(to),
  }));
  const { changes } = service.moveFiles(asked);
  const edited = applied(all, { changes, moves: [] });
  const differing = Object.entries(edited).flatMap(([path, text]) => {
    const before = (all[path] ?? '').split('\n');
    return text.split('\n').flatMap((line, at) => (line === before[at] ? [] : [`${path}: ${line.trim()}`]));
  });
  return { after: applied(all, { changes, moves: asked }), differing };
}

interface Case {
  readonly name: string;
  readonly moves: Readonly<Record<string, string>>;
  /** The lines that are other ones afterwards, in the files as they were called before. */
  readonly lines: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a chain under another name takes its id along',
    moves: { 'chains/outage.chain.yaml': 'chains/downtime.chain.yaml' },
    lines: [
      '.claude/skills/engineer/SKILL.md: See [the chain](../../../chains/downtime.chain.yaml) and [notes](notes.md).',
      'chains/outage.chain.yaml: chain: downtime',
      'chains/deep/undo.chain.yaml: - { id: again, chain: downtime }',
      'year.suite.yaml: A: { title: Outage, chain: chains/downtime.chain.yaml }',
      'README.md: [a](chains/downtime.chain.yaml), [b](/chains/deep/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)',
      'chains/deep/NOTES.md: [up](../downtime.chain.yaml) [here](undo.chain.yaml) [suite](<../../year.suite.yaml>)',
    ],
  },
  {
    name: 'a chain in another folder keeps its id, and its own paths lead where they led',
    moves: { 'chains/outage.chain.yaml': 'far/away/outage.chain.yaml' },
    lines: [
      '.claude/skills/engineer/SKILL.md: See [the chain](../../../far/away/outage.chain.yaml) and [notes](notes.md).',
      'chains/outage.chain.yaml: summary: After it comes ../../chains/deep/undo.chain.yaml',
      'year.suite.yaml: A: { title: Outage, chain: far/away/outage.chain.yaml }',
      'README.md: [a](far/away/outage.chain.yaml), [b](/chains/deep/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)',
      'chains/deep/NOTES.md: [up](../../far/away/outage.chain.yaml) [here](undo.chain.yaml) [suite](<../../year.suite.yaml>)',
    ],
  },
  {
    name: 'a folder: what is within leads to each other as before',
    moves: { chains: 'all of them' },
    lines: [
      '.claude/skills/engineer/SKILL.md: See [the chain](../../../all%20of%20them/outage.chain.yaml) and [notes](notes.md).',
      'year.suite.yaml: A: { title: Outage, chain: all of them/outage.chain.yaml }',
      'README.md: [a](all%20of%20them/outage.chain.yaml), [b](/all%20of%20them/deep/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)',
    ],
  },
  {
    name: 'a folder within',
    moves: { 'chains/deep': 'deeper' },
    lines: [
      'chains/outage.chain.yaml: summary: After it comes ../deeper/undo.chain.yaml',
      'README.md: [a](chains/outage.chain.yaml), [b](/deeper/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)',
      'chains/deep/NOTES.md: [up](../chains/outage.chain.yaml) [here](undo.chain.yaml) [suite](<../year.suite.yaml>)',
    ],
  },
  {
    name: 'a plan, in its quotes',
    moves: { 'plans/plan.look@v1.yaml': 'plans/more/plan.look@v2.yaml' },
    lines: [
      "year.suite.yaml: C: { title: Look, plan: 'plans/more/plan.look@v2.yaml' }",
      'plans/plan.look@v1.yaml: id: plan.look@v2',
      'README.md: [a](chains/outage.chain.yaml), [b](/chains/deep/undo.chain.yaml), [c](plans/more/plan.look%40v2.yaml)',
    ],
  },
  {
    name: 'a suite, and a catalogue, whose paths count from two places',
    moves: {
      'year.suite.yaml': 'suites/decade.suite.yaml',
      'team/team.skills.yaml': 'people/here/team.skills.yaml',
    },
    lines: [
      'team/team.skills.yaml: tester: { title: Tester, source: ../../.claude/skills/tester/SKILL.md }',
      'year.suite.yaml: suite: decade',
      'year.suite.yaml: A: { title: Outage, chain: ../chains/outage.chain.yaml }',
      "year.suite.yaml: C: { title: Look, plan: '../plans/plan.look@v1.yaml' }",
      'chains/deep/NOTES.md: [up](../outage.chain.yaml) [here](undo.chain.yaml) [suite](<../../suites/decade.suite.yaml>)',
    ],
  },
  {
    name: 'a chain under a name that is no id keeps its id',
    moves: { 'chains/outage.chain.yaml': 'chains/Big Outage.chain.yaml' },
    lines: [
      '.claude/skills/engineer/SKILL.md: See [the chain](../../../chains/Big%20Outage.chain.yaml) and [notes](notes.md).',
      'year.suite.yaml: A: { title: Outage, chain: chains/Big Outage.chain.yaml }',
      'README.md: [a](chains/Big%20Outage.chain.yaml), [b](/chains/deep/undo.chain.yaml), [c](plans/plan.look%40v1.yaml)',
      'chains/deep/NOTES.md: [up](../Big%20Outage.chain.yaml) [here](undo.chain.yaml) [suite](<../../year.suite.yaml>)',
    ],
  },
];

describe('what goes along', () => {
  for (const { name, moves, lines } of cases) {
    test(name, async () => {
      const { differing, after } = await moved(moves);
      assert.deepEqual(differing.toSorted(), lines.toSorted());
      const found = (await findingsOf(after)).filter(each => !each.endsWith('chain-id-not-file-name'));
      assert.deepEqual([found, await findingsOf(files)], [[], []]);
    });
  }
});

test('a sign that points into a file is one like any other in the name of a folder', async () => {
  const all = {
    ...files,
    'a#1/audit.chain.yaml': `chain: audit
title: Audit
summary: It looks at a#2/notes.md
steps:
  - { id: look, skill: engineer, do: Look }
`,
    'year.suite.yaml': `suite: year
title: Year
items:
  A: { title: Audit, chain: a#1/audit.chain.yaml }
phases:
  - { phase: One, items: [A] }
`,
    'README.md': '[a](a%231/audit.chain.yaml) [b](a#1/audit.chain.yaml)\n',
  };
  assert.deepEqual((await moved({ 'a#1/audit.chain.yaml': 'a#1/look.chain.yaml' }, all)).differing, [
    'year.suite.yaml: A: { title: Audit, chain: a#1/look.chain.yaml }',
    'README.md: [a](a%231/look.chain.yaml) [b](a#1/audit.chain.yaml)',
    'a#1/audit.chain.yaml: chain: look',
  ]);
  assert.deepEqual((await moved({ 'a#1': 'b#2/c' }, all)).differing, [
    'year.suite.yaml: A: { title: Audit, chain: b#2/c/audit.chain.yaml }',
    'README.md: [a](b%232/c/audit.chain.yaml) [b](a#1/audit.chain.yaml)',
  ]);
  assert.deepEqual((await moved({ 'a#1/audit.chain.yaml': 'b#2/audit.chain.yaml' }, all)).differing, [
    'year.suite.yaml: A: { title: Audit, chain: b#2/audit.chain.yaml }',
    'README.md: [a](b%232/audit.chain.yaml) [b](a#1/audit.chain.yaml)',
    'a#1/audit.chain.yaml: summary: It looks at ../a#1/a#2/notes.md',
  ]);
});

test('an id that another chain has does not follow', async () => {
  const { differing } = await moved({ 'chains/outage.chain.yaml': 'chains/undo.chain.yaml' });
  assert.ok(!differing.some(line => line.startsWith('chains/outage.chain.yaml')));
  assert.ok(differing.includes('year.suite.yaml: A: { title: Outage, chain: chains/undo.chain.yaml }'));
});

test('a path that would leave the folder stays as it is, and what leads to nothing that moves is left alone', async () => {
  const all = {
    ...files,
    'more.md': '[x](https://example.org/chains/outage.chain.yaml) `[y](chains/outage.chain.yaml)`\n',
  };
  const { differing } = await moved({ 'chains/outage.chain.yaml': 'chains/downtime.chain.yaml' }, all);
  assert.ok(!differing.some(line => line.startsWith('more.md')));
  assert.deepEqual((await moved({ nowhere: 'there' }, all)).differing, []);
});

describe('patterns of a configuration', () => {
  const configured = {
    ...files,
    '.skill-chains.yaml': `overrides:
  - { files: ["chains/deep/**", ./chains/*.yaml, "**/chains"], preset: strict }
  - files: chains/outage.chain.yaml
    preset: strict
`,
    'chains/.skill-chains.yaml': 'overrides:\n  - { files: deep/, preset: strict }\n',
  };
  const follow: Readonly<
    Record<string, readonly [moves: Readonly<Record<string, string>>, lines: readonly string[]]>
  > = {
    'what they name by letters': [
      { chains: 'flows' },
      [
        '.skill-chains.yaml: - { files: ["flows/deep/**", ./flows/*.yaml, "**/chains"], preset: strict }',
        '.skill-chains.yaml: - files: flows/outage.chain.yaml',
      ],
    ],
    'a name that wants quotes': [
      { 'chains/deep': 'chains/# one' },
      [
        '.skill-chains.yaml: - { files: ["chains/# one/**", ./chains/*.yaml, "**/chains"], preset: strict }',
        'chains/.skill-chains.yaml: - { files: "# one/", preset: strict }',
      ],
    ],
    'not what leaves the folder of the configuration, or has a name that is a pattern': [
      { 'chains/deep': 'deep', 'chains/outage.chain.yaml': 'chains/all*.chain.yaml' },
      ['.skill-chains.yaml: - { files: ["deep/**", ./chains/*.yaml, "**/chains"], preset: strict }'],
    ],
  };
  for (const [name, [moves, lines]] of Object.entries(follow))
    test(`follow ${name}`, async () => {
      const { differing } = await moved(moves, configured);
      assert.deepEqual(
        differing.filter(line => line.includes('.skill-chains.yaml: ')),
        lines,
      );
    });
});
