/** `.skill-chains.yaml` and the setting for presets, as a client sees them: findings of open and closed files follow at once. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const file = '.skill-chains.yaml';
const chain = (id: string, title = 'titel'): string =>
  `chain: ${id}\n${title}: A\nsteps:\n  - skill: technical-writer\n    do: Write\n`;
const files = {
  'team.skills.yaml': 'skills:\n  technical-writer: {}\n',
  'a.chain.yaml': chain('a'),
  'drafts/b.chain.yaml': chain('b'),
};

/** Waits until what is published last for a file has these codes. */
async function shows(client: TestClient, path: string, expected: readonly string[]): Promise<void> {
  await client.wait('textDocument/publishDiagnostics', () => {
    const last = client.publications(client.uri(path)).at(-1);
    return JSON.stringify(last?.diagnostics.map(({ code }) => code)) === JSON.stringify(expected);
  });
}

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    test('a configuration that comes, changes and goes on the disk', async () => {
      const client = await startClient(launch, { files });
      await client.open(client.uri('a.chain.yaml'), chain('a'));
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await shows(client, 'drafts/b.chain.yaml', ['unknown-key']);
      await client.write(file, 'overrides: [{ files: drafts, rules: { unknown-key: off } }]\n');
      await shows(client, 'drafts/b.chain.yaml', []);
      await client.write(file, 'rules: { unknown-key: off, unknown-kye: off }\n');
      await shows(client, 'a.chain.yaml', []);
      await shows(client, file, ['unknown-rule']);
      await client.write(file, undefined);
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await shows(client, 'drafts/b.chain.yaml', ['unknown-key']);
      await shows(client, file, []);
      await client.end();
    });

    test('one that is being written: unsaved text counts, and while it is broken what was before', async () => {
      const client = await startClient(launch, { files: { ...files, [file]: 'rules: {}\n' } });
      await client.open(client.uri('a.chain.yaml'), chain('a'));
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await shows(client, 'drafts/b.chain.yaml', ['unknown-key']);
      const uri = client.uri(file);
      await client.open(uri, 'rules: { unknown-key: off }\n');
      await shows(client, 'a.chain.yaml', []);
      await shows(client, 'drafts/b.chain.yaml', []);
      await client.change(uri, 'rules: { unknown-key: off\n', 2);
      assert.deepEqual(
        (await client.findings(uri, 2)).diagnostics.map(({ code }) => code),
        ['yaml-syntax'],
      );
      const last = client.publications(client.uri('a.chain.yaml')).at(-1);
      assert.deepEqual(last?.diagnostics, []);
      await client.close(uri);
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await shows(client, 'drafts/b.chain.yaml', ['unknown-key']);
      await client.end();
    });

    test('it completes, explains and lists what it may hold', async () => {
      const client = await startClient(launch, { files });
      const uri = client.uri(file);
      await client.open(uri, 'rules:\n  unused-product: off\n  \n');
      const at = (line: number, character: number) => ({
        textDocument: { uri },
        position: { line, character },
      });
      const items = JSON.stringify(await client.request('textDocument/completion', at(2, 2)));
      assert.ok(items.includes('"unknown-skill"') && !items.includes('"label":"unused-product"'));
      const levels = JSON.stringify(await client.request('textDocument/completion', at(1, 20)));
      for (const level of ['off', 'hint', 'information', 'warning', 'error', 'on'])
        assert.ok(levels.includes(`"label":"${level}"`), level);
      const hover = JSON.stringify(await client.request('textDocument/hover', at(1, 4)));
      assert.match(hover, /Rule `unused-product` · /);
      await client.end();
    });
  });
}
