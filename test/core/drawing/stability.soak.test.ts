/** What an edit may move: nothing that stands before it, and nothing at all where only words changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChainGraph, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import type { Drawing } from '../../../server/src/core/drawing/drawing.ts';
import type { Written } from '../analysis/randomChains.ts';
import { plainly } from './drawings.ts';
import { chartSeeds, graphOfWritten, writtenChart } from './randomCharts.ts';

const draw = (chain: Written): Drawing => drawChain(graphOfWritten(chain), plainly);

const isMap = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every list of nodes of a chain that holds something, in text order. */
function listsOf(value: unknown, key = ''): readonly Written[][] {
  if (Array.isArray(value)) {
    const inner = value.flatMap(each => listsOf(each));
    const isList = (key === 'steps' || key === 'otherwise') && value.length > 0;
    return isList ? [value.filter(isMap), ...inner] : inner;
  }
  return isMap(value) ? Object.entries(value).flatMap(([name, inner]) => listsOf(inner, name)) : [];
}

/** A chain again, with one list replaced. */
function replaced(value: unknown, list: readonly Written[], by: readonly Written[]): unknown {
  if (Array.isArray(value)) {
    const isIt = value.length === list.length && value.every((each, at) => each === list[at]);
    return isIt ? by : value.map(each => replaced(each, list, by));
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, list, by)]));
}

/** Whether a node stands on the spine of a decision; a parallel holds it, though not in its middle. */
function isBelow({ places }: Drawing, id: string, decision: string): boolean {
  const [place, above] = [places.get(id), places.get(decision)];
  if (place === undefined || above === undefined) return false;
  const spine = above.x + above.width / 2;
  return place.x < spine && spine < place.x + place.width;
}

/**
 * Ids of what stands before a node: all that comes before it in the text, but for other routes of a decision on whose spine the
 * route of the node stands, since these stand at its right, and for the boxes that it stands in, which grow.
 */
function idsBefore({ nodes }: ChainGraph, drawing: Drawing, id: string): readonly string[] {
  const byId = new Map(nodes.map((node): [string, GraphNode] => [node.id, node]));
  const isRoute = (node: GraphNode, decision: string, index?: number): boolean => {
    for (
      let at: GraphNode | undefined = node;
      at !== undefined;
      at = byId.get(at.route?.decision ?? at.parent ?? '')
    ) {
      if (at.route?.decision === decision) return index === undefined || at.route.index === index;
    }
    return false;
  };
  const mains: { readonly decision: string; readonly index: number }[] = [];
  for (let at = byId.get(id); at !== undefined; at = byId.get(at.route?.decision ?? at.parent ?? '')) {
    const { route } = at;
    const head =
      route &&
      nodes.find(node => node.route?.decision === route.decision && node.route.index === route.index);
    if (route !== undefined && head !== undefined && isBelow(drawing, head.id, route.decision)) {
      mains.push(route);
    }
  }
  const around = new Set<string>();
  for (let at = byId.get(id)?.parent; at !== undefined; at = byId.get(at)?.parent) around.add(at);
  const place = nodes.findIndex(node => node.id === id);
  return nodes
    .slice(0, place)
    .filter(
      node =>
        !around.has(node.id) &&
        !mains.some(({ decision, index }) => isRoute(node, decision) && !isRoute(node, decision, index)),
    )
    .map(node => node.id);
}

function checkUnmoved(before: Drawing, after: Drawing, ids: Iterable<string>): void {
  for (const id of ids) {
    const [one, other] = [before.places.get(id), after.places.get(id)];
    if (one === undefined || other === undefined) continue;
    assert.deepEqual([other.x, other.y], [one.x, one.y], `${id} moved`);
  }
}

/** The keys whose values are said and decide nothing else. */
const wordKeys: ReadonlySet<string> = new Set(
  'do skill decision checkpoint when lane window trigger output by if'.split(' '),
);

test('new words move nothing', () => {
  const reworded = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return wordKeys.has(key) && value !== '' ? `${value} and then much more than that` : value;
    if (Array.isArray(value)) return value.map(each => reworded(each, key === 'by' ? key : ''));
    if (!isMap(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reworded(inner, name)]));
  };
  fc.assert(
    fc.property(chartSeeds(80), seed => {
      const chain = writtenChart(seed);
      const named = withLaneIds(chain);
      const [before, after] = [draw(named), draw(reworded(named) as Written)];
      assert.deepEqual([...after.places], [...before.places]);
    }),
    { numRuns: 100 },
  );
});

/** Lanes are named by their words unless they have ids. */
function withLaneIds(value: Written): Written {
  let count = 0;
  const visit = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(visit);
    if (!isMap(each)) return each;
    const inner = Object.fromEntries(Object.entries(each).map(([key, one]) => [key, visit(one)]));
    return 'lane' in each ? { id: `lane-${count++}`, ...inner } : inner;
  };
  const visited = visit(value);
  assert.ok(isMap(visited));
  return visited;
}

test('a step more at the end of a list moves nothing before it', () => {
  fc.assert(
    fc.property(chartSeeds(80), fc.nat(), (seed, which) => {
      const chain = writtenChart(seed, { plain: true });
      const lists = listsOf(chain['phases'] ?? { steps: chain['steps'] });
      const list = lists[which % lists.length] ?? [];
      const by = [...list, { id: 'new', skill: 'a', do: 'b' }];
      const changed = replaced(chain, list, by);
      assert.ok(isMap(changed));
      const graph = graphOfWritten(changed);
      const after = drawChain(graph, plainly);
      checkUnmoved(draw(chain), after, idsBefore(graph, after, 'new'));
    }),
    { numRuns: 150 },
  );
});

test('without the last lane of a parallel, the lanes before it and all above stay', () => {
  fc.assert(
    fc.property(chartSeeds(80), fc.nat(), (seed, which) => {
      const chain = writtenChart(seed, { plain: true });
      const parallels = listsOf(chain['phases'] ?? { steps: chain['steps'] })
        .flat()
        .map(node => node['parallel'])
        .filter((lanes): lanes is Written[] => Array.isArray(lanes) && lanes.length > 1);
      const lanes = parallels[which % Math.max(1, parallels.length)];
      if (lanes === undefined) return;
      const changed = replaced(chain, lanes, lanes.slice(0, -1));
      assert.ok(isMap(changed));
      const graph = graphOfWritten(chain);
      const [before, after] = [drawChain(graph, plainly), draw(changed)];
      const gone = graph.nodes.find(({ id }) => !after.places.has(id));
      checkUnmoved(before, after, idsBefore(graph, before, gone?.id ?? ''));
    }),
    { numRuns: 150 },
  );
});
