/** The text of a node that a variation adds, written for the list it goes to. */
import { columnOf, endWithComments, lineEndBehind, type SourceText } from '../../../syntax/textLines.ts';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../../../syntax/tree.ts';
import { writeScalar } from '../../../util/yamlText.ts';

/** What a node's map gets as its `when`; `undefined`: it keeps what it has. */
export type Condition = string | undefined;

/** How far the lines of a block map go that are kept as they are. */
export const verbatimEnd = (source: SourceText, map: MapNode): number =>
  endWithComments(source, map, columnOf(source, map.span.start));

/**
 * The lines of a block map as they are written, comments in it included, each without the columns that the map stands in.
 * Blank lines stay; what stands further left than the map keeps no blanks at all.
 */
export function verbatimLines(source: SourceText, map: MapNode, condition: Condition): readonly string[] {
  const { text } = source;
  const column = columnOf(source, map.span.start);
  const end = verbatimEnd(source, map);
  const indent = ' '.repeat(column);
  const { at, until, newText } = conditionEdit(source, map, condition, `\n${indent}`);
  const edited = text.slice(map.span.start, at) + newText + text.slice(until, end);
  const [first = '', ...others] = edited.split(/\r\n|\n|\r/);
  return [first, ...others.map(line => line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0)))];
}

/** One edit that gives a block map its condition. */
function conditionEdit(source: SourceText, map: MapNode, condition: Condition, lineStart: string) {
  const start = map.span.start;
  if (condition === undefined) return { at: start, until: start, newText: '' };
  const written = writeScalar(condition, false);
  const own = map.entries.find(({ key }) => key.text === 'when');
  if (own?.value !== undefined)
    return { at: own.value.span.start, until: own.value.span.end, newText: written };
  const previous = map.entries[conditionIndex(map) - 1];
  if (previous === undefined) return { at: start, until: start, newText: `when: ${written}${lineStart}` };
  const at = lineEndBehind(source, previous);
  return { at, until: at, newText: `${lineStart}when: ${written}` };
}

/** Keys behind which a condition is read at a glance: it stands among what names the node, and not below its lanes or routes. */
const heads: ReadonlySet<string> = new Set(['id', 'skill', 'team', 'do', 'checkpoint', 'decision', 'chain']);

/** Where among the entries of a map a condition goes. */
const conditionIndex = ({ entries }: MapNode): number =>
  entries.findLastIndex(({ key, value }) => heads.has(key.text) && value?.kind !== 'list') + 1;

/** A key and its value, or the condition that is put in. */
type Part = Entry | { readonly condition: string };

function partsOf(map: MapNode, condition: Condition): readonly Part[] {
  const others = map.entries.filter(({ key }) => condition === undefined || key.text !== 'when');
  if (condition === undefined) return others;
  const at = conditionIndex({ ...map, entries: others });
  return [...others.slice(0, at), { condition }, ...others.slice(at)];
}

/**
 * The lines of a node, written anew in block style: lists of nodes and what holds them in lines of their own, everything else on the
 * line of its key. `undefined` where that cannot say the same, as with anchors. Comments are not in it.
 * @param step Columns that a list stands in below its key.
 */
export function blockLines(
  node: SyntaxNode,
  source: SourceText,
  step: number,
  condition?: Condition,
): readonly string[] | undefined {
  if (node.kind === 'map' && node.entries.length > 0) {
    if (isMarked(node)) return undefined;
    const parts = partsOf(node, condition).map(part =>
      'condition' in part ? [`when: ${writeScalar(part.condition, false)}`] : entryLines(part, source, step),
    );
    return joined(parts);
  }
  if (node.kind === 'list' && holdsMaps(node)) {
    if (isMarked(node)) return undefined;
    const items = node.items.map(item =>
      blockLines(item, source, step)?.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
    );
    return joined(items);
  }
  const text = node.kind === 'scalar' ? scalarText(node, source, false) : flowText(node, source);
  return text === undefined ? undefined : [text];
}

function entryLines({ key, value }: Entry, source: SourceText, step: number): readonly string[] | undefined {
  const written = scalarText(key, source, false);
  if (written === undefined) return undefined;
  if (value === undefined) return [`${written}:`];
  if (!holdsMaps(value)) {
    const text = value.kind === 'scalar' ? scalarText(value, source, false) : flowText(value, source);
    return text === undefined ? undefined : [`${written}: ${text}`.trimEnd()];
  }
  const indent = ' '.repeat(value.kind === 'list' ? step : 2);
  const lines = blockLines(value, source, step);
  return lines && [`${written}:`, ...lines.map(line => indent + line)];
}

/** Whether a list or map holds maps, so that it is read more easily in lines of its own. */
const holdsMaps = (node: SyntaxNode): boolean =>
  node.kind === 'list'
    ? node.items.some(item => item.kind === 'map')
    : node.kind === 'map' &&
      node.entries.some(({ value }) => value !== undefined && value.kind !== 'scalar' && holdsMaps(value));

function joined(parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const lines: string[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    lines.push(...part);
  }
  return lines;
}

/** A node on one line in flow style; `undefined` where that cannot say the same, as with anchors. Comments are not in it. */
export function flowText(node: SyntaxNode, source: SourceText, condition?: Condition): string | undefined {
  if (node.kind === 'alias') return `*${node.name} `;
  if (node.kind === 'scalar') return scalarText(node, source, true);
  if (isMarked(node)) return undefined;
  if (node.kind === 'list') {
    const items = node.items.map(item => flowText(item, source));
    return items.every(item => item !== undefined) ? `[${items.join(', ')}]` : undefined;
  }
  const parts = partsOf(node, condition).map(part => {
    if ('condition' in part) return `when: ${writeScalar(part.condition, true)}`;
    const key = scalarText(part.key, source, true);
    const value = part.value === undefined ? '' : flowText(part.value, source);
    return key === undefined || value === undefined ? undefined : `${key}: ${value}`;
  });
  if (!parts.every(part => part !== undefined)) return undefined;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

const isMarked = ({ anchor, tag }: { readonly anchor?: string; readonly tag?: string }): boolean =>
  anchor !== undefined || tag !== undefined;

/** A scalar on one line: as it is written where that is possible, else in double quotes. */
function scalarText(node: ScalarNode, { text }: SourceText, flow: boolean): string | undefined {
  if (isMarked(node)) return undefined;
  const written = text.slice(node.span.start, node.span.end);
  const isQuoted = node.style === 'single' || node.style === 'double';
  const isOneLine = !/[\r\n]/.test(written) && node.style !== 'literal' && node.style !== 'folded';
  if (isOneLine && isQuoted) return written;
  // Nothing, `~` and `null` say nothing only as long as they have no quotes.
  if (isOneLine && (!flow || ['', '~', 'null'].includes(node.text))) return written;
  // A block of lines ends with a line end of its own, which is no part of what it says.
  return writeScalar(node.text.replace(/\n+$/, ''), flow);
}
