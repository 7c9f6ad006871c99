/** Takes findings away where comments say so, and knows which comments took none. */
import {
  type SuppressedCode,
  type Suppression,
  suppressedLines,
  suppressionsOf,
} from '../model/suppressions.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Span } from '../util/span.ts';

/** A code of a comment that took nothing away. */
export interface UnusedCode {
  readonly suppression: Suppression;
  readonly code: SuppressedCode;
}

export interface Suppressing {
  readonly all: readonly Suppression[];
  /** Whether a comment takes away what a rule found; it is used by that. */
  takes(code: string, span: Span): boolean;
  /** The codes that took nothing away so far, in text order, of the rules that `wereTried`. */
  unused(wereTried: (code: string) => boolean): readonly UnusedCode[];
}

export function suppressing(document: DocumentState): Suppressing {
  const all = suppressionsOf(document);
  if (all.length === 0) return { all, takes: () => false, unused: () => [] };
  const linesOf = suppressedLines(document);
  const byPlace = new Map<string, SuppressedCode[]>();
  for (const { counts, codes } of all) {
    for (const code of codes) {
      const key = `${counts} ${code.text}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), code]);
    }
  }
  const used = new Set<SuppressedCode>();
  return {
    all,
    takes: (code, span) => {
      const here = ['file', ...linesOf(span.start)].flatMap(place => byPlace.get(`${place} ${code}`) ?? []);
      for (const each of here) used.add(each);
      return here.length > 0;
    },
    unused: wereTried =>
      all.flatMap(suppression =>
        suppression.counts === 'nowhere'
          ? []
          : suppression.codes
              .filter(code => wereTried(code.text) && !used.has(code))
              .map(code => ({ suppression, code })),
      ),
  };
}
