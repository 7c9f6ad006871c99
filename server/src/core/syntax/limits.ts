/**
 * How much is analysed at most. Beyond a limit a text gets one `too-large` problem instead of a slow or a failing answer.
 * A chain of a thousand lines is long; these leave ten times that and more.
 */

/** UTF-16 units of a text that is still parsed. */
export const MAX_CHARACTERS = 1_000_000;

/** Lines of a text that is still parsed. */
export const MAX_LINES = 12_000;

/** Words, signs and blanks, as the library's lexer counts them: what its parser's time depends on. */
export const MAX_TOKENS = 100_000;

/** Collections inside one another. The library's composer recurses, and so may all that walks the tree. */
export const MAX_DEPTH = 200;

/** Nodes that the aliases of one text may stand for, counted as if each were written out. */
export const MAX_ALIAS_NODES = 10_000;

/** Problems reported of one text; the first in text order are kept. */
export const MAX_PROBLEMS = 100;

/** How often a broken text is mended and parsed anew at most. */
export const MAX_REPAIR_ROUNDS = 24;

/** Tokens that are parsed in all rounds together before mending ends; a bound on the time it takes. */
export const MAX_REPAIR_TOKENS = 100_000;

/** UTF-16 units of the longest line of a text that is mended. */
export const MAX_REPAIR_LINE = 20_000;

/** From how many control characters on a text may count as binary, if also one character of `BINARY_SHARE` is one. */
export const MAX_CONTROL_CHARACTERS = 8;
export const BINARY_SHARE = 50;
