import { test } from 'node:test';
import { type CompletionExpectation, checkCompletion } from './checkCompletion.ts';

type Case = CompletionExpectation & { readonly name: string; readonly text: string };

const head = 'chain: draft\ntitle: Draft\n';

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
    name: 'keys of a step that is an anchor’s, where YAML begins the map',
    text: `${head}steps:\n  - &x skill: a\n    $0`,
    first: ['do', 'id', 'when', 'after', 'needs', 'produces', 'takes'],
    applied: { do: `${head}steps:\n  - &x skill: a\n    do: $0` },
  },
  {
    name: 'keys below a tag and an anchor',
    text: `${head}steps:\n  - !!str &x parallel:\n      - skill: a\n        do: b\n    $0`,
    labels: ['id', 'join', 'synthesize', 'when'],
    applied: {
      id: `${head}steps:\n  - !!str &x parallel:\n      - skill: a\n        do: b\n    id: $0`,
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
    name: 'free keys in flow style, without braces of their own',
    text: `${head}inputs: { a: b, $0 }\n`,
    labels: ['artefact-name'],
    applied: { 'artefact-name': `${head}inputs: { a: b, $0artefact-name:  }\n` },
  },
  {
    name: 'keys in flow style, over a line that lacks its comma',
    text: `${head}timeline: {\n    bec$0\n    estimate: 1 week }\n`,
    applied: { because: `${head}timeline: {\n    because: $0,\n    estimate: 1 week }\n` },
  },
  {
    name: 'keys in flow style, on an empty line above one with a comment between',
    text: `${head}timeline: {\r\n    $0\r\n    # how sure\r\n    estimate: 1 week }\r\n`,
    absent: ['estimate'],
    applied: {
      because: `${head}timeline: {\r\n    because: $0,\r\n    # how sure\r\n    estimate: 1 week }\r\n`,
    },
  },
  {
    name: 'steps in flow style, on an empty line between two',
    text: `${head}steps: [\n  { skill: a, do: b },\n  $0\n  { skill: a, do: c }\n]\n`,
    applied: {
      step: `${head}steps: [\n  { skill: a, do: b },\n  { skill: $0, do:  },\n  { skill: a, do: c }\n]\n`,
    },
  },
  {
    name: 'steps in flow style, above one, once a letter is typed',
    text: `${head}steps: [\n  d$0\n  { skill: a, do: c }\n]\n`,
    applied: {
      decision: `${head}steps: [\n  { decision: $0, routes: [{ when: , steps: [{ skill: , do:  }] }, { otherwise: next }] },\n  { skill: a, do: c }\n]\n`,
    },
  },
  {
    name: 'keys in flow style, on an empty line that is not indented',
    text: `${head}steps: [\n  { skill: technical-writer,\n$0\n    takes: 1 day }]\n`,
    applied: {
      do: `${head}steps: [\n  { skill: technical-writer,\n  do: $0,\n    takes: 1 day }]\n`,
    },
  },
  {
    name: 'keys in flow style, above one whose key is not offered again',
    text: `${head}timeline: {\n    estimate: 1 week,\n    b$0\n    because: it is so }\n`,
    absent: ['because', 'estimate'],
  },
  {
    name: 'keys in flow style, below one that lacks its comma',
    text: `${head}steps: [\n  { skill: technical-writer,\n    done: [a] # all\n    $0\n  }]\n`,
    absent: ['done'],
    applied: {
      do: `${head}steps: [\n  { skill: technical-writer,\n    done: [a], # all\n    do: $0\n  }]\n`,
    },
  },
  {
    name: 'keys in flow style, in quotes above another',
    text: `{ "chain": "draft",\n  "ti$0"\n  "steps": [] }\n`,
    absent: ['steps', 'chain'],
    applied: { title: `{ "chain": "draft",\n  title: $0,\n  "steps": [] }\n` },
  },
  {
    name: 'nothing in flow style between a key and its value',
    text: `${head}timeline: { milestones:\n    $0\n    [] }\n`,
    labels: [],
  },
  {
    name: 'nothing in flow style on a second line of a value',
    text: `${head}steps: [{ checkpoint: A, if-refused: { back-to: x\n    at$0 } }]\n`,
    labels: [],
  },
  {
    name: 'a key written anew above its list',
    text: `${head}phases:\n  - phase: Now\n    st$0\n\n      # who\n      - skill: technical-writer\n        do: Write\n`,
    labels: ['steps', 'entry', 'exit'],
    applied: {
      steps: `${head}phases:\n  - phase: Now\n    steps:$0\n\n      # who\n      - skill: technical-writer\n        do: Write\n`,
    },
  },
  {
    name: 'a key written anew above its map',
    text: `${head}steps:\n  - checkpoint: Good\n    re$0 # who\n      back-to: draft\n`,
    labels: ['if-refused'],
    applied: {
      'if-refused': `${head}steps:\n  - checkpoint: Good\n    if-refused:$0 # who\n      back-to: draft\n`,
    },
  },
  {
    name: 'nothing above a block that is the value of the key above it',
    text: `${head}steps:\nsu$0\n  - skill: technical-writer\n    do: Write\n`,
    labels: [],
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

for (const [group, cases] of Object.entries({ keys, items })) {
  for (const { name, text, ...expected } of cases)
    test(`${group}: ${name}`, () => checkCompletion(text, expected));
}
