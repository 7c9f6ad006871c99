import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  firstViewport,
  fittingViewport,
  nextLevel,
  panned,
  previousLevel,
  resized,
  revealing,
  type Viewport,
  windowOf,
  within,
  zoomedAt,
} from '../../../client/src/views/graph/webview/viewport.ts';

const size = { width: 800, height: 600 };
const close = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

/** Where a place of the scene is on the canvas. */
const onCanvas = (viewport: Viewport, x: number, y: number): readonly [number, number] => [
  (x - viewport.x) * viewport.zoom,
  (y - viewport.y) * viewport.zoom,
];

test('first the start is seen: at full size in the middle, where there is room', () => {
  const viewport = firstViewport({ x: -100, y: -10, width: 300, height: 5000 }, size);
  assert.equal(viewport.zoom, 1);
  assert.deepEqual(onCanvas(viewport, 50, -10), [400, 4]);
});

test('first a wide drawing gets smaller, but stays readable, and begins at its left side or has the spine in the middle', () => {
  assert.equal(firstViewport({ x: -500, y: 0, width: 1000, height: 100 }, size).zoom, 0.792);
  const wide = firstViewport({ x: -2000, y: 0, width: 5000, height: 100 }, size);
  assert.equal(wide.zoom, 0.75);
  close(onCanvas(wide, 0, 0)[0], 400);
  const toTheRight = firstViewport({ x: -260, y: 0, width: 5000, height: 100 }, size);
  close(onCanvas(toTheRight, -260, 0)[0], 4);
});

test('to fit is to see all of it, never enlarged', () => {
  const tall = fittingViewport({ x: -100, y: 0, width: 200, height: 5920 }, size);
  close(tall.zoom, 0.1);
  const small = fittingViewport({ x: 0, y: 0, width: 100, height: 100 }, size);
  assert.equal(small.zoom, 1);
  assert.deepEqual(onCanvas(small, 50, 0), [400, 4]);
});

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const anyViewport = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const anyBox = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.double({ min: 1, max: 5000, noNaN: true }),
  height: fc.double({ min: 1, max: 5000, noNaN: true }),
});

test('what is under the pointer stays there while zooming', () => {
  fc.assert(
    fc.property(anyViewport, fc.double({ min: 0.01, max: 10, noNaN: true }), (viewport, zoom) => {
      const at = { x: 123, y: 456 };
      const next = zoomedAt(viewport, zoom, at);
      const [x, y] = onCanvas(next, viewport.x + at.x / viewport.zoom, viewport.y + at.y / viewport.zoom);
      close(x, at.x);
      close(y, at.y);
      assert.ok(next.zoom >= 0.1 && next.zoom <= 4);
    }),
  );
});

test('a part of the drawing is always in view, and what shows one is left alone', () => {
  fc.assert(
    fc.property(anyViewport, anyBox, (viewport, bounds) => {
      const next = within(viewport, bounds, size);
      const [left, top] = onCanvas(next, bounds.x, bounds.y);
      const [right, bottom] = onCanvas(next, bounds.x + bounds.width, bounds.y + bounds.height);
      assert.ok(left <= size.width && right >= 0 && top <= size.height && bottom >= 0);
      assert.deepEqual(within(next, bounds, size), next);
    }),
  );
});

test('what is brought into view is seen, and what is seen stays where it is', () => {
  fc.assert(
    fc.property(anyViewport, anyBox, (viewport, box) => {
      const next = revealing(viewport, box, size, 40, 'its beginning');
      const [left, top] = onCanvas(next, box.x, box.y);
      assert.ok(left >= -1e-6 && left <= size.width && top >= 40 - 1e-6 && top <= size.height);
      const again = revealing(next, box, size, 40, 'its beginning');
      close(again.x, next.x);
      close(again.y, next.y);
    }),
  );
});

test('what is not seen comes into the middle of the height, and sideways just into view', () => {
  const box = { x: 790, y: 590, width: 100, height: 50 };
  assert.deepEqual(revealing({ x: 0, y: 0, zoom: 1 }, box, size, 0, 'any part'), { x: 114, y: 315, zoom: 1 });
});

test('of what is larger than the window a part is enough, where no more is asked for', () => {
  const viewport = { x: 0, y: 300, zoom: 1 };
  const large = { x: 100, y: 0, width: 100, height: 3000 };
  assert.deepEqual(revealing(viewport, large, size, 0, 'any part'), viewport);
  assert.equal(revealing(viewport, large, size, 0, 'its beginning').y, -24);
});

test('buttons go from level to level and end somewhere', () => {
  const levels = [0.1];
  for (let next = nextLevel(0.1); next > (levels.at(-1) ?? 0); next = nextLevel(next)) levels.push(next);
  assert.deepEqual(levels, [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4]);
  assert.equal(previousLevel(1), 0.8);
  assert.equal(previousLevel(0.1), 0.1);
  assert.equal(nextLevel(0.9), 1);
});

test('scrolling counts in pixels of the screen, and a narrower window keeps its middle', () => {
  assert.deepEqual(panned({ x: 0, y: 0, zoom: 2 }, { x: 10, y: 20 }), { x: 5, y: 10, zoom: 2 });
  const narrow = { width: 400, height: 300 };
  assert.deepEqual(resized({ x: 0, y: 7, zoom: 2 }, size, narrow, true), { x: 100, y: 7, zoom: 2 });
  assert.deepEqual(resized({ x: -300, y: 7, zoom: 1 }, size, narrow, false), { x: -100, y: 7, zoom: 1 });
});

test('a spine that was seen stays in view in a narrower window, and where it is in a wider one', () => {
  const wide = { x: -200, y: 7, zoom: 1 };
  assert.deepEqual(resized(wide, size, { width: 700, height: 300 }, true), { ...wide, x: -150 });
  assert.deepEqual(resized(wide, size, { width: 500, height: 300 }, true), { ...wide, x: -164 });
  const tiny = resized(wide, size, { width: 200, height: 300 }, true);
  assert.deepEqual(tiny, { ...wide, x: -100 }, 'it is in the middle of a window that is narrower');
  assert.deepEqual(resized(wide, size, { width: 1000, height: 300 }, true), { ...wide, x: -300 });
});

test('what is seen is always in the page, with at least half of a window above and below, and not much more', () => {
  fc.assert(
    fc.property(anyViewport, viewport => {
      const { top, bottom } = windowOf(viewport, size);
      const visible = size.height / viewport.zoom;
      assert.ok(top <= viewport.y - visible / 2);
      assert.ok(bottom >= viewport.y + visible + visible / 2);
      assert.ok(bottom - top <= 5 * visible);
    }),
  );
});

test('small steps of a wheel bring nothing new, and where nothing is seen, nothing is wanted', () => {
  const tops = Array.from({ length: 25 }, (_, at) => windowOf({ x: 0, y: at * 20, zoom: 1 }, size).top);
  assert.ok(new Set(tops).size <= 2);
  assert.deepEqual(windowOf(undefined, size), { top: 0, bottom: 0 });
  assert.deepEqual(windowOf({ x: 0, y: 0, zoom: 1 }, { width: 0, height: 0 }), { top: 0, bottom: 0 });
});
