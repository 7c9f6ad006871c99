/**
 * What a completion writes: a small piece of YAML with holes for what the author fills in, and how it becomes text in
 * block or flow style, with tab stops or without.
 */

/** A value to be written. */
export type Body =
  /** Text that is a valid scalar as it stands. */
  | { readonly type: 'text'; readonly text: string }
  /** What the author writes; a suggestion stands there until it is replaced, and must be a valid scalar. */
  | { readonly type: 'hole'; readonly suggestion: string }
  | { readonly type: 'list'; readonly items: readonly Body[] }
  | { readonly type: 'map'; readonly entries: readonly BodyEntry[] }
  /** A text of lines below its key; what the author writes over it. */
  | { readonly type: 'block'; readonly suggestion: string }
  /** A map that begins on its own line, with nothing written yet. */
  | { readonly type: 'below' };

export interface BodyEntry {
  /** A valid key as it stands, or the suggestion of one that the author names. */
  readonly key: string | { readonly suggestion: string };
  readonly value: Body;
}

export const hole: Body = { type: 'hole', suggestion: '' };
export const holeWith = (suggestion: string): Body => ({ type: 'hole', suggestion });
export const blockBody = (suggestion: string): Body => ({ type: 'block', suggestion });
export const textBody = (text: string): Body => ({ type: 'text', text });
export const listBody = (...items: readonly Body[]): Body => ({ type: 'list', items });
export const mapBody = (...entries: readonly (readonly [string, Body])[]): Body => ({
  type: 'map',
  entries: entries.map(([key, value]) => ({ key, value })),
});

export interface Rendered {
  readonly text: string;
  /** The text is in snippet syntax. */
  readonly isSnippet: boolean;
}

export interface RenderOptions {
  readonly flow: boolean;
  /** Tab stops may be used. */
  readonly snippets: boolean;
  /** Columns of one level. */
  readonly unit: number;
  /** The column at which the body stands: that of its further lines. */
  readonly base: number;
  /** Columns that an editor puts before each further line of a snippet: the indentation of the line it goes into. */
  readonly lineIndent: number;
  /** The body begins on a line of its own below the cursor's. */
  readonly newLine: boolean;
  /** Blanks before the body on its first line, where that is the cursor's. */
  readonly lead: string;
  /** What stands behind the body on its last line, such as a comma. */
  readonly trail: string;
}

type Piece = string | { readonly suggestion: string };

/** One line: its column relative to the body's, and what it holds. */
interface Line {
  readonly indent: number;
  readonly pieces: readonly Piece[];
}

/** The text of a body. Without tab stops a block ends at the first hole without a suggestion: there the author goes on. */
export function render(body: Body, options: RenderOptions): Rendered {
  return renderLines(
    options.flow ? [{ indent: 0, pieces: flowPieces(body) }] : blockLines(body, options.unit),
    options,
  );
}

/** As `render`, for one `key: value` of a map that is there already. */
export function renderEntry(entry: BodyEntry, options: RenderOptions): Rendered {
  const lines = options.flow ? [{ indent: 0, pieces: flowEntry(entry) }] : entryLines(entry, options.unit);
  return renderLines(lines, options);
}

function blockLines(body: Body, unit: number): readonly Line[] {
  if (body.type === 'map') return body.entries.flatMap(entry => entryLines(entry, unit));
  if (body.type === 'list') return body.items.flatMap(item => dashed(blockLines(item, unit)));
  return [{ indent: 0, pieces: scalarPieces(body) }];
}

function entryLines({ key, value }: BodyEntry, unit: number): readonly Line[] {
  const before: readonly Piece[] = [key, ':'];
  if (value.type === 'block') {
    return [
      { indent: 0, pieces: [...before, ' |'] },
      { indent: unit, pieces: scalarPieces(value) },
    ];
  }
  if (value.type === 'text' || value.type === 'hole') {
    return [{ indent: 0, pieces: [...before, ' ', ...scalarPieces(value)] }];
  }
  return [{ indent: 0, pieces: before }, ...deeper(blockLines(value, unit), unit)];
}

