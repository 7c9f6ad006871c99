import { test } from 'node:test';
import { type CompletionExpectation, checkCompletion } from './checkCompletion.ts';

type Case = CompletionExpectation & { readonly name: string; readonly text: string };

const head = 'chain: draft\ntitle: Draft\n';

/** Nothing written yet: how a person begins. */
const beginnings: readonly Case[] = [
  {
    name: 'an empty chain file offers a whole chain and the root keys',
    text: '$0',
    path: 'data-breach.chain.yaml',
    first: ['new chain', 'chain', 'title', 'steps', 'phases', 'category'],
    absent: ['new skill catalogue', 'skills'],
    applied: {
      'new chain': 'chain: $0data-breach\ntitle: Data breach\nsteps:\n  - skill: \n    do: ',
      chain: 'chain: $0',
      steps: 'steps:\n  - $0',
    },
  },
  {
    name: 'an empty catalogue offers its own',
    text: '$0',
    path: 'team.skills.yaml',
    files: {},
    first: ['new skill catalogue', 'skills', 'teams'],
    absent: ['chain'],
    applied: { 'new skill catalogue': 'skills:\n  skill-id:\n    title: $0\n    summary: ' },
  },
  {
    name: 'a file of neither name offers both',
    text: '$0',
    path: 'untitled:Untitled-1',
    present: ['new chain', 'new skill catalogue', 'chain', 'skills'],
  },
  {
    name: 'without tab stops a whole chain ends where the author goes on',
    text: '$0',
    path: 'data-breach.chain.yaml',
    snippets: false,
    applied: { 'new chain': 'chain: data-breach\ntitle: Data breach\nsteps:\n  - skill: $0' },
  },
  {
    name: 'a word that was begun is replaced',
    text: 'ch$0',
    applied: { chain: 'chain: $0' },
    path: 'a.chain.yaml',
  },
  {
    name: 'a comment above changes nothing',
    text: '# about\n$0',
    first: ['new chain', 'chain'],
    path: 'a.chain.yaml',
  },
  {
    name: 'the id is that of the file',
    text: 'chain: $0',
    path: 'My%20Chain.chain.yaml',
    labels: ['my-chain'],
  },
];

const keys: readonly Case[] = [
  {
    name: 'root keys that are missing come first, those that are there not at all',
    text: 'chain: a\n$0\nowner: b\n',
    first: ['title', 'steps', 'phases', 'category', 'version'],
    absent: ['chain', 'owner', 'new chain'],
    applied: { title: 'chain: a\ntitle: $0\nowner: b\n' },
  },
  {
    name: 'phases are not offered beside steps',
    text: `${head}steps:\n  - skill: a\n    do: b\n$0`,
    absent: ['phases', 'steps'],
    present: ['output', 'handoffs'],
  },
  {
    name: 'keys of a step on the next line of the item',
    text: `${head}steps:\n  - skill: a\n    $0`,
    first: ['do', 'id', 'when', 'after', 'needs', 'produces', 'takes'],
    absent: ['team', 'skill', 'routes', 'steps'],
    applied: {
      do: `${head}steps:\n  - skill: a\n    do: $0`,
      needs: `${head}steps:\n  - skill: a\n    needs:\n      - $0`,
    },
  },
  {
    name: 'keys of an item whose kind is not told yet',
    text: `${head}steps:\n  - id: a\n    $0`,
    first: ['skill', 'team', 'parallel', 'checkpoint', 'decision', 'chain'],
    present: ['when', 'takes'],
    absent: ['id', 'step', 'title'],
  },
  {
    name: 'keys of a checkpoint',
    text: `${head}steps:\n  - checkpoint: Fine\n    $0`,
    labels: ['id', 'by', 'criteria', 'if-refused', 'takes', 'when'],
  },
  {
    name: 'keys of the parent on a line that stands further out',
    text: `${head}steps:\n  - parallel:\n      - skill: a\n        do: b\n    $0`,
    labels: ['id', 'join', 'synthesize', 'when'],
    applied: {
      synthesize: `${head}steps:\n  - parallel:\n      - skill: a\n        do: b\n    synthesize:\n      skill: $0\n      do: `,
    },
  },
  {
    name: 'further items on the column of the dashes',
    text: `${head}steps:\n  - skill: a\n    do: b\n  $0`,
    first: ['step', 'step (team)', 'parallel', 'checkpoint', 'decision', 'sub-chain'],
    applied: { step: `${head}steps:\n  - skill: a\n    do: b\n  - skill: $0\n    do: ` },
  },
  {
    name: 'items and root keys where dashes stand in the column of their key',
    text: `${head}steps:\n- skill: a\n  do: b\n$0`,
    present: ['step', 'output'],
    applied: {
      step: `${head}steps:\n- skill: a\n  do: b\n- skill: $0\n  do: `,
      version: `${head}steps:\n- skill: a\n  do: b\nversion: $0`,
    },
  },
  {
    name: 'a key behind its colon keeps it',
    text: 'chain: a\nti$0: b\n',
    applied: { title: 'chain: a\ntitle$0: b\n' },
  },
  {
    name: 'keys in flow style',
    text: `${head}timeline: { estimate: 1 week, $0 }\n`,
    labels: ['because', 'milestones'],
    applied: {
      because: `${head}timeline: { estimate: 1 week, because: $0 }\n`,
      milestones: `${head}timeline: { estimate: 1 week, milestones: [$0] }\n`,
    },
  },
  {
    name: 'free keys are the author’s to choose',
    text: `${head}inputs:\n  a: b\n  $0`,
    labels: ['artefact-name'],
    applied: { 'artefact-name': `${head}inputs:\n  a: b\n  $0artefact-name: ` },
  },
  {
    name: 'inputs of a chain that is run',
    text: `${head}steps:\n  - chain: yearly-audit\n    with:\n      $0`,
    first: ['audit-scope'],
    applied: { 'audit-scope': `${head}steps:\n  - chain: yearly-audit\n    with:\n      audit-scope: $0` },
  },
  {
    name: 'keys of a handoff',
    text: `${head}handoffs:\n  - escalates-to: yearly-audit\n    $0`,
    labels: ['if', 'from', 'blocks', 'resumes-at'],
  },
  {
    name: 'keys of a skill',
    text: 'skills:\n  a:\n    title: A\n    $0',
    path: 'a.skills.yaml',
    labels: ['aliases', 'team', 'summary', 'stage', 'dimension', 'source'],
  },
  { name: 'nothing below a key that nobody knows', text: `${head}x-own:\n  $0`, labels: [] },
];

