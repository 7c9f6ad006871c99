/** A chain document: one workflow. */
import { artefacts, sentenceOrArtefacts } from './artefacts.ts';
import { choice, list, optional, record, required } from './build.ts';
import { handoffs } from './handoffs.ts';
import { measures, success, trackRecord } from './measures.ts';
import { node, nodeList } from './nodes.ts';
import { phase } from './phases.ts';
import { reference } from './reference.ts';
import {
  cadence,
  chainId,
  condition,
  nodeReference,
  owner,
  priority,
  text,
  texts,
  version,
} from './scalars.ts';
import { timeline } from './time.ts';

const variation = record(
  {
    name: 'variation',
    title: 'a variation',
    description:
      'Nodes that are added under certain circumstances. They are neither drawn nor scheduled until they are applied. Applied for good, they are added without the condition; applied as optional, each keeps it, and each run decides.',
  },
  {
    when: required(condition, {
      description: 'The circumstances under which the nodes are added.',
      type: 'condition',
      example: 'a mobile app is involved',
    }),
    add: required(choice(node, nodeList), {
      description: 'The node or nodes that are added.',
      type: 'node or list of nodes',
      example: 'skill: mobile-platform-engineer\ndo: Revoke app tokens',
    }),
    'insert-after': optional(nodeReference, {
      description:
        'The node after which they go, in the same list; a bare entry of a parallel becomes a lane with both. After a lane or phase means at its end. By default they go to the end of the chain.',
      type: 'node',
      example: 'contain',
    }),
  },
);

const pitfall = record(
  {
    name: 'pitfall',
    title: 'a pitfall',
    description: 'A mistake that is easily made, and how to avoid it.',
  },
  {
    pitfall: required(text, {
      description: 'The mistake.',
      type: 'sentence',
      example: 'Telling users before the scope is known',
    }),
    avoid: optional(text, {
      description: 'How to avoid it.',
      type: 'sentence',
      example: 'Hold the checkpoint first',
    }),
  },
);

export const chain = record(
  {
    name: 'chain',
    title: 'a chain',
    description: 'One workflow, in which named skills act in sequence, in parallel and through decisions.',
    oneOf: [{ keys: ['steps', 'phases'] }],
  },
  {
    chain: required(chainId, {
      description:
        'The id of this chain: kebab-case, unique in its workspace folder and equal to the file name before .chain.yaml.',
      type: 'id',
      example: 'data-breach-response',
    }),
    title: required(text, {
      description: 'The name of the chain as people read it.',
      type: 'name',
      example: 'Data breach response',
    }),
    category: optional(text, {
      description:
        'The group of chains that this one belongs to; the tree of chains is grouped by it. By default none.',
      type: 'name',
      example: 'Privacy & Data Protection',
    }),
    version: optional(version, {
      description:
        'The semantic version of this chain. Raise the first number when chains that use this one must change.',
      type: 'version',
      example: '1.2.0',
    }),
    summary: optional(text, {
      description: 'What the chain is for, in a sentence.',
      type: 'sentence',
      example: 'What to do when personal data may have left our control',
    }),
    trigger: optional(text, {
      description: 'The event that starts the chain.',
      type: 'sentence',
      example: 'Someone suspects a leak of personal data',
    }),
    timeline: optional(timeline, {
      description:
        'How long a run lasts: a duration, ongoing, or an estimate with its reason and milestones.',
      type: 'duration, ongoing, or timeline',
      example: '2-4 weeks',
    }),
    owner: optional(owner, {
      description: 'Who is accountable for the chain, a person, role or team.',
      type: 'name',
      example: 'Security',
    }),
    priority: optional(priority, {
      description: 'How urgent the chain is, P0 being the most urgent.',
      type: 'priority',
      example: 'P0',
    }),
    review: optional(cadence, {
      description:
        'When this text is looked at again: after each run, at a cadence such as quarterly, or after a duration.',
      type: 'cadence',
      example: 'after each run',
    }),
    inputs: optional(artefacts, {
      description:
        'Artefacts that must be there before the chain starts, each with a sentence that says what it is.',
      type: 'map of artefacts',
      example: 'incident-ticket: First evidence, with the time it was found',
    }),
    measures: optional(measures, {
      description:
        'The numbers that conditions may compare, each with its range or with unit, range and bands.',
      type: 'map of measures',
      example: 'severity: 1-5\nspecial-category-records:\n  unit: count',
    }),
    steps: optional(nodeList, {
      description:
        'The nodes of the chain, in the order in which they run. A chain has either steps or phases.',
      type: 'list of nodes',
      example: '- skill: privacy-engineer\n  do: Establish which records are exposed',
    }),
    phases: optional(list(phase, 1), {
      description: 'The stages of the chain, each with nodes of its own. A chain has either phases or steps.',
      type: 'list of phases',
      example:
        '- phase: Foundation\n  window: weeks 1-4\n  steps:\n    - skill: pragmatic-architect\n      do: Draw the boundaries of the services',
    }),
    output: optional(sentenceOrArtefacts, {
      description: 'What the chain leaves behind when it succeeds, as a sentence or as named artefacts.',
      type: 'sentence or map of artefacts',
      example: 'post-mortem@1: What happened, why, and what changes',
    }),
    success: optional(success, {
      description: 'How to tell that a run was a success: sentences, or metrics with their targets.',
      type: 'list of sentences and metrics',
      example:
        '- Authority told < 72 hours after discovery\n- metric: Actions closed on time\n  target: ">= 90 %"\n  within: 30 days',
    }),
    handoffs: optional(handoffs, {
      description:
        'How this chain hands over to others: in sequence, converging, in cycles, by escalation or by waiting.',
      type: 'list of handoffs',
      example: '- then: post-mortem-follow-up\n  delivers: [post-mortem@1]',
    }),
    variations: optional(list(variation), {
      description: 'Nodes that are added under certain circumstances.',
      type: 'list of variations',
      example:
        '- when: a mobile app is involved\n  add:\n    skill: mobile-platform-engineer\n    do: Revoke app tokens\n  insert-after: contain',
    }),
    pitfalls: optional(list(choice(text, pitfall)), {
      description: 'Mistakes that are easily made, and how to avoid them.',
      type: 'list of pitfalls',
      example: '- pitfall: Telling users before the scope is known\n  avoid: Hold the checkpoint first',
    }),
    retrospective: optional(texts, {
      description: 'Questions to ask after each run.',
      type: 'list of sentences',
      example: '- Which signal could have told us a day earlier?',
    }),
    reference: optional(reference, {
      description:
        'Supporting material that is kept with the chain: texts, lists, checklists, tables and choices.',
      type: 'list of reference entries',
      example:
        '- title: What the authority wants to know\n  checklist: [nature of the breach, number of people]',
    }),
    'track-record': optional(trackRecord, {
      description: 'How runs of this chain have gone so far.',
      type: 'track record',
      example: 'frequency: monthly\nduration: 3 hours\nsuccess-rate: 95 %\nimprove: [faster mitigation]',
    }),
  },
);
