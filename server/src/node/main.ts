/** The server as a process of its own: `node server.js --stdio`, or `--node-ipc` where VS Code forks it. */
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createFileWorkspace } from './fileWorkspace.ts';

if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  process.stderr.write(
    'Usage: node server.js --stdio\nA language server for skill chains. It speaks the Language Server Protocol.\n',
  );
  process.exit(2);
}

// The channel to the editor closes when the editor ends, however it ends.
process.on('disconnect', () => process.exit(1));

const connection = createConnection();
startServer(connection, {
  ownFiles: { scheme: 'file', create: createFileWorkspace },
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  // The first turn reads what has arrived, the second works off the next message of it.
  yieldToInput: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
});
connection.listen();
