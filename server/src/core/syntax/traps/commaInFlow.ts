/**
 * A comma inside the text of a flow collection, which ends the text there: `{ do: Revoke, then close }` holds a key
 * `then close` without a value, `[10,000 users]` and `[who (name, role)]` hold two items.
 *
 * A lone word without a value is left to the rules: it may be a key that is being typed.
 */
import type { Span } from '../../util/span.ts';
import type { Mend } from '../mend.ts';
import type { Entry, ListNode, MapNode, SyntaxNode } from '../tree.ts';
import { excerpt, quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

export const commaInFlow: TreeTrap = ({ text, nodes }) =>
  nodes.flatMap(node => {
    if (node.kind === 'map' && node.flow) return inMap(text, node);
    if (node.kind === 'list' && node.flow) return inList(text, node);
    return [];
  });

function inMap(text: string, map: MapNode): Mend[] {
  const mends: Mend[] = [];
  for (let index = 0; index < map.entries.length; index++) {
    const value = map.entries[index]?.value;
    if (!isPlain(value)) continue;
    let last = index;
    while (isStray(map.entries[last + 1])) last++;
    const strays = map.entries.slice(index + 1, last + 1);
    const end = strays.at(-1)?.span.end;
    if (end === undefined) continue;
    const sentence = strays.some(({ key }) => /\s/.test(key.text)) || /\s/.test(value.text);
    const span = { start: value.span.start, end };
    if (sentence || cutsNumber(text, span)) mends.push(mendOf(text, span));
    index = last;
  }
  return mends;
}

/** A plain key with neither colon nor value, that could not be `key:value` with its blank forgotten. */
const isStray = (entry: Entry | undefined): boolean =>
  entry !== undefined &&
  entry.value === undefined &&
  entry.span.end === entry.key.span.end &&
  entry.key.style === 'plain' &&
  !/^[\w-]+:\S|^[[{]/.test(entry.key.text);

function inList(text: string, { items }: ListNode): Mend[] {
  const mends: Mend[] = [];
  for (let index = 0; index < items.length; index++) {
    const first = items[index];
    if (!isPlain(first)) continue;
    let last = index;
    for (let item = items[last + 1]; isPlain(item); item = items[last + 1]) {
      const between = { start: first.span.start, end: item.span.end };
      if (
        !cutsNumber(text, { start: items[last]?.span.start ?? 0, end: item.span.end }) &&
        !closesLater(items, index, last)
      )
        break;
      if (/[\n\r]/.test(text.slice(between.start, between.end))) break;
      last++;
    }
    if (last === index) continue;
    mends.push(mendOf(text, { start: first.span.start, end: items[last]?.span.end ?? first.span.end }));
    index = last;
  }
  return mends;
}

const isPlain = (node: SyntaxNode | undefined): node is SyntaxNode & { kind: 'scalar' } =>
  node?.kind === 'scalar' && node.style === 'plain' && node.text !== '';

/** `10,000`: digits, a comma without a blank, three digits. */
const cutsNumber = (text: string, { start, end }: Span): boolean =>
  /\d,\d{3}(?!\d)/.test(text.slice(start, end));

/** Whether the items from `from` to `last` leave a parenthesis open that a later plain item closes. */
function closesLater(items: readonly SyntaxNode[], from: number, last: number): boolean {
  let open = 0;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (!isPlain(item)) return false;
    for (const character of item.text) {
      if (character === '(') open++;
      else if (character === ')') open--;
    }
    if (open <= 0) return index > last;
    if (index === last && open === 0) return false;
  }
  return false;
}

function mendOf(text: string, span: Span): Mend {
  const words = excerpt(text, span);
  return quotingMend(
    text,
    span,
    `Inside brackets a comma begins the next entry, so YAML cuts "${words}" at it. Put the text in quotes.`,
  );
}
