/** Steps: one skill, or one team, does one thing. */
import { oneOrMany, optional, record, required, type Schema } from './build.ts';
import {
  artefactProducts,
  artefactUses,
  condition,
  document,
  duration,
  nodeId,
  nodeReference,
  owner,
  priority,
  skillReference,
  teamReference,
  text,
  textOrTexts,
  texts,
} from './scalars.ts';

const skill = optional(skillReference, {
  description:
    'The skill that does this step, by its id, title or alias. A step has either a skill or a team.',
  type: 'skill',
  example: 'privacy-engineer',
});

const team = optional(teamReference, {
  description:
    'The team that does this step, where no single skill does. A step has either a skill or a team.',
  type: 'team',
  example: 'infrastructure',
});

const does = required(text, {
  description: 'What is done in this step, as one instruction.',
  type: 'sentence',
  example: 'Establish which records are exposed, whose they are, how sensitive',
});

/** What a step may say once it stands: the same in a list of nodes and behind lanes. */
const work: Readonly<Record<string, Schema>> = {
  needs: optional(artefactUses, {
    description:
      'Artefacts this step works from: inputs of the chain or products of earlier nodes. It never orders steps by itself.',
    type: 'list of artefacts',
    example: '[incident-ticket]',
  }),
  produces: optional(artefactProducts, {
    description:
      'Artefacts this step makes for later nodes. A name may carry a contract version, such as report@1.',
    type: 'list of artefacts',
    example: '[breach-scope]',
  }),
  takes: optional(duration, {
    description:
      'How long the step lasts in elapsed time, as a duration or a range. Without it the length is unknown.',
    type: 'duration',
    example: '1-2 hours',
  }),
  done: optional(texts, {
    description: 'What must hold before the step is over. It gates, while a checklist only advises.',
    type: 'list of sentences',
    example: '- Severity class is recorded',
  }),
  checklist: optional(texts, {
    description: 'Points to keep in mind while doing the step. It advises; what must hold belongs in done.',
    type: 'list of sentences',
    example: '- Backups included\n- Copies at processors included',
  }),
  owner: optional(owner, {
    description:
      'Who is accountable for the step, a person, role or team. By default the owner of the chain.',
    type: 'name',
    example: 'Security',
  }),
  priority: optional(priority, {
    description: 'How urgent the step is, P0 being the most urgent. By default the priority of the chain.',
    type: 'priority',
    example: 'P1',
  }),
  document: optional(document, {
    description:
      'The kind of document this step writes, such as a post-mortem or an adr; the tools offer to scaffold it.',
    type: 'kind of document',
    example: 'post-mortem',
  }),
};

const remarks: Readonly<Record<string, Schema>> = {
  because: optional(text, {
    description: 'The reason why the step stands here or is estimated as it is.',
    type: 'sentence',
    example: 'the law counts 72 hours from discovery',
  }),
  notes: optional(textOrTexts, {
    description: 'Anything else a reader should know. Notes have no effect on how the chain runs.',
    type: 'sentence or list of sentences',
    example: 'Ask the processor for its own log as well',
  }),
};

const who = [{ keys: ['skill', 'team'] }] as const;

export const step = record(
  {
    name: 'step',
    title: 'a step',
    description: 'One skill, or one team, does one thing.',
    oneOf: who,
  },
  {
    id: optional(nodeId, {
      description:
        'A kebab-case name, unique in the chain, for references to this step. By default the slug of the skill or team.',
      type: 'id',
      example: 'assess',
    }),
    skill,
    team,
    do: does,
    when: optional(condition, {
      description: 'The step runs only if this holds; otherwise it ends at once. By default it always runs.',
      type: 'condition',
      example: 'severity > 3',
    }),
    after: optional(oneOrMany(nodeReference), {
      description:
        'Nodes of other lanes of the same parallel that must be over before this step starts. Elsewhere the list already gives the order.',
      type: 'node or list of nodes',
      example: '[contain]',
    }),
    ...work,
    ...remarks,
  },
);

export const synthesize = record(
  {
    name: 'synthesize',
    title: 'a synthesis',
    description: 'One skill, or one team, combines what the lanes made. It runs after the join.',
    oneOf: who,
  },
  { skill, team, do: does, ...work, ...remarks },
);
