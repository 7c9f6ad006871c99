import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInbox } from '../../../client/src/views/graph/webview/inbox.ts';

test('messages are worked off in order, and of drawings that wait only the newest', async () => {
  const done: string[] = [];
  let open = (): void => undefined;
  const take = createInbox<string>(
    async message => {
      if (message === 'show 1')
        await new Promise<void>(resolve => {
          open = resolve;
        });
      done.push(message);
    },
    (waiting, next) => waiting.startsWith('show') && next.startsWith('show'),
  );
  for (const message of ['show 1', 'cursor', 'show 2', 'lock', 'show 3']) take(message);
  assert.deepEqual(done, []);
  open();
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(done, ['show 1', 'cursor', 'lock', 'show 3']);
});

test('what need not wait is done at once', () => {
  const done: string[] = [];
  const take = createInbox<string>(
    async message => {
      done.push(message);
    },
    () => false,
  );
  take('show');
  assert.deepEqual(done, ['show']);
});
