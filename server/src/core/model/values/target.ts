/** Targets: what a measure is to reach. `< 30 minutes`, `at least 90 %`, `20-30 %`, `$10M-$100M`, `4.5+`, `-40 %`. */
import type { Parsed } from './parsed.ts';

export type Comparator = '<' | '<=' | '=' | '>=' | '>';

/** What a target's numbers count. */
export interface TargetUnit {
  /** A currency's sign, written before the number; `undefined`: none. */
  readonly currency: string | undefined;
  /** What stands behind the number (`%`, `minutes`, `of services`); `''`: nothing. */
  readonly words: string;
}

/** Numbers are whole amounts: `$10M` is 10000000. */
export type Target =
  /** A bare number is `=`. */
  | {
      readonly kind: 'bound';
      readonly comparator: Comparator;
      readonly value: number;
      readonly unit: TargetUnit;
    }
  | { readonly kind: 'range'; readonly min: number; readonly max: number; readonly unit: TargetUnit }
  /** A change against what was before; negative: a fall. */
  | { readonly kind: 'change'; readonly by: number; readonly unit: TargetUnit };

export declare function readTarget(text: string): Parsed<Target>;
export declare function describeTarget(target: Target): string;
