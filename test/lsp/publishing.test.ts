/** When findings come, stay and go; over the protocol, against the server in this process and the bundle that ships. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const catalogue = 'skills:\n  technical-writer:\n    title: Technical Writer\n';
const chain = (title: string, skill = 'technical-writer') =>
  `chain: a\n${title}: A\nsteps:\n  - skill: ${skill}\n    do: Write\n`;
const sound = chain('title');
const broken = chain('titel');

const codes = async (client: TestClient, uri: string, version: number) =>
  (await client.findings(uri, version)).diagnostics.map(({ code }) => code);
/** The model of this version was built, so whatever an edit leads to has been decided. */
const modelBuilt = (client: TestClient, uri: string, version: number) =>
  client.wait(
    'skillChains/modelChanged',
    params => field(params, 'uri') === uri && field(params, 'version') === version,
  );
/** Settles when everything that was sent before has been worked off. */
const settled = (client: TestClient) => client.request('skillChains/chains');
const versionsOf = (client: TestClient, uri: string) =>
  client.publications(uri).map(({ version }) => version);
const files = { 'team.skills.yaml': catalogue };
const asksForSettings = { workspace: { configuration: true } };

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    test('findings follow the text, each with its version', async () => {
      const client = await startClient(launch, { files });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, broken);
      assert.deepEqual(await codes(client, uri, 1), ['unknown-key']);
      await client.change(uri, sound, 2);
      assert.deepEqual(await codes(client, uri, 2), []);
      await client.change(uri, broken, 3);
      assert.deepEqual(await codes(client, uri, 3), ['unknown-key']);
      assert.ok(
        client
          .publications(uri)
          .every(({ diagnostics }) => diagnostics.every(each => each.source === 'skill-chains')),
      );
      await client.end();
    });

    test('the first publication knows the catalogues', async () => {
      const client = await startClient(launch, {
        files: { 'team.skills.yaml': catalogue },
        initialize: false,
      });
      const uri = client.uri('a.chain.yaml');
      await client.request('initialize', { processId: null, rootUri: client.uri(''), capabilities: {} });
      await client.open(uri, chain('title', 'technical-wirter'));
      // Before `initialized` nothing has been read, so nothing may be said.
      await client.request('textDocument/documentSymbol', { textDocument: { uri } });
      assert.deepEqual(client.publications(uri), []);
      await client.notify('initialized', {});
      assert.deepEqual(await codes(client, uri, 1), ['unknown-skill']);
      assert.equal(client.publications(uri).length, 1);
      await client.end();
    });

    test('linting on save: an edit renews the model and not the findings, saving does both', async () => {
      const settings = { lint: { run: 'onSave' } };
      const client = await startClient(launch, { files, capabilities: asksForSettings, settings });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, sound);
      assert.deepEqual(await codes(client, uri, 1), []);
      await client.change(uri, broken, 2);
      await modelBuilt(client, uri, 2);
      await settled(client);
      assert.deepEqual(versionsOf(client, uri), [1]);
      await client.save(uri);
      assert.deepEqual(await codes(client, uri, 2), ['unknown-key']);
      await client.end();
    });

    test('switching the lint mode counts at once, for a client that is asked', async () => {
      const client = await startClient(launch, {
        files,
        capabilities: asksForSettings,
        settings: { lint: { run: 'onSave' } },
      });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, sound);
      await client.findings(uri, 1);
      await client.change(uri, broken, 2);
      await modelBuilt(client, uri, 2);
      client.setSettings({ lint: { run: 'onType' } });
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(await codes(client, uri, 2), ['unknown-key']);
      await client.end();
    });

    test('and for a client that tells, and one that only says it at the start', async () => {
      const initializationOptions = { lint: { run: 'onSave' } };
      const client = await startClient(launch, { files, initializationOptions });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, sound);
      await client.findings(uri, 1);
      await client.change(uri, broken, 2);
      await modelBuilt(client, uri, 2);
      await settled(client);
      assert.deepEqual(versionsOf(client, uri), [1]);
      const settings = { skillChains: { lint: { run: 'onType' } } };
      await client.notify('workspace/didChangeConfiguration', { settings });
      assert.deepEqual(await codes(client, uri, 2), ['unknown-key']);
      await client.end();
    });

    test('closing takes the findings back, where only open documents have some', async () => {
      const client = await startClient(launch, {
        files: { ...files, 'a.chain.yaml': broken },
        initializationOptions: { lint: { scope: 'openFiles' } },
      });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, broken);
      await client.findings(uri, 1);
      await client.close(uri);
      await client.wait('textDocument/publishDiagnostics', params => field(params, 'version') === undefined);
      assert.deepEqual(client.publications(uri).at(-1)?.diagnostics, []);
      await client.open(uri, broken, 7);
      assert.deepEqual(await codes(client, uri, 7), ['unknown-key']);
      await client.end();
    });

    test('deleting the file takes them back too, though the document is open still', async () => {
      const client = await startClient(launch, { files: { ...files, 'deep/a.chain.yaml': broken } });
      const uri = client.uri('deep/a.chain.yaml');
      await client.open(uri, broken);
      assert.deepEqual(await codes(client, uri, 1), ['unknown-key']);
      await client.write('deep', undefined);
      await published(client, uri, []);
      await client.change(uri, `${broken}# more\n`, 2);
      assert.deepEqual(await codes(client, uri, 2), ['unknown-key']);
      await client.end();
    });

    test('a document whose file is gone counts for nobody, until the file is there again or the text goes on', async () => {
      const text = chain('title');
      const client = await startClient(launch, { files: { ...files, 'old/a.chain.yaml': text } });
      const [old, moved] = [client.uri('old/a.chain.yaml'), client.uri('new/a.chain.yaml')];
      await client.open(old, text);
      await client.open(moved, text);
      await published(client, moved, ['duplicate-id']);
      await client.write('old', undefined);
      await published(client, moved, []);
      const listed = async () =>
        list(await client.request('skillChains/chains', {})).map(each => field(each, 'uri'));
      assert.deepEqual(await listed(), [moved]);
      const asked = { textDocument: { uri: old } };
      assert.ok(list(await client.request('textDocument/documentSymbol', asked)).length > 0);
      await client.write('old/a.chain.yaml', text);
      await published(client, moved, ['duplicate-id']);
      await client.write('old', undefined);
      await published(client, moved, []);
      await client.change(old, `${text}# more\n`, 2);
      await published(client, moved, ['duplicate-id']);
      assert.deepEqual(await listed(), [moved, old]);
      await client.end();
    });

    test('an edited catalogue checks the open chains again', async () => {
      // A skill that does not ship, as that would be known anyway.
      const skills = 'skills:\n  story-teller: {}\n';
      const client = await startClient(launch, { files: { 'team.skills.yaml': skills } });
      const uri = client.uri('a.chain.yaml');
      const team = client.uri('team.skills.yaml');
      await client.open(uri, chain('title', 'story-teller'));
      await client.open(team, skills);
      await client.findings(uri, 1);
      await client.change(team, 'skills:\n  site-reliability-engineer:\n    title: SRE\n', 2);
      await published(client, uri, ['unknown-skill']);
      await client.end();
    });

    test('a model is told of as affected from elsewhere where its text is the same', async () => {
      const client = await startClient(launch, { files });
      const [uri, other] = [client.uri('a.chain.yaml'), client.uri('b.chain.yaml')];
      const from = (label: string) =>
        `${sound.replace('chain: a', 'chain: b')}handoffs:\n  - then: ${label}\n`;
      await client.open(uri, sound);
      await client.open(other, from('c'));
      await modelBuilt(client, other, 1);
      await settled(client);
      const before = client.received.length;
      await client.change(other, from('a'), 2);
      await modelBuilt(client, other, 2);
      await settled(client);
      const told = client.received
        .slice(before)
        .filter(({ method }) => method === 'skillChains/modelChanged')
        .map(({ params }) => params);
      assert.deepEqual(told, [
        { uri: other, version: 2 },
        { uri, version: 1, elsewhere: true },
      ]);
      await client.end();
    });

    test('files that change on disk are read again: made, changed, deleted, with their folder', async () => {
      const client = await startClient(launch, { files: { 'skills/team.skills.yaml': catalogue } });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, chain('title', 'site-reliability-enginer'));
      assert.deepEqual(await codes(client, uri, 1), ['unknown-skill']);
      await client.write(
        'skills/more.skills.yaml',
        catalogue.replaceAll('technical-writer', 'site-reliability-enginer'),
      );
      await published(client, uri, []);
      await client.write('skills', undefined);
      await published(client, uri, []);
      const chainsBefore = client.received.length;
      await client.write('deep/b.chain.yaml', 'chain: b\ntitle: B\nsteps:\n  - skill: x\n    do: y\n');
      await client.wait(
        'skillChains/modelChanged',
        params => field(params, 'uri') === client.uri('deep/b.chain.yaml'),
      );
      await settled(client);
      const methods = client.received.slice(chainsBefore).map(({ method }) => method);
      assert.ok(methods.includes('skillChains/chainsChanged'));
      await client.end();
    });

    test('what is found anew and is the same is not sent again, but with a newer text and when opened again', async () => {
      const client = await startClient(launch, { files });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, broken);
      await client.findings(uri, 1);
      await client.save(uri);
      await client.write('more.skills.yaml', 'skills:\n  story-teller: {}\n');
      await modelBuilt(client, client.uri('more.skills.yaml'), 0);
      await settled(client);
      await client.change(uri, `${broken}# more\n`, 2);
      await client.findings(uri, 2);
      assert.deepEqual(versionsOf(client, uri), [1, 2]);
      await client.close(uri);
      await client.open(uri, broken, 2);
      await client.wait('textDocument/publishDiagnostics', () => versionsOf(client, uri).length > 2);
      assert.equal(versionsOf(client, uri).at(-1), 2);
      await client.end();
    });

    test('a folder that is moved into the workspace brings its files, though it alone is reported', async () => {
      const client = await startClient(launch, { files });
      // What is there at the start is read at the start.
      await settled(client);
      const uri = client.uri('moved/deep/b.chain.yaml');
      await mkdir(path.join(client.folder, 'moved/deep'), { recursive: true });
      await writeFile(
        path.join(client.folder, 'moved/deep/b.chain.yaml'),
        sound.replace('chain: a', 'chain: b'),
      );
      await client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('moved'), type: 1 }],
      });
      await modelBuilt(client, uri, 0);
      assert.equal(field(await client.request('skillChains/graph', { uri }), 'subject', 'id'), 'b');
      await client.end();
    });

    test('a folder that joins the workspace brings its chains, and takes them along', async () => {
      const client = await startClient(launch, {
        files: { 'one/a.chain.yaml': sound, 'two/b.chain.yaml': sound },
      });
      const change = async (event: object) => {
        await client.notify('workspace/didChangeWorkspaceFolders', { event });
        const before = client.received.filter(({ method }) => method === 'skillChains/chainsChanged').length;
        await client.wait(
          'skillChains/chainsChanged',
          () =>
            client.received.filter(({ method }) => method === 'skillChains/chainsChanged').length > before,
        );
        const chains = await client.request('skillChains/chains');
        return Array.isArray(chains) ? chains.length : undefined;
      };
      await client.wait('skillChains/chainsChanged');
      const whole = { uri: client.uri(''), name: 'whole' };
      const one = { uri: `${client.uri('one')}/`, name: 'one' };
      assert.equal(await change({ added: [], removed: [whole] }), 0);
      assert.equal(await change({ added: [one], removed: [] }), 1);
      await client.end();
    });

    test('a document is told of as the client spells it', async () => {
      const client = await startClient(launch, { files });
      const spelled = 'file:///w/a+b (1).chain.yaml';
      await client.open(spelled, broken);
      assert.ok((await codes(client, spelled, 1)).includes('unknown-key'));
      await modelBuilt(client, spelled, 1);
      await client.close(spelled);
      await client.wait('textDocument/publishDiagnostics', params => field(params, 'version') === undefined);
      assert.deepEqual(client.publications(spelled).at(-1)?.diagnostics, []);
      await client.end();
    });
  });
}

/** Waits until what is published last for the document has these codes. */
async function published(client: TestClient, uri: string, expected: readonly string[]): Promise<void> {
  await client.wait('textDocument/publishDiagnostics', () => {
    const last = client.publications(uri).at(-1);
    return JSON.stringify(last?.diagnostics.map(({ code }) => code)) === JSON.stringify(expected);
  });
}
