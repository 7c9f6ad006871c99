/**
 * Holds a syntax tree against the schemas' table. Structural only; what the values mean together is the business of the rules.
 */
import type { Meaning, ScalarShape, Shape, Table } from '../../../../schemas/table.ts';
import type { Entry, ListNode, MapNode, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Span } from '../util/span.ts';
import { checkRecord, checkVariant, meantKeys } from './checkRecord.ts';
import type { ShapeReport } from './shape.ts';
import { firstEntries, fitting, mapPlace, type Task, type Walk } from './shapeWalk.ts';
import { describeFound, describeShape, isNothing } from './shapeWords.ts';
import { readNumberRange } from './values/number.ts';

/**
 * Walks the tree as a document of the given kind. Every node is visited once, those behind aliases included,
 * so the cost is linear in the length of the text whatever its aliases expand to.
 */
export function checkShape(
  root: SyntaxNode | undefined,
  table: Table,
  kind: Table['kinds'][number]['kind'],
): ShapeReport {
  const record = table.kinds.find(each => each.kind === kind)?.record;
  const isKnown = root !== undefined && record !== undefined;
  return checkNode(isKnown ? root : undefined, { type: 'record', record: record ?? '' }, table);
}

/** Walks one node as if it stood where the table wants a shape; `undefined`: there is nothing to walk. */
export function checkNode(node: SyntaxNode | undefined, shape: Shape, table: Table): ShapeReport {
  const walk: Walk = {
    table,
    problems: [],
    shapes: new Map(),
    records: new Map(),
    keys: new Map(),
    pending: [],
    strayed: new Map(),
  };
  const waiting: Task[] = node === undefined ? [] : [{ node, entry: undefined, shape }];
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    visit(walk, task);
    // What a visit adds is taken next and in its own order, so that problems come nearly in text order.
    for (const added of walk.pending.splice(0).reverse()) waiting.push(added);
  }
  walk.problems.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  const { problems, shapes, records, keys } = walk;
  return { problems, shapes, scalars: byMeaning(shapes), records, keys };
}

/** So that each rule finds what it reads without going over all there is. */
function byMeaning(shapes: ReadonlyMap<SyntaxNode, Shape>): ReadonlyMap<Meaning, readonly ScalarNode[]> {
  const scalars = new Map<Meaning, ScalarNode[]>();
  for (const [node, shape] of shapes) {
    if (node.kind !== 'scalar' || shape.type !== 'scalar' || shape.values !== undefined || isNothing(node))
      continue;
    const known = scalars.get(shape.meaning);
    if (known === undefined) scalars.set(shape.meaning, [node]);
    else known.push(node);
  }
  return scalars;
}

function visit(walk: Walk, task: Task): void {
  const { node, shape } = task;
  if (node === undefined) {
    if (shape.type !== 'any') wrongType(walk, task);
    return;
  }
  const before = walk.shapes.get(node);
  if (before !== undefined) return;
  if (node.kind === 'alias') {
    walk.shapes.set(node, shape);
    if (node.target === undefined) return;
    if (fitting(shape, node.target) === undefined) wrongType(walk, task);
    else walk.pending.push({ node: node.target, entry: task.entry, shape });
    return;
  }
  if (shape.type === 'any') {
    walk.shapes.set(node, shape);
    return;
  }
  const fit = isNothing(node) || isSentence(walk, shape, node) ? undefined : fitting(shape, node);
  walk.shapes.set(node, fit ?? shape);
  if (fit === undefined) wrongType(walk, task);
  else if (node.kind === 'scalar' && fit.type === 'scalar') checkScalar(walk, task, node, fit);
  else if (node.kind === 'list' && fit.type === 'list') {
    if (node.items.length < (fit.minimum ?? 0)) {
      const what = task.entry?.key.text ?? 'list';
      walk.problems.push({ code: 'empty-list', span: node.span, node, what });
    }
    pushItems(walk, node, fit.of);
  } else if (node.kind === 'map' && fit.type === 'map') checkMap(walk, node, fit.key, fit.of);
  else if (node.kind === 'map' && fit.type === 'variant') checkVariant(walk, node, fit);
  else if (node.kind === 'map' && fit.type === 'record') {
    const record = walk.table.records[fit.record];
    if (record !== undefined) checkRecord(walk, node, record);
  }
}

