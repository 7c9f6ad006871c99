/** What a handoff says beside its kind and its chain, in the order in which people read it. */
import type { Handoff } from '../model/chain.ts';

export interface HandoffDetail {
  /** What stands before the words: `gate:`, `delivers`. */
  readonly what: string;
  /** As written; none where `what` says all. */
  readonly words: readonly string[];
  /** The words are names: of nodes or of artefacts. */
  readonly named: boolean;
}

export function handoffDetails(handoff: Handoff): readonly HandoffDetail[] {
  type Words = readonly ({ readonly text: string } | undefined)[];
  const said = (what: string, named: boolean, words: Words): readonly HandoffDetail[] => {
    const there = words.flatMap(word => word?.text ?? []);
    return there.length === 0 ? [] : [{ what, words: there, named }];
  };
  const { kind, atMost } = handoff;
  return [
    ...said('if', false, [handoff.condition]),
    ...said(kind === 'waits-for' ? 'before' : 'from', true, [handoff.node]),
    ...said('at', true, [handoff.at]),
    ...said('gate:', false, handoff.gate),
    ...said('delivers', true, handoff.delivers),
    ...said('needs', true, handoff.needs),
    ...said('until', false, [handoff.until]),
    ...(atMost === undefined ? [] : [{ what: 'at most', words: [`${atMost.text}×`], named: false }]),
    ...said('every', false, [handoff.every]),
    ...(handoff.blocks ? [{ what: 'blocks', words: [], named: false }] : []),
    ...said('resumes at', true, [handoff.resumes?.target]),
    ...said('rollback:', false, [handoff.rollback]),
    ...said('workaround:', false, [handoff.workaround]),
    ...said('cut-over:', false, [handoff.cutOver]),
  ];
}