const items: readonly Case[] = [
  {
    name: 'kinds of nodes behind a dash',
    text: `${head}steps:\n  - $0`,
    first: ['step', 'step (team)', 'parallel', 'checkpoint', 'decision', 'sub-chain'],
    present: ['id', 'when'],
    absent: ['lane', 'skill', 'phase'],
    applied: {
      step: `${head}steps:\n  - skill: $0\n    do: `,
      parallel: `${head}steps:\n  - parallel:\n      - skill: $0\n        do: \n      - skill: \n        do: `,
      decision: `${head}steps:\n  - decision: $0\n    routes:\n      - when: \n        steps:\n          - skill: \n            do: \n      - otherwise: next`,
      'sub-chain': `${head}steps:\n  - chain: $0`,
      id: `${head}steps:\n  - id: $0`,
    },
  },
  {
    name: 'kinds of nodes below their key, with their dash',
    text: `${head}steps:\n  $0`,
    first: ['step', 'step (team)', 'parallel'],
    applied: { step: `${head}steps:\n  - skill: $0\n    do: ` },
  },
  {
    name: 'kinds of nodes below their key, on a line that is not indented',
    text: `${head}steps:\n$0`,
    present: ['step'],
    applied: { step: `${head}steps:\n  - skill: $0\n    do: ` },
  },
  {
    name: 'kinds of nodes behind their key begin on the next line',
    text: `${head}steps: $0`,
    first: ['step'],
    applied: { step: `${head}steps:\n  - skill: $0\n    do: ` },
  },
  {
    name: 'without tab stops an item ends where the author goes on, indented in full',
    text: `${head}steps:\n  - parallel:\n      $0`,
    snippets: false,
    applied: {
      lane: `${head}steps:\n  - parallel:\n      - lane: $0`,
      step: `${head}steps:\n  - parallel:\n      - skill: $0`,
    },
  },
  {
    name: 'lanes in a parallel',
    text: `${head}steps:\n  - parallel:\n      - $0`,
    first: ['lane', 'step'],
    applied: {
      lane: `${head}steps:\n  - parallel:\n      - lane: $0\n        steps:\n          - skill: \n            do: `,
    },
  },
  {
    name: 'routes in a decision',
    text: `${head}steps:\n  - decision: Bad?\n    routes:\n      - $0`,
    first: ['route', 'route (otherwise)'],
    applied: { 'route (otherwise)': `${head}steps:\n  - decision: Bad?\n    routes:\n      - otherwise: $0` },
  },
  {
    name: 'phases',
    text: `${head}phases:\n  - $0`,
    first: ['phase'],
    applied: {
      phase: `${head}phases:\n  - phase: $0\n    window: \n    steps:\n      - skill: \n        do: `,
    },
  },
  {
    name: 'handoffs',
    text: `${head}handoffs:\n  - $0`,
    first: ['sequence handoff', 'joining handoff', 'cycling handoff', 'escalation', 'dependency'],
  },
  {
    name: 'nodes in flow style',
    text: `${head}steps: [$0]`,
    first: ['step'],
    applied: { step: `${head}steps: [{ skill: $0, do:  }]` },
  },
];

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
    name: 'nothing in prose',
    text: `${head}measures:\n  severity: 1-5\nsteps:\n  - skill: a\n    when: an audit is $0\n`,
    labels: [],
  },
];

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
    absent: ['right', 'left-one'],
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

