import type { RecordDescription } from '../../../../schemas/table.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Entry, MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { reorderedEntries } from './support/reorder.ts';
import { quoted } from './support/words.ts';

export const keyOrder: Rule = {
  code: 'key-order',
  family: 'style',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'place',
  summary: 'The keys of a map are not in the order of the language reference.',
  details:
    'The order of keys has no meaning, but if all files have the same one, people know where to look: what something is and who does it first, then what it needs and makes, then how it ends, then remarks. The quick fix moves the keys with their comments. Free keys that begin with x- stay where they are, and a map in which an anchor must stand before its alias is left alone.',
  valid: [
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
    x-cost: 3
    takes: 2 hours
`,
    },
    {
      text: `${head}steps: [{ skill: SRE, do: Restore the service, priority: P0 }]\n`,
    },
  ],
  invalid: [
    {
      text: `${head}steps:
  - skill: site-reliability-engineer
    takes: 2 hours # at night as well
    # The database first
    do: Restore the service
#   ^^
`,
      fixed: `${head}steps:
  - skill: site-reliability-engineer
    # The database first
    do: Restore the service
    takes: 2 hours # at night as well
`,
    },
    {
      text: `${head}steps: [{ do: Restore the service, skill: SRE, takes: 2 hours }]
#                                  ^^^^^
`,
      fixed: `${head}steps: [{ skill: SRE, do: Restore the service, takes: 2 hours }]\n`,
    },
  ],
  *check({ document, soundness }) {
    const isTied = ties(document);
    for (const [map, record] of document.shape.records) {
      const found = misplaced(map, record);
      if (found === undefined || !soundness.holdsFor(map) || isTied(map)) continue;
      const edits = reorderedEntries(document, map, found.order);
      yield {
        span: found.entry.key.span,
        message: `${quoted(found.entry.key.text)} is usually written before ${quoted(found.before.key.text)} in ${record.title}. Write the keys in the order of the language reference.`,
        ...(edits !== undefined && {
          fixes: [
            { title: `Write the keys of ${record.title} in order`, edits, preferred: true, safe: true },
          ],
        }),
      };
    }
  },
};

/**
 * The first entry that stands behind one that should follow it, that one, and all entries in order. Keys that the record does not know
 * keep their places.
 */
function misplaced(map: MapNode, record: RecordDescription) {
  const ranks = new Map(record.keys.map(({ key }, at) => [key, at]));
  const rankOf = ({ key }: Entry): number => ranks.get(key.text) ?? -1;
  const known = map.entries.filter(entry => rankOf(entry) >= 0);
  if (new Set(known.map(({ key }) => key.text)).size < known.length) return undefined;
  const entry = known.find((each, at) => known.slice(0, at).some(other => rankOf(other) > rankOf(each)));
  const before = entry && known.find(each => rankOf(each) > rankOf(entry));
  if (entry === undefined || before === undefined) return undefined;
  const sorted = known.toSorted((left, right) => rankOf(left) - rankOf(right)).values();
  const order = map.entries.map(each => (rankOf(each) < 0 ? each : (sorted.next().value ?? each)));
  return { entry, before, order };
}

/** Whether a map holds an anchor, in a text that has aliases: an anchor has to stand before what repeats it. */
function ties({ tree: { root, text } }: DocumentState): (map: MapNode) => boolean {
  const anchors: number[] = [];
  let hasAliases = false;
  const pending: (SyntaxNode | undefined)[] = text.includes('&') && text.includes('*') ? [root] : [];
  for (let node = pending.pop(); node !== undefined || pending.length > 0; node = pending.pop()) {
    if (node?.anchor !== undefined) anchors.push(node.span.start);
    if (node?.kind === 'alias') hasAliases = true;
    else if (node?.kind === 'list') for (const item of node.items) pending.push(item);
    else if (node?.kind === 'map') for (const { key, value } of node.entries) pending.push(key, value);
  }
  if (!hasAliases) return () => false;
  anchors.sort((left, right) => left - right);
  return ({ span }) => {
    const first = firstFrom(anchors, span.start);
    return first !== undefined && first < span.end;
  };
}

/** The first of some rising offsets that is `from` or more. */
function firstFrom(offsets: readonly number[], from: number): number | undefined {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}
