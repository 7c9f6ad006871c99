/** Which part of the scene is seen, and how large. Scene units are CSS pixels at a zoom of 1. */
import type { Box, Stretch } from '../../../../../server/src/core/drawing/drawing.ts';

export interface Viewport {
  /** The place of the scene in the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels for one unit of the scene. */
  readonly zoom: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The stretch of the scene that is worth having in the page: what is seen, and about as much again above and below. It moves by steps,
 * so that not every turn of the wheel brings something. Empty where nothing is seen.
 */
export function windowOf(viewport: Viewport | undefined, { height }: Size): Stretch {
  if (viewport === undefined || height === 0) return { top: 0, bottom: 0 };
  const visible = height / viewport.zoom;
  // At least half of what is seen; a power of two, so that most changes of the zoom leave the steps as they are.
  const step = 2 ** Math.ceil(Math.log2(visible / 2));
  return {
    top: (Math.floor(viewport.y / step) - 1) * step,
    bottom: (Math.ceil((viewport.y + visible) / step) + 1) * step,
  };
}

const smallestZoom = 0.1;
const largestZoom = 4;
/** Small enough to see more, large enough to read without bending forward. */
const smallestFirstZoom = 0.75;
/** What stays free around the drawing (which brings a margin of its own), and around a node that is brought into view; in CSS pixels. */
const edge = 4;
const margin = 24;
/** What always stays in view of the drawing, in CSS pixels. */
const grip = 64;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/** At the top, so that the start is seen; as wide as the window, where that can be read. */
export function firstViewport(bounds: Box, size: Size): Viewport {
  const zoom = between(smallestFirstZoom, (size.width - 2 * edge) / bounds.width, 1);
  return { x: startX(bounds, size, zoom), y: bounds.y - edge / zoom, zoom };
}

/** From the spine, which is at 0, to the right side of what stands on it, in units of the scene. */
const spineRoom = 140;

/** In the middle where there is room; else from the left side, unless the spine would be lost, which then is in the middle. */
function startX({ x, width }: Box, size: Size, zoom: number): number {
  const seen = size.width / zoom;
  const free = edge / zoom;
  if (width + 2 * free <= seen) return x + width / 2 - seen / 2;
  return spineRoom - x + free <= seen ? x - free : -seen / 2;
}

/** All of it, from the top; never enlarged. */
export function fittingViewport(bounds: Box, size: Size): Viewport {
  const wanted = Math.min((size.width - 2 * edge) / bounds.width, (size.height - 2 * edge) / bounds.height);
  const zoom = between(smallestZoom, wanted, 1);
  return {
    x: bounds.x + bounds.width / 2 - size.width / zoom / 2,
    y: bounds.y - edge / zoom,
    zoom,
  };
}

/** With another zoom, and what is at `at` (CSS pixels from the corner) still there. */
export function zoomedAt(
  viewport: Viewport,
  zoom: number,
  at: { readonly x: number; readonly y: number },
): Viewport {
  const next = between(smallestZoom, zoom, largestZoom);
  return {
    x: viewport.x + at.x / viewport.zoom - at.x / next,
    y: viewport.y + at.y / viewport.zoom - at.y / next,
    zoom: next,
  };
}

/** One step of the toolbar's buttons: the next of these levels. */
const levels = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

export const nextLevel = (zoom: number): number => levels.find(level => level > zoom * 1.01) ?? largestZoom;
export const previousLevel = (zoom: number): number =>
  levels.findLast(level => level < zoom / 1.01) ?? smallestZoom;

/** Moved by CSS pixels; a part of the drawing stays in view. */
export function panned(viewport: Viewport, by: { readonly x: number; readonly y: number }): Viewport {
  return { ...viewport, x: viewport.x + by.x / viewport.zoom, y: viewport.y + by.y / viewport.zoom };
}

/** So that at least a part of the drawing is in view. */
export function within(viewport: Viewport, bounds: Box, size: Size): Viewport {
  const { zoom } = viewport;
  const part = grip / zoom;
  return {
    x: between(bounds.x + part - size.width / zoom, viewport.x, bounds.x + bounds.width - part),
    y: between(bounds.y + part - size.height / zoom, viewport.y, bounds.y + bounds.height - part),
    zoom,
  };
}

/** What stands on the spine, along the width. */
const spine = { from: -spineRoom, length: 2 * spineRoom };

/**
 * Keeps what is in the middle there, when the window's width changes, and the upper edge where it is. A spine that was seen stays in
 * view: a narrower window would else show what stands beside the chain, and nothing of the chain.
 * @param hasSpine False for a drawing without one, a suite's.
 */
export function resized(viewport: Viewport, before: Size, after: Size, hasSpine: boolean): Viewport {
  const { zoom } = viewport;
  const x = viewport.x + (before.width - after.width) / 2 / zoom;
  const seen = before.width / zoom;
  const wasSeen = viewport.x <= spine.from && viewport.x + seen >= spine.from + spine.length;
  if (!hasSpine || !wasSeen) return { ...viewport, x };
  const free = Math.min(margin, (after.width - spine.length * zoom) / 2) / zoom;
  const across: Window = { start: x, visible: after.width / zoom, free, what: 'any part', goal: 'nearest' };
  return { ...viewport, x: revealedStart(spine.from, spine.length, across) };
}

/**
 * Brings a box into view: not at all where it is seen; else into the middle of the height, and sideways no further than it must be.
 * @param covered CSS pixels at the top that something else lies over.
 * @param what What must be seen of a box that is larger than the window.
 */
export function revealing(
  viewport: Viewport,
  box: Box,
  size: Size,
  covered: number,
  what: 'any part' | 'its beginning',
): Viewport {
  const { zoom } = viewport;
  const free = margin / zoom;
  const across: Window = { start: viewport.x, visible: size.width / zoom, free, what, goal: 'nearest' };
  const visible = (size.height - covered) / zoom;
  const down: Window = { start: viewport.y + covered / zoom, visible, free, what, goal: 'middle' };
  return {
    x: revealedStart(box.x, box.width, across),
    y: revealedStart(box.y, box.height, down) - covered / zoom,
    zoom,
  };
}

interface Window {
  readonly start: number;
  readonly visible: number;
  readonly free: number;
  readonly what: 'any part' | 'its beginning';
  readonly goal: 'middle' | 'nearest';
}

/** Where the window starts along one axis, so that the stretch from `from` is seen. */
function revealedStart(from: number, length: number, { start, visible, free, what, goal }: Window): number {
  if (from >= start && from + length <= start + visible) return start;
  if (length + 2 * free <= visible) {
    if (goal === 'middle') return from + length / 2 - visible / 2;
    return from < start ? from - free : from + length + free - visible;
  }
  const isSeen =
    what === 'any part'
      ? from + length > start + free && from < start + visible - free
      : from >= start && from <= start + visible / 2;
  return isSeen ? start : from - free;
}
