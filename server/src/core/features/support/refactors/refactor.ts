/** What a refactoring is: edits of a chain's text that somebody may ask for at a place. */
import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import type { ListNode, MapNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';

/** The protocol's kinds, and two below one of them that a key may ask for. */
export const refactorKinds = [
  'refactor.extract',
  'refactor.rewrite',
  'refactor.move.up',
  'refactor.move.down',
] as const;

export type RefactorKind = (typeof refactorKinds)[number];

export interface Refactor {
  readonly title: string;
  /** One of `refactorKinds`. */
  readonly kind: RefactorKind;
  /** In text order and apart from each other. */
  readonly edits: readonly TextEdit[];
}

/** Where somebody asks: in a document whose YAML is sound, at the cursor or with a part of the text selected. */
export interface RefactorPlace {
  readonly context: FeatureContext;
  readonly span: Span;
}

/** The same in a chain. */
export interface ChainPlace extends RefactorPlace {
  readonly model: ChainModel;
}

/** A node as an entry of the list that it stands in. */
export interface ListedNode {
  readonly node: ChainNode;
  readonly map: MapNode;
  readonly list: ListNode;
  /** Its place in the list, from 0. */
  readonly at: number;
}

/** `undefined` for what is no entry: the step behind `synthesize`, a node that an alias repeats. */
export function listed(node: ChainNode): ListedNode | undefined {
  const map = node.syntax;
  const list = map.parent;
  if (list?.kind !== 'list') return undefined;
  const at = list.items.indexOf(map);
  return at < 0 ? undefined : { node, map, list, at };
}

/** A node that stands in a parallel by itself is a lane. */
export const isLaneOfItsOwn = ({ list }: ListedNode): boolean =>
  list.parent?.kind === 'entry' && list.parent.key.text === 'parallel';

/** Characters of a name that a menu shows. */
const longestShown = 40;

export const named = (node: ChainNode): string => quoted(node.idWord?.text ?? node.label);

/** `“restore”`, shortened where it is long. */
export function quoted(name: string): string {
  const characters = [...name.replace(/\s+/gu, ' ').trim()];
  const shown =
    characters.length > longestShown
      ? `${characters.slice(0, longestShown - 1).join('')}…`
      : characters.join('');
  return `“${shown}”`;
}
