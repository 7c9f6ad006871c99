/** Chains, suites and prompt plans under another id: their files, every use, every path and every link in Markdown. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLanguageService } from '../../server/src/core/index.ts';
import type { Files } from '../support/files.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import { askedAt, findingsOf, renamedFiles } from '../support/renames.ts';

const files: Files = {
  'team.skills.yaml': 'skills:\n  engineer: { title: Engineer }\n',
  'chains/outage.chain.yaml': `chain: outage
title: Outage
summary: The way back is in chains/other/rollback.chain.yaml
steps:
  - { id: mend, skill: engineer, do: Mend it, produces: [notes] }
output: { notes: What was done }
handoffs:
  - then: rollback
  - cycles-to: outage
    until: calm
    at-most: 2
`,
  'chains/other/rollback.chain.yaml': `chain: rollback
title: Rollback
inputs: { notes: What was done }
steps:
  - { id: undo, skill: engineer, do: Undo it, needs: [notes] }
  - { id: again, chain: "outage" }
handoffs:
  - waits-for: outage
    needs: notes
    before: undo
`,
  'year.suite.yaml': `suite: year
title: Year
items:
  A: { title: By id, chain: outage }
  B: { title: By path, chain: ./chains/outage.chain.yaml }
  C: { title: In quotes, chain: 'chains/outage.chain.yaml' }
  D: { title: Review, plan: plans/plan.review@v1.yaml, needs: [A] }
phases:
  - { phase: One, items: [A, B, C, D] }
`,
  'plans/plan.review@v1.yaml': `meta:
  id: plan.review@v1
  purpose: Reviews
template: Review it
`,
  'docs/decisions/0001-first.md': `---
status: accepted
# from chain:outage#mend by 0123abcd
chain: ../../chains/outage.chain.yaml
---
# One

<!-- from chain:outage summary 0123abcd -->
It comes up in [the outage](../../chains/outage.chain.yaml#L3 "outage.chain.yaml") and [the plan](../../plans/plan.review%40v1.yaml).

    [code](../../chains/outage.chain.yaml)

Not \`[code](../../chains/outage.chain.yaml)\`, but [this][outage] and <a href='../../year.suite.yaml'>that</a>.

[outage]: </chains/outage.chain.yaml>
`,
  'README.md': 'See [it](chains/outage.chain.yaml) and [more](./chains/other/rollback.chain.yaml).\n',
};

const replaced = (all: Files, change: (text: string, path: string) => string): Files =>
  Object.fromEntries(Object.entries(all).map(([path, text]) => [path, change(text, path)]));

/** Every id and every path, as a person would write them anew. */
const outageTo = (name: string): Files => {
  const { 'chains/outage.chain.yaml': own, ...others } = replaced(files, text =>
    text
      .split('\n')
      .map(line =>
        /^ {4}\[code\]|^Not/u.test(line)
          ? line
          : line.replace(/\boutage\.chain(?=\.yaml[)#'>\s])/gu, `${name}.chain`),
      )
      .join('\n')
      .replace(/(?<=chain: "?|chain:|waits-for: |cycles-to: )outage\b(?!\.)/gu, name)
      .replace(/(?<=chain: \S*\/)outage(?=\.chain)/gu, name),
  );
  return { ...others, [`chains/${name}.chain.yaml`]: own ?? '' };
};

const sorted = (made: Files | string | null): unknown =>
  made === null || typeof made === 'string' ? made : Object.entries(made).toSorted();

describe('a chain takes its file along, from wherever it is named', () => {
  for (const [path, at] of [
    ['chains/outage.chain.yaml', 'chain: out$0age'],
    ['chains/outage.chain.yaml', 'cycles-to: outage$0'],
    ['chains/other/rollback.chain.yaml', 'chain: "o$0utage"'],
    ['chains/other/rollback.chain.yaml', 'waits-for: ou$0tage'],
    ['year.suite.yaml', 'By id, chain: out$0age'],
    ['year.suite.yaml', 'chain: ./chains/out$0age'],
    ['year.suite.yaml', "chain: 'chains/out$0age"],
  ] as const) {
    test(`${path} ${at}`, async () => {
      const made = await renamedFiles(files, path, at, 'downtime');
      assert.deepEqual(sorted(made), sorted(outageTo('downtime')));
      assert.ok(made !== null && typeof made !== 'string');
      assert.deepEqual([await findingsOf(files), await findingsOf(made)], [[], []]);
    });
  }
  test('and shows the id alone, in a path too', async () => {
    const { service, uri, position } = await askedAt(files, 'year.suite.yaml', 'chain: ./chains/out$0age');
    assert.deepEqual(service.prepareRename(uri, position), {
      placeholder: 'outage',
      range: { start: { line: 4, character: 39 }, end: { line: 4, character: 45 } },
    });
  });
});

test('a file of another name stays where it is', async () => {
  const { 'chains/outage.chain.yaml': own = '', ...others } = files;
  const other = { ...others, 'chains/incident.chain.yaml': own };
  const made = await renamedFiles(other, 'chains/incident.chain.yaml', 'chain: out$0age', 'downtime');
  assert.ok(made !== null && typeof made !== 'string');
  assert.match(made['chains/incident.chain.yaml'] ?? '', /^chain: downtime\n/u);
  assert.match(made['year.suite.yaml'] ?? '', /By id, chain: downtime .*\n.*chains\/outage\.chain/u);
});

test('a plan takes its file along', async () => {
  for (const [path, at] of [
    ['plans/plan.review@v1.yaml', 'id: plan.rev$0iew@v1'],
    ['year.suite.yaml', 'plans/plan.revi$0ew@v1'],
  ] as const) {
    const { 'plans/plan.review@v1.yaml': own = '', ...others } = replaced(files, text =>
      text.replaceAll('plan.review@v1', 'plan.look@v2').replaceAll('plan.review%40v1', 'plan.look%40v2'),
    );
    const made = await renamedFiles(files, path, at, 'plan.look@v2');
    assert.deepEqual(sorted(made), sorted({ ...others, 'plans/plan.look@v2.yaml': own }));
  }
});

test('a suite takes its file along', async () => {
  const { 'year.suite.yaml': own = '', ...others } = replaced(files, text =>
    text.replace('suite: year', 'suite: decade').replace('year.suite', 'decade.suite'),
  );
  const made = await renamedFiles(files, 'year.suite.yaml', 'suite: ye$0ar', 'decade');
  assert.deepEqual(sorted(made), sorted({ ...others, 'decade.suite.yaml': own }));
});

describe('is refused in words', () => {
  const chain = 'chains/outage.chain.yaml';
  const with_ = (more: Files): Files => ({ ...files, ...more });
  const cases: readonly (readonly [
    name: string,
    files: Files,
    path: string,
    at: string,
    newName: string,
    reason: RegExp,
  ])[] = [
    [
      'an id that is there',
      files,
      chain,
      'chain: out$0age',
      'rollback',
      /rollback\.chain\.yaml has the chain "rollback" already/,
    ],
    ['no id', files, chain, 'chain: out$0age', 'The Outage', /small letters and digits/],
    ['a path as an id', files, chain, 'chain: out$0age', '../outage', /small letters and digits/],
    [
      'no plan id',
      files,
      'plans/plan.review@v1.yaml',
      'id: plan.rev$0iew',
      'look',
      /such as plan\.security-baseline@v1/,
    ],
    ['no suite id', files, 'year.suite.yaml', 'suite: ye$0ar', 'A', /id of a suite/],
    [
      'a file that is there in another case',
      with_({ 'chains/Downtime.chain.yaml': 'chain: other\ntitle: O\nsteps: [{ skill: a, do: b }]\n' }),
      ...([chain, 'chain: out$0age', 'downtime', /Downtime|downtime\.chain\.yaml is there already/] as const),
    ],
    [
      'a name that somebody waits for',
      with_({ 'b.chain.yaml': 'chain: b\ntitle: B\nsteps: [{ chain: downtime }]\n' }),
      ...([
        chain,
        'chain: out$0age',
        'downtime',
        /b\.chain\.yaml names a chain "downtime", which is not there/,
      ] as const),
    ],
    [
      'an id that two have',
      with_({ 'b.chain.yaml': 'chain: outage\ntitle: B\nsteps: [{ skill: a, do: b }]\n' }),
      ...([
        chain,
        'chain: out$0age',
        'downtime',
        /b\.chain\.yaml and outage\.chain\.yaml have the same id/,
      ] as const),
    ],
    [
      'a broken file that may hold a use',
      with_({ 'b.chain.yaml': 'chain: b\ntitle: B\nsteps: [{ chain: outage\n' }),
      ...([chain, 'chain: out$0age', 'downtime', /b\.chain\.yaml has mistakes in its YAML/] as const),
    ],
    [
      'a use that is written with an escape',
      with_({ 'b.chain.yaml': 'chain: b\ntitle: B\nsteps: [{ chain: "out\\u0061ge" }]\n' }),
      ...([
        chain,
        'chain: out$0age',
        'downtime',
        /In b\.chain\.yaml the id is written in another way/,
      ] as const),
    ],
  ];
  for (const [name, all, path, at, newName, reason] of cases) {
    test(name, async () => {
      const made = await renamedFiles(all, path, at, newName);
      assert.match(typeof made === 'string' ? made : JSON.stringify(made), reason);
    });
  }
});

test('an untitled chain has no file to take along', async () => {
  const workspace = memoryWorkspace(files);
  const service = createLanguageService(workspace);
  await service.load();
  const uri = 'untitled:Untitled-1';
  const text =
    'chain: draft\ntitle: D\nsteps: [{ skill: a, do: b }]\nhandoffs: [{ cycles-to: draft, until: x, at-most: 1 }]\n';
  service.setDocument(uri, 1, text);
  const result = service.rename(uri, { line: 0, character: 8 }, 'plan-b');
  assert.ok(result !== null && 'moves' in result);
  assert.deepEqual(result.moves, []);
  assert.deepEqual(
    result.changes[uri]?.map(({ newText }) => newText),
    ['plan-b', 'plan-b'],
  );
});

test('the same id in another workspace folder is another chain', async () => {
  const folders = ['file:///one', 'file:///two'];
  const all = folders.flatMap(folder =>
    Object.entries(files).map(([path, text]) => [`${folder}/${path.replaceAll('@', '%40')}`, text] as const),
  );
  const workspace = memoryWorkspace(Object.fromEntries(all), folders);
  const service = createLanguageService(workspace);
  await service.load();
  await service.readLinks();
  const uri = 'file:///two/chains/outage.chain.yaml';
  const result = service.rename(uri, { line: 0, character: 8 }, 'downtime');
  assert.ok(result !== null && 'moves' in result);
  assert.deepEqual(result.moves, [{ from: uri, to: 'file:///two/chains/downtime.chain.yaml' }]);
  assert.equal(Object.keys(result.changes).length, 5);
  assert.ok(Object.keys(result.changes).every(each => each.startsWith('file:///two/')));
  const found = service.references(uri, { line: 0, character: 8 }, true);
  assert.ok(found.every(each => each.uri.startsWith('file:///two/')));
});

test('links and origins are references', async () => {
  const { service, uri, position } = await askedAt(files, 'chains/outage.chain.yaml', 'chain: out$0age');
  const found = service
    .references(uri, position, false)
    .filter(each => each.uri.endsWith('.md'))
    .map(each => `${each.uri.slice('file:///workspace/'.length)}:${each.range.start.line + 1}`);
  assert.deepEqual(found.toSorted(), [
    'README.md:1',
    ...['3', '4', '8', '9', '15'].map(line => `docs/decisions/0001-first.md:${line}`).toSorted(),
  ]);
  const node = await askedAt(files, 'chains/outage.chain.yaml', 'id: me$0nd');
  const ofNode = node.service.references(node.uri, node.position, false).map(each => each.uri);
  assert.deepEqual(ofNode, ['file:///workspace/docs/decisions/0001-first.md']);
});
