/** Skills that agents keep, in a project: which files count, what a catalogue adds, what a name means, and what a change on disk does. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProject } from '../../../server/src/core/project/project.ts';
import type { SkillIndex } from '../../../server/src/core/project/snapshot.ts';
import type { Workspace } from '../../../server/src/core/workspace.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

type Files = Readonly<Record<string, string>>;

const skill = (name: string, description = `What ${name} does`): string =>
  `---\nname: ${name}\ndescription: ${description}\n---\n# ${name}\n`;
const chain = 'chain: a\ntitle: A\nsteps:\n  - skill: reviewer\n    do: Review\n';

async function loaded(files: Files, folders?: readonly string[]) {
  const workspace = memoryWorkspace(files, folders);
  const asked: string[] = [];
  const counting: Workspace = {
    ...workspace,
    read: (uri, limit) => {
      asked.push(uri);
      return workspace.read(uri, limit);
    },
  };
  const project = createProject(counting);
  await project.load();
  return { workspace, project, asked };
}

const indexOf = async (files: Files): Promise<SkillIndex> => {
  const { project, workspace } = await loaded(files);
  return project.snapshot().skillsFor(workspace.uri('a.chain.yaml'));
};

/** `id (origin): files`, or what else a name is. */
function meaning(index: SkillIndex, name: string): string {
  const found = index.resolve(name);
  if (found.kind === 'ambiguous')
    return `ambiguous: ${found.skills.map(each => each.declaration.id.text).join(', ')}`;
  if (found.kind === 'unknown') return 'unknown';
  const { declaration, origin, files } = found.skill;
  return `${declaration.id.text} (${origin}): ${files.map(file => file.path).join(', ')}`;
}

describe('agents keep skills', () => {
  const places: readonly (readonly [path: string, found: boolean])[] = [
    ['.claude/skills/reviewer/SKILL.md', true],
    ['.claude/agents/reviewer.md', true],
    ['.github/skills/reviewer/SKILL.md', true],
    ['.github/agents/reviewer.agent.md', true],
    ['.agents/skills/reviewer/SKILL.md', true],
    ['.claude/skills/SKILL.md', false],
    ['.claude/skills/reviewer/README.md', false],
    ['.claude/skills/group/reviewer/SKILL.md', false],
    ['.claude/agents/group/reviewer.md', false],
    ['.claude/agents/.md', false],
    ['.github/agents/reviewer.md', false],
    ['.github/reviewer.md', false],
    ['packages/one/.claude/skills/reviewer/SKILL.md', false],
    ['skills/reviewer/SKILL.md', false],
  ];
  for (const [path, found] of places) {
    test(`${found ? '' : 'not '}in ${path}`, async () => {
      const index = await indexOf({ [path]: skill('reviewer') });
      assert.equal(meaning(index, 'reviewer'), found ? `reviewer (agents): ${path}` : 'unknown');
      assert.equal(index.hasSources, found);
    });
  }

  const addresses: readonly (readonly [folder: string, file: string, path: string])[] = [
    [
      'file:///c%3A/my%20work',
      'file:///c%3A/my%20work/.claude/skills/a%20b/SKILL.md',
      '.claude/skills/a b/SKILL.md',
    ],
    ['file:///w', 'file:///w/.claude/skills/c%23/SKILL.md', '.claude/skills/c#/SKILL.md'],
    ['file:///w%2525', 'file:///w%2525/.claude/agents/100%25.md', '.claude/agents/100%.md'],
    [
      'vscode-vfs://github/o/r',
      'vscode-vfs://github/o/r/.agents/skills/x/SKILL.md',
      '.agents/skills/x/SKILL.md',
    ],
    ['file://server/share', 'file://server/share/.github/agents/x.agent.md', '.github/agents/x.agent.md'],
  ];
  for (const [folder, file, path] of addresses) {
    test(`at ${file}`, async () => {
      const { project } = await loaded({ [file]: skill('reviewer') }, [folder]);
      const index = project.snapshot().skillsFor(`${folder}/a.chain.yaml`);
      assert.equal(meaning(index, 'reviewer'), `reviewer (agents): ${path}`);
    });
  }

  test('for each workspace folder', async () => {
    const files = {
      'file:///a/.claude/skills/x/SKILL.md': skill('reviewer'),
      'file:///b/.claude/skills/y/SKILL.md': skill('writer'),
    };
    const { project } = await loaded(files, ['file:///a', 'file:///b']);
    const snapshot = project.snapshot();
    assert.deepEqual([...snapshot.skillsFor('file:///a/x.chain.yaml').skills.keys()], ['reviewer']);
    assert.deepEqual([...snapshot.skillsFor('file:///b/x.chain.yaml').skills.keys()], ['writer']);
    assert.deepEqual([...snapshot.skillsFor('untitled:1').skills.keys()], ['reviewer']);
    assert.equal(snapshot.skillsFor('file:///c/x.chain.yaml').hasSources, false);
  });

  test('even in files too large to be read', async () => {
    const index = await indexOf({
      '.claude/skills/reviewer/SKILL.md': `${skill('other')}${'x'.repeat(2_000_000)}`,
    });
    assert.equal(meaning(index, 'reviewer'), 'reviewer (agents): .claude/skills/reviewer/SKILL.md');
  });
});

