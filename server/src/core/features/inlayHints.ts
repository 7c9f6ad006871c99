import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Word } from '../model/chain.ts';
import type { FeatureContext } from './feature.ts';
import { scheduleOf, slackInWords, spanInWords } from './support/times.ts';

/**
 * Behind the name of each node and phase in a range that takes time: from when to when it runs at the longest, where both are known; the
 * tooltip adds what slack it has.
 */
export function inlayHints(context: FeatureContext, range: Range): readonly InlayHint[] {
  const { document } = context;
  const { model, lines } = document;
  const schedule = model?.kind === 'chain' ? scheduleOf(context) : undefined;
  if (model?.kind !== 'chain' || schedule === undefined) return [];
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  const isAsked = ({ span }: Word): boolean => span.end >= start && span.end <= end;
  const nodes = model.nodes.flatMap(({ id, name }): readonly InlayHint[] => {
    const times = isAsked(name) ? schedule.points.get(id) : undefined;
    const words = times && wholeSpan(times.earliest, times.ends);
    const slack = times && slackInWords(times);
    return words === undefined ? [] : [hint(lines.position(name.span.end), words, slack)];
  });
  const phases = [...schedule.phases].flatMap(([{ name }, { starts, ends }]): readonly InlayHint[] => {
    const words = isAsked(name) ? wholeSpan(starts, ends) : undefined;
    return words === undefined ? [] : [hint(lines.position(name.span.end), words, undefined)];
  });
  return [...nodes, ...phases];
}

/** A beginning alone, or a moment, would only repeat the end of what stands above it. */
const wholeSpan = (starts: number | undefined, ends: number | undefined): string | undefined =>
  starts === undefined || ends === undefined || starts === ends ? undefined : spanInWords(starts, ends);

const hint = (position: Position, label: string, slack: string | undefined): InlayHint => ({
  position,
  label,
  paddingLeft: true,
  tooltip: `Counted from the start of the chain, where everything takes as long as it may${slack === undefined ? '' : `; ${slack}`}.`,
});
