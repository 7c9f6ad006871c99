/**
 * The language service: the one door to the core. It owns the documents and their caches; everything behind it is pure.
 * It never throws on what a person wrote; it may throw on misuse (a request for a document it was never given).
 */
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
} from 'vscode-languageserver-types';
import type { ChainGraph } from './analysis/chainGraph.ts';
import type { ProjectChange } from './project/project.ts';
import type { ProjectSnapshot } from './project/snapshot.ts';
import type { StopSignal, Workspace } from './workspace.ts';

export type { ProjectChange } from './project/project.ts';

export interface ChainEntry {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly category: string | undefined;
}

export interface LanguageService {
  /** Reads every chain and catalogue of the workspace; until it ends, nothing is said of missing names. */
  load(signal?: StopSignal): Promise<ProjectChange>;
  /** A document was opened or its text replaced; `version` is the client's. */
  setDocument(uri: string, version: number, text: string): ProjectChange;
  /** A document was closed: the disk's text counts again, and its caches are freed. */
  closeDocument(uri: string): Promise<ProjectChange>;
  /** Files were made, changed or deleted on disk, or folders came or went. */
  refresh(uris: readonly string[]): Promise<ProjectChange>;
  snapshot(): ProjectSnapshot;

  /** Findings of one document, at most `maximumFindings` of `limits.ts`, in text order. */
  diagnostics(uri: string): readonly Diagnostic[];
  codeActions(uri: string, range: Range, only: readonly string[] | undefined): readonly CodeAction[];
  /**
   * `snippets`: the client inserts tab stops. `retrigger`: it is VS Code, whose command `editor.action.triggerSuggest`
   * opens the list again after a key whose value has suggestions.
   */
  completion(
    uri: string,
    position: Position,
    options: { readonly snippets: boolean; readonly retrigger?: boolean },
  ): CompletionList;
  /** Adds documentation to an item that `completion` gave. */
  resolveCompletion(item: CompletionItem): CompletionItem;
  hover(uri: string, position: Position): Hover | null;
  definition(uri: string, position: Position): readonly (Location | LocationLink)[];
  documentSymbols(uri: string): readonly DocumentSymbol[];
  foldingRanges(uri: string): readonly FoldingRange[];
  selectionRanges(uri: string, positions: readonly Position[]): readonly SelectionRange[];
  documentLinks(uri: string): readonly DocumentLink[];
  graph(uri: string): ChainGraph | null;
  chains(): readonly ChainEntry[];
}

export declare function createLanguageService(workspace: Workspace): LanguageService;
