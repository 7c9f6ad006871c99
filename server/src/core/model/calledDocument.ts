/** Which document a node of a chain calls for. */
import type { ChainNode } from './chain.ts';

/** A decision record, and a post-mortem. */
export type DocumentKind = 'adr' | 'post-mortem';

/** A decision is recorded, a step says what it writes; `undefined` for words that name no document the tools can begin. */
export function calledDocument(node: ChainNode): DocumentKind | undefined {
  if (node.kind === 'decision') return 'adr';
  const written = node.kind === 'step' ? node.document?.text.trim().toLowerCase() : undefined;
  if (written === 'adr' || written === 'decision record') return 'adr';
  return written !== undefined && /^post[\s-]?mortem$/.test(written) ? 'post-mortem' : undefined;
}
