/** What a trap is given that YAML accepts without an error, so that only the tree shows it. */
import type { Span } from '../../util/span.ts';
import type { Mend } from '../mend.ts';
import type { SyntaxNode } from '../tree.ts';

export interface ReadText {
  /** What the author wrote; all spans are in it. */
  readonly text: string;
  /** All nodes in text order, keys included. */
  readonly nodes: readonly SyntaxNode[];
  readonly comments: readonly Span[];
}

/** Finds all traps of its kind, in text order. */
export type TreeTrap = (read: ReadText) => readonly Mend[];
