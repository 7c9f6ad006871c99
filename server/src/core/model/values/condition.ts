/** Conditions: thresholds over measures, or prose of which nothing is checked. */
import type { Span } from '../../util/span.ts';
import type { Comparator } from './comparator.ts';
import type { Parsed } from './parsed.ts';
import { formatNumber, numberPattern, readingsOfGroupedMoney } from './quantity.ts';
import { amountOf, comparatorInWords, comparatorOf } from './target.ts';
import { durationUnit, minutesPerUnit } from './timeUnit.ts';

/** A measure or yes/no name, and its place in the condition's text (UTF-16 offsets). */
export interface MeasureName {
  readonly name: string;
  readonly span: Span;
}

export type Expression =
  | {
      readonly kind: 'comparison';
      readonly measure: MeasureName;
      readonly comparator: Comparator;
      /** Of a time, in minutes. */
      readonly value: number;
      /** `%`, a currency's sign, `minute` for every unit of time, or `''`. */
      readonly unit: string;
    }
  /** A bare name: holds or does not. */
  | { readonly kind: 'flag'; readonly measure: MeasureName }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] };

export type Condition =
  | { readonly kind: 'threshold'; readonly expression: Expression }
  | { readonly kind: 'prose'; readonly text: string };

/** A longer text than this many UTF-16 units is prose. */
const longestThreshold = 1000;
/** Parentheses and `not` inside one another beyond this are prose. */
const deepestThreshold = 50;

/**
 * Reads a condition: comparisons of measures with numbers and bare yes/no names, joined by `not`, `and`, `or` (which
 * bind in this order) and parentheses. A text with any part that is not of that form is prose as a whole, as is one with a number
 * that may be two (`€250.000`); only an empty text is no condition.
 */
export function readCondition(text: string): Parsed<Condition> {
  if (text.trim() === '') {
    return {
      ok: false,
      message: 'A condition is missing here. Write a threshold such as severity > 3, or a sentence.',
    };
  }
  const isUnclear = text.length > longestThreshold || readingsOfGroupedMoney(text) !== undefined;
  const tokens = isUnclear ? undefined : tokensOf(text);
  const expression = tokens === undefined ? undefined : parse(tokens);
  return {
    ok: true,
    value:
      expression === undefined ? { kind: 'prose', text: text.trim() } : { kind: 'threshold', expression },
  };
}

/** `severity is more than 3, or special-category-records is more than 0`. */
export const describeCondition = (condition: Condition): string =>
  condition.kind === 'prose' ? 'a sentence for people, not checked' : inWords(condition.expression, true);

/** A part of an expression that speaks of one measure. */
export type MeasureTerm = Extract<Expression, { readonly measure: MeasureName }>;

/** Every comparison and bare name of an expression, in text order. */
export function termsOf(expression: Expression): readonly MeasureTerm[] {
  if (expression.kind === 'not') return termsOf(expression.operand);
  return 'operands' in expression ? expression.operands.flatMap(termsOf) : [expression];
}

type Token =
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: string }
  | { readonly kind: 'comparator'; readonly comparator: Comparator; readonly negated: boolean }
  | { readonly kind: 'and' | 'or' | 'not' | '(' | ')' };

const blankForm = /\s+/y;
const signForm = /[()]/y;
const comparatorForm = /==|!=|≠|<=|>=|≤|≥|<|>|=|(?:at\s+least|at\s+most|under|over)(?![\w-])/iy;
const timeForm = new RegExp(`(${numberPattern})\\s*(working\\s+days?|[a-z]+)(?![\\w-])`, 'iy');
const amountForm = new RegExp(
  `([-−+]?)([$€£¥])?\\s?(${numberPattern})(bn|Bn|[kKMB](?!\\w))?\\s*(%)?(?![\\w.,-])`,
  'y',
);
const nameForm = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*/uy;

/** Whether a condition can name a measure so. */
export function isMeasureName(text: string): boolean {
  const [token, ...more] = tokensOf(text) ?? [];
  return token?.kind === 'name' && more.length === 0 && token.name === text;
}

