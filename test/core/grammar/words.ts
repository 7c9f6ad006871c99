/** The words that generated chains are made of: plain ones first, then what is hard to write, to read or to name. */
import type { Draw } from './draw.ts';

/** Sentences as people write them, and some that only quotes carry through YAML. */
export const sentences: readonly string[] = [
  'Establish which records are exposed',
  'Find the cause, then tell everybody',
  'Revoke credentials (all of them), close the hole, keep the evidence',
  "Ask the vendor's lawyer, by Friday",
  'Look here: nothing was lost',
  'Close ticket #4 and #5',
  '- not a list',
  '* nor this',
  '[ ] to be ticked',
  '@home and %done & !important',
  '{{name}} stays as it is',
  'a, b and {c}',
  '"Quoted" from \'others\'',
  'back\\slash\tand tab',
  'Two lines:\n- the first\n  indented',
  'Ends with a colon:',
  'true',
  '007',
  '~',
  '1.10',
  '確定哪些個人數據被洩露',
  'حدد السجلات المكشوفة',
  'Ship it 🚀👨‍👩‍👧',
  'a'.repeat(100),
];

/** What is reached in a window: never what a node is called, which would be held against its times. */
export const outcomes: readonly string[] = [
  'Customers are told',
  'Half of it: closed',
  '#1 is over',
  '客戶已獲通知',
];

/** Tasks and matters of duties: never what a node says, as another skill may have it. */
export const matters: readonly string[] = ['documentation', 'a last word: on law', '# of seats', '合約'];

/** What is measured: never what a node or milestone is called, for the same reason. */
export const measured: readonly string[] = [
  'Actions closed on time',
  'Share of those [all] who agree',
  'Answers: first ones',
  '滿意度',
];

/** What names a checkpoint, decision, lane or phase, before a number, and the slug of that by the language page. */
export const labels: readonly (readonly [text: string, slug: string])[] = [
  ['Scope agreed', 'scope-agreed'],
  ['Are people at high risk?', 'are-people-at-high-risk'],
  ['Who’s there, and why?', 'whos-there-and-why'],
  ['Größe & Übergabe', 'grosse-ubergabe'],
  ['A: b', 'a-b'],
  ['#1 (first)', '1-first'],
  ['審批', ''],
];

/** Labels that many share, so that their slugs repeat. */
export const commonLabels: readonly string[] = ['Review', 'Good?', 'Review!'];

export const artefactNames: readonly string[] = [
  'report',
  'breach-scope',
  'plan-b',
  'evidence',
  'contract',
  'x',
];

/** Artefacts that several chains know, with the versions of their contracts. */
export const sharedArtefacts: ReadonlyMap<string, number | undefined> = new Map([
  ['incident-ticket', undefined],
  ['brief', 2],
  ['post-mortem', 1],
  ['ledger', undefined],
]);

export const cadences: readonly string[] = [
  'quarterly',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'after each run',
  '2 weeks',
];

export const targets: readonly string[] = [
  '90 %',
  '< 30 minutes',
  '<= 2 days',
  '= 5',
  '>= 90 %',
  '> 3',
  'at least 2 reviewers',
  'at most 4 h',
  'under 1,000',
  'over 12 months',
  '20-30 %',
  '$10M-$100M',
  '4.5+',
  '4.5/5',
  '-40 %',
  '+10 %',
  '$500K',
];

export const ranges: readonly string[] = ['1-5', '0..100', '-5..5', '1 to 3', '7', '0.5-1.5'];

/** Parts of texts in free keys, which nobody reads. */
export const free: readonly unknown[] = ['anything', { of: [1, true, { any: 'kind' }] }, [], {}, '', 3.5];

/** A length of time as it is written, and its ends in minutes. */
export interface Length {
  readonly text: string;
  readonly min: number;
  readonly max: number;
}

const hour = 60;
const day = 24 * hour;

/** Every spelling of every unit of the language page, and its minutes. */
const units: readonly (readonly [spellings: readonly string[], minutes: number])[] = [
  [['h', 'hrs', 'hour', 'hours', 'H', 'Hours'], hour],
  [['min', 'mins', 'minute', 'minutes'], 1],
  [['d', 'day', 'days'], day],
  [['working days', 'working day'], (day * 7) / 5],
  [['w', 'week', 'weeks'], 7 * day],
  [['mo', 'month', 'months'], 30 * day],
  [['q', 'quarter', 'quarters'], 90 * day],
  [['y', 'year', 'years'], 360 * day],
];

