/**
 * A layout that needs no engine: cards on a grid, in the rows that they have, and edges in the free lanes between. What it lacks is the
 * search for an order with few crossings; nothing covers anything else, however large the graph.
 */
import type { Point } from '../ports.ts';
import type { FreeEdge, FreeGraph, FreeLayout } from './freeGraph.ts';
import { columnGap, lineGap, rowClearance, trackGap } from './sizes.ts';

/** Where an edge runs on the grid. Lane `i` across is above row `i`, corridor `i` down is left of column `i`. */
interface Way {
  readonly from: number;
  readonly to: number;
  /** The side of either node: its lower one (1) or its upper one (-1). */
  readonly leaves: 1 | -1;
  readonly arrives: 1 | -1;
  readonly outLane: number;
  readonly inLane: number;
  /** `undefined`: one lane leads there. */
  readonly corridor: number | undefined;
}

/** Deterministic, and as long as the graph for its time. */
export function layOutSimply({ nodes, edges }: FreeGraph): FreeLayout {
  const columns = columnsOf(nodes.map(({ row }) => row));
  const ways = edges.map(edge => wayOf(edge, nodes, columns));
  const across = acrossOf(nodes, columns, ways);
  const ports = portsOf(ways, nodes, columns, node => across.starts[columns[node] ?? 0] ?? 0);
  const down = downOf(nodes, ways, ports, across.corridor);
  const places = nodes.map(
    ({ row }, at): Point => ({ x: across.starts[columns[at] ?? 0] ?? 0, y: down.starts[row] ?? 0 }),
  );
  const sideOf = (node: number, side: 1 | -1): number =>
    (places[node]?.y ?? 0) + (side === 1 ? (nodes[node]?.height ?? 0) : 0);
  const routes = ways.map((way, at): readonly Point[] => {
    const { out, into } = ports[at] ?? noPorts;
    const begin = { x: out, y: sideOf(way.from, way.leaves) };
    const end = { x: into, y: sideOf(way.to, way.arrives) };
    if (way.corridor === undefined && out === into) return [begin, end];
    const first = down.lane(way.outLane, 2 * at);
    if (way.corridor === undefined) return [begin, { x: out, y: first }, { x: into, y: first }, end];
    const x = across.corridor(at);
    const last = down.lane(way.inLane, 2 * at + 1);
    return [begin, { x: out, y: first }, { x, y: first }, { x, y: last }, { x: into, y: last }, end];
  });
  return { places, routes };
}

function wayOf({ from, to }: FreeEdge, nodes: FreeGraph['nodes'], columns: readonly number[]): Way {
  const [start, end] = [nodes[from]?.row ?? 0, nodes[to]?.row ?? 0];
  const down = end > start ? 1 : -1;
  const outLane = down === 1 ? start + 1 : start;
  const inLane = down === 1 ? end : end + 1;
  const [own, other] = [columns[from] ?? 0, columns[to] ?? 0];
  const corridor = outLane === inLane ? undefined : own < other ? other : other + 1;
  return { from, to, leaves: down, arrives: down === 1 ? -1 : 1, outLane, inLane, corridor };
}

/** Where each column starts, and where in its corridor the way with this number runs. */
function acrossOf(
  nodes: FreeGraph['nodes'],
  columns: readonly number[],
  ways: readonly Way[],
): { readonly starts: readonly number[]; corridor(way: number): number } {
  const { track, counts } = tracksBy(
    ways.map(({ corridor, outLane, inLane }) =>
      corridor === undefined ? undefined : { lane: corridor, start: outLane, end: inLane },
    ),
  );
  const widths = largestOf(nodes.map(({ width }, at) => [columns[at] ?? 0, width]));
  const { starts, gaps } = spread(widths, (corridor, isOuter) => {
    const tracks = counts.get(corridor) ?? 0;
    const needed = tracks === 0 ? 0 : (tracks - 1) * trackGap + 2 * lineGap;
    return isOuter ? needed : Math.max(columnGap, needed);
  });
  return {
    starts,
    corridor: way => (gaps[ways[way]?.corridor ?? 0] ?? 0) + lineGap + (track[way] ?? 0) * trackGap,
  };
}

/** Where each row starts, and where in its lane a stretch runs: each way has two, where it leaves and where it arrives. */
function downOf(
  nodes: FreeGraph['nodes'],
  ways: readonly Way[],
  ports: readonly Ports[],
  corridorX: (way: number) => number,
): { readonly starts: readonly number[]; lane(lane: number, stretch: number): number } {
  const { track, counts } = tracksBy(
    ways.flatMap(({ outLane, inLane, corridor }, at) => {
      const { out, into } = ports[at] ?? noPorts;
      if (corridor === undefined)
        return [out === into ? undefined : { lane: outLane, start: out, end: into }, undefined];
      const x = corridorX(at);
      return [
        { lane: outLane, start: out, end: x },
        { lane: inLane, start: x, end: into },
      ];
    }),
  );
  const heights = largestOf(nodes.map(({ row, height }) => [row, height]));
  const { starts, gaps } = spread(heights, (lane, isOuter) => {
    const tracks = counts.get(lane) ?? 0;
    return isOuter && tracks === 0 ? 0 : 2 * rowClearance + Math.max(0, tracks - 1) * trackGap;
  });
  return {
    starts,
    lane: (lane, stretch) => (gaps[lane] ?? 0) + rowClearance + (track[stretch] ?? 0) * trackGap,
  };
}