/**
 * Whether a list entry `a: b` was meant as a text, where a text or a record may stand: its only key is none of the record's
 * and near none of them.
 */
function isSentence(walk: Walk, shape: Shape, node: SyntaxNode): boolean {
  if (shape.type !== 'choice' || node.kind !== 'map' || node.flow || node.entries.length !== 1) return false;
  const record = fitting(shape, node);
  const [entry] = node.entries;
  if (record?.type !== 'record' || entry?.value?.kind !== 'scalar') return false;
  const keys = walk.table.records[record.record]?.keys.map(each => each.key) ?? [];
  const { text } = entry.key;
  const takesText = shape.options.some(option => option.type === 'scalar');
  return takesText && !keys.includes(text) && meantKeys(text, keys).length === 0;
}

/** Reports a value of another kind than wanted; of a missing one, at its key or its dash. */
function wrongType(walk: Walk, { node, entry, shape }: Task): void {
  walk.problems.push({
    code: 'wrong-type',
    span: valuePlace(node, entry),
    node,
    entry,
    shape,
    expected: describeShape(shape, walk.table),
    found: describeFound(node),
  });
}

/** The value; of one that goes over lines, the key it belongs to or the word it begins with. */
function valuePlace(node: SyntaxNode | undefined, entry: Entry | undefined): Span {
  if (node === undefined) return entry?.key.span ?? { start: 0, end: 0 };
  const isBlock = (node.kind === 'map' || node.kind === 'list') && !node.flow;
  if (entry !== undefined && (isBlock || node.span.end === node.span.start)) return entry.key.span;
  if (isBlock)
    return node.kind === 'map' ? mapPlace(node) : { start: node.span.start, end: node.span.start + 1 };
  if (node.span.end > node.span.start) return node.span;
  return { start: Math.max(0, node.span.start - 1), end: node.span.start };
}

function checkScalar(walk: Walk, task: Task, node: ScalarNode, shape: ScalarShape): void {
  const values = shape.meaning === 'boolean' ? ['true', 'false'] : shape.values;
  if (values !== undefined) {
    if (values.includes(node.text)) return;
    walk.problems.push({
      code: 'wrong-value',
      span: node.span,
      node,
      values,
      near: nearValues(node.text, values),
    });
    return;
  }
  const isWrong =
    (shape.meaning === 'count' && !/^0*[1-9]\d{0,8}$/.test(node.text)) ||
    (shape.meaning === 'number' && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(node.text)) ||
    (shape.meaning === 'number-range' && isMalformedRange(node.text));
  if (isWrong) wrongType(walk, task);
}

/** Words that YAML of old took for true and false, and those of other tools for what a key here says otherwise. */
const otherWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['yes', ['true', 'on']],
  ['on', ['true']],
  ['true', ['on']],
  ['enabled', ['on']],
  ['no', ['false', 'off']],
  ['off', ['false']],
  ['false', ['off']],
  ['none', ['off']],
  ['disabled', ['off']],
  ['abort', ['stop']],
  ['cancel', ['stop']],
  ['fail', ['stop']],
  ['reject', ['stop']],
  ['one', ['any']],
  ['first', ['any']],
  ['either', ['any']],
  ['both', ['all']],
  ['every', ['all']],
]);

function nearValues(text: string, values: readonly string[]): readonly string[] {
  const other = otherWords.get(text.toLowerCase())?.find(word => values.includes(word));
  return other === undefined ? nearNames(text, values) : [other];
}

function pushItems(walk: Walk, list: ListNode, shape: Shape): void {
  for (const node of list.items) walk.pending.push({ node, entry: undefined, shape });
}

function checkMap(walk: Walk, map: MapNode, meaning: ScalarShape['meaning'], of: Shape): void {
  firstEntries(walk, map);
  for (const entry of map.entries) {
    walk.shapes.set(entry.key, { type: 'scalar', meaning });
    walk.pending.push({ node: entry.value, entry, shape: of });
  }
}

/** A range that runs backwards is one all the same; the rules have a finding of its own for it. */
function isMalformedRange(text: string): boolean {
  const read = readNumberRange(text);
  return !read.ok && read.code !== 'reversed-range';
}
