/** Bands: which values are good, doubtful and bad. */
import { optional, record } from './build.ts';
import { target } from './scalars.ts';

export const bands = record(
  {
    name: 'bands',
    title: 'a set of bands',
    description: 'Which values are good, which want attention and which want action.',
    oneOf: [{ keys: ['green', 'yellow', 'red'], atLeastOne: true }],
  },
  {
    green: optional(target, {
      description: 'The values that are good.',
      type: 'target',
      example: '< 6 months',
    }),
    yellow: optional(target, {
      description: 'The values that want attention.',
      type: 'target',
      example: '6-12 months',
    }),
    red: optional(target, {
      description: 'The values that want action.',
      type: 'target',
      example: '"> 12 months"',
    }),
  },
);
