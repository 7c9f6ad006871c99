/** The mouse, the pen and the finger on the canvas: a drag moves what is seen, a wheel scrolls or zooms, a click is about a node. */

import { classes } from '../../../../../server/src/core/drawing/classes.ts';

export interface PointerActions {
  /** By CSS pixels. */
  scroll(x: number, y: number): void;
  /** `at` in CSS pixels from the canvas's corner. */
  zoom(factor: number, at: { readonly x: number; readonly y: number }): void;
  /** `undefined`: on no node. `onToggle`: on the chevron of a group. */
  click(id: string | undefined, onToggle: boolean): void;
  doubleClick(id: string): void;
}

/** So far a pressed pointer goes before it drags, in CSS pixels. */
const slack = 4;
/** What belongs to a node: its shape, its box around others, its words at the side. */
const ofNode = [classes.node, classes.group, classes.side].map(name => `.${name}[data-id]`).join();
/** A line of text and a page, for wheels that count in these. */
const linePixels = 16;

export function followPointer(canvas: HTMLElement, actions: PointerActions): void {
  let pressed: { id: number; x: number; y: number; dragging: boolean } | undefined;
  /** The click that ends a drag is none. */
  let dragged = false;

  canvas.addEventListener('pointerdown', event => {
    dragged = false;
    if (event.button === 2 || !isOnCanvas(event.target)) return;
    pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, dragging: false };
  });
  canvas.addEventListener('pointermove', event => {
    if (pressed === undefined || event.pointerId !== pressed.id) return;
    const [x, y] = [pressed.x - event.clientX, pressed.y - event.clientY];
    if (!pressed.dragging) {
      if (Math.hypot(x, y) < slack) return;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add('dragging');
    }
    pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, dragging: true };
    actions.scroll(x, y);
  });
  const release = (): void => {
    dragged = pressed?.dragging === true;
    pressed = undefined;
    canvas.classList.remove('dragging');
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);

  canvas.addEventListener('click', ({ target }) => {
    if (dragged || !isOnCanvas(target)) return;
    actions.click(nodeId(target), isToggle(target));
  });
  canvas.addEventListener('dblclick', ({ target }) => {
    const id = nodeId(target);
    if (id !== undefined && !isToggle(target)) {
      actions.doubleClick(id);
    }
  });
  canvas.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const { left, top } = canvas.getBoundingClientRect();
        const at = { x: event.clientX - left, y: event.clientY - top };
        // A pinch on a touch pad comes as small steps, a notch of a wheel as one of about 100.
        return actions.zoom(Math.exp(-pixels(event, event.deltaY, canvas.clientHeight) / 300), at);
      }
      const x = pixels(event, event.deltaX, canvas.clientWidth);
      const y = pixels(event, event.deltaY, canvas.clientHeight);
      if (event.shiftKey && x === 0) actions.scroll(y, 0);
      else actions.scroll(x, y);
    },
    { passive: false },
  );
}

function pixels({ deltaMode }: WheelEvent, delta: number, page: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return delta * linePixels;
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? delta * page : delta;
}

const isToggle = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`.${classes.toggle}`) !== null;

/** What lies over the canvas answers for itself. */
const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.notice') === null;

const nodeId = (target: EventTarget | null): string | undefined =>
  (target instanceof Element ? target.closest(ofNode)?.getAttribute('data-id') : undefined) ?? undefined;
