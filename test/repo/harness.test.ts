/** The editor's test harness under test: it must not pass where nothing was tested, nor leave processes behind. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isRunning } from '../../scripts/support/processes.ts';
import { openChannel } from '../editor/driver/channel.ts';
import type { Driver, TestEvent } from '../editor/driver/driver.ts';
import { type Count, createResultsPrinter, printSummary } from '../editor/driver/results.ts';
import inWorker from '../editor/suite/worker/assert.ts';
import { importsOf, readSource, root, trackedFiles } from '../support/sources.ts';

const passed: TestEvent = { kind: 'passed', title: 'works', milliseconds: 1 };
const failed: TestEvent = { kind: 'failed', title: 'breaks', error: 'Error: broken' };
const finished = (counts: Partial<{ passed: number; failed: number; skipped: number }>): TestEvent => ({
  kind: 'finished',
  passed: 0,
  failed: 0,
  skipped: 0,
  ...counts,
});

describe('The results of a run', () => {
  const countOf = (events: readonly TestEvent[]) => {
    const results = createResultsPrinter('run', () => undefined);
    for (const event of events) results.take(event);
    return results.count();
  };

  it('are counted once the tests told that they finished', () => {
    assert.deepEqual(countOf([passed, failed, finished({ passed: 1, failed: 1 })]), {
      passed: 1,
      failures: ['run: breaks\n        Error: broken'],
    });
  });

  it('end with what failed and the sum, and are well only where something passed and nothing failed', () => {
    const good = countOf([passed, finished({ passed: 1 })]);
    const bad = countOf([passed, failed, finished({ passed: 1, failed: 1 })]);
    const printed: string[] = [];
    const isWell = (...counts: readonly Count[]) => printSummary(counts, line => void printed.push(line));
    assert.equal(isWell(good, good), true);
    assert.deepEqual(printed.splice(0), ['\n2 passed, 0 failed']);
    assert.equal(isWell(good, bad), false);
    assert.deepEqual(printed.splice(0), [
      '\nWhat failed:\n    ✖ run: breaks\n        Error: broken',
      '\n2 passed, 1 failed',
    ]);
    assert.equal(isWell(), false);
  });

  const broken: readonly (readonly [why: string, events: readonly TestEvent[], message: RegExp])[] = [
    ['the tests never told their end', [passed], /without telling/],
    ['no test ran', [finished({})], /no test ran/],
    ['a test was skipped', [passed, finished({ passed: 1, skipped: 1 })], /skipped/],
    ['a result was lost', [passed, finished({ passed: 2 })], /told 2/],
    ['a failure was lost', [passed, finished({ passed: 1, failed: 1 })], /told 1/],
  ];
  for (const [why, events, message] of broken) {
    it(`are no results where ${why}`, () => assert.throws(() => countOf(events), message));
  }
});

describe('The channel between the tests and their driver', () => {
  const nothing = () => Promise.reject(new Error('not in this test'));
  const driver: Driver = {
    press: keys => (keys === 'Enter' ? Promise.resolve() : Promise.reject(new Error(`No key ${keys}`))),
    type: nothing,
    click: nothing,
    hover: nothing,
    waitFor: nothing,
    focus: nothing,
    count: target => Promise.resolve(String(target).length),
    texts: nothing,
    attribute: nothing,
    waitForValue: nothing,
    boxes: nothing,
    wheel: nothing,
    drag: nothing,
    accessibilityProblems: nothing,
    screenshot: nothing,
    windowWords: () => Promise.resolve(['focus: input']),
    servers: nothing,
    killServers: nothing,
    hangServers: nothing,
    resize: nothing,
  };
  const events: TestEvent[] = [];
  const opened = openChannel(
    () => Promise.resolve(driver),
    event => events.push(event),
  );
  after(async () => (await opened).close());

  const post = async (name: string, body: unknown, address?: string) => {
    const response = await fetch(`${address ?? (await opened).address}/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it('carries calls, values and errors', async () => {
    assert.deepEqual(await post('count', ['.row']), { status: 200, body: { value: 4 } });
    assert.deepEqual(await post('press', ['Enter']), { status: 200, body: { value: null } });
    assert.deepEqual(await post('press', ['Any']), {
      status: 500,
      body: { error: 'No key Any\nThe window:\n  focus: input' },
    });
  });

  it('carries events', async () => {
    await post('event', passed);
    assert.deepEqual(events, [passed]);
    assert.equal((await post('event', { kind: 'other' })).status, 500);
  });

  it('knows no other calls, and nobody without its secret', async () => {
    assert.equal((await post('constructor', [])).status, 500);
    assert.equal((await post('press', 'Enter')).status, 500);
    const { origin } = new URL((await opened).address);
    assert.equal((await post('press', ['Enter'], `${origin}/guess`)).status, 404);
  });
});

describe('A program that a script started', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'skill-chains-harness-'));
  after(() => rmSync(place, { recursive: true, force: true }));

  /** Starts a server-like program that starts another, tells both numbers, and then ends as it is told. */
  const script = (ending: string) => `
    import { startGroup } from ${JSON.stringify(pathToFileURL(path.join(root, 'scripts/support/processGroup.ts')))};
    const child = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const leader = 'require("node:child_process").spawn(process.execPath, ["-e", ' + JSON.stringify(child) + '], { stdio: "inherit" });' + child;
    const log = ${JSON.stringify(place)} + '/' + process.pid + '.log';
    const group = await startGroup(process.execPath, ['-e', leader], { logFile: log });
    const { readFileSync } = await import('node:fs');
    const numbers = () => readFileSync(log, 'utf8').trim().split('\\n').filter(Boolean);
    const timer = setInterval(async () => {
      if (numbers().length < 2) return;
      clearInterval(timer);
      console.log(numbers().join(' '));
      ${ending}
    }, 20);
  `;

  const endings: readonly (readonly [how: string, statement: string])[] = [
    ['ends by itself', 'process.exit(0);'],
    ['ends it', 'await group.end(); console.log("ended");'],
    ['throws', 'throw new Error("on purpose");'],
    ['is asked to end', 'process.kill(process.pid, "SIGTERM");'],
    ['is interrupted', 'process.kill(process.pid, "SIGINT");'],
    ['is killed', 'process.kill(process.pid, "SIGKILL");'],
  ];
  for (const [how, statement] of endings) {
    it(`is gone, with what it started, once the script ${how}`, { timeout: 20_000 }, async () => {
      const run = spawn(process.execPath, ['--input-type=module', '-e', script(statement)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let output = '';
      run.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      await once(run, 'close');
      const pids = (/^\d+ \d+$/m.exec(output)?.[0] ?? '').split(' ').map(Number);
      assert.equal(pids.length, 2, output);
      // A process that is killed tells nobody, so look until both are gone; the test's own limit ends it.
      for (const pid of pids) {
        while (await isRunning(pid)) await new Promise(resolve => setTimeout(resolve, 20));
      }
    });
  }
});

