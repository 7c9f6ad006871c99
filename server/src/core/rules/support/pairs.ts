/** `week 2: Ready for review`: what two keys should say, written as a key and its value. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { Shape } from '../../../../../schemas/table.ts';
import { checkNode } from '../../model/checkShape.ts';
import { isNothing } from '../../model/shapeWords.ts';
import { isKebabCase } from '../../model/values/identifier.ts';
import { readTarget } from '../../model/values/target.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf, lineEndOf } from '../../syntax/textLines.ts';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import type { Fix, RuleContext } from '../rule.ts';
import type { Edit } from './edits.ts';
import { enumerated, quoted } from './words.ts';

/** What the key and the value are in truth. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Candidate extends Pair {
  /** Whether the words of a key and its value may be meant so. */
  readonly fits?: (context: RuleContext, key: string, value: string) => boolean;
}

const candidates: readonly Candidate[] = [
  { name: 'window', value: 'what' },
  { name: 'cadence', value: 'what' },
  { name: 'when', value: 'choose' },
  { name: 'when', value: 'go', fits: (_, __, value) => isKebabCase(value) },
  { name: 'metric', value: 'target', fits: (_, __, value) => readTarget(value).ok },
  { name: 'risk', value: 'mitigation' },
  {
    name: 'skill',
    value: 'do',
    fits: ({ document, project }, key) => project.skillsFor(document.uri).resolve(key).kind !== 'unknown',
  },
];

/**
 * The keys under which the one key of a map and its value belong, where a list takes maps of such keys; `undefined`: it has more
 * than one, or is meant otherwise.
 *
 * @param shape what is wanted in the place of the map
 */
export function pairOf(context: RuleContext, map: MapNode, shape: Shape | undefined): Pair | undefined {
  const [entry, ...others] = map.entries;
  return entry === undefined || others.length > 0 || shape === undefined
    ? undefined
    : pairOfEntry(context, entry, shape);
}

/** The same for an entry as if it were the only one of its map. */
export function pairOfEntry(context: RuleContext, entry: Entry, shape: Shape): Pair | undefined {
  const { key, value } = entry;
  if (value?.kind !== 'scalar' || isNothing(value) || value.style === 'literal' || value.style === 'folded')
    return undefined;
  const record = shape.type === 'choice' ? shape.options.find(each => each.type === 'record') : shape;
  if (record?.type !== 'record' && record?.type !== 'variant') return undefined;
  return candidates.find(
    ({ name, value: behind, fits }) =>
      fits?.(context, key.text, value.text) !== false &&
      checkNode(paired(entry, key, value, name, behind), record, table).problems.length === 0,
  );
}

function paired(
  { parent }: Entry,
  key: ScalarNode,
  value: SyntaxNode,
  name: string,
  behind: string,
): MapNode {
  const entry = (text: string, of: SyntaxNode): Entry => ({
    kind: 'entry',
    span: of.span,
    parent,
    key: { ...key, text },
    value: of,
  });
  return { ...parent, entries: [entry(name, key), entry(behind, value)] };
}

/** What to do about it, as the second sentence of a message. */
export const pairAdvice = (key: string, { name, value }: Pair): string =>
  `Write ${quoted(key)} under "${name}", and what is behind it under "${value}".`;

/** The key becomes the value of one key, and its value that of another. */
export function pairFixes(document: DocumentState, map: MapNode, pair: Pair): readonly Fix[] {
  const [entry] = map.entries;
  const edits = entry && pairEdits(document, entry, pair, map.flow ? ', ' : undefined);
  const title = `Write it under ${enumerated([pair.name, pair.value], 'and')}`;
  return edits === undefined ? [] : [{ title, edits, preferred: true }];
}

/**
 * @param between what stands between the two; by default a new line, with the second key below the first
 * @param opening what stands before the first, such as a dash
 * @returns `undefined` where the two do not stand on one line
 */
export function pairEdits(
  document: DocumentState,
  { key, value }: Entry,
  pair: Pair,
  between?: string,
  opening = '',
): readonly Edit[] | undefined {
  if (value === undefined) return undefined;
  const { lines, text } = document;
  const { start } = key.span;
  if (lines.position(start).line !== lines.position(value.span.start).line) return undefined;
  const indent = ' '.repeat(columnOf(document, start) + opening.length);
  const written = text.slice(start, key.span.end);
  const gap = between ?? `${lineEndOf(document)}${indent}`;
  const newText = `${opening}${pair.name}: ${written}${gap}${pair.value}: `;
  return [{ span: { start, end: value.span.start }, newText }];
}
