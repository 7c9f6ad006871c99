/** How an element of the tree looks and sounds. */
import { l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { GraphNode } from '../../../../server/src/lsp/protocol.ts';
import { isLibrary } from '../../library.ts';
import type {
  CategoryElement,
  ChainElement,
  ChainTreeElement,
  LibraryElement,
  NodeElement,
  SuiteElement,
  SuitesElement,
} from './chainTree.ts';
import { itemUri } from './problems.ts';

export function treeItem(element: ChainTreeElement): TreeItem {
  const item = plainItem(element);
  item.id = element.id;
  // Names the item for its problem badge, and for nothing else: label and icon are given.
  item.resourceUri = itemUri(element.id);
  item.contextValue = contextValue(element);
  return item;
}

/**
 * What menus ask for: the kind, a node's with `node.` before it, and behind it the document that a step writes (`node.step.adr`). What
 * stands in the library has `library.` before all.
 */
function contextValue(element: ChainTreeElement): string {
  if (element.kind === 'node' && isLibrary(Uri.parse(element.uri)))
    return element.node.kind === 'item' && element.node.opens !== undefined ? 'library.item' : 'library.node';
  if ('library' in element) return `library.${element.kind}`;
  if (element.kind !== 'node') return element.kind;
  const { kind, document } = element.node;
  return document === undefined ? `node.${kind}` : `node.${kind}.${document}`;
}

function plainItem(element: ChainTreeElement): TreeItem {
  switch (element.kind) {
    case 'category':
      return categoryItem(element);
    case 'chain':
      return chainItem(element);
    case 'library':
      return libraryItem(element);
    case 'suites':
      return suitesItem(element);
    case 'suite':
      return suiteItem(element);
    case 'node':
      return nodeItem(element);
  }
}

export const categoryLabel = ({ category }: CategoryElement): string => category ?? l10n.t('No category');

function categoryItem(element: CategoryElement): TreeItem {
  const label = categoryLabel(element);
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(label, element.library === true ? Collapsed : Expanded);
  const count = element.chains.length;
  const words = chainsInWords(count);
  item.iconPath = new ThemeIcon('tag');
  item.description = String(count);
  item.tooltip = `${label}\n${words}`;
  item.accessibilityInformation = { label: l10n.t('Category {0}, {1}', label, words) };
  return item;
}

function chainItem({ chain }: ChainElement): TreeItem {
  const item = new TreeItem(chain.title, TreeItemCollapsibleState.Collapsed);
  const uri = Uri.parse(chain.uri);
  item.iconPath = new ThemeIcon('layers');
  item.tooltip = `${chain.title}\n${chain.id}`;
  item.accessibilityInformation = { label: l10n.t('Chain {0}', chain.title) };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return item;
}

function libraryItem({ counts }: LibraryElement): TreeItem {
  const label = l10n.t('Library');
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  const words = countsInWords(counts);
  item.iconPath = new ThemeIcon('library');
  // In a narrow view there is no room for more.
  item.description = chainsInWords(counts.chains);
  item.tooltip = l10n.t(
    '{0}\n{1}, which come with Skill Chains. They can be read and copied into the workspace, and not changed.',
    label,
    words,
  );
  item.accessibilityInformation = { label: l10n.t('Library, {0}, read-only', words) };
  return item;
}

const chainsInWords = (count: number): string =>
  count === 1 ? l10n.t('1 chain') : l10n.t('{0} chains', count);

/** What there is none of is not counted. */
function countsInWords({ chains, suites, plans }: LibraryElement['counts']): string {
  const parts = [
    chainsInWords(chains),
    ...(suites === 0 ? [] : [suites === 1 ? l10n.t('1 suite') : l10n.t('{0} suites', suites)]),
    ...(plans === 0 ? [] : [plans === 1 ? l10n.t('1 prompt plan') : l10n.t('{0} prompt plans', plans)]),
  ];
  return parts.join(', ');
}

function suitesItem({ suites, library }: SuitesElement): TreeItem {
  const label = l10n.t('Suites');
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(label, library === true ? Collapsed : Expanded);
  const words = suites.length === 1 ? l10n.t('1 suite') : l10n.t('{0} suites', suites.length);
  item.iconPath = new ThemeIcon('folder-library');
  item.description = String(suites.length);
  item.tooltip = words;
  item.accessibilityInformation = { label: words };
  return item;
}

function suiteItem({ suite }: SuiteElement): TreeItem {
  const item = new TreeItem(suite.title, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon('project');
  item.tooltip = `${suite.title}\n${suite.id}`;
  item.accessibilityInformation = { label: l10n.t('Suite {0}', suite.title) };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(suite.uri)] };
  return item;
}

function nodeItem({ node, uri, children }: NodeElement): TreeItem {
  const { label, skill, team, owner, priority } = node;
  const actor =
    node.kind === 'item' ? [priority, owner].filter(Boolean).join(' · ') || undefined : (skill ?? team);
  const kind = kindName(node);
  const state = children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, state);
  item.iconPath = new ThemeIcon(team === undefined ? icons[node.kind] : 'organization');
  if (actor !== undefined && actor !== label) item.description = actor;
  else if (node.kind === 'phase') item.description = String(children.length);
  item.tooltip = [label, actor === undefined ? kind : `${kind}, ${actor}`].join('\n');
  item.accessibilityInformation = {
    label: actor === undefined ? `${kind}: ${label}` : `${kind}: ${label}, ${actor}`,
  };
  const runs = node.kind === 'item' && isLibrary(Uri.parse(uri)) ? node.opens : undefined;
  // Who reads the library wants what an item runs; who writes a suite, the item.
  item.command =
    runs === undefined
      ? {
          command: 'vscode.open',
          title: l10n.t('Reveal'),
          arguments: [Uri.parse(uri), { selection: place(node) }],
        }
      : { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(runs)] };
  return item;
}

/** The cursor goes to where the node begins; a whole selected block would be in the way of the next key. */
function place({ range }: GraphNode): Range {
  const { line, character } = range?.start ?? { line: 0, character: 0 };
  return new Range(line, character, line, character);
}

const icons: Readonly<Record<GraphNode['kind'], string>> = {
  phase: 'milestone',
  step: 'person',
  fork: 'split-horizontal',
  lane: 'arrow-small-right',
  checkpoint: 'verified',
  decision: 'question',
  chain: 'references',
  item: 'checklist',
  handoff: 'export',
  join: 'combine',
  start: 'circle-small',
  end: 'circle-small-filled',
  stop: 'circle-slash',
};

function kindName({ kind, optional }: GraphNode): string {
  switch (kind) {
    case 'phase':
      return l10n.t('Phase');
    case 'step':
      return optional === true ? l10n.t('Optional step') : l10n.t('Step');
    case 'fork':
      return l10n.t('In parallel');
    case 'lane':
      return l10n.t('Lane');
    case 'checkpoint':
      return l10n.t('Checkpoint');
    case 'decision':
      return l10n.t('Decision');
    case 'chain':
      return l10n.t('Chain');
    case 'item':
      return l10n.t('Item');
    default:
      return kind;
  }
}
