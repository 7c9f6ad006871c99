/** Files through the client: what it offers is found and read; what it sends wrong, or never, harms nothing. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Workspace } from '../../server/src/core/index.ts';
import { createClientWorkspace, workspaceByScheme } from '../../server/src/lsp/clientWorkspace.ts';
import { field, text } from '../../server/src/lsp/params.ts';
import { readFileMethod, readFolderMethod } from '../../server/src/lsp/protocol.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import { cleanUp, launches, startClient } from '../support/testServer.ts';

after(cleanUp);

const isWanted = (name: string): boolean => /\.(?:chain|skills)\.yaml$/.test(name);

/** A client with files in memory, by URI; `undefined`: a folder. Names stand in URIs as VS Code writes them. */
function clientWith(files: Readonly<Record<string, string | undefined>>) {
  const asked: string[] = [];
  const readFolder = (uri: string): unknown => {
    const below = uri.endsWith('/') ? uri : `${uri}/`;
    const names = new Map<string, 'file' | 'folder'>();
    for (const path of Object.keys(files)) {
      if (!path.startsWith(below)) continue;
      const [name = '', ...rest] = path.slice(below.length).split('/');
      const isFolder = rest.length > 0 || files[path] === undefined;
      names.set(decodeURIComponent(name), isFolder ? 'folder' : 'file');
    }
    return names.size === 0 ? null : [...names].map(([name, kind]) => ({ name, kind }));
  };
  const answer = (method: string, params: unknown): unknown => {
    const uri = text(field(params, 'uri')) ?? '';
    asked.push(uri);
    return method === readFolderMethod ? readFolder(uri) : (files[uri] ?? null);
  };
  return { asked, answer };
}

const soon = (_: number, _run: () => void) => (): void => undefined;

describe('The workspace behind a client', () => {
  const workspaceOf = (answer: (method: string, params: object) => unknown, folders: readonly string[]) =>
    createClientWorkspace({ request: async (...given) => answer(...given), after: soon }, () => folders);

  it('finds files below the folders, without what is made or fetched', async () => {
    const { answer } = clientWith({
      'memfs:/a.chain.yaml': '',
      'memfs:/my%20plans/c%231.chain.yaml': '',
      'memfs:/deep/er/team.skills.yaml': '',
      'memfs:/notes.yaml': '',
      'memfs:/node_modules/x/d.chain.yaml': '',
      'memfs:/empty': undefined,
    });
    const expected = [
      'memfs:/a.chain.yaml',
      'memfs:/deep/er/team.skills.yaml',
      'memfs:/my%20plans/c%231.chain.yaml',
    ];
    assert.deepEqual(await workspaceOf(answer, ['memfs:/']).list(isWanted), expected);
    assert.deepEqual(await workspaceOf(answer, ['memfs:/deep', 'memfs:/']).list(isWanted), expected);
    assert.deepEqual(await workspaceOf(answer, ['memfs:/gone']).list(isWanted), []);
    assert.deepEqual(await workspaceOf(answer, ['memfs:/']).list(isWanted, AbortSignal.abort()), []);
  });

  it('reads what the client gives', async () => {
    const { answer } = clientWith({ 'memfs:/a.chain.yaml': 'chain: a\n' });
    const workspace = workspaceOf(answer, ['memfs:/']);
    assert.equal(await workspace.read('memfs:/a.chain.yaml', Number.POSITIVE_INFINITY), 'chain: a\n');
    assert.equal(await workspace.read('memfs:/b.chain.yaml', 10), undefined);
  });

  const hostile: readonly unknown[] = [
    null,
    'text',
    [
      null,
      1,
      {},
      { name: 'x.chain.yaml' },
      { name: 1, kind: 'file' },
      { name: 'y.chain.yaml', kind: 'pipe' },
    ],
    [
      { name: '../up.chain.yaml', kind: 'file' },
      { name: '..', kind: 'folder' },
      { name: '', kind: 'folder' },
    ],
    { __proto__: [] },
  ];
  for (const sent of hostile) {
    it(`survives ${JSON.stringify(sent)}`, async () => {
      const workspace = workspaceOf(() => sent, ['memfs:/']);
      assert.deepEqual(await workspace.list(isWanted), []);
      assert.equal(await workspace.read('memfs:/a', 10), typeof sent === 'string' ? sent : undefined);
    });
  }

  it('ends where folders never do', async () => {
    let asked = 0;
    const endless = () => {
      asked += 1;
      return Array.from({ length: 100 }, (_, at) => ({ name: `f${at}`, kind: 'folder' }));
    };
    assert.deepEqual(await workspaceOf(endless, ['memfs:/']).list(isWanted), []);
    assert.ok(asked < 21_000, String(asked));
  });

  it('goes without what is refused, or never answered', async () => {
    const refusing = createClientWorkspace(
      { request: () => Promise.reject(new Error('No')), after: soon },
      () => ['memfs:/'],
    );
    assert.deepEqual(await refusing.list(isWanted), []);
    const silent = createClientWorkspace(
      {
        request: () => new Promise(() => undefined),
        after: (_, run) => {
          setImmediate(run);
          return () => undefined;
        },
      },
      () => ['memfs:/'],
    );
    assert.deepEqual(await silent.list(isWanted), []);
    assert.equal(await silent.read('memfs:/a', 10), undefined);
  });
});