const dashes: readonly string[] = ['-', ' - ', '..', '–', ' to ', '...', '—', '…'];
const numbers: readonly (readonly [text: string, value: number])[] = [
  ['2', 2],
  ['1', 1],
  ['3', 3],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['12', 12],
  ['1,000', 1000],
];

/** A length in any form of the page: one number, a range of one unit, or of two. */
export function drawLength(draw: Draw): Length {
  const [spellings, minutes] = draw.pick(units);
  const [text, value] = draw.pick(numbers);
  const spelling = draw.pick(spellings);
  const blank = draw.chance(0.3) ? '' : ' ';
  if (!draw.chance(0.5)) {
    return { text: `${text}${blank}${spelling}`, min: value * minutes, max: value * minutes };
  }
  const [lastText, last] = draw.pick(numbers.filter(([, each]) => each >= value));
  const drawn = draw.pick(dashes);
  // `.5` behind `..` would be a 5 behind `...`.
  const dash = drawn.endsWith('.') && lastText.startsWith('.') ? '-' : drawn;
  if (draw.chance(0.2)) {
    const [larger] = units.filter(([, each]) => each > minutes);
    const [[name = 'years'] = [], most = minutes] = larger ?? [['years'], 360 * day];
    const text = `${value}${blank}${spelling}${dash}${lastText} ${name}`;
    return { text, min: value * minutes, max: last * most };
  }
  return { text: `${text}${dash}${lastText}${blank}${spelling}`, min: value * minutes, max: last * minutes };
}

/** A length of whole hours, which every reader reads alike. */
export function drawHours(draw: Draw): Length {
  const min = 1 + draw.below(6);
  const max = min + draw.below(4);
  return { text: min === max ? `${min} h` : `${min}-${max} h`, min: min * hour, max: max * hour };
}

/** The shortest length of whole units that holds so many minutes. */
export function lengthOver(minutes: number): Length {
  const [[name = 'hours'] = [], unit] = units.findLast(([, each]) => each <= minutes) ?? [['hours'], hour];
  const max = Math.ceil(minutes / unit) * unit;
  return { text: `${max / unit} ${name}`, min: max, max };
}

const windowUnits: readonly (readonly [spellings: readonly string[], minutes: number, offset: boolean])[] = [
  [['hours', 'hour', 'h'], hour, true],
  [['minutes', 'min'], 1, true],
  [['days', 'day'], day, false],
  [['weeks', 'week'], 7 * day, false],
  [['months', 'mo'], 30 * day, false],
  [['quarters', 'q'], 90 * day, false],
  [['years', 'year'], 360 * day, false],
];

/** A window as it is written, and its ends in minutes since the start. */
export interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly unit: number;
}

/** A window that begins at `from` or after it, and holds `length` minutes at least. */
export function drawWindow(draw: Draw, from: number, length: number): Span {
  const [spellings, minutes, isOffset] = draw.pick(windowUnits);
  const spelling = draw.pick(spellings);
  const begin = Math.ceil(from / minutes) + draw.below(3);
  const end = Math.max(begin + 1, Math.ceil((begin * minutes + length) / minutes)) + draw.below(3);
  const span = { from: begin * minutes, to: end * minutes, unit: minutes };
  const first = isOffset ? begin : begin + 1;
  const isSingle = isOffset ? begin === 0 && draw.chance(0.3) : first === end;
  return { text: `${spelling} ${isSingle ? end : `${first}${draw.pick(dashes)}${end}`}`, ...span };
}

/**
 * Whether two windows share more than the page allows without a reason: more than one cell of the coarser unit, or of time at all; or
 * the other is one of the several cells of the first.
 */
export function overlaps(one: Span, other: Span): boolean {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  const coarser = Math.max(one.unit, other.unit);
  const isWithin = one.unit === other.unit && shared === other.to - other.from;
  return shared > (coarser <= hour ? 0 : coarser) || (isWithin && shared > 0);
}
