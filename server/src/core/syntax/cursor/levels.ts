/** The maps and lists of a text's outline, with the slots in them: a map's keys and a list's items. */
import type { Span } from '../../util/span.ts';

export interface OutlineMap {
  readonly kind: 'map';
  /** Of its keys. */
  readonly column: number;
  readonly keys: OutlineKey[];
  readonly owner: Slot | undefined;
}

export interface OutlineList {
  readonly kind: 'list';
  /** Of its dashes. */
  readonly column: number;
  readonly items: OutlineItem[];
  readonly owner: Slot | undefined;
}

export type Level = OutlineMap | OutlineList;

/** What is written at a slot so far: nothing, running text that deeper lines continue, or something that is whole. */
export type SlotState = 'open' | 'text' | 'block-scalar' | 'closed';

export interface SlotBase {
  readonly span: Span;
  /** Deeper lines belong to the slot. */
  readonly column: number;
  /** A one-line scalar's text. */
  scalar: string | undefined;
  state: SlotState;
  child: Level | undefined;
  /** A flow collection that lacks its closing bracket: deeper lines below still belong to it. */
  openFlow: Span | undefined;
}

export interface OutlineKey extends SlotBase {
  readonly kind: 'key';
  readonly key: string;
  readonly level: OutlineMap;
}

export interface OutlineItem extends SlotBase {
  readonly kind: 'item';
  readonly level: OutlineList;
}

export type Slot = OutlineKey | OutlineItem;

export const slotOf = (level: Level | undefined): Slot | undefined =>
  level?.kind === 'map' ? level.keys.at(-1) : level?.items.at(-1);

export const slotsOf = (level: Level): Slot[] => (level.kind === 'map' ? level.keys : level.items);
