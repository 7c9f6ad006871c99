/**
 * The layout engine in a worker of the page: started when the first suite is seen, and kept warm. A page's worker may load nothing, so
 * its script is fetched by the page and given to it as a blob.
 */
import type { LayoutEngine } from '../../../../../server/src/core/drawing/suite/freeGraph.ts';
import { createElkEngine } from '../../../../../server/src/layout/elkEngine.ts';

export interface PageEngine {
  /** Rejects where the engine cannot be had or fails. */
  readonly layOut: LayoutEngine;
  /** Ends what the engine is busy with; it starts anew when it is asked again. */
  restart(): void;
}

/** `address` of the engine's script, which the page's policy lets it fetch. */
export function createPageEngine(address: string): PageEngine {
  let started: Promise<{ readonly worker: Worker; readonly layOut: LayoutEngine }> | undefined;
  let script: Promise<string> | undefined;
  let fail: (reason: Error) => void = () => undefined;

  const start = async (): Promise<{ readonly worker: Worker; readonly layOut: LayoutEngine }> => {
    script ??= fetchScript(address);
    const worker = new Worker(await script);
    worker.addEventListener('error', event => fail(new Error(event.message)));
    const layOut = createElkEngine({
      send: message => worker.postMessage(message),
      listen: take => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => take(data)),
    });
    return { worker, layOut };
  };
  const restart = (): void => {
    fail(new Error('The layout engine was ended.'));
    started?.then(
      ({ worker }) => worker.terminate(),
      () => undefined,
    );
    started = undefined;
  };
  return {
    restart,
    layOut: async graph => {
      const broken = new Promise<never>((_, reject) => {
        fail = reject;
      });
      started ??= start();
      try {
        const { layOut } = await started;
        return await Promise.race([layOut(graph), broken]);
      } catch (reason) {
        // What could not be fetched may be there the next time.
        script = undefined;
        started = undefined;
        throw reason;
      }
    },
  };
}

async function fetchScript(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was not found.`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}
