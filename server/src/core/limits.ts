/** Bounds that keep hostile or absurd input from costing a person their editor. */

/** Findings of one document; the last one says how many more there are. */
export const maximumFindings = 200;
