import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/core/features/completion.ts';
import { cursorIn } from '../support/fixture.ts';
import { type CompletionExpectation, checkCompletion } from './checkCompletion.ts';
import { contextOf } from './feature.ts';

type Case = CompletionExpectation & { readonly name: string; readonly text: string };

const head = 'chain: draft\ntitle: Draft\n';

/** A chain with nodes, lanes and artefacts to be named. */
const body = `${head}inputs:
  ticket: First evidence
steps:
  - id: first
    skill: a
    do: Begin
    produces: [facts]
  - id: both
    parallel:
      - lane: Left
        steps:
          - id: left-one
            skill: a
            do: Go left
            produces: [left-facts]
          - id: left-two
            skill: b
            do: Go on
      - id: right
        skill: c
        do: Go right
  - id: last
    skill: d
    do: End
    needs: [report]
`;

/** The chain with another line behind one of its lines; the marks of the case stand in it. */
const withLine = (after: string, line: string): string => body.replace(`${after}\n`, `${after}\n${line}\n`);

const names: readonly Case[] = [
  {
    name: 'artefacts that are there before a node',
    text: withLine('    do: End', '    needs: [$0]').replace('    needs: [report]\n', ''),
    present: ['ticket', 'facts', 'left-facts'],
    absent: ['report'],
  },
  {
    name: 'no artefacts of another lane, unless it is waited for',
    text: withLine('        do: Go right', '        needs:\n          - $0'),
    present: ['ticket', 'facts'],
    absent: ['left-facts'],
    applied: {
      facts: `${withLine('        do: Go right', '        needs:\n          - facts$0')}`,
    },
  },
  {
    name: 'artefacts that are wanted and not made yet',
    text: withLine('        do: Go right', '        produces: [$0]'),
    labels: ['report'],
  },
  {
    name: 'products as outputs',
    text: `${body}output:\n  facts: What was found\n  $0\n`,
    labels: ['left-facts', 'artefact-name'],
  },
  {
    name: 'inputs that are wanted',
    text: body.replace('  ticket: First evidence\n', '  ticket: First evidence\n  $0\n'),
    first: ['report'],
  },
  {
    name: 'artefacts to be delivered',
    text: `${body}handoffs:\n  - then: yearly-audit\n    delivers: [$0]\n`,
    labels: ['facts', 'left-facts'],
  },
  {
    name: 'artefacts to wait for are the other chain’s outputs',
    text: `${body}handoffs:\n  - waits-for: yearly-audit\n    needs: $0\n`,
    labels: ['audit-report', 'item'],
  },
  {
    name: 'artefacts that the other chain takes first',
    text: `${body.replace('[left-facts]', '[left-facts, audit-scope]')}handoffs:\n  - then: yearly-audit\n    delivers: [$0]\n`,
    labels: ['audit-scope', 'facts', 'left-facts'],
  },
  {
    name: 'outputs of a chain that is run',
    text: `${body}  - chain: yearly-audit\n    produces: [$0]\n`,
    labels: ['audit-report'],
  },
  {
    name: 'nodes of other lanes to wait for',
    text: withLine('        do: Go right', '        after: [$0]'),
    present: ['left-one', 'left-two'],
    absent: ['right', 'both', 'first', 'last'],
  },
  {
    name: 'nodes to go back to',
    text: `${body}  - checkpoint: Fine\n    if-refused:\n      back-to: $0\n`,
    labels: ['first', 'both', 'last'],
  },
  {
    name: 'nodes and words to go to',
    text: withLine(
      '    produces: [facts]',
      '  - decision: Which?\n    routes:\n      - when: bad\n        go: $0',
    ),
    first: ['next', 'end', 'stop'],
    present: ['first', 'both', 'last'],
    absent: ['right', 'left-one', 'which'],
  },
  {
    name: 'no end in a lane',
    text: withLine(
      '            do: Go on',
      '          - decision: Which?\n            routes:\n              - otherwise: $0',
    ),
    present: ['next', 'stop', 'left-one'],
    absent: ['end', 'first', 'right'],
  },
  {
    name: 'nodes to escalate from and to resume at',
    text: `${body}handoffs:\n  - escalates-to: yearly-audit\n    from: first\n    resumes-at: $0\n`,
    present: ['both', 'last', 'next', 'end', 'stop'],
    absent: ['right'],
  },
  {
    name: 'phases to go to',
    text: `${head}phases:\n  - phase: Design\n    steps:\n      - skill: a\n        do: b\n  - phase: Build\n    steps:\n      - checkpoint: Good\n        if-refused:\n          back-to: $0\n`,
    present: ['design', 'a'],
  },
];

const approval = (by: string): string => `${body}  - checkpoint: Fine\n    by:${by}\n`;

