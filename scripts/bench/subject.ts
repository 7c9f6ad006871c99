/** What a subject of `npm run bench` gives: rows of a table, each held against what it is compared with, and against a target if there is one. */
import type { RoundOptions } from './rounds.ts';

export interface Row {
  /** The size, where a subject has several: `2,000 lines`. */
  readonly size: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'KB' | 'frames/s';
  readonly p50: number;
  /** Absent where there is one figure only. */
  readonly p95?: number;
  /** What it is held against in the same run. */
  readonly beside?: { readonly what: string; readonly p50: number; readonly p95?: number };
  readonly target?: Target;
}

/**
 * `most`: of our figure in its unit; `least`: the same from below; `mostOfBeside`: of its ratio to the figure beside it; `mostWhere`: of our
 * figure on a machine where that beside it takes `beside`, so that the verdict hangs on no machine.
 */
export type Target =
  | { readonly kind: 'most'; readonly value: number }
  | { readonly kind: 'least'; readonly value: number }
  | { readonly kind: 'mostOfBeside'; readonly value: number }
  | { readonly kind: 'mostWhere'; readonly value: number; readonly beside: number };

export interface Result {
  readonly title: string;
  /** What was measured and how, for the page of benchmarks. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

export interface Subject {
  readonly name: string;
  readonly run: (how: How) => Promise<Result>;
}

export interface How {
  /** Rounds of what takes little time; a share of them is played of what takes long. */
  readonly rounds: number;
  /** Sizes above this are left out. */
  readonly most: number;
  /** Where the bundles are that ship: a folder with `dist/`. */
  readonly bundles: string;
  /** An empty folder for whatever a subject writes. */
  readonly folder: string;
  /** Tells a person what is going on. */
  readonly say: (what: string) => void;
}

/** The sizes that are wanted, the smallest at least. */
export const sizesOf = ({ most }: How, sizes: readonly number[]): readonly number[] => [
  ...sizes.slice(0, 1),
  ...sizes.slice(1).filter(size => size <= most),
];

/** A share of the rounds, of three at least, and a quarter as many before them that count for nothing. */
export function roundsOf({ rounds }: How, share = 1): RoundOptions {
  const played = Math.max(3, Math.round(rounds * share));
  return { rounds: played, warmUp: Math.max(1, Math.round(played / 4)) };
}

export const ratioOf = ({ p50, beside }: Row): number | undefined =>
  beside === undefined ? undefined : p50 / beside.p50;

const isWithin = (row: Row, ratio: number): boolean => (ratioOf(row) ?? Number.POSITIVE_INFINITY) <= ratio;

/** Whether a row's target is met; `undefined`: it has none. */
export function isMet(row: Row): boolean | undefined {
  const { target, p50 } = row;
  if (target === undefined) return undefined;
  switch (target.kind) {
    case 'most':
      return p50 <= target.value;
    case 'least':
      return p50 >= target.value;
    case 'mostOfBeside':
      return isWithin(row, target.value);
    case 'mostWhere':
      return isWithin(row, target.value / target.beside);
  }
}
