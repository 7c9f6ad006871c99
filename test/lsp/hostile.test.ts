/** What a broken, hurried or hostile client sends: every request is answered, and the server goes on as before. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { handlers } from '../../server/src/lsp/handlers.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const text = 'chain: a\ntitle: A\nsteps:\n  - skill: technical-writer\n    do: Write\n';
const requestMethods = handlers.map(({ method }) => method);
const notificationMethods = [
  ...[
    'initialized',
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didSave',
    'textDocument/didClose',
  ],
  ...[
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeConfiguration',
    'workspace/didChangeWorkspaceFolders',
  ],
  ...['$/setTrace', '$/cancelRequest', '$/progress', 'skillChains/reload', 'unknown/notification'],
];

/** The code of the error that a request is answered with; `undefined` where it is answered with a result. */
async function errorCode(answer: Promise<unknown>): Promise<number | undefined> {
  try {
    await answer;
    return undefined;
  } catch (reason) {
    assert.ok(reason instanceof ResponseError, String(reason));
    return reason.code;
  }
}

/** The server still does its work, and nothing in it went wrong on the way. */
async function assertHealthy(client: TestClient): Promise<void> {
  const uri = client.uri('a.chain.yaml');
  await client.open(uri, text.replace('title', 'titel'), 900);
  const { diagnostics } = await client.findings(uri, 900);
  assert.ok(diagnostics.some(({ code }) => code === 'unknown-key'));
  const errors = client.received.filter(({ method }) => method === 'window/logMessage');
  // Of messages that begin so the connection takes care itself, and it logs those it cannot read.
  assert.deepEqual(
    errors.filter(({ params }) => !/'\$\/\w+'/.test(JSON.stringify(params))),
    [],
  );
}

