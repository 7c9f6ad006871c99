/** What the tests of the syntax share: trees in one line, and the invariants of a tree. */
import assert from 'node:assert/strict';
import { walk } from '../../../server/src/core/syntax/path.ts';
import type { Entry, SyntaxNode, SyntaxTree } from '../../../server/src/core/syntax/tree.ts';
import type { Span } from '../../../server/src/core/util/span.ts';
import { sampleFiles } from '../../support/library.ts';

/** A node in one line: `{a: b, c: [d | e]}`; `~` for no value, a text in quotes where it would be misread. */
export function show(node: SyntaxNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '~';
    case 'scalar':
      return /^[^\n\r\t"\\]+$/.test(node.text) ? node.text : JSON.stringify(node.text);
    case 'alias':
      return `*${node.name}${node.target ? '' : '?'}`;
    case 'list':
      return `[${node.items.map(show).join(' | ')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${show(key)}: ${show(value)}`).join(', ')}}`;
  }
}

/** The text with the edits made; insertions at one place keep their order. */
export function edited(
  text: string,
  edits: readonly { readonly span: Span; readonly newText: string }[],
): string {
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .reduceRight(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Throws where a tree breaks what `tree.ts` promises. */
export function assertTree(tree: SyntaxTree): void {
  const { text, root, problems, comments } = tree;
  const part = (child: SyntaxNode | Entry, parent: SyntaxNode | Entry | undefined): void => {
    assert.equal(child.parent, parent, 'a child knows its parent');
    assert.ok(child.span.start <= child.span.end, 'a span runs forward');
    const outer = parent?.span ?? { start: 0, end: text.length };
    assert.ok(outer.start <= child.span.start && child.span.end <= outer.end, 'a part lies in its whole');
    const parts = partsOf(child);
    for (const [index, inner] of parts.entries()) {
      const before = parts[index - 1];
      assert.ok(!before || before.span.end <= inner.span.start, 'parts are in text order and apart');
      part(inner, child);
    }
  };
  if (root) part(root, undefined);
  for (const [index, { span, message, fix }] of problems.entries()) {
    assert.ok(span.start < span.end || text === '', `a problem shows: ${message}`);
    assert.ok(span.end <= text.length && span.start >= 0, 'a problem lies in the text');
    assert.ok((problems[index - 1]?.span.start ?? 0) <= span.start, 'problems are in text order');
    assert.match(message, /^\S[^\n\r]*\.$/);
    for (const edit of fix?.edits ?? [])
      assert.ok(edit.span.start >= 0 && edit.span.end <= text.length, 'an edit lies in the text');
  }
  for (const comment of comments) assert.equal(slice(text, comment.span), `#${comment.text}`);
  for (const node of walk(tree))
    if (node.kind === 'alias' && node.target) assert.ok(node.target.span.start <= node.span.start);
}

function partsOf(whole: SyntaxNode | Entry): readonly (SyntaxNode | Entry)[] {
  switch (whole.kind) {
    case 'map':
      return whole.entries;
    case 'list':
      return whole.items;
    case 'entry':
      return whole.value ? [whole.key, whole.value] : [whole.key];
    default:
      return [];
  }
}

/** Chains that ship, and their catalogue. */
export const chainTexts: readonly string[] = Object.values(sampleFiles);
