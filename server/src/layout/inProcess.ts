/** The engine in this very process: what elkjs gives where there is no worker. */
import type { LayoutEngine } from '../core/drawing/suite/freeGraph.ts';
import { createElkEngine } from './elkEngine.ts';

/** What the engine's script exports where it runs in no worker. */
export interface ElkModule {
  readonly Worker: new () => {
    postMessage(message: unknown): void;
    onmessage: ((event: { readonly data: unknown }) => void) | null;
  };
}

export function engineInProcess({ Worker }: ElkModule): LayoutEngine {
  const worker = new Worker();
  return createElkEngine({
    send: message => worker.postMessage(message),
    listen: take => {
      worker.onmessage = ({ data }) => take(data);
    },
  });
}
