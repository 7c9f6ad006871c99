import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/core/features/completion.ts';
import { cursorIn } from '../support/fixture.ts';
import { type CompletionExpectation, checkCompletion } from './checkCompletion.ts';
import { contextOf } from './feature.ts';

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

const nowhere: readonly Case[] = [
  { name: 'a comment', text: `${head}# st$0`, labels: [] },
  { name: 'a comment behind a value', text: `${head}owner: a # $0`, labels: [] },
  { name: 'a block scalar', text: `${head}summary: |\n  steps\n  $0\n`, labels: [] },
  { name: 'free words', text: `${head}summary: Wri$0`, labels: [] },
  { name: 'a closed quote', text: `${head}owner: "a" $0`, labels: [] },
  { name: 'the marker that ends the document', text: `${head}$0...\n`, labels: [] },
  { name: 'behind the marker that ends the document', text: `${head}...\n$0`, labels: [] },
  { name: 'the marker that begins the document', text: `$0---\n${head}`, labels: [] },
  { name: 'before the marker that begins the document', text: `# about\n$0\n---\n${head}`, labels: [] },
  { name: 'a directive', text: `$0%YAML 1.2\n---\n${head}`, labels: [] },
  { name: 'above a directive', text: `$0\n%YAML 1.2\n---\n${head}`, labels: [] },
  { name: 'behind a directive', text: `%YAML 1.2\n$0\n---\n${head}`, labels: [] },
  { name: 'a word behind a directive', text: `%YAML 1.2\nti$0\n---\n${head}`, labels: [] },
  { name: 'behind a directive whose `---` is missing', text: '%YAML 1.2\n$0', labels: [] },
  { name: 'below a flow map that is the document', text: '{ chain: a, title: b }\n$0\n', labels: [] },
  { name: 'a word further below it', text: '{ chain: a,\n  title: b } # c\n\n  st$0', labels: [] },
  { name: 'in the name of an anchor before a value', text: `${head}steps:\n  - skill: &$0\n`, labels: [] },
  { name: 'in the name of an anchor before a node', text: `${head}steps:\n  - &wri$0\n`, labels: [] },
  { name: 'in the name of an anchor before a list', text: `${head}steps: &all$0\n`, labels: [] },
  { name: 'in a tag', text: `${head}steps:\n  - skill: a\n    do: b\n    takes: !$0\n`, labels: [] },
  { name: 'below a flow map behind `---`', text: '--- { chain: a,\n  title: b }\n$0', labels: [] },
  { name: 'above a flow map that is the document', text: '$0\n{ chain: a, title: b }\n', labels: [] },
];

/** The edges of the one document, where its keys still belong. */
const edges: readonly Case[] = [
  {
    name: 'above the marker that ends the document',
    text: `${head}$0\n...\n`,
    first: ['steps'],
    absent: ['new chain', 'chain'],
    applied: { owner: `${head}owner: $0\n...\n` },
  },
  {
    name: 'behind a directive and its `---`',
    text: '%YAML 1.2\n---\n$0',
    first: ['new chain', 'chain'],
    path: 'a.chain.yaml',
  },
  {
    name: 'in a flow map that is the document and still open',
    text: '{ chain: a,\n  $0',
    first: ['title'],
    absent: ['new chain', 'chain'],
    applied: { title: '{ chain: a,\n  title: $0' },
  },
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
  {
    name: 'a list that stands below its key in the column of the key',
    text: `${head}steps:$0\n- skill: a\n  do: b\n`,
    labels: [],
  },
  {
    name: 'the same, where the key stands behind a dash',
    text: `${head}steps:\n  - parallel:$0\n    - skill: a\n      do: b\n`,
    labels: [],
  },
  {
    name: 'the same, with a blank behind the colon and a comment between',
    text: `${head}steps:\n- needs: $0\n  # why\n\n  - a\n  skill: b\n  do: c\n`,
    labels: [],
  },
  {
    name: 'the same, behind a byte order mark',
    text: '\uFEFFsteps:$0\n- skill: a\n  do: b\n',
    labels: [],
  },
  {
    name: 'a further item of such a list',
    text: `${head}steps:\n  - parallel:\n    $0\n    - skill: a\n      do: b\n`,
    applied: {
      step: `${head}steps:\n  - parallel:\n    - skill: $0\n      do: \n    - skill: a\n      do: b\n`,
    },
  },
  {
    name: 'a dash below that begins the next item, and is no value of the key',
    text: `${head}steps:\n  - parallel:$0\n  - skill: a\n    do: b\n`,
    present: ['lane', 'step'],
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

/** A list that comes up by itself takes the next Enter for its first item, so behind a colon there is one only for what stands on that line. */
const byColon: readonly Case[] = [
  { name: 'steps stand on the lines below', text: `${head}steps:$0`, typed: ':', labels: [] },
  { name: 'so do named values', text: `${head}measures:$0`, typed: ':', labels: [] },
  { name: 'a word may follow', text: `${head}priority:$0`, typed: ':', present: ['P0'] },
  {
    name: 'of a name or a list of names the name may follow',
    text: `${head}steps:\n  - checkpoint: Fit\n    by:$0`,
    typed: ':',
    applied: { 'technical-writer': `${head}steps:\n  - checkpoint: Fit\n    by: technical-writer$0` },
  },
  {
    name: 'who asks is told of what may stand below',
    text: `${head}steps:$0`,
    first: ['step', 'step (team)', 'parallel'],
  },
  {
    name: 'and so is who types a blank',
    text: `${head}steps: $0`,
    typed: ' ',
    present: ['step', 'parallel'],
  },
];

const again: readonly (readonly [text: string, label: string, opens: boolean])[] = [
  ['$0', 'title', false],
  ['$0', 'steps', true],
  [`${head}steps:\n  - $0`, 'step', true],
  [`${head}steps:\n  - skill: a\n    $0`, 'do', false],
  [`${head}steps:\n  - skill: a\n    $0`, 'takes', true],
  [`${head}steps:\n  - skill: a\n    $0: b`, 'takes', false],
  [`${head}steps:\n  - skill: $0`, 'technical-writer', false],
];
for (const [text, label, opens] of again) {
  test(`the list ${opens ? 'opens again' : 'stays closed'} after ${label} in VS Code, and in no other editor`, () => {
    const { text: whole, position } = cursorIn(text);
    const commandOf = (retrigger: boolean): string | undefined => {
      const { items } = completion(contextOf(whole), position, { snippets: true, retrigger });
      return items.find(item => item.label === label)?.command?.command;
    };
    assert.equal(commandOf(true), opens ? 'editor.action.triggerSuggest' : undefined);
    assert.equal(commandOf(false), undefined);
  });
}

for (const [group, cases] of Object.entries({ beginnings, nowhere, edges, broken, byColon })) {
  for (const { name, text, ...expected } of cases)
    test(`${group}: ${name}`, () => checkCompletion(text, expected));
}
