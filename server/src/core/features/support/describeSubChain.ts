/** What a sub-chain takes and gives where it runs, as Markdown: each input with what it is bound to. */
import { artefactsBefore } from '../../analysis/dataFlow.ts';
import type { ArtefactWord, ChainModel, SubChainNode } from '../../model/chain.ts';
import { artefactParts, matchesArtefact } from '../../model/values/artefact.ts';
import { codeSpan } from '../../util/markdown.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { chainsNamed } from './declarations.ts';

/** Of the sub-chain whose name stands at `span`; `undefined`: none stands there, or nobody knows which chain it is. */
export function describeSubChain(context: FeatureContext, span: Span): string | undefined {
  const { model } = context.document;
  const node = model?.kind === 'chain' ? model.nodes.find(each => runsAt(each, span)) : undefined;
  if (model?.kind !== 'chain' || node?.kind !== 'chain') return undefined;
  const [child, ...others] = chainsNamed(context, node.chain.text);
  if (child === undefined || others.length > 0) return undefined;
  const { inputs, outputs } = child.model;
  const parts = [
    ...listed('Takes', inputs.length === 0 ? [] : bindings(model, node, inputs)),
    ...listed(
      'Gives',
      outputs.map(output => given(node, output)),
    ),
  ];
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

const runsAt = (node: ChainModel['nodes'][number], { start, end }: Span): boolean =>
  node.kind === 'chain' && node.chain.span.start <= start && end <= node.chain.span.end;

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [[title, '', ...lines.map(line => `- ${line}`)].join('\n')];

/** A line for each input: the artefact that `with` names, or that of the same name. */
function bindings(model: ChainModel, node: SubChainNode, inputs: readonly ArtefactWord[]): readonly string[] {
  const there = [...artefactsBefore(model, node).keys()];
  return inputs.map(input => {
    const bound = node.bindings.find(each => artefactParts(each.input.text).name === input.name);
    const same = there.find(text => matchesArtefact(artefactParts(text), input));
    const from =
      bound !== undefined
        ? `from ${codeSpan(bound.artefact.text)}`
        : same !== undefined
          ? `from ${codeSpan(same)}, by its name`
          : 'from nothing';
    return `${codeSpan(input.text)} ${from}`;
  });
}

const given = ({ produces }: SubChainNode, output: ArtefactWord): string =>
  `${codeSpan(output.text)}${produces.some(each => matchesArtefact(each, output)) ? ', taken here' : ''}`;
