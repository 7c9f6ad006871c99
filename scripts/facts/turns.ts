/** Who acts in a chain and in which order, held against the order of a document; and which nodes say which step. */
import type { Turn } from './fact.ts';

export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const mappings = (value: unknown): readonly Mapping[] =>
  Array.isArray(value) ? value.filter(isMapping) : [];

/** Something in the order of the text: a step with the one who acts, or what stands between steps. */
type Event =
  | {
      readonly kind: 'act';
      readonly who: string;
      readonly node: Mapping;
      /** The outermost parallel it stands in. */
      readonly group: number | undefined;
      /** It may be by one who has acted before: it sums lanes up, or stands in a route. */
      readonly again: boolean;
    }
  | { readonly kind: 'mark'; readonly node: Mapping };

/** The nodes that say each turn, and those beside them that decide about it. */
export interface Aligned {
  readonly nodes: readonly (readonly Mapping[])[];
  readonly near: readonly (readonly Mapping[])[];
  /** Why the order is another; `undefined` where it is the document's. */
  readonly problem: string | undefined;
}

function* eventsOf(
  list: unknown,
  group: number | undefined,
  again: boolean,
  next: { group: number },
): Generator<Event> {
  for (const node of mappings(list)) {
    if ('parallel' in node) {
      const own = group ?? next.group++;
      const { parallel, synthesize, ...rest } = node;
      yield { kind: 'mark', node: rest };
      for (const lane of mappings(parallel)) {
        yield* eventsOf('lane' in lane ? lane['steps'] : [lane], own, again, next);
      }
      if (isMapping(synthesize)) yield actOf(synthesize, group, true);
    } else if ('decision' in node) {
      const routes = mappings(node['routes']);
      yield {
        kind: 'mark',
        node: {
          ...node,
          routes: routes.map(({ when, go, otherwise }) => ({
            when,
            go,
            ...(typeof otherwise === 'string' ? { otherwise } : {}),
          })),
        },
      };
      for (const route of routes) yield* eventsOf(route['steps'] ?? route['otherwise'], group, true, next);
    } else if ('skill' in node || 'team' in node) yield actOf(node, group, again);
    else yield { kind: 'mark', node };
  }
}

function actOf(node: Mapping, group: number | undefined, again: boolean): Event {
  return { kind: 'act', who: String(node['skill'] ?? node['team']), node, group, again };
}

/** `idOf` gives the id of a skill by any spelling. */
export function align(list: unknown, order: readonly Turn[], idOf: (spelling: string) => string): Aligned {
  const nodes: Mapping[][] = order.map(() => []);
  const near: Mapping[][] = order.map(() => []);
  const turns = order.map(turn => (typeof turn === 'string' ? [turn] : turn).map(idOf));
  const done = turns.map(() => new Set<string>());
  const marks: Mapping[] = [];
  let at = 0;
  let problem: string | undefined;
  const fits = (index: number, who: string): boolean =>
    turns[index]?.includes(who) === true && done[index]?.has(who) === false;
  const isOver = (index: number): boolean => done[index]?.size === turns[index]?.length;
  /** The turn of an act: the one it is for, or an earlier one it goes on with. */
  const turnOf = (event: Event & { kind: 'act' }, who: string): number => {
    const last = event.group === undefined ? at : groupEnd(event.group, at);
    for (let index = at; index <= last; index++) if (fits(index, who)) return index;
    const latest = turns.findLastIndex((turn, index) => index < Math.max(at, 1) && turn.includes(who));
    return event.again || latest === at - 1 || event.group !== undefined ? latest : -1;
  };
  const events = [...eventsOf(list, undefined, false, { group: 0 })];
  const sizes = new Map<number, number>();
  for (const event of events)
    if (event.kind === 'act' && event.group !== undefined)
      sizes.set(event.group, (sizes.get(event.group) ?? 0) + 1);
  // The lanes of one parallel may say their turns in any order, as far as the parallel has acts left.
  function groupEnd(group: number, from: number): number {
    return Math.min(order.length - 1, from + (sizes.get(group) ?? 1) - 1);
  }
  let previous = -1;
  for (const event of events) {
    if (event.kind === 'mark') {
      marks.push(event.node);
      near[Math.max(previous, 0)]?.push(event.node);
      continue;
    }
    const who = idOf(event.who);
    const turn = turnOf(event, who);
    if (event.group !== undefined) sizes.set(event.group, (sizes.get(event.group) ?? 1) - 1);
    if (turn < 0) {
      problem ??= `${event.who} acts where it is the turn of ${turns[at]?.join(' and ') ?? 'nobody'}`;
      continue;
    }
    nodes[turn]?.push(event.node);
    done[turn]?.add(who);
    near[turn]?.push(...marks);
    marks.length = 0;
    while (at < turns.length && isOver(at)) at++;
    previous = turn;
  }
  if (at < turns.length) problem ??= `${turns[at]?.join(' and ') ?? ''} never acts at turn ${at + 1}`;
  return { nodes, near, problem };
}
