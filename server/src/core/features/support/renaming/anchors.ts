/** Anchors, with the aliases that repeat what they stand before. */
import { type Anchored, anchoredAt, placesOf } from '../../../syntax/anchors.ts';
import { walk } from '../../../syntax/path.ts';
import type { SyntaxTree } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { quoted, type Renameable } from './renaming.ts';

/** At an anchor or an alias: the name behind its `&` or `*`. */
export function anchorAt({ document }: FeatureContext, offset: number): Renameable | undefined {
  const { tree, uri } = document;
  const anchored = anchoredAt(tree, offset);
  if (anchored === undefined) return undefined;
  return {
    name: anchored.name,
    span: nameIn(anchored.at),
    to: newName => {
      const refused = refusal(tree, anchored, newName);
      if (refused !== undefined) return refused;
      const edits = placesOf(anchored).map(({ span }) => ({ span: nameIn(span), newText: newName }));
      return { edits: new Map([[uri, edits]]), moves: [] };
    },
  };
}

const nameIn = ({ start, end }: Span): Span => ({ start: start + 1, end });

function refusal(tree: SyntaxTree, { name }: Anchored, newName: string): string | undefined {
  if (!tree.complete)
    return 'This file has mistakes in its YAML, so not every use is known. Mend them first.';
  if (!/^[\p{L}\p{N}_.-]+$/u.test(newName))
    return 'The name of an anchor is made of letters, digits, underscores, points and hyphens.';
  if (newName === name) return undefined;
  for (const node of walk(tree)) {
    const own = node.kind === 'alias' ? node.name : node.anchor;
    if (own === newName) return `There is an anchor called ${quoted(newName)} already.`;
    // A key that is an alias is read as its text.
    if (node.kind === 'scalar' && node.style === 'plain' && node.text === `*${name}`)
      return `${quoted(node.text)} stands as a key too. Rename it by hand.`;
  }
  return undefined;
}
