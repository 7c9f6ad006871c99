import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { contains, type Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { contentSpan, itemStart, pathAt } from './support/treeAt.ts';

/**
 * For each position, what a growing selection takes: word, text, quoted text, entry, item with its dash, map, list and
 * so on to the whole document. Each range holds the one before it and is larger. One result for every position, in order.
 */
export function selectionRanges(
  context: FeatureContext,
  positions: readonly Position[],
): readonly SelectionRange[] {
  const { lines } = context.document;
  return positions.map(position => {
    let result: SelectionRange | undefined;
    for (const span of spansAround(context, lines.offset(position))) {
      result =
        result === undefined ? { range: lines.range(span) } : { range: lines.range(span), parent: result };
    }
    return result ?? { range: { start: position, end: position } };
  });
}

/** From the document inwards; each lies in the one before it and is smaller. */
function spansAround(context: FeatureContext, offset: number): readonly Span[] {
  const { text, tree } = context.document;
  const wanted: Span[] = [{ start: 0, end: text.length }];
  for (const part of pathAt(tree, offset)) {
    if (part.kind !== 'entry' && part.parent?.kind === 'list')
      wanted.push({ start: itemStart(part, text), end: part.span.end });
    wanted.push(part.span);
    // Before a quote and behind one the place is not within them.
    const content = part.kind === 'scalar' ? contentSpan(part, text) : undefined;
    if (content !== undefined && content.start <= offset && offset <= content.end) wanted.push(content);
  }
  wanted.push(wordSpan(text, offset));
  const nested: Span[] = [];
  for (const span of wanted) {
    const outer = nested.at(-1);
    const smaller =
      outer === undefined || (contains(outer, span) && span.end - span.start < outer.end - outer.start);
    if (smaller && (outer === undefined || span.end > span.start)) nested.push(span);
  }
  return nested;
}

/** Letters, digits and hyphens around a place, as ids are written; empty where there are none. */
function wordSpan(text: string, offset: number): Span {
  const isWord = (at: number): boolean =>
    at >= 0 && at < text.length && /[\p{L}\p{N}\p{M}_@.-]/u.test(characterAt(text, at));
  let start = offset;
  let end = offset;
  while (isWord(start - 1)) start--;
  while (isWord(end)) end++;
  while (start < end && /[.-]/u.test(text.charAt(start))) start++;
  while (end > start && /[.-]/u.test(text.charAt(end - 1))) end--;
  return start <= offset && offset <= end ? { start, end } : { start: offset, end: offset };
}

/** The whole character that a UTF-16 unit is part of. */
function characterAt(text: string, at: number): string {
  const isLow = /[\uDC00-\uDFFF]/u.test(text.charAt(at));
  return String.fromCodePoint(text.codePointAt(isLow && at > 0 ? at - 1 : at) ?? 0);
}
