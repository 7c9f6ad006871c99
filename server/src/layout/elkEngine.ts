/** The layout engine elkjs, spoken to over the messages of its worker, wherever that runs. */
import type { FreeLayout, LayoutEngine } from '../core/drawing/suite/freeGraph.ts';
import { fromElk, isTooWide, placements, toElk } from './elkGraph.ts';

/** The channel to a worker that has just started: of a browser, or what stands for it in the same process. */
export interface ElkWorker {
  send(message: unknown): void;
  /** Gives what the worker answers. */
  listen(take: (message: unknown) => void): void;
}

type Settle = (answer: unknown) => void;

/** The name of the file that the engine is, beside the page that loads it. */
export const engineFile = 'elk-worker.min.js';

/**
 * The engine behind a worker that just started. Its layouts reject where the engine says that something went wrong; one that never
 * answers is for the caller to notice. Messages: `{ id, cmd, … }`, answered by `{ id, data }` or `{ id, error }`.
 */
export function createElkEngine(worker: ElkWorker): LayoutEngine {
  const waiting = new Map<number, Settle>();
  let last = 0;
  worker.listen(message => {
    const id: unknown = Object(message)['id'];
    if (typeof id !== 'number') return;
    waiting.get(id)?.(message);
    waiting.delete(id);
  });
  const ask = (message: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, answer => {
        const { data, error }: { readonly data?: unknown; readonly error?: unknown } = Object(answer);
        if (error === undefined) resolve(data);
        else reject(new Error(`The layout engine failed: ${messageOf(error)}`));
      });
      worker.send({ id, ...message });
    });
  let registered: Promise<unknown> | undefined;
  return async graph => {
    registered ??= ask({ cmd: 'register', algorithms: ['layered'] });
    await registered;
    let layout: FreeLayout | undefined;
    for (const placement of placements(graph)) {
      const answer = await ask({
        cmd: 'layout',
        graph: toElk(graph, placement),
        layoutOptions: {},
        options: {},
      });
      layout = fromElk(graph, answer);
      if (layout !== undefined && !isTooWide(graph, layout)) break;
    }
    if (layout === undefined) throw new Error('The layout engine gave no layout of this graph.');
    return layout;
  };
}

const messageOf = (error: unknown): string => {
  const message: unknown = Object(error)['message'];
  return typeof message === 'string' ? message : String(error);
};
