/** Steps, checkpoints and sub-chains of generated chains. */
import type { Written } from '../analysis/randomChains.ts';
import { drawCondition } from './conditions.ts';
import type { Draw } from './draw.ts';
import {
  guarded,
  type ListPlan,
  type Making,
  type Neighbour,
  type NodePlan,
  type There,
  targetsOf,
} from './plan.ts';
import { artefactNames, drawHours, drawLength, sentences, sharedArtefacts } from './words.ts';

export const oneOrMany = (several: readonly string[]): string | readonly string[] =>
  several.length === 1 ? (several[0] ?? '') : several;

/** The name of an artefact as it is written, with its version perhaps. */
export const artefact = (making: Making, draw: Draw, name: string, always: boolean): string => {
  const major = making.majors.get(name);
  return major !== undefined && (always || draw.chance(0.5)) ? `${name}@${major}` : name;
};

/** An artefact that the chain does not know yet. */
export function newArtefact(making: Making, draw: Draw): string {
  const [shared, major] = draw.pick([...sharedArtefacts]);
  if (draw.chance(0.3) && !making.majors.has(shared)) {
    making.majors.set(shared, major);
    return shared;
  }
  const name = `${draw.pick(artefactNames)}-${making.number()}`;
  if (making.majors.has(name)) return newArtefact(making, draw);
  making.majors.set(name, draw.chance(0.3) ? draw.below(12) : undefined);
  return name;
}

/** How long something takes, in some share of all cases; where all is plain, those that mostly say so always do. Adds it to what everything takes together. */
export function takes(making: Making, draw: Draw, share: number): Written {
  const isPlain = making.extent.plain === true;
  if (!draw.chance(share) && !(isPlain && share > 0.5)) return {};
  const { text, max } = isPlain ? drawHours(draw) : drawLength(draw);
  making.longest += max;
  return { takes: text };
}

/** Whether a node has a `when`, and which; `list.first` may forbid it. */
export function drawWhen(making: Making, { draw }: NodePlan, list: ListPlan): string | undefined {
  if (list.first.always && list.at === 0) return undefined;
  return draw.chance(0.2) ? drawCondition(draw, making.spoken) : undefined;
}

/** What is made, and what is there behind it. */
export interface Made {
  readonly written: Written;
  /** `undefined`: nothing goes on to the next node of the list. */
  readonly after: There | undefined;
}

/** What is there behind a node that makes `products`, if it runs. */
export function behind(there: There, products: readonly string[], when: string | undefined): There {
  return new Set([...there, ...products.map(name => (when === undefined ? name : guarded(when, name)))]);
}

/** What a step says apart from its name and place; with what it makes. */
export function drawWork(
  making: Making,
  draw: Draw,
  there: There,
  options: {
    readonly when?: string | undefined;
    readonly product?: string | undefined;
    readonly inLane: boolean;
  },
): { readonly written: Written; readonly products: readonly string[] } {
  const who: Written = draw.chance(0.15)
    ? { team: draw.pick(making.teams) }
    : { skill: draw.pick(making.skills) };
  const products: string[] = options.product === undefined ? [] : [options.product];
  const known = [...making.products].filter(name => there.has(name));
  // What is there already may be made anew, but not at the same time as in another lane.
  const anew = !options.inLane && known.length > 0 && draw.chance(0.1) ? [draw.pick(known)] : [];
  products.push(...anew);
  if (draw.chance(0.5)) products.push(newArtefact(making, draw));
  const usable = [...there].flatMap(each => {
    const [condition, name] = each.split('\n');
    return name === undefined ? [each] : condition === options.when ? [name] : [];
  });
  const taken = usable.length > 0 && draw.chance(0.6) ? draw.several(usable, 3) : [];
  // Whoever makes something anew takes what was there, or that would have been made for nobody.
  const needs = [...taken, ...anew];
  for (const name of needs) making.needed.add(name);
  const remarks: Written = {
    ...(draw.chance(0.15) && { done: draw.several(sentences, 3) }),
    ...(draw.chance(0.12) && { owner: draw.pick(['Security', 'the CISO', 'a: b']) }),
    ...(draw.chance(0.12) && { priority: draw.pick(['P0', 'P1', 'P2', 'P3', 'low']) }),
    ...(draw.chance(0.12) && { document: draw.pick(['post-mortem', 'adr', 'runbook']) }),
    ...(draw.chance(0.12) && { checklist: draw.several(sentences, 3) }),
    ...(draw.chance(0.12) && { because: draw.pick(sentences) }),
    ...(draw.chance(0.12) && { notes: draw.chance(0.5) ? draw.pick(sentences) : draw.several(sentences, 2) }),
    ...(draw.chance(0.06) && { 'x-note': 'free' }),
  };
  const length = takes(making, draw, 0.6);
  if (length['takes'] === undefined) making.unknown = true;
  for (const name of products) making.products.add(name);
  const written: Written = {
    ...who,
    do: draw.pick(sentences),
    ...(needs.length > 0 && { needs: [...new Set(needs)].map(name => artefact(making, draw, name, false)) }),
    ...(products.length > 0 && {
      produces: [...new Set(products)].map(name => artefact(making, draw, name, true)),
    }),
    ...length,
    ...remarks,
  };
  return { written, products };
}

