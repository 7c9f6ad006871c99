/** Who runs whom and hands over to whom, asked from every place and in both directions. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CallHierarchyItem } from 'vscode-languageserver-types';
import { cursorIn } from '../support/fixture.ts';
import { type LoadedService, loadedService } from '../support/requests.ts';
import { everyKeyFiles } from './everyKey.ts';

const chain = (id: string, rest = '', steps = '  - { skill: a, do: b }\n') =>
  `chain: ${id}\ntitle: ${id.toUpperCase()}\nsteps:\n${steps}${rest}`;

const files = {
  'plan.tidy@v1.yaml': 'meta: { id: plan.tidy@v1 }\ntemplate: Tidy\n',
  'all.suite.yaml': `suite: all
title: All
items:
  one: { title: First, chain: runner }
  two: { plan: plan.tidy@v1.yaml, needs: [one] }
  lost: { chain: nowhere }
phases:
  - phase: Now
    items: [one, two]
`,
  'runner.chain.yaml': chain(
    'runner',
    `variations:
  - when: more is known
    add:
      - chain: child
handoffs:
  - { then: after }
  - { escalates-to: rescue, if: it burns }
  - { escalates-to: nowhere, if: it burns }
`,
    '  - chain: child\n  - parallel:\n      - chain: child\n      - { skill: a, do: c }\n',
  ),
  'child.chain.yaml': chain('child'),
  'after.chain.yaml': chain('after', 'handoffs:\n  - { waits-for: runner }\n  - { waits-for: child }\n'),
  'rescue.chain.yaml': chain('rescue', 'handoffs:\n  - { cycles-to: rescue, until: done }\n'),
  'team.skills.yaml': 'skills:\n  a: {}\n',
};

let loaded: LoadedService;
before(async () => {
  loaded = await loadedService(files);
});

function asked(path: string, at: string): readonly CallHierarchyItem[] {
  const { service, workspace } = loaded;
  const { text, position } = cursorIn(at);
  const uri = workspace.uri(path);
  assert.equal(service.snapshot().documents.get(uri)?.text, text);
  return service.prepareCallHierarchy(uri, position) ?? [];
}

/** What is meant at the first place of some words in a file. */
const meant = (path: keyof typeof files, words: string): string =>
  asked(path, files[path].replace(words, `${words}$0`))
    .map(({ name, detail }) => `${name} (${detail})`)
    .join();

const prepared: readonly (readonly [where: string, path: keyof typeof files, words: string, what: string])[] =
  [
    ['the chain that is run, at its name', 'runner.chain.yaml', '- chain: chi', 'CHILD (child)'],
    ['the chain that follows', 'runner.chain.yaml', 'then: af', 'AFTER (after)'],
    ['the chain itself, at its id', 'runner.chain.yaml', 'chain: run', 'RUNNER (runner)'],
    ['the chain itself, anywhere else', 'runner.chain.yaml', 'do', 'RUNNER (runner)'],
    ['nothing, at a chain that nobody knows', 'runner.chain.yaml', 'escalates-to: now', ''],
    ['an item, where it is declared', 'all.suite.yaml', 'title: Fir', 'one First (one)'],
    ['an item, where it is named', 'all.suite.yaml', 'items: [one, tw', 'two (two)'],
    ['the chain of an item, at its name', 'all.suite.yaml', 'chain: run', 'RUNNER (runner)'],
    ['the plan of an item, at its path', 'all.suite.yaml', 'plan.ti', 'plan.tidy@v1 (plan.tidy@v1)'],
    ['the suite, anywhere else', 'all.suite.yaml', 'title: Al', 'All (all)'],
    ['the plan itself', 'plan.tidy@v1.yaml', 'plan.ti', 'plan.tidy@v1 (plan.tidy@v1)'],
    ['nothing in a catalogue', 'team.skills.yaml', 'a', ''],
  ];

for (const [where, path, words, what] of prepared) {
  test(`means ${where}`, () => assert.equal(meant(path, words), what));
}

/** `name (how) lines` of each call, the lines those of the caller, from 1. */
function calls(direction: 'incoming' | 'outgoing', uri: string, item?: string): readonly string[] {
  const { service } = loaded;
  const found =
    direction === 'incoming'
      ? service.incomingCalls(uri, item).map(call => ({ ...call, of: call.from }))
      : service.outgoingCalls(uri, item).map(call => ({ ...call, of: call.to }));
  return found.map(
    ({ of, fromRanges }) => `${of.name} (${of.detail}) ${fromRanges.map(each => each.start.line + 1).join()}`,
  );
}

const answered: readonly (readonly [
  path: keyof typeof files,
  item: string | undefined,
  incoming: readonly string[],
  outgoing: readonly string[],
])[] = [
  ['all.suite.yaml', undefined, [], ['one First (item) 4', 'two (item) 5', 'lost (item) 6']],
  ['all.suite.yaml', 'one', ['All (item) 4'], ['RUNNER (chain) 4']],
  ['all.suite.yaml', 'lost', ['All (item) 6'], []],
  ['all.suite.yaml', '__proto__', [], []],
  ['plan.tidy@v1.yaml', undefined, ['two (plan) 5'], []],
  [
    'runner.chain.yaml',
    undefined,
    ['one First (chain) 4'],
    ['CHILD (sub-chain) 4,6,11', 'AFTER (then) 13', 'RESCUE (escalates-to) 14'],
  ],
  // What waits for it says so itself, so the place in it is its name.
  ['child.chain.yaml', undefined, ['RUNNER (sub-chain) 4,6,11'], ['AFTER (waits-for) 1']],
  ['after.chain.yaml', undefined, ['CHILD (waits-for) 1', 'RUNNER (then) 13'], []],
  [
    'rescue.chain.yaml',
    undefined,
    ['RESCUE (cycles-to) 6', 'RUNNER (escalates-to) 14'],
    ['RESCUE (cycles-to) 6'],
  ],
  ['team.skills.yaml', undefined, [], []],
];

for (const [path, item, incoming, outgoing] of answered) {
  test(`of ${path}${item === undefined ? '' : `, item ${item}`}`, () => {
    const uri = loaded.workspace.uri(path);
    assert.deepEqual(calls('incoming', uri, item), incoming);
    assert.deepEqual(calls('outgoing', uri, item), outgoing);
  });
}

test('every call is answered from both of its ends, with the same places', async () => {
  const { service } = await loadedService({ ...everyKeyFiles, ...files });
  let seen = 0;
  for (const uri of service.snapshot().documents.keys()) {
    const { model } = service.snapshot().documents.get(uri) ?? {};
    const items = model?.kind === 'suite' ? [...model.itemsById.keys()] : [];
    for (const item of [undefined, ...items]) {
      for (const { to, fromRanges } of service.outgoingCalls(uri, item)) {
        seen++;
        const back = service
          .incomingCalls(to.uri, to.data)
          .find(({ from }) => from.uri === uri && from.data === item);
        assert.deepEqual(back?.fromRanges, fromRanges, `${uri} ${item} to ${to.name}`);
      }
    }
  }
  assert.ok(seen > 12, String(seen));
});
