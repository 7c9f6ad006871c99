import { commands, Location, Position, Range, Uri } from 'vscode';
import type { TextRange } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';
import { property } from './support/given.ts';

/**
 * Shows where a name is used, as the editor shows references, without the place that declares it: it is where a person comes from.
 * Takes `{ uri, line, character }`: a document and a place in it, from 0.
 */
export const showReferences: Command = {
  id: 'skillChains.showReferences',
  run: async (context, argument) => {
    const uri = chainUri(context, argument);
    const [line, character] = ['line', 'character'].map(name => property(argument, name));
    if (uri === undefined || typeof line !== 'number' || typeof character !== 'number') return;
    const uses = await context.server.request<readonly { uri: string; range: TextRange }[] | null>(
      'textDocument/references',
      {
        textDocument: { uri: uri.toString() },
        position: { line, character },
        context: { includeDeclaration: false },
      },
    );
    if (uses === undefined) return;
    const places = (uses ?? []).map(({ uri: file, range: { start, end } }) => {
      const range = new Range(start.line, start.character, end.line, end.character);
      return new Location(Uri.parse(file), range);
    });
    const place = new Position(line, character);
    await commands.executeCommand('editor.action.showReferences', uri, place, places);
  },
};