const scalarPieces = (body: Body): readonly Piece[] =>
  body.type === 'text'
    ? [body.text]
    : [{ suggestion: body.type === 'hole' || body.type === 'block' ? body.suggestion : '' }];

const deeper = (lines: readonly Line[], by: number): readonly Line[] =>
  lines.map(line => ({ ...line, indent: line.indent + by }));

/** The dash takes two columns, whatever the unit. */
const dashed = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) =>
    index === 0 ? { ...line, pieces: ['- ', ...line.pieces] } : { ...line, indent: line.indent + 2 },
  );

function flowPieces(body: Body): readonly Piece[] {
  if (body.type === 'map') return ['{ ', ...separated(body.entries.map(flowEntry)), ' }'];
  if (body.type === 'list') return ['[', ...separated(body.items.map(flowPieces)), ']'];
  return body.type === 'below' ? ['{ ', { suggestion: '' }, ' }'] : scalarPieces(body);
}

const flowEntry = ({ key, value }: BodyEntry): readonly Piece[] => [key, ': ', ...flowPieces(value)];

const separated = (parts: readonly (readonly Piece[])[]): readonly Piece[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part]));

function renderLines(body: readonly Line[], options: RenderOptions): Rendered {
  const last = body.at(-1);
  const lines =
    options.trail === '' || last === undefined
      ? body
      : body.with(-1, { ...last, pieces: [...last.pieces, options.trail] });
  return options.snippets && needsTabStops(lines) ? snippet(lines, options) : plainText(lines, options);
}

/** Whether more is wanted than a text with the cursor behind it. */
function needsTabStops(lines: readonly Line[]): boolean {
  const pieces = lines.flatMap(line => line.pieces);
  const first = pieces.findIndex(piece => typeof piece !== 'string');
  const piece = pieces[first];
  const isSimple = piece === undefined || (first === pieces.length - 1 && pieceText(piece) === '');
  return lines.length > 1 || !isSimple;
}

const pieceText = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.suggestion);

function snippet(lines: readonly Line[], options: RenderOptions): Rendered {
  const holes = lines.flatMap(line => line.pieces).filter(piece => typeof piece !== 'string').length;
  let at = 0;
  const stop = (piece: Piece): string => {
    if (typeof piece === 'string') return piece.replace(/[\\$]/gu, '\\$&');
    at++;
    const number = at === holes ? 0 : at;
    return piece.suggestion === '' ? `$${number}` : `\${${number}:${escapePlaceholder(piece.suggestion)}}`;
  };
  const written = lines.map(line => line.pieces.map(stop).join(''));
  return { text: joined(lines, written, options, options.lineIndent), isSnippet: true };
}

const escapePlaceholder = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

function plainText(lines: readonly Line[], options: RenderOptions): Rendered {
  // In flow style the brackets behind a hole must be written too.
  const isOpen = (piece: Piece): boolean =>
    !options.flow && typeof piece !== 'string' && piece.suggestion === '';
  const written: string[] = [];
  for (const { pieces } of lines) {
    const open = pieces.findIndex(isOpen);
    written.push((open < 0 ? pieces : pieces.slice(0, open)).map(pieceText).join(''));
    if (open >= 0) break;
  }
  return { text: joined(lines, written, options, 0), isSnippet: false };
}

/** `given`: the columns that further lines get without being written. */
function joined(
  lines: readonly Line[],
  written: readonly string[],
  { base, lead, newLine }: RenderOptions,
  given: number,
): string {
  const indented = written.map((text, index) => {
    if (index === 0 && !newLine) return lead + text;
    return ' '.repeat(Math.max(0, base + (lines[index]?.indent ?? 0) - given)) + text;
  });
  return (newLine ? '\n' : '') + indented.join('\n');
}
