/** How far a token of the library reaches in the text, blanks and comments around it not counted. */
import type { CST } from 'yaml';

/** Whether a token is a sign, a comment or a blank, and holds no other. */
export const isMark = (token: CST.Token): token is CST.SourceToken =>
  'indent' in token && 'source' in token && !('props' in token) && !SCALARS.has(token.type);

const SCALARS: ReadonlySet<string> = new Set([
  'alias',
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
]);

/** The offset of a collection's first sign or text. */
export function startOf(token: CST.Token): number {
  if (token.type !== 'block-map' && token.type !== 'block-seq') return token.offset;
  const [item] = token.items;
  const mark = item?.start.find(isWritten) ?? item?.sep?.find(isWritten);
  return Math.min(mark?.offset ?? token.offset, item?.key ? startOf(item.key) : token.offset);
}

/** The offset behind the last sign or text of a token. */
export function endOf(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
      return Math.max(token.offset, ...token.items.slice(-2).map(endOfItem));
    case 'flow-collection':
      return Math.max(token.start.offset + 1, endOfMarks(token.end));
    case 'block-scalar': {
      const last = token.props.at(-1);
      return (last === undefined ? token.offset : endOf(last)) + token.source.length;
    }
    default:
      return token.offset + ('source' in token ? token.source.length : 0);
  }
}

/** The last item may hold no more than the comments behind the one before it. */
const endOfItem = ({ start, key, sep, value }: CST.CollectionItem): number =>
  Math.max(endOfMarks(start), key ? endOf(key) : 0, endOfMarks(sep ?? []), value ? endOf(value) : 0);

const endOfMarks = (marks: readonly CST.SourceToken[]): number => {
  const last = marks.findLast(isWritten);
  return last === undefined ? 0 : last.offset + last.source.length;
};

const isWritten = ({ type }: CST.SourceToken): boolean =>
  type !== 'space' && type !== 'newline' && type !== 'comment';
