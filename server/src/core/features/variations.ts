/** The variations of a chain for whoever lets a person choose one, and the edits that apply it. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { ChainNode, Variation } from '../model/chain.ts';
import { lineMap } from '../util/lineMap.ts';
import type { FeatureContext } from './feature.ts';
import {
  applyVariation as editsOf,
  type RefusedVariation,
  type VariationMode,
} from './support/variations/applyVariation.ts';

export type { RefusedVariation, VariationMode } from './support/variations/applyVariation.ts';

/** One variation, in words. */
export interface VariationEntry {
  /** Its place among the variations of the chain, from 0. */
  readonly index: number;
  /** When it counts; `undefined`: it does not say. */
  readonly when: string | undefined;
  /** What each of its nodes says, and who acts there. */
  readonly adds: readonly string[];
  /** As written; `undefined`: the end of the chain. */
  readonly insertAfter: string | undefined;
  readonly range: Range;
}

/** Every variation in text order; none where the document is no chain. */
export const variations = ({ document: { model, lines } }: FeatureContext): readonly VariationEntry[] =>
  model?.kind !== 'chain'
    ? []
    : model.variations.map((variation, index) => ({
        index,
        when: variation.when?.text,
        adds: variation.added.map(inWords),
        insertAfter: variation.insertAfter?.text,
        range: lines.range(variation.syntax.span),
      }));

function inWords(node: ChainNode): string {
  const actor = node.kind === 'step' ? (node.skill ?? node.team)?.text : undefined;
  return actor === undefined || actor === node.label ? node.label : `${node.label} (${actor})`;
}

export interface VariationEdits {
  /** In text order and apart from each other. */
  readonly edits: readonly TextEdit[];
  /** The version of the text that they are for; `undefined`: the file is not open. */
  readonly version: number | undefined;
  /** Where the nodes stand in the edited text. */
  readonly range: Range;
}

/** `null`: there is no such variation. */
export function applyVariation(
  context: FeatureContext,
  index: number,
  mode: VariationMode,
): VariationEdits | RefusedVariation | null {
  const { model, lines, version } = context.document;
  const variation: Variation | undefined = model?.kind === 'chain' ? model.variations[index] : undefined;
  if (model?.kind !== 'chain' || variation === undefined) return null;
  const applied = editsOf(context, model, variation, mode);
  if ('refused' in applied) return applied;
  return {
    edits: applied.edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
    version,
    range: lineMap(applied.text).range(applied.span),
  };
}
