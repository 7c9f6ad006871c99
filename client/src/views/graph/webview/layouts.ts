/**
 * The layouts of suites that are at hand. A drawing is made at once or not at all, so what takes time happens before: `prepare` gets a
 * layout, and `draw` draws with what there is.
 */
import { type DrawnChain, redrawChain } from '../../../../../server/src/core/drawing/drawChain.ts';
import type { Drawing, DrawingOptions } from '../../../../../server/src/core/drawing/drawing.ts';
import { drawSuite, suiteLayoutGraph } from '../../../../../server/src/core/drawing/suite/drawSuite.ts';
import {
  type FreeLayout,
  isTooLarge,
  type LayoutEngine,
  layoutKey,
} from '../../../../../server/src/core/drawing/suite/freeGraph.ts';
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';

/** How a drawing was laid out: `simple` as the engine gave nothing in time, `large` as there is more than it is asked for. */
export type Arrangement = 'full' | 'simple' | 'large';

export interface Layouts {
  /** Settles when the graph can be drawn: never later than the deadline, and at once where its layout is known. Never rejects. */
  prepare(graph: ChainGraph, collapsed: ReadonlySet<string>, patience?: number): Promise<void>;
  /** Whether there is nothing to wait for. */
  isReady(graph: ChainGraph, collapsed: ReadonlySet<string>): boolean;
  draw(graph: ChainGraph, options: DrawingOptions): Drawing;
  arrangement(graph: ChainGraph, collapsed: ReadonlySet<string>): Arrangement;
}

export interface LayoutsHost {
  readonly layOut: LayoutEngine;
  /** Ends a layout that took too long. */
  restart(): void;
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** So long a person waits for a drawing, in milliseconds: for the first, for which the engine must be loaded, and for later ones. */
const firstPatience = 4000;
const laterPatience = 1500;
/** Layouts that are kept, the last one last: those of a text that is undone and done again, of phases that fold and unfold. */
const mostKept = 20;

export function createLayouts(host: LayoutsHost): Layouts {
  const known = new Map<string, FreeLayout>();
  let isWarm = false;
  /** The last drawing of a chain, of which the next takes over what is the same. */
  let drawn: DrawnChain | undefined;

  const keep = (key: string, layout: FreeLayout): void => {
    known.delete(key);
    known.set(key, layout);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  };
  const arrangement: Layouts['arrangement'] = (graph, collapsed) => {
    if (graph.subject.kind !== 'suite') return 'full';
    const wanted = suiteLayoutGraph(graph, collapsed);
    if (isTooLarge(wanted)) return 'large';
    return known.has(layoutKey(wanted)) ? 'full' : 'simple';
  };
  return {
    arrangement,
    isReady: (graph, collapsed) => arrangement(graph, collapsed) !== 'simple',
    prepare: async (graph, collapsed, patience) => {
      if (graph.subject.kind !== 'suite') return;
      const wanted = suiteLayoutGraph(graph, collapsed);
      const key = layoutKey(wanted);
      if (known.has(key) || isTooLarge(wanted)) return;
      const deadline = patience ?? (isWarm ? laterPatience : firstPatience);
      const layout = await inTime(host, deadline, () => host.layOut(wanted));
      if (layout === undefined) return;
      isWarm = true;
      keep(key, layout);
    },
    draw: (graph, options) => {
      if (graph.subject.kind !== 'suite') {
        drawn = redrawChain(graph, options, drawn);
        return drawn.drawing;
      }
      return drawSuite(graph, options, known.get(layoutKey(suiteLayoutGraph(graph, options.collapsed))));
    },
  };
}

/** `undefined` where it took too long, which ends it, or failed. */
function inTime<Result>(
  { after, restart }: LayoutsHost,
  milliseconds: number,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  return new Promise(resolve => {
    const takeBack = after(milliseconds, () => {
      restart();
      resolve(undefined);
    });
    run().then(
      result => {
        takeBack();
        resolve(result);
      },
      () => {
        takeBack();
        resolve(undefined);
      },
    );
  });
}
