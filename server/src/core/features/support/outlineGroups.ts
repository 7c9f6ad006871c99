/**
 * What a document says beside its flow, as groups of an outline: one symbol for a key such as `inputs`, and below it one for each of
 * its parts. What an alias brings stands elsewhere and is left out.
 */
import { SymbolKind } from 'vscode-languageserver-types';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import type { Outlined } from './outlined.ts';

/** What is shown of a part: the scalar that names it, and a few words beside that. */
interface Shown {
  readonly name: ScalarNode;
  readonly detail?: string | undefined;
}

interface Group {
  readonly key: string;
  readonly kind: SymbolKind;
  /** Of a value in a map, or of an item in a list; `undefined`: nothing there names it. */
  readonly show: (part: SyntaxNode | undefined, key: ScalarNode | undefined) => Shown | undefined;
}

const named =
  (name: string, ...details: readonly string[]): Group['show'] =>
  part => {
    const scalar = part?.kind === 'scalar' ? part : scalarOf(part, name);
    return scalar && { name: scalar, detail: joined(details.map(key => wordsOf(part, key))) };
  };

/** By its key; a value that is one scalar stands beside it, of a map the values of the keys given. */
const keyed =
  (...details: readonly string[]): Group['show'] =>
  (part, key) =>
    key && { name: key, detail: joined(details.map(each => wordsOf(part, each))) };

const milestones: Group = {
  key: 'milestones',
  kind: SymbolKind.Event,
  show: named('what', 'window'),
};

const measures: Group = {
  key: 'measures',
  kind: SymbolKind.Number,
  show: (part, key) =>
    key && {
      name: key,
      detail: part?.kind === 'scalar' ? part.text : joined([wordsOf(part, 'range'), wordsOf(part, 'unit')]),
    },
};

const reference: Group = {
  key: 'reference',
  kind: SymbolKind.String,
  show: part => {
    const name = scalarOf(part, 'title');
    const what = part?.kind === 'map' ? part.entries.find(({ key }) => key.text !== 'title') : undefined;
    return name && { name, detail: what?.key.text };
  },
};

/** The groups of a chain, in no order. */
export function chainGroups(root: MapNode): readonly Outlined[] {
  const timeline = valueAt(root, 'timeline');
  return [
    ...(timeline?.kind === 'map' ? group(timeline, milestones) : []),
    ...group(root, { key: 'inputs', kind: SymbolKind.Variable, show: keyed() }),
    ...group(root, measures),
    ...group(root, { key: 'output', kind: SymbolKind.Variable, show: keyed() }),
    ...group(root, { key: 'success', kind: SymbolKind.Constant, show: named('metric', 'target', 'within') }),
    ...group(root, reference),
  ];
}

/** Who must do what in a catalogue, and whose word counts. */
export const catalogueGroups = (root: MapNode): readonly Outlined[] => [
  ...group(root, { key: 'delegation', kind: SymbolKind.Key, show: named('task', 'skill') }),
  ...group(root, { key: 'never-overridden', kind: SymbolKind.Key, show: named('about', 'skill') }),
  ...group(root, { key: 'may-override', kind: SymbolKind.Key, show: named('when', 'by') }),
];

/** What may go wrong in a suite. */
export const suiteGroups = (root: MapNode): readonly Outlined[] =>
  group(root, { key: 'risks', kind: SymbolKind.Key, show: named('risk', 'level') });

function group(map: MapNode, { key, kind, show }: Group): readonly Outlined[] {
  const entry = map.entries.find(each => each.key.text === key);
  const children = partsOf(entry?.value).flatMap(part => {
    const [value, own] = part.kind === 'entry' ? [part.value, part.key] : [part, undefined];
    const shown = show(value, own);
    return shown === undefined ? [] : [symbolOf(kind, part, shown)];
  });
  if (entry === undefined || children.length === 0) return [];
  const { span } = entry;
  return [
    { name: key, detail: undefined, kind: SymbolKind.Field, span, selection: entry.key.span, children },
  ];
}

const symbolOf = (kind: SymbolKind, { span }: Entry | SyntaxNode, { name, detail }: Shown): Outlined => ({
  name: name.text,
  detail,
  kind,
  span,
  selection: name.span,
  children: [],
});

function partsOf(value: SyntaxNode | undefined): readonly (Entry | SyntaxNode)[] {
  if (value?.kind === 'map') return value.entries;
  return value?.kind === 'list' ? value.items : [];
}

const valueAt = (node: SyntaxNode | undefined, key: string): SyntaxNode | undefined =>
  node?.kind === 'map' ? node.entries.find(each => each.key.text === key)?.value : undefined;

/** The scalar below a key; of a list the first. */
function scalarOf(node: SyntaxNode | undefined, key: string): ScalarNode | undefined {
  const value = valueAt(node, key);
  const first = value?.kind === 'list' ? value.items[0] : value;
  return first?.kind === 'scalar' && first.text !== '' ? first : undefined;
}

const wordsOf = (node: SyntaxNode | undefined, key: string): string | undefined => scalarOf(node, key)?.text;

/** `undefined` where nothing is said. */
const joined = (words: readonly (string | undefined)[]): string | undefined =>
  words.filter(word => word !== undefined && word !== '').join(' · ') || undefined;
