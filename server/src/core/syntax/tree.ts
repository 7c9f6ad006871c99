/**
 * The tolerant syntax tree: any text has one, and every node knows where it stands.
 *
 * Only this folder knows the YAML library. Scalars are texts as they were written, never typed values (`1.10` stays
 * `1.10`). Invariants: a child's span lies in its parent's; entries and items are in text order; `parent` leads to the root.
 */
import type { Span } from '../util/span.ts';

export type SyntaxNode = ScalarNode | MapNode | ListNode | AliasNode;

interface NodeBase {
  /** From the first to behind the last character of the value itself: no anchor, tag, comment or trailing blank. */
  readonly span: Span;
  readonly parent: Entry | ListNode | undefined;
  /** The anchor's name without `&`. */
  readonly anchor?: string;
  /** Where the anchor stands, its `&` included. */
  readonly anchorSpan?: Span;
  /** The tag as written, `!x`. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The text that the scalar stands for: unquoted, unescaped, unfolded; `''` where nothing was written. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** Written as `{…}`. */
  readonly flow: boolean;
  /** All entries in text order, repeated keys included. */
  readonly entries: readonly Entry[];
}

/** One `key: value` of a map. */
export interface Entry {
  readonly kind: 'entry';
  /** From the key to behind the value (or behind the colon where there is none). */
  readonly span: Span;
  readonly parent: MapNode;
  /** A key that is not a scalar is a scalar with the text as it stands in the source. */
  readonly key: ScalarNode;
  /** `undefined` where nothing is written behind the colon (`null` and `~` are plain scalars). */
  readonly value: SyntaxNode | undefined;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  /** Written as `[…]`. */
  readonly flow: boolean;
  /** In text order; an item with nothing behind its dash is an empty plain scalar just behind the dash. */
  readonly items: readonly SyntaxNode[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  /** The name without `*`. */
  readonly name: string;
  /** The node that the alias stands for; `undefined` where no such anchor stands before it, or where it would hold itself. */
  readonly target: ScalarNode | MapNode | ListNode | undefined;
}

/** What is wrong with the YAML itself, or with what its author cannot have meant. */
export interface SyntaxProblem {
  /** A stable string; the rule of this name turns it into a finding. */
  readonly code: SyntaxProblemCode;
  /** Never empty unless the text is: an end-of-file problem covers the last character written. */
  readonly span: Span;
  /** Plain text: what is wrong, and what to do. */
  readonly message: string;
  /** YAML takes the text as it stands, so no YAML tool says a word about it; `undefined`: it does not. */
  readonly accepted?: true;
  /** One safe edit that mends it, where there is one. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly span: Span; readonly newText: string }[];
    /** It keeps what is below what, and may be made without asking. Of traps all are. */
    readonly sure?: true;
  };
  /** A list that stands below a key with a value of its own, so that it may want a key: which one, only the language knows. */
  readonly keyless?: KeylessList;
}

export interface KeylessList {
  /** The key above it. */
  readonly below: Span;
  /** The value that this has. */
  readonly value: Span;
  /** The line of its first item. */
  readonly lineStart: number;
  /** The keys of its first item; none where that is no map. */
  readonly keys: readonly string[];
}

export type SyntaxProblemCode =
  /** The YAML does not parse. */
  | 'yaml-syntax'
  /** A trap of principle 8: YAML reads it otherwise than its author (an indicator, a comment, a colon, a comma). */
  | 'yaml-trap'
  /** A second `---` document. */
  | 'second-document'
  /** `*name` without `&name` before it, or inside itself. */
  | 'unknown-alias'
  /** Not analysed, or not wholly: too long, too deep, too many aliases, binary. */
  | 'too-large';

export interface SyntaxTree {
  /** The text the tree was made from. */
  readonly text: string;
  /** `undefined` for an empty text or one that only holds comments. */
  readonly root: SyntaxNode | undefined;
  /** In text order. */
  readonly problems: readonly SyntaxProblem[];
  /** In text order, without `#`. */
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  /** False where a `yaml-syntax` or `too-large` problem means that parts of the text are not in the tree as meant. */
  readonly complete: boolean;
}
