/** The meaning of one suite. Made from any tree; what cannot be read is absent, and every reference is as written. */
import type { MapNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Read, Word } from './chain.ts';
import type { Window } from './values/window.ts';

/** What an item runs. */
export interface ItemTarget {
  readonly kind: 'plan' | 'chain';
  /** A path from the folder of the suite; of a chain perhaps its id. */
  readonly word: Word;
}

export interface SuiteItem {
  readonly id: Word;
  readonly title?: Word;
  readonly target?: ItemTarget;
  readonly domain?: Word;
  readonly priority?: Word;
  readonly owner?: Word;
  readonly needs: readonly Word[];
  /** The whole entry. */
  readonly span: Span;
}

export interface SuitePhase {
  readonly name: Word;
  readonly window?: Read<Window>;
  /** Why it has this window. */
  readonly because?: Word;
  readonly focus?: Word;
  readonly items: readonly Word[];
  /** Sentences, and what metrics measure. */
  readonly success: readonly Word[];
  /** How many items can be active at once; `undefined`: it does not say. */
  readonly active?: Read<number>;
  readonly span: Span;
  readonly syntax: MapNode;
}

export interface SuiteTeam {
  readonly id: Word;
  readonly primary: readonly Word[];
  readonly support: readonly Word[];
  readonly span: Span;
}

export interface SuiteModel {
  readonly kind: 'suite';
  readonly id?: Word;
  readonly title?: Word;
  readonly summary?: Word;
  readonly items: readonly SuiteItem[];
  /** Of two items with one id the first, as the second is a finding. */
  readonly itemsById: ReadonlyMap<string, SuiteItem>;
  readonly phases: readonly SuitePhase[];
  readonly teams: readonly SuiteTeam[];
  /** The first place where items are declared: the map below `items`. */
  readonly itemsSyntax?: MapNode;
  readonly syntax: MapNode;
}

/** What stands for every item where a team helps with all of them. */
export const allItems = 'all';
