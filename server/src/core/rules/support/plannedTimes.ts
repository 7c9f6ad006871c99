/** What a chain says of its own time: the timeline as a limit, and the names of its parts as people write them. */
import type { ChainModel, ChainNode, Milestone, Phase, Read } from '../../model/chain.ts';
import type { Duration, Timeline } from '../../model/values/duration.ts';
import { comparable } from '../../util/comparable.ts';
import type { Soundness } from './soundness.ts';

/** The timeline where it ends; `undefined` where there is none, it is ongoing, or it was not read as its author meant it. */
export function limitedTimeline(
  { timeline }: Pick<ChainModel, 'timeline'>,
  soundness: Soundness,
): (Read<Timeline> & { readonly value: Duration }) | undefined {
  const value = timeline?.value;
  if (timeline === undefined || value === undefined || value === 'ongoing') return undefined;
  return soundness.holdsAt(timeline.span) ? { ...timeline, value } : undefined;
}

/** A part of a chain that words may speak of. */
export type NamedPart =
  | { readonly kind: 'node'; readonly node: ChainNode }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'milestone'; readonly milestone: Milestone };

/**
 * The parts of a chain by what they are called: a node by its `id` or by what it says, a phase by its name, a milestone by what it is.
 * A name that several have stands for none of them.
 */
export function partsByName(
  model: ChainModel,
  ...kinds: readonly NamedPart['kind'][]
): ReadonlyMap<string, NamedPart> {
  const parts = new Map<string, NamedPart | undefined>();
  const add = (names: readonly (string | undefined)[], part: NamedPart): void => {
    if (!kinds.includes(part.kind)) return;
    for (const name of new Set(names.map(each => comparable(each ?? '')))) {
      if (name !== '') parts.set(name, parts.has(name) ? undefined : part);
    }
  };
  for (const node of model.nodes) add([node.idWord?.text, node.label], { kind: 'node', node });
  for (const phase of model.phases) add([phase.idWord?.text, phase.name.text], { kind: 'phase', phase });
  for (const milestone of model.milestones) add([milestone.what.text], { kind: 'milestone', milestone });
  return new Map([...parts].flatMap(([name, part]) => (part === undefined ? [] : [[name, part] as const])));
}
