/** What completion is told about a cursor. Offsets are UTF-16 offsets, columns count UTF-16 units from the line's start. */
import type { Span } from '../../util/span.ts';

/**
 * What may be written at the cursor:
 * - `key`: a key of the map that `path` leads to.
 * - `value`: the value of the key that ends `path`, behind its colon (block or flow).
 * - `item`: the content of the list item that ends `path`, behind its dash, or between the commas of `[…]`: a text,
 *   or the first key of a map.
 * - `content`: on a line of its own, all that the end of `path` (a key, an item; none: the document) has yet to be given:
 *   the first key of a map, the first `- ` of a list, or a text.
 * - `dash`: a further `- ` of the list that `path` leads to; nothing else is right at this column (but see `listHere`).
 * - `none`: nothing: a comment, a block scalar, running text, behind a closed value.
 */
export type CursorPlace = 'key' | 'value' | 'item' | 'content' | 'dash' | 'none';

/** Why nothing may be completed. */
export type NoCompletion = 'comment' | 'block-scalar' | 'text' | 'closed-value' | 'document-marker';

/** A key beside the cursor or beside an ancestor. */
export interface SiblingKey {
  readonly key: string;
  readonly span: Span;
  /** The value where it is a one-line scalar, unquoted; `undefined` for anything else, and for no value. */
  readonly scalar: string | undefined;
}

/** One step from the document down to the cursor. */
export type PathStep =
  | {
      readonly kind: 'key';
      readonly key: string;
      /** The key as written, quotes included. */
      readonly span: Span;
      /** The other keys of the same map, in text order: they tell which kind of node it is. */
      readonly siblings: readonly SiblingKey[];
    }
  | {
      readonly kind: 'item';
      /** 0-based, among the items of its list. */
      readonly index: number;
      /** The dash; in a flow list the place where the item begins, empty. */
      readonly span: Span;
    };

export interface CursorContext {
  readonly place: CursorPlace;
  /** Only with `none`. */
  readonly reason: NoCompletion | undefined;
  /** From the document to what `place` speaks of. */
  readonly path: readonly PathStep[];
  /** With `key`: the other keys of the same map before the cursor's line or entry, in text order; else empty. */
  readonly before: readonly SiblingKey[];
  /** With `key`: those behind it. */
  readonly after: readonly SiblingKey[];
  /** With `item` and `dash`: the texts of the other items of the list that are one-line scalars. */
  readonly items: readonly string[];
  readonly word: CursorWord;
  /** The innermost flow collection that the cursor stands in; `undefined` in block style. */
  readonly flow: 'map' | 'list' | undefined;
  /**
   * The column at which whatever begins here stands: with `key` that of the sibling keys, with `dash` that of the
   * dashes, with `content` that of the cursor's own line if it is deep enough, else the parent's and one unit; with
   * `value`, and in flow style, the column that a block below the key takes; with `item` that of further keys of the item (behind the dash).
   */
  readonly indent: number;
  /** How many blanks one level takes in this text; 2 where it does not say. */
  readonly indentUnit: number;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** With `key`, `content`, `item`: a colon already stands behind the word, so that none must be inserted. */
  readonly colonFollows: boolean;
  /** A colon or dash stands directly before the word: a blank must be inserted before it. */
  readonly blankMissing: boolean;
  /** In flow style, on a line of its own: the next entry follows on a line below, and a comma must be inserted behind the word. */
  readonly commaMissing: boolean;
  /** In flow style: the entry before has no comma, and one must be inserted at this offset; `undefined`: none is missing there. */
  readonly commaBefore: number | undefined;
  /** Set where the column also is that of a list's dashes (`steps:` and its `- ` in one column): the path to that list. */
  readonly listHere: readonly PathStep[] | undefined;
}

/** The scalar or part of one that a completion replaces. */
export interface CursorWord {
  /** The whole scalar under the cursor, without quotes, as it stands in the source; empty where nothing is written. */
  readonly text: string;
  /** The part of `text` before the cursor. */
  readonly prefix: string;
  /** What is to be replaced: the scalar with its quotes; empty, at the cursor, where nothing is written. */
  readonly span: Span;
  /** How it is quoted so far. An open quote without its end counts, and ends with the line. */
  readonly quote: 'plain' | 'single' | 'double';
}
