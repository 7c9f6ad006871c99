/** What the cursor's context says of a place in a valid text, held against the tree. */
import assert from 'node:assert/strict';
import { type CursorContext, cursorContext, type PathStep } from '../../../server/src/core/syntax/cursor.ts';
import { nodeAt } from '../../../server/src/core/syntax/locate.ts';
import { containerOf, pathOf } from '../../../server/src/core/syntax/path.ts';
import type { SyntaxNode, SyntaxTree } from '../../../server/src/core/syntax/tree.ts';
import { slice } from './support.ts';

export const stepName = (step: PathStep): string | number => (step.kind === 'key' ? step.key : step.index);

/** Compares place and path at an offset with the node of the tree there, where both speak of one scalar. */
export function assertAgreement(tree: SyntaxTree, offset: number): void {
  const located = nodeAt(tree, offset);
  const context = cursorContext(tree.text, offset);
  const where = `${JSON.stringify(tree.text.slice(0, 60))} at ${offset}`;
  if (tree.comments.some(({ span }) => span.start < offset && offset <= span.end)) {
    assert.equal(context.reason, 'comment', where);
    return;
  }
  const { node, isKey } = located ?? {};
  if (node?.kind !== 'scalar' || node.span.start === node.span.end) return;
  const written = slice(tree.text, node.span);
  const steps = context.path.map(stepName);
  if (node.style === 'literal' || node.style === 'folded') {
    if (offset > node.span.start) assert.equal(context.reason, 'block-scalar', where);
    return;
  }
  if (/[\n\r]/.test(written) && offset > node.span.start + written.search(/[\n\r]/)) {
    assert.equal(context.reason, 'text', where);
    return;
  }
  if (/[\n\r]/.test(written)) return;
  const closed = node.style !== 'plain' && offset === node.span.end;
  if (closed && !isKey) {
    assert.equal(context.place, 'none', where);
    return;
  }
  assert.deepEqual(steps, pathOf(isKey ? (containerOf(node) ?? node) : node), where);
  assert.equal(context.place, isKey ? 'key' : node.parent?.kind === 'list' ? 'item' : 'value', where);
  assert.deepEqual(context.word.span, node.span, where);
  if (isKey) assert.deepEqual(siblingsOf(context), otherKeys(node), where);
}

const siblingsOf = ({ before, after }: CursorContext): readonly string[] =>
  [...before, ...after].map(({ key }) => key);

const otherKeys = (key: SyntaxNode): readonly string[] => {
  const map = containerOf(key);
  return map?.kind === 'map'
    ? map.entries.filter(entry => entry.key !== key).map(entry => entry.key.text)
    : [];
};
