/** Products that are made anew before anybody takes them. */
import type { ArtefactDeclaration, ArtefactWord, ChainModel, ChainNode } from '../model/chain.ts';
import { matchesArtefact } from '../model/values/artefact.ts';
import { groupBy } from '../util/groupBy.ts';
import type { Flow } from './flow.ts';
import { relationOf, textOrder } from './structure.ts';

export interface MadeProduct {
  readonly node: ChainNode;
  readonly product: ArtefactDeclaration;
}

export interface LostProduct extends MadeProduct {
  /** What makes it anew, on one way or on several, in text order; at least one. */
  readonly again: readonly MadeProduct[];
}

export interface Takers {
  /** What a node takes. */
  takenBy(node: ChainNode): readonly Pick<ArtefactWord, 'name' | 'major'>[];
  /** The names that are taken from what is there at the end. */
  readonly atEnd: ReadonlySet<string>;
}

/** Edges that are followed at most for one chain; beyond this nothing is said. */
const longestSearch = 200_000;

/**
 * The products of `names` that no way leads from to somebody who takes them, as on each of these another node makes them first. What goes back in
 * a loop and makes its own product once more is no such node; what stands in another lane may take the product at any time.
 */
export function lostProducts(
  model: ChainModel,
  flow: Flow,
  names: ReadonlySet<string>,
  takers: Takers,
): readonly LostProduct[] {
  const made = model.nodes.flatMap(node => node.produces.map((product): MadeProduct => ({ node, product })));
  const order = textOrder(model);
  const budget = { left: longestSearch };
  const found: LostProduct[] = [];
  for (const [name, makers] of groupBy(made, ({ product }) => product.name)) {
    if (makers.length < 2 || !names.has(name)) continue;
    const taking = model.nodes.filter(node => takers.takenBy(node).some(each => each.name === name));
    for (const first of makers) {
      if (!flow.reachable.has(first.node.id)) continue;
      if (taking.some(node => relationOf(node, first.node, order) === 'other-lane')) continue;
      const again = madeAnew(flow, first, makers, { ...takers, budget });
      if (again !== undefined && again.length > 0) found.push({ ...first, again });
    }
  }
  return found;
}

interface Search extends Takers {
  readonly budget: { left: number };
}

/** What makes a product anew on the ways from it; `undefined` where one of these leads to somebody who takes it. */
function madeAnew(
  flow: Flow,
  { node: own, product }: MadeProduct,
  makers: readonly MadeProduct[],
  { takenBy, atEnd, budget }: Search,
): readonly MadeProduct[] | undefined {
  const others = new Map(
    makers
      .filter(each => matchesArtefact(each.product, product))
      .map((each): [string, MadeProduct] => [each.node.id, each]),
  );
  const again = new Set<MadeProduct>();
  /** Points by whether a way has gone back to come to them: `+` before those where one has. */
  const seen = new Set<string>();
  const follow = (from: string, hasGoneBack: boolean, isPassedBy: boolean): void => {
    for (const { to, kind, back } of flow.outgoing.get(from) ?? []) {
      budget.left--;
      // A node that is passed by makes nothing.
      if (isPassedBy === (kind === 'skip')) seen.add(`${hasGoneBack || back ? '+' : ' '}${to}`);
    }
  };
  follow(own.id, false, false);
  // A set goes on to members that are added while it is walked.
  for (const state of seen) {
    if (budget.left < 0) return undefined;
    const id = state.slice(1);
    const hasGoneBack = state.startsWith('+');
    if (id === 'end' && atEnd.has(product.name)) return undefined;
    const node = flow.points.get(id)?.node;
    if (node !== undefined && takenBy(node).some(each => matchesArtefact(product, each))) return undefined;
    const other = others.get(id);
    if (other !== undefined && other.node !== own && !hasGoneBack) again.add(other);
    follow(id, hasGoneBack, true);
    if (other === undefined) follow(id, hasGoneBack, false);
  }
  return makers.filter(each => again.has(each));
}
