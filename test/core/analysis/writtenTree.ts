/** The syntax tree of a value, as if it were written in one line of flow style: for tests that try very many chains. */
import type {
  Entry,
  ListNode,
  MapNode,
  ScalarNode,
  SyntaxNode,
} from '../../../server/src/core/syntax/tree.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type Parent = Entry | ListNode | undefined;

/** Each scalar takes its length in the imagined text, so that spans are in order and lie in their parents'. */
export function treeOf(value: unknown): SyntaxNode {
  let offset = 0;
  const scalar = (text: string, parent: Parent): ScalarNode => {
    const start = offset;
    offset += text.length + 1;
    return { kind: 'scalar', text, style: 'double', span: { start, end: offset }, parent };
  };
  const node = (from: unknown, parent: Parent): SyntaxNode => {
    if (Array.isArray(from)) return list(from, parent);
    if (typeof from === 'object' && from !== null) return map(from, parent);
    return scalar(from === null || from === undefined ? '' : String(from), parent);
  };
  const list = (from: readonly unknown[], parent: Parent): ListNode => {
    const items: SyntaxNode[] = [];
    const made: Draft<ListNode> = {
      kind: 'list',
      flow: true,
      items,
      span: { start: offset++, end: offset },
      parent,
    };
    for (const each of from) items.push(node(each, made));
    made.span = { start: made.span.start, end: ++offset };
    return made;
  };
  const map = (from: object, parent: Parent): MapNode => {
    const entries: Entry[] = [];
    const made: Draft<MapNode> = {
      kind: 'map',
      flow: true,
      entries,
      span: { start: offset++, end: offset },
      parent,
    };
    for (const [name, inner] of Object.entries(from)) {
      const key = scalar(name, undefined);
      const entry: Draft<Entry> = { kind: 'entry', key, value: undefined, span: key.span, parent: made };
      if (inner !== undefined) entry.value = node(inner, entry);
      entry.span = { start: key.span.start, end: offset };
      entries.push(entry);
    }
    made.span = { start: made.span.start, end: ++offset };
    return made;
  };
  return node(value, undefined);
}
