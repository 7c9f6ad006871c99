/** The drawing: its layout beside bare layout engines, and the page that shows it in a real Chromium. */
import { createRequire } from 'node:module';
import dagre from '@dagrejs/dagre';
import { drawChain } from '../../server/src/core/drawing/drawChain.ts';
import type { Drawing } from '../../server/src/core/drawing/drawing.ts';
import { layOutChain } from '../../server/src/core/drawing/layOutChain.ts';
import type { ChainGraph } from '../../server/src/lsp/protocol.ts';
import { launchBrowser } from '../browser.ts';
import { openGraphPage } from './graphPage.ts';
import { graphOfSize, longerGraph, middleStep, relabelled, renamed } from './graphs.ts';
import { inTurn, median, percentile, type RoundOptions, type Times, timed, timesOf } from './rounds.ts';
import { type How, type Row, roundsOf, type Subject, sizesOf, type Target } from './subject.ts';

/** Engines are asked no further than this, as they take minutes for more. */
const largestForEngines = 1000;

export const drawing: Subject = {
  name: 'drawing',
  run: async how => {
    const sizes = sizesOf(how, [10, 100, 1000, 5000]);
    const rows: Row[] = [];
    for (const size of sizes) rows.push(...(await layoutRows(how, size)));
    const browser = await launchBrowser();
    try {
      for (const size of sizes) rows.push(...(await pageRows(how, await openGraphPage(browser, how), size)));
    } finally {
      await browser.close();
    }
    return {
      title: 'The drawing of a chain',
      notes: [
        'Chains in phases of about twenty nodes: steps, parallels, checkpoints with a way back, decisions. Layout is our places and lines for the whole graph, beside `layered` of `elkjs` and `dagre` on the same nodes, sizes and edges without phases; they are asked for up to 1,000 nodes.',
        'The first drawing is the time in the page of a Chromium from the message with the graph until the frame in which it is seen, in a page that has drawn something before. A label edit is the time that the page works from the message with another label of a node in view, the one in the middle of the chain, until the frame with it has been made: reading the message, layout, elements, and in the frame their style, places and painting. `until the frame is made` is the same with the wait for the frame, of which there are 60 in a second. A node that is named by its words has another id with each letter of them, and so have its edges; a step more before all others moves them all. Panning turns a wheel once a frame for 90 frames. A chain of more than 1,500 nodes opens with its phases closed; `all open` has them unfolded.',
      ],
      rows,
    };
  },
};

const nothing: ReadonlySet<string> = new Set();

async function layoutRows(how: How, size: number): Promise<readonly Row[]> {
  how.say(`laying out ${size} nodes`);
  const graph = graphOfSize(size);
  const drawn = drawChain(graph, { collapsed: nothing, stale: nothing });
  const contestants = [
    { name: 'ours', round: () => timed(() => layOutChain(graph, nothing)) },
    ...(size > largestForEngines
      ? []
      : [
          { name: 'elkjs', round: () => timed(() => byElk(graph, drawn)) },
          { name: 'dagre', round: () => timed(() => byDagre(graph, drawn)) },
        ]),
  ];
  const times = await inTurn(contestants, roundsOf(how, size >= 1000 ? 0.15 : 1));
  const row = rowOf(sizeName(size), 'layout', times.get('ours'));
  return contestants.length === 1
    ? [row]
    : ['elkjs', 'dagre'].map(name => {
        const other = times.get(name) ?? timesOf([]);
        return { ...row, beside: { what: name, p50: median(other), p95: percentile(other, 0.95) } };
      });
}

const sizeName = (size: number): string => `${size.toLocaleString('en')} nodes`;

function rowOf(size: string, what: string, times: Times | undefined, target?: Target): Row {
  const given = times ?? timesOf([]);
  return {
    ...{ size, what, unit: 'ms', p50: median(given), p95: percentile(given, 0.95) },
    ...(target && { target }),
  };
}

/** The engine without its types, which do not hold under our compiler's settings. */
const Elk: unknown = createRequire(import.meta.url)('elkjs');
const elk: unknown = typeof Elk === 'function' ? Reflect.construct(Elk, []) : undefined;
const elkLayout: unknown = Reflect.get(Object(elk), 'layout');

