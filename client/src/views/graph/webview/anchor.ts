/**
 * What stays under the eye when a drawing changes. In a chain what stands before an edit never moves in the scene, and the spine is at 0,
 * so there this is about edits above what a person looks at. In a suite an edge more may move all.
 */
import type { Drawing } from '../../../../../server/src/core/drawing/drawing.ts';
import type { Size, Viewport } from './viewport.ts';

/** Nodes as the drawing before knows them. */
export interface Attention {
  /** The node at the editor's cursor. */
  readonly cursor: string | undefined;
  readonly selected: string | undefined;
}

/**
 * How far to the right and down, in scene units, the viewport goes so that the anchor stays where it was seen.
 * @param named What a node is called in the drawing after.
 */
export function anchorShift(
  before: Drawing,
  after: Drawing,
  named: (id: string) => string,
  { cursor, selected }: Attention,
  viewport: Viewport,
  size: Size,
): { readonly x: number; readonly y: number } {
  const survives = (id: string): boolean => before.places.has(id) && after.places.has(named(id));
  const anchor =
    lastUntil(cursor, before, survives) ??
    (selected !== undefined && survives(selected) ? selected : undefined) ??
    nearestCentre(before, survives, viewport, size);
  const [was, is] = anchor === undefined ? [] : [before.places.get(anchor), after.places.get(named(anchor))];
  if (was === undefined || is === undefined) return { x: 0, y: 0 };
  return { x: is.x - was.x, y: is.y - was.y };
}

/** The node itself; where it is gone, the last one before it that is not. */
function lastUntil(
  id: string | undefined,
  before: Drawing,
  survives: (id: string) => boolean,
): string | undefined {
  const order = [...before.places.keys()];
  const at = id === undefined ? -1 : order.indexOf(id);
  return order.slice(0, at + 1).findLast(survives);
}

function nearestCentre(
  before: Drawing,
  survives: (id: string) => boolean,
  viewport: Viewport,
  size: Size,
): string | undefined {
  const centre = {
    x: viewport.x + size.width / viewport.zoom / 2,
    y: viewport.y + size.height / viewport.zoom / 2,
  };
  let nearest: { readonly id: string; readonly distance: number } | undefined;
  for (const [id, { x, y, width, height }] of before.places) {
    if (!survives(id)) continue;
    const distance = Math.hypot(x + width / 2 - centre.x, y + height / 2 - centre.y);
    if (nearest === undefined || distance < nearest.distance) nearest = { id, distance };
  }
  return nearest?.id;
}
