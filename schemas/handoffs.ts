/** Handoffs: what happens between this chain and others. Each kind is told by its discriminating key. */
import { list, oneOrMany, optional, record, required, type Schema, variant } from './build.ts';
import {
  artefactUse,
  artefactUses,
  cadence,
  chainReference,
  condition,
  flag,
  flowTarget,
  nodeReference,
  otherNodeReference,
  text,
  textOrTexts,
  wholeNumber,
} from './scalars.ts';

const chain = (description: string, example: string): Schema =>
  required(chainReference, { description, type: 'chain', example });

const delivers = optional(artefactUses, {
  description: 'Artefacts of this chain that the other chain receives. Its inputs must take them.',
  type: 'list of artefacts',
  example: '[post-mortem@1]',
});

const sequence = record(
  {
    name: 'then-handoff',
    title: 'a sequence handoff',
    description: 'Another chain follows once this one has ended well.',
  },
  {
    // biome-ignore lint/suspicious/noThenProperty: `then` is a key of the language, and nothing awaits this.
    then: chain('The chain that follows this one.', 'post-mortem-follow-up'),
    gate: optional(textOrTexts, {
      description:
        'What must hold before the other chain starts. By default nothing more than that this one succeeded.',
      type: 'sentence or list of sentences',
      example: '[post-mortem published]',
    }),
    delivers,
    rollback: optional(text, {
      description: 'What is done if the other chain has to be undone.',
      type: 'sentence',
      example: 'Reopen the incident',
    }),
  },
);

const convergence = record(
  {
    name: 'joins-handoff',
    title: 'a joining handoff',
    description: 'Several chains converge: this one flows into a chain that others feed as well.',
  },
  {
    joins: chain('The chain in which this one converges with others.', 'quarterly-risk-review'),
    at: optional(otherNodeReference, {
      description: 'The id of the node of that chain where this one comes in. By default its start.',
      type: 'node of the other chain',
      example: 'collect-findings',
    }),
    delivers,
  },
);

const cycle = record(
  {
    name: 'cycles-to-handoff',
    title: 'a cycling handoff',
    description:
      'Continuous improvement: another chain, or this one again, runs for a number of times or at a cadence.',
    oneOf: [{ keys: ['at-most', 'every'], atLeastOne: true }],
  },
  {
    'cycles-to': chain('The chain that runs in the next round.', 'data-breach-response'),
    until: optional(condition, {
      description: 'When the rounds are over. By default they end with at-most, or never.',
      type: 'condition',
      example: 'no drill finds a new gap',
    }),
    'at-most': optional(wholeNumber, {
      description: 'How many rounds there are at most. A cycle has this limit, a cadence, or both.',
      type: 'whole number',
      example: '4',
    }),
    every: optional(cadence, {
      description: 'How often a round starts. A cycle has this cadence, a limit, or both.',
      type: 'cadence',
      example: 'quarterly',
    }),
  },
);

const escalation = record(
  {
    name: 'escalates-to-handoff',
    title: 'an escalation',
    description: 'Runs another chain out of turn, and goes on with this one when that is done.',
  },
  {
    'escalates-to': chain('The chain that takes over for the time being.', 'vendor-offboarding'),
    if: optional(condition, {
      description: 'When this chain escalates. By default whenever the node of from has ended.',
      type: 'condition',
      example: 'A processor caused the breach',
    }),
    from: optional(nodeReference, {
      description: 'The node after whose end the escalation starts. By default it may start after any node.',
      type: 'node',
      example: 'assess',
    }),
    blocks: optional(flag, {
      description:
        'Whether this chain waits until the other one is done. By default false: both go on at once.',
      type: 'true or false',
      example: 'true',
    }),
    'resumes-at': optional(flowTarget, {
      description:
        'Where this chain goes on after it waited, with blocks. By default at the node after from.',
      type: 'node, phase, next, end or stop',
      example: 'respond',
    }),
  },
);

const dependency = record(
  {
    name: 'waits-for-handoff',
    title: 'a dependency',
    description: 'This chain waits for another one, wholly or for one of its artefacts.',
  },
  {
    'waits-for': chain('The chain that this one depends on.', 'forensic-retainer-setup'),
    needs: optional(oneOrMany(artefactUse), {
      description: 'What this chain needs from the other. By default that it has ended well.',
      type: 'artefact or list of artefacts',
      example: 'forensic-contract',
    }),
    before: optional(nodeReference, {
      description: 'The node that may not start without it. By default the first one.',
      type: 'node',
      example: 'contain',
    }),
    workaround: optional(text, {
      description: 'What is done as long as the other chain is not ready.',
      type: 'sentence',
      example: 'Use the provider of the insurance',
    }),
    'cut-over': optional(text, {
      description: 'When and how the workaround is given up for the real thing; only beside one.',
      type: 'sentence',
      example: 'Once the contract is signed, the next case goes to the retainer',
    }),
  },
);

export const handoffs = list(
  variant({
    name: 'handoff',
    title: 'a handoff',
    by: {
      // biome-ignore lint/suspicious/noThenProperty: `then` is a key of the language, and nothing awaits this.
      then: sequence,
      joins: convergence,
      'cycles-to': cycle,
      'escalates-to': escalation,
      'waits-for': dependency,
    },
  }),
);