describe('The suites, which run in a worker too', () => {
  const suites = trackedFiles().filter(file => /^test\/editor\/suite\/.*\.ts$/.test(file));

  it('use nothing of Node but its assertions', () => {
    const wrong = suites.flatMap(file =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('node:') && specifier !== 'node:assert/strict')
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      suites.filter(file => /\bprocess\.|\brequire\(/.test(readSource(file))),
      [],
    );
  });

  it('use those assertions alone that the worker has', () => {
    const used = suites.flatMap(file =>
      [...readSource(file).matchAll(/\bassert\.(\w+)\(/g)].map(([, name = '']) => name),
    );
    assert.ok(used.length > 0);
    assert.deepEqual(
      [...new Set(used)].filter(name => !Object.hasOwn(inWorker, name)),
      [],
    );
  });

  const values: readonly unknown[] = [
    ...[0, -0, 1, '1', Number.NaN, true, null, undefined, '', 'a'],
    ...[[], [1], [1, 2], ['1'], {}, { a: 1 }, { a: 1, b: undefined }, { b: 1 }, { a: { b: [1] } }],
    ...[new Map([[1, 2]]), new Map([[1, 3]]), new Set([1]), new Set([2]), new Date(0), new Date(1)],
    Object.create(null),
  ];
  const holds = (check: () => void): boolean => {
    try {
      check();
      return true;
    } catch {
      return false;
    }
  };
  for (const name of ['equal', 'notEqual', 'deepEqual', 'notDeepEqual'] as const) {
    it(`find with ${name} what Node finds`, () => {
      for (const [at, left] of values.entries()) {
        for (const [number, right] of [...values, ...structuredClone(values)].entries()) {
          assert.equal(
            holds(() => inWorker[name](left, right)),
            holds(() => assert[name](left, right)),
            `${name} of ${at} and ${number}`,
          );
        }
      }
    });
  }

  it('find with the others what Node finds', async () => {
    for (const value of values) {
      assert.equal(
        holds(() => inWorker.ok(value)),
        holds(() => assert.ok(value)),
      );
    }
    for (const pattern of [/a/, /b/]) {
      assert.equal(
        holds(() => inWorker.match('a', pattern)),
        holds(() => assert.match('a', pattern)),
      );
      assert.equal(
        holds(() => inWorker.doesNotMatch('a', pattern)),
        holds(() => assert.doesNotMatch('a', pattern)),
      );
    }
    assert.throws(() => inWorker.fail('why'), /why/);
    await inWorker.rejects(Promise.reject(new Error('why')), /why/);
    await assert.rejects(inWorker.rejects(Promise.reject(new Error('why')), /other/));
    await assert.rejects(inWorker.rejects(Promise.resolve()), /did not/);
  });
});
