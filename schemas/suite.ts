/** A suite: many chains or prompt plans that run as one programme. */
import { choice, list, map, optional, record, required } from './build.ts';
import { success } from './measures.ts';
import {
  cadence,
  chainTarget,
  domain,
  itemReference,
  owner,
  planPath,
  priority,
  range,
  riskLevel,
  suiteId,
  supportReference,
  text,
  textOrTexts,
  texts,
  wholeNumber,
  window,
} from './scalars.ts';

const item = record(
  {
    name: 'suite-item',
    title: 'an item',
    description: 'One prompt plan or chain of the suite, with its place in the programme.',
    oneOf: [{ keys: ['plan', 'chain'] }],
  },
  {
    title: optional(text, {
      description: 'The name of the item as people read it. By default its id.',
      type: 'name',
      example: 'Security baseline',
    }),
    plan: optional(planPath, {
      description: 'The prompt plan that is run: the path of its file from the folder of the suite.',
      type: 'path of a prompt plan',
      example: 'security/plan.security-baseline@v1.yaml',
    }),
    chain: optional(chainTarget, {
      description:
        'The chain that is run: its id, or the path of its file from the folder of the suite. An item has either a plan or a chain.',
      type: 'chain or path of a chain',
      example: 'gdpr-compliance-audit',
    }),
    domain: optional(domain, {
      description: 'The field that the item belongs to; items of one field are shown together.',
      type: 'name',
      example: 'security',
    }),
    priority: optional(priority, {
      description: 'How urgent the item is, P0 being the most urgent.',
      type: 'priority',
      example: 'P0',
    }),
    owner: optional(owner, {
      description:
        'Who is accountable for the item: a person, role or team. The team that does the work may be another.',
      type: 'name',
      example: 'Security',
    }),
    needs: optional(list(itemReference), {
      description: 'The items that must be done before this one begins.',
      type: 'list of items',
      example: '[P26]',
    }),
  },
);

const capacity = record(
  {
    name: 'capacity',
    title: 'a capacity',
    description: 'How much can be worked on at once in a phase.',
    oneOf: [{ keys: ['active', 'people-per-item'], atLeastOne: true }],
  },
  {
    active: optional(wholeNumber, {
      description: 'How many items can be active at the same time.',
      type: 'whole number',
      example: '4',
    }),
    'people-per-item': optional(range, {
      description: 'How many people work on each item.',
      type: 'number or range',
      example: '2-3',
    }),
  },
);

const phase = record(
  {
    name: 'suite-phase',
    title: 'a phase',
    description: 'A stage of the suite with the items that are done in it. Phases are listed in order.',
  },
  {
    phase: required(text, {
      description: 'The name of the phase.',
      type: 'name',
      example: 'Foundation',
    }),
    window: optional(window, {
      description: 'When the phase begins and when it is over, counted from the start of the suite.',
      type: 'window',
      example: 'weeks 1-4',
    }),
    because: optional(text, {
      description: 'The reason for the window; an overlap with another phase needs one.',
      type: 'sentence',
      example: 'the audit begins before the first phase is over',
    }),
    focus: optional(text, {
      description: 'What the phase is about.',
      type: 'sentence',
      example: 'Baselines and what everything else stands on',
    }),
    items: optional(list(itemReference), {
      description: 'The items that are done in this phase. Each item belongs to one phase.',
      type: 'list of items',
      example: '[P26, P27]',
    }),
    exit: optional(textOrTexts, {
      description: 'What must hold before the phase is over.',
      type: 'sentence or list of sentences',
      example: '[Security baseline checks pass]',
    }),
    success: optional(success, {
      description:
        'How to tell that the phase was a success. Priorities that are named here are those of its items.',
      type: 'list of sentences and metrics',
      example: '[100% of P0]',
    }),
    capacity: optional(capacity, {
      description: 'How many items can be active at once, and how many people each of them takes.',
      type: 'capacity',
      example: '{ active: 4, people-per-item: 2-3 }',
    }),
  },
);

