/**
 * How much is analysed at most. Beyond a limit a text gets one `too-large` problem instead of a slow or a failing answer.
 * A chain of a thousand lines is long; these leave ten times that and more.
 */

/** UTF-16 units of a text that is still parsed. */
export const MAX_CHARACTERS = 1_000_000;

/** Lines of a text that is still parsed. */
export const MAX_LINES = 20_000;

/** Collections inside one another. The library's composer recurses, and so may all that walks the tree. */
export const MAX_DEPTH = 200;

/** Nodes that the aliases of one text may stand for, counted as if each were written out. */
export const MAX_ALIAS_NODES = 10_000;

/** Problems reported of one text; the first in text order are kept. */
export const MAX_PROBLEMS = 100;

/** How often a broken text is mended and parsed anew, for a text of `characters` UTF-16 units: a bound on the work. */
export const repairRounds = (characters: number): number =>
  characters < 20_000 ? 24 : characters < 100_000 ? 12 : characters < 400_000 ? 6 : 2;

/** From how many control characters on a text counts as binary. A NUL alone is enough. */
export const MAX_CONTROL_CHARACTERS = 16;