async function byElk(graph: ChainGraph, { places }: Drawing): Promise<void> {
  if (typeof elkLayout !== 'function') throw new Error('elkjs has no layout.');
  const wanted = {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
    children: [...places].map(([id, { width, height }]) => ({ id, width, height })),
    edges: edgesOf(graph, places).map(({ from, to }, at) => ({
      id: `e${at}`,
      sources: [from],
      targets: [to],
    })),
  };
  await elkLayout.call(elk, wanted);
}

function byDagre(graph: ChainGraph, { places }: Drawing): void {
  const flat = new dagre.graphlib.Graph({ multigraph: true });
  flat.setGraph({});
  flat.setDefaultEdgeLabel(() => ({}));
  for (const [id, { width, height }] of places) flat.setNode(id, { width, height });
  for (const [at, { from, to }] of edgesOf(graph, places).entries()) flat.setEdge(from, to, {}, `e${at}`);
  dagre.layout(flat);
}

const edgesOf = ({ edges }: ChainGraph, places: Drawing['places']) =>
  edges.filter(({ from, to }) => places.has(from) && places.has(to));

type GraphPage = Awaited<ReturnType<typeof openGraphPage>>;

async function pageRows(how: How, page: GraphPage, nodes: number): Promise<readonly Row[]> {
  how.say(`painting ${nodes} nodes`);
  const graph = graphOfSize(nodes);
  const size = sizeName(nodes);
  const rounds = roundsOf(how, nodes >= 1000 ? 0.25 : 0.5);
  const paints = await inTurn([{ name: 'ours', round: () => page.open(graph) }], rounds);
  const rows = [rowOf(size, 'first drawing', paints.get('ours'), firstDrawingTarget(nodes))];
  rows.push(...(await editRows(page, size, nodes, roundsOf(how))));
  rows.push(await panRow(page, size, nodes === 5000));
  if (nodes === 5000) {
    await page.unfold(graph);
    rows.push(await panRow(page, `${size}, all open`, false));
  }
  await page.close();
  return rows;
}

function firstDrawingTarget(nodes: number): Target | undefined {
  if (nodes === 100) return { kind: 'most', value: 60 };
  return nodes === 1000 ? { kind: 'most', value: 300 } : undefined;
}

async function editRows(
  page: GraphPage,
  size: string,
  nodes: number,
  rounds: RoundOptions,
): Promise<readonly Row[]> {
  const target: Target | undefined = nodes <= 1000 ? { kind: 'most', value: 10 } : undefined;
  const graph = graphOfSize(nodes);
  await page.look(middleStep(graph).id);
  let edit = 0;
  const made: number[] = [];
  const label = async (): Promise<number> => {
    const times = await page.update(relabelled(graph, `Edited ${++edit} times by now`));
    made.push(times.made);
    return times.work;
  };
  const labels = await inTurn([{ name: 'ours', round: label }], rounds);
  const rows = [
    rowOf(size, 'label edit', labels.get('ours'), target),
    rowOf(size, 'label edit, until the frame is made', timesOf(made.slice(rounds.warmUp))),
  ];
  const name = async (): Promise<number> =>
    (await page.update(renamed(graph, `edited-${++edit}-times-by-now`))).work;
  const names = await inTurn([{ name: 'ours', round: name }], rounds);
  const longer = longerGraph(nodes);
  const step = async (): Promise<number> => (await page.update(++edit % 2 === 0 ? graph : longer)).work;
  const steps = await inTurn([{ name: 'ours', round: step }], rounds);
  // What is shown last is the graph as it was, for whatever is measured next.
  await page.update(graph);
  return [
    ...rows,
    rowOf(size, 'label edit of a node that is named by it', names.get('ours')),
    rowOf(size, 'a step more or less before all others', steps.get('ours')),
  ];
}

async function panRow(page: GraphPage, size: string, isGoal: boolean): Promise<Row> {
  const rates = [await page.pan(), await page.pan(), await page.pan()];
  return {
    ...{ size, what: 'panning', unit: 'frames/s', p50: median(timesOf(rates)) },
    ...(isGoal && { target: { kind: 'least', value: 50 } }),
  };
}
