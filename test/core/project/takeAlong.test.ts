import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../../server/src/core/project/project.ts';
import { takeAlong } from '../../../server/src/core/project/takeAlong.ts';
import { defaultFolder, memoryWorkspace } from '../../support/memoryWorkspace.ts';

const root = 'skill-chains-library:/';
const catalogue = `skills:
  cook:
    title: Cook
    aliases: [Chef, "Kitchen: lead"]
    team: kitchen
    summary: >-
      Makes
      meals
    stage: [build]

  waiter:
    title: Waiter
    aliases: [Server]
teams:
  kitchen:
    title: Kitchen
`;
const library = await loaded(
  {
    [`${root}all.skills.yaml`]: catalogue,
    [`${root}food/dinner.chain.yaml`]: `# A dinner.
chain: dinner
title: Dinner
steps:
  - skill: Chef
    do: Cook it
  - chain: shopping
  - chain: shopping
  - skill: waiter
    do: Bring it
handoffs:
  - then: dishes
  - then: shopping
`,
    [`${root}food/shopping.chain.yaml`]:
      'chain: shopping\ntitle: Shopping\nsteps:\n  - skill: cook\n    do: Buy it\n',
    [`${root}food/dishes.chain.yaml`]:
      'chain: dishes\ntitle: Dishes\nsteps:\n  - skill: waiter\n    do: Wash\n',
  },
  [root.slice(0, -1)],
);

async function loaded(files: Readonly<Record<string, string>>, folders: readonly string[] = [defaultFolder]) {
  const project = createProject(memoryWorkspace(files, folders));
  await project.load();
  return project.snapshot();
}

const dinner = { uri: `${root}food/dinner.chain.yaml`, id: 'dinner' };

/** What a workspace of these files gets with the dinner; and the text of its catalogue afterwards. */
async function taken(files: Readonly<Record<string, string>>, documents = [dinner]) {
  const workspace = await loaded(files);
  const result = takeAlong(workspace, library, { documents, folder: defaultFolder });
  const { catalogue } = result;
  const before = catalogue?.uri === undefined ? '' : (workspace.documents.get(catalogue.uri)?.text ?? '');
  const offset = catalogue?.offset ?? 0;
  const after = catalogue && before.slice(0, offset) + catalogue.text + before.slice(offset);
  return { ...result, after };
}

describe('A chain that is taken along', () => {
  it('keeps its text but for the id that it gets', async () => {
    const { documents } = await taken({}, [{ ...dinner, id: 'dinner-2' }]);
    assert.match(documents[0]?.text ?? '', /^# A dinner\.\nchain: dinner-2\ntitle: Dinner\n/);
  });

  it('tells of the chains that it names, first of those that it runs', async () => {
    const { missing } = await taken({});
    assert.deepEqual(
      missing.map(({ id, as }) => [id, as]),
      [
        ['shopping', 'sub-chain'],
        ['dishes', 'handoff'],
      ],
    );
    const known = await taken({ 's.chain.yaml': 'chain: shopping\n', 'd.chain.yaml': 'chain: dishes\n' });
    assert.deepEqual(known.missing, []);
    const both = [dinner, { uri: `${root}food/shopping.chain.yaml`, id: 'shopping' }];
    assert.deepEqual(
      (await taken({}, both)).missing.map(({ id }) => id),
      ['dishes'],
    );
  });

  it('brings its skills in a catalogue of their own where there is none', async () => {
    const { after, skills, catalogue } = await taken({});
    assert.deepEqual(skills, ['cook', 'waiter']);
    assert.equal(catalogue?.uri, undefined);
    assert.equal(
      after,
      `skills:
  cook:
    title: Cook
    aliases: [Chef, "Kitchen: lead"]
    team: kitchen
    summary: Makes meals
    stage: [build]

  waiter:
    title: Waiter
    aliases: [Server]
`,
    );
  });

  it('adds what is lacking behind the last skill of a catalogue, in its own indentation and line ends', async () => {
    const own = 'skills:\r\n    chef:\r\n        title: Head of food # a note\r\nteams:\r\n    hall: {}\r\n';
    const { after, skills } = await taken({ 'own.skills.yaml': own });
    assert.deepEqual(skills, ['waiter']);
    assert.equal(
      after,
      'skills:\r\n    chef:\r\n        title: Head of food # a note\r\n\r\n    waiter:\r\n        title: Waiter\r\n        aliases: [Server]\r\nteams:\r\n    hall: {}\r\n',
    );
  });

  it('leaves out names that the workspace gives to others, and teams that it does not know', async () => {
    const own = 'skills:\n  server:\n    title: Chef\nteams:\n  hall: {}\n';
    const { after } = await taken({ 'own.skills.yaml': own });
    assert.equal(
      after,
      `skills:
  server:
    title: Chef

  waiter:
    title: Waiter
teams:
  hall: {}
`,
    );
  });

  it('brings nothing that the workspace has by any name, or that agents keep there', async () => {
    const own = 'skills:\n  head:\n    aliases: [Cook, chef]\n  butler:\n    title: waiter\n';
    const { skills, catalogue } = await taken({ 'own.skills.yaml': own });
    assert.deepEqual(skills, []);
    assert.equal(catalogue, undefined);
    const kept = '---\nname: waiter\ndescription: Brings it\n---\n';
    const agents = await taken({ '.claude/skills/waiter/SKILL.md': kept });
    assert.deepEqual(agents.skills, ['cook']);
  });

  it('goes around a catalogue that lines cannot be added to', async () => {
    const flow = await taken({ 'a.skills.yaml': 'skills: {x: {title: X}}\n' });
    assert.equal(flow.catalogue?.uri, undefined);
    const broken = await taken({ 'a.skills.yaml': 'skills:\n  x: {title: "X\n' });
    assert.equal(broken.catalogue?.uri, undefined);
    const second = await taken({
      'a.skills.yaml': 'skills: {}\n',
      'b.skills.yaml': 'skills:\n  x:\n    title: X',
    });
    assert.match(second.after ?? '', /^skills:\n {2}x:\n {4}title: X\n\n {2}cook:\n/);
  });

  it('brings no skills where no folder is open, and nothing where the chain is not known', async () => {
    const none = takeAlong(await loaded({}), library, { documents: [dinner], folder: undefined });
    assert.equal(none.catalogue, undefined);
    assert.equal(none.documents.length, 1);
    assert.deepEqual((await taken({}, [{ uri: `${root}gone.chain.yaml`, id: 'x' }])).documents, []);
  });
});
