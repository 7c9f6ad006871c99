import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { newDocument } from './support/newDocument.ts';

/** Makes an architecture decision record, prefilled from a decision of a chain, a step that writes one, or a chain. */
export const newDecisionRecord: Command = {
  id: 'skillChains.newDecisionRecord',
  run: (context, argument) => newDocument('adr', l10n.t('New Decision Record'), context, argument),
};
