/** Files at known places, on a disk with links and through a client. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PathPattern } from '../../server/src/core/index.ts';
import { findFiles } from '../../server/src/files/findFiles.ts';
import type { Entry, FileTree } from '../../server/src/files/listFiles.ts';
import { createFileWorkspace, fileUri } from '../../server/src/node/fileWorkspace.ts';

const patterns: readonly PathPattern[] = [
  ['.claude', 'skills', /./, 'SKILL.md'],
  ['.claude', 'agents', /.\.md$/],
  ['.agents', 'skills', /./, 'SKILL.md'],
];

describe('On a disk', () => {
  let root = '';
  const folder = (name: string): string => path.join(root, name);
  const write = async (name: string): Promise<void> => {
    await mkdir(path.dirname(folder(name)), { recursive: true });
    await writeFile(folder(name), '');
  };
  const link = async (to: string, name: string): Promise<void> => {
    await mkdir(path.dirname(folder(name)), { recursive: true });
    await symlink(to, folder(name));
  };
  const found = async (...folders: readonly string[]): Promise<readonly string[]> => {
    const uris = await createFileWorkspace(() => folders.map(name => fileUri(folder(name)))).find(patterns);
    return uris.map(uri => decodeURIComponent(uri.slice(fileUri(root).length + 1))).sort();
  };
  before(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'skill-chains-')));
    for (const name of ['a b', 'c#1', '100%', 'dist', 'node_modules', 'é']) {
      await write(`odd/.claude/skills/${name}/SKILL.md`);
    }
    await write('odd/.claude/skills/none/README.md');
    await write('odd/.claude/skills/deep/er/SKILL.md');
    await mkdir(folder('odd/.claude/skills/folder/SKILL.md'), { recursive: true });
    await write('odd/.claude/agents/one.md');
    await write('odd/.claude/agents/two.txt');
    await write('odd/inner/.claude/agents/inner.md');

    await write('linked/.agents/skills/real/SKILL.md');
    await write('linked/library/shared/SKILL.md');
    await write('linked/library/planner.md');
    await link('../.agents/skills', 'linked/.claude/skills');
    await link('../../library/shared', 'linked/.agents/skills/again');
    await link('../../library/planner.md', 'linked/.claude/agents/planner.md');
    await write('secret/x/SKILL.md');
    await write('secret/key.md');
    await link('../../../secret/x', 'linked/.agents/skills/out');
    await link('../../../secret/key.md', 'linked/.claude/agents/key.md');
    await link(folder('secret'), 'linked/.claude/agents/secret.md');
    await link('nowhere', 'linked/.claude/agents/broken.md');
    await link('.', 'linked/.agents/skills/loop');
    await link('../linked', 'alias/whole');
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('files are found at their places alone, whatever their folders are called', async () => {
    assert.deepEqual(
      await found('odd'),
      [
        'odd/.claude/agents/one.md',
        ...['100%', 'a b', 'c#1', 'dist', 'node_modules', 'é'].map(
          name => `odd/.claude/skills/${name}/SKILL.md`,
        ),
      ].sort(),
    );
  });

  it('links are followed within the folder, not out of it, and a file counts once, under its own name if it can', async () => {
    const expected = [
      '.claude/skills/again/SKILL.md',
      '.agents/skills/real/SKILL.md',
      '.claude/agents/planner.md',
    ];
    assert.deepEqual(await found('linked'), expected.map(name => `linked/${name}`).sort());
    assert.deepEqual(await found('alias/whole'), expected.map(name => `alias/whole/${name}`).sort());
  });

  it('nothing is found in folders that are not there, and where nobody wants it any more', async () => {
    assert.deepEqual(await found('gone'), []);
    const workspace = createFileWorkspace(() => [fileUri(folder('odd')), 'vscode-vfs://github/a/b']);
    assert.deepEqual(await workspace.find(patterns, AbortSignal.abort()), []);
    assert.equal((await workspace.find(patterns)).length, 7);
  });
});

describe('In any file system', () => {
  const tree = (entries: (path: string) => readonly Entry[]): FileTree => ({
    resolve: async at => ({ path: at, real: at }),
    entries: async folder => entries(folder.path),
    child: (folder, name) => ({ path: `${folder.path}/${name}`, real: `${folder.real}/${name}` }),
    isFolder: async () => false,
    isWithin: () => false,
  });

  it('the number of files is bounded, and no more folders are read than that takes', async () => {
    let asked = 0;
    const endless = tree(at => {
      asked++;
      if (at === '') return [{ name: '.claude', kind: 'folder' }];
      if (at.endsWith('.claude')) return [{ name: 'skills', kind: 'folder' }];
      if (!at.endsWith('skills')) return [{ name: 'SKILL.md', kind: 'file' }];
      return Array.from({ length: 100_000 }, (_, count) => ({ name: `s${count}`, kind: 'folder' }));
    });
    const found = await findFiles(endless, [''], patterns, undefined);
    assert.equal(found.length, 5000);
    assert.ok(asked < 5100, String(asked));
  });
});
