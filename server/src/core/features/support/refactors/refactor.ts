/** What a refactoring is: edits of a chain's text that somebody may ask for at a place. */
import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import type { TextEdit } from '../../../syntax/offsetMap.ts';
import type { ListNode, MapNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';

export interface Refactor {
  readonly title: string;
  /** The protocol's kind, `refactor.rewrite` or one below `refactor.move`. */
  readonly kind: string;
  /** In text order and apart from each other. */
  readonly edits: readonly TextEdit[];
}

/** Where somebody asks: in a chain whose YAML is sound, at the cursor or with a part of the text selected. */
export interface RefactorPlace {
  readonly context: FeatureContext;
  readonly model: ChainModel;
  readonly span: Span;
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

/** Characters of a node's name that a menu shows. */
const longestShown = 40;

/** `"restore"`, shortened where it is long. */
export function named(node: ChainNode): string {
  const characters = [...(node.idWord?.text ?? node.label).replace(/\s+/gu, ' ').trim()];
  const shown =
    characters.length > longestShown
      ? `${characters.slice(0, longestShown - 1).join('')}…`
      : characters.join('');
  return `“${shown}”`;
}
