/** Names and files under other names, over the protocol: what a client is sent, and what is found afterwards. */
import assert from 'node:assert/strict';
import { rename as move } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const files = {
  'team.skills.yaml': 'skills:\n  engineer: { title: Engineer }\n',
  'chains/outage.chain.yaml': `chain: outage
title: Outage
steps:
  - { id: mend, skill: engineer, do: Mend it }
handoffs:
  - then: undo
`,
  'chains/undo.chain.yaml': `chain: undo
title: Undo
steps:
  - { id: again, chain: outage }
`,
  'year.suite.yaml': `suite: year
title: Year
items:
  A: { title: Outage, chain: chains/outage.chain.yaml }
phases:
  - { phase: One, items: [A] }
`,
  'docs/a.md': 'See [it](../chains/outage.chain.yaml).\n',
};

const renamesFiles = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

after(cleanUp);

const at = { line: 0, character: 8 };
const renaming = (client: TestClient, newName: string): Promise<unknown> =>
  client.request('textDocument/rename', {
    textDocument: { uri: client.uri('chains/outage.chain.yaml') },
    position: at,
    newName,
  });

/** Each edit and move in order, told by the path: `path: text, text` or `path -> path`. */
const told = (client: TestClient, edit: unknown): readonly string[] => {
  const short = (uri: unknown): string => String(uri).slice(client.uri('').length).replace(/^\//u, '');
  const changes = Object.entries(Object(field(edit, 'changes'))).map(([uri, edits]) => ({ uri, edits }));
  const texts = (edits: unknown): string =>
    list(edits)
      .map(each => String(field(each, 'newText')))
      .join();
  return [
    ...changes.map(({ uri, edits }) => `${short(uri)}: ${texts(edits)}`),
    ...list(field(edit, 'documentChanges')).map(change =>
      field(change, 'kind') === 'rename'
        ? `${short(field(change, 'oldUri'))} -> ${short(field(change, 'newUri'))}`
        : `${short(field(change, 'textDocument', 'uri'))}: ${texts(field(change, 'edits'))}`,
    ),
  ];
};

for (const { name, launch } of launches) {
  describe(name, () => {
    test('a chain goes with its file in one edit, the texts first', async () => {
      const client = await startClient(launch, { files, capabilities: renamesFiles });
      const answer = await renaming(client, 'downtime');
      assert.deepEqual(told(client, answer).slice(0, -1).toSorted(), [
        'chains/outage.chain.yaml: downtime',
        'chains/undo.chain.yaml: downtime',
        'docs/a.md: ../chains/downtime.chain.yaml',
        'year.suite.yaml: chains/downtime.chain.yaml',
      ]);
      assert.equal(told(client, answer).at(-1), 'chains/outage.chain.yaml -> chains/downtime.chain.yaml');
      const [first] = list(field(answer, 'documentChanges'));
      assert.equal(field(first, 'textDocument', 'version'), null);
      await client.end();
    });

    test('an open document has its version, and text that is not saved counts', async () => {
      const client = await startClient(launch, { files, capabilities: renamesFiles });
      const uri = client.uri('chains/undo.chain.yaml');
      await client.open(uri, `# new\n${files['chains/undo.chain.yaml']}`, 7);
      const answer = await renaming(client, 'downtime');
      const own = list(field(answer, 'documentChanges')).find(
        each => field(each, 'textDocument', 'uri') === uri,
      );
      assert.equal(field(own, 'textDocument', 'version'), 7);
      assert.equal(field(list(field(own, 'edits'))[0], 'range', 'start', 'line'), 4);
      await client.end();
    });

    test('a client that cannot rename files is told what to do, and Markdown is read as it is now', async () => {
      const client = await startClient(launch, { files, capabilities: {} });
      await assert.rejects(renaming(client, 'downtime'), /Rename it to downtime\.chain\.yaml yourself/);
      await client.end();
      const other = await startClient(launch, { files, capabilities: renamesFiles });
      await renaming(other, 'downtime');
      await other.write('docs/a.md', 'First this.\n\n[it](../chains/outage.chain.yaml)\n');
      await other.write('docs/b.md', '[it](../chains/outage.chain.yaml)\n');
      const answer = await renaming(other, 'downtime');
      const edits = list(field(answer, 'documentChanges')).filter(each =>
        String(field(each, 'textDocument', 'uri')).endsWith('.md'),
      );
      assert.deepEqual(
        edits.map(each => field(list(field(each, 'edits'))[0], 'range', 'start', 'line')).toSorted(),
        [0, 2],
      );
      await other.end();
    });

    test('a file that nobody knew of is not overwritten', async () => {
      const client = await startClient(launch, { files, capabilities: renamesFiles });
      await client.request('workspace/symbol', { query: 'outage' });
      // Too large to be read as a document.
      await client.write('chains/huge.chain.yaml', `# ${'x'.repeat(2_100_000)}\n`);
      await assert.rejects(renaming(client, 'huge'), /There is a file huge\.chain\.yaml already/);
      await client.end();
    });

    test('a file that is moved within the editor takes its id and all paths along', async () => {
      const client = await startClient(launch, { files, capabilities: renamesFiles });
      const filters = list(
        field(
          client.initializeResult,
          'capabilities',
          'workspace',
          'fileOperations',
          'willRename',
          'filters',
        ),
      ).map(each => field(each, 'pattern', 'glob'));
      assert.ok(filters.includes('**/*.chain.yaml') && filters.includes('**/*'), String(filters));
      const moved = (oldUri: string, newUri: string) => ({
        files: [{ oldUri: client.uri(oldUri), newUri: client.uri(newUri) }],
      });
      const file = moved('chains/outage.chain.yaml', 'chains/downtime.chain.yaml');
      assert.deepEqual(told(client, await client.request('workspace/willRenameFiles', file)).toSorted(), [
        'chains/outage.chain.yaml: downtime',
        'chains/undo.chain.yaml: downtime',
        'docs/a.md: ../chains/downtime.chain.yaml',
        'year.suite.yaml: chains/downtime.chain.yaml',
      ]);
      const folder = moved('chains', 'flows');
      assert.deepEqual(told(client, await client.request('workspace/willRenameFiles', folder)).toSorted(), [
        'docs/a.md: ../flows/outage.chain.yaml',
        'year.suite.yaml: flows/outage.chain.yaml',
      ]);
      assert.equal(await client.request('workspace/willRenameFiles', moved('docs', 'notes')), null);
      await client.end();
    });

    for (const to of ['flows', 'v1.2']) {
      test(`a folder that moved to ${to} is known there, and nothing is left of where it was`, async () => {
        const client = await startClient(launch, { files, capabilities: renamesFiles });
        await client.request('workspace/symbol', { query: 'outage' });
        const broken = client.uri('chains/broken.chain.yaml');
        await client.write('chains/broken.chain.yaml', 'chain: broken\nsteps: []\n');
        await client.wait(
          'textDocument/publishDiagnostics',
          params => field(params, 'uri') === broken && list(field(params, 'diagnostics')).length > 0,
        );
        const count = client.publications(broken).length;
        await move(path.join(client.folder, 'chains'), path.join(client.folder, to));
        const [oldUri, newUri] = [client.uri('chains'), client.uri(to)];
        if (to === 'flows') await client.notify('workspace/didRenameFiles', { files: [{ oldUri, newUri }] });
        else
          await client.notify('workspace/didChangeWatchedFiles', {
            changes: [
              { uri: oldUri, type: 3 },
              { uri: newUri, type: 1 },
            ],
          });
        await client.wait(
          'textDocument/publishDiagnostics',
          params =>
            field(params, 'uri') === client.uri(`${to}/broken.chain.yaml`) &&
            list(field(params, 'diagnostics')).length > 0,
        );
        assert.deepEqual(
          client
            .publications(broken)
            .slice(count)
            .map(({ diagnostics }) => diagnostics),
          [[]],
        );
        const chains = list(await client.request('skillChains/chains')).map(each => field(each, 'uri'));
        assert.deepEqual(
          chains.filter(uri => !String(uri).startsWith(`${newUri}/`)),
          [],
        );
        await client.wait(
          'textDocument/publishDiagnostics',
          params =>
            field(params, 'uri') === client.uri('year.suite.yaml') &&
            list(field(params, 'diagnostics')).some(each => field(each, 'code') === 'unknown-file'),
        );
        await client.end();
      });
    }
  });
}
