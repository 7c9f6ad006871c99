/** The layout engine for exports, in a worker of the server's own: started when the first suite is exported. */
import type { LayoutEngine } from '../core/index.ts';
import { createElkEngine } from '../layout/elkEngine.ts';

/** `script` gives the text of the engine. Layouts reject where there is none, or where it cannot be started. */
export function createWorkerEngine(script: () => Promise<string | undefined>): LayoutEngine {
  let started: Promise<{ readonly layOut: LayoutEngine; readonly failed: Promise<never> }> | undefined;
  const start = async () => {
    const text = await script();
    if (text === undefined) throw new Error('The layout engine was not found.');
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(address, { name: 'Skill Chains Layout Engine' });
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', event => {
        event.preventDefault();
        reject(new Error(`The layout engine could not be started: ${event.message}`));
      });
    });
    // Who waits for a layout hears of it; nobody may be waiting.
    failed.catch(() => undefined);
    const layOut = createElkEngine({
      send: message => worker.postMessage(message),
      listen: take => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => take(data)),
    });
    return { layOut, failed };
  };
  return async graph => {
    started ??= start();
    try {
      const { layOut, failed } = await started;
      return await Promise.race([layOut(graph), failed]);
    } catch (reason) {
      started = undefined;
      throw reason;
    }
  };
}
