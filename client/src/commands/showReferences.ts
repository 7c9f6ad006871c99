import { commands, Position } from 'vscode';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';
import { property } from './support/given.ts';

/** Shows where a name is used, as the editor shows references. Takes `{ uri, line, character }`: a document and a place in it, from 0. */
export const showReferences: Command = {
  id: 'skillChains.showReferences',
  run: async (context, argument) => {
    const uri = chainUri(context, argument);
    const [line, character] = ['line', 'character'].map(name => property(argument, name));
    if (uri === undefined || typeof line !== 'number' || typeof character !== 'number') return;
    await commands.executeCommand('editor.action.findReferences', uri, new Position(line, character));
  },
};
