/** Skills that agents keep, over the protocol: found at the start, and followed while a chain is open. */
import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { field, list, text } from '../../server/src/lsp/params.ts';
import { readFolderMethod } from '../../server/src/lsp/protocol.ts';
import { watchers } from '../../server/src/lsp/watching.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

after(cleanUp);

const skill = (name: string): string =>
  `---\nname: ${name}\ndescription: What ${name} does\n---\n# ${name}\n`;
const chain = 'chain: a\ntitle: A\nsteps:\n  - skill: reviewer\n    do: Review\n';
const capabilities = { textDocument: { definition: { linkSupport: true } } };
const [created, deleted] = [1, 3];

/** Waits for a publication that has come since `seen` ones had, and gives the codes in it. */
async function nextCodes(client: TestClient, uri: string, seen: number): Promise<readonly unknown[]> {
  await client.wait('textDocument/publishDiagnostics', () => client.publications(uri).length > seen);
  return (client.publications(uri).at(-1)?.diagnostics ?? []).map(({ code }) => code);
}

const changed = (client: TestClient, name: string, type: number): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(name), type }] });

for (const { name, launch } of launches) {
  describe(name, () => {
    it('a skill that is made, changed and deleted on disk changes the findings of an open chain', async () => {
      const client = await startClient(launch, {
        files: { '.claude/skills/painter/SKILL.md': skill('painter') },
      });
      const uri = client.uri('a.chain.yaml');
      const codesAfter = async (change: () => Promise<unknown>): Promise<readonly unknown[]> => {
        const seen = client.publications(uri).length;
        await change();
        return nextCodes(client, uri, seen);
      };
      const both = `${chain}  - skill: gardener\n    do: Dig\n`;
      const [one, two] = [['unknown-skill'], ['unknown-skill', 'unknown-skill']];
      assert.deepEqual(await codesAfter(() => client.open(uri, both)), two);
      const file = '.github/agents/reviewer.agent.md';
      assert.deepEqual(await codesAfter(() => client.write(file, skill('reviewer'))), one);
      assert.deepEqual(await codesAfter(() => client.write(file, skill('gardener'))), []);
      assert.deepEqual(await codesAfter(() => client.write(file, undefined)), two);
      assert.equal(await client.end(), 0);
    });

    it('a folder of skills that comes or goes is followed, though it alone is reported', async () => {
      const client = await startClient(launch, {
        files: { 'away/skills/v1.2 reviewer/SKILL.md': skill('reviewer') },
      });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, chain);
      assert.deepEqual(
        (await client.findings(uri, 1)).diagnostics.map(({ severity }) => severity),
        [3],
      );
      const [away, place] = ['away', '.claude'].map(each => path.join(client.folder, each));
      assert.ok(away !== undefined && place !== undefined);
      const codesAfter = async (reported: string, type: number): Promise<readonly unknown[]> => {
        const seen = client.publications(uri).length;
        await changed(client, reported, type);
        return nextCodes(client, uri, seen);
      };
      await rename(away, place);
      assert.deepEqual(await codesAfter('.claude', created), []);
      await rename(path.join(place, 'skills/v1.2 reviewer'), away);
      assert.deepEqual(await codesAfter('.claude/skills/v1.2 reviewer', deleted), ['unknown-skill']);
      await rename(away, path.join(place, 'skills/v1.2 reviewer'));
      assert.deepEqual(await codesAfter('.claude/skills/v1.2 reviewer', created), []);
      await rm(place, { recursive: true });
      assert.deepEqual(await codesAfter('.claude', deleted), ['unknown-skill']);
      assert.equal(await client.end(), 0);
    });

    it('definition goes into a file that is not open', async () => {
      const client = await startClient(launch, { capabilities });
      const file = '.claude/skills/a b#1/SKILL.md';
      await mkdir(path.dirname(path.join(client.folder, file)), { recursive: true });
      await writeFile(path.join(client.folder, file), `\uFEFF${skill('reviewer')}`);
      await changed(client, file, created);
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, chain);
      await client.wait(
        'textDocument/publishDiagnostics',
        () => client.publications(uri).at(-1)?.diagnostics.length === 0,
      );
      const targets = list(
        await client.request('textDocument/definition', {
          textDocument: { uri },
          position: { line: 3, character: 12 },
        }),
      );
      assert.equal(targets.length, 1);
      assert.equal(text(field(targets[0], 'targetUri')), client.uri(file));
      assert.deepEqual(field(targets[0], 'targetSelectionRange'), {
        start: { line: 1, character: 6 },
        end: { line: 1, character: 14 },
      });
      assert.equal(await client.end(), 0);
    });

    it('skills on no disk are read through the client', async () => {
      const files = new Map([['memfs:/.agents/skills/reviewer/SKILL.md', skill('reviewer')]]);
      const answer = (method: string, params: unknown): unknown => {
        const uri = text(field(params, 'uri')) ?? '';
        if (method !== readFolderMethod) return files.get(uri) ?? null;
        const below = uri.endsWith('/') ? uri : `${uri}/`;
        return [...files.keys()]
          .filter(each => each.startsWith(below))
          .map(each => each.slice(below.length).split('/'))
          .map(([first, ...rest]) => ({ name: first, kind: rest.length > 0 ? 'folder' : 'file' }));
      };
      const client = await startClient(launch, {
        initializationOptions: { offersFiles: true },
        parameters: { rootUri: 'memfs:/', workspaceFolders: [{ uri: 'memfs:/', name: 'far' }] },
        answer,
      });
      await client.open('memfs:/a.chain.yaml', chain);
      assert.deepEqual((await client.findings('memfs:/a.chain.yaml', 1)).diagnostics, []);
      assert.equal(await client.end(), 0);
    });
  });
}

it('changes of the files are asked for, and not only that they come and go', () => {
  const globs = watchers.filter(({ kind }) => kind === 7).map(({ globPattern }) => globPattern);
  for (const glob of [
    '**/.claude/skills/*/SKILL.md',
    '**/.claude/agents/*.md',
    '**/.agents/skills/*/SKILL.md',
  ])
    assert.ok(globs.includes(glob), glob);
});
