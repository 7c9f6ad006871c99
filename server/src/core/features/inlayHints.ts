/** What is shown behind names: when a node or phase runs, the id of a skill that goes by another name, and who makes what is needed. */
import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver-types';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import type { Hint, HintKind, HintKinds } from './support/hints/hint.ts';
import { producerHints } from './support/hints/producers.ts';
import { scheduleHints } from './support/hints/schedule.ts';
import { skillHints } from './support/hints/skills.ts';

const makers: Readonly<Record<HintKind, (context: FeatureContext, range: Span) => readonly Hint[]>> = {
  schedule: scheduleHints,
  skills: skillHints,
  producers: producerHints,
};

const kindNames: readonly HintKind[] = ['schedule', 'skills', 'producers'];

/** What a hint is asked for again by. */
export interface HintData {
  readonly uri: string;
  readonly kind: HintKind;
  /** UTF-16 offset of the place behind which it stands. */
  readonly at: number;
  /** Of the text; `undefined`: of a file that is not open. */
  readonly version: number | undefined;
}

/**
 * The hints in a range, in text order.
 * @param lazily The client asks `resolveInlayHint` for tooltip and link of the one that it shows them of.
 */
export function inlayHints(
  context: FeatureContext,
  range: Range,
  wanted: HintKinds,
  lazily: boolean,
): readonly InlayHint[] {
  const { lines, uri, version } = context.document;
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  return kindNames
    .filter(kind => wanted[kind])
    .flatMap(kind => makers[kind](context, span).map(hint => ({ kind, hint })))
    .toSorted((left, right) => left.hint.at - right.hint.at)
    .map(({ kind, hint }) => {
      const data: HintData = { uri, kind, at: hint.at, version };
      const shown: InlayHint = {
        position: lines.position(hint.at),
        label: hint.leadsTo === undefined ? hint.label : [{ value: hint.label }],
        paddingLeft: true,
      };
      return lazily ? { ...shown, data } : explained(context, shown, hint);
    });
}

/** The hint with its tooltip and link; as it was given, where the text is not that any more. */
export function resolveInlayHint(context: FeatureContext, shown: InlayHint, data: HintData): InlayHint {
  const { version } = context.document;
  if (version !== data.version) return shown;
  const hint = makers[data.kind](context, { start: data.at, end: data.at }).find(({ at }) => at === data.at);
  return hint === undefined ? shown : explained(context, shown, hint);
}

function explained({ project }: FeatureContext, shown: InlayHint, hint: Hint): InlayHint {
  const tooltip = hint.tooltip();
  const target = hint.leadsTo?.();
  const lines = target && project.linesOf(target.uri);
  if (target === undefined || lines === undefined) return { ...shown, tooltip };
  const location = { uri: target.uri, range: lines.range(target.span) };
  const part: InlayHintLabelPart = { value: hint.label, tooltip, location };
  return { ...shown, label: [part] };
}
