import type { DocumentState } from '../../../project/snapshot.ts';
import { columnOf, lineEndOf } from '../../../syntax/textLines.ts';
import type { ScalarNode } from '../../../syntax/tree.ts';
import { wordAt } from '../symbolAt.ts';
import { itemStart } from '../treeAt.ts';
import type { Refactor, RefactorPlace } from './refactor.ts';

/** Columns of a line that a block is wrapped at, and how many there are at least, however far right it stands. */
const [width, narrowest] = [100, 40];

/** A text with more characters than this is better read in lines. */
const longText = 80;

/** Writes a long text, or one that is full of escapes, as a block below its key, where no sign of it means anything to YAML. */
export function blockText({ context, span }: RefactorPlace): readonly Refactor[] {
  const { document } = context;
  const word = wordAt(context, span.start);
  if (word === undefined || word.keyOf !== undefined || word.shape?.meaning !== 'text') return [];
  const { scalar } = word;
  if (span.end > scalar.span.end) return [];
  if (!isApt(document, scalar) || !isPossible(scalar)) return [];
  const column = bodyColumn(document, scalar);
  if (column === undefined) return [];
  const lineEnd = lineEndOf(document);
  const isLiteral = scalar.text.includes('\n');
  const header = isLiteral ? (scalar.text.endsWith('\n') ? '|' : '|-') : '>-';
  const lines = isLiteral
    ? scalar.text.replace(/\n$/, '').split('\n')
    : wrapped(scalar.text, Math.max(narrowest, width - column));
  const body = lines.map(line => (line === '' ? '' : ' '.repeat(column) + line)).join(lineEnd);
  const at = document.lines.line(document.lines.position(scalar.span.end).line).end;
  const edits =
    at === scalar.span.end
      ? [{ span: scalar.span, newText: header + lineEnd + body }]
      : [
          { span: scalar.span, newText: header },
          { span: { start: at, end: at }, newText: lineEnd + body },
        ];
  return [{ title: 'Use a block scalar', kind: 'refactor.rewrite', edits }];
}

/** Whether a block would be easier to read: of what is one already, or short and plain, it would not. */
function isApt({ text }: DocumentState, { style, span, text: words }: ScalarNode): boolean {
  if (style === 'literal' || style === 'folded') return false;
  const source = text.slice(span.start, span.end);
  return (
    words.length > longText || /[\r\n]/.test(source) || (style !== 'plain' && source.slice(1, -1) !== words)
  );
}

/** Whether a block can hold the text as it is, and none of its blanks is at the end of a line, where editors take them away. */
const isPossible = ({ text, anchor, tag }: ScalarNode): boolean =>
  anchor === undefined &&
  tag === undefined &&
  text.trim() !== '' &&
  !/^[ \n]|[ ]$|[ ]\n|\n\n$|[^\P{Cc}\n]|[\u2028\u2029\uFEFF]/u.test(text);

/** Where the lines of the block begin: two columns behind its key or dash; `undefined` within brackets. */
function bodyColumn(document: DocumentState, scalar: ScalarNode): number | undefined {
  const { parent } = scalar;
  if (parent?.kind === 'entry')
    return parent.parent.flow ? undefined : columnOf(document, parent.key.span.start) + 2;
  if (parent?.kind !== 'list' || parent.flow) return undefined;
  return columnOf(document, itemStart(scalar, document.text)) + 2;
}

/** A text in lines that fold to it: only single blanks become line ends. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<! ) (?! )/)) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
