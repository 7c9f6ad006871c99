/** The server as a process of its own: `skill-chains-server --stdio`, or `--node-ipc` where VS Code forks it. */
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';
import { readArguments } from './arguments.ts';
import { createFileLibrary } from './fileLibrary.ts';
import { createFileWorkspace } from './fileWorkspace.ts';
import { createNodeEngine } from './layoutEngine.ts';
import { tidyUp } from './memory.ts';

const invocation = readArguments(process.argv.slice(2), version);
if (invocation.kind === 'misuse') {
  process.stderr.write(invocation.text);
  process.exit(2);
}
if (invocation.kind === 'say') {
  process.stdout.write(invocation.text);
  process.exit(0);
}

// The channel to the editor closes when the editor ends, however it ends.
process.on('disconnect', () => process.exit(1));

const connection = createConnection();
startServer(connection, {
  version,
  ownFiles: { scheme: 'file', create: createFileWorkspace },
  library: createFileLibrary(__dirname),
  createEngine: () => createNodeEngine(__dirname),
  tidyUp,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  // The first turn reads what has arrived, the second works off the next message of it.
  yieldToInput: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
});
connection.listen();
