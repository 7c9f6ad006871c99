/** The comparators of targets and conditions, and what other notations have for them. */

export type Comparator = '<' | '<=' | '=' | '>=' | '>';

/** The sources of patterns without groups that are counted, to be read in any case, and one after the other. */
export const comparatorPhrases: readonly (readonly [source: string, comparator: Comparator])[] = [
  ['(?:less|fewer|lower)\\s+than\\s+or\\s+equal\\s+to\\b', '<='],
  ['(?:more|greater|higher)\\s+than\\s+or\\s+equal\\s+to\\b', '>='],
  ['(?:no|not)\\s+(?:more|greater|higher)\\s+than\\b', '<='],
  ['(?:no|not)\\s+(?:less|fewer|lower)\\s+than\\b', '>='],
  ['(?:less|fewer|lower)\\s+than\\b|below\\b', '<'],
  ['(?:more|greater|higher)\\s+than\\b|above\\b|exceeds\\b', '>'],
  ['exactly\\b|equals?\\b(?:\\s+to\\b)?', '='],
  ['=>', '>='],
  ['=<', '<='],
];
