/** Semantic tokens: which parts of a text are names, and of what, and which are the parts of values that are reckoned with. */
import type { Range } from 'vscode-languageserver-types';
import { walk } from '../syntax/path.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { meaningOf } from './support/meaning.ts';
import { nameTokens } from './support/tokens/nameTokens.ts';
import { type Token, type TokenModifier, tokenModifiers, tokenTypes } from './support/tokens/tokenTypes.ts';
import { hasParts, valueTokens } from './support/tokens/valueTokens.ts';
import { contentSpan } from './support/treeAt.ts';

/**
 * The tokens of a document in the protocol's form: five numbers for each, the first two relative to the token before. None spans lines,
 * and none lies in another. A name that stands for nothing has none.
 * @param range Only what touches these lines; `undefined`: everything.
 */
export function semanticTokens(context: FeatureContext, range?: Range): readonly number[] {
  const { lines } = context.document;
  const first = range?.start.line ?? 0;
  const last = range?.end.line ?? lines.lineCount;
  const asked = { start: lines.offset({ line: first, character: 0 }), end: lines.line(last).end };
  const isAsked = ({ start, end }: Span): boolean => start < asked.end && asked.start < end;
  const tokens = [...nameTokens(context), ...labelTokens(context), ...partTokens(context, isAsked)]
    .filter(({ span }) => isAsked(span))
    .flatMap(token => onLines(context, token))
    .toSorted((left, right) => left.span.start - right.span.start || right.span.end - left.span.end);
  return encoded(context, tokens);
}

/** The names of phases and lanes, which people call them by whether or not they have an id. */
function labelTokens({ document: { model } }: FeatureContext): readonly Token[] {
  const declared = (type: Token['type'], span: Span): Token => ({ span, type, modifiers: ['declaration'] });
  switch (model?.kind) {
    case 'chain': {
      const lanes = model.nodes.flatMap(node => (node.kind === 'parallel' ? node.lanes : []));
      return [
        ...model.phases.map(({ name }) => declared('phase', name.span)),
        ...lanes.flatMap(({ name }) => (name === undefined ? [] : [declared('lane', name.span)])),
      ];
    }
    case 'suite':
      return model.phases.map(({ name }) => declared('phase', name.span));
    default:
      return [];
  }
}

/** Words of the language that a jump may name, and the parts of values. */
function partTokens({ document }: FeatureContext, isAsked: (span: Span) => boolean): readonly Token[] {
  const { model, shape, text, tree } = document;
  const measures = new Set(model?.kind === 'chain' ? model.measures.map(each => each.text) : []);
  const tokens: Token[] = [];
  for (const node of walk(tree)) {
    if (node.kind !== 'scalar' || !isAsked(node.span)) continue;
    const meaning = meaningOf(node, shape)?.meaning;
    if (meaning === 'jump-target' && ['next', 'end', 'stop'].includes(node.text))
      tokens.push({ span: node.span, type: 'keyword', modifiers: [] });
    if (!hasParts(meaning)) continue;
    const body = bodySpan(node, text);
    const source = text.slice(body.start, body.end);
    // Escapes move what they stand for, so that nobody can tell where a part stands.
    if (flat(source) !== flat(node.text)) continue;
    const parts = valueTokens(meaning, node.text, source, body.start, name => measures.has(name));
    tokens.push(...parts.map(part => ({ ...part, modifiers: [] })));
  }
  return tokens;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A scalar without its quotes, and without the line that opens a block. */
function bodySpan(scalar: ScalarNode, text: string): Span {
  if (scalar.style !== 'literal' && scalar.style !== 'folded') return contentSpan(scalar, text);
  const { start, end } = scalar.span;
  const lineEnd = /\r\n|\n|\r/.exec(text.slice(start, end));
  return { start: lineEnd === null ? end : start + lineEnd.index + lineEnd[0].length, end };
}

/** A token on each of its lines, without the blanks around it, the quotes and the line that opens a block. */
function onLines({ document: { lines, text } }: FeatureContext, token: Token): readonly Token[] {
  const { start, end } = withoutMarks(text, token.span);
  const [first, last] = [lines.position(start).line, lines.position(end).line];
  if (first === last) return start < end ? [{ ...token, span: { start, end } }] : [];
  const tokens: Token[] = [];
  for (let line = first; line <= last; line++) {
    const whole = lines.line(line);
    const from = Math.max(start, whole.start);
    const written = text.slice(from, Math.min(end, whole.end));
    const words = written.trim();
    const at = from + written.indexOf(words);
    if (words !== '') tokens.push({ ...token, span: { start: at, end: at + words.length } });
  }
  return tokens;
}

function withoutMarks(text: string, { start, end }: Span): Span {
  const opened = /^[|>][-+0-9]{0,2}[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)/.exec(text.slice(start, end))?.[0];
  if (opened !== undefined) return { start: start + opened.length, end };
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || end - start < 2 || text[end - 1] !== quote) return { start, end };
  return { start: start + 1, end: end - 1 };
}

/** @param tokens In text order; of those that overlap, the first counts. */
function encoded({ document: { lines } }: FeatureContext, tokens: readonly Token[]): readonly number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  let behind = 0;
  for (const { span, type, modifiers } of tokens) {
    if (span.start < behind) continue;
    behind = span.end;
    const at = lines.position(span.start);
    const moved = at.line - before.line;
    const character = moved === 0 ? at.character - before.character : at.character;
    data.push(moved, character, span.end - span.start, tokenTypes.indexOf(type), bitsOf(modifiers));
    before = at;
  }
  return data;
}

const bitsOf = (modifiers: readonly TokenModifier[]): number =>
  modifiers.reduce((bits, each) => bits | (1 << tokenModifiers.indexOf(each)), 0);