const nowhere: readonly Case[] = [
  { name: 'a comment', text: `${head}# st$0`, labels: [] },
  { name: 'a comment behind a value', text: `${head}owner: a # $0`, labels: [] },
  { name: 'a block scalar', text: `${head}summary: |\n  steps\n  $0\n`, labels: [] },
  { name: 'free words', text: `${head}summary: Wri$0`, labels: [] },
  { name: 'a closed quote', text: `${head}owner: "a" $0`, labels: [] },
];

const broken: readonly Case[] = [
  {
    name: 'a blank line in the midst of a list, whatever its column',
    text: `${head}steps:\n  - skill: a\n    do: b\n\n$0\n\n  - skill: c\n    do: d\n`,
    first: ['step'],
    applied: {
      step: `${head}steps:\n  - skill: a\n    do: b\n\n  - skill: $0\n    do: \n\n  - skill: c\n    do: d\n`,
    },
  },
  {
    name: 'a blank line in the midst of a map',
    text: `${head}steps:\n  - skill: a\n  $0\n    do: b\n`,
    present: ['takes'],
    absent: ['do', 'skill'],
    applied: { takes: `${head}steps:\n  - skill: a\n    takes: $0\n    do: b\n` },
  },
  {
    name: 'a value that stands below its key already',
    text: `${head}timeline: $0\n  estimate: 1 day\n`,
    labels: [],
  },
  { name: 'before another word', text: `${head}steps:\n  - skill: $0 a b\n    do: c\n`, labels: [] },
  {
    name: 'an open bracket above',
    text: `${head}inputs: [a\nsteps:\n  - skill: a\n    do: b\n  - $0`,
    present: ['step', 'parallel'],
  },
  {
    name: 'a colon in a sentence above',
    text: `${head}steps:\n  - skill: a\n    do: x: y\n    $0`,
    first: ['id', 'when'],
    absent: ['do', 'skill'],
  },
  {
    name: 'an open quote above',
    text: `${head}owner: "x\nsteps:\n  - skill: $0\n`,
    present: ['technical-writer'],
  },
  {
    name: 'half a key below',
    text: `${head}steps:\n  - skill: $0\n    d\n`,
    present: ['technical-writer'],
  },
  {
    name: 'carriage returns',
    text: `${head.replaceAll('\n', '\r\n')}steps:\r\n  - skill: a\r\n    $0\r\n    takes: 1 day\r\n`,
    first: ['do'],
    applied: {
      do: `${head.replaceAll('\n', '\r\n')}steps:\r\n  - skill: a\r\n    do: $0\r\n    takes: 1 day\r\n`,
    },
  },
  {
    name: 'an emoji before the word',
    text: `${head}steps:\n  - { do: 🚀🚀, skill: te$0 }\n`,
    applied: { 'technical-writer': `${head}steps:\n  - { do: 🚀🚀, skill: technical-writer$0 }\n` },
  },
  {
    name: 'four blanks a level',
    text: 'chain: a\ntitle: b\ntimeline:\n    estimate: 1 day\nsteps:\n    - skill: a\n      do: b\n    $0',
    applied: {
      parallel:
        'chain: a\ntitle: b\ntimeline:\n    estimate: 1 day\nsteps:\n    - skill: a\n      do: b\n    - parallel:\n          - skill: $0\n            do: \n          - skill: \n            do: ',
    },
  },
];

for (const [group, cases] of Object.entries({ beginnings, keys, items, values, names, nowhere, broken })) {
  for (const { name, text, ...expected } of cases)
    test(`${group}: ${name}`, () => checkCompletion(text, expected));
}