describe('a name means', () => {
  const [claude, agent, github] = [
    '.claude/skills/reviewer/SKILL.md',
    '.claude/agents/reviewer.md',
    '.github/skills/reviewer/SKILL.md',
  ];
  const rows: readonly {
    readonly what: string;
    readonly files: Files;
    readonly means: Readonly<Record<string, string>>;
  }[] = [
    {
      what: 'the skill of the catalogue, which the file of that id belongs to',
      files: { 'a.skills.yaml': 'skills:\n  reviewer: { title: Rita }\n', [claude]: skill('reviewer') },
      means: { reviewer: `reviewer (catalogue): ${claude}`, rita: `reviewer (catalogue): ${claude}` },
    },
    {
      what: 'the skill of the catalogue, which has the file’s name as another name',
      files: {
        'a.skills.yaml': 'skills:\n  code-reviewer: { aliases: [Reviewer] }\n',
        [claude]: skill('reviewer'),
      },
      means: { reviewer: `code-reviewer (catalogue): ${claude}` },
    },
    {
      what: 'the skill of the catalogue, whose source the file is, by the file’s name too',
      files: {
        'team/a.skills.yaml': `skills:\n  rita: { source: ${claude} }\n`,
        [claude]: skill('reviewer'),
      },
      means: { rita: `rita (catalogue): ${claude}`, reviewer: `rita (catalogue): ${claude}` },
    },
    {
      what: 'the skill of the source where an id says otherwise',
      files: {
        'team/a.skills.yaml': `skills:\n  rita: { source: ../${claude} }\n  reviewer: {}\n`,
        [claude]: skill('reviewer'),
      },
      means: { rita: `rita (catalogue): ${claude}`, reviewer: 'reviewer (catalogue): ' },
    },
    {
      what: 'no file for a source that climbs out, or that nobody keeps',
      files: {
        'a.skills.yaml': `skills:\n  rita: { source: ../${claude} }\n  tom: { source: x/SKILL.md }\n`,
        [claude]: skill('reviewer'),
      },
      means: {
        rita: 'rita (catalogue): ',
        tom: 'tom (catalogue): ',
        reviewer: `reviewer (agents): ${claude}`,
      },
    },
    {
      what: 'the skill that agents keep, beside the skills of a catalogue',
      files: { 'a.skills.yaml': 'skills:\n  writer: {}\n', [claude]: skill('reviewer') },
      means: { writer: 'writer (catalogue): ', reviewer: `reviewer (agents): ${claude}` },
    },
    {
      what: 'the skill that agents keep where a catalogue does not decide',
      files: {
        'a.skills.yaml': 'skills:\n  one: { aliases: [Reviewer] }\n  two: { aliases: [Reviewer] }\n',
        [claude]: skill('reviewer'),
      },
      means: { reviewer: `reviewer (agents): ${claude}` },
    },
    {
      what: 'one skill that is kept for several agents, the first place first',
      files: {
        [github]: skill('reviewer', 'b'),
        [agent]: skill('Reviewer', 'c'),
        [claude]: skill('reviewer', 'a'),
      },
      means: { reviewer: `reviewer (agents): ${claude}, ${agent}, ${github}` },
    },
    {
      what: 'none of two in one place, which their folders tell apart',
      files: {
        '.claude/skills/one/SKILL.md': skill('reviewer'),
        '.claude/skills/two/SKILL.md': skill('reviewer'),
      },
      means: {
        reviewer: 'ambiguous: one, two',
        one: 'one (agents): .claude/skills/one/SKILL.md',
        two: 'two (agents): .claude/skills/two/SKILL.md',
      },
    },
    {
      what: 'the one of two in one place whose folder is called so, and the other is not lost',
      files: { [claude]: skill('reviewer'), '.claude/skills/two/SKILL.md': skill('reviewer') },
      means: {
        reviewer: `reviewer (agents): ${claude}, .claude/skills/two/SKILL.md`,
        two: 'two (agents): .claude/skills/two/SKILL.md',
      },
    },
    {
      what: 'a skill by its folder where the file calls it otherwise',
      files: { [claude]: skill('Code Review') },
      means: {
        'code-review': `reviewer (agents): ${claude}`,
        'Code Review': `reviewer (agents): ${claude}`,
        reviewer: `reviewer (agents): ${claude}`,
      },
    },
    {
      what: 'what it says, whatever it is',
      files: { '.claude/skills/__proto__/SKILL.md': skill('constructor') },
      means: { constructor: 'constructor (agents): .claude/skills/__proto__/SKILL.md', toString: 'unknown' },
    },
  ];
  for (const { what, files, means } of rows) {
    test(what, async () => {
      const index = await indexOf(files);
      const actual = Object.fromEntries(Object.keys(means).map(name => [name, meaning(index, name)]));
      assert.deepEqual(actual, means);
    });
  }
});

