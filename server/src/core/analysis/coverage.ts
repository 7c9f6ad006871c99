/** Whether the thresholds of a decision's routes cover every case, and which route none is left for (the first true one wins). */
import type { ChainModel, DecisionNode, MeasureDomain, Route } from '../model/chain.ts';
import type { Comparator } from '../model/values/comparator.ts';
import { type Condition, type Expression, termsOf } from '../model/values/condition.ts';
import { formatNumber } from '../model/values/quantity.ts';
import { durationUnit, minutesPerUnit } from '../model/values/timeUnit.ts';

export interface Coverage {
  /** `yes` and `no` are proven; `unknown` where a condition is prose or the cases are too many. */
  readonly covered: 'yes' | 'no' | 'unknown';
  /** A case that no route is for, in words, with `no`. */
  readonly gap?: string;
  /** Routes with thresholds that no case is left for. */
  readonly neverTaken: readonly Route[];
  /** Those of them that hold in no case, whatever stands before them. */
  readonly neverHolding: readonly Route[];
}

/** Comparisons that are tried at most for all decisions of a chain together; each has its share, beyond which nothing is said. */
const mostComparisons = 1_000_000;
const fewComparisons = 1000;

/** A value that stands for all others that no condition tells from it. */
type Value = number | boolean;
type Case = ReadonlyMap<string, Value>;

/**
 * Tries every combination of values that the conditions tell apart: each number they name, one on either side, and the
 * ends of what the measure can have. Of the `when` routes alone; `otherwise` is not looked at. A route in prose may
 * hold or not, so that it covers nothing and takes no case from another.
 */
export function routeCoverage(model: ChainModel, decision: DecisionNode): Coverage {
  const routes = decision.routes.filter(route => !route.otherwise);
  const readable = routes.flatMap(route =>
    route.when?.value?.kind === 'threshold' ? [{ route, expression: route.when.value.expression }] : [],
  );
  const expressions = readable.map(each => each.expression);
  const limit = mostComparisons / model.decisions.length;
  const values = readable.length === 0 ? undefined : valuesToTry(model, expressions, limit);
  if (values === undefined) return { covered: 'unknown', neverTaken: [], neverHolding: [] };
  const left = new Set(readable.map(each => each.route));
  const dead = new Set(left);
  let gap: string | undefined;
  for (const each of casesOf([...values])) {
    const holding = readable.filter(({ expression }) => holds(expression, each));
    for (const { route } of holding) dead.delete(route);
    const [taken] = holding;
    if (taken !== undefined) left.delete(taken.route);
    else gap ??= inWords(model, expressions, each);
  }
  const never = { neverTaken: [...left], neverHolding: [...dead] };
  if (gap === undefined) return { covered: 'yes', ...never };
  return routes.length > readable.length
    ? { covered: 'unknown', ...never }
    : { covered: 'no', gap, ...never };
}

/** Whether in every case one of some conditions holds, as far as they are thresholds; with more than a few cases nobody looks. */
export function coverEverything(model: ChainModel, conditions: readonly Condition[]): boolean {
  const expressions = conditions.flatMap(each => (each.kind === 'threshold' ? [each.expression] : []));
  const values = expressions.length === 0 ? undefined : valuesToTry(model, expressions, fewComparisons);
  if (values === undefined) return false;
  for (const each of casesOf([...values])) {
    if (!expressions.some(expression => holds(expression, each))) return false;
  }
  return true;
}

