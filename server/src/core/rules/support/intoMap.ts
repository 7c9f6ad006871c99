/** Lists that stand where a map is wanted: their entries become keys, with the values that they have or with some to fill in. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { Shape } from '../../../../../schemas/table.ts';
import { checkNode } from '../../model/checkShape.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { columnOf } from '../../syntax/textLines.ts';
import type { ListNode, MapNode, ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import type { Edit } from './edits.ts';
import { placeholder } from './placeholders.ts';

/** What a name without a value gets, where that is one line. */
function filler(shape: Shape): string | undefined {
  const first = shape.type === 'choice' ? shape.options[0] : shape;
  return first?.type === 'scalar' ? placeholder(first) : undefined;
}

/** @param shape what is wanted; none of it need be a map */
export function intoMap(document: DocumentState, list: ListNode, shape: Shape): readonly Fix[] {
  const map = shape.type === 'choice' ? shape.options.find(each => each.type === 'map') : shape;
  if (map?.type !== 'map' || list.items.length === 0) return [];
  const value = filler(map.of);
  const edits = list.items.map(item => itemEdits(document, list, item, map.of, value));
  if (edits.includes(undefined)) return [];
  const brackets = list.flow ? [at(list.span.start, '{'), at(list.span.end - 1, '}')] : [];
  const title = list.items.length === 1 ? 'Make it a key' : 'Make each entry a key';
  return [{ title, edits: [...brackets, ...edits.flatMap(each => each ?? [])], preferred: true }];
}

const at = (start: number, newText: string): Edit => ({ span: { start, end: start + 1 }, newText });

/** `undefined`: there is no telling what its key is. */
function itemEdits(
  document: DocumentState,
  { flow }: ListNode,
  item: SyntaxNode,
  shape: Shape,
  value: string | undefined,
): readonly Edit[] | undefined {
  const { start, end } = item.span;
  const dash = flow ? [] : withoutDash(document, item);
  if (item.kind === 'scalar') {
    if (!isName(item) || value === undefined || dash === undefined) return undefined;
    return [...dash, { span: { start: end, end }, newText: `: ${value}` }];
  }
  const [entry, ...others] = item.kind === 'map' ? item.entries : [];
  if (item.kind !== 'map' || entry === undefined || dash === undefined) return undefined;
  if (others.length > 0) return namedEdits(document, item, shape, dash);
  if (flow === item.flow && flow) {
    return [
      { span: { start, end: entry.span.start }, newText: '' },
      { span: { start: entry.span.end, end }, newText: '' },
    ];
  }
  return item.flow ? undefined : dash;
}

/** What other tools give a name and its words under. */
const namedBy: ReadonlySet<string> = new Set(['name', 'id', 'key']);
const saidBy: ReadonlySet<string> = new Set(['description', 'title', 'text', 'value', 'what']);

/** `name: alert` and `description: What fired`, and nothing else: the one is the key of the other. */
function namedEdits(
  { text }: DocumentState,
  { span, flow, entries: [naming, saying, ...others] }: MapNode,
  shape: Shape,
  dash: readonly Edit[],
): readonly Edit[] | undefined {
  const [name, said] = [naming?.value, saying?.value];
  const isPair = namedBy.has(naming?.key.text ?? '') && saidBy.has(saying?.key.text ?? '');
  if (!isPair || others.length > 0 || name?.kind !== 'scalar' || !isName(name)) return undefined;
  if (said?.kind !== 'scalar' || said.anchor !== undefined || said.tag !== undefined) return undefined;
  const between = { start: name.span.end, end: said.span.start };
  const isRemark = text.slice(between.start, between.end).includes('#');
  if (isRemark || checkNode(said, shape, table).problems.length > 0) return undefined;
  return [
    ...dash,
    { span: { start: span.start, end: name.span.start }, newText: '' },
    { span: between, newText: ': ' },
    ...(flow ? [{ span: { start: said.span.end, end: span.end }, newText: '' }] : []),
  ];
}

const isName = ({ style, text, anchor, tag }: ScalarNode): boolean =>
  style === 'plain' && anchor === undefined && tag === undefined && /^[\w@.-]+$/.test(text);

/** Lines set in by as much as the dash and what is behind it took, where the list itself is not set in. */
function withoutDash(
  { text, lines, tree }: DocumentState,
  { span, parent }: SyntaxNode,
): readonly Edit[] | undefined {
  const dash = text.lastIndexOf('-', span.start - 1);
  const line = lines.line(lines.position(span.start).line).start;
  if (dash < line || text.slice(line, dash).trim() !== '' || text.slice(dash + 1, span.start).trim() !== '')
    return undefined;
  const owner = parent?.parent;
  const isSetIn =
    owner?.kind === 'entry' && columnOf({ lines }, dash) > columnOf({ lines }, owner.key.span.start);
  const isRoot = tree.root === parent;
  if (isRoot) return undefined;
  return [{ span: { start: dash, end: span.start }, newText: isSetIn ? '' : ' '.repeat(span.start - dash) }];
}
