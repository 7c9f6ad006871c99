/** What holding a syntax tree against the schemas' table gives: which shape each node has, and where it deviates. */
import type { KeyDescription, Meaning, RecordDescription, Shape } from '../../../../schemas/table.ts';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Unlisted } from './unlisted.ts';

export type ShapeProblem = {
  readonly span: Span;
} & (
  | {
      readonly code: 'unknown-key';
      readonly entry: Entry;
      readonly record: RecordDescription /** Nearest allowed keys, best first. */;
      readonly near: readonly string[];
    }
  | {
      readonly code: 'missing-key';
      readonly map: MapNode;
      readonly record: RecordDescription /** The key that is missing, or all of which one is. */;
      readonly keys: readonly string[];
    }
  | {
      readonly code: 'outdented';
      /** The key that the children belong below. */
      readonly entry: Entry;
      /** What of its value is indented as it should be. */
      readonly rest: MapNode | undefined;
      /** Those that stand beside it and were meant as its value, or as part of it. */
      readonly children: readonly Entry[];
    }
  | ({
      readonly code: 'unlisted';
      readonly map: MapNode;
      readonly record: RecordDescription;
    } & Unlisted)
  | {
      readonly code: 'nested' /** The key above all of the document. */;
      readonly entry: Entry /** What stands below it. */;
      readonly map: MapNode;
      readonly record: RecordDescription;
      /** The key is one of the record, which wants words: `chain:` with a mapping in place of the id. */
      readonly isKnown: boolean;
    }
  | { readonly code: 'duplicate-key'; readonly entry: Entry; readonly first: Entry }
  | {
      readonly code: 'conflicting-keys' /** `steps` beside `phases`, `skill` beside `checkpoint`. */;
      readonly entry: Entry;
      readonly first: Entry;
      readonly record: string;
    }
  | {
      readonly code: 'unknown-variant' /** A map with no discriminating key. */;
      readonly map: MapNode;
      readonly name: string;
      readonly keys: readonly string[] /** The entry whose key is nearly a discriminating one, and what that is. */;
      readonly near?: { readonly entry: Entry; readonly keys: readonly string[] };
    }
  | {
      readonly code: 'wrong-type';
      readonly node: SyntaxNode | undefined;
      readonly entry: Entry | undefined /** What is wanted. */;
      readonly shape: Shape /** In words: `a list of nodes`. */;
      readonly expected: string;
      readonly found: string;
    }
  | {
      readonly code: 'wrong-value';
      readonly node: SyntaxNode;
      readonly values: readonly string[];
      readonly near: readonly string[];
    }
  | { readonly code: 'empty-list'; readonly node: SyntaxNode; readonly what: string }
);

export interface ShapeReport {
  /** In text order. */
  readonly problems: readonly ShapeProblem[];
  /**
   * The shape each node was read as, names that are keys of a map (`inputs`, `skills`) included; where a node does not
   * fit, the shape that was wanted. Absent for nodes below an unknown key.
   */
  readonly shapes: ReadonlyMap<SyntaxNode, Shape>;
  /** The scalars that were read with a meaning, in the order of the walk, without empty ones and without fixed words. */
  readonly scalars: ReadonlyMap<Meaning, readonly ScalarNode[]>;
  /** The record that each map was read as. */
  readonly records: ReadonlyMap<MapNode, RecordDescription>;
  /** What describes each known entry's key. */
  readonly keys: ReadonlyMap<Entry, KeyDescription>;
}

/** No shape at all: for a document whose kind is not known. */
export const emptyShapeReport: ShapeReport = {
  problems: [],
  shapes: new Map(),
  scalars: new Map(),
  records: new Map(),
  keys: new Map(),
};
