/** Conditions: prose, yes or no, and thresholds that together cover every case and of which each is taken by one. */
import type { Draw } from './draw.ts';

interface Measure {
  readonly name: string;
  /** As it may be declared. */
  readonly declaration: unknown;
  /** Limits that leave a case on either side, in ascending order, as they are written. */
  readonly cuts: readonly string[];
  /** All values are whole, and the cuts too. */
  readonly whole?: boolean;
}

const measures: readonly Measure[] = [
  { name: 'severity', declaration: '1-5', cuts: ['1', '2', '3', '4'], whole: true },
  { name: 'special-category-records', declaration: { unit: 'count' }, cuts: ['0', '10', '1,000', '5k'] },
  {
    name: 'error-rate',
    declaration: { unit: '%', range: '0-100', bands: { green: '< 1 %', yellow: '1-5 %', red: '> 5 %' } },
    cuts: ['1 %', '5 %', '50%'],
  },
  { name: 'delay', declaration: { unit: 'minutes' }, cuts: ['30 min', '2 hours', '1 d', '3 months'] },
  { name: 'damage', declaration: { unit: '$' }, cuts: ['$500', '$10K', '$2.5M'] },
  { name: 'drift', declaration: { range: '-5..5' }, cuts: ['-2', '0', '3'] },
];

/** Names that hold or do not. */
const flags: readonly Measure[] = [
  { name: 'approved', declaration: { unit: 'yes or no' }, cuts: [] },
  { name: 'on-call', declaration: { unit: 'yes or no' }, cuts: [] },
];

const prose: readonly string[] = [
  'an audit is due anyway',
  'a mobile app is involved',
  'the customer asked, or the law does',
  'severity is high',
  'it is > 3 or so',
  '事態嚴重',
];

/** The measures that conditions speak of, which are then to be declared. */
export type Spoken = Map<string, unknown>;

const speak = (spoken: Spoken, { name, declaration }: Measure): string => {
  spoken.set(name, declaration);
  return name;
};

const above = (draw: Draw, { cuts, whole }: Measure, name: string, cut: number): string => {
  const limit = cuts[cut] ?? '0';
  const forms = [
    `${name} > ${limit}`,
    `${limit} < ${name}`,
    `not ${name} <= ${limit}`,
    `(${name} over ${limit})`,
    ...(whole === true ? [`${name} >= ${Number(limit) + 1}`, `${name} at least ${Number(limit) + 1}`] : []),
  ];
  return draw.pick(forms);
};

const upTo = (draw: Draw, { cuts, whole }: Measure, name: string, cut: number): string => {
  const limit = cuts[cut] ?? '0';
  const forms = [
    `${name} <= ${limit}`,
    `${name} at most ${limit}`,
    `not (${name} > ${limit})`,
    ...(whole === true ? [`${name} under ${Number(limit) + 1}`, `${name} < ${Number(limit) + 1}`] : []),
  ];
  return draw.pick(forms);
};

/** A condition for a node, or whatever holds at some time. */
export function drawCondition(draw: Draw, spoken: Spoken): string {
  const kind = draw.below(5);
  if (kind < 3) return draw.pick(prose);
  const flag = speak(spoken, draw.pick(flags));
  if (kind === 3) return draw.chance(0.3) ? `not ${flag}` : flag;
  const measure = draw.pick(measures);
  const limit = above(draw, measure, speak(spoken, measure), draw.below(measure.cuts.length));
  return draw.chance(0.4) ? `${limit} ${draw.pick(['and', 'or'])} ${flag}` : limit;
}

export interface RouteConditions {
  /** In the order of the routes, of which the first that holds is taken. */
  readonly when: readonly string[];
  /** Together they hold in every case, so that no `otherwise` is needed. */
  readonly covering: boolean;
}

/** The conditions of so many routes, or of fewer. */
export function drawRoutes(draw: Draw, count: number, spoken: Spoken): RouteConditions {
  if (!draw.chance(0.5)) {
    const first = draw.below(prose.length);
    return { when: prose.slice(first, first + count), covering: false };
  }
  if (count === 2 && draw.chance(0.3)) {
    const flag = speak(spoken, draw.pick(flags));
    return { when: [flag, `not ${flag}`], covering: true };
  }
  const measure = draw.pick(measures);
  const name = speak(spoken, measure);
  const lowest = draw.below(measure.cuts.length - 1);
  const used = measure.cuts.slice(lowest, lowest + count).map((_, at) => lowest + at);
  const covering = used.length > 1 && draw.chance(0.4);
  // From the highest limit down, so that each takes what the one before it left.
  const upper = used.slice(covering ? 1 : 0).toReversed();
  const when = upper.map(cut => above(draw, measure, name, cut));
  if (covering) when.push(upTo(draw, measure, name, lowest + 1));
  const [first] = when;
  if (first !== undefined && when.length > 1 && draw.chance(0.3)) {
    when[0] = `${first} or ${speak(spoken, draw.pick(flags))}`;
  } else if (first !== undefined && !covering && draw.chance(0.3)) {
    when[0] = `${first} and not ${speak(spoken, draw.pick(flags))}`;
  }
  return { when, covering };
}
