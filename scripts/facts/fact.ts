/** What a fact about a file of the library looks like, in the committed files of facts and in the code that makes and checks them. */

/** What has to be found in a piece of the text, in whatever words the rest is said. */
export interface Holds {
  /** Numbers with their units, as `20-30 %`, `$500K`, `90 day`; units are in the singular. All are needed. */
  readonly figures?: readonly string[];
  /** Tools, standards, laws: proper names and abbreviations. All are needed, or what `synonyms.ts` gives for them. */
  readonly names?: readonly string[];
  /** Groups of beginnings of words; of each group one is needed. */
  readonly words?: readonly (readonly string[])[];
}

interface Placed {
  /** Unique among the facts of a file; says what the document calls the piece. */
  readonly id: string;
  /** The keys that may say it, as `places.ts` reads them: `timeline`, `step[2]`, `phases[0].deliverable`. */
  readonly at: readonly string[];
}

/** One place says exactly this. */
export interface TextFact extends Placed {
  readonly is: string;
}

/** The places hold all this between them. */
export interface HoldsFact extends Placed {
  readonly holds: Holds;
}

/** One place has a list, checklist, table or map with as many entries, which hold these things in order. */
export interface ItemsFact extends Placed {
  readonly items: readonly Holds[];
}

/** The windows of the phases or milestones, in order. */
export interface WindowsFact extends Placed {
  readonly windows: readonly { readonly window: string; readonly holds: Holds }[];
}

/** Entries of `success` have these targets and deadlines between them. */
export interface SuccessFact extends Placed {
  /** As `<5 ms` or `90 %`: a comparison that the document states has to be in the target. */
  readonly targets: readonly string[];
  readonly holds: Holds;
}

/** A table with these columns, and these cells but for the first of each row, which is said in own words. */
export interface TableFact extends Placed {
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export type Fact = TextFact | HoldsFact | ItemsFact | WindowsFact | SuccessFact | TableFact;

/** A skill by any spelling; a list of several: they act in lanes beside one another. */
export type Turn = string | readonly string[];

export interface FileFacts {
  readonly id: string;
  /** Who acts, in order; `undefined` where phases say it one by one, or nobody acts. */
  readonly order?: readonly Turn[];
  /** For each phase, who acts in it. */
  readonly phases?: readonly { readonly order: readonly Turn[] }[];
  /** The stages by name, in order: the names of phases, or ids of nodes. */
  readonly stages?: readonly string[];
  readonly facts: readonly Fact[];
}
