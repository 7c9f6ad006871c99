import { hasEntry } from '../../../model/references.ts';
import { contains, type Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { scheduleOf, slackInWords, spanInWords } from '../times.ts';
import type { Hint } from './hint.ts';

/**
 * Behind the name of each node and phase in a range that takes time, or the alias that repeats a node: from when to when it runs at the longest, where both are known; the
 * tooltip adds what slack it has.
 */
export function scheduleHints(context: FeatureContext, range: Span): readonly Hint[] {
  const { model } = context.document;
  const schedule = model?.kind === 'chain' ? scheduleOf(context) : undefined;
  if (model?.kind !== 'chain' || schedule === undefined) return [];
  const isAsked = ({ span }: Place): boolean =>
    contains(range, span) || (range.start === range.end && span.end === range.end);
  const nodes = model.nodes
    .filter(hasEntry)
    .flatMap(({ id, name, repeatedAt = name.span }): readonly Hint[] => {
      const place = { span: repeatedAt };
      const times = isAsked(place) ? schedule.points.get(id) : undefined;
      const words = times && wholeSpan(times.earliest, times.ends);
      return words === undefined ? [] : [hint(place, words, times && slackInWords(times))];
    });
  const phases = [...schedule.phases].flatMap(([{ name }, { starts, ends }]): readonly Hint[] => {
    const words = isAsked(name) ? wholeSpan(starts, ends) : undefined;
    return words === undefined ? [] : [hint(name, words, undefined)];
  });
  return [...nodes, ...phases];
}

type Place = { readonly span: Span };

/** A beginning alone, or a moment, would only repeat the end of what stands above it. */
const wholeSpan = (starts: number | undefined, ends: number | undefined): string | undefined =>
  starts === undefined || ends === undefined || starts === ends ? undefined : spanInWords(starts, ends);

const hint = ({ span }: Place, label: string, slack: string | undefined): Hint => ({
  at: span.end,
  label,
  tooltip: () =>
    `Counted from the start of the chain, where everything takes as long as it may${slack === undefined ? '' : `; ${slack}`}.`,
});
