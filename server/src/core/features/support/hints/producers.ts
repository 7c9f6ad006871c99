import { type Producer, producersOf } from '../../../analysis/producers.ts';
import type { ArtefactWord, ChainNode } from '../../../model/chain.ts';
import { matchesArtefact } from '../../../model/values/artefact.ts';
import { groupBy } from '../../../util/groupBy.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { endOf, type Hint, shortened } from './hint.ts';

/** Producers that a hint names: of more it tells the number. */
const mostNamed = 2;

/** Behind each artefact that a node in a range needs: who makes it where the node is written, not where it is repeated. Nothing where that is the node before it, as it stands right above. */
export function producerHints({ document }: FeatureContext, range: Span): readonly Hint[] {
  const { model, text, uri } = document;
  if (model?.kind !== 'chain') return [];
  const nodes = model.nodes.filter(
    ({ span, repeatedAt }) => repeatedAt === undefined && span.start <= range.end && span.end >= range.start,
  );
  if (nodes.every(({ needs }) => needs.length === 0)) return [];
  const byName = groupBy(producersOf(model), ({ artefact }) => artefact.name);
  return nodes.flatMap(node =>
    node.needs.flatMap((needed): readonly Hint[] => {
      const at = endOf(text, needed.span);
      if (at < range.start || at > range.end) return [];
      const found = producersFor(byName.get(needed.name) ?? [], needed, node);
      const [first] = found;
      if (first === undefined || isRightAbove(found, node)) return [];
      const names = found.slice(0, mostNamed).map(nameOf);
      const others = found.length - names.length;
      const shown = others === 0 ? names.join(', ') : `${names.join(', ')} and ${others} more`;
      return [
        {
          at,
          label: `← ${shown}`,
          tooltip: () => found.map(explained).join(' '),
          leadsTo: () => ({ uri, span: first.artefact.span }),
        },
      ];
    }),
  );
}

/** A node that takes anew what it makes itself gets it from the others, if there are any. */
function producersFor(all: readonly Producer[], needed: ArtefactWord, node: ChainNode): readonly Producer[] {
  const matching = all.filter(({ artefact }) => matchesArtefact(artefact, needed));
  const others = matching.filter(producer => producer.node !== node);
  return others.length > 0 ? others : matching;
}

function isRightAbove([producer, ...others]: readonly Producer[], { list, syntax }: ChainNode): boolean {
  if (producer?.node === undefined || others.length > 0) return false;
  const at = list.nodes.findIndex(each => each.syntax === syntax);
  return at > 0 && list.nodes[at - 1] === producer.node;
}

function nameOf({ by, node, phase }: Producer): string {
  if (node !== undefined) return shortened(node.id);
  if (phase !== undefined) return shortened(phase.name.text);
  return by === 'input' ? 'input' : 'another chain';
}

function explained({ by, artefact, node, phase }: Producer): string {
  if (node !== undefined) return `${artefact.text} is made by ${node.id}: ${shortened(node.label)}.`;
  if (phase !== undefined)
    return `${artefact.text} is what the phase ${shortened(phase.name.text)} delivers.`;
  return by === 'input'
    ? `${artefact.text} is an input of this chain.`
    : `${artefact.text} comes from a chain that this one waits for.`;
}
