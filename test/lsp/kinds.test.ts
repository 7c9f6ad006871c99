/** Suites and prompt plans over the protocol: found by the names of their files, followed, completed and renamed. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const plan = `meta:
  id: plan.threats@v1
  purpose: Look for threats
inputs:
  repository: string
template: |
  Look at {{repository}}.
`;
const suite = `suite: platform
title: Platform
items:
  P1: { title: Threats, plan: security/plan.threats@v1.yaml }
`;

after(cleanUp);

const codes = async (client: TestClient, uri: string, version: number): Promise<readonly unknown[]> =>
  (await client.findings(uri, version)).diagnostics.map(each => each.code);

for (const { name, launch } of launches) {
  describe(name, () => {
    test('a suite knows the plans on the disk, and follows them as they come and go', async () => {
      const client = await startClient(launch, { files: { 'security/plan.threats@v1.yaml': plan } });
      const uri = client.uri('platform.suite.yaml');
      const target = client.uri('security/plan.threats@v1.yaml');
      await client.open(uri, suite);
      assert.deepEqual(await codes(client, uri, 1), []);
      const published = (wanted: number): Promise<unknown> => {
        const before = new Set(client.received.map(({ params }) => params));
        return client.wait(
          'textDocument/publishDiagnostics',
          params =>
            !before.has(params) &&
            field(params, 'uri') === uri &&
            list(field(params, 'diagnostics')).length === wanted,
        );
      };
      const missing = published(1);
      await client.write('security/plan.threats@v1.yaml', undefined);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: target, type: 3 }] });
      assert.equal(field(list(field(await missing, 'diagnostics'))[0], 'code'), 'unknown-file');
      const back = published(0);
      await client.write('security/plan.threats@v1.yaml', plan);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: target, type: 1 }] });
      await back;
      const definitions = await client.request('textDocument/definition', {
        textDocument: { uri },
        position: { line: 3, character: 40 },
      });
      assert.equal(field(list(definitions)[0], 'uri'), target);
      await client.end();
    });

    test('an input of a plan is completed and renamed, and a bad name is refused in words', async () => {
      const client = await startClient(launch, { files: {} });
      const uri = client.uri('plan.threats@v1.yaml');
      await client.open(uri, plan);
      assert.deepEqual(await codes(client, uri, 1), []);
      const textDocument = { uri };
      const position = { line: 6, character: 14 };
      const items = list(
        field(await client.request('textDocument/completion', { textDocument, position }), 'items'),
      );
      assert.deepEqual(
        items.map(item => field(item, 'label')),
        ['repository'],
      );
      const prepared = await client.request('textDocument/prepareRename', { textDocument, position });
      assert.equal(field(prepared, 'placeholder'), 'repository');
      const renamed = await client.request('textDocument/rename', {
        textDocument,
        position,
        newName: 'repo',
      });
      assert.deepEqual(
        list(field(renamed, 'changes', uri)).map(edit => [
          field(edit, 'range', 'start', 'line'),
          field(edit, 'newText'),
        ]),
        [
          [4, 'repo'],
          [6, 'repo'],
        ],
      );
      const refused = client.request('textDocument/rename', { textDocument, position, newName: 'a b' });
      await assert.rejects(refused, /begins with a letter/);
      const elsewhere = { textDocument, position: { line: 0, character: 0 } };
      assert.equal(await client.request('textDocument/prepareRename', elsewhere), null);
      assert.equal(await client.request('textDocument/rename', { ...elsewhere, newName: 'x' }), null);
      await client.end();
    });
  });
}
