/** The meaning of one skill catalogue. Made from any tree; what cannot be read is absent. */
import type { MapNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Word } from './chain.ts';

/** A word that need not stand in YAML of ours. */
export type DeclaredWord = Omit<Word, 'node'>;

export interface SkillDeclaration {
  readonly id: DeclaredWord;
  readonly title?: DeclaredWord;
  readonly aliases: readonly DeclaredWord[];
  readonly team?: DeclaredWord;
  readonly summary?: DeclaredWord;
  readonly source?: DeclaredWord;
  /** The whole entry. */
  readonly span: Span;
}

export interface TeamDeclaration {
  readonly id: Word;
  readonly title?: Word;
  readonly lead?: Word;
  readonly span: Span;
}

/** A task that one skill always does. */
export interface Delegation {
  readonly task: Word;
  readonly skill: Word;
}

/** A matter in which one skill has the last word. */
export interface LastWord {
  readonly skill: Word;
  readonly about: Word;
}

export interface CatalogueModel {
  readonly kind: 'catalogue';
  readonly skills: readonly SkillDeclaration[];
  readonly teams: readonly TeamDeclaration[];
  readonly delegation: readonly Delegation[];
  readonly lastWords: readonly LastWord[];
  /** Every use of a skill in `delegation`, `never-overridden`, `may-override` and `teams.*.lead`. */
  readonly skillUses: readonly Word[];
  readonly syntax: MapNode;
}
