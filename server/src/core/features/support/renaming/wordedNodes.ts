/**
 * Nodes, phases and lanes without an `id`, which go by their words. Another name is written as their `id`, and wherever they are named;
 * the words, which people read, stay as they are.
 */
import { columnOf, lineEndOf } from '../../../syntax/textLines.ts';
import type { MapNode, ScalarNode } from '../../../syntax/tree.ts';
import type { FeatureContext } from '../../feature.ts';
import { declarationsOf, findPlace, type Place, placeSaidBy } from '../declarations.ts';
import { namedAt } from '../occurrences.ts';
import { wordAt } from '../symbolAt.ts';
import { contentSpan } from '../treeAt.ts';
import { nodeEdits } from './names.ts';
import type { Edit, Renameable } from './renaming.ts';

/** What goes by its words, where they stand or where it is named. */
export function wordedNodeAt(context: FeatureContext, offset: number): Renameable | undefined {
  const symbol = namedAt(context, offset);
  if (symbol?.kind !== 'node') return undefined;
  const said = symbol.declares ? wordAt(context, offset)?.scalar : undefined;
  const [declaration] = said === undefined ? declarationsOf(context, symbol) : [];
  const holder =
    declaration === undefined ? context.document : context.project.documents.get(declaration.uri);
  if (holder?.model?.kind !== 'chain') return undefined;
  // Words that several nodes say name none of them, which an id changes.
  const place =
    said === undefined ? findPlace(holder.model, symbol.name) : placeSaidBy(holder.model, said)?.place;
  const word = place && wordOf(place);
  const map = word && mapOf(word);
  if (place === undefined || word === undefined || map === undefined) return undefined;
  const there = { ...context, document: holder };
  const words = contentSpan(word, holder.text);
  const declared = { ...symbol, span: words, declares: true };
  const { chain: _, ...own } = declared;
  return {
    name: symbol.name,
    span: symbol.span,
    to: newName => {
      const edits = nodeEdits(
        { context: there, symbol: own, name: symbol.name, span: symbol.span },
        newName,
        {
          words,
          edit: id => idInsertion(there, place, map, id),
        },
      );
      return typeof edits === 'string' ? edits : { edits, moves: [] };
    },
  };
}

/** The scalar that a place is named by; `undefined`: it has an id, or can have none. */
function wordOf(place: Place): ScalarNode | undefined {
  if (place.kind === 'phase') return place.phase.idWord === undefined ? place.phase.name.node : undefined;
  if (place.kind === 'lane') return place.lane.idWord === undefined ? place.lane.name?.node : undefined;
  const { node } = place;
  const isSynthesis = node.kind === 'step' && node.synthesizes !== undefined;
  return node.idWord === undefined && !isSynthesis ? node.name.node : undefined;
}

/** The map that the word is a value of, or of a list of in it. */
function mapOf(word: ScalarNode): MapNode | undefined {
  const parent = word.parent;
  return parent?.kind === 'entry' ? parent.parent : undefined;
}

/** In front of a node's first key, as people write it; behind the name of a phase or lane. */
function idInsertion(
  { document }: FeatureContext,
  { kind }: Place,
  { entries, flow }: MapNode,
  id: string,
): Edit {
  const [first, second] = entries;
  const before = kind === 'node' ? first : second;
  const indent = lineEndOf(document) + ' '.repeat(columnOf(document, first?.span.start ?? 0));
  const at = (start: number, newText: string): Edit => ({ span: { start, end: start }, newText });
  if (before !== undefined) return at(before.span.start, `id: ${id}${flow ? ', ' : indent}`);
  return at(first?.span.end ?? 0, `${flow ? ', ' : indent}id: ${id}`);
}
