/** The life and end of the server as a process of its own. */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { bundles } from '../../esbuild.mjs';
import manifest from '../../package.json' with { type: 'json' };
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

/** Runs the program as a person does in a terminal. */
async function program(...options: readonly string[]) {
  const child = spawn(process.execPath, [await serverBundle(), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', data => {
    output += data;
  });
  child.stderr.on('data', data => {
    errors += data;
  });
  const [code] = await once(child, 'close');
  return { code, output, errors };
}

test('it tells its version and its use', async () => {
  assert.deepEqual(await program('--version'), { code: 0, output: `${manifest.version}\n`, errors: '' });
  const help = await program('--help');
  assert.deepEqual([help.code, help.errors], [0, '']);
  assert.match(help.output, /^Usage: skill-chains-server <channel>[\s\S]*--stdio[\s\S]*--version/);
});

const misuses: readonly (readonly [options: readonly string[], problem: string])[] = [
  [[], 'No channel is given.'],
  [['--sdtio'], 'There is no option --sdtio.'],
  [['--stdio', 'chains'], 'There is no option chains.'],
  [['--stdio', '--node-ipc'], 'Give one channel, not --stdio and --node-ipc.'],
  [['--stdio=yes'], '--stdio takes no value.'],
  [['--socket'], '--socket takes the number of a port.'],
  [['--socket=a'], '--socket takes the number of a port.'],
];
for (const [options, problem] of misuses) {
  test(`misused as "${options.join(' ')}" it says why, and how it is used`, async () => {
    const { code, output, errors } = await program(...options);
    assert.deepEqual([code, output], [2, '']);
    assert.ok(errors.startsWith(`${problem}\n\nUsage: `), errors);
  });
}

test('it speaks over a port on which the editor listens', async () => {
  const editor = createServer();
  await new Promise<void>(resolve => editor.listen(0, '127.0.0.1', resolve));
  const address = editor.address();
  assert.ok(typeof address === 'object' && address !== null);
  for (const options of [[`--socket=${address.port}`], ['--socket', String(address.port)]]) {
    const connected = once(editor, 'connection');
    const child = spawn(process.execPath, [
      await serverBundle(),
      ...options,
      `--clientProcessId=${process.pid}`,
    ]);
    const [socket] = await connected;
    child.kill();
    await once(child, 'exit');
    socket.destroy();
  }
  editor.close();
});

test('it is a program that the manifest names', async () => {
  const entry = manifest.bin['skill-chains-server'];
  const row = bundles.find(({ out }) => out === entry);
  assert.ok(row?.ships);
  assert.match(await readFile(await serverBundle(), 'utf8'), /^#!\/usr\/bin\/env node\n/);
});
