/** Chains of one folder that say nearly the same: most often one was made as a copy of the other. */
import type { ChainModel, ChainNode } from '../model/chain.ts';
import type { DocumentState, Likeness } from './snapshot.ts';

/** Steps that two chains must have in common at least, and their share of those of the longer one. */
const fewestShared = 4;
const smallestShare = 0.8;

/** A sentence that more chains have than this is a phrase of the house, and leads to no pair. */
const commonest = 20;

/** Steps of which the order is looked at; those of longer chains are only counted. */
const longestOrdered = 300;

/** What one chain says, made ready to be compared. */
interface Profile {
  readonly uri: string;
  /** The id, by which two chains cannot be told apart anyhow. */
  readonly id: string;
  /** `''`: it has none that tells anything. */
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly string[];
}

/** Profiles that were made for chains as they still are. */
export type LikenessMemory = WeakMap<ChainModel, Profile>;

/** What of a document the comparison looks at, as a text that is equal where nothing of it differs; `''` for what is no chain. */
export function likenessFace({ model, tree, shape, uri }: DocumentState): string {
  if (model?.kind !== 'chain') return '';
  const { id, title, summary, steps } = profileOf(uri, model);
  return JSON.stringify([tree.complete && shape.problems.length === 0, id, title, summary, ...steps]);
}

/**
 * Every chain that has likenesses, with each of these once, in the order of the addresses. Chains with one id are left out, and so is what could not be
 * read as a whole. The cost grows with the number of steps, not with that of pairs.
 */
export function likenessIndex(
  documents: readonly DocumentState[],
  memory: LikenessMemory,
): ReadonlyMap<string, readonly Likeness[]> {
  const profiles = documents.flatMap(state => soundProfile(state, memory));
  const found = new Map<string, Map<string, Likeness['by']>>();
  const add = (left: Profile, right: Profile, by: Likeness['by']): void => {
    if (left.uri === right.uri || left.id === right.id) return;
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = found.get(own.uri) ?? new Map<string, Likeness['by']>();
      if (!known.has(other.uri)) found.set(own.uri, known.set(other.uri, by));
    }
  };
  for (const [left, right] of pairsBySteps(profiles)) add(left, right, 'steps');
  for (const by of ['title', 'summary'] as const) {
    for (const same of sharing(profiles, profile => [profile[by]]).values())
      for (const [at, left] of same.entries()) for (const right of same.slice(at + 1)) add(left, right, by);
  }
  return new Map(
    [...found].map(([uri, others]) => [
      uri,
      [...others]
        .map(([other, by]): Likeness => ({ uri: other, by }))
        .sort((left, right) => (left.uri < right.uri ? -1 : 1)),
    ]),
  );
}

function soundProfile(
  { uri, model, tree, shape }: DocumentState,
  memory: LikenessMemory,
): readonly Profile[] {
  if (model?.kind !== 'chain' || !tree.complete || shape.problems.length > 0) return [];
  const known = memory.get(model);
  if (known?.uri === uri) return [known];
  const profile = profileOf(uri, model);
  memory.set(model, profile);
  return [profile];
}

function profileOf(uri: string, { id, title, summary, nodes }: ChainModel): Profile {
  const summaryWords = wordsOf(summary?.text);
  return {
    uri,
    id: id?.text ?? '',
    title: [...new Set(wordsOf(title?.text))].sort().join(' '),
    summary: summaryWords.length < 5 ? '' : summaryWords.join(' '),
    steps: nodes.flatMap(stepOf),
  };
}

/** What a node says, apart from who does it and how it is named; a parallel says nothing of its own. */
function stepOf(node: ChainNode): readonly string[] {
  if (node.kind === 'parallel') return [];
  const words = wordsOf(node.kind === 'step' ? node.does?.text : node.label);
  return words.length === 0 ? [] : [`${node.kind} ${words.join(' ')}`];
}

const wordsOf = (text = ''): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The profiles that share a text, by that text; none that only one has, or that too many have. */
function sharing(
  profiles: readonly Profile[],
  textsOf: (profile: Profile) => Iterable<string>,
): ReadonlyMap<string, readonly Profile[]> {
  const groups = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const text of new Set(textsOf(profile))) {
      const group = text === '' ? undefined : groups.get(text);
      if (group !== undefined) group.push(profile);
      else if (text !== '') groups.set(text, [profile]);
    }
  }
  return new Map([...groups].filter(([, group]) => group.length > 1 && group.length <= commonest));
}

function pairsBySteps(profiles: readonly Profile[]): readonly (readonly [Profile, Profile])[] {
  const shared = new Map<Profile, Map<Profile, number>>();
  const long = profiles.filter(({ steps }) => steps.length >= fewestShared);
  for (const group of sharing(long, ({ steps }) => steps).values()) {
    for (const [at, left] of group.entries()) {
      const counts = shared.get(left) ?? new Map<Profile, number>();
      shared.set(left, counts);
      for (const right of group.slice(at + 1)) counts.set(right, (counts.get(right) ?? 0) + 1);
    }
  }
  return [...shared].flatMap(([left, counts]) =>
    [...counts].flatMap(([right, count]): readonly (readonly [Profile, Profile])[] =>
      count >= wanted(left, right) && inOrder(left.steps, right.steps) >= wanted(left, right)
        ? [[left, right]]
        : [],
    ),
  );
}

const wanted = (left: Profile, right: Profile): number =>
  Math.max(fewestShared, Math.ceil(smallestShare * Math.max(left.steps.length, right.steps.length)));

/** How many texts two lists have in common in the same order. */
function inOrder(left: readonly string[], right: readonly string[]): number {
  if (Math.max(left.length, right.length) > longestOrdered) return Math.min(left.length, right.length);
  // The longest common subsequence, row by row.
  let before = new Array<number>(right.length + 1).fill(0);
  for (const text of left) {
    const row = [0];
    for (const [at, other] of right.entries())
      row.push(text === other ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0));
    before = row;
  }
  return before.at(-1) ?? 0;
}
