/** Two windows on one folder: each has a server of its own, and both tell of the same files the same. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { field } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

after(cleanUp);

const files = {
  'team.skills.yaml': 'skills:\n  author: {}\n',
  'a.chain.yaml': 'chain: a\ntitle: A\nsteps:\n  - { skill: author, do: Write }\n',
  'b.chain.yaml': 'chain: b\ntitle: B\nsteps:\n  - chain: a\n',
};

const codesOf = (params: unknown): string => {
  const found = field(params, 'diagnostics');
  return Array.isArray(found) ? found.map(each => String(field(each, 'code'))).join() : '';
};

/** Waits until the findings of a file are these, which may be so already. */
const shows = (client: TestClient, uri: string, codes: string): Promise<unknown> =>
  client.wait(
    'textDocument/publishDiagnostics',
    params => field(params, 'uri') === uri && codesOf(params) === codes,
  );

for (const { name, launch } of launches) {
  test(`what one window saves the other tells of, and what it only writes stays its own (${name})`, async () => {
    const first = await startClient(launch, { files });
    const second = await startClient(launch, {
      parameters: { rootUri: first.uri(''), workspaceFolders: [{ uri: first.uri(''), name: 'the same' }] },
    });
    const [a, b] = [first.uri('a.chain.yaml'), first.uri('b.chain.yaml')];
    assert.deepEqual(await second.request('skillChains/chains'), await first.request('skillChains/chains'));

    // Unsaved, in one window alone: the other goes by the disk.
    const renamed = files['a.chain.yaml'].replace('chain: a', 'chain: other');
    await first.open(a, renamed);
    await first.open(b, files['b.chain.yaml']);
    await shows(first, b, 'unknown-chain');
    await second.open(b, files['b.chain.yaml']);
    assert.deepEqual((await second.findings(b, 1)).diagnostics, []);

    // Saved: the watchers of both tell of it.
    await first.write('a.chain.yaml', renamed);
    await first.save(a);
    await second.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: a, type: 2 }] });
    await shows(second, b, 'unknown-chain');
    await shows(second, a, 'chain-id-not-file-name');

    // The end of one window is nothing to the other.
    await first.end();
    await second.change(b, files['b.chain.yaml'].replace('chain: a', 'chain: other'), 2);
    assert.deepEqual((await second.findings(b, 2)).diagnostics, []);
    await second.end();
  });
}
