import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { gitOf } from '../../client/src/commands/support/git.ts';

/** What the Git extension exports, with one repository; `methods` are those of the repository. */
const exporting = (methods: object) => ({ getAPI: () => ({ getRepository: () => methods }) });

const folder = URI.parse('file:///shop/docs/adr');
const changed = (path: string) => ({ uri: URI.file(path), status: 1 });

describe('The author', () => {
  const cases: readonly (readonly [string, unknown, string | undefined])[] = [
    ['the name of the repository', exporting({ getConfig: async () => ' Jane Doe\n' }), 'Jane Doe'],
    [
      'the name for all repositories',
      exporting({ getConfig: async () => '', getGlobalConfig: async () => 'Jo' }),
      'Jo',
    ],
    [
      'nobody without a name',
      exporting({ getConfig: async () => Promise.reject(new Error('none')) }),
      undefined,
    ],
    ['nobody without a repository', { getAPI: () => ({ getRepository: () => null }) }, undefined],
    [
      'nobody where Git is off',
      {
        getAPI: () => {
          throw new Error('disabled');
        },
      },
      undefined,
    ],
    ['nobody without the extension', undefined, undefined],
    ['nobody where it has another shape', { getAPI: 1 }, undefined],
    ['nobody of another kind', exporting({ getConfig: async () => ({}) }), undefined],
  ];
  for (const [what, exports, expected] of cases) {
    it(`is ${what}`, async () => assert.equal(await gitOf(exports).author(folder), expected));
  }
});

describe('The names on other branches', () => {
  it('are those of the files that branches have in the folder itself', async () => {
    const compared: unknown[] = [];
    const repository = {
      getBranches: async () => [{ name: 'main' }, { name: 'origin/idea' }, { type: 0 }],
      diffBetween: async (from: string, to: string) => {
        compared.push([from, to]);
        return to === 'main'
          ? Promise.reject(new Error('no merge base'))
          : [
              changed('/shop/docs/adr/0004-a.md'),
              changed('/shop/docs/adr/old/0009-b.md'),
              changed('/shop/src/0010-c.md'),
            ];
      },
    };
    assert.deepEqual(await gitOf(exporting(repository)).namesOnBranches(folder, () => false), ['0004-a.md']);
    assert.deepEqual(compared, [
      ['HEAD', 'main'],
      ['HEAD', 'origin/idea'],
    ]);
  });

  it('are of twenty branches at most', async () => {
    let compared = 0;
    const repository = {
      getBranches: async () => Array.from({ length: 500 }, (_, at) => ({ name: `b${at}` })),
      diffBetween: async () => {
        compared += 1;
        return [];
      },
    };
    assert.deepEqual(await gitOf(exporting(repository)).namesOnBranches(folder, () => false), []);
    assert.equal(compared, 20);
  });

  it('are those that were found in time', async () => {
    let compared = 0;
    const repository = {
      getBranches: async () => [{ name: 'near' }, { name: 'far' }],
      diffBetween: async (_: string, to: string) => {
        compared += 1;
        return [changed(`/shop/docs/adr/0004-${to}.md`)];
      },
    };
    const names = await gitOf(exporting(repository)).namesOnBranches(folder, () => compared > 0);
    assert.deepEqual(names, ['0004-near.md']);
  });

  it('are none without Git', async () => {
    assert.deepEqual(await gitOf(undefined).namesOnBranches(folder, () => false), []);
    assert.deepEqual(await gitOf(exporting({})).namesOnBranches(folder, () => false), []);
  });
});