describe('A workspace of both kinds', () => {
  const folders = ['file:///own', 'memfs:/far'];
  const create =
    (files: Readonly<Record<string, string>>) =>
    (of: () => readonly string[]): Workspace =>
      memoryWorkspace(files, of());
  const own = { scheme: 'file', create: create({ 'file:///own/a.chain.yaml': 'own' }) };
  const far = create({ 'memfs:/far/b.chain.yaml': 'far' });

  it('reads each file by its own way', async () => {
    const workspace = workspaceByScheme(
      () => folders,
      own,
      () => far,
    );
    assert.deepEqual(await workspace.list(isWanted), ['file:///own/a.chain.yaml', 'memfs:/far/b.chain.yaml']);
    assert.equal(await workspace.read('file:///own/a.chain.yaml', 10), 'own');
    assert.equal(await workspace.read('memfs:/far/b.chain.yaml', 10), 'far');
  });

  it('leaves out what nobody reaches', async () => {
    const alone = workspaceByScheme(
      () => folders,
      own,
      () => undefined,
    );
    assert.deepEqual(await alone.list(isWanted), ['file:///own/a.chain.yaml']);
    assert.equal(await alone.read('memfs:/far/b.chain.yaml', 10), undefined);
    const worker = workspaceByScheme(
      () => folders,
      undefined,
      () => far,
    );
    assert.deepEqual(await worker.list(isWanted), ['memfs:/far/b.chain.yaml']);
  });
});

for (const { name, launch } of launches) {
  it(`a virtual workspace is served, and its files found and followed: ${name}`, async () => {
    const files: Record<string, string> = {
      'memfs:/team.skills.yaml': 'skills:\n  author:\n    summary: Writes\n',
      'memfs:/a.chain.yaml': 'chain: a\ntitle: A\nsteps:\n  - skill: author\n    do: Write\n',
    };
    const { answer, asked } = clientWith(files);
    const client = await startClient(launch, {
      initializationOptions: { offersFiles: true },
      parameters: { rootUri: 'memfs:/', workspaceFolders: [{ uri: 'memfs:/', name: 'far' }] },
      answer,
    });
    const summaries = [{ uri: 'memfs:/a.chain.yaml', id: 'a', title: 'A' }];
    assert.deepEqual(await client.request('skillChains/chains'), summaries);
    await client.open('memfs:/b.chain.yaml', 'chain: b\ntitle: B\nsteps:\n  - skill: autor\n    do: Write\n');
    const { diagnostics } = await client.findings('memfs:/b.chain.yaml', 1);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-skill'],
    );
    assert.match(String(diagnostics[0]?.message), /author/);

    files['memfs:/c.chain.yaml'] = 'chain: c\ntitle: C\nsteps: []\n';
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/c.chain.yaml', type: 1 }],
    });
    await client.wait('skillChains/chainsChanged', () => asked.includes('memfs:/c.chain.yaml'));
    assert.ok(
      asked.every(uri => uri.startsWith('memfs:/')),
      asked.join(' '),
    );
    assert.equal(await client.end(), 0);
  });
}

it('a client that offers no files is asked for none', async () => {
  const client = await startClient(() => launches[0]?.launch() ?? assert.fail(), {
    parameters: { rootUri: 'memfs:/', workspaceFolders: [{ uri: 'memfs:/', name: 'far' }] },
  });
  assert.deepEqual(await client.request('skillChains/chains'), []);
  assert.ok(!client.asked.some(({ method }) => method === readFileMethod || method === readFolderMethod));
  assert.equal(await client.end(), 0);
});