export function makeStep(
  making: Making,
  plan: NodePlan,
  list: ListPlan,
  there: There,
  inLane: boolean,
): Made {
  const { draw } = plan;
  const when = drawWhen(making, plan, list);
  const product = list.at === 0 ? list.first.product : undefined;
  const awaitable = list.awaitable.filter(({ sure }) => sure || making.extent.plain !== true);
  const awaited = awaitable.length > 0 && draw.chance(0.4) ? draw.several(awaitable, 2) : [];
  const known: There = new Set([...there, ...awaited.flatMap(each => [...each.there])]);
  const { written, products } = drawWork(making, draw, known, { when, product, inLane });
  // What has no letter of a slug wants an id.
  const isNameless = typeof written['skill'] === 'string' && !/[a-z0-9]/i.test(written['skill']);
  const id = plan.id ?? (isNameless ? `s-${making.number()}` : undefined);
  return {
    written: {
      ...(id !== undefined && { id }),
      ...written,
      ...(when !== undefined && { when }),
      ...(awaited.length > 0 && { after: oneOrMany([...new Set(awaited.map(({ name }) => name))]) }),
    },
    after: behind(when === undefined ? known : there, products, when),
  };
}

export function makeCheckpoint(making: Making, plan: NodePlan, list: ListPlan, there: There): Made {
  const { draw, id, label } = plan;
  const when = drawWhen(making, plan, list);
  const earlier = targetsOf(list, false).filter(each => each.list !== list || each.at !== list.at);
  const refused: Written = !draw.chance(0.6)
    ? {}
    : earlier.length === 0 || draw.chance(0.2)
      ? { 'if-refused': 'stop' }
      : { 'if-refused': { 'back-to': draw.pick(earlier).name, 'at-most': 1 + draw.below(5) } };
  return {
    written: {
      ...(id !== undefined && { id }),
      checkpoint: label,
      ...(draw.chance(0.7) && { by: oneOrMany([...new Set(draw.several(making.skills, 2))]) }),
      ...(draw.chance(0.3) && { criteria: draw.several(sentences, 3) }),
      ...refused,
      ...takes(making, draw, 0.2),
      ...(when !== undefined && { when }),
    },
    after: there,
  };
}

/** A range of versions that holds the version of a chain. */
function rangeOf(draw: Draw, { version }: Neighbour): Written {
  if (version === undefined || !draw.chance(0.6)) return {};
  const [major = '0', minor = '0'] = version.split('.');
  const next = Number(major) + 1;
  const ranges = [
    `>=${version}`,
    '*',
    `${major}.x`,
    version,
    `~${major}.${minor}`,
    `>=${major} <${next}`,
    `${version} || >${next}`,
    `${version} - ${next}.0`,
    ...(major === '0' ? [`^0.${minor}`] : [`^${major}`]),
  ];
  return { version: draw.pick(ranges) };
}

/** Runs another chain: all of its inputs are given to it. `undefined` where not all of them are there. */
export function makeSubChain(making: Making, plan: NodePlan, list: ListPlan, there: There): Made | undefined {
  const { draw, id } = plan;
  const child = draw.pick(making.children);
  const names = [...there].filter(name => !name.includes('\n'));
  const bindings = new Map<string, string>();
  for (const [input, major] of child.inputs) {
    const binds = names.includes(input) && making.majors.get(input) === major;
    if (binds && !draw.chance(0.3)) continue;
    if (names.length === 0) return undefined;
    const bound = draw.pick(names);
    making.needed.add(bound);
    bindings.set(input, artefact(making, draw, bound, false));
  }
  const when = drawWhen(making, plan, list);
  const fresh = [...child.outputs].filter(([name]) => !making.majors.has(name));
  const picked = fresh.length > 0 && draw.chance(0.7) ? draw.several(fresh, 2) : [];
  for (const [name, major] of picked) making.majors.set(name, major);
  const products = picked.map(([name]) => name);
  for (const name of products) making.products.add(name);
  const length = takes(making, draw, 0.4);
  if (length['takes'] === undefined) {
    making.longest += child.longest ?? 0;
    making.unknown ||= child.longest === undefined;
  }
  return {
    written: {
      ...(id !== undefined && { id }),
      chain: child.id,
      ...rangeOf(draw, child),
      ...(bindings.size > 0 && { with: Object.fromEntries(bindings) }),
      ...(products.length > 0 && { produces: products.map(name => artefact(making, draw, name, true)) }),
      ...length,
      ...(when !== undefined && { when }),
    },
    after: behind(there, products, when),
  };
}
