/**
 * Fixes of what aliases repeat: an edit there is made in all places at once.
 *
 * What is wrong with a form or a name is wrong wherever it is repeated as the same kind of value, so its fix is right in all places. What a
 * rule says of where something stands may hold in one place alone, and its fix may undo what is right in the other. Unless all places
 * have the finding, such a fix is nobody's first choice and never made unasked; it says that it reaches further, and is offered only
 * where it brings no other finding. Nothing is taken out of what is repeated: see `removeItem`.
 */
import { isFree } from '../../model/checkRecord.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { walk } from '../../syntax/path.ts';
import { lineEndBehind } from '../../syntax/textLines.ts';
import type { Entry, SyntaxNode } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';
import type { Fix, RuleFamily } from '../rule.ts';

/** Families whose findings depend on what stands around a node. */
const ofPlaces: ReadonlySet<RuleFamily> = new Set<RuleFamily>([
  'flow',
  'data',
  'time',
  'people',
  'handoff',
  'suite',
]);

/** A part of the text, and the keys of all places where it is read. */
interface Repeated {
  readonly node: SyntaxNode;
  readonly keys: readonly string[];
}

/** What aliases repeat in a document; most have no alias. */
export function repeatedIn({ text, tree }: DocumentState): readonly Repeated[] {
  if (!text.includes('&') || !text.includes('*')) return [];
  const repeated = new Map<SyntaxNode, string[]>();
  for (const node of walk(tree)) {
    if (node.kind !== 'alias' || node.target === undefined) continue;
    const known = repeated.get(node.target);
    const keys = known ?? keyOfPlace(node.target);
    keys.push(...keyOfPlace(node));
    if (known === undefined) repeated.set(node.target, keys);
  }
  return [...repeated].map(([node, keys]) => ({ node, keys }));
}

/** The nearest key above a node; none below one of the author's own, where texts are kept for aliases. */
function keyOfPlace(node: SyntaxNode): string[] {
  let nearest: string | undefined;
  for (let at: SyntaxNode | Entry | undefined = node.parent; at !== undefined; at = at.parent) {
    if (at.kind !== 'entry') continue;
    if (isFree(at.key.text)) return [];
    nearest ??= at.key.text;
  }
  return [nearest ?? ''];
}

/**
 * The fixes of a finding as they may be offered.
 *
 * @param times how many nodes have the finding
 */
export function inAllPlaces(
  document: DocumentState,
  repeated: readonly Repeated[],
  family: RuleFamily,
  fixes: readonly Fix[],
  times: number,
): readonly Fix[] {
  if (repeated.length === 0) return fixes;
  return fixes.map(fix => {
    const isOfPlace = ofPlaces.has(family) && fix.everywhere !== true;
    const changed = repeated.filter(({ node }) =>
      fix.edits.some(({ span }) => changes(document, node, span)),
    );
    const isRight = changed.every(each => isOfOneKind(each) && (!isOfPlace || each.keys.length === times));
    return isRight
      ? fix
      : { title: `${fix.title}, also where it is repeated`, edits: fix.edits, changesRepeats: true };
  });
}

/** Whether all places want the same of it: a map says by its keys what it is, of all else the key above it does. */
const isOfOneKind = ({ node, keys }: Repeated): boolean => node.kind === 'map' || new Set(keys).size < 2;

/** Whether an edit may change a node; what is added to a block stands behind its last line. */
function changes(document: DocumentState, node: SyntaxNode, { start, end }: Span): boolean {
  const isBlock = (node.kind === 'map' || node.kind === 'list') && !node.flow;
  return isBlock
    ? start <= lineEndBehind(document, node) && end >= node.span.start
    : start < node.span.end && end > node.span.start;
}
