/**
 * The tree of the workspace's chains and suites, with the library below them. It starts the server when it becomes visible, and follows
 * every change from then on.
 */
import type { Disposable, TreeDataProvider } from 'vscode';
import { EventEmitter, languages, window } from 'vscode';
import {
  type ChainGraph,
  type ChainSummary,
  chainsMethod,
  type GraphParams,
  graphMethod,
  type LibraryEntry,
  type LibraryResult,
  libraryEntriesMethod,
  libraryMethod,
  type SuiteSummary,
  suitesMethod,
} from '../../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../../languageClient.ts';
import {
  type ChainTreeElement,
  categories,
  libraryCategories,
  librarySuites,
  nodeElements,
  type RootElement,
  suiteGroups,
} from './chainTree.ts';
import { createProblemBadges, describeProblems, problemsOf, total } from './problems.ts';
import { treeItem } from './treeItems.ts';

export const chainsViewId = 'skillChains.chains';

/** How often the editor is asked to show an element while the tree changes. */
const mostReveals = 5;

export interface ChainsView extends Disposable {
  /** Asks the server for everything anew; what is expanded stays so. */
  refresh(): void;
  /** Shows what is in the library, also in a workspace without chains; false: none is offered here. */
  showLibrary(): Promise<boolean>;
}

export function createChainsView(server: ServerClient): ChainsView {
  const changed = new EventEmitter<ChainTreeElement | undefined>();
  const badges = createProblemBadges();
  /** By id, as handed to the editor, which knows an element again by its identity. */
  const elements = new Map<string, ChainTreeElement>();
  const parents = new Map<string, ChainTreeElement>();
  /**
   * What was last read below an element, by its id. It stays where the server gives no answer, as while it is started again: the editor
   * folds for good what has nothing in it.
   */
  const contents = new Map<string, readonly ChainTreeElement[]>();
  let roots: readonly RootElement[] = [];
  /** The answers that the roots were made of. */
  let shown: string | undefined;
  /** In a workspace without chains a word of welcome stands in the place of the tree, until somebody asks for the library. */
  let isLibraryWanted = false;

  const adopt = (children: readonly ChainTreeElement[], parent: ChainTreeElement | undefined): void => {
    for (const child of children) {
      elements.set(child.id, child);
      if (parent !== undefined) parents.set(child.id, parent);
      if (child.kind === 'category') adopt(child.chains, child);
      if (child.kind === 'suites') adopt(child.suites, child);
      if (child.kind === 'node') adopt(child.children, child);
    }
    badges.show(elements);
  };
  const askForRoots = () =>
    Promise.all([
      server.request<readonly ChainSummary[]>(chainsMethod),
      server.request<readonly SuiteSummary[]>(suitesMethod),
      server.request<LibraryResult>(libraryMethod),
    ]);
  const readRoots = async (): Promise<readonly RootElement[]> => {
    const answers = await askForRoots();
    const [chains, suites, library] = answers;
    if (chains === undefined || suites === undefined || library === undefined) return roots;
    shown = JSON.stringify(answers);
    const own = [...suiteGroups(suites), ...categories(chains)];
    const isOffered = library !== null && (own.length > 0 || isLibraryWanted);
    roots = isOffered ? [...own, { kind: 'library', id: 'library', counts: library }] : own;
    elements.clear();
    parents.clear();
    adopt(roots, undefined);
    updateBadge();
    return roots;
  };
  /** @param answer `undefined`: the server gave none; `null`: it knows of nothing there. */
  const withContents = (
    parent: ChainTreeElement,
    answer: readonly ChainTreeElement[] | null | undefined,
  ): readonly ChainTreeElement[] => {
    const children = answer === undefined ? (contents.get(parent.id) ?? []) : (answer ?? []);
    contents.set(parent.id, children);
    adopt(children, parent);
    return children;
  };
  const readNodes = async (parent: ChainTreeElement, uri: string): Promise<readonly ChainTreeElement[]> => {
    const params: GraphParams = { uri };
    const graph = await server.request<ChainGraph | null>(graphMethod, params);
    return withContents(parent, graph && nodeElements(uri, graph));
  };
  const readLibrary = async (parent: ChainTreeElement): Promise<readonly ChainTreeElement[]> => {
    const entries = await server.request<readonly LibraryEntry[]>(libraryEntriesMethod);
    return withContents(
      parent,
      entries && [
        ...librarySuites(entries.filter(({ kind }) => kind === 'suite')),
        ...libraryCategories(entries.filter(entry => entry.kind === 'chain')),
      ],
    );
  };
  const provider: TreeDataProvider<ChainTreeElement> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getParent: element => parents.get(element.id),
    getChildren: async element => {
      if (element === undefined) return [...(await readRoots())];
      if (element.kind === 'category') return [...element.chains];
      if (element.kind === 'library') return [...(await readLibrary(element))];
      if (element.kind === 'suites') return [...element.suites];
      if (element.kind === 'chain') return [...(await readNodes(element, element.chain.uri))];
      if (element.kind === 'suite') return [...(await readNodes(element, element.suite.uri))];
      return [...element.children];
    },
  };
  const view = window.createTreeView(chainsViewId, { treeDataProvider: provider, showCollapseAll: true });
  const updateBadge = (): void => {
    const problems = total(roots.map(problemsOf));
    const value = problems.errors + problems.warnings;
    view.badge = value === 0 ? undefined : { value, tooltip: describeProblems(problems) };
  };
  /** Only where they are others: what is read anew in a folded category loses what is unfolded in it. */
  const followRoots = async (): Promise<void> => {
    if (JSON.stringify(await askForRoots()) !== shown) changed.fire(undefined);
  };
  const subscriptions: readonly Disposable[] = [
    view,
    changed,
    badges,
    languages.onDidChangeDiagnostics(updateBadge),
    server.onChainsChanged(why => {
      if (why === 'started' || !view.visible) changed.fire(undefined);
      else void followRoots();
    }),
    server.onModelChanged(({ uri }) => {
      const file = elements.get(`chain:${uri}`) ?? elements.get(`suite:${uri}`);
      if (file !== undefined) changed.fire(file);
    }),
  ];
  /** VS Code gives up where the tree is read anew meanwhile, as it is when its view has just been opened: it is asked again then. */
  const revealLibrary = async (attempts: number): Promise<boolean> => {
    const library = roots.find(({ kind }) => kind === 'library');
    if (library === undefined) return false;
    try {
      await view.reveal(library, { expand: true, focus: true, select: true });
      return true;
    } catch (reason) {
      if (attempts <= 1) throw reason;
      return revealLibrary(attempts - 1);
    }
  };
  return {
    refresh: () => changed.fire(undefined),
    showLibrary: async () => {
      isLibraryWanted = true;
      await readRoots();
      changed.fire(undefined);
      return revealLibrary(mostReveals);
    },
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}
