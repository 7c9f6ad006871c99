/** The server as a web worker, which speaks over its messages. It reaches no file by itself: its client reads them for it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';
import { createWorkerEngine } from './layoutEngine.ts';

const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, {
  version,
  ownFiles: undefined,
  library: undefined,
  createEngine: createWorkerEngine,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  // The first turn reads what has arrived, the second works off the next message of it.
  yieldToInput: async () => {
    await turn();
    await turn();
  },
});
connection.listen();
