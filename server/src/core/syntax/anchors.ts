/** Anchors, and the aliases that repeat what has them. */
import { type Span, touches } from '../util/span.ts';
import { walk } from './path.ts';
import type { AliasNode, SyntaxTree } from './tree.ts';

export interface Anchored {
  /** What is repeated. */
  readonly node: NonNullable<AliasNode['target']>;
  readonly name: string;
  /** The anchor, its `&` included. */
  readonly anchor: Span;
  /** In text order. */
  readonly aliases: readonly AliasNode[];
  /** The anchor or alias that was asked about. */
  readonly at: Span;
}

/** What the anchor or alias at an offset means, the ends of either included; `undefined`: there is none, or it has no anchor. */
export function anchoredAt(tree: SyntaxTree, offset: number): Anchored | undefined {
  if (!mayBeNamed(tree.text, offset)) return undefined;
  const aliases: AliasNode[] = [];
  let found: Pick<Anchored, 'node' | 'at'> | undefined;
  for (const node of walk(tree)) {
    if (node.kind === 'alias') {
      aliases.push(node);
      if (node.target !== undefined && touches(node.span, offset))
        found = { node: node.target, at: node.span };
    } else if (node.anchorSpan !== undefined && touches(node.anchorSpan, offset)) {
      found = { node, at: node.anchorSpan };
    }
  }
  const { anchor: name, anchorSpan: anchor } = found?.node ?? {};
  if (found === undefined || name === undefined || anchor === undefined) return undefined;
  const { node } = found;
  return { ...found, name, anchor, aliases: aliases.filter(({ target }) => target === node) };
}

/** Names are shorter; so nobody who moves a cursor waits for a walk over a tree. */
const longestName = 200;

const mayBeNamed = (text: string, offset: number): boolean =>
  /[&*]/u.test(text.charAt(offset)) ||
  /[&*][^\s,[\]{}]*$/u.test(text.slice(Math.max(0, offset - longestName), offset));

/** All places of a name, the anchor first. */
export const placesOf = ({ anchor, aliases }: Anchored): readonly { span: Span; declares: boolean }[] => [
  { span: anchor, declares: true },
  ...aliases.map(({ span }) => ({ span, declares: false })),
];
