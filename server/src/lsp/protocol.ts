/** What client and server share besides the Language Server Protocol: method names, plain types, and how ids are made of words. */
import type { ChainGraph, GraphEdge, GraphNode, GraphNodeKind } from '../core/analysis/chainGraph.ts';
import type { DocumentKind, TemplateName } from '../core/documents/kinds.ts';
import type {
  LibraryChain,
  LibraryCounts,
  LibraryEntry,
  LibraryPlan,
  LibrarySuite,
} from '../core/library/libraryEntries.ts';
import type { LibraryHit } from '../core/library/librarySearch.ts';

export { numberOf, proposeFileName } from '../core/documents/fileName.ts';
export {
  type FolderFile,
  type FolderReason,
  type FoundFolder,
  findFolder,
  folderFiles,
  pathBelow,
  usualFolders,
} from '../core/documents/folders.ts';
export { templates } from '../core/documents/kinds.ts';
export { chainIdOf, leftAsItIs, newChainSnippet } from '../core/documents/newChainText.ts';
export { namesIn, otherBranches } from '../core/documents/otherBranches.ts';
export { templateOrder } from '../core/documents/templateOrder.ts';
export { today } from '../core/documents/today.ts';
export { isKebabCase, isPlanId, slug } from '../core/model/values/identifier.ts';
export { decode } from '../files/decode.ts';
export type {
  ChainGraph,
  DocumentKind,
  GraphEdge,
  GraphNode,
  GraphNodeKind,
  LibraryChain,
  LibraryEntry,
  LibraryHit,
  LibraryPlan,
  LibrarySuite,
  TemplateName,
};

/** 0-based lines and characters, characters in UTF-16 code units. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: `GraphParams` → `ChainGraph | null`, of a chain or of a suite (null: the document is neither). */
export const graphMethod = 'skillChains/graph';
export interface GraphParams {
  readonly uri: string;
}
export type GraphResult = ChainGraph | null;

/**
 * Request: `ExportParams` → the text of an SVG file, of a Mermaid flowchart, of a Markdown document, or of an instruction for an agent; null:
 * there is no such text of the document. Of a suite there are the first two.
 */
export const exportMethod = 'skillChains/export';
export const exportFormats = ['svg', 'mermaid', 'markdown', 'instruction'] as const;
export interface ExportParams {
  readonly uri: string;
  readonly format: (typeof exportFormats)[number];
}
export type ExportResult = string | null;

/** Notification of the server: a document's model was built anew, whatever the lint mode. */
export const modelChangedMethod = 'skillChains/modelChanged';
export interface ModelChangedParams {
  readonly uri: string;
  /** 0: the file is not open, and changed on disk. */
  readonly version: number;
  /** True: its text is the same, and a change in another file affects it; absent: its text is new. */
  readonly elsewhere?: true;
}

/** Request: no parameters → every chain of the workspace, for the tree. */
export const chainsMethod = 'skillChains/chains';
export interface ChainSummary {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly category: string | undefined;
}

/** Request: no parameters → every suite of the workspace that has an id, for the tree. */
export const suitesMethod = 'skillChains/suites';
export interface SuiteSummary {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
}

/** The scheme of the addresses of the library's documents, which ship with the extension and cannot be changed. */
export const libraryScheme = 'skill-chains-library';

/** Request: no parameters → `LibraryResult`: how much the library has; null: there is none, or it is what the workspace holds. */
export const libraryMethod = 'skillChains/library';
export type LibraryResult = LibraryCounts | null;

/** Request: no parameters → `LibraryEntry[]`: chains by categories, then suites, then prompt plans by domains; each by titles. */
export const libraryEntriesMethod = 'skillChains/libraryEntries';

/** Request: `SearchLibraryParams` → `LibraryHit[]`, the best first. */
export const searchLibraryMethod = 'skillChains/searchLibrary';
export interface SearchLibraryParams {
  readonly query: string;
}

/** Request: `TakeParams` → `TakeResult`: what a workspace gets where documents of the library are taken along. */
export const takeMethod = 'skillChains/take';
export interface TakeParams {
  /** Addresses of the library, each with the id that the chain, suite or prompt plan gets. */
  readonly documents: readonly { readonly uri: string; readonly id: string }[];
  /** The workspace folder that they go to; `undefined`: none is open. */
  readonly folder?: string | undefined;
}
export interface TakeResult {
  readonly documents: readonly {
    readonly id: string;
    readonly text: string;
    /** The files that it names by path, each with the path from its own folder. */
    readonly beside: readonly { readonly path: string; readonly text: string }[];
  }[];
  /** Chains of the library that those name, and that are neither taken nor in the folder; those they cannot run without come first. */
  readonly missing: readonly {
    readonly uri: string;
    readonly id: string;
    readonly title: string;
    readonly as: 'sub-chain' | 'handoff';
  }[];
  /** The ids of the skills that the folder lacks. */
  readonly skills: readonly string[];
  /** Where those go; null: there are none. Without `uri` and `position` the text is a whole catalogue. */
  readonly catalogue: {
    readonly uri?: string;
    readonly position?: { readonly line: number; readonly character: number };
    readonly text: string;
  } | null;
}

