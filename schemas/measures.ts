/** What is measured: the numbers that thresholds speak of, what counts as success, and how past runs went. */
import { bands } from './bands.ts';
import { choice, list, map, optional, record, required } from './build.ts';
import { cadence, duration, range, target, text, texts } from './scalars.ts';

const measure = record(
  {
    name: 'measure',
    title: 'a measure',
    description: 'A number that conditions may compare, or a yes or no that they may name.',
    oneOf: [{ keys: ['unit', 'range', 'bands'], atLeastOne: true }],
  },
  {
    unit: optional(text, {
      description: 'What the number counts or is measured in.',
      type: 'unit',
      example: 'count',
    }),
    range: optional(range, {
      description: 'The smallest and the largest number there can be. By default there is no limit.',
      type: 'range of numbers',
      example: '1-5',
    }),
    bands: optional(bands, {
      description: 'The thresholds by which a value is good, doubtful or bad. By default none.',
      type: 'bands',
      example: 'green: < 6 months\nyellow: 6-12 months\nred: "> 12 months"',
    }),
  },
);

/** Measure to its range, or to its unit, range and bands. */
export const measures = map('measure-id', choice(range, measure));

const successMetric = record(
  {
    name: 'success-metric',
    title: 'a success metric',
    description: 'What is measured to tell whether the chain was a success.',
  },
  {
    metric: required(text, {
      description: 'What is measured, in words.',
      type: 'sentence',
      example: 'Actions closed on time',
    }),
    target: required(target, {
      description:
        'The value to be reached: a comparison, a range or a change. Quote it where it begins with a comparator.',
      type: 'target',
      example: '">= 90 %"',
    }),
    within: optional(duration, {
      description: 'How long after the end of the chain the target is to be reached. By default at its end.',
      type: 'duration',
      example: '30 days',
    }),
  },
);

/** Sentences, or metrics with their targets. */
export const success = list(choice(text, successMetric));

export const trackRecord = record(
  {
    name: 'track-record',
    title: 'a track record',
    description: 'How runs of this chain have gone so far.',
  },
  {
    frequency: optional(cadence, {
      description: 'How often the chain is run in practice.',
      type: 'cadence',
      example: 'monthly',
    }),
    duration: optional(duration, {
      description: 'How long a run really took.',
      type: 'duration',
      example: '3 hours',
    }),
    'success-rate': optional(text, {
      description: 'How many of the runs succeeded.',
      type: 'percentage',
      example: '95 %',
    }),
    improve: optional(texts, {
      description: 'What should go better in later runs.',
      type: 'list of sentences',
      example: '[faster mitigation]',
    }),
  },
);
