/** A day's worth of opening and closing: what is closed is freed. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { field } from '../../server/src/lsp/params.ts';
import { cleanUp, launches } from '../support/testServer.ts';

after(cleanUp);

/** Frees what nothing holds, and gives what is held then, in bytes. */
function held(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
}

const textOf = (at: number): string =>
  `chain: opened-${at}\ntitel: Opened ${at}\nsteps:\n  - { skill: author, do: Write, produces: [notes] }\n`;

test('10,000 documents that are opened and closed leave nothing behind', async t => {
  const [here] = launches;
  assert.ok(here !== undefined);
  const { connection } = await here.launch();
  const waiting = new Map<unknown, () => void>();
  connection.onNotification((method, params) => {
    if (method !== 'textDocument/publishDiagnostics') return;
    // A document's own findings carry its version; those that are taken back at its end do not.
    if (field(params, 'version') !== undefined) waiting.get(field(params, 'uri'))?.();
  });
  connection.onRequest(() => null);
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('skillChains/chains');

  const visit = async (at: number): Promise<void> => {
    const uri = `file:///day/opened-${at}.chain.yaml`;
    const shown = new Promise<void>(resolve => waiting.set(uri, resolve));
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'chain-yaml', version: 1, text: textOf(at) },
    });
    await shown;
    waiting.delete(uri);
    if (at % 10 === 0) {
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: textOf(at + 1) }],
      });
      await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    }
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  };
  const visitUntil = async (from: number, to: number): Promise<number> => {
    for (let at = from; at < to; at += 2) await Promise.all([visit(at), visit(at + 1)]);
    // What was closed last is still on its way out.
    await connection.sendRequest('skillChains/chains');
    return held();
  };
  const early = await visitUntil(0, 4000);
  const late = await visitUntil(4000, 10_000);
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  t.diagnostic(`${megabytes(early)} after 4,000 documents, ${megabytes(late)} after 10,000`);
  // A document takes ten thousand bytes and more; the machine's own habits take a few hundred thousand in all.
  assert.ok(late - early < 2_000_000, `${megabytes(early)} became ${megabytes(late)}`);
  connection.dispose();
});
