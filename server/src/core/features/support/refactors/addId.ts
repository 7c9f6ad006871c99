import type { ChainModel, ChainNode } from '../../../model/chain.ts';
import { nodeAt } from '../../../model/references.ts';
import { isKebabCase } from '../../../model/values/identifier.ts';
import { columnOf, lineEndOf } from '../../../syntax/textLines.ts';
import { type ChainPlace, named, type Refactor } from './refactor.ts';

/** Writes the id that the node at the cursor goes by, so that it keeps it when its words change. */
export function addId({ context: { document }, model, span }: ChainPlace): readonly Refactor[] {
  const node = nodeAt(model, span.start);
  // What an alias repeats is written elsewhere.
  if (node === undefined || node.idWord !== undefined || node.repeatedAt !== undefined) return [];
  if (node.kind === 'step' && node.synthesizes !== undefined) return [];
  const [first] = node.syntax.entries;
  const id = idFor(model, node);
  if (first === undefined || id === undefined) return [];
  const at = first.span.start;
  const behind = node.syntax.flow ? ', ' : lineEndOf(document) + ' '.repeat(columnOf(document, at));
  return [
    {
      title: `Give ${named(node)} the id “${id}”`,
      kind: 'refactor.rewrite',
      edits: [{ span: { start: at, end: at }, newText: `id: ${id}${behind}` }],
    },
  ];
}

/** The slug where it is the node's alone, so that whoever names it still does; else the slug with the first free number. */
function idFor(model: ChainModel, node: ChainNode): string | undefined {
  if (!node.ambiguous) return isKebabCase(node.id) ? node.id : undefined;
  const base = isKebabCase(node.slug) ? node.slug : node.kind;
  const isTaken = (id: string): boolean =>
    model.nodesById.has(id) ||
    model.phasesById.has(id) ||
    model.lanesById.has(id) ||
    model.ambiguousNames.has(id);
  for (let number = 2; number <= model.nodes.length + 2; number++) {
    const id = `${base}-${number}`;
    if (!isTaken(id)) return id;
  }
  return undefined;
}