describe('a change on disk', () => {
  const uri = 'file:///workspace/a.chain.yaml';
  const path = '.claude/skills/reviewer/SKILL.md';
  const opened = async (files: Files = {}) => {
    const all = await loaded(files);
    all.project.setDocument(uri, 1, chain);
    all.asked.length = 0;
    return { ...all, known: () => meaning(all.project.snapshot().skillsFor(uri), 'reviewer') };
  };

  test('brings a skill, changes and removes it, and open chains are told', async () => {
    const { project, workspace, known } = await opened({ 'b.chain.yaml': chain });
    const file = workspace.write(path, skill('reviewer'));
    assert.deepEqual((await project.refresh([file])).affected, [uri]);
    assert.equal(known(), `reviewer (agents): ${path}`);
    workspace.write(path, skill('painter'));
    assert.deepEqual((await project.refresh([file])).affected, [uri]);
    assert.equal(meaning(project.snapshot().skillsFor(uri), 'painter'), `painter (agents): ${path}`);
    workspace.write(path, undefined);
    const { affected, ...others } = await project.refresh([file]);
    assert.deepEqual(affected, [uri]);
    const closed = [workspace.uri('b.chain.yaml')];
    assert.deepEqual(others, { documents: [], closed, gone: [], chains: false });
    assert.equal(known(), 'unknown');
  });

  test('of a folder on the way brings what is in it, and takes it away', async () => {
    const { project, workspace, known } = await opened();
    for (const folder of ['.claude', '.claude/skills', '.claude/skills/reviewer']) {
      workspace.write(path, skill('reviewer'));
      await project.refresh([workspace.uri(folder)]);
      assert.equal(known(), `reviewer (agents): ${path}`, folder);
      workspace.write(path, undefined);
      await project.refresh([workspace.uri(folder)]);
      assert.equal(known(), 'unknown', folder);
    }
  });

  test('of what is said in a file disturbs nobody, and is known', async () => {
    const { project, workspace } = await opened({ [path]: skill('reviewer', 'Old') });
    const file = workspace.write(path, skill('reviewer', 'New'));
    assert.deepEqual((await project.refresh([file])).affected, []);
    assert.equal(project.snapshot().agentSkills.get(file)?.declaration.summary?.text, 'New');
  });

  test('reads only what changed', async () => {
    const { project, workspace, asked } = await opened({
      [path]: skill('reviewer'),
      '.claude/skills/other/SKILL.md': skill('other'),
      'b.chain.yaml': chain,
    });
    const file = workspace.write('.github/skills/new/SKILL.md', skill('new'));
    await project.refresh([file]);
    assert.deepEqual(asked, [file]);
    asked.length = 0;
    await project.refresh([workspace.uri('.claude/skills/reviewer')]);
    assert.deepEqual(asked, [workspace.uri(path)]);
  });

  test('of workspace folders moves skills with them', async () => {
    const { project, workspace } = await loaded(
      { 'file:///w/.claude/.claude/skills/x/SKILL.md': skill('reviewer') },
      ['file:///w'],
    );
    workspace.setFolders(['file:///w', 'file:///w/.claude']);
    await project.refresh(['file:///w/.claude']);
    assert.equal(project.snapshot().skillsFor('file:///w/.claude/a.chain.yaml').hasSources, true);
    assert.equal(project.snapshot().skillsFor('file:///w/a.chain.yaml').hasSources, false);
  });

  test('that is stopped leaves what was known', async () => {
    const { project } = await opened({ [path]: skill('reviewer') });
    await project.load({ aborted: true });
    assert.equal(project.snapshot().agentSkills.size, 1);
  });
});
