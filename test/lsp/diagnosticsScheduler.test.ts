import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDiagnosticsScheduler, pause, shortCheck } from '../../server/src/lsp/diagnosticsScheduler.ts';
import { handClock } from '../support/handClock.ts';

/** A scheduler whose clock is turned by hand, with what it did as words; a check takes `checkTime` milliseconds. */
function scheduled(checkTime = 0) {
  const done: string[] = [];
  const clock = handClock();
  const scheduler = createDiagnosticsScheduler({
    after: clock.after,
    now: clock.now,
    yieldToInput: () => Promise.resolve(),
    build: uri => done.push(`build ${uri}`),
    lint: uri => {
      done.push(`lint ${uri}`);
      clock.spend(checkTime);
    },
    clear: uri => done.push(`clear ${uri}`),
    release: uri => done.push(`release ${uri}`),
  });
  return {
    ...{ scheduler, pass: clock.pass },
    /** What was done since the last asking. */
    done: async () => {
      await clock.settle();
      return done.splice(0);
    },
  };
}

test('nothing is linted before the workspace was read, then all open documents are', async () => {
  const { scheduler, done } = scheduled();
  scheduler.opened('a');
  scheduler.opened('b');
  assert.deepEqual(await done(), ['build a', 'build b']);
  scheduler.start();
  assert.deepEqual(await done(), ['lint a', 'lint b']);
});

test('an edit after a rest is checked at once, and not again', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  for (let edit = 0; edit < 3; edit++) {
    scheduler.edited('a');
    assert.deepEqual(await done(), ['build a', 'lint a']);
    await pass(pause);
    assert.deepEqual(await done(), []);
  }
});

test('in a burst all edits but the first wait for a pause, and the last one counts', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  for (let edit = 0; edit < 500; edit++) {
    scheduler.edited('a');
    await pass(4);
  }
  assert.deepEqual(await done(), ['build a', 'lint a']);
  await pass(pause);
  assert.deepEqual(await done(), ['build a', 'lint a']);
  await pass(10 * pause);
  assert.deepEqual(await done(), []);
});

test('edits that come together are checked once', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  for (let edit = 0; edit < 500; edit++) scheduler.edited('a');
  assert.deepEqual(await done(), []);
  await pass(pause);
  assert.deepEqual(await done(), ['build a', 'lint a']);
});

test('every edit waits for a pause where the check would keep others waiting', async () => {
  const { scheduler, pass, done } = scheduled(shortCheck + 1);
  scheduler.start();
  scheduler.opened('a');
  await done();
  for (let edit = 0; edit < 2; edit++) {
    scheduler.edited('a');
    assert.deepEqual(await done(), []);
    await pass(pause);
    assert.deepEqual(await done(), ['build a', 'lint a']);
  }
});

test('in onSave an edit rebuilds the model and lints nothing; saving lints', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.setMode('onSave');
  scheduler.start();
  scheduler.opened('a');
  assert.deepEqual(await done(), ['build a', 'lint a']);
  scheduler.edited('a');
  await pass(pause);
  assert.deepEqual(await done(), ['build a']);
  scheduler.saved('a');
  assert.deepEqual(await done(), ['build a', 'lint a']);
});

test('saving does not wait for the pause, and the pause does not lint again', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  scheduler.edited('a');
  scheduler.saved('a');
  assert.deepEqual(await done(), ['build a', 'lint a']);
  await pass(pause);
  assert.deepEqual(await done(), []);
});

test('switching to onType lints what is open, switching back keeps what is shown', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.setMode('onSave');
  scheduler.start();
  scheduler.opened('a');
  scheduler.edited('a');
  await pass(pause);
  await done();
  scheduler.setMode('onType');
  assert.deepEqual(await done(), ['lint a']);
  scheduler.setMode('onSave');
  assert.deepEqual(await done(), []);
});

test('documents affected by another one are linted again', async () => {
  const { scheduler, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  scheduler.opened('b');
  await done();
  scheduler.affected(['a', 'not open'], 'edit');
  assert.deepEqual(await done(), ['lint a']);
});

test('in onSave an unsaved edit elsewhere counts from the next save on, a change on disk at once', async () => {
  const { scheduler, done } = scheduled();
  scheduler.setMode('onSave');
  scheduler.start();
  for (const uri of ['a', 'b', 'c']) scheduler.opened(uri);
  await done();
  scheduler.edited('c');
  scheduler.affected(['b', 'c'], 'edit');
  assert.deepEqual(await done(), ['build c']);
  scheduler.saved('a');
  // The unsaved text of c is not linted, whatever happens elsewhere.
  assert.deepEqual(await done(), ['build a', 'lint a', 'lint b']);
  scheduler.affected(['b'], 'disk');
  assert.deepEqual(await done(), ['lint b']);
});

test('a closed document is released, and what was pending does not happen', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  scheduler.edited('a');
  scheduler.closed('a');
  scheduler.closed('never open');
  await pass(pause);
  assert.deepEqual(await done(), ['release a']);
});

test('a file deleted while it is open takes its findings along, until somebody goes on with the text', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  scheduler.edited('a');
  scheduler.deleted('a');
  scheduler.deleted('never open');
  scheduler.affected(['a'], 'disk');
  await pass(pause);
  assert.deepEqual(await done(), ['clear a']);
  scheduler.edited('a');
  await pass(pause);
  assert.deepEqual(await done(), ['build a', 'lint a']);
});

test('a file that is there again has its findings again, though nobody touched the text', async () => {
  const { scheduler, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  scheduler.returned('a');
  scheduler.returned('never open');
  assert.deepEqual(await done(), []);
  scheduler.deleted('a');
  scheduler.returned('a');
  assert.deepEqual(await done(), ['clear a', 'build a', 'lint a']);
});

test('it is busy from an edit on until the findings of all that is open are made', async () => {
  const { scheduler, pass, done } = scheduled();
  assert.equal(scheduler.isBusy(), false);
  scheduler.opened('a');
  assert.equal(scheduler.isBusy(), true);
  scheduler.start();
  await done();
  assert.equal(scheduler.isBusy(), false);
  scheduler.edited('a');
  assert.equal(scheduler.isBusy(), true);
  await pass(pause);
  assert.equal(scheduler.isBusy(), false);
});

test('nothing happens after the end', async () => {
  const { scheduler, pass, done } = scheduled();
  scheduler.start();
  scheduler.opened('a');
  await done();
  scheduler.edited('a');
  scheduler.dispose();
  await pass(pause);
  scheduler.affected(['a'], 'disk');
  assert.deepEqual(await done(), []);
});
