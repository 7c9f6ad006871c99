/**
 * From the library's nodes to the tree's: exact spans, scalars as texts, aliases to their targets.
 *
 * Recurses as deep as the text nests, which `compose` bounds.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../util/span.ts';
import type { LexToken, ParsedNode } from './library.ts';
import { MAX_ALIAS_NODES } from './limits.ts';
import type { AliasNode, Entry, ListNode, MapNode, ScalarNode, SyntaxNode } from './tree.ts';

export interface BuildInput {
  /** What the library read. */
  readonly text: string;
  /** What the author wrote; the spans of the tree are in it. */
  readonly original: string;
  readonly toOriginal: (offset: number) => number;
  readonly tokens: readonly LexToken[];
}

export interface BuiltTree {
  readonly root: SyntaxNode | undefined;
  /** Aliases without a target, in text order. */
  readonly unknownAliases: readonly AliasNode[];
  /** The first alias with which the aliases stand for more than `MAX_ALIAS_NODES` nodes; it and later ones have no target. */
  readonly tooManyAt: AliasNode | undefined;
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type Anchored = ScalarNode | MapNode | ListNode;
type Parent = Entry | ListNode | undefined;

/** A node, and how many nodes it stands for with all aliases written out. */
interface Built<Node = SyntaxNode> {
  readonly node: Node;
  readonly size: number;
}

interface Building extends BuildInput {
  readonly tags: readonly LexToken[];
  readonly anchorTokens: readonly LexToken[];
  /** The latest node of each anchor's name; its size is `undefined` while the node is still open. */
  readonly anchors: Map<string, { readonly node: Anchored; readonly size: number | undefined }>;
  readonly unknownAliases: AliasNode[];
  aliasNodes: number;
  tooManyAt: AliasNode | undefined;
}

/** Builds the tree of a document's content. */
export function buildTree(contents: ParsedNode | undefined, input: BuildInput): BuiltTree {
  const building: Building = {
    ...input,
    tags: input.tokens.filter(token => token.kind === 'tag'),
    anchorTokens: input.tokens.filter(token => token.kind === 'anchor'),
    anchors: new Map(),
    unknownAliases: [],
    aliasNodes: 0,
    tooManyAt: undefined,
  };
  const root = isWritten(contents) ? buildNode(building, contents, undefined).node : undefined;
  return { root, unknownAliases: building.unknownAliases, tooManyAt: building.tooManyAt };
}

function buildNode(building: Building, source: unknown, parent: Parent): Built {
  if (isAlias(source)) return buildAlias(building, source.source, rangeOf(source), parent);
  if (isMap(source)) return buildMap(building, source, parent);
  if (isCollection(source)) return buildList(building, source, parent);
  return buildScalar(building, source, parent);
}

function buildScalar(building: Building, source: unknown, parent: Parent): Built<ScalarNode> {
  let span = trimmedSpan(building, rangeOf(source));
  const type = isScalar(source) ? source.type : undefined;
  const text = isScalar(source) ? (source.source ?? '') : '';
  if (!isWritten(source) && parent?.kind === 'list' && !parent.flow)
    span = behindDash(building.original, span);
  const style = styleOf(type, building.original.charAt(span.start));
  const node: ScalarNode = { kind: 'scalar', span, parent, text, style, ...propsOf(building, source) };
  remember(building, node, 1);
  return { node, size: 1 };
}

function buildMap(building: Building, source: YAMLMap<unknown, unknown>, parent: Parent): Built<MapNode> {
  const entries: Entry[] = [];
  const flow = source.flow === true;
  const node: Draft<MapNode> = {
    kind: 'map',
    span: trimmedSpan(building, rangeOf(source)),
    parent,
    flow,
    entries,
    ...propsOf(building, source),
  };
  remember(building, node, undefined);
  let size = 1;
  for (const pair of source.items) {
    const { node: entry, size: entrySize } = buildEntry(building, pair, node);
    entries.push(entry);
    size += entrySize;
  }
  // A list that grew holds more room than it needs, and a tree is kept as long as its file.
  node.entries = entries.slice();
  node.span = spanAround(node.span, entries, flow);
  remember(building, node, size);
  return { node, size };
}

function buildEntry(building: Building, pair: Pair<unknown, unknown>, parent: MapNode): Built<Entry> {
  const entry: Draft<Entry> = { kind: 'entry', span: NOWHERE, parent, key: UNWRITTEN, value: undefined };
  entry.key = buildKey(building, pair.key, entry);
  const colon = pair.srcToken?.sep?.find(token => token.type === 'map-value-ind');
  const built = isWritten(pair.value) ? buildNode(building, pair.value, entry) : undefined;
  entry.value = built?.node;
  const colonEnd = colon === undefined ? 0 : building.toOriginal(colon.offset + 1);
  const end = Math.max(entry.key.span.end, colonEnd, built?.node.span.end ?? 0);
  entry.span = { start: entry.key.span.start, end };
  return { node: entry, size: 1 + (built?.size ?? 0) };
}

const NOWHERE: Span = { start: 0, end: 0 };
const UNWRITTEN: ScalarNode = { kind: 'scalar', span: NOWHERE, parent: undefined, text: '', style: 'plain' };

/** A key that is not a scalar becomes one with its source as text. */
function buildKey(building: Building, source: unknown, parent: Entry): ScalarNode {
  if (isScalar(source)) return buildScalar(building, source, parent).node;
  const { start, end } = rangeOf(source);
  // The library lets a map that is a key begin at its colon.
  const first = isMap(source) ? rangeOf(source.items[0]?.key) : undefined;
  const from = first && first.end > 0 ? Math.min(start, first.start) : start;
  const span = trimmedSpan(building, { start: from, end });
  const text = building.original.slice(span.start, span.end);
  return { kind: 'scalar', span, parent, text, style: 'plain' };
}

function buildList(building: Building, source: YAMLSeq<unknown>, parent: Parent): Built<ListNode> {
  const items: SyntaxNode[] = [];
  const flow = source.flow === true;
  const node: Draft<ListNode> = {
    kind: 'list',
    span: trimmedSpan(building, rangeOf(source)),
    parent,
    flow,
    items,
    ...propsOf(building, source),
  };
  remember(building, node, undefined);
  let size = 1;
  for (const item of source.items) {
    const built = buildNode(building, item, node);
    items.push(built.node);
    size += built.size;
  }
  node.items = items.slice();
  node.span = spanAround(node.span, items, flow, lastDashEnd(building, source));
  remember(building, node, size);
  return { node, size };
}

function buildAlias(building: Building, name: string, range: Span, parent: Parent): Built<AliasNode> {
  const anchored = building.anchors.get(name);
  const open = anchored === undefined || anchored.size === undefined;
  const size = anchored?.size ?? 1;
  building.aliasNodes += size;
  const tooMany = building.aliasNodes > MAX_ALIAS_NODES;
  const target = open || tooMany ? undefined : anchored.node;
  const node: AliasNode = { kind: 'alias', span: trimmedSpan(building, range), parent, name, target };
  if (tooMany) building.tooManyAt ??= node;
  else if (open) building.unknownAliases.push(node);
  return { node, size };
}

function remember(building: Building, node: Anchored, size: number | undefined): void {
  if (node.anchor !== undefined) building.anchors.set(node.anchor, { node, size });
}

/** Whether anything stands in the source for a node: an anchor or tag counts, and so do empty quotes. */
function isWritten(source: unknown): boolean {
  if (source === undefined || source === null) return false;
  if (!isScalar(source)) return true;
  return (
    source.source !== '' || source.type !== 'PLAIN' || source.anchor !== undefined || source.tag !== undefined
  );
}

/** From where the library sees a node's value to behind it. */
function rangeOf(source: unknown): Span {
  if (!isScalar(source) && !isCollection(source) && !isAlias(source)) return NOWHERE;
  const range = source.range;
  return range ? { start: range[0], end: range[1] } : NOWHERE;
}

/** A span of what the library read, without blanks and line ends behind it, in what the author wrote. */
function trimmedSpan({ text, toOriginal }: Building, { start, end }: Span): Span {
  let trimmed = end;
  while (trimmed > start && isBlankOrLineEnd(text.charCodeAt(trimmed - 1))) trimmed--;
  const from = toOriginal(start);
  return { start: from, end: Math.max(from, toOriginal(trimmed)) };
}

const isBlankOrLineEnd = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** The library puts an empty item behind the blanks that follow its dash. */
function behindDash(original: string, { start }: Span): Span {
  let place = start;
  while (place > 0 && (original[place - 1] === ' ' || original[place - 1] === '\t')) place--;
  return original[place - 1] === '-' ? { start: place, end: place } : { start, end: start };
}

/** Behind the last dash of a block list, should its item be empty. */
function lastDashEnd(building: Building, source: YAMLSeq<unknown>): number {
  const token = source.srcToken;
  if (token?.type !== 'block-seq') return 0;
  for (let index = token.items.length - 1; index >= 0; index--) {
    const dash = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind');
    if (dash !== undefined) return building.toOriginal(dash.offset + 1);
  }
  return 0;
}

/** A block collection ends with its last part, a flow collection with its bracket; both hold all their parts. */
function spanAround(own: Span, parts: readonly { readonly span: Span }[], flow: boolean, least = 0): Span {
  const first = parts[0]?.span.start ?? own.start;
  const last = Math.max(parts.at(-1)?.span.end ?? own.start, least);
  return flow
    ? { start: Math.min(own.start, first), end: Math.max(own.end, last) }
    : { start: least > 0 ? Math.min(own.start, first) : first, end: last };
}

function styleOf(type: Scalar['type'] | null | undefined, firstCharacter: string): ScalarNode['style'] {
  switch (type) {
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    // A mended text may hold quotes that its author did not write.
    case 'QUOTE_DOUBLE':
      return firstCharacter === '"' ? 'double' : 'plain';
    case 'QUOTE_SINGLE':
      return firstCharacter === "'" ? 'single' : 'plain';
    default:
      return 'plain';
  }
}

type Props = Draft<Pick<ScalarNode, 'anchor' | 'anchorSpan' | 'tag'>>;

function propsOf(building: Building, source: unknown): Props {
  if (!isScalar(source) && !isCollection(source)) return {};
  const { text, original, tags, anchorTokens, toOriginal } = building;
  const { start } = rangeOf(source);
  const props: Props = {};
  if (source.anchor) {
    props.anchor = source.anchor;
    const token = lastBefore(anchorTokens, start);
    const span = token && { start: toOriginal(token.start), end: toOriginal(token.end) };
    if (span && original.slice(span.start, span.end) === `&${source.anchor}`) props.anchorSpan = span;
  }
  const tag = source.tag === undefined ? undefined : lastBefore(tags, start);
  if (tag !== undefined) props.tag = text.slice(tag.start, tag.end);
  return props;
}

/** The last token that stands before a node's value. */
function lastBefore(tokens: readonly LexToken[], offset: number): LexToken | undefined {
  let low = -1;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return tokens[low];
}
