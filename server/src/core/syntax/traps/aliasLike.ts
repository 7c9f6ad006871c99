/** `- *All*`: a value that begins with `*` stands for one named elsewhere; this one cannot be a name. */
import type { AliasNode, SyntaxNode } from '../tree.ts';
import { quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

export const aliasLike: TreeTrap = ({ text, nodes }) =>
  nodes.filter(isAliasLike).map(({ span }) => {
    const written = text.slice(span.start, span.end);
    return quotingMend(
      text,
      span,
      `YAML reads ${written} as the name of a value written elsewhere. Put it in quotes.`,
    );
  });

const isAliasLike = (node: SyntaxNode): node is AliasNode =>
  node.kind === 'alias' && node.target === undefined && !/^[\p{L}\p{N}_.-]+$/u.test(node.name);
