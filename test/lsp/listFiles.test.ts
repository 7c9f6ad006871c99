/** What a listing leaves out, it tells. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Entry, type FileTree, type LeftOut, listFiles } from '../../server/src/files/listFiles.ts';

/** Lists below `/` in which each folder holds what `entriesOf` says; gives how many files were found, and what was left out. */
async function listed(
  entriesOf: (path: string) => readonly Entry[],
): Promise<readonly [files: number, leftOut: readonly LeftOut[]]> {
  const told: LeftOut[] = [];
  const tree: FileTree = {
    resolve: async path => ({ path, real: path }),
    entries: async ({ path }) => entriesOf(path),
    child: ({ path }, name) => ({ path: `${path}/${name}`, real: `${path}/${name}` }),
    isFolder: async () => false,
    isWithin: () => true,
    leftOut: what => told.push(what),
  };
  const found = await listFiles(tree, [''], name => name.endsWith('.yaml'), undefined);
  return [found.length, told];
}

const many = (count: number, kind: Entry['kind'], ending = ''): readonly Entry[] =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}${ending}`, kind }));

describe('A listing', () => {
  it('of what is within its bounds is whole', async () => {
    const entries = (path: string) => (path === '' ? many(500, 'folder') : many(20, 'file', '.yaml'));
    assert.deepEqual(await listed(path => entries(path).slice(0, path === '' ? 499 : 20)), [9980, []]);
  });

  it('of too many files or folders says so', async () => {
    const bounds = [{ kind: 'bounds' }];
    const inOne = await listed(path => (path === '' ? many(10_001, 'file', '.yaml') : []));
    assert.deepEqual(inOne, [10_000, bounds]);
    const inMany = await listed(path => (path === '' ? many(600, 'folder') : many(20, 'file', '.yaml')));
    assert.deepEqual(inMany, [10_000, bounds]);
    const folders = await listed(path => (path.split('/').length < 4 ? many(30, 'folder') : []));
    assert.deepEqual(folders, [0, bounds]);
  });
});
