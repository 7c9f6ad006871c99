/** Phases: the stages of a chain that is planned in time. */

import { sentenceOrArtefacts } from './artefacts.ts';
import { optional, record, required } from './build.ts';
import { nodeList } from './nodes.ts';
import { duration, nodeId, text, textOrTexts, window } from './scalars.ts';

export const phase = record(
  {
    name: 'phase',
    title: 'a phase',
    description:
      'A stage of the chain with nodes of its own. Phases run in the order in which they are listed.',
  },
  {
    id: optional(nodeId, {
      description:
        'A kebab-case name, unique in the chain, for references to this phase. By default the slug of its name.',
      type: 'id',
      example: 'foundation',
    }),
    phase: required(text, {
      description: 'The name of the phase.',
      type: 'name',
      example: 'Foundation',
    }),
    window: optional(window, {
      description:
        'When the phase may start and when it must be over, counted from the start of the chain. By default it follows the phase before it.',
      type: 'window',
      example: 'weeks 1-4',
    }),
    takes: optional(duration, {
      description: 'How long the phase lasts in elapsed time. By default as long as its steps.',
      type: 'duration',
      example: '3-4 weeks',
    }),
    because: optional(text, {
      description: 'The reason for the window or the length; an overlap with another phase needs one.',
      type: 'sentence',
      example: 'the contracts run out at the end of the quarter',
    }),
    entry: optional(textOrTexts, {
      description: 'What must hold before the phase starts.',
      type: 'sentence or list of sentences',
      example: '- Budget is approved',
    }),
    steps: required(nodeList, {
      description: 'The nodes of this phase, its checkpoints and decisions among them. They run in order.',
      type: 'list of nodes',
      example: '- skill: pragmatic-architect\n  do: Draw the boundaries of the services',
    }),
    deliverable: optional(sentenceOrArtefacts, {
      description: 'What the phase leaves behind, as a sentence or as named artefacts.',
      type: 'sentence or map of artefacts',
      example: 'service-map: Which service owns which data',
    }),
    exit: optional(textOrTexts, {
      description: 'What must hold before the phase is over.',
      type: 'sentence or list of sentences',
      example: '- Every service has an owner',
    }),
  },
);
