/** What handoffs between chains say, as Markdown: those of one chain, and what the other end says of one. */
import { handoffDetails } from '../../analysis/handoffDetails.ts';
import type { Handoff, HandoffKind } from '../../model/chain.ts';
import { type HandoffEdge, handoffsOf } from '../../project/handoffs.ts';
import { codeSpan, escapeMarkdown } from '../../util/markdown.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';

/** As the chain at the other end of the edge is spoken of. */
const words: Readonly<Record<HandoffEdge['direction'], Readonly<Record<HandoffKind, string>>>> = {
  incoming: {
    // biome-ignore lint/suspicious/noThenProperty: a word of the language
    then: 'Follows',
    joins: 'Is joined by',
    'cycles-to': 'Is the next round of',
    'escalates-to': 'Is escalated to by',
    'waits-for': 'Waits for',
  },
  outgoing: {
    // biome-ignore lint/suspicious/noThenProperty: a word of the language
    then: 'Is followed by',
    joins: 'Joins',
    'cycles-to': 'Cycles to',
    'escalates-to': 'Escalates to',
    'waits-for': 'Is awaited by',
  },
};

/** How many handoffs a hover tells one by one. */
const mostTold = 12;

/** A line for each handoff from or to the chain of the document; `undefined` where there is none. */
export function describeHandoffs({ document, project }: FeatureContext): string | undefined {
  const edges = handoffsOf(project, document);
  if (edges.length === 0) return undefined;
  const lines = edges.slice(0, mostTold).map(edge => `- ${describeEdge(edge)}`);
  const rest = edges.length - lines.length;
  return ['Handoffs', '', ...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function describeEdge({ direction, kind, other, own, ends }: HandoffEdge): string {
  const said = [own, ...ends.map(end => end.handoff)].flatMap(each =>
    each === undefined ? [] : detailsOf(each),
  );
  const details = said.length === 0 ? '' : `: ${[...new Set(said)].join('; ')}`;
  const writer = own === undefined ? ' (written there)' : ends.length > 0 ? ' (written at both ends)' : '';
  return `${words[direction][kind]} ${codeSpan(other)}${writer}${details}`;
}

/** What the chain at the other end writes of the handoff that a word names; `undefined`: nothing, or the word names none. */
export function describeOtherEnd(context: FeatureContext, span: Span): string | undefined {
  const [end] = edgeAt(context, span)?.ends ?? [];
  if (end === undefined) return undefined;
  const { kind } = end.handoff;
  const details = detailsOf(end.handoff);
  return [`That chain says too: ${codeSpan(kind)} ${codeSpan(end.handoff.chain.text)}`, ...details].join(
    '; ',
  );
}

/** The handoff whose chain is named at a place of the document; or whose kind, as the key before that name. */
export function edgeAt({ document, project }: FeatureContext, span: Span): HandoffEdge | undefined {
  const named = ({ chain, kind, syntax }: Handoff): boolean => {
    const key = syntax.entries.find(entry => entry.key.text === kind)?.key;
    return [chain.span, key?.span].some(
      place => place !== undefined && place.start <= span.start && span.end <= place.end,
    );
  };
  return handoffsOf(project, document).find(({ own }) => own !== undefined && named(own));
}

const detailsOf = (handoff: Handoff): readonly string[] =>
  handoffDetails(handoff).map(({ what, words: said, named }) =>
    [what, said.map(named ? codeSpan : word => escapeMarkdown(word)).join(', ')]
      .filter(part => part !== '')
      .join(' '),
  );
