/** What semantic tokens are of: the names that the protocol and the manifest know them by. */
import type { Span } from '../../../util/span.ts';

/** Standard types where one says it, and our own, which the manifest declares with a standard one above each. */
export const tokenTypes = [
  'chain',
  'suite',
  'plan',
  'step',
  'item',
  'phase',
  'lane',
  'skill',
  'team',
  'artefact',
  'measure',
  'unit',
  'parameter',
  'number',
  'operator',
  'keyword',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** `defaultLibrary`: the name is known from what ships alone. */
export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** A part of the text that is one thing. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}
