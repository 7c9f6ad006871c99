/** What follows from a suite's items, phases and dependencies. Pure; names that stand for nothing are passed over. */
import type { Word } from '../model/chain.ts';
import { allItems, type SuiteItem, type SuiteModel, type SuitePhase } from '../model/suite.ts';
import { components } from '../util/components.ts';

/** One item needs another. */
export interface Dependency {
  readonly item: SuiteItem;
  readonly needed: SuiteItem;
  /** Where the item says so. */
  readonly word: Word;
}

/** Every dependency between items that are there, in text order. */
export const dependenciesOf = ({ items, itemsById }: SuiteModel): readonly Dependency[] =>
  items.flatMap(item =>
    item.needs.flatMap(word => {
      const needed = itemsById.get(word.text);
      return needed === undefined ? [] : [{ item, needed, word }];
    }),
  );

/** Circles of dependencies: of items that all need one another one shortest circle, beginning with the first in the text. */
export function dependencyCycles(model: SuiteModel): readonly (readonly Dependency[])[] {
  const { items } = model;
  const index = new Map(items.map((item, at) => [item, at]));
  const from = items.map((): Dependency[] => []);
  for (const dependency of dependenciesOf(model)) from[index.get(dependency.item) ?? -1]?.push(dependency);
  const target = ({ needed }: Dependency): number => index.get(needed) ?? -1;
  const component = components(items.length, at => (from[at] ?? []).map(target));
  const seen = new Set<number>();
  return items.flatMap((_, at) => {
    const own = component[at] ?? -1;
    if (seen.has(own)) return [];
    seen.add(own);
    const cycle = shortestCycle(at, vertex =>
      (from[vertex] ?? []).filter(each => component[target(each)] === own).map(each => [each, target(each)]),
    );
    return cycle.length === 0 ? [] : [cycle];
  });
}

/** By breadth first from `start` back to it; empty where no way leads back. */
function shortestCycle(
  start: number,
  edgesFrom: (vertex: number) => readonly (readonly [Dependency, number])[],
): readonly Dependency[] {
  const reached = new Map<number, readonly [by: Dependency, from: number]>();
  const waiting = [start];
  for (const vertex of waiting) {
    for (const [edge, next] of edgesFrom(vertex)) {
      if (next === start) {
        const cycle = [edge];
        for (let at = vertex; at !== start; ) {
          const step = reached.get(at);
          if (step === undefined) break;
          cycle.push(step[0]);
          at = step[1];
        }
        return cycle.reverse();
      }
      if (reached.has(next)) continue;
      reached.set(next, [edge, vertex]);
      waiting.push(next);
    }
  }
  return [];
}

/** A place where an item is put into a phase. */
export interface Planned {
  readonly phase: SuitePhase;
  /** 0-based, in the order of the phases. */
  readonly order: number;
  readonly word: Word;
}

/** By item id, in text order. */
export function plannedItems({ phases, itemsById }: SuiteModel): ReadonlyMap<string, readonly Planned[]> {
  const planned = new Map<string, Planned[]>();
  for (const [order, phase] of phases.entries()) {
    for (const word of phase.items) {
      if (!itemsById.has(word.text)) continue;
      const place = { phase, order, word };
      const others = planned.get(word.text);
      if (others === undefined) planned.set(word.text, [place]);
      else others.push(place);
    }
  }
  return planned;
}

/** The items of a phase that are there, each once. */
export const itemsOfPhase = ({ itemsById }: SuiteModel, phase: SuitePhase): readonly SuiteItem[] => [
  ...new Set(phase.items.flatMap(word => itemsById.get(word.text) ?? [])),
];

/** Of more items nothing is reckoned: a phase of so many has no plan that a person could follow. */
const mostItems = 150;

/**
 * How many items of a phase can be active at the same time: the size of the largest set of items none of which needs another,
 * however far around. By Dilworth's theorem that is the number of items less the size of a largest matching in the transitive
 * closure of the dependencies (Fulkerson, Note on Dilworth's decomposition theorem, 1956).
 * `undefined`: too many items, or a circle.
 */
export function mostActive(model: SuiteModel, phase: SuitePhase): number | undefined {
  const items = itemsOfPhase(model, phase);
  if (items.length > mostItems) return undefined;
  const index = new Map(items.map((item, at) => [item.id.text, at]));
  const closure = items.map(item => reachable(item, model, index));
  if (closure.some((reached, at) => reached.includes(at))) return undefined;
  return items.length - largestMatching(closure);
}

/** The items of the phase that an item needs, however far around, by way of items of other phases too. */
function reachable(
  item: SuiteItem,
  { itemsById }: SuiteModel,
  index: ReadonlyMap<string, number>,
): readonly number[] {
  const seen = new Set<string>();
  const waiting = [item];
  for (const each of waiting) {
    for (const { text } of each.needs) {
      const needed = itemsById.get(text);
      if (needed === undefined || seen.has(text)) continue;
      seen.add(text);
      waiting.push(needed);
    }
  }
  return [...seen].flatMap(id => index.get(id) ?? []);
}

/** The size of a largest matching of a bipartite graph, by augmenting paths. */
function largestMatching(edges: readonly (readonly number[])[]): number {
  const matchOf = new Map<number, number>();
  const augment = (from: number, seen: Set<number>): boolean => {
    for (const to of edges[from] ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      const other = matchOf.get(to);
      if (other === undefined || augment(other, seen)) {
        matchOf.set(to, from);
        return true;
      }
    }
    return false;
  };
  return edges.filter((_, from) => augment(from, new Set())).length;
}

/** `P0` is 0, the most urgent; `undefined` for words of another form, which have no order. */
export function priorityRank(text: string | undefined): number | undefined {
  const digit = text === undefined ? undefined : /^P(\d)$/u.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** The priorities that a sentence speaks of, `P0-P2` being three of them; ids of items that look like priorities are none. */
export function prioritiesIn(sentence: string, items: ReadonlyMap<string, unknown>): readonly string[] {
  const found = new Set<string>();
  const pattern = /(?<![\p{L}\p{N}_-])P(\d)(?:\s*[-–—]\s*P?(\d))?(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;
  for (const [, first = '', last = first] of sentence.matchAll(pattern)) {
    for (let rank = Number(first); rank <= Number(last); rank++) found.add(`P${rank}`);
  }
  return [...found].filter(priority => !items.has(priority));
}

/** The teams that do an item's work. */
export const teamsOf = ({ teams }: SuiteModel, id: string): readonly string[] =>
  teams.filter(team => team.primary.some(word => word.text === id)).map(team => team.id.text);

/** Whether a team helps with an item. */
export const supports = ({ support }: SuiteModel['teams'][number], id: string): boolean =>
  support.some(({ text }) => text === id || text === allItems);
