/**
 * An immutable view of all documents at one moment. Features and rules are synchronous functions over it.
 */
import type { Shape, Table } from '../../../../schemas/table.ts';
import type { CatalogueModel, SkillDeclaration, TeamDeclaration } from '../model/catalogue.ts';
import type { ChainModel, Handoff, Word } from '../model/chain.ts';
import type { ConfigurationModel } from '../model/configuration.ts';
import type { PlanModel } from '../model/plan.ts';
import type { ShapeReport } from '../model/shape.ts';
import type { SuiteModel } from '../model/suite.ts';
import type { Entry, SyntaxNode, SyntaxTree } from '../syntax/tree.ts';
import type { LineMap } from '../util/lineMap.ts';
import type { AgentSkillFile } from './agentSkillFiles.ts';
import type { Checking } from './checking.ts';

export type FileKind = Table['kinds'][number]['kind'];

/** One document, parsed and read; made once per version. */
export interface DocumentState {
  readonly uri: string;
  /** The client's version; `undefined` for a file that is not open. */
  readonly version: number | undefined;
  readonly text: string;
  readonly lines: LineMap;
  /** By its top-level key first, its name second; `undefined`: neither tells, so nothing is checked but the YAML. */
  readonly kind: FileKind | undefined;
  readonly tree: SyntaxTree;
  /** What the tree is by the schemas' table. */
  readonly shape: ShapeReport;
  readonly model: ChainModel | CatalogueModel | SuiteModel | PlanModel | ConfigurationModel | undefined;
  /** The ids of chains that it names, in any place, each once. */
  readonly namedChains: readonly string[];
  /** The same text as another version of the document; what was made of it is made for both. */
  withVersion(version: number | undefined): DocumentState;
  /** Frees what can be made again from the tree, until somebody asks for it. */
  tidyUp(): void;
}

/** A skill, and where it comes from. */
export interface KnownSkill {
  /** A catalogue wins over a file in which an agent keeps the skill, and that over the catalogue that ships. */
  readonly origin: 'catalogue' | 'agents' | 'library';
  /** The file of the declaration. */
  readonly uri: string;
  /** Below the workspace folder, decoded; the whole address of what lies outside. */
  readonly path: string;
  readonly declaration: SkillDeclaration;
  /** The files in which agents keep it, the first of which counts; one that declares it is among them. */
  readonly files: readonly AgentSkillFile[];
}

/** What a name written in a chain stands for. */
export type SkillResolution =
  | { readonly kind: 'known'; readonly skill: KnownSkill; readonly by: 'id' | 'title' | 'alias' }
  | { readonly kind: 'ambiguous'; readonly skills: readonly KnownSkill[] }
  | {
      readonly kind: 'unknown' /** The nearest known spellings, best first; empty where none is near. */;
      readonly near: readonly KnownSkill[];
    };

/** The skills and teams that a document can name. */
export interface SkillIndex {
  /**
   * Whether a catalogue of the workspace or a file of an agent says which skills there are. Where neither does, an unknown skill is no warning unless
   * it is near a known one.
   */
  readonly hasSources: boolean;
  /** By id: those of catalogues, in their order, then those that only agents keep, then those that only ship. */
  readonly skills: ReadonlyMap<string, KnownSkill>;
  readonly teams: ReadonlyMap<string, { readonly uri: string; readonly declaration: TeamDeclaration }>;
  /** Compares without case, and with blanks, hyphens and underscores as one. */
  resolve(text: string): SkillResolution;
  /** The file that a `source` in the catalogue `uri` names, if an agent keeps a skill in it. */
  fileOf(source: string, uri: string): AgentSkillFile | undefined;
}

/** A chain of the workspace and the document that holds it. */
export interface KnownChain {
  readonly uri: string;
  readonly id: Word;
  readonly model: ChainModel;
}

/** One end of a handoff between chains: what writes it, and what it writes. */
export interface HandoffEnd {
  readonly uri: string;
  /** The id of the chain that writes it; `''` where it has none. */
  readonly chain: string;
  readonly model: ChainModel;
  readonly handoff: Handoff;
}

/** Two chains, as the first of them sees it. */
export interface Likeness {
  /** The address of the other chain. */
  readonly uri: string;
  /**
   * `steps`: of at least four steps, at least four of five are the same and in the same order. `title`: of the same words. `summary`: word for word
   * the same, and of at least five words. The first of these that holds.
   */
  readonly by: 'steps' | 'title' | 'summary';
}

export interface ProjectSnapshot {
  /** Every document, open or read from disk, by URI. An open document's text wins over the disk's. */
  readonly documents: ReadonlyMap<string, DocumentState>;
  /** Open documents whose file is gone: none of the others knows of them. */
  readonly orphans: ReadonlyMap<string, DocumentState>;
  /** Every file in which an agent keeps a skill, by URI. */
  readonly agentSkills: ReadonlyMap<string, AgentSkillFile>;
  /** The lines of a document or of such a file, as far as it was read. */
  linesOf(uri: string): LineMap | undefined;
  /** The skills that count for `uri`: those of its workspace folder. */
  skillsFor(uri: string): SkillIndex;
  /** The chains of the workspace folder of `uri`, by id; more than one where an id is declared twice. */
  chainsFor(uri: string): ReadonlyMap<string, readonly KnownChain[]>;
  /**
   * The handoffs in the workspace folder of `uri` by the id of the chain that they name, in the order of the documents' addresses, then
   * of the text.
   */
  handoffsNaming(uri: string): ReadonlyMap<string, readonly HandoffEnd[]>;
  /** The documents of the workspace folder of `uri` by the ids of the chains that they name. */
  documentsNaming(uri: string): ReadonlyMap<string, readonly DocumentState[]>;
  /** The chains of the workspace folder of `uri` that say nearly the same as the one there, in the order of their addresses. */
  chainsLike(uri: string): readonly Likeness[];
  /**
   * The chains of the workspace folder of `uri` from which handoffs lead round to themselves, by id, each with the ids of all that are on such
   * ways with it.
   */
  handoffCirclesFor(uri: string): ReadonlyMap<string, ReadonlySet<string>>;
  /** Every document of the workspace folder of `uri`, itself included, in the order of their addresses. */
  neighboursOf(uri: string): readonly DocumentState[];
  /** The workspace folder of `uri`; `undefined` where it lies outside all of them, so that nothing is known of its neighbours. */
  folderOf(uri: string): string | undefined;
  /** What the configurations and the person's settings say of the rules for `uri`. */
  checkingFor(uri: string): Checking;
  /** The same moment, if a document had another text. Nothing of it is kept. */
  trying(uri: string, text: string): ProjectSnapshot;
  /** Whether every file was read; before that, nothing is said of missing names. */
  readonly complete: boolean;
}

/** What the table says of a syntax node: kept with the report so that features need not walk again. */
export interface ShapedNode {
  readonly node: SyntaxNode;
  readonly shape: Shape;
  readonly entry: Entry | undefined;
}