/** The largest size at each place. */
function largestOf(sizes: readonly (readonly [at: number, size: number])[]): readonly number[] {
  const largest: number[] = [];
  for (const [at, size] of sizes) largest[at] = Math.max(largest[at] ?? 0, size);
  return largest;
}

/** Each node's place in its row. */
function columnsOf(rows: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  return rows.map(row => {
    const column = counts.get(row) ?? 0;
    counts.set(row, column + 1);
    return column;
  });
}

interface Stretch {
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

/** A track for each stretch, so that no two of a lane touch; and how many tracks each lane has. */
function tracksBy(stretches: readonly (Stretch | undefined)[]): {
  readonly track: readonly number[];
  readonly counts: ReadonlyMap<number, number>;
} {
  const track = stretches.map(() => 0);
  /** By lane, where each of its tracks is free from. */
  const ends = new Map<number, number[]>();
  const sorted = stretches
    .flatMap((stretch, at) =>
      stretch === undefined
        ? []
        : [{ at, lane: stretch.lane, from: Math.min(stretch.start, stretch.end), stretch }],
    )
    .sort((left, right) => left.from - right.from || left.at - right.at);
  for (const { at, lane, from, stretch } of sorted) {
    const free = ends.get(lane) ?? [];
    ends.set(lane, free);
    const found = free.findIndex(end => end < from);
    const chosen = found < 0 ? free.length : found;
    free[chosen] = Math.max(stretch.start, stretch.end);
    track[at] = chosen;
  }
  return { track, counts: new Map([...ends].map(([lane, free]) => [lane, free.length])) };
}

/** Things one behind the other, with a gap before each and one behind the last: where each gap and each thing starts. */
function spread(
  sizes: readonly number[],
  gap: (at: number, isOuter: boolean) => number,
): { readonly starts: readonly number[]; readonly gaps: readonly number[] } {
  const starts: number[] = [];
  const gaps: number[] = [];
  let at = 0;
  for (const [index, size] of [...sizes, 0].entries()) {
    gaps.push(at);
    at += gap(index, index === 0 || index === sizes.length);
    starts.push(at);
    at += size;
  }
  return { starts, gaps };
}

/** Ports stand on a raster, those of lower sides half a step aside: so what leaves one card never lies on what comes to the one below. */
const portStep = 8;

interface Ports {
  readonly out: number;
  readonly into: number;
}
const noPorts: Ports = { out: 0, into: 0 };

/** Where each edge leaves and arrives, from the left of the scene: spread over the side, in the order of where they lead. */
function portsOf(
  ways: readonly Way[],
  nodes: FreeGraph['nodes'],
  columns: readonly number[],
  left: (node: number) => number,
): readonly Ports[] {
  const sides = new Map<string, { readonly end: string; readonly towards: number }[]>();
  const add = (node: number, side: 1 | -1, end: string, towards: number): void => {
    const key = `${node} ${side}`;
    const known = sides.get(key);
    if (known === undefined) sides.set(key, [{ end, towards }]);
    else known.push({ end, towards });
  };
  for (const [at, { from, to, leaves, arrives, corridor }] of ways.entries()) {
    const between = corridor === undefined ? undefined : corridor - 0.5;
    add(from, leaves, `out ${at}`, between ?? columns[to] ?? 0);
    add(to, arrives, `into ${at}`, between ?? columns[from] ?? 0);
  }
  const place = new Map<string, number>();
  const alone = new Set<string>();
  for (const [key, ends] of sides) {
    const [node = 0, side = 0] = key.split(' ').map(Number);
    const width = nodes[node]?.width ?? 0;
    const shift = side === 1 ? portStep / 2 : 0;
    for (const [index, { end }] of ends.toSorted((one, two) => one.towards - two.towards).entries()) {
      const own = (width * (2 * index + 1)) / (2 * ends.length);
      const isTight = ends.length * portStep > width;
      place.set(end, left(node) + (isTight ? own : Math.round(own / portStep) * portStep + shift));
      if (ends.length === 1) alone.add(end);
    }
  }
  return ways.map(({ from, to, corridor }, at) => {
    const straight =
      corridor === undefined &&
      columns[from] === columns[to] &&
      alone.has(`out ${at}`) &&
      alone.has(`into ${at}`);
    const middle = left(from) + (nodes[from]?.width ?? 0) / 2;
    if (straight) return { out: middle, into: middle };
    return { out: place.get(`out ${at}`) ?? middle, into: place.get(`into ${at}`) ?? middle };
  });
}
