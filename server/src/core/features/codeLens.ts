import type { CodeLens } from 'vscode-languageserver-types';
import { calledDocument, type DocumentKind } from '../model/calledDocument.ts';
import type { FeatureContext } from './feature.ts';
import type { VariationMode } from './support/variations/applyVariation.ts';

/** The commands that lenses call, with one argument: `{ chain, node }`, the URI of the chain and the id of the node. */
const lensCommands: Readonly<Record<DocumentKind, { readonly command: string; readonly title: string }>> = {
  adr: { command: 'skillChains.newDecisionRecord', title: 'New decision record' },
  'post-mortem': { command: 'skillChains.newPostMortem', title: 'New post-mortem' },
};

const applyCommand = 'skillChains.applyVariation';

/** The same command with `{ chain, variation, mode }`: the URI, the place among the variations from 0, and whether nodes keep the condition. */
const variationLenses: readonly { readonly title: string; readonly mode: VariationMode }[] = [
  { title: 'Apply variation', mode: 'always' },
  { title: 'Apply as optional', mode: 'optional' },
];

/**
 * An offer above each node that calls for a document: a decision, and a step with `document`; and two above each variation that adds a node.
 * @param commands The ids of the commands that the client answers to; without its command there is no lens, as it would do nothing.
 */
export function codeLenses(
  { document: { uri, model, lines } }: FeatureContext,
  commands: readonly string[],
): readonly CodeLens[] {
  if (model?.kind !== 'chain') return [];
  const ofVariations = model.variations.flatMap(({ added, when, syntax }, variation) => {
    if (added.length === 0 || !commands.includes(applyCommand)) return [];
    const range = lines.range({ start: syntax.span.start, end: syntax.span.start });
    return variationLenses
      .filter(({ mode }) => mode === 'always' || when !== undefined)
      .map(({ title, mode }) => ({
        range,
        command: { title, command: applyCommand, arguments: [{ chain: uri, variation, mode }] },
      }));
  });
  const ofNodes = model.nodes.flatMap(node => {
    const called = calledDocument(node);
    const lens = called && lensCommands[called];
    if (lens === undefined || !commands.includes(lens.command)) return [];
    const range = lines.range({ start: node.span.start, end: node.span.start });
    return [{ range, command: { ...lens, arguments: [{ chain: uri, node: node.id }] } }];
  });
  return [...ofNodes, ...ofVariations];
}
