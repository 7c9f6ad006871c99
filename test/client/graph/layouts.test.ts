import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLayouts, type LayoutsHost } from '../../../client/src/views/graph/webview/layouts.ts';
import { layOutSimply } from '../../../server/src/core/drawing/suite/layOutSimply.ts';
import { plainly } from '../../core/drawing/drawings.ts';
import { drawnSimply, suiteOf } from '../../core/drawing/suite/suites.ts';

const none: ReadonlySet<string> = new Set();

/** A host whose time runs out when the test says so. */
function hostWith(layOut: LayoutsHost['layOut']) {
  const host = {
    asked: 0,
    restarts: 0,
    passes: (): void => undefined,
    layOut: (graph: Parameters<typeof layOut>[0]) => {
      host.asked++;
      return layOut(graph);
    },
    restart: () => {
      host.restarts++;
    },
    after: (_: number, run: () => void) => {
      host.passes = run;
      return () => {
        host.passes = () => undefined;
      };
    },
  };
  return host;
}

test('the engine is asked once for graphs that differ in words', async () => {
  const host = hostWith(async graph => layOutSimply(graph));
  const layouts = createLayouts(host);
  const [graph, renamed] = [suiteOf('One: a b', 'a > b'), suiteOf('Other: x y', 'x > y')];
  assert.equal(layouts.arrangement(graph, none), 'simple');
  await layouts.prepare(graph, none);
  assert.equal(layouts.arrangement(graph, none), 'full');
  assert.ok(layouts.isReady(renamed, none));
  await layouts.prepare(renamed, none);
  assert.equal(host.asked, 1);
  assert.equal(layouts.isReady(graph, new Set(['one'])), false);
});

test('what takes too long is ended, drawn in the simple way, and may be asked for again', async () => {
  let answer: (() => void) | undefined;
  const host = hostWith(
    graph =>
      new Promise(resolve => {
        answer = () => resolve(layOutSimply(graph));
      }),
  );
  const layouts = createLayouts(host);
  const graph = suiteOf('One: a b', 'a > b');
  const waiting = layouts.prepare(graph, none);
  host.passes();
  await waiting;
  assert.equal(host.restarts, 1);
  assert.equal(layouts.arrangement(graph, none), 'simple');
  assert.deepEqual(layouts.draw(graph, plainly), drawnSimply(graph));
  const again = layouts.prepare(graph, none);
  answer?.();
  await again;
  assert.equal(layouts.arrangement(graph, none), 'full');
});

test('an engine that fails leaves the simple way', async () => {
  const layouts = createLayouts(hostWith(() => Promise.reject(new Error('no engine'))));
  const graph = suiteOf('One: a b');
  await layouts.prepare(graph, none);
  assert.equal(layouts.arrangement(graph, none), 'simple');
});

test('of five hundred items no engine is asked, and nothing is waited for', async () => {
  const host = hostWith(async graph => layOutSimply(graph));
  const layouts = createLayouts(host);
  const graph = suiteOf(`One: ${Array.from({ length: 500 }, (_, at) => `i${at}`).join(' ')}`);
  await layouts.prepare(graph, none);
  assert.equal(host.asked, 0);
  assert.ok(layouts.isReady(graph, none));
  assert.equal(layouts.arrangement(graph, none), 'large');
  assert.equal(layouts.draw(graph, plainly).places.size, 501);
});
