/**
 * What a rule is: one file in this folder, from which diagnostic, documentation, quick fix and test all come.
 * A rule is a pure function of a document in its project; it never throws on broken input.
 */
import type { Need } from '../analysis/dataFlow.ts';
import type { Flow } from '../analysis/flow.ts';
import type { ChainModel } from '../model/chain.ts';
import type { PlanModel } from '../model/plan.ts';
import type { SuiteModel } from '../model/suite.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import type { Span } from '../util/span.ts';
import type { Soundness } from './support/soundness.ts';
import type { Suppressing } from './suppressing.ts';

/** What a rule speaks of. The first two are the form of a file; the others what it says. */
export type RuleFamily =
  | 'text'
  | 'shape'
  | 'names'
  | 'flow'
  | 'data'
  | 'time'
  | 'measure'
  | 'people'
  | 'handoff'
  | 'suite'
  | 'plan'
  | 'style'
  /** What is checked at all: configurations, and comments that take findings away. */
  | 'checking';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Text edits in the finding's own document. Applied, the text parses, and the finding is gone. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  /** True where this is what nearly every author wants; at most one fix of a finding. */
  readonly preferred?: boolean;
  /**
   * It changes how something is written and nothing of what is said (quotes, brackets, the spelling of a known name), or takes away
   * what says nothing: it may be made unasked, together with all others of its kind.
   */
  readonly safe?: boolean;
  /** What nobody read before, and what is read, and may have findings of its own, once this is made. */
  readonly opens?: Span;
  /** What it changes is wrong in each place where an alias repeats it, whatever the rule's family. */
  readonly everywhere?: boolean;
  /** Made by `support/repeats.ts`: it also changes places that do not have the finding, so it is offered only where it brings none. */
  readonly changesRepeats?: boolean;
}

export interface Finding {
  /** The tightest place; never empty unless the document is. */
  readonly span: Span;
  /** Where the words stand that an alias at `span` repeats: what is found there as well is said there alone. */
  readonly repeats?: Span;
  /** Plain text: what is wrong, where, and what to do. */
  readonly message: string;
  /** Overrides the rule's severity for this one finding. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly uri: string; readonly span: Span; readonly message: string }[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Overrides the rule's `generic` for this one finding. */
  readonly generic?: boolean;
}

export interface RuleContext {
  readonly document: DocumentState;
  readonly project: ProjectSnapshot;
  /** What of the document is known well enough to draw conclusions from. */
  readonly soundness: Soundness;
  /** The chain as far as it was read; `undefined` where the document is none. */
  readonly chain: ChainModel | undefined;
  /** The suite as far as it was read; `undefined` where the document is none. */
  readonly suite: SuiteModel | undefined;
  /** The plan as far as it was read; `undefined` where the document is none. */
  readonly plan: PlanModel | undefined;
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** `silenced` of the rule of this code; `undefined` also where there is none. */
  silencedBy(code: string): Rule['silenced'];
  /** The comments that take findings away. */
  readonly suppressing: Suppressing;
  /** Whether the rule of this code looked at this document, and a comment may take away what it finds. */
  wereTried(code: string): boolean;
  /** The chain and its flow; `undefined` where the document is no chain, or not all of its nodes were read. */
  readonly sound: SoundChain | undefined;
  /** What the chain's nodes need; made when it is first asked for, and none where the document is no chain. */
  readonly needs: () => readonly Need[];
}

/** A chain whose nodes, order and jumps were all read. */
export interface SoundChain {
  readonly model: ChainModel;
  /** Made when it is first asked for. */
  readonly flow: () => Flow;
}

/**
 * A text that a rule is tried on. `text` is a whole document; in an invalid example a comment line of carets marks
 * what the finding covers in the line above it (`# ^^^^`: the carets' columns; the `#` stands at the column before or
 * earlier). At the start of a line a `#` with a caret directly behind it counts as a caret: nothing else could mark the
 * first column. Lines of carets are no part of the document.
 */
export interface Example {
  readonly text: string;
  /** Other files of the workspace, by path; `undefined`: those that all examples share. */
  readonly files?: Readonly<Record<string, string>>;
  /** The path of the document itself; `undefined`: an untitled one of the example's kind. */
  readonly path?: string;
  /** What the text is after the finding's first fix; `undefined` where the rule has none. */
  readonly fixed?: string;
}

export interface Rule {
  /** kebab-case; the diagnostic's code, the file's stem and the setting's key. */
  readonly code: string;
  readonly family: RuleFamily;
  /**
   * `strict`: asks for more than most chains need, and is tried only where a person wants it. `undefined`: what nearly everyone wants
   * to know; tried by default.
   */
  readonly preset?: 'strict';
  readonly severity: Severity;
  /** One sentence in the present tense that says what is found. */
  readonly summary: string;
  /** A paragraph: why it matters, and what to do. */
  readonly details: string;
  /**
   * What must be sound for a finding to be more than an echo of another. `nothing`: the rule speaks of the YAML itself.
   * `place`: the finding stands where the YAML parses. `document`: all of the YAML parses.
   */
  readonly reliesOn: 'nothing' | 'place' | 'document';
  /**
   * Any tool for YAML finds it too, without knowing this language. Where another one looks at the same document, the finding is
   * left to it. Default: false.
   */
  readonly generic?: boolean;
  /**
   * What takes its findings away. `never`: nothing, as where they stand the rest of the file is not read as it is meant.
   * `by-configuration`: no comment, as it speaks of such comments itself. Default: comments and configurations.
   */
  readonly silenced?: 'never' | 'by-configuration';
  /** `last`: it speaks of what the others found. Default: in the order of the list. */
  readonly runs?: 'last';
  /** Why no safe edit mends what is found: one sentence for the documentation, of a rule that has no fix. */
  readonly fixless?: string;
  readonly valid: readonly Example[];
  readonly invalid: readonly Example[];
  check(context: RuleContext): Iterable<Finding>;
}
