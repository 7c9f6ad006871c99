import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPacer } from '../../../client/src/views/graph/pacer.ts';
import { handClock } from '../../support/handClock.ts';

/** Time that passes when told to, and work that ends when told to. */
function rig() {
  const clock = handClock();
  const runs: { began: number; end: () => void }[] = [];
  const pacer = createPacer(
    100,
    clock,
    () => new Promise<void>(resolve => runs.push({ began: clock.now(), end: resolve })),
  );
  return {
    pacer,
    began: () => runs.map(each => each.began),
    end: async () => {
      runs.at(-1)?.end();
      await Promise.resolve();
      await Promise.resolve();
    },
    pass: (milliseconds: number) => {
      void clock.pass(milliseconds);
    },
  };
}

test('the first request runs at once', () => {
  const { pacer, began } = rig();
  pacer.request();
  assert.deepEqual(began(), [0]);
});

test('a storm of requests is one run at each step of the pace, the last one included', async () => {
  const { pacer, began, end, pass } = rig();
  for (let letter = 0; letter < 30; letter += 1) {
    pacer.request();
    await end();
    pass(10);
  }
  pass(100);
  await end();
  assert.deepEqual(began(), [0, 100, 200, 300].slice(0, began().length));
  assert.ok(began().length >= 3);
});

test('what is asked for while the work runs runs behind it, once', async () => {
  const { pacer, began, end, pass } = rig();
  pacer.request();
  pass(250);
  pacer.request();
  pacer.request();
  assert.deepEqual(began(), [0]);
  await end();
  assert.deepEqual(began(), [0, 250]);
  await end();
  pass(500);
  assert.deepEqual(began(), [0, 250]);
});

test('nothing runs after the end', async () => {
  const { pacer, began, end, pass } = rig();
  pacer.request();
  pacer.request();
  pacer.dispose();
  await end();
  pass(500);
  assert.deepEqual(began(), [0]);
});
