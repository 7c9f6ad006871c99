/** Parts of an outline before their offsets become positions. */
import type { SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../../util/span.ts';

export interface Outlined {
  readonly name: string;
  readonly detail: string | undefined;
  /** The id of a node in the schedule. */
  readonly node?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly Outlined[];
}

export const inTextOrder = (parts: readonly Outlined[]): readonly Outlined[] =>
  parts.toSorted((left, right) => left.span.start - right.span.start);
