/** A workspace of 500 chains in which nobody has a file open: what a branch switch and lost files leave of the findings, and how soon. */
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launchBundle, startClient, type TestClient } from '../support/testServer.ts';

const count = 500;
const everyStep = Array.from({ length: 15 }, () => 'unknown-skill').join();
const steps = Array.from(
  { length: 15 },
  (_, at) => `  - { id: step-${at}, skill: author, do: Do it }\n`,
).join('');
const name = (at: number): string => `part-${at % 10}/chain-${at}.chain.yaml`;
const chain = (at: number, title: string): string =>
  `chain: chain-${at}\n${title}: Chain ${at}\nsteps:\n${steps}`;
const all = Array.from({ length: count }, (_, at) => at);

/** The most that a person waits for, in milliseconds; a busy machine gets several times as much, and shows what grows faster than its files. */
const patience = 15_000;

/** What is published last for each file, as codes; `''`: nothing was found, or never anything published. */
function shown(client: TestClient): (at: number) => string {
  const last = new Map<unknown, string>();
  for (const { method, params } of client.received)
    if (method === 'textDocument/publishDiagnostics')
      last.set(
        field(params, 'uri'),
        list(field(params, 'diagnostics'))
          .map(each => field(each, 'code'))
          .join(),
      );
  return at => last.get(client.uri(name(at))) ?? '';
}

after(cleanUp);

test('500 files that change at once, a lost catalogue and a lost folder leave no finding behind', async t => {
  const catalogue = 'skills:\n  author: {}\n';
  const files = Object.fromEntries(all.map(at => [name(at), chain(at, 'titel')]));
  const client = await startClient(launchBundle, { files: { ...files, 'team.skills.yaml': catalogue } });
  const until = async (expected: (at: number) => string): Promise<number> => {
    const started = performance.now();
    for (;;) {
      const now = shown(client);
      const wrong = all.find(at => now(at) !== expected(at));
      if (wrong === undefined) break;
      const found = `${name(wrong)} has "${now(wrong)}"`;
      assert.ok(performance.now() - started < patience, found);
      await client.request('skillChains/chains');
    }
    return performance.now() - started;
  };
  await until(() => 'unknown-key');

  for (const at of all) await writeFile(path.join(client.folder, name(at)), chain(at, 'title'));
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: all.map(at => ({ uri: client.uri(name(at)), type: 2 })),
  });
  const switched = await until(() => '');

  await client.write('team.skills.yaml', 'skills:\n  authors: {}\n');
  const renamed = await until(() => everyStep);
  // Where nobody says which skills there are, one note for each file says so.
  await client.write('team.skills.yaml', undefined);
  const without = await until(() => 'unknown-skill');

  await client.write('team.skills.yaml', 'skills:\n  authors: {}\n');
  await until(() => everyStep);
  await rm(path.join(client.folder, 'part-3'), { recursive: true });
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('part-3'), type: 3 }],
  });
  const lost = await until(at => (at % 10 === 3 ? '' : everyStep));
  const times = Object.entries({ switched, renamed, without, lost });
  t.diagnostic(times.map(([what, time]) => `${what}: ${time.toFixed()} ms`).join(', '));
  await client.end();
});
