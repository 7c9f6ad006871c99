import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver';
import { withProgress } from '../../server/src/lsp/clientRequests.ts';

/** Work that ends when the test says so, under a progress bar that notes what happens to it. */
function working() {
  const seen: string[] = [];
  const person = new CancellationTokenSource();
  let timer: (() => void) | undefined;
  let end = (_result: string): void => undefined;
  let fail = (_reason: Error): void => undefined;
  const work = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const create = async () => ({
    token: person.token,
    begin: (title: string) => seen.push(`begin ${title}`),
    report: () => undefined,
    done: () => seen.push('done'),
  });
  const after = (_: number, run: () => void) => {
    timer = run;
    return () => {
      timer = undefined;
    };
  };
  const result = withProgress(create, after, 'Reading', work, () => seen.push('cancel'));
  const settle = () => new Promise(resolve => setImmediate(resolve));
  return {
    ...{ seen, person, end, fail, result, settle },
    /** Lets the time pass after which work is worth showing. */
    noticed: async () => {
      timer?.();
      await settle();
    },
  };
}

test('work that is soon over shows nothing', async () => {
  const { seen, end, result, noticed } = working();
  end('read');
  assert.equal(await result, 'read');
  await noticed();
  assert.deepEqual(seen, []);
});

test('longer work is shown until it ends', async () => {
  const { seen, end, result, noticed, settle } = working();
  await noticed();
  assert.deepEqual(seen, ['begin Reading']);
  end('read');
  assert.equal(await result, 'read');
  await settle();
  assert.deepEqual(seen, ['begin Reading', 'done']);
});

test('a person may cancel it, and work that fails is shown no longer', async () => {
  const { seen, person, fail, result, noticed, settle } = working();
  await noticed();
  person.cancel();
  fail(new Error('stopped'));
  await assert.rejects(result, /stopped/);
  await settle();
  assert.deepEqual(seen, ['begin Reading', 'cancel', 'done']);
});
