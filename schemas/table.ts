/**
 * The compiled form of the schemas: a plain immutable table that the core walks over a syntax tree.
 *
 * `describe.ts` makes it from the zod schemas (`generated/table.ts`, committed); validation, completion, hover and
 * the JSON Schemas all read this one description. Nothing here depends on zod.
 */

/** What the text of a scalar means; it decides how the scalar is checked, completed, explained and navigated. */
export type Meaning =
  /** A sentence or free words. */
  | 'text'
  /** Declares the id of this chain; kebab-case. */
  | 'chain-id'
  /** Names a chain of the workspace folder. */
  | 'chain-reference'
  /** Declares the id of a node or phase; kebab-case. */
  | 'node-id'
  /** Names a node of this chain (`after`, `insert-after`, `from`, `before`): any node, by id. */
  | 'node-reference'
  /** Names a node of the other chain of a handoff (`at`). */
  | 'other-node-reference'
  /** Where a flow continues (`go`, `otherwise`, `back-to`, `resumes-at`): a node, a phase, `next`, `end` or `stop`, as the key allows. */
  | 'jump-target'
  /** Declares the id of a skill; kebab-case. */
  | 'skill-id'
  /** Names a skill by id, title or alias. */
  | 'skill-reference'
  /** Declares another spelling of a skill. */
  | 'skill-alias'
  /** Declares the id of a team. */
  | 'team-id'
  /** Names a team. */
  | 'team-reference'
  /** Names an artefact that is made here (`produces`, `inputs`, `output`), with an optional `@major`. */
  | 'artefact-product'
  /** Names an artefact that is used here (`needs`, `delivers`), with an optional `@major`. */
  | 'artefact-use'
  /** Declares a measure that thresholds may speak of. */
  | 'measure-id'
  /** `2-4 weeks`, `30 min`. */
  | 'duration'
  /** A duration, or `ongoing`. */
  | 'timeline'
  /** `< 30 minutes`, `>= 90 %`, `4.5+`, `-40 %`. */
  | 'target'
  /** `hours 0-2`, `weeks 1-4`, `day 0`. */
  | 'window'
  /** A semver version, `1.2.0`. */
  | 'version'
  /** A semver range, `^1`. */
  | 'version-range'
  /** Thresholds over measures, or prose. */
  | 'condition'
  /** How often: `weekly`, `quarterly`, `after each run`, or a duration. */
  | 'cadence'
  /** A whole number. */
  | 'count'
  /** A range of numbers or a single one, `1-5`. */
  | 'number-range'
  /** `true` or `false`. */
  | 'boolean'
  /** A path or address of another file. */
  | 'path'
  /** Declares the id of this suite; kebab-case. */
  | 'suite-id'
  /** Declares the id of an item of this suite. */
  | 'item-id'
  /** Names an item of this suite. */
  | 'item-reference'
  /** Names a team in a suite: one of a catalogue, or the suite's own. */
  | 'suite-team'
  /** The path of a prompt plan from the folder of this document. */
  | 'plan-path'
  /** A chain of the workspace folder by its id, or by the path of its file from the folder of this document. */
  | 'chain-target'
  /** The field that an item belongs to. */
  | 'domain'
  /** Who is accountable: a person, role or team, in free words. */
  | 'owner'
  /** Declares the id of this prompt plan: the stem of its file. */
  | 'plan-id'
  /** Declares an input of this prompt plan. */
  | 'input-id'
  /** Names an input of this prompt plan. */
  | 'input-use'
  /** The type of an input; a `?` behind it says that it may be left out. */
  | 'input-type'
  /** Markdown with `{{placeholders}}`. */
  | 'template'
  /** A number with or without a fraction. */
  | 'number'
  /** Names a rule of the linter by its code. */
  | 'rule-code'
  /** Files by their paths from the folder of this document, with `*`, `?` and `**`. */
  | 'path-pattern';

/** One scalar. */
export interface ScalarShape {
  readonly type: 'scalar';
  readonly meaning: Meaning;
  /** The only texts that are allowed; `undefined`: any text that its meaning allows. */
  readonly values?: readonly string[];
  /** Texts that are offered besides others (`P0`…, `stop`); never a limit. */
  readonly suggestions?: readonly string[];
}

/** A sequence whose items all have one shape. */
export interface ListShape {
  readonly type: 'list';
  readonly of: Shape;
  /** The smallest number of items; `undefined`: none is wanted. */
  readonly minimum?: number;
}

/** A mapping with free keys (`inputs`, `skills`). */
export interface MapShape {
  readonly type: 'map';
  readonly key: Meaning;
  readonly of: Shape;
}

/** A mapping with known keys: the record of that name in the table. */
export interface RecordShape {
  readonly type: 'record';
  readonly record: string;
}

/** A mapping whose kind is told by the one discriminating key it holds. */
export interface VariantShape {
  readonly type: 'variant';
  /** What the variants are together, in words: `a node`, `a handoff`. */
  readonly name: string;
  /** Discriminating key to the name of its record, in the order in which they are offered. */
  readonly by: Readonly<Record<string, string>>;
}

/** Several shapes told apart by the YAML kind of the value alone: at most one scalar, one list and one mapping. */
export interface ChoiceShape {
  readonly type: 'choice';
  readonly options: readonly (ScalarShape | ListShape | MapShape | RecordShape | VariantShape)[];
}

/** Any value: nothing in it is looked at. */
export interface AnyShape {
  readonly type: 'any';
}

export type Shape = ScalarShape | ListShape | MapShape | RecordShape | VariantShape | ChoiceShape | AnyShape;

/** One key of a record. */
export interface KeyDescription {
  readonly key: string;
  /** What the key says, in one or two sentences of plain text. */
  readonly description: string;
  /** Its type in words, as hover and the reference show it: `duration`, `list of artefacts`. */
  readonly type: string;
  /** A valid value as it is written in YAML, one or more lines (a block value starts on its own line, not indented). */
  readonly example: string;
  readonly required: boolean;
  readonly shape: Shape;
}

/** A mapping with known keys. Keys that begin with `x-` are always free. */
export interface RecordDescription {
  readonly name: string;
  /** What it is, in words with an article: `a step`, `a phase`. */
  readonly title: string;
  readonly description: string;
  /** In the order in which a person writes them and completion offers them. */
  readonly keys: readonly KeyDescription[];
  /** Groups of keys of which exactly one must stand (`skill` or `team`; `steps` or `phases`); `atLeastOne` allows several. */
  readonly oneOf?: readonly { readonly keys: readonly string[]; readonly atLeastOne?: boolean }[];
  /** Keys that are not among these may stand in it as well, since other tools read the format too. */
  readonly open?: boolean;
}

/** The document kinds, each with the name of its root record, the top-level keys that together tell it, and the names of its files. */
export interface Table {
  readonly kinds: readonly {
    readonly kind: 'chain' | 'catalogue' | 'suite' | 'plan' | 'configuration';
    /** Empty: the name of the file alone tells the kind, whatever stands in it. */
    readonly keys: readonly string[];
    readonly record: string;
    readonly files: readonly string[];
  }[];
  readonly records: Readonly<Record<string, RecordDescription>>;
}
