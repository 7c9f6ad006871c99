/** Whether two texts say the same: documents, values as they are written, anchors, tags, and comments. */
import { isAlias, isCollection, isMap, isPair, isScalar } from 'yaml';
import type { Stream } from '../library.ts';

export function sameContent(left: Stream, right: Stream): boolean {
  const leftFacts = facts(left);
  const rightFacts = facts(right);
  return leftFacts.length === rightFacts.length && leftFacts.every((fact, at) => fact === rightFacts[at]);
}

/** All that a text says, in text order; comments first, without the blanks behind them. */
function facts({ documents, comments }: Stream): readonly string[] {
  const found: string[] = comments.map(comment => comment.trimEnd());
  for (const { contents, directives } of documents) {
    found.push(`document ${directives.docStart} ${directives.docEnd} ${JSON.stringify(directives.yaml)}`);
    tell(contents, found);
  }
  return found;
}

/** Recurses as deep as the text nests, which the reader bounds. */
function tell(node: unknown, found: string[]): void {
  if (isPair(node)) {
    tell(node.key, found);
    tell(node.value, found);
  } else if (isAlias(node)) found.push(`*${node.source}`);
  else if (isScalar(node))
    found.push(`${node.type} ${node.anchor} ${node.tag} ${String(node.source ?? node.value)}`);
  else if (isCollection(node)) {
    found.push(
      `${isMap(node) ? 'map' : 'list'} ${node.flow} ${node.anchor} ${node.tag} ${node.items.length}`,
    );
    for (const item of node.items) tell(item, found);
  } else found.push('nothing');
}
