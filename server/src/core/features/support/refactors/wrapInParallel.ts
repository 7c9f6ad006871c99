import { wrapItems } from '../../../syntax/wrapItems.ts';
import { chosenNodes } from './chosenNodes.ts';
import { type ChainPlace, isLaneOfItsOwn, named, type Refactor } from './refactor.ts';

/** Lets the node at the cursor, or the neighbours that are selected, run at once: each becomes a lane of a `parallel`. */
export function wrapInParallel({ context: { document }, model, span }: ChainPlace): readonly Refactor[] {
  const chosen = chosenNodes(model, span);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return [];
  if (chosen.length === 1 && first.node.kind === 'parallel') return [];
  // What stands in a parallel by itself is a lane already.
  if (isLaneOfItsOwn(first)) return [];
  const edits = wrapItems(document, first.list, { first: first.map, last: last.map, key: 'parallel' });
  if (edits === undefined) return [];
  const title =
    chosen.length === 1
      ? `Wrap ${named(first.node)} in a parallel`
      : `Run these ${chosen.length} at once in a parallel`;
  return [{ title, kind: 'refactor.rewrite', edits }];
}
