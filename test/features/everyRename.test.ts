/** What is refused, in words that say what to do, and what is left as it is: artefacts and contracts, skills and what goes by its words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renameFiles } from '../support/everyRename.ts';
import { changedLines, type Files } from '../support/files.ts';
import { renamedFiles } from '../support/renames.ts';

const [recall, check, team] = ['batch-recall.chain.yaml', 'plant-check.chain.yaml', 'team.skills.yaml'];
const weekly = 'chains/weekly-look.chain.yaml';
const skill = '.claude/skills/quality-manager/SKILL.md';
const own = (path: string): string => renameFiles[path] ?? '';

interface Refusal {
  readonly name: string;
  readonly files?: Files;
  readonly path: string;
  readonly at: string;
  readonly newName: string;
  readonly reason: RegExp;
}

const refusals: readonly Refusal[] = [
  {
    name: 'an artefact that another of the chains has',
    ...{ path: recall, at: 'delivers: [closing-no$0te@1]', newName: 'scope' },
    reason: /something called "scope" already/,
  },
  {
    name: 'an artefact that a chain beside it would bind',
    ...{ path: recall, at: 'needs: [assess$0ment]', newName: 'mended-lines' },
    reason: /The chain "plant-check" has an artefact of that name/,
  },
  {
    name: 'a version that is there',
    files: { ...renameFiles, [check]: own(check).replace('mended-lines:', 'check-report@3:') },
    ...{ path: recall, at: 'produces: [check-report@$02]', newName: 'check-report@3' },
    reason: /plant-check\.chain\.yaml has "check-report@3" already/,
  },
  {
    name: 'a version where several are there',
    files: { ...renameFiles, [check]: own(check).replace('mended-lines:', 'check-report@3:') },
    ...{ path: weekly, at: 'produces: [check-rep$0ort]', newName: 'check-report@4' },
    reason: /There are "check-report@2" and "check-report@3"\. Give the version anew where/,
  },
  {
    name: 'a version that is none',
    ...{ path: recall, at: 'produces: [check-report@$02]', newName: 'check-report@2.1' },
    reason: /its major number alone/,
  },
  {
    name: 'another chain that is broken',
    files: { ...renameFiles, [check]: `${own(check)}x: [\n` },
    ...{ path: recall, at: 'produces: [check-report@$02]', newName: 'check-report@3' },
    reason: /plant-check\.chain\.yaml has mistakes in its YAML|This file has mistakes in its YAML/,
  },
  {
    name: 'an alias that is another skill',
    ...{ path: team, at: 'aliases: [Dispa$0tcher]', newName: 'laboratory analyst' },
    reason: /a skill called "laboratory analyst" already/,
  },
  {
    name: 'an alias of several lines',
    ...{ path: team, at: 'aliases: [Dispa$0tcher]', newName: 'a\nb' },
    reason: /one line/,
  },
  {
    name: 'an alias that is written as a block',
    files: {
      ...renameFiles,
      [weekly]: own(weekly).replace('skill: Dispatcher', 'skill: |-\n      Dispatcher'),
    },
    ...{ path: team, at: 'aliases: [Dispa$0tcher]', newName: 'Carrier' },
    reason: /In weekly-look\.chain\.yaml it is written in another way/,
  },
  {
    name: 'an alias that a node is called after',
    files: { ...renameFiles, [weekly]: own(weekly).replace('nothing-odd-was-seen', 'dispatcher') },
    ...{ path: team, at: 'aliases: [Dispa$0tcher]', newName: 'Carrier' },
    reason: /the node "dispatcher" has no id of its own/,
  },
  {
    name: 'a skill of agents under a name of another form',
    ...{ path: recall, at: 'by: quality-m$0anager', newName: 'Quality' },
    reason: /at most 64 characters/,
  },
  {
    name: 'a skill of agents under a name that is there',
    files: { ...renameFiles, '.claude/skills/head/SKILL.md': '---\nname: first\n---\n' },
    ...{ path: recall, at: 'by: quality-m$0anager', newName: 'head' },
    reason: /something called "head" already|another skill at \.claude\/skills\/head already/,
  },
  {
    name: 'a skill that its file calls otherwise',
    files: { ...renameFiles, [skill]: own(skill).replace('quality-manager', 'Quality manager') },
    ...{ path: recall, at: 'by: quality-m$0anager', newName: 'head' },
    reason: /SKILL\.md calls the skill "Quality manager"\. Write its name there as "quality-manager" first/,
  },
  {
    name: 'words under an id that is there',
    ...{ path: weekly, at: 'checkpoint: Nothing o$0dd', newName: 'is-it' },
    reason: /already/,
  },
  {
    name: 'words under no id',
    ...{ path: weekly, at: 'checkpoint: Nothing o$0dd', newName: 'Nothing at all' },
    reason: /not a valid id/,
  },
];

describe('is refused in words', () => {
  for (const { name, files = renameFiles, path, at, newName, reason } of refusals) {
    test(name, async () => {
      const made = await renamedFiles(files, path, at, newName);
      assert.match(typeof made === 'string' ? made : JSON.stringify(made), reason);
    });
  }
});

/** The lines that differ after a rename. */
async function lines(files: Files, path: string, at: string, newName: string): Promise<readonly string[]> {
  const made = await renamedFiles(files, path, at, newName);
  assert.ok(made !== null && typeof made !== 'string', String(made));
  return changedLines(files, made);
}

