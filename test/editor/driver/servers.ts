/** The language servers of one window, seen and handled from outside: processes of the machine, or workers of the page. */
import type { Page, Worker } from 'playwright-core';
import { descendantServers } from '../../../scripts/support/processes.ts';

export interface Servers {
  /** One word for each that runs, another one for each that was started anew. */
  list(): Promise<readonly string[]>;
  /** Ends all of them without a warning. */
  kill(): Promise<void>;
  /** Stops all of them where they are, without an end. */
  hang(): Promise<void>;
}

/** Servers that a process started, however far down: the editor's, whose number it is. */
export function processServers(ancestor: number): Servers {
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    for (const { pid } of await descendantServers(ancestor)) process.kill(pid, name);
  };
  return {
    list: async () => (await descendantServers(ancestor)).map(({ pid }) => String(pid)),
    kill: () => signal('SIGKILL'),
    hang: () => signal('SIGSTOP'),
  };
}

/** Servers that are workers; an error that nothing catches is what ends one, as it ends a process. */
export function workerServers(page: Page): Servers {
  const names = new Map<Worker, string>();
  const running = async (): Promise<readonly Worker[]> => {
    const workers = page.workers();
    // Of one that ended meanwhile nothing is heard but an error.
    const called = await Promise.all(workers.map(worker => worker.evaluate(() => self.name).catch(() => '')));
    return workers.filter((_, at) => called[at]?.includes('Skill Chains Language Server'));
  };
  return {
    list: async () =>
      (await running()).map(worker => {
        const name = names.get(worker) ?? String(names.size);
        names.set(worker, name);
        return name;
      }),
    kill: async () => {
      for (const worker of await running()) {
        const ended = new Promise(resolve => worker.once('close', resolve));
        await worker.evaluate(() => {
          setTimeout(() => {
            throw new Error('A test ends this server.');
          });
        });
        await ended;
      }
    },
    hang: async () => {
      for (const worker of await running()) {
        await worker.evaluate(() => {
          setTimeout(() => {
            for (;;);
          });
        });
      }
    },
  };
}