const team = record(
  {
    name: 'suite-team',
    title: 'a team of a suite',
    description: 'The items that a team does, and those that it helps with.',
    oneOf: [{ keys: ['primary', 'support'], atLeastOne: true }],
  },
  {
    primary: optional(choice(itemReference, list(itemReference)), {
      description: 'The items whose work this team does.',
      type: 'item or list of items',
      example: '[P26, P27]',
    }),
    support: optional(choice(supportReference, list(supportReference)), {
      description: 'The items that this team helps with, or all of them.',
      type: 'item, list of items, or all',
      example: 'all',
    }),
  },
);

const risk = record(
  {
    name: 'risk',
    title: 'a risk',
    description: 'What may go wrong in the programme, and what is done about it.',
  },
  {
    risk: required(text, {
      description: 'What may go wrong.',
      type: 'sentence',
      example: 'Data loss',
    }),
    level: optional(riskLevel, {
      description: 'How grave the risk is.',
      type: 'level',
      example: 'high',
    }),
    mitigation: optional(text, {
      description: 'What keeps it from happening, or makes it bearable.',
      type: 'sentence',
      example: 'Verify backups',
    }),
    owner: optional(owner, {
      description: 'Who is accountable for the risk: a person, role or team.',
      type: 'name',
      example: 'Data',
    }),
  },
);

const update = record(
  {
    name: 'update',
    title: 'an update',
    description: 'What is told, and how often.',
  },
  {
    cadence: required(cadence, {
      description: 'How often it is told.',
      type: 'cadence',
      example: 'weekly',
    }),
    what: required(text, {
      description: 'What is told, and to whom.',
      type: 'sentence',
      example: 'Cross-item sync and blockers',
    }),
  },
);

export const suite = record(
  {
    name: 'suite',
    title: 'a suite',
    description:
      'Chains or prompt plans that run as one programme: items with priorities, owners and dependencies, in phases.',
  },
  {
    suite: required(suiteId, {
      description: 'The id of this suite: kebab-case, and equal to the file name before .suite.yaml.',
      type: 'id',
      example: 'platform-evolution',
    }),
    title: required(text, {
      description: 'The name of the suite as people read it.',
      type: 'name',
      example: 'Platform evolution',
    }),
    summary: optional(text, {
      description: 'What the programme is for, in a sentence.',
      type: 'sentence',
      example: 'Make the platform safe, seen and fast enough for the next years',
    }),
    items: required(map('item-id', item), {
      description: 'The items by their ids. Dependencies are written in their needs and nowhere else.',
      type: 'map of items',
      example:
        'P26:\n  title: Security baseline\n  plan: security/plan.security-baseline@v1.yaml\n  priority: P0',
    }),
    phases: optional(list(phase), {
      description: 'The stages of the suite in order, each with its items.',
      type: 'list of phases',
      example: '- phase: Foundation\n  window: weeks 1-4\n  items: [P26]',
    }),
    teams: optional(map('suite-team', team), {
      description:
        'Which team does which items, and which it helps with. If a catalogue declares the team too, both have the same id.',
      type: 'map of teams',
      example: 'Security:\n  primary: [P26, P27]',
    }),
    risks: optional(list(risk), {
      description: 'What may go wrong in the programme, and what is done about it.',
      type: 'list of risks',
      example: '- risk: Data loss\n  mitigation: Verify backups',
    }),
    contingency: optional(texts, {
      description: 'What is done if things do not go as planned.',
      type: 'list of sentences',
      example: '[Every item has a way back]',
    }),
    communication: optional(list(update), {
      description: 'What is told to whom, and how often.',
      type: 'list of updates',
      example: '- cadence: weekly\n  what: Cross-item sync and blockers',
    }),
    artifacts: optional(texts, {
      description: 'What each item leaves behind.',
      type: 'list of sentences',
      example: '[Each item ends in a pull request]',
    }),
    'quality-gates': optional(texts, {
      description: 'What must hold for the whole programme.',
      type: 'list of sentences',
      example: '[No critical security issue]',
    }),
  },
);
