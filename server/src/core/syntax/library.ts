/**
 * The YAML library, and nothing beyond it: text in, the library's nodes, errors and tokens out. It never throws.
 */
import { Composer, CST, type Document, Lexer, type ParsedNode, Parser, type YAMLParseError } from 'yaml';
import { MAX_DEPTH, MAX_TOKENS } from './limits.ts';

export type { ParsedNode } from 'yaml';

export type TokenKind = NonNullable<ReturnType<typeof CST.tokenType>> | 'unknown';

/** One token of the library's lexer with its place. Control tokens of no width are left out. */
export interface LexToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

export interface LibraryError {
  readonly code: YAMLParseError['code'];
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Composition {
  /** The first document's content; `undefined` where the text holds none. */
  readonly contents: ParsedNode | undefined;
  readonly errors: readonly LibraryError[];
  readonly tokens: readonly LexToken[];
  /** Where the second document begins: at its `---`, or at its first character; `undefined`: there is none. */
  readonly secondDocument: number | undefined;
  /** Where more than `MAX_DEPTH` collections are open; then nothing else was composed. */
  readonly tooDeepAt: number | undefined;
  /** There are more than `MAX_TOKENS` tokens; then nothing was composed, and `tokens` holds the first of them. */
  readonly tooMany: boolean;
}

/** Lexes a text, in the library's view of it. Linear in the text's length. */
function lex(text: string): { tokens: LexToken[]; lexemes: string[] } {
  const tokens: LexToken[] = [];
  const lexemes: string[] = [];
  let offset = 0;
  let scalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexemes.push(lexeme) > MAX_TOKENS) break;
    if (scalarNext) {
      tokens.push({ kind: 'scalar', start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
      scalarNext = false;
    } else if (lexeme === CST.SCALAR) scalarNext = true;
    else if (lexeme === CST.FLOW_END) tokens.push({ kind: 'flow-error-end', start: offset, end: offset });
    else if (lexeme !== CST.DOCUMENT) {
      tokens.push({ kind: CST.tokenType(lexeme) ?? 'unknown', start: offset, end: offset + lexeme.length });
      offset += lexeme.length;
    }
  }
  return { tokens, lexemes };
}

/**
 * The place where more than `MAX_DEPTH` collections are open at once, judged by brackets and by the columns of the
 * block indicators; `undefined` where there is none. A level may be counted twice, never less than half.
 */
function tooDeepAt(text: string, tokens: readonly LexToken[]): number | undefined {
  const columns: number[] = [];
  let lineStart = 0;
  let flowDepth = 0;
  for (const { kind, start, end } of tokens) {
    switch (kind) {
      case 'newline':
        lineStart = end;
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        flowDepth++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flowDepth = Math.max(0, flowDepth - 1);
        break;
      case 'flow-error-end':
        flowDepth = 0;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        while (columns.length > 0 && (columns.at(-1) ?? 0) >= start - lineStart) columns.pop();
        columns.push(start - lineStart);
        break;
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        const newline = text.slice(start, end).lastIndexOf('\n');
        if (newline >= 0) lineStart = start + newline + 1;
      }
    }
    if (columns.length + flowDepth > MAX_DEPTH * 2) return start;
  }
  return undefined;
}

/** The place of the second document's marker or content among the tokens; `undefined`: one document. */
function secondDocumentAt(tokens: readonly LexToken[]): number | undefined {
  let written = false;
  let ended = false;
  for (const { kind, start } of tokens) {
    if (kind === 'space' || kind === 'newline' || kind === 'comment' || kind === 'byte-order-mark') continue;
    if (kind === 'doc-end') ended = written;
    else if (kind === 'doc-start' ? written : ended) return start;
    else if (kind !== 'directive-line') written = true;
  }
  return undefined;
}

/** A whole text, with its documents, and the library's tokens that they were made of. */
export interface Stream {
  readonly tokens: readonly CST.Token[];
  readonly documents: readonly Document.Parsed[];
  /** As written, in text order. */
  readonly comments: readonly string[];
}

/** Reads all documents of a text; `undefined` where the library finds an error, or the text is beyond the limits. */
export function readStream(text: string): Stream | undefined {
  const { tokens: lexed, lexemes } = lex(text);
  if (lexemes.length > MAX_TOKENS || tooDeepAt(text, lexed) !== undefined) return undefined;
  return withoutStackTraces(() => {
    const parser = new Parser();
    const tokens = [...lexemes.flatMap(lexeme => [...parser.next(lexeme)]), ...parser.end()];
    const composer = new Composer({ schema: 'failsafe', uniqueKeys: false });
    const documents = [...composer.compose(tokens)];
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    const comments = lexed.filter(({ kind }) => kind === 'comment');
    return { tokens, documents, comments: comments.map(({ start, end }) => text.slice(start, end)) };
  });
}

/**
 * Runs the library, which makes an Error of each error: a stack trace of each would cost more than all the rest.
 *
 * @returns `undefined` where it exhausts the stack: deeper than the scan can tell.
 */
function withoutStackTraces<Result>(run: () => Result): Result | undefined {
  const stackTraceLimit: unknown = Reflect.get(Error, 'stackTraceLimit');
  try {
    Reflect.set(Error, 'stackTraceLimit', 0);
    return run();
  } catch {
    return undefined;
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}

/** Parses a text as YAML of the failsafe schema: all scalars are texts, repeated keys are kept. */
export function compose(text: string): Composition {
  const { tokens, lexemes } = lex(text);
  const nothing = { contents: undefined, errors: [], tokens, secondDocument: undefined, tooMany: false };
  if (lexemes.length > MAX_TOKENS) return { ...nothing, tooMany: true, tooDeepAt: undefined };
  const deep = tooDeepAt(text, tokens);
  if (deep !== undefined) return { ...nothing, tooDeepAt: deep };
  const composed = withoutStackTraces((): Composition => {
    const first = composeFirst(lexemes);
    return {
      contents: first?.contents ?? undefined,
      errors: (first?.errors ?? []).map(({ code, message, pos: [start, end] }) => ({
        code,
        message,
        start,
        end,
      })),
      tokens,
      secondDocument: secondDocumentAt(tokens),
      tooDeepAt: undefined,
      tooMany: false,
    };
  });
  return composed ?? { ...nothing, tooDeepAt: 0 };
}

function composeFirst(lexemes: readonly string[]): Document.Parsed | undefined {
  const parser = new Parser();
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true });
  let first: Document.Parsed | undefined;
  const feed = (tokens: Iterable<CST.Token>): boolean => {
    for (const token of tokens)
      for (const document of composer.next(token)) {
        first ??= document;
        return true;
      }
    return false;
  };
  for (const lexeme of lexemes) if (feed(parser.next(lexeme))) return first;
  if (feed(parser.end())) return first;
  for (const document of composer.end(true, 0)) first ??= document;
  return first;
}
