/** The layout engine for exports, in this process: loaded from beside the server when the first suite is exported. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LayoutEngine } from '../core/index.ts';
import { engineFile } from '../layout/elkEngine.ts';
import { engineInProcess } from '../layout/inProcess.ts';

/** `folder` is where the server's own file stands. Rejects where the engine does not ship with it. */
export function createNodeEngine(folder: string): LayoutEngine {
  let engine: LayoutEngine | undefined;
  return async graph => {
    const file = path.join(folder, 'webview', engineFile);
    engine ??= engineInProcess(createRequire(file)(file));
    return engine(graph);
  };
}
