/** What the parts of completion share: the question, and a suggestion before it becomes a list item. */
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Table } from '../../../../schemas/table.ts';
import type { CursorContext } from '../syntax/cursor.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import type { CompletionData } from './support/completionData.ts';
import type { Body } from './support/insertion.ts';

export interface CompletionOptions {
  /** The client inserts tab stops. */
  readonly snippets: boolean;
  /** The client is VS Code: an item may open the list again by a command. */
  readonly retrigger?: boolean;
  /** The character that was typed and brought the list up; `undefined`: it was asked for, or came up while a word was typed. */
  readonly typed?: string;
}

export interface CompletionRequest {
  readonly context: FeatureContext;
  readonly table: Table;
  readonly cursor: CursorContext;
  readonly offset: number;
  readonly options: CompletionOptions;
}

export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** A few words beside the label. */
  readonly description?: string;
  /** A line above its documentation. */
  readonly detail?: string;
  /** Further spellings that find it. */
  readonly filter?: readonly string[];
  readonly insert: Insert;
  /** What its documentation is made from, once it is asked for; `undefined`: it has none. */
  readonly data?: CompletionData;
  /** Suggestions follow at the first hole. */
  readonly retrigger?: boolean;
  /** Words that nobody offers are as right here. */
  readonly isFree?: boolean;
}

export type Insert =
  /** A scalar; quoted where that is needed. */
  | { readonly type: 'scalar'; readonly text: string }
  /** A part of the scalar under the cursor; `text` is safe in any style. */
  | { readonly type: 'part'; readonly text: string; readonly span: Span }
  /** `key: value` of the map that the cursor stands in, or of one that begins here. */
  | { readonly type: 'entry'; readonly key: string; readonly value: Body }
  /** A whole value. */
  | { readonly type: 'body'; readonly body: Body };
