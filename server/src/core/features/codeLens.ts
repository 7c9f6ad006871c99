import type { CodeLens } from 'vscode-languageserver-types';
import { calledDocument, type DocumentKind } from '../model/calledDocument.ts';
import type { FeatureContext } from './feature.ts';

/** The commands that lenses call, with one argument: `{ chain, node }`, the URI of the chain and the id of the node. */
const lensCommands: Readonly<Record<DocumentKind, { readonly command: string; readonly title: string }>> = {
  adr: { command: 'skillChains.newDecisionRecord', title: 'New decision record' },
  'post-mortem': { command: 'skillChains.newPostMortem', title: 'New post-mortem' },
};

/**
 * An offer above each node that calls for a document: a decision, and a step with `document`.
 * @param commands The ids of the commands that the client answers to; without its command there is no lens, as it would do nothing.
 */
export function codeLenses(
  { document: { uri, model, lines } }: FeatureContext,
  commands: readonly string[],
): readonly CodeLens[] {
  if (model?.kind !== 'chain') return [];
  return model.nodes.flatMap(node => {
    const called = calledDocument(node);
    const lens = called && lensCommands[called];
    if (lens === undefined || !commands.includes(lens.command)) return [];
    const range = lines.range({ start: node.span.start, end: node.span.start });
    return [{ range, command: { ...lens, arguments: [{ chain: uri, node: node.id }] } }];
  });
}
