/** Makes a document from a chain: the text of a decision record or a post-mortem, and the snippet that leads through its places. */
import type { ChainModel } from '../model/chain.ts';
import { decisionFacts, followersOf, questionsOf, risksOf, successOf } from './chainFacts.ts';
import type { TemplateName } from './kinds.ts';
import { type Line, snippetOf, textOf } from './sheet.ts';
import { chainTitle } from './sources.ts';
import type { DecisionSheet } from './templates/decision.ts';
import { madr, madrMinimal } from './templates/madr.ts';
import { nygard } from './templates/nygard.ts';
import { postMortem } from './templates/postMortem.ts';
import { type ChainFacts, type DocumentFacts, tidy } from './templates/template.ts';

export interface ScaffoldRequest extends DocumentFacts {
  readonly template: TemplateName;
  /** `undefined`: a document that comes from no chain. */
  readonly source?: ScaffoldSource | undefined;
}

export interface ScaffoldSource {
  readonly model: ChainModel;
  /** The node's id; `undefined`, and an id that the chain does not have: the chain as a whole. */
  readonly node?: string | undefined;
  readonly link?: string | undefined;
}

export interface Scaffold {
  /** Ends in a line break. */
  readonly text: string;
  /** The same text in the snippet syntax of the Language Server Protocol, with three to six tab stops. */
  readonly snippet: string;
}

export function scaffold(request: ScaffoldRequest): Scaffold {
  const lines = tidy(linesOf(request));
  return { text: textOf(lines), snippet: snippetOf(lines) };
}

function linesOf(request: ScaffoldRequest): readonly Line[] {
  const { template, source } = request;
  const model = source?.model;
  const node = source?.node === undefined ? undefined : model?.nodesById.get(source.node);
  const chain = source && chainFacts(source);
  if (template === 'post-mortem') {
    return postMortem({
      facts: request,
      chain,
      node: node?.id,
      risks: model && risksOf(model),
      success: model && successOf(model),
      questions: model && questionsOf(model),
      followers: model && followersOf(model),
    });
  }
  const write = { madr, 'madr-minimal': madrMinimal, nygard }[template];
  const sheet: DecisionSheet = { facts: request, chain, decision: model && decisionFacts(model, node) };
  return write(sheet);
}

const chainFacts = ({ model, link }: ScaffoldSource): ChainFacts => ({
  id: model.id?.text ?? '',
  title: chainTitle(model) || 'without a title',
  summary: model.summary?.text,
  trigger: model.trigger?.text,
  link,
});
