/** A key that is written anew above the block that is its value. */
import type { CursorContext, PathStep } from '../syntax/cursor.ts';
import { isKeyed, keySuggestions } from './completionKeys.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { blockBelow } from './completionRoom.ts';
import { shapesAlong } from './support/cursorShapes.ts';
import { textBody } from './support/insertion.ts';

/** Those that such a block may stand below, without a value; none where it is another key's already. */
export function keysAboveBlock(request: CompletionRequest, roots: readonly string[]): readonly Suggestion[] {
  const { cursor, context, table } = request;
  const block = blockBelow(context.document.text, cursor);
  const isKey = cursor.place === 'key' && cursor.word.text !== '';
  if (!isKey || block === undefined || isBelowOpenKey(context.document.text, cursor)) return [];
  const siblings = [...cursor.before, ...cursor.after];
  const takes = (key: string): boolean => {
    const step: PathStep = { kind: 'key', key, span: cursor.word.span, siblings };
    return shapesAlong(table, roots, [...cursor.path, step]).some(shape =>
      block === 'list' ? shape.type === 'list' : isKeyed(shape),
    );
  };
  const present = siblings.map(({ key }) => key);
  return shapesAlong(table, roots, cursor.path)
    .flatMap(shape =>
      shape.type === 'record' || shape.type === 'variant' ? keySuggestions(request, shape, present) : [],
    )
    .filter(({ label }) => takes(label))
    .map(each => ({
      ...each,
      insert: { type: 'body', body: textBody(`${each.label}:`) },
      retrigger: false,
    }));
}

/** Whether nothing but blanks and comments is written between the colon of the key above the cursor and the cursor's word. */
export function isBelowOpenKey(text: string, { before, word }: CursorContext): boolean {
  const above = before.at(-1);
  return (
    above !== undefined &&
    /^\s*:(?:\s|#[^\r\n]*(?=[\r\n]))*$/u.test(text.slice(above.span.end, word.span.start))
  );
}