/** Notification of the server: the set of chains or of suites, or a title or category in it, changed. */
export const chainsChangedMethod = 'skillChains/chainsChanged';

/** Request: `GraphParams` → `readonly VariationSummary[]`: the variations of a chain, in text order. */
export const variationsMethod = 'skillChains/variations';
export interface VariationSummary {
  /** Its place among them, from 0. */
  readonly index: number;
  readonly when?: string | undefined;
  /** What each of its nodes says, and who acts there. */
  readonly adds: readonly string[];
  /** The id behind which they go; `undefined`: the end of the chain. */
  readonly insertAfter?: string | undefined;
  readonly range: TextRange;
}

/** Request: `ApplyVariationParams` → `ApplyVariationResult`; nothing is changed by it, the client makes the edits. */
export const applyVariationMethod = 'skillChains/applyVariation';
export interface ApplyVariationParams {
  readonly uri: string;
  readonly index: number;
  /** `always`: the nodes go in without the variation's condition. `optional`: each of them keeps it. */
  readonly mode: 'always' | 'optional';
}
/** null: there is no such variation. `refused`: why it cannot be applied, in words. */
export type ApplyVariationResult =
  | {
      readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
      /** The version of the text that they are for. */
      readonly version?: number | undefined;
      /** Where the nodes stand in the edited text. */
      readonly range: TextRange;
    }
  | { readonly refused: string }
  | null;

/** Request: `DocumentSourcesParams` → what a document of that kind may come from, for a person to choose among. */
export const documentSourcesMethod = 'skillChains/documentSources';
export interface DocumentSourcesParams {
  readonly kind: DocumentKind;
  /** A chain; `undefined`: every chain of the workspace. */
  readonly uri?: string | undefined;
}
export interface DocumentSource {
  readonly uri: string;
  readonly chainTitle: string;
  /** `undefined`: the chain as a whole. */
  readonly node?: string | undefined;
  /** Where the node stands in the chain's text. */
  readonly range?: GraphNode['range'];
  /** What the node asks or does, or the chain's title. */
  readonly label: string;
  /** What the document may be called. */
  readonly title: string;
}

/** Request: `ScaffoldParams` → `ScaffoldResult | null` (null: the chain is not known any more). */
export const scaffoldMethod = 'skillChains/scaffold';
export interface ScaffoldParams {
  readonly template: TemplateName;
  readonly title: string;
  /** `2024-01-31`: local for a decision, UTC for a post-mortem. */
  readonly date: string;
  /** `08:15`, UTC. */
  readonly time?: string | undefined;
  /** `undefined`: the records are not numbered. */
  readonly number?: number | undefined;
  readonly author?: string | undefined;
  readonly chain?: { readonly uri: string; readonly node?: string | undefined } | undefined;
  /** The URI that the document will have; `undefined`: it is no file yet. */
  readonly target?: string | undefined;
}
export interface ScaffoldResult {
  readonly text: string;
  /** The same text with its places as tab stops. */
  readonly snippet: string;
}

/** Notification of the client: read every file again, for file systems that report no changes. */
export const reloadMethod = 'skillChains/reload';

/**
 * Request of the server to a client that offers files: `ReadFileParams` → `ReadFileResult`, the text of a file as `decode` reads
 * it; null where there is none, or it is no text or larger than `limit` bytes.
 */
export const readFileMethod = 'skillChains/readFile';
export interface ReadFileParams {
  readonly uri: string;
  readonly limit: number;
}
export type ReadFileResult = string | null;

/**
 * Request of the server to a client that offers files: `ReadFolderParams` → `ReadFolderResult`, the files and folders directly in a
 * folder, linked files among them and linked folders not; null where there is none.
 */
export const readFolderMethod = 'skillChains/readFolder';
export interface ReadFolderParams {
  readonly uri: string;
}
export type ReadFolderResult = readonly { readonly name: string; readonly kind: 'file' | 'folder' }[] | null;

/**
 * Flags of Node for whoever starts the server as a process and wants it small: V8 would take up to 96 MB for what is young alone, and keep
 * what reading a large workspace took for later. With the second the server can give that back.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=8', '--expose-gc'];

/** The settings section both read. */
export const settingsSection = 'skillChains';

/** The `source` of every finding. */
export const findingSource = 'skill-chains';

/** Whether a finding, told by the `data` of its diagnostic, is one that any tool for YAML makes too. */
export const isGeneric = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'generic' in data && data.generic === true;

/** What our own client says of itself in `initialize`. */
export interface InitializationOptions {
  /** The client is VS Code, whose command opens the list of suggestions again. */
  readonly retriggerCompletion: boolean;
  /** The client answers `readFileMethod` and `readFolderMethod`, for files that the server cannot reach by itself. */
  readonly offersFiles: boolean;
  /** Where the packed library is, for a server that cannot find it by itself. */
  readonly library: string;
  /** Where the script of the layout engine is, for a server that cannot find it by itself. */
  readonly layoutEngine: string;
  /** The ids of the commands that lenses may call. */
  readonly commands: readonly string[];
}
