import type { CompletionList, Position } from 'vscode-languageserver-types';
import { table } from '../../../../schemas/generated/table.ts';
import type { Table } from '../../../../schemas/table.ts';
import type { FileKind } from '../project/snapshot.ts';
import {
  type CursorContext,
  createOutlineReader,
  cursorContext,
  type OutlineReader,
} from '../syntax/cursor.ts';
import { isBelowOpenKey, keysAboveBlock } from './completionAboveBlock.ts';
import { namesApart } from './completionApart.ts';
import { wholeDocuments } from './completionDocuments.ts';
import { completionItems, type Frame, type Framed } from './completionItems.ts';
import { emptyItem, isKeyed, itemSuggestions, keySuggestions } from './completionKeys.ts';
import { placeholderSuggestions } from './completionPlan.ts';
import type { CompletionOptions, CompletionRequest, Suggestion } from './completionRequest.ts';
import { columnBelow, hasRoom, lineStart } from './completionRoom.ts';
import { valueSuggestions } from './completionValues.ts';
import type { FeatureContext } from './feature.ts';
import { type PlainShape, plainShapes, shapesAlong } from './support/cursorShapes.ts';

/**
 * What may be written at a place: keys, items of lists, names and values. Each item replaces the whole word under the
 * cursor, and applied gives text that parses. The list is complete, so that editors narrow it as a person types, except where any words
 * may stand: there it is asked for with each letter, and is empty once a name is written in full. Enter then ends the line, and does not
 * replace what was meant as it stands. Nothing in a text that is not parsed for its size.
 * @param read Keeps what it has read of the last text; without it all lines are read each time.
 */
export function completion(
  context: FeatureContext,
  position: Position,
  options: CompletionOptions,
  read?: OutlineReader,
): CompletionList {
  const { document } = context;
  if (document.tree.problems.some(({ code }) => code === 'too-large'))
    return { isIncomplete: false, items: [] };
  const offset = document.lines.offset(position);
  const cursor = alignedCursor(document.text, offset, read);
  const request: CompletionRequest = { context, table, cursor, offset, options };
  const suggestions = framedSuggestions(request).filter(({ frame }) => !(frame.below && endsLine(options)));
  const free = suggestions.map(each => each.suggestion).filter(({ isFree }) => isFree === true);
  const isWhole = free.some(suggestion => isWritten(cursor, suggestion));
  return { isIncomplete: free.length > 0, items: isWhole ? [] : completionItems(suggestions) };
}

/** The same, which keeps what it has read of the last text for when the next letter is typed there. */
export function createCompletion(): (
  context: FeatureContext,
  position: Position,
  options: CompletionOptions,
) => CompletionList {
  const read = createOutlineReader();
  return (context, position, options) => completion(context, position, options, read);
}

/**
 * Who types `steps:` goes on with Enter. A list that came up by itself would take that key and write its first item; what belongs on
 * the lines below is offered there, and here to who asks.
 */
const endsLine = ({ typed }: CompletionOptions): boolean => typed === ':';

/** Whether one of the names of a suggestion ends at the cursor, with nothing around it. */
function isWritten({ word }: CursorContext, { label, filter = [] }: Suggestion): boolean {
  const text = word.text.trim().toLowerCase();
  const isAtEnd = word.prefix.trim().length === word.text.trim().length;
  return isAtEnd && [label, ...filter].some(name => name.toLowerCase() === text);
}

/** A blank line in the midst of a block counts as indented like the line below, wherever the cursor stands in it. */
function alignedCursor(text: string, offset: number, read: OutlineReader | undefined): CursorContext {
  const cursor = cursorContext(text, offset, read);
  const column = columnBelow(text, cursor);
  if (column === undefined || hasRoom(text, cursor)) return cursor;
  const start = lineStart(text, offset);
  const aligned = cursorContext(
    `${text.slice(0, start)}${' '.repeat(column)}${text.slice(offset)}`,
    start + column,
    read,
  );
  return { ...aligned, word: cursor.word };
}

const here: Frame = { dash: false, below: false };

/** Everything that may be written, the likeliest first, and how it gets to where it belongs. */
function framedSuggestions(request: CompletionRequest): readonly Framed[] {
  const roots = rootRecords(request.table, request.context.document.kind);
  const inTemplate = placeholderSuggestions(request);
  if (inTemplate !== undefined) return framed(request, inTemplate, here);
  const places = [belowEmptyKey(request), request, listInThisColumn(request)].flatMap(place =>
    place !== undefined && hasRoom(place.context.document.text, place.cursor) ? [place] : [],
  );
  if (places.length === 0) return framed(request, keysAboveBlock(request, roots), here);
  return [
    ...framed(request, isWholeDocument(request.cursor) ? wholeDocuments(request, roots) : [], here),
    ...places.flatMap(place => {
      const shapes = shapesAlong(place.table, roots, place.cursor.path);
      return shapes.flatMap(shape => suggestionsFor(place, shape, shapes));
    }),
  ];
}

