import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { decode } from '../../server/src/files/decode.ts';
import { createFileWorkspace, fileUri } from '../../server/src/node/fileWorkspace.ts';

const isWanted = (name: string): boolean => /\.(?:chain|skills)\.yaml$/.test(name);
let root = '';

before(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'skill-chains-')));
  const files = [
    ...['a.chain.yaml', 'deep/er/b.chain.yaml', 'my plans/c#1.chain.yaml', 'team.skills.yaml', 'notes.yaml'],
    ...['node_modules/x/d.chain.yaml', '.git/e.chain.yaml', 'deep/dist/f.chain.yaml', '.claude/g.chain.yaml'],
  ];
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), 'chain: a\n');
  }
  await symlink('..', path.join(root, 'deep/loop'));
  await symlink('a.chain.yaml', path.join(root, 'again.chain.yaml'));
  await symlink('nowhere', path.join(root, 'broken.chain.yaml'));
});
after(() => rm(root, { recursive: true, force: true }));

const paths = async (folders: readonly string[]): Promise<readonly string[]> => {
  const uris = await createFileWorkspace(() => folders.map(fileUri)).list(isWanted);
  return uris.map(uri => decodeURIComponent(uri.slice(fileUri(root).length + 1)));
};

test('files are found below the folders, without what is made or fetched, each once', async () => {
  const expected = [
    '.claude/g.chain.yaml',
    'a.chain.yaml',
    'deep/er/b.chain.yaml',
    'my plans/c#1.chain.yaml',
    'team.skills.yaml',
  ];
  assert.deepEqual(await paths([root]), expected);
  assert.deepEqual(await paths([path.join(root, 'deep'), root]), expected);
  assert.deepEqual(await paths([path.join(root, 'gone')]), []);
});

test('a folder that is a link is listed under its own name', async () => {
  const link = path.join(root, '.link');
  await symlink('my plans', link);
  assert.deepEqual(await paths([link]), ['.link/c#1.chain.yaml']);
  await rm(link);
});

test('a listing that is no longer wanted ends', async () => {
  const workspace = createFileWorkspace(() => [fileUri(root)]);
  assert.deepEqual(await workspace.list(isWanted, AbortSignal.abort()), []);
});

test('folders that are not on a disk are left out', async () => {
  const workspace = createFileWorkspace(() => ['vscode-vfs://github/a/b', fileUri(root)]);
  assert.equal((await workspace.list(isWanted)).length, 5);
  assert.equal(await workspace.read('vscode-vfs://github/a/b/a.chain.yaml', 100), undefined);
});

test('a file is read within its limit; a folder, a pipe and nothing are no text', async () => {
  const workspace = createFileWorkspace(() => [fileUri(root)]);
  const read = (name: string, limit = 100) => workspace.read(fileUri(path.join(root, name)), limit);
  execFileSync('mkfifo', [path.join(root, 'pipe.chain.yaml')]);
  assert.equal(await read('my plans/c#1.chain.yaml'), 'chain: a\n');
  assert.equal(await read('a.chain.yaml', 8), undefined);
  assert.equal(await read('deep'), undefined);
  assert.equal(await read('broken.chain.yaml'), undefined);
  assert.equal(await read('pipe.chain.yaml'), undefined);
  await rm(path.join(root, 'pipe.chain.yaml'));
});

const texts: readonly (readonly [name: string, bytes: Uint8Array, text: string | undefined])[] = [
  ['UTF-8', Buffer.from('é🙂'), 'é🙂'],
  ['a byte order mark is no part of the text', Buffer.from('\ufeffchain: a'), 'chain: a'],
  ['UTF-16 with its mark', Buffer.from('\ufeffchain', 'utf16le'), undefined],
  ['UTF-16 without one', Buffer.from('chain', 'utf16le'), undefined],
  ['binary data', Buffer.from([1, 2, 0, 3]), undefined],
  ['other bytes, as an editor shows them', Buffer.from([0x61, 0xe9, 0x62]), 'a\ufffdb'],
  ['nothing', Buffer.from([]), ''],
];
for (const [name, bytes, text] of texts) {
  test(`decoding: ${name}`, () => assert.equal(decode(bytes), text));
}
