/** The language server as a worker of the extension host, which is a worker itself. Loaded when the client starts. */
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ClientHost, clientOptions } from './clientOptions.ts';

/** `extension` is the folder the extension is installed in. */
export function createWebClient(extension: Uri, host: ClientHost): BaseLanguageClient {
  const script = Uri.joinPath(extension, 'dist', 'server.web.js');
  let last: Worker | undefined;
  const connect = async (): Promise<MessageTransports> => {
    // One that hangs does not end when it is asked to.
    last?.terminate();
    const worker = await startWorker(script);
    last = worker;
    return { reader: new WorkerReader(worker, host.log), writer: new WorkerWriter(worker) };
  };
  return new LanguageClient('skillChains', 'Skill Chains', connect, clientOptions(extension, host));
}

/** A host in the browser cannot start a worker from an extension on a far side, so there its text is read first. */
async function startWorker(script: Uri): Promise<Worker> {
  const options = { name: 'Skill Chains Language Server' };
  if (script.scheme === 'http' || script.scheme === 'https')
    return new Worker(script.toString(true), options);
  const text = new Blob([new Uint8Array(await workspace.fs.readFile(script))], { type: 'text/javascript' });
  const address = URL.createObjectURL(text);
  return new Worker(address, options);
}

/** An error that nothing caught ends a worker's server as it ends a process: its connection is closed. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker, log: LogOutputChannel) {
    super(worker);
    worker.addEventListener('error', event => {
      // Else it would go on to the extension host, whose error it is not.
      event.preventDefault();
      log.error(event.message || 'The language server could not be loaded.');
      worker.terminate();
      this.fireClose();
    });
  }
}

class WorkerWriter extends BrowserMessageWriter {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super(worker);
    this.#worker = worker;
  }
  override end(): void {
    this.#worker.terminate();
  }
}
