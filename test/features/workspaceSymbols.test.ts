/** Every kind of name, found from anywhere: what a query answers with, and in which order. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import { mostSymbols } from '../../server/src/core/features/workspaceSymbols.ts';
import { type LoadedService, loadedService } from '../support/requests.ts';
import { everyKeyFiles } from './everyKey.ts';

let loaded: LoadedService;
before(async () => {
  loaded = await loadedService({
    ...everyKeyFiles,
    '.claude/skills/planner/SKILL.md': '---\nname: gardener\ndescription: Plans ahead\n---\n',
  });
});

/** `kind name < container file:line` of each answer. */
const answers = ({ service, workspace }: LoadedService, query: string): readonly string[] =>
  service.workspaceSymbols(query).map(({ name, kind, containerName, location }) => {
    const kindName = Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0];
    const file = decodeURIComponent(location.uri.slice(workspace.uri('').length));
    const line = 'range' in location ? location.range.start.line + 1 : 0;
    return `${kindName} ${name} < ${containerName} ${file}:${line}`;
  });

const cases: readonly (readonly [what: string, query: string, first: readonly string[]])[] = [
  ['a chain by its title', 'Batch rec', ['Module Batch recall < batch-recall batch-recall.chain.yaml:1']],
  ['a chain by its id', 'batch-recall', ['Module batch-recall < Batch recall batch-recall.chain.yaml:1']],
  [
    'a skill by its title',
    'logistics planner',
    ['Class Logistics Planner < logistics-planner team.skills.yaml:16'],
  ],
  ['a skill by an alias', 'Dispatcher', ['Class Dispatcher < Logistics Planner team.skills.yaml:16']],
  ['a skill that an agent keeps', 'gardener', ['Class gardener < planner .claude/skills/planner/SKILL.md:2']],
  ['a team', 'quality', ['Struct Quality < quality team.skills.yaml:21']],
  [
    'a prompt plan',
    'plan.plant-report',
    ['Module plan.plant-report@v1 < undefined plan.plant-report@v1.yaml:2'],
  ],
  ['an item of a suite', 'S1', ['Function S1 Recall rehearsed < Safe food safe-food.suite.yaml:5']],
  [
    'an artefact where it is made',
    'assessment',
    ['Variable assessment < Batch recall batch-recall.chain.yaml:35'],
  ],
  ['a node by its id', 'inspect', ['Function inspect < Plant check plant-check.chain.yaml:14']],
  ['nothing', 'no such name anywhere', []],
];

for (const [what, query, first] of cases) {
  test(`finds ${what}`, () => assert.deepEqual(answers(loaded, query).slice(0, first.length || 9), first));
}

test('nothing typed shows what the workspace holds, whole documents first', () => {
  const found = loaded.service.workspaceSymbols('');
  assert.deepEqual(
    found.slice(0, 4).map(({ kind }) => kind),
    Array.from({ length: 4 }, () => SymbolKind.Module),
  );
});

test('gives no more than a person reads, the best of them', async () => {
  const steps = Array.from({ length: 300 }, (_, at) => `  - { id: look-${at}, skill: a, do: Look }\n`).join(
    '',
  );
  const many = await loadedService({
    'a.chain.yaml': `chain: a\ntitle: A\nsteps:\n${steps}`,
    'look.chain.yaml': 'chain: look\ntitle: Look\nsteps:\n  - { skill: a, do: b }\n',
  });
  const found = many.service.workspaceSymbols('look');
  assert.equal(found.length, mostSymbols);
  assert.equal(found[0]?.kind, SymbolKind.Module);
});

test('follows the text that is open, and the library is not of the workspace', async () => {
  const { service, workspace } = await loadedService({
    'a.chain.yaml': 'chain: a\ntitle: Before\nsteps:\n  - { skill: a, do: b }\n',
  });
  const uri = workspace.uri('a.chain.yaml');
  service.setDocument(uri, 1, 'chain: a\ntitle: "Af\\nter"\nsteps: [\n');
  service.setDocument('skill-chains-library:/x.chain.yaml', 1, 'chain: x\ntitle: After all\n');
  assert.deepEqual(
    service.workspaceSymbols('af').map(({ name }) => name),
    ['Af ter'],
  );
  assert.deepEqual(service.workspaceSymbols('before'), []);
});

test('what an alias repeats is found once, where it is written', async () => {
  const repeating = await loadedService({
    'a.chain.yaml':
      'chain: a\ntitle: A\nsteps:\n  - &look { id: look-well, skill: x, do: Look, produces: [view] }\n  - *look\n',
  });
  assert.deepEqual(answers(repeating, 'look-well'), ['Function look-well < A a.chain.yaml:4']);
  assert.deepEqual(answers(repeating, 'view'), ['Variable view < A a.chain.yaml:4']);
});
