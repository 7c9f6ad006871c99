/** Time plans: the timeline of a chain and its milestones. */
import { choice, list, optional, record, required } from './build.ts';
import { text, timelineScalar, window } from './scalars.ts';

const milestone = record(
  {
    name: 'milestone',
    title: 'a milestone',
    description: 'What is to be reached in a window of time. It takes no time of its own in the schedule.',
  },
  {
    window: required(window, {
      description: 'When this is to be reached, counted from the start of the chain.',
      type: 'window',
      example: 'hours 24-72',
    }),
    what: required(text, {
      description: 'What is reached then.',
      type: 'sentence',
      example: 'Authority told',
    }),
    because: optional(text, {
      description: 'The reason for this window, such as a law or an overlap that is meant.',
      type: 'sentence',
      example: 'the law counts 72 hours from discovery',
    }),
  },
);

const timelineRecord = record(
  {
    name: 'timeline',
    title: 'a timeline',
    description: 'How long the chain lasts, why, and what is reached when.',
    oneOf: [{ keys: ['estimate', 'milestones'], atLeastOne: true }],
  },
  {
    estimate: optional(timelineScalar, {
      description: 'How long a run of the chain lasts in elapsed time, or ongoing if it never ends.',
      type: 'duration or ongoing',
      example: '2-4 weeks',
    }),
    because: optional(text, {
      description: 'What the estimate depends on.',
      type: 'sentence',
      example: 'depends on how many systems are hit',
    }),
    milestones: optional(list(milestone), {
      description:
        'What is reached when. A time plan over plain steps; chains that run in stages have phases instead.',
      type: 'list of milestones',
      example: '- window: hours 0-2\n  what: Contained',
    }),
  },
);

/** A duration, `ongoing`, or an estimate with its reason and milestones. */
export const timeline = choice(timelineScalar, timelineRecord);
