/** How exactly times of different units may be held against each other. */

/** A number may touch its unit, `3mo`; working days are days. */
const months = /(?<![a-z])(?:mo|q|y)/i;
const weeks = /(?<![a-z])w(?!o)/i;

/** Sums of working days are no whole minutes. */
const aMoment = 1e-6;

/**
 * By how many minutes a time may lie beyond `limit` and still be no more than that. A month is 30 days and no number of weeks: where
 * one is measured by the other, a tenth more is no difference.
 * @param measure the text of the limit; `measured`: the texts of what is held against it.
 */
export function toleranceOf(limit: number, measure: string, measured: readonly string[]): number {
  const isMixed =
    (months.test(measure) && measured.some(each => weeks.test(each))) ||
    (weeks.test(measure) && measured.some(each => months.test(each)));
  return isMixed ? limit / 10 : aMoment;
}
