/** What the header says of a chain beside its title. */
import { durationWords } from '../../../../../server/src/core/drawing/words.ts';
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';
import type { GraphWords } from '../messages.ts';
import { filled } from './labels.ts';

/** Version, category, timeline and total, as far as the chain says them. */
export function subjectFacts({ subject, total }: ChainGraph, words: GraphWords): string {
  const facts = [subject.version, subject.category, subject.timeline, totalWords(total, words)];
  return facts.filter(fact => fact !== undefined && fact !== '').join(' · ');
}

/** Of a total of which one end is unknown only the other is said; of a chain in which nothing takes time, nothing. */
function totalWords(total: ChainGraph['total'], words: GraphWords): string | undefined {
  const { min, max } = total ?? {};
  const said = (form: string, least: number, most: number): string | undefined =>
    most === 0 ? undefined : filled(form, durationWords({ min: least, max: most }));
  if (min !== undefined && max !== undefined) return said(words.total, min, max);
  if (min !== undefined) return said(words.totalAtLeast, min, min);
  return max === undefined ? undefined : said(words.totalAtMost, max, max);
}