const badPlace = (line: unknown, character: unknown) => ({ line, character });
const hostile: readonly unknown[] = [
  ...[null, [], {}, 7, 'text', true, [null], [[]], [{}, {}]],
  ...[null, 7, [], {}, { uri: null }, { uri: 7 }, { uri: '' }, { uri: 'no scheme' }, { uri: '\ud800' }].map(
    textDocument => ({ textDocument }),
  ),
  ...[
    badPlace(-1, 0),
    badPlace(0.5, 0),
    badPlace('0', 0),
    badPlace(1e99, 0),
    badPlace(2 ** 30, 2 ** 30),
    null,
  ].map(position => ({
    ...{ textDocument: { uri: 'file:///a.chain.yaml' }, position },
    ...{
      positions: [position],
      range: { start: position, end: position },
      context: { only: 7, diagnostics: 'x' },
    },
  })),
  {
    uri: '__proto__',
    label: {},
    data: '__proto__',
    textDocument: { uri: '__proto__', version: {}, text: 7 },
  },
  JSON.parse(
    '{"__proto__": {"textDocument": {"uri": "file:///a"}}, "label": "x", "data": {"__proto__": null}}',
  ),
  { label: 'x', data: { uri: 7, about: [], name: {} } },
  {
    textDocument: { uri: 'file:///x.chain.yaml', version: 'v', text: '\ud800\u0000' },
    contentChanges: [{ range: 7, text: 'x' }, 9],
  },
  {
    changes: [null, { uri: 7 }, { uri: 'file:///%E0%A4%A.chain.yaml', type: 9 }],
    event: { added: 7, removed: [null] },
    settings: 7,
  },
  { id: 'nothing', value: 'loud', token: {} },
];

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    test('parameters that make no sense are answered, and survived', async () => {
      const client = await startClient(launch);
      for (const params of hostile) {
        for (const method of notificationMethods) await client.notify(method, params);
        for (const method of requestMethods) {
          const code = await errorCode(client.request(method, params));
          assert.ok(code === undefined || code === -32602, `${method} answered ${code}`);
        }
      }
      await assertHealthy(client);
      assert.equal(await client.end(), 0);
    });

    test('so are any parameters', async () => {
      const client = await startClient(launch);
      const part = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom('file:///a.chain.yaml', 'x.chain.yaml', 0, -1, 3),
      );
      const params = fc.record(
        {
          textDocument: fc.oneof(part, fc.record({ uri: part, version: part, text: part })),
          position: fc.oneof(part, fc.record({ line: part, character: part })),
          contentChanges: fc.array(part, { maxLength: 2 }),
          label: part,
          data: part,
        },
        { requiredKeys: [] },
      );
      const property = fc.asyncProperty(fc.oneof(params, fc.jsonValue()), async value => {
        const given = typeof value === 'object' && value !== null ? value : { value };
        for (const method of notificationMethods) await client.notify(method, given);
        const codes = await Promise.all(
          requestMethods.map(method => errorCode(client.request(method, given))),
        );
        for (const code of codes)
          assert.ok(code === undefined || code === -32602 || code === -32801, String(code));
      });
      await fc.assert(property, { numRuns: 100 });
      await assertHealthy(client);
      assert.equal(await client.end(), 0);
    });

    test('requests count only between initialize and shutdown, and initialize once', async () => {
      const client = await startClient(launch, { initialize: false });
      assert.equal(await errorCode(client.request('skillChains/chains')), -32002);
      const parameters = { processId: null, rootUri: null, capabilities: {} };
      await client.request('initialize', parameters);
      assert.equal(await errorCode(client.request('initialize', parameters)), -32600);
      await client.notify('initialized', {});
      assert.deepEqual(await client.request('skillChains/chains'), []);
      await client.request('shutdown');
      assert.equal(await errorCode(client.request('skillChains/chains')), -32600);
      await client.notify('textDocument/didOpen', {
        textDocument: { uri: 'file:///a.chain.yaml', version: 1, text },
      });
      assert.equal(await errorCode(client.request('unknown/request')), -32601);
      await client.notify('exit');
      assert.equal(await client.exited, 0);
    });

    test('hurried requests are each answered within 50 ms of their edit', async () => {
      const client = await startClient(launch);
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, text);
      await client.findings(uri, 1);
      const slowest = [];
      for (let version = 2; version < 52; version++) {
        await client.change(uri, `${text}# ${version}\n`, version);
        const started = performance.now();
        const params = { textDocument: { uri }, position: { line: 3, character: 12 } };
        const asked = ['completion', 'hover', 'definition'].map(async method => {
          const code = await errorCode(client.request(`textDocument/${method}`, params));
          assert.ok(code === undefined || code === -32801, String(code));
          return performance.now() - started;
        });
        slowest.push(Math.max(...(await Promise.all(asked))));
      }
      slowest.sort((left, right) => left - right);
      // The middle one: a machine that is busy with something else may be late once.
      assert.ok(Number(slowest[25]) < 50, String(slowest));
      await client.end();
    });

    test('a request that waits while its text changes is told so, unless it is about the whole document', async () => {
      const client = await startClient(launch, { initialize: false });
      await client.request('initialize', { processId: null, rootUri: client.uri(''), capabilities: {} });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, text);
      const textDocument = { uri };
      const hover = errorCode(
        client.request('textDocument/hover', { textDocument, position: { line: 3, character: 12 } }),
      );
      const links = client.request('textDocument/documentLink', { textDocument });
      await client.request('textDocument/documentSymbol', { textDocument });
      await client.change(uri, `# first\n${text}`, 2);
      await client.notify('initialized', {});
      assert.equal(await hover, -32801);
      assert.ok(Array.isArray(await links));
      await client.end();
    });

    test('a request for the project waits for the project; cancelled, it is answered at once', async () => {
      const client = await startClient(launch, { initialize: false });
      await client.request('initialize', { processId: null, rootUri: client.uri(''), capabilities: {} });
      const uri = client.uri('a.chain.yaml');
      await client.open(uri, text);
      const params = { textDocument: { uri }, position: { line: 3, character: 12 } };
      const source = new CancellationTokenSource();
      const waiting = errorCode(client.connection.sendRequest('textDocument/hover', params, source.token));
      // What the text alone tells is answered meanwhile.
      assert.ok(
        Array.isArray(await client.request('textDocument/documentSymbol', { textDocument: { uri } })),
      );
      source.cancel();
      assert.equal(await waiting, -32800);
      await client.notify('initialized', {});
      await client.findings(uri, 1);
      await client.end();
    });
  });
}
