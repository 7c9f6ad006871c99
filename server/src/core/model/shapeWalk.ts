/** The state of one walk of `checkShape`, and what its parts share. */
import type { KeyDescription, RecordDescription, Shape, Table } from '../../../../schemas/table.ts';
import type { Entry, MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { ShapeProblem } from './shape.ts';

/** A node that is still to be held against a shape, and where it stands. */
export interface Task {
  readonly node: SyntaxNode | undefined;
  readonly entry: Entry | undefined;
  readonly shape: Shape;
}

/** What one walk has found so far. Nodes wait in `pending` instead of on the call stack, so depth costs nothing. */
export interface Walk {
  readonly table: Table;
  readonly problems: ShapeProblem[];
  readonly shapes: Map<SyntaxNode, Shape>;
  readonly records: Map<MapNode, RecordDescription>;
  readonly keys: Map<Entry, KeyDescription>;
  readonly pending: Task[];
  /** Keys that belong to a map but stand elsewhere, and were reported there. */
  readonly strayed: Map<MapNode, readonly string[]>;
}

/** Entries by key; a repeated key is reported here and nowhere else. */
export function firstEntries(walk: Walk, map: MapNode): ReadonlyMap<string, Entry> {
  const firsts = new Map<string, Entry>();
  for (const entry of map.entries) {
    const first = firsts.get(entry.key.text);
    if (first === undefined) firsts.set(entry.key.text, entry);
    else walk.problems.push({ code: 'duplicate-key', span: keyPlace(entry), entry, first });
  }
  return firsts;
}

/** The key, or where that is empty (`: value`) its colon. */
export const keyPlace = ({ key, span }: Entry): Span =>
  key.span.end > key.span.start
    ? key.span
    : { start: key.span.start, end: Math.min(span.end, key.span.start + 1) };

/** Where something is said of a whole map: its first key, or the brackets of an empty one. */
export function mapPlace(map: MapNode): Span {
  const [first] = map.entries;
  return first === undefined ? map.span : keyPlace(first);
}

/** The part of a shape that takes a node of this YAML kind. */
export function fitting(shape: Shape, node: SyntaxNode): Exclude<Shape, { type: 'choice' }> | undefined {
  const actual = node.kind === 'alias' ? node.target : node;
  const options = shape.type === 'choice' ? shape.options : [shape];
  return options.find(option => {
    if (actual?.kind === 'scalar') return option.type === 'scalar';
    if (actual?.kind === 'list') return option.type === 'list';
    return option.type === 'map' || option.type === 'record' || option.type === 'variant';
  });
}
