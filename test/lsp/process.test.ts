/** The life and end of the server as a process of its own. */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { field } from '../../server/src/lsp/params.ts';
import { cleanUp, launchBundle, serverBundle, startClient } from '../support/testServer.ts';

after(cleanUp);

const start = () => startClient(() => launchBundle());

test('exit after shutdown ends it with 0', async () => {
  assert.equal(await (await start()).end(), 0);
});

test('exit without shutdown ends it with 1', async () => {
  const client = await start();
  await client.notify('exit');
  assert.equal(await client.exited, 1);
});

test('it ends when its input does', async () => {
  const client = await start();
  client.process?.stdin?.end();
  assert.equal(await client.exited, 1);
});

test('it ends when the process that it serves is gone', async () => {
  const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const client = await startClient(() => launchBundle(), { parameters: { processId: parent.pid } });
  assert.deepEqual(await client.request('skillChains/chains'), []);
  parent.kill('SIGKILL');
  assert.equal(await client.exited, 1);
});

test('it speaks over the channel of a fork, and ends with it', async () => {
  const child = fork(await serverBundle(), ['--node-ipc'], { stdio: 'ignore' });
  const parameters = { processId: process.pid, rootUri: null, capabilities: {} };
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: parameters });
  const [answer] = await once(child, 'message');
  assert.equal(field(answer, 'result', 'serverInfo', 'name'), 'Skill Chains');
  child.disconnect();
  const [code] = await once(child, 'exit');
  assert.equal(code, 1);
});

test('without a way to speak it says how it is started', async () => {
  const child = spawn(process.execPath, [await serverBundle()], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', data => {
    errors += data;
  });
  const [code] = await once(child, 'close');
  assert.equal(code, 2);
  assert.match(errors, /--stdio/);
});