/** Names with commas between them become the list that is wanted, with the one that is chosen. */
const apart: readonly Case[] = [
  {
    name: 'a further skill',
    text: approval(' technical-writer, inc$0'),
    present: ['site-reliability-engineer'],
    absent: ['technical-writer', 'item'],
    applied: {
      'incident-commander': approval('\n      - technical-writer\n      - incident-commander$0'),
    },
  },
  {
    name: 'behind the comma',
    text: approval(' the auditor,$0'),
    typed: ',',
    applied: {
      'incident-commander': approval('\n      - the auditor\n      - incident-commander$0'),
    },
  },
  {
    name: 'before and between others',
    text: approval(' auditor, te$0, "x", c'),
    applied: {
      'technical-writer': approval(
        '\n      - auditor\n      - technical-writer\n      - "\\"x\\""\n      - c$0',
      ),
    },
  },
  {
    name: 'a further artefact, and what stands behind it',
    text: withLine('    do: End', '    needs: ticket, fa$0 # both').replace('    needs: [report]\n', ''),
    absent: ['ticket'],
    applied: {
      facts: withLine('    do: End', '    needs:\n      - ticket\n      - facts$0 # both').replace(
        '    needs: [report]\n',
        '',
      ),
    },
  },
  {
    name: 'one skill stays beside its key',
    text: approval(' inc$0'),
    applied: { 'incident-commander': approval(' incident-commander$0') },
  },
  {
    name: 'in brackets and quotes as ever',
    text: approval(' [technical-writer, inc$0]'),
    applied: { 'incident-commander': approval(' [technical-writer, incident-commander$0]') },
  },
];

test('names with commas between them are found by all that is written', () => {
  const { text, position } = cursorIn(approval(' technical-writer, SR$0'));
  const { items } = completion(contextOf(text), position, { snippets: true });
  const found = items.find(({ label }) => label === 'site-reliability-engineer');
  assert.match(found?.filterText ?? '', /^technical-writer, site-reliability-engineer SRE /);
});

const steps = 'steps:\n  - skill: star-reader\n    do: Read\n    when: loss > 2 and urgent\n';

/** What documents name and none declares is offered where it would be declared. */
const declarations: readonly Case[] = [
  {
    name: 'measures that are compared, but no bare yes or no',
    text: `${head}measures:\n  $0\n${steps}`,
    labels: ['loss', 'measure-name'],
    applied: { loss: `${head}measures:\n  loss: $0\n${steps}` },
  },
  {
    name: 'no measure twice',
    text: `${head}measures:\n  loss: 1-5\n  $0\n${steps}`,
    labels: ['measure-name'],
  },
  {
    name: 'items that phases and items name',
    path: 'year.suite.yaml',
    text: `suite: year
title: Year
items:
  A: { chain: yearly-audit, needs: [B] }
  $0
phases:
  - { phase: One, items: [A, C] }
teams:
  T: { primary: [A], support: all }
`,
    labels: ['B', 'C', 'item-id'],
  },
  {
    name: 'skills that chains name and nobody knows, unless they are titles',
    path: 'other.skills.yaml',
    files: {
      'a.chain.yaml': `${head}${steps}  - skill: Star Counter\n    do: Count\n`,
      'b.chain.yaml': 'chain: b\ntitle: B\nsteps:\n  - team: observatory\n    do: Look\n',
    },
    text: 'skills:\n  $0\n',
    labels: ['star-reader', 'skill-id'],
  },
  {
    name: 'teams that chains and skills name and no catalogue declares',
    path: 'other.skills.yaml',
    files: { 'b.chain.yaml': 'chain: b\ntitle: B\nsteps:\n  - team: observatory\n    do: Look\n' },
    text: 'skills:\n  a: { team: night }\nteams:\n  $0\n',
    labels: ['observatory', 'night', 'team-id'],
  },
];

const teams = {
  'team.skills.yaml':
    'skills:\n  data-engineer: { title: Data Engineer, aliases: [DE] }\nteams:\n  data-platform: { title: Data platform }\n  data: {}\n',
};

/** An owner is free words, which Enter must not replace; a skill is an id, which its title leads to. */
const owners: readonly Case[] = [
  { name: 'a title begun', text: `${head}owner: Data pl$0`, files: teams, present: ['data-platform'] },
  { name: 'a title in full', text: `${head}owner: Data platform$0`, files: teams, labels: [] },
  { name: 'in another case', text: `${head}owner: data Platform$0`, files: teams, labels: [] },
  { name: 'in quotes', text: `${head}owner: "Data platform$0"`, files: teams, labels: [] },
  { name: 'an alias in full', text: `${head}owner: DE$0`, files: teams, labels: [] },
  { name: 'an id in full', text: `${head}owner: data$0`, files: teams, labels: [] },
  { name: 'more than a title', text: `${head}owner: Data platforms$0`, files: teams, present: ['data'] },
  {
    name: 'within a title',
    text: `${head}owner: Data$0 platform`,
    files: teams,
    applied: { 'data-platform': `${head}owner: data-platform$0` },
  },
  {
    name: 'the title of a skill where only its id may stand',
    text: `${head}steps:\n  - skill: Data Engineer$0`,
    files: teams,
    applied: { 'data-engineer': `${head}steps:\n  - skill: data-engineer$0` },
  },
];

test('owners are asked for with each letter, skills once', () => {
  const isAskedAgain = (line: string): boolean => {
    const { text, position } = cursorIn(`${head}${line}`);
    return completion(contextOf(text), position, { snippets: true }).isIncomplete;
  };
  assert.equal(isAskedAgain('owner: inf$0'), true);
  assert.equal(isAskedAgain('steps:\n  - skill: inf$0'), false);
});

for (const [group, cases] of Object.entries({ names, apart, declarations, owners })) {
  for (const { name, text, ...expected } of cases)
    test(`${group}: ${name}`, () => checkCompletion(text, expected));
}
