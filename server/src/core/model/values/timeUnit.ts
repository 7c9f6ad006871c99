/** The units of time of the language, their spellings, and how long they are. */

export type DurationUnit = 'minute' | 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'quarter' | 'year';

const hour = 60;
const day = 24 * hour;

/** Minutes of elapsed calendar time in one unit. */
export const minutesPerUnit: Readonly<Record<DurationUnit, number>> = {
  minute: 1,
  hour,
  day,
  'working-day': (day * 7) / 5,
  week: 7 * day,
  month: 30 * day,
  quarter: 90 * day,
  year: 360 * day,
};

/** The spellings of each unit; the first is the one that completion and fixes write. */
export const unitSpellings: Readonly<Record<DurationUnit, readonly string[]>> = {
  minute: ['minutes', 'minute', 'mins', 'min'],
  hour: ['hours', 'hour', 'hrs', 'h'],
  day: ['days', 'day', 'd'],
  'working-day': ['working days', 'working day'],
  week: ['weeks', 'week', 'w'],
  month: ['months', 'month', 'mo'],
  quarter: ['quarters', 'quarter', 'q'],
  year: ['years', 'year', 'y'],
};

const durationUnits: readonly DurationUnit[] = [
  'minute',
  'hour',
  'day',
  'working-day',
  'week',
  'month',
  'quarter',
  'year',
];
const unitsBySpelling: ReadonlyMap<string, DurationUnit> = new Map(
  durationUnits.flatMap(unit =>
    unitSpellings[unit].map((spelling): [string, DurationUnit] => [spelling, unit]),
  ),
);

/** The unit that a spelling stands for, in any case; `undefined` where it is none, or the ambiguous `m`. */
export const durationUnit = (spelling: string): DurationUnit | undefined =>
  unitsBySpelling.get(spelling.toLowerCase().replace(/\s+/g, ' '));
