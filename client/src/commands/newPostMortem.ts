import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { newDocument } from './support/newDocument.ts';

/** Makes a post-mortem, with the questions and risks of the chain that was to handle what happened. */
export const newPostMortem: Command = {
  id: 'skillChains.newPostMortem',
  run: (context, argument) => newDocument('post-mortem', l10n.t('New Post-mortem'), context, argument),
};
