/** What each key does while the drawing has the focus. */
import type { GraphAction } from '../messages.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export type KeyDeed =
  | { readonly kind: 'go'; readonly direction: Direction }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'reveal' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'leave' }
  /** By a share of the window's height, downwards. */
  | { readonly kind: 'scroll'; readonly pages: number }
  | { readonly kind: 'act'; readonly action: GraphAction };

const deeds: Readonly<Record<string, KeyDeed>> = {
  ArrowUp: { kind: 'go', direction: 'up' },
  ArrowDown: { kind: 'go', direction: 'down' },
  ArrowLeft: { kind: 'go', direction: 'left' },
  ArrowRight: { kind: 'go', direction: 'right' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  PageUp: { kind: 'scroll', pages: -0.8 },
  PageDown: { kind: 'scroll', pages: 0.8 },
  Enter: { kind: 'reveal' },
  ' ': { kind: 'toggle' },
  o: { kind: 'open' },
  Escape: { kind: 'leave' },
  '+': { kind: 'act', action: 'zoomIn' },
  '=': { kind: 'act', action: 'zoomIn' },
  '-': { kind: 'act', action: 'zoomOut' },
  '0': { kind: 'act', action: 'resetZoom' },
  f: { kind: 'act', action: 'fit' },
};

/** `undefined`: the key is not ours, as all with Ctrl, Alt or Meta, which are the editor's. */
export function deedOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): KeyDeed | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined;
}
