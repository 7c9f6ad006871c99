/** That the stretches of a drawing are long enough. */
import assert from 'node:assert/strict';
import type { Drawing } from '../../../server/src/core/drawing/drawing.ts';
import { boxOf, type Geometry } from './geometry.ts';

/** What is far from the window is not shown, so a stretch that is too short hides something that could be seen. */
export function checkStretches(
  { elements, stretches }: Drawing,
  { texts, chips, segments, cards }: Geometry,
): void {
  assert.equal(stretches.length, elements.length);
  const byOwner = new Map(elements.map(({ key = '' }, at) => [key, stretches[at]]));
  const lines = segments.map(segment => ({ ...boxOf(segment), owner: segment.edge }));
  for (const part of [...texts, ...chips, ...lines, ...cards]) {
    const { top, bottom } = byOwner.get(part.owner) ?? assert.fail(`no stretch of ${part.owner}`);
    const isIn = part.y - 8 >= top && part.y + part.height + 8 <= bottom;
    assert.ok(isIn, `${part.owner} at ${part.y} leaves its stretch from ${top} to ${bottom}`);
  }
}
