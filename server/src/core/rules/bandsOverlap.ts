import { readTarget, type Target } from '../model/values/target.ts';
import { durationUnit, minutesPerUnit } from '../model/values/timeUnit.ts';
import { entryOf, textOf } from '../syntax/path.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const bands = (rest: string): string => `${head}measures:
  age:
    unit: months
    bands:
${rest}steps:
  - skill: site-reliability-engineer
    do: Restore the service
`;

export const bandsOverlap: Rule = {
  code: 'bands-overlap',
  family: 'measure',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only the author knows which band a value belongs to.',
  summary: 'Two bands share values, or leave values between them that no band has.',
  details:
    'A value should have one colour. Bands that meet at a number share no more than that; one that lies wholly in another is read as the narrower one coming first. A gap is reported only where green, yellow and red are all there.',
  valid: [
    {
      text: bands('      green: < 6 months\n      yellow: 6-12 months\n      red: "> 12 months"\n'),
    },
    {
      text: bands('      green: 0-5\n      yellow: 6-10\n      red: over 10\n'),
    },
    {
      text: bands('      green: < 6\n      yellow: < 12\n      red: at least 12\n'),
    },
    {
      text: bands('      green: < 30 min\n      yellow: 0.5-2 h\n      red: over 120 minutes\n'),
    },
    {
      text: bands('      green: 0-5 h\n      yellow: 6-10 h\n      red: over 10 hours\n'),
    },
  ],
  invalid: [
    {
      text: bands('      green: < 6 months\n      yellow: 4-12 months\n#             ^^^^^^^^^^^\n'),
    },
    {
      text: bands(
        '      green: < 30 minutes\n      yellow: 0.5-2 h\n      red: "> 90 min"\n#          ^^^^^^^^^^\n',
      ),
    },
    {
      text: bands('      green: < 6\n      yellow: 9-12\n#             ^^^^\n      red: over 12\n'),
    },
  ],
  *check({ document, soundness }) {
    for (const [map, record] of document.shape.records) {
      if (record.name !== 'bands' || !soundness.holdsFor(map)) continue;
      const read = ['green', 'yellow', 'red'].flatMap(key => bandOf(map, key) ?? []);
      const [first] = read;
      if (first === undefined || !read.every(({ unit }) => unit === first.unit)) continue;
      const sorted = read.toSorted((left, right) => left.min - right.min || left.max - right.max);
      for (const [at, band] of sorted.entries()) {
        const before = sorted[at - 1];
        const value = band.entry.value;
        if (before === undefined || value === undefined) continue;
        const [lower, upper] = [quoted(before.entry.key.text), quoted(band.entry.key.text)];
        const related = [{ uri: document.uri, span: before.entry.span, message: `${lower} is here.` }];
        if (isPartlyIn(before, band)) {
          yield {
            span: value.span,
            message: `${upper} and ${lower} share values. Let one begin where the other ends.`,
            related,
          };
        } else if (read.length === 3 && isGap(before, band)) {
          yield {
            span: value.span,
            message: `Between ${lower} and ${upper} there are values without a band. Let one begin where the other ends.`,
            related,
          };
        }
      }
    }
  },
};

interface Band {
  readonly entry: Entry;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** What one of its written unit counts. */
  readonly step: number;
}

/** The values of a band, of a time in minutes; `undefined` where it is not there or says a change. */
function bandOf(map: MapNode, key: string): Band | undefined {
  const entry = entryOf(map, key);
  const text = entry && textOf(entry.value);
  const target = text === undefined ? undefined : readTarget(text);
  const ends = target?.ok === true ? endsOf(target.value) : undefined;
  if (entry === undefined || target?.ok !== true || ends === undefined) return undefined;
  const { unit } = target.value;
  const time = unit.currency === undefined ? durationUnit(unit.words) : undefined;
  if (time === undefined) return { entry, unit: JSON.stringify(unit), ...ends, step: 1 };
  const minutes = minutesPerUnit[time];
  return { entry, unit: 'minute', min: ends.min * minutes, max: ends.max * minutes, step: minutes };
}

function endsOf(target: Target): { readonly min: number; readonly max: number } | undefined {
  if (target.kind === 'range') return { min: target.min, max: target.max };
  if (target.kind === 'change') return undefined;
  switch (target.comparator) {
    case '<':
    case '<=':
      return { min: Number.NEGATIVE_INFINITY, max: target.value };
    case '>':
    case '>=':
      return { min: target.value, max: Number.POSITIVE_INFINITY };
    case '=':
      return { min: target.value, max: target.value };
  }
}

/** Whether two bands share more than an end, and neither lies wholly in the other. */
const isPartlyIn = (left: Band, right: Band): boolean =>
  left.min < right.min && right.min < left.max && left.max < right.max;

/** Whole numbers that follow one another leave nothing between them that anybody counts. */
const isGap = ({ max: end, step: before }: Band, { min: start, step: after }: Band): boolean =>
  start - end >
  (Number.isInteger(start / after) && Number.isInteger(end / before) ? Math.min(before, after) : 0);
