/** An editor that asks for more than anybody can use: a storm of edits, and requests that the next ones supersede. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { pause } from '../../server/src/lsp/diagnosticsScheduler.ts';
import { field } from '../../server/src/lsp/params.ts';
import { cleanUp, launchBundle, launches, startClient, type TestClient } from '../support/testServer.ts';

after(cleanUp);

const step = (at: number): string =>
  `  - { id: step-${at}, skill: author, do: Do part ${at}, produces: [part-${at}] }\n`;
const chainOf = (steps: number): string =>
  `chain: storm\ntitle: Storm\nsteps:\n${Array.from({ length: steps }, (_, at) => step(at)).join('')}`;

const errorsIn = ({ received }: TestClient): readonly unknown[] =>
  received.filter(({ method, params }) => method === 'window/logMessage' && field(params, 'type') === 1);

for (const { name, launch } of launches) {
  test(`500 edits in two seconds cost few checks, and the last text counts (${name})`, async () => {
    const client = await startClient(launch);
    const uri = client.uri('storm.chain.yaml');
    const before = chainOf(30);
    await client.open(uri, before);
    await client.findings(uri, 1);
    const typed = 'titel: Typed letter by letter, and never said to be right before it is\n'.repeat(8);
    const edits = [...typed].slice(0, 500);
    const first = client.publications(uri).length;
    /** A machine that is busy makes rests where none was meant, and each begins a burst of its own. */
    let rests = 0;
    let last = performance.now();
    const lines = before.split('\n').length - 1;
    const place = { line: lines, character: 0 };
    for (const [at, character] of edits.entries()) {
      const now = performance.now();
      if (now - last > pause / 2) rests++;
      last = now;
      const line = place.line;
      const range = {
        start: { line, character: place.character },
        end: { line, character: place.character },
      };
      await client.notify('textDocument/didChange', {
        textDocument: { uri, version: at + 2 },
        contentChanges: [{ range, text: character }],
      });
      place.line += character === '\n' ? 1 : 0;
      place.character = character === '\n' ? 0 : place.character + 1;
      await wait(4);
    }
    const { diagnostics } = await client.findings(uri, 501);
    const checks = client.publications(uri).length - first;
    assert.ok(checks <= 20 + 2 * rests, `${checks} checks, with ${rests} rests`);
    assert.deepEqual(errorsIn(client), []);

    const text = before + edits.join('');
    await client.close(uri);
    await client.open(uri, text, 1000);
    assert.deepEqual(diagnostics, (await client.findings(uri, 1000)).diagnostics);
    assert.notEqual(diagnostics.length, 0);
    await client.end();
  });
}

/** Sends a request with a number of our own, so that it can be taken back; gives its answer, or the error's code. */
function ask(client: TestClient, method: string, params: object, order: string[], what: string) {
  return client.request(method, params).then(
    answer => {
      order.push(what);
      return answer;
    },
    (error: unknown) => {
      order.push(what);
      return error instanceof ResponseError ? error.code : field(error, 'code');
    },
  );
}

test('requests whose text is edited meanwhile are answered before the one that counts', async () => {
  const client = await startClient(() => launchBundle());
  const uri = client.uri('storm.chain.yaml');
  const text = chainOf(1500);
  await client.open(uri, text);
  await client.findings(uri, 1);
  const order: string[] = [];
  const position = { line: 700, character: 6 };
  const superseded: Promise<unknown>[] = [];
  for (let version = 2; version < 32; version++) {
    superseded.push(
      ask(client, 'textDocument/completion', { textDocument: { uri }, position }, order, 'superseded'),
    );
    // Sent without a wait, so that the edit comes right behind the request.
    void client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } }, text: 'x' },
      ],
    });
  }
  const last = ask(client, 'textDocument/completion', { textDocument: { uri }, position }, order, 'last');
  const codes = await Promise.all(superseded);
  assert.ok(Array.isArray(field(await last, 'items')));
  assert.equal(order.at(-1), 'last');
  // Where the edit had not come when a request was worked off, that is answered.
  const overtaken = codes.filter(code => code === LSPErrorCodes.ContentModified).length;
  assert.ok(overtaken > superseded.length / 2, `${overtaken} of ${superseded.length}`);
  assert.deepEqual(errorsIn(client), []);
  await client.end();
});

test('requests that are taken back are answered before the one that counts', async () => {
  const { connection, ...launched } = await launchBundle();
  const client = await startClient(async () => ({ connection, ...launched }));
  const uri = client.uri('storm.chain.yaml');
  await client.open(uri, chainOf(1500));
  await client.findings(uri, 1);
  const order: string[] = [];
  const sources = Array.from({ length: 30 }, () => new AbortController());
  const superseded = sources.map(({ signal }) => {
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (take: () => void) => {
        signal.addEventListener('abort', () => take());
        return { dispose: () => undefined };
      },
    };
    return connection.sendRequest('skillChains/graph', { uri }, token).then(
      () => 'answered',
      (error: unknown) => {
        order.push('superseded');
        return field(error, 'code');
      },
    );
  });
  for (const source of sources) source.abort();
  const last = ask(client, 'skillChains/graph', { uri }, order, 'last');
  const codes = await Promise.all(superseded);
  assert.notEqual(await last, null);
  assert.equal(order.at(-1), 'last');
  // What had begun when it was taken back, or was all that had come so far, is answered.
  const taken = codes.filter(code => code === LSPErrorCodes.RequestCancelled).length;
  assert.ok(taken > sources.length / 2, codes.join());
  await client.end();
});