/** What to try of each measure; `undefined` where a measure is compared in two units, or there are too many cases. */
function valuesToTry(
  model: ChainModel,
  expressions: readonly Expression[],
  limit: number,
): ReadonlyMap<string, readonly Value[]> | undefined {
  const numbersOf = new Map<string, { readonly unit: string; readonly numbers: Set<number> }>();
  const values = new Map<string, readonly Value[]>();
  const terms = expressions.flatMap(termsOf);
  for (const term of terms) {
    const { name } = term.measure;
    if (term.kind === 'flag') {
      values.set(name, [true, false]);
      continue;
    }
    const known = numbersOf.get(name) ?? { unit: term.unit, numbers: new Set<number>() };
    if (known.unit !== term.unit) return undefined;
    known.numbers.add(term.value);
    numbersOf.set(name, known);
  }
  let comparisons = terms.length;
  for (const [name, { unit, numbers }] of numbersOf) {
    // A name that is compared in one place and stands bare in another has no one kind of value.
    if (values.has(name)) return undefined;
    values.set(name, numbersToTry([...numbers], domainIn(unit, model.measureDomains.get(name))));
  }
  for (const each of values.values()) comparisons *= each.length;
  return comparisons > limit ? undefined : values;
}

/** The domain in what terms of this unit count: minutes for a time; `undefined` where nobody says how many its unit is. */
function domainIn(unit: string, domain: MeasureDomain | undefined): MeasureDomain | undefined {
  if (unit !== 'minute' || domain === undefined) return domain;
  const own = durationUnit(domain.unit);
  if (own === undefined) return undefined;
  const minutes = (count: number | undefined) => count && count * minutesPerUnit[own];
  return { min: minutes(domain.min), max: minutes(domain.max), whole: false, unit };
}

/** Each number, one on either side of it, and the ends of the domain. */
function numbersToTry(numbers: readonly number[], domain: MeasureDomain | undefined): readonly number[] {
  const sorted = numbers.toSorted((left, right) => left - right);
  // Whoever compares with a fraction means a measure that can have one.
  const isWhole = domain?.whole === true && numbers.every(Number.isInteger);
  const between = isWhole
    ? sorted.flatMap(each => [each - 1, each + 1])
    : sorted.map((each, at) => (each + (sorted[at + 1] ?? each + 2)) / 2);
  const [first = 0] = sorted;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = domain ?? {};
  const candidates = [first - 1, ...sorted, ...between, ...[min, max].filter(Number.isFinite)];
  return [...new Set(candidates)].filter(each => each >= min && each <= max);
}

/** Every combination of one value of each measure. */
function* casesOf(values: readonly (readonly [string, readonly Value[]])[]): Iterable<Case> {
  let count = 1;
  for (const [, each] of values) count *= each.length;
  for (let number = 0; number < count; number++) {
    let rest = number;
    const made = new Map<string, Value>();
    for (const [name, each] of values) {
      made.set(name, each[rest % each.length] ?? false);
      rest = Math.floor(rest / each.length);
    }
    yield made;
  }
}

function holds(expression: Expression, values: Case): boolean {
  switch (expression.kind) {
    case 'not':
      return !holds(expression.operand, values);
    case 'and':
      return expression.operands.every(operand => holds(operand, values));
    case 'or':
      return expression.operands.some(operand => holds(operand, values));
    case 'flag':
      return values.get(expression.measure.name) === true;
    default: {
      const value = Number(values.get(expression.measure.name));
      return compare[expression.comparator](value, expression.value);
    }
  }
}

const compare: Readonly<Record<Comparator, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '=': (left, right) => left === right,
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
};

/** `severity = 3 and not late`; a time in the unit of its measure, in minutes where that has none. */
function inWords({ measureDomains }: ChainModel, expressions: readonly Expression[], values: Case): string {
  const terms = expressions.flatMap(termsOf);
  const isTime = (name: string): boolean =>
    terms.some(term => term.kind === 'comparison' && term.measure.name === name && term.unit === 'minute');
  const amount = (name: string, value: number): string => {
    if (!isTime(name)) return formatNumber(value);
    const written = measureDomains.get(name)?.unit ?? '';
    const unit = durationUnit(written);
    return unit === undefined
      ? `${formatNumber(value)} minutes`
      : `${formatNumber(value / minutesPerUnit[unit])} ${written}`;
  };
  return [...values]
    .map(([name, value]) =>
      typeof value === 'number' ? `${name} = ${amount(name, value)}` : `${value ? '' : 'not '}${name}`,
    )
    .join(' and ');
}