/** The value of the key above, where that has none and the cursor's line is not indented as it should be. */
function belowEmptyKey(request: CompletionRequest): CompletionRequest | undefined {
  const { cursor, context } = request;
  const above = cursor.before.at(-1);
  if (cursor.place !== 'key' || cursor.flow !== undefined || cursor.colonFollows || above === undefined)
    return undefined;
  if (!isBelowOpenKey(context.document.text, cursor)) return undefined;
  const siblings = [...cursor.before.slice(0, -1), ...cursor.after];
  const path = [...cursor.path, { kind: 'key', key: above.key, span: above.span, siblings } as const];
  const indent = cursor.indent + cursor.indentUnit;
  const below: CursorContext = { ...cursor, place: 'content', path, indent, before: [], after: [] };
  return { ...request, cursor: below };
}

/** A further item of a list whose dashes stand in the column of the keys around it. */
function listInThisColumn(request: CompletionRequest): CompletionRequest | undefined {
  const { cursor } = request;
  return cursor.listHere && { ...request, cursor: { ...cursor, place: 'dash', path: cursor.listHere } };
}

/** The records of the kinds that the document may be; where nothing tells, of all. */
function rootRecords(known: Table, kind: FileKind | undefined): readonly string[] {
  // A kind that its name alone tells is no untitled text's.
  const kinds = known.kinds.filter(each => (kind === undefined ? each.keys.length > 0 : each.kind === kind));
  return kinds.map(each => each.record);
}

/** Nothing is written yet but, at most, the word under the cursor. */
const isWholeDocument = ({ place, path, before, after }: CursorContext): boolean =>
  path.length === 0 && (place === 'content' || place === 'key') && before.length === 0 && after.length === 0;

const framed = (
  request: CompletionRequest,
  suggestions: readonly Suggestion[],
  frame: Frame,
): readonly Framed[] => suggestions.map(suggestion => ({ suggestion, frame, request }));

/** What one of the shapes that may stand here gives. */
function suggestionsFor(
  request: CompletionRequest,
  shape: PlainShape,
  all: readonly PlainShape[],
): readonly Framed[] {
  const { cursor } = request;
  const below = cursor.place === 'value' && cursor.flow === undefined;
  switch (cursor.place) {
    case 'key':
      return isKeyed(shape) ? framed(request, keySuggestions(request, shape, presentKeys(cursor)), here) : [];
    case 'dash':
      return shape.type === 'list' ? framed(request, itemsOf(request, shape), { dash: true, below }) : [];
    case 'item':
      return framed(request, itemOrScalar(request, shape), here);
    case 'content':
    case 'value':
      if (shape.type === 'list') return listHere(request, shape, below);
      if (shape.type !== 'scalar')
        return framed(request, keySuggestions(request, shape, undefined), { dash: false, below });
      // Of names with commas between them none is the value.
      if (namesApart(cursor) !== undefined && all.some(isListOfTexts)) return [];
      // On a line of its own a block is wanted, if there may be one.
      return cursor.place === 'value' || all.length === 1
        ? framed(request, valueSuggestions(request, shape), here)
        : [];
    default:
      return [];
  }
}

type ListShape = Extract<PlainShape, { type: 'list' }>;

const isListOfTexts = (shape: PlainShape): boolean =>
  shape.type === 'list' && plainShapes(shape.of).some(({ type }) => type === 'scalar');

/** A list that begins here; what stands here as one text of several names are its other items. */
function listHere(request: CompletionRequest, shape: ListShape, below: boolean): readonly Framed[] {
  const apart = isListOfTexts(shape) ? namesApart(request.cursor) : undefined;
  if (apart === undefined) return framed(request, itemsOf(request, shape), { dash: true, below });
  const items = [...apart.before, ...apart.after];
  const beside: CompletionRequest = { ...request, cursor: { ...request.cursor, items } };
  const names = itemsOf(beside, shape).filter(({ insert }) => insert.type === 'scalar');
  return framed(beside, names, { dash: true, below, apart });
}

const presentKeys = ({ before, after }: CursorContext): readonly string[] =>
  [...before, ...after].map(each => each.key);

const itemsOf = (request: CompletionRequest, list: ListShape): readonly Suggestion[] =>
  plainShapes(list.of).flatMap(shape =>
    shape.type === 'scalar'
      ? [...valueSuggestions(request, shape), ...emptyItem(request, shape)]
      : itemOrScalar(request, shape),
  );

/** One item of a list: whole ones first, then the keys that it may begin with. */
function itemOrScalar(request: CompletionRequest, shape: PlainShape): readonly Suggestion[] {
  if (shape.type === 'scalar') return valueSuggestions(request, shape);
  if (!isKeyed(shape)) return [];
  const items = itemSuggestions(request, shape);
  const told = new Set(items.flatMap(each => each.filter ?? []));
  return [...items, ...keySuggestions(request, shape, undefined).filter(each => !told.has(each.label))];
}
