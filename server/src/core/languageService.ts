/**
 * The language service: the one door to the core. It owns the documents and their caches; everything behind it is pure.
 * It never throws on what a person wrote; it may throw on misuse (a request for a document it was never given).
 */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type TextEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { buildChainGraph } from './analysis/buildChainGraph.ts';
import { buildSuiteGraph, type SuiteGraphSource } from './analysis/buildSuiteGraph.ts';
import type { ChainGraph, NodeProblems } from './analysis/chainGraph.ts';
import { toDiagnostic } from './diagnostics.ts';
import {
  type ChainDocumentSource,
  copyOf,
  type DocumentRequest,
  scaffoldDocument,
  sourcesOf,
} from './documentRequests.ts';
import type { DocumentKind } from './documents/kinds.ts';
import type { Scaffold } from './documents/scaffold.ts';
import { chainToDot } from './drawing/chainToDot.ts';
import { chainToMermaid } from './drawing/chainToMermaid.ts';
import { drawingToSvg, drawnToSvg } from './drawing/drawingToSvg.ts';
import { drawSuite, suiteLayoutGraph } from './drawing/suite/drawSuite.ts';
import { isTooLarge, type LayoutEngine } from './drawing/suite/freeGraph.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/callHierarchy.ts';
import { type CodeActionOptions, codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLens.ts';
import { createCompletion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import type { FeatureContext } from './features/feature.ts';
import { fileMoves } from './features/fileMoves.ts';
import { foldingRanges } from './features/folding.ts';
import { type FormatRequest, format, isFormattable } from './features/format.ts';
import { hover } from './features/hover.ts';
import { type HintData, inlayHints, resolveInlayHint } from './features/inlayHints.ts';
import { references } from './features/references.ts';
import { prepareRename, type RefusedRename, type RenameResult, rename } from './features/rename.ts';
import { resolveCompletion } from './features/resolveCompletion.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import type { HintKinds } from './features/support/hints/hint.ts';
import type { MendableFinding } from './features/support/mendable.ts';
import type { FileMove } from './features/support/renaming/renaming.ts';
import {
  applyVariation,
  type RefusedVariation,
  type VariationEdits,
  type VariationEntry,
  type VariationMode,
  variations,
} from './features/variations.ts';
import { createWorkspaceSymbols } from './features/workspaceSymbols.ts';
import { type LibraryCounts, type LibraryEntry, libraryCounts } from './library/libraryEntries.ts';
import { createLibraryOffer, type LibraryHit } from './library/librarySearch.ts';
import { type TakenAlong, takenAlong } from './library/libraryTaking.ts';
import { chainLengths } from './project/chains.ts';
import type { CheckingSettings } from './project/checking.ts';
import { handoffsOf } from './project/handoffs.ts';
import {
  isLibraryItself,
  isLibraryUri,
  type LibraryFiles,
  libraryWorkspace,
  noLibrary,
  shippedCatalogues,
  unpackLibrary,
} from './project/library.ts';
import { createLinkingFiles } from './project/linkingFiles.ts';
import { fileName } from './project/places.ts';
import { createProject, type Project, type ProjectChange } from './project/project.ts';
import type { DocumentState, ProjectSnapshot } from './project/snapshot.ts';
import type { TakeRequest } from './project/takeAlong.ts';
import { resolveTarget } from './project/targets.ts';
import { rules } from './rules/index.ts';
import { lint } from './rules/lint.ts';
import { createTokenMemory } from './tokenMemory.ts';
import { contains, type Span } from './util/span.ts';
import type { Library, StopSignal, Workspace } from './workspace.ts';
import { type ChainEntry, chainEntries, type SuiteEntry, suiteEntries } from './workspaceEntries.ts';

export type { ProjectChange } from './project/project.ts';

/** As what a chain can be taken elsewhere: its drawing, or its words. */
export type ExportFormat = 'svg' | 'mermaid' | 'dot' | 'markdown' | 'instruction';

export interface LanguageService {
  /** Reads every chain and catalogue of the workspace; until it ends, nothing is said of missing names. */
  load(signal?: StopSignal): Promise<ProjectChange>;
  /** Reads the chains of the library, once; before that, its documents are not known. After `load`. */
  openLibrary(): Promise<void>;
  /** A document was opened or its text replaced; `version` is the client's. */
  setDocument(uri: string, version: number, text: string): ProjectChange;
  /** A document was closed: the disk's text counts again, and its caches are freed. */
  closeDocument(uri: string): Promise<ProjectChange>;
  /** The file of an open document is gone: to all others the document is too, until its text is set again. */
  orphanDocument(uri: string): ProjectChange;
  /** Files were made, changed or deleted on disk, or folders came or went. */
  refresh(uris: readonly string[]): Promise<ProjectChange>;
  /** What the person or the command line asks for; what the configurations say counts before it, but for `presetForAll`. */
  configure(settings: CheckingSettings): ProjectChange;
  /** Frees what can be made again of documents that are not open: after much was read or checked, it is not needed for a while. */
  tidyUp(): void;
  snapshot(): ProjectSnapshot;
  /** Whether a document of that address is known, in the workspace or in the library. */
  knows(uri: string): boolean;

  /** Findings of one document, at most `maximumFindings` of `limits.ts`, in text order. */
  diagnostics(uri: string): readonly Diagnostic[];
  codeActions(
    uri: string,
    range: Range,
    only: readonly string[] | undefined,
    options?: CodeActionOptions,
  ): readonly CodeAction[];
  /**
   * `snippets`: the client inserts tab stops. `retrigger`: it is VS Code, whose command `editor.action.triggerSuggest`
   * opens the list again after a key whose value has suggestions. `typed`: the character that brought the list up by itself.
   */
  completion(
    uri: string,
    position: Position,
    options: { readonly snippets: boolean; readonly retrigger?: boolean; readonly typed?: string },
  ): CompletionList;
  /** Adds documentation to an item that `completion` gave. */
  resolveCompletion(item: CompletionItem): CompletionItem;
  /** `commands`: the ids of those that the client runs when a link names them. */
  hover(uri: string, position: Position, commands?: readonly string[]): Hover | null;
  definition(uri: string, position: Position): readonly (Location | LocationLink)[];
  /** Every place of what is named at a place, in all documents of the workspace folder; with those that declare it, if these are wanted. */
  references(uri: string, position: Position, withDeclarations: boolean): readonly Location[];
  /** Every place in the document of what is named at a place. */
  documentHighlights(uri: string, position: Position): readonly DocumentHighlight[];
  /** `null`: nothing at this place can be renamed. */
  prepareRename(
    uri: string,
    position: Position,
  ): { readonly range: Range; readonly placeholder: string } | RefusedRename | null;
  rename(uri: string, position: Position, newName: string): RenameResult | RefusedRename | null;
  /** The edits that go along where a person moves files or folders, in the texts as they stand before. */
  moveFiles(moves: readonly FileMove[]): RenameResult;
  /** Whether there is a file that can be read, known or not, or a folder with files. */
  isThere(uri: string): Promise<boolean>;
  /** Reads the Markdown of the workspace that leads to documents; references and renames speak of what was read last. */
  readLinks(): Promise<void>;
  /** Of Markdown files that changed, came or went, and of folders; `undefined`: of all. */
  forgetLinks(uris: readonly string[] | undefined): void;
  documentSymbols(uri: string): readonly DocumentSymbol[];
  /** What a name or a part of one may mean in all of the workspace, the best first. */
  workspaceSymbols(query: string): readonly WorkspaceSymbol[];
  /** The chain, suite, item or prompt plan that is meant at a place; `null`: none. */
  prepareCallHierarchy(uri: string, position: Position): readonly CallHierarchyItem[] | null;
  /** What runs a document or (`item` is its id) an item of a suite, or hands over to it; and what that runs or hands over to. */
  incomingCalls(uri: string, item: string | undefined): readonly CallHierarchyIncomingCall[];
  outgoingCalls(uri: string, item: string | undefined): readonly CallHierarchyOutgoingCall[];
  foldingRanges(uri: string): readonly FoldingRange[];
  selectionRanges(uri: string, positions: readonly Position[]): readonly SelectionRange[];
  documentLinks(uri: string): readonly DocumentLink[];
  /** Of the whole document; in the terms of `tokenTypes` and `tokenModifiers`. */
  semanticTokens(uri: string): SemanticTokens;
  /** What differs from the tokens that were given under the id `known`; all of them, where that is long ago. */
  semanticTokensSince(uri: string, known: string): SemanticTokens | SemanticTokensDelta;
  /** Of the lines that a range touches. */
  semanticTokensIn(uri: string, range: Range): SemanticTokens;
  /** What is shown behind names in a range; `lazily`: tooltips and links come from `resolveInlayHint`. */
  inlayHints(uri: string, range: Range, wanted: HintKinds, lazily: boolean): readonly InlayHint[];
  /** A hint that `inlayHints` gave, with its tooltip and link. */
  resolveInlayHint(hint: InlayHint, data: HintData): InlayHint;
  /** `commands`: the ids of the commands that the client answers to; a lens calls no other. */
  codeLenses(uri: string, commands: readonly string[]): readonly CodeLens[];
  /** `options.tabSize`: columns for a level, where the client indents with blanks. No edits where the YAML has a mistake. */
  formatting(uri: string, options: FormatRequest): readonly TextEdit[];
  /** Whether a document can be formatted; one with a mistake in its YAML, or with a trap, cannot. */
  isFormattable(uri: string): boolean;
  rangeFormatting(uri: string, range: Range, options: FormatRequest): readonly TextEdit[];
  /** The graph of a chain or of a suite; `null`: the document is neither. */
  graph(uri: string): ChainGraph | null;
  /** A chain as a text that others can show or follow, a suite as one that others can show; `null`: there is no such text of the document. */
  exportChain(uri: string, format: ExportFormat): Promise<string | null>;
  chains(): readonly ChainEntry[];
  /** Every suite of the workspace that has an id, in the order of titles. */
  suites(): readonly SuiteEntry[];
  /** How much the library has; `null`: there is none, or the workspace is the library itself. */
  offeredLibrary(): LibraryCounts | null;
  /** The chains, suites and prompt plans of the library, once it is open. */
  libraryEntries(): readonly LibraryEntry[];
  /** Those in which the words of a query stand, the best first; partial and misspelled words are understood. */
  searchLibrary(query: string): readonly LibraryHit[];
  /** The variations of a chain, in text order. */
  variations(uri: string): readonly VariationEntry[];
  /** The edits that apply a variation; `null`: there is none at that place among them. */
  applyVariation(uri: string, index: number, mode: VariationMode): VariationEdits | RefusedVariation | null;
  /** What a workspace gets where documents of the library are taken along, once it is open. */
  takeAlong(request: TakeRequest): TakenAlong;
  /** What a document of that kind may come from, in one chain or (`uri` is `undefined`) in all. */
  documentSources(kind: DocumentKind, uri: string | undefined): readonly ChainDocumentSource[];
  /** The text of a new document; `null` where its chain is none, or is not known any more. */
  scaffold(request: DocumentRequest): Scaffold | null;
}

/**
 * The service of one workspace, and of the library beside it. Nothing is read before `load`.
 * @param layOut Arranges suites for exports; without it, and where it fails, they are arranged in the simple way.
 */
export function createLanguageService(
  workspace: Workspace,
  packed?: Library,
  layOut?: LayoutEngine,
): LanguageService {
  const project = createProject(workspace);
  const linking = createLinkingFiles(workspace);
  let libraryFiles: LibraryFiles = noLibrary;
  // A project of its own: no name of the library means anything in the workspace, and none of the workspace in the library.
  const library = createProject(libraryWorkspace(() => libraryFiles));
  const offer = createLibraryOffer(library.snapshot);
  let opened: Promise<unknown> | undefined;
  const findings = findingsBySnapshot();
  const symbolsOf = createWorkspaceSymbols();
  const tokens = createTokenMemory();
  const complete = createCompletion();

  const projectOf = (uri: string): Project => (isLibraryUri(uri) ? library : project);
  const contextOf = (uri: string): FeatureContext | undefined => {
    const snapshot = projectOf(uri).snapshot();
    const orphan = snapshot.orphans.get(uri);
    const document = orphan ?? snapshot.documents.get(uri);
    // Whoever looks at an orphan is answered as if its file were there.
    const project = orphan === undefined ? snapshot : snapshot.trying(uri, orphan.text);
    return document === undefined
      ? undefined
      : { document, project, rules, ...(!isLibraryUri(uri) && { linking: linking.files() }) };
  };
  /** A document may be closed while a request for it is on its way: then there is nothing to say. */
  const ask = <Answer>(
    uri: string,
    otherwise: Answer,
    feature: (context: FeatureContext) => Answer,
  ): Answer => {
    const context = contextOf(uri);
    return context === undefined ? otherwise : feature(context);
  };

  const service: LanguageService = {
    load: async signal => {
      const shipped = packed?.read().then(text => {
        if (text !== undefined) libraryFiles = unpackLibrary(text);
        return shippedCatalogues(libraryFiles);
      });
      return project.load(signal, shipped);
    },
    openLibrary: async () => {
      opened ??= library.load();
      await opened;
    },
    setDocument: (uri, version, text) => projectOf(uri).setDocument(uri, version, text),
    closeDocument: uri => {
      tokens.forget(uri);
      return projectOf(uri).closeDocument(uri);
    },
    orphanDocument: uri => projectOf(uri).orphanDocument(uri),
    refresh: project.refresh,
    configure: project.configure,
    tidyUp: project.tidyUp,
    snapshot: project.snapshot,
    knows: uri => projectOf(uri).snapshot().documents.has(uri),
    diagnostics: uri => ask(uri, [], context => findings(context).map(each => each.diagnostic)),
    codeActions: (uri, range, only, options) =>
      ask(uri, [], context => codeActions(context, range, only, findings, options)),
    completion: (uri, position, options) =>
      ask(uri, { isIncomplete: false, items: [] }, context => complete(context, position, options)),
    resolveCompletion: item => resolveCompletion(project.snapshot(), item),
    hover: (uri, position, commands = []) => ask(uri, null, context => hover(context, position, commands)),
    definition: (uri, position) => ask(uri, [], context => definition(context, position)),
    references: (uri, position, withDeclarations) =>
      ask(uri, [], context => references(context, position, withDeclarations)),
    documentHighlights: (uri, position) => ask(uri, [], context => documentHighlights(context, position)),
    prepareRename: (uri, position) =>
      ask(uri, null, context => {
        const prepared = prepareRename(context, position);
        return prepared !== null && isLibraryUri(uri) ? shipped : prepared;
      }),
    rename: (uri, position, newName) =>
      isLibraryUri(uri) ? shipped : ask(uri, null, context => rename(context, position, newName)),
    moveFiles: moves => fileMoves(project.snapshot(), linking.files(), moves),
    isThere: async uri => {
      if ((await workspace.read(uri, Number.POSITIVE_INFINITY)) !== undefined) return true;
      // A name with an ending is no folder.
      if (fileName(uri).includes('.')) return false;
      return (await workspace.list(() => true)).some(each => each.startsWith(`${uri}/`));
    },
    readLinks: linking.read,
    forgetLinks: linking.forget,
    documentSymbols: uri => ask(uri, [], documentSymbols),
    workspaceSymbols: query => symbolsOf(project.snapshot(), query),
    prepareCallHierarchy: (uri, position) =>
      ask(uri, null, context => prepareCallHierarchy(context, position)),
    incomingCalls: (uri, item) => ask(uri, [], context => incomingCalls(context, item)),
    outgoingCalls: (uri, item) => ask(uri, [], context => outgoingCalls(context, item)),
    foldingRanges: uri => ask(uri, [], foldingRanges),
    selectionRanges: (uri, positions) => ask(uri, [], context => selectionRanges(context, positions)),
    documentLinks: uri => ask(uri, [], documentLinks),
    semanticTokens: uri => ask(uri, { data: [] }, context => tokens.whole(uri, semanticTokens(context))),
    semanticTokensSince: (uri, known) =>
      ask(uri, { data: [] }, context => tokens.since(uri, known, semanticTokens(context))),
    semanticTokensIn: (uri, range) =>
      ask(uri, { data: [] }, context => ({ data: [...semanticTokens(context, range)] })),
    inlayHints: (uri, range, wanted, lazily) =>
      ask(uri, [], context => inlayHints(context, range, wanted, lazily)),
    resolveInlayHint: (hint, data) => ask(data.uri, hint, context => resolveInlayHint(context, hint, data)),
    codeLenses: (uri, commands) => ask(uri, [], context => codeLenses(context, commands)),
    formatting: (uri, options) => ask(uri, [], context => format(context, options)),
    isFormattable: uri => ask(uri, false, isFormattable),
    rangeFormatting: (uri, range, options) => ask(uri, [], context => format(context, options, range)),
    graph: uri => ask(uri, null, context => graphOf(context, findings(context))),
    exportChain: async (uri, format) => {
      if (format === 'markdown' || format === 'instruction')
        return copyOf(projectOf(uri).snapshot(), uri, format);
      return exportOf(
        ask(uri, null, context => graphOf(context, findings(context))),
        format,
        layOut,
      );
    },
    chains: () => chainEntries(project.snapshot()),
    suites: () => suiteEntries(project.snapshot()),
    offeredLibrary: () => {
      const counts = libraryCounts(libraryFiles);
      return counts.chains === 0 || isLibraryItself(libraryFiles, project.snapshot()) ? null : counts;
    },
    libraryEntries: offer.entries,
    searchLibrary: offer.search,
    variations: uri => ask(uri, [], variations),
    applyVariation: (uri, index, mode) => ask(uri, null, context => applyVariation(context, index, mode)),
    takeAlong: request => takenAlong(project.snapshot(), library.snapshot(), request),
    documentSources: (kind, uri) => sourcesOf(project.snapshot(), kind, uri),
    scaffold: request => scaffoldDocument(project.snapshot(), request),
  };
  return Object.freeze(service);
}

const shipped: RefusedRename = {
  refused:
    'What ships with Skill Chains cannot be changed. Take it into the workspace with New from Library, and rename it there.',
};

/** Whether a comment takes away what a rule finds. */
const isIgnorable = (code: string): boolean =>
  rules.some(rule => rule.code === code && rule.silenced === undefined);

interface ShownFinding extends MendableFinding {
  readonly message: string;
  readonly diagnostic: Diagnostic;
}

/** Findings are made once for each snapshot and document, and go with the snapshot. */
function findingsBySnapshot(): (context: FeatureContext) => readonly ShownFinding[] {
  const known = new WeakMap<ProjectSnapshot, Map<string, readonly ShownFinding[]>>();
  return ({ document, project }) => {
    const byUri = known.get(project) ?? new Map<string, readonly ShownFinding[]>();
    known.set(project, byUri);
    const before = byUri.get(document.uri);
    if (before !== undefined) return before;
    // Nobody can mend what ships, and the tests keep it sound.
    const found = isLibraryUri(document.uri) ? [] : lint(document, project);
    const made = found.map(finding => ({
      diagnostic: toDiagnostic(document, project, finding),
      span: finding.span,
      message: finding.message,
      fixes: finding.fixes ?? [],
      ignorable: isIgnorable(finding.code),
    }));
    byUri.set(document.uri, made);
    return made;
  };
}

function graphOf(
  { document, project }: FeatureContext,
  findings: readonly ShownFinding[],
): ChainGraph | null {
  const { uri, version, lines, tree, model } = document;
  const broken = brokenAt(tree);
  const source = {
    uri,
    version: version ?? 0,
    lines,
    complete: tree.complete,
    ...(broken && { broken }),
    problemsAt: (span: Span, inner: readonly Span[]) => problemsAt(findings, span, inner),
  };
  if (model?.kind === 'suite') {
    const targetUri: SuiteGraphSource['targetUri'] = ({ target }) => {
      const resolved = target && resolveTarget(project, uri, target);
      return resolved?.kind === 'found' ? resolved.document.uri : undefined;
    };
    return buildSuiteGraph(model, { ...source, targetUri });
  }
  if (model?.kind !== 'chain') return null;
  const chains = project.chainsFor(uri);
  return buildChainGraph(model, {
    ...source,
    chainUri: id => chains.get(id)?.[0]?.uri,
    chainLength: chainLengths(chains),
    handoffs: handoffsOf(project, document),
  });
}

async function exportOf(
  graph: ChainGraph | null,
  format: 'svg' | 'mermaid' | 'dot',
  layOut: LayoutEngine | undefined,
): Promise<string | null> {
  if (graph === null) return null;
  if (format === 'mermaid') return chainToMermaid(graph);
  if (format === 'dot') return chainToDot(graph);
  // What is wrong with a chain today is of the editor, not of a picture that is kept.
  const nodes = graph.nodes.map(node => ({ ...node, problems: { errors: 0, warnings: 0 } }));
  const shown = { ...graph, nodes };
  const options = { collapsed: new Set<string>(), stale: new Set<string>() };
  if (graph.subject.kind !== 'suite') return drawingToSvg(shown, options);
  const wanted = suiteLayoutGraph(shown, options.collapsed);
  // By size and not by time, so that the same text has the same picture on every machine.
  const layout = isTooLarge(wanted) ? undefined : await layOut?.(wanted).catch(() => undefined);
  return drawnToSvg(shown, drawSuite(shown, options, layout));
}

/** The first problem because of which parts of a text are not read as they are meant. */
const brokenAt = ({ complete, problems }: DocumentState['tree']) =>
  complete ? undefined : problems.find(({ code }) => code === 'yaml-syntax' || code === 'too-large');

/** How many findings of one node a view says in words. */
const maximumMessages = 5;

function problemsAt(findings: readonly ShownFinding[], span: Span, inner: readonly Span[]): NodeProblems {
  const own = findings.filter(
    each => contains(span, each.span) && !inner.some(other => contains(other, each.span)),
  );
  const errors = own.filter(each => each.diagnostic.severity === DiagnosticSeverity.Error);
  const warnings = own.filter(each => each.diagnostic.severity === DiagnosticSeverity.Warning);
  const messages = [...errors, ...warnings].slice(0, maximumMessages).map(each => each.message);
  return {
    errors: errors.length,
    warnings: warnings.length,
    ...(messages.length > 0 && { messages }),
  };
}
