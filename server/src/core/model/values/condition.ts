/** Conditions: thresholds over measures, or prose of which nothing is checked. */
import type { Span } from '../../util/span.ts';
import type { Parsed } from './parsed.ts';
import type { Comparator } from './target.ts';

/** A measure or yes/no name, and its place in the condition's text (UTF-16 offsets). */
export interface MeasureName {
  readonly name: string;
  readonly span: Span;
}

export type Expression =
  | {
      readonly kind: 'comparison';
      readonly measure: MeasureName;
      readonly comparator: Comparator;
      /** Of a time, in minutes. */
      readonly value: number;
      /** `%`, a currency's sign, `minute` for every unit of time, or `''`. */
      readonly unit: string;
    }
  /** A bare name: holds or does not. */
  | { readonly kind: 'flag'; readonly measure: MeasureName }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] };

export type Condition =
  | { readonly kind: 'threshold'; readonly expression: Expression }
  | { readonly kind: 'prose'; readonly text: string };

export declare function readCondition(text: string): Parsed<Condition>;
export declare function describeCondition(condition: Condition): string;
