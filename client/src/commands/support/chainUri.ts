/** Which chain or suite a command is about: what it was called with, else the graph or the text that a person looks at. */
import { Uri, window } from 'vscode';
import { isChainDocument } from '../../documents.ts';
import type { CommandContext } from '../command.ts';

/**
 * @param argument A URI or its text (a title of an editor), an item of the tree of chains and suites, or an object with one of these as `uri`.
 * @returns `undefined`: no chain is meant.
 */
export function chainUri({ graphs }: Pick<CommandContext, 'graphs'>, argument: unknown): Uri | undefined {
  return givenUri(argument) ?? graphs.activeUri() ?? activeChain();
}

function givenUri(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument === 'string') return parsed(argument);
  if (typeof argument !== 'object' || argument === null) return undefined;
  const uri: unknown = Reflect.get(argument, 'uri');
  if (uri instanceof Uri || typeof uri === 'string') return givenUri(uri);
  const shown: unknown = Reflect.get(argument, 'chain') ?? Reflect.get(argument, 'suite');
  return shown === undefined ? undefined : givenUri(shown);
}

function parsed(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}

function activeChain(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isChainDocument(document) ? document.uri : undefined;
}