/** The tokens of a text; `undefined` where a part is none. */
function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const match = (form: RegExp): RegExpExecArray | undefined => {
      form.lastIndex = at;
      return form.exec(text) ?? undefined;
    };
    const blank = match(blankForm);
    if (blank !== undefined) {
      at += blank[0].length;
      continue;
    }
    const found = readToken(match, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

/** The token at `at`, and its length in UTF-16 units. */
function readToken(
  match: (form: RegExp) => RegExpExecArray | undefined,
  at: number,
): { readonly token: Token; readonly length: number } | undefined {
  const sign = match(signForm)?.[0];
  if (sign === '(' || sign === ')') return { token: { kind: sign }, length: 1 };
  const compared = match(comparatorForm)?.[0];
  if (compared !== undefined) {
    const negated = compared === '!=' || compared === '≠';
    const comparator = negated || compared === '==' ? '=' : comparatorOf(compared);
    return comparator && { token: { kind: 'comparator', comparator, negated }, length: compared.length };
  }
  const time = match(timeForm);
  const unit = time === undefined ? undefined : durationUnit(time[2] ?? '');
  if (time !== undefined && unit !== undefined) {
    const value = amountOf(time[1] ?? '', undefined);
    const minutes = value === undefined ? undefined : value * minutesPerUnit[unit];
    return minutes === undefined
      ? undefined
      : { token: { kind: 'amount', value: minutes, unit: 'minute' }, length: time[0].length };
  }
  const amount = match(amountForm);
  if (amount !== undefined) {
    const [whole, minus = '', currency, digits = '', magnitude, percent] = amount;
    const value = amountOf(digits, magnitude);
    const signed = value === undefined || minus === '' || minus === '+' ? value : -value;
    return signed === undefined
      ? undefined
      : {
          token: { kind: 'amount', value: signed, unit: percent ?? currency ?? '' },
          length: whole.trimEnd().length,
        };
  }
  const word = match(nameForm)?.[0];
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  if (lower === 'and' || lower === 'or' || lower === 'not')
    return { token: { kind: lower }, length: word.length };
  return {
    token: { kind: 'name', name: word, span: { start: at, end: at + word.length } },
    length: word.length,
  };
}

/** How `3 < severity` reads from the measure's side. */
const mirrored: Readonly<Record<Comparator, Comparator>> = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '>=': '<=',
  '>': '<',
};

/** The expression of all tokens; `undefined` where they form none. */
function parse(tokens: readonly Token[]): Expression | undefined {
  let at = 0;
  const take = (kind: Token['kind']): boolean => {
    if (tokens[at]?.kind !== kind) return false;
    at++;
    return true;
  };
  const joined = (
    kind: 'and' | 'or',
    operand: (depth: number) => Expression | undefined,
    depth: number,
  ): Expression | undefined => {
    const operands: Expression[] = [];
    do {
      const next = operand(depth);
      if (next === undefined) return undefined;
      operands.push(next);
    } while (take(kind));
    const [first, ...others] = operands;
    return first !== undefined && others.length === 0 ? first : { kind, operands };
  };
  const either = (depth: number): Expression | undefined => joined('or', both, depth);
  const both = (depth: number): Expression | undefined => joined('and', single, depth);
  const single = (depth: number): Expression | undefined => {
    if (depth > deepestThreshold) return undefined;
    if (take('not')) {
      const operand = single(depth + 1);
      return operand && { kind: 'not', operand };
    }
    if (take('(')) {
      const inner = either(depth + 1);
      return take(')') ? inner : undefined;
    }
    const found = comparisonAt(tokens, at);
    at += found?.length ?? 0;
    return found?.expression;
  };
  const expression = either(0);
  return at === tokens.length ? expression : undefined;
}

/** The comparison or bare name that begins at a token, and how many tokens it takes. */
function comparisonAt(
  tokens: readonly Token[],
  at: number,
): { readonly expression: Expression; readonly length: number } | undefined {
  const [first, middle, last] = tokens.slice(at, at + 3);
  if (middle?.kind !== 'comparator') {
    return first?.kind === 'name'
      ? { expression: { kind: 'flag', measure: { name: first.name, span: first.span } }, length: 1 }
      : undefined;
  }
  const compared = (measure: Token, amount: Token, comparator: Comparator): Expression | undefined =>
    measure.kind !== 'name' || amount.kind !== 'amount'
      ? undefined
      : {
          kind: 'comparison',
          measure: { name: measure.name, span: measure.span },
          comparator,
          value: amount.value,
          unit: amount.unit,
        };
  if (first === undefined || last === undefined) return undefined;
  const expression =
    compared(first, last, middle.comparator) ?? compared(last, first, mirrored[middle.comparator]);
  if (expression === undefined) return undefined;
  return { expression: middle.negated ? { kind: 'not', operand: expression } : expression, length: 3 };
}

function inWords(expression: Expression, outermost = false): string {
  switch (expression.kind) {
    case 'flag':
      return `${expression.measure.name} holds`;
    case 'comparison':
      return `${expression.measure.name} is ${comparatorInWords[expression.comparator]} ${valueInWords(expression.value, expression.unit)}`;
    case 'not':
      return `not (${inWords(expression.operand, true)})`;
    default: {
      // `and` binds closer than `or`, and the comma says so; anything deeper wants parentheses.
      const words = expression.operands
        .map(operand => inWords(operand))
        .join(expression.kind === 'or' ? ', or ' : ' and ');
      return outermost || expression.kind === 'and' ? words : `(${words})`;
    }
  }
}

function valueInWords(value: number, unit: string): string {
  if (unit === 'minute') return timeInWords(value);
  return unit === '%' || unit === ''
    ? `${formatNumber(value)}${unit === '' ? '' : ' %'}`
    : `${unit}${formatNumber(value)}`;
}

/** Minutes in the largest unit that gives a whole number. */
function timeInWords(minutes: number): string {
  const unit =
    (['day', 'hour'] as const).find(
      each => minutes >= minutesPerUnit[each] && minutes % minutesPerUnit[each] === 0,
    ) ?? 'minute';
  const count = minutes / minutesPerUnit[unit];
  return `${formatNumber(count)} ${unit}${count === 1 ? '' : 's'}`;
}
