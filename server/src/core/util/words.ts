/** The words of a text as names are written: letters, digits, hyphens and underscores. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
