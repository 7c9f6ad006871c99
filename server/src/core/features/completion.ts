import type { CompletionList, Position } from 'vscode-languageserver-types';
import { table } from '../../../../schemas/generated/table.ts';
import type { Table } from '../../../../schemas/table.ts';
import type { FileKind } from '../project/snapshot.ts';
import { type CursorContext, cursorContext } from '../syntax/cursor.ts';
import { wholeDocuments } from './completionDocuments.ts';
import { completionItems, type Frame, type Framed } from './completionItems.ts';
import { isKeyed, itemSuggestions, keySuggestions } from './completionKeys.ts';
import type { CompletionOptions, CompletionRequest, Suggestion } from './completionRequest.ts';
import { valueSuggestions } from './completionValues.ts';
import type { FeatureContext } from './feature.ts';
import { type PlainShape, plainShapes, shapesAlong } from './support/cursorShapes.ts';

/**
 * What may be written at a place: keys, items of lists, names and values. Each item replaces the whole word under the
 * cursor, and applied gives text that parses. The list is complete: editors narrow it as a person types.
 */
export function completion(
  context: FeatureContext,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const { document } = context;
  const offset = document.lines.offset(position);
  const cursor = cursorContext(document.text, offset);
  const request: CompletionRequest = { context, table, cursor, offset, options };
  return { isIncomplete: false, items: completionItems(request, framedSuggestions(request)) };
}

const here: Frame = { dash: false, below: false };

/** Everything that may be written, the likeliest first, and how it gets to where it belongs. */
function framedSuggestions(request: CompletionRequest): readonly Framed[] {
  const { cursor, context } = request;
  if (cursor.place === 'none') return [];
  const roots = rootRecords(request.table, context.document.kind);
  const shapes = shapesAlong(request.table, roots, cursor.path);
  const dashes =
    cursor.listHere === undefined
      ? []
      : dashItems(request, shapesAlong(request.table, roots, cursor.listHere));
  const whole = isWholeDocument(cursor) ? framed(wholeDocuments(request, roots), here) : [];
  return [...whole, ...shapes.flatMap(shape => suggestionsFor(request, shape, shapes)), ...dashes];
}

/** The records of the kinds that the document may be; where nothing tells, of all. */
function rootRecords(known: Table, kind: FileKind | undefined): readonly string[] {
  const kinds = known.kinds.filter(each => kind === undefined || each.kind === kind);
  return kinds.map(each => each.record);
}

/** Nothing is written yet but, at most, the word under the cursor. */
const isWholeDocument = ({ place, path, before, after }: CursorContext): boolean =>
  path.length === 0 && (place === 'content' || place === 'key') && before.length === 0 && after.length === 0;

const framed = (suggestions: readonly Suggestion[], frame: Frame): readonly Framed[] =>
  suggestions.map(suggestion => ({ suggestion, frame }));

/** What one of the shapes that may stand here gives. */
function suggestionsFor(
  request: CompletionRequest,
  shape: PlainShape,
  all: readonly PlainShape[],
): readonly Framed[] {
  const { cursor } = request;
  const isFlow = cursor.flow !== undefined;
  const below: Frame = { dash: false, below: cursor.place === 'value' && !isFlow };
  switch (cursor.place) {
    case 'key':
      return isKeyed(shape) ? framed(keySuggestions(request, shape, presentKeys(cursor)), here) : [];
    case 'dash':
      return dashItems(request, [shape]);
    case 'item':
      return framed(itemOrScalar(request, shape), here);
    case 'content':
    case 'value':
      if (shape.type === 'list') return framed(itemOrScalarOf(request, shape), { ...below, dash: true });
      if (shape.type !== 'scalar') return framed(keySuggestions(request, shape, undefined), below);
      // On a line of its own a block is wanted, if there may be one.
      return cursor.place === 'value' || all.length === 1
        ? framed(valueSuggestions(request, shape), here)
        : [];
    default:
      return [];
  }
}

const presentKeys = ({ before, after }: CursorContext): readonly string[] =>
  [...before, ...after].map(each => each.key);

const dashItems = (request: CompletionRequest, shapes: readonly PlainShape[]): readonly Framed[] =>
  shapes.flatMap(shape =>
    shape.type === 'list' ? framed(itemOrScalarOf(request, shape), { dash: true, below: false }) : [],
  );

const itemOrScalarOf = (
  request: CompletionRequest,
  list: Extract<PlainShape, { type: 'list' }>,
): readonly Suggestion[] => plainShapes(list.of).flatMap(shape => itemOrScalar(request, shape));

/** One item of a list: whole ones first, then the keys that it may begin with. */
function itemOrScalar(request: CompletionRequest, shape: PlainShape): readonly Suggestion[] {
  if (shape.type === 'scalar') return valueSuggestions(request, shape);
  if (!isKeyed(shape)) return [];
  const items = itemSuggestions(request, shape);
  const told = new Set(items.flatMap(each => each.filter ?? []));
  return [...items, ...keySuggestions(request, shape, undefined).filter(each => !told.has(each.label))];
}