test('what only reads the same in chains that give each other nothing is another artefact', async () => {
  const files = {
    'a.chain.yaml':
      'chain: a\ntitle: A\nsteps: [{ skill: x, do: y, produces: [note@1] }]\nhandoffs: [{ then: b }]\n',
    'b.chain.yaml': 'chain: b\ntitle: B\nsteps: [{ skill: x, do: y, produces: [note@1] }]\n',
  };
  const found = await lines(files, 'a.chain.yaml', 'produces: [note@$01]', 'note@2');
  assert.deepEqual(found, ['a.chain.yaml:3 steps: [{ skill: x, do: y, produces: [note@2] }]']);
});

test('a version is left out where the cursor is at it, and given where there was none', async () => {
  const files = {
    'a.chain.yaml':
      'chain: a\ntitle: A\nsteps: [{ skill: x, do: y, produces: [note@1] }]\noutput: { note@1: z }\n',
  };
  const without = await lines(files, 'a.chain.yaml', 'produces: [note@$01]', 'note');
  assert.equal(without.length, 2);
  const plain = { 'a.chain.yaml': files['a.chain.yaml'].replaceAll('@1', '') };
  assert.deepEqual(await lines(plain, 'a.chain.yaml', 'produces: [no$0te]', 'note@1'), [
    'a.chain.yaml:3 steps: [{ skill: x, do: y, produces: [note@1] }]',
    'a.chain.yaml:4 output: { note@1: z }',
  ]);
});

test('a skill that is kept at several places goes at all of them, each as it is called there', async () => {
  const files = {
    ...renameFiles,
    '.github/agents/quality-manager.agent.md': '---\nname: "quality-manager"\n---\nAgent\n',
    '.claude/agents/qm.md': '---\nname: quality-manager\n---\nAgent\n',
    '.agents/skills/quality-manager/SKILL.md': 'No front matter\n',
    '.agents/skills/quality-manager/notes.txt': 'Goes with it\n',
  };
  const made = await renamedFiles(files, recall, 'by: quality-m$0anager', 'head');
  assert.ok(made !== null && typeof made !== 'string');
  assert.deepEqual(
    Object.entries(made)
      .filter(([path]) => path.startsWith('.'))
      .map(([path, text]) => `${path}: ${text.split('\n')[1] ?? ''}`)
      .toSorted(),
    [
      '.agents/skills/head/SKILL.md: ',
      '.agents/skills/head/notes.txt: ',
      '.claude/agents/qm.md: name: head',
      '.claude/skills/head/SKILL.md: name: head',
      '.github/agents/head.agent.md: name: "head"',
      '.skill-chains.yaml: preset: recommended',
    ],
  );
});

test('an agent alone keeps a skill: its folder and every use follow', async () => {
  const files = {
    '.claude/skills/scribe/SKILL.md': '---\nname: scribe\n---\n',
    'a.chain.yaml':
      'chain: a\ntitle: A\nsteps: [{ id: one, skill: Scribe, do: y }, { id: two, skill: scribe, do: z }]\n',
  };
  const made = await renamedFiles(files, 'a.chain.yaml', 'skill: scri$0be', 'writer');
  assert.deepEqual(made, {
    '.claude/skills/writer/SKILL.md': '---\nname: writer\n---\n',
    'a.chain.yaml': files['a.chain.yaml'].replace('Scribe', 'writer').replace('scribe', 'writer'),
  });
});

test('an id is written in the style of its place, with comments where they stood', async () => {
  const text = `chain: a
title: A
phases:
  - phase: First   # the beginning
    # what is done
    steps:
      - { checkpoint: All good, if-refused: { back-to: first, at-most: 1 } }
  - { phase: Second, steps: [{ skill: x, do: y, after: all-good }] }
  - phase: Third
`;
  const files = { 'a.chain.yaml': text };
  const after = async (at: string, newName: string): Promise<string> => {
    const made = await renamedFiles(files, 'a.chain.yaml', at, newName);
    assert.ok(made !== null && typeof made !== 'string', String(made));
    return made['a.chain.yaml'] ?? '';
  };
  assert.equal(
    await after('phase: Fi$0rst', 'one'),
    text
      .replace('    steps:\n      - {', '    id: one\n    steps:\n      - {')
      .replace('back-to: first', 'back-to: one'),
  );
  assert.equal(
    await after('checkpoint: All g$0ood', 'good'),
    text.replace('{ checkpoint', '{ id: good, checkpoint').replace('after: all-good', 'after: good'),
  );
  assert.equal(
    await after('phase: Sec$0ond', 'two'),
    text.replace('Second, steps', 'Second, id: two, steps'),
  );
  assert.equal(
    await after('phase: Thi$0rd', 'three'),
    text.replace('phase: Third', 'phase: Third\n    id: three'),
  );
});
