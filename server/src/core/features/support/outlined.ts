/** Parts of an outline before their offsets become positions. */
import { SymbolKind } from 'vscode-languageserver-types';
import type { ChainNode } from '../../model/chain.ts';
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

export const nodeKinds: Readonly<Record<ChainNode['kind'], SymbolKind>> = {
  step: SymbolKind.Function,
  parallel: SymbolKind.Array,
  checkpoint: SymbolKind.Event,
  decision: SymbolKind.Enum,
  chain: SymbolKind.Interface,
};

/** Names of more characters are cut: a list shows one line. */
const longestName = 100;

/** A name as a list of symbols shows it: on one line, and never empty, as editors refuse that. */
export function shownName(name: string): string {
  const flat = name.replace(/\s+/gu, ' ').trim();
  if (flat === '') return '(unnamed)';
  const characters = [...flat];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : flat;
}
