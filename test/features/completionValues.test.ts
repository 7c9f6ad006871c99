import { test } from 'node:test';
import { type CompletionExpectation, checkCompletion } from './checkCompletion.ts';

type Case = CompletionExpectation & { readonly name: string; readonly text: string };

const head = 'chain: draft\ntitle: Draft\n';

const values: readonly Case[] = [
  {
    name: 'skills by id, written as id',
    text: `${head}steps:\n  - skill: $0`,
    labels: ['site-reliability-engineer', 'technical-writer', 'incident-commander'],
    applied: { 'site-reliability-engineer': `${head}steps:\n  - skill: site-reliability-engineer$0` },
  },
  {
    name: 'a skill by several words that were typed',
    text: `${head}steps:\n  - skill: Ops He$0\n    do: b\n`,
    applied: {
      'site-reliability-engineer': `${head}steps:\n  - skill: site-reliability-engineer$0\n    do: b\n`,
    },
  },
  {
    name: 'a skill in quotes stays in quotes',
    text: `${head}steps:\n  - skill: "te$0"\n    do: b\n`,
    applied: { 'technical-writer': `${head}steps:\n  - skill: "technical-writer"$0\n    do: b\n` },
  },
  {
    name: 'a quote that was not closed is closed',
    text: `${head}steps:\n  - skill: 'te$0\n    do: b\n`,
    applied: { 'technical-writer': `${head}steps:\n  - skill: 'technical-writer'$0\n    do: b\n` },
  },
  {
    name: 'a missing blank behind the colon',
    text: `${head}steps:\n  - skill:$0\n    do: b\n`,
    applied: { 'technical-writer': `${head}steps:\n  - skill: technical-writer$0\n    do: b\n` },
  },
  {
    name: 'skills in a flow list, without those that are there',
    text: `${head}steps:\n  - checkpoint: A\n    by: [technical-writer, $0]\n`,
    labels: ['site-reliability-engineer', 'incident-commander'],
    applied: {
      'incident-commander': `${head}steps:\n  - checkpoint: A\n    by: [technical-writer, incident-commander$0]\n`,
    },
  },
  {
    name: 'skills in a flow list over lines of which one lacks its comma',
    text: `${head}steps:\n  - checkpoint: A\n    by: [\n      inc$0\n      technical-writer,\n    ]\n`,
    labels: ['site-reliability-engineer', 'incident-commander'],
    applied: {
      'incident-commander': `${head}steps:\n  - checkpoint: A\n    by: [\n      incident-commander,$0\n      technical-writer,\n    ]\n`,
    },
  },
  {
    name: 'skills in a flow list, on an empty line below one that lacks its comma',
    text: `${head}steps:\n  - checkpoint: A\n    by: [\n      technical-writer # she\n      $0\n    ]\n`,
    labels: ['site-reliability-engineer', 'incident-commander'],
    applied: {
      'incident-commander': `${head}steps:\n  - checkpoint: A\n    by: [\n      technical-writer, # she\n      incident-commander$0\n    ]\n`,
    },
  },
  {
    name: 'skills in a flow list, half written below one that lacks its comma',
    text: `${head}steps:\n  - checkpoint: A\n    by: [\n      "technical-writer"\n      inc$0\n    ]\n`,
    applied: {
      'incident-commander': `${head}steps:\n  - checkpoint: A\n    by: [\n      "technical-writer",\n      incident-commander$0\n    ]\n`,
    },
  },
  {
    name: 'skills in a block list',
    text: `${head}steps:\n  - checkpoint: A\n    by:\n      - technical-writer\n      - $0\n`,
    labels: ['site-reliability-engineer', 'incident-commander'],
  },
  {
    name: 'skills behind a key that takes one or many',
    text: `${head}steps:\n  - checkpoint: A\n    by: $0\n`,
    labels: ['site-reliability-engineer', 'technical-writer', 'incident-commander', 'item'],
    applied: { 'technical-writer': `${head}steps:\n  - checkpoint: A\n    by: technical-writer$0\n` },
  },
  {
    name: 'teams',
    text: `${head}steps:\n  - team: $0`,
    labels: ['infrastructure'],
  },
  {
    name: 'chains, but for the one that would run itself',
    text: `${head}steps:\n  - chain: $0`,
    labels: ['yearly-audit'],
  },
  {
    name: 'chains of a handoff, its own among them',
    text: `${head}handoffs:\n  - cycles-to: $0`,
    labels: ['yearly-audit', 'draft'],
  },
  {
    name: 'ranges of the version of a chain that is run',
    text: `${head}steps:\n  - chain: yearly-audit\n    version: $0`,
    labels: ['^2', '~2.1'],
  },
  {
    name: 'units behind a range',
    text: `${head}steps:\n  - skill: a\n    takes: 2-4 $0`,
    labels: [
      '2-4 minutes',
      '2-4 hours',
      '2-4 days',
      '2-4 working days',
      '2-4 weeks',
      '2-4 months',
      '2-4 quarters',
      '2-4 years',
    ],
    applied: { '2-4 weeks': `${head}steps:\n  - skill: a\n    takes: 2-4 weeks$0` },
  },
  {
    name: 'one unit behind a one',
    text: `${head}steps:\n  - skill: a\n    takes: 1$0\n`,
    present: ['1 day', '1 week'],
    applied: { '1 day': `${head}steps:\n  - skill: a\n    takes: 1 day$0\n` },
  },
  {
    name: 'a unit that was begun',
    text: `${head}steps:\n  - skill: a\n    takes: 2..4 we$0`,
    applied: { '2..4 weeks': `${head}steps:\n  - skill: a\n    takes: 2..4 weeks$0` },
  },
  {
    name: 'a timeline may be ongoing',
    text: `${head}timeline: $0`,
    present: ['ongoing', '2-4 weeks', 'estimate'],
  },
  {
    name: 'the window that follows the one before',
    text: `${head}phases:\n  - phase: A\n    window: weeks 1-4\n    steps: []\n  - phase: B\n    window: $0\n`,
    first: ['weeks 5-8', 'hours 0-24'],
  },
  {
    name: 'hours that meet those before',
    text: `${head}phases:\n  - phase: A\n    window: hours 0-2\n    steps: []\n  - phase: B\n    window: $0\n`,
    first: ['hours 2-4'],
  },
  {
    name: 'windows',
    text: `${head}phases:\n  - phase: A\n    window: we$0`,
    present: ['weeks 1-2', 'week 1'],
  },
  {
    name: 'a target that YAML would misread is quoted',
    text: `${head}success:\n  - metric: A\n    target: $0`,
    applied: {
      '>= 90 %': `${head}success:\n  - metric: A\n    target: ">= 90 %"$0`,
      '< 30 minutes': `${head}success:\n  - metric: A\n    target: < 30 minutes$0`,
    },
  },
  {
    name: 'reserved values',
    text: `${head}steps:\n  - parallel: []\n    join: $0`,
    labels: ['all', 'any', 'at-least'],
  },
  {
    name: 'a value that may be a map, written below',
    text: `${head}steps:\n  - parallel: []\n    join: $0`,
    applied: { 'at-least': `${head}steps:\n  - parallel: []\n    join:\n      at-least: $0` },
  },
  {
    name: 'yes and no',
    text: `${head}handoffs:\n  - escalates-to: a\n    blocks: $0`,
    labels: ['true', 'false'],
  },
  { name: 'priorities', text: `${head}priority: $0`, labels: ['P0', 'P1', 'P2', 'P3'] },
  {
    name: 'values of a list',
    text: 'skills:\n  a:\n    stage: [plan, $0]\n',
    path: 'a.skills.yaml',
    present: ['build', 'review'],
    absent: ['plan'],
  },
  { name: 'cadences', text: `${head}review: $0`, present: ['quarterly', 'after each run'] },
  {
    name: 'measures at the start of a condition',
    text: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: $0\n`,
    labels: ['severity', 'not'],
  },
  {
    name: 'a measure behind a connective',
    text: `${head}measures:\n  severity: 1-5\n  users: { unit: count }\nsteps:\n  - skill: a\n    when: severity > 3 or us$0\n`,
    applied: {
      users: `${head}measures:\n  severity: 1-5\n  users: { unit: count }\nsteps:\n  - skill: a\n    when: severity > 3 or users$0\n`,
    },
  },
  {
    name: 'comparators behind a measure',
    text: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: severity $0\n`,
    present: ['>', '<=', 'and'],
    absent: ['severity'],
  },
  {
    name: 'numbers of a measure behind its comparator',
    text: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: severity >$0\n`,
    labels: ['1', '2', '3', '4', '5'],
    applied: { 4: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: severity > 4$0\n` },
  },
  {
    name: 'the ends of a long range behind a connective',
    text: `${head}measures:\n  load: 0-100\nsteps:\n  - skill: a\n    when: late or load >= $0\n`,
    labels: ['0', '100'],
    applied: {
      100: `${head}measures:\n  load: 0-100\nsteps:\n  - skill: a\n    when: late or load >= 100$0\n`,
    },
  },
  {
    name: 'no number where a measure has no range',
    text: `${head}measures:\n  loss: { unit: $ }\nsteps:\n  - skill: a\n    when: loss > $0\n`,
    labels: [],
  },
  {
    name: 'nothing in prose',
    text: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: an audit is $0\n`,
    labels: [],
  },
];

for (const [group, cases] of Object.entries({ values })) {
  for (const { name, text, ...expected } of cases)
    test(`${group}: ${name}`, () => checkCompletion(text, expected));
}
