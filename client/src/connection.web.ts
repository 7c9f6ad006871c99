/** The language server as a worker of the extension host, which is a worker itself. Loaded when the client starts. */
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ClientHost, clientOptions } from './clientOptions.ts';

/** `extension` is the folder the extension is installed in. */
export function createWebClient(extension: Uri, host: ClientHost): BaseLanguageClient {
  const scripts = ['core.js', 'server.js'].map(name => Uri.joinPath(extension, 'dist', name));
  let last: Worker | undefined;
  const connect = async (): Promise<MessageTransports> => {
    // One that hangs does not end when it is asked to.
    last?.terminate();
    const worker = await startWorker(scripts);
    last = worker;
    return { reader: new WorkerReader(worker, host.log), writer: new WorkerWriter(worker) };
  };
  return new LanguageClient('skillChains', 'Skill Chains', connect, clientOptions(extension, host));
}

/**
 * Runs scripts one after the other in one worker. One on a far side cannot be loaded by its address from a host in the browser, so its
 * text is read first.
 */
async function startWorker(scripts: readonly Uri[]): Promise<Worker> {
  const parts = await Promise.all(scripts.map(scriptText));
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  return new Worker(address, { name: 'Skill Chains Language Server' });
}

async function scriptText(script: Uri): Promise<BlobPart> {
  return script.scheme === 'http' || script.scheme === 'https'
    ? `importScripts(${JSON.stringify(script.toString(true))});\n`
    : withoutInterpreter(new TextDecoder().decode(await workspace.fs.readFile(script)));
}

/** The line that names an interpreter may only be the first of a script, and here others come before it. */
const withoutInterpreter = (text: string): string => text.replace(/^#!.*/, '');

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
