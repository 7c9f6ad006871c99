/** The nodes of a chain. Each kind is told by one discriminating key: skill or team, parallel, checkpoint, decision, chain. */
import {
  choice,
  later,
  list,
  map,
  named,
  optional,
  record,
  required,
  type Schema,
  variant,
} from './build.ts';
import {
  artefactProducts,
  artefactUse,
  chainReference,
  condition,
  duration,
  flowTarget,
  joinPolicy,
  jumpTarget,
  nodeId,
  skillReferences,
  stop,
  text,
  texts,
  versionRange,
  wholeNumber,
} from './scalars.ts';
import { step, synthesize } from './steps.ts';

/** Nodes that run in order, at least one. */
export const nodeList: Schema = named(
  'nodes',
  list(
    later((): Schema => node),
    1,
  ),
);

const when = (what: string): Schema =>
  optional(condition, {
    description: `The ${what} runs only if this holds; otherwise it ends at once. By default it always runs.`,
    type: 'condition',
    example: 'severity >= 2',
  });

const takes = (what: string, byDefault: string): Schema =>
  optional(duration, {
    description: `How long the ${what} lasts in elapsed time. ${byDefault}`,
    type: 'duration',
    example: '1-2 days',
  });

const id = (what: string, slug: string, example: string): Schema =>
  optional(nodeId, {
    description: `A kebab-case name, unique in the chain, for references to this ${what}. By default ${slug}.`,
    type: 'id',
    example,
  });

const by = (description: string): Schema =>
  optional(skillReferences, {
    description,
    type: 'skill or list of skills',
    example: '[incident-commander, compliance-guardian]',
  });

const atMost = (description: string): Schema =>
  optional(wholeNumber, { description, type: 'whole number', example: '2' });

export const lane = record(
  {
    name: 'lane',
    title: 'a lane',
    description: 'A named list of nodes that runs beside the other lanes of its parallel.',
  },
  {
    id: id('lane', 'the slug of its name', 'legal'),
    lane: required(text, {
      description: 'The name of the lane, as it is shown on the drawing.',
      type: 'name',
      example: 'Legal',
    }),
    steps: required(nodeList, {
      description: 'The nodes of this lane. They run in order, beside the other lanes.',
      type: 'list of nodes',
      example: '- skill: compliance-guardian\n  do: Decide whom the law makes us tell, and by when',
    }),
  },
);

const quorum = record(
  {
    name: 'join-quorum',
    title: 'a join',
    description: 'The parallel is over once this many of its lanes are.',
  },
  {
    'at-least': required(wholeNumber, {
      description:
        'How many lanes must end before the chain goes on; the rest are cancelled. From 1 to the number of lanes.',
      type: 'whole number',
      example: '2',
    }),
  },
);

export const parallel = record(
  {
    name: 'parallel',
    title: 'a parallel',
    description: 'Lanes that run at once. What follows waits for the join.',
  },
  {
    id: id('parallel', 'parallel', 'respond'),
    parallel: required(
      list(
        later((): Schema => laneEntry),
        1,
      ),
      {
        description:
          'The lanes that run at once. Each entry is a node, which is a lane of one, or a lane with its steps.',
        type: 'list of lanes and nodes',
        example:
          '- skill: security-sentinel\n  do: Close the hole\n- lane: Legal\n  steps:\n    - skill: compliance-guardian\n      do: Decide whom the law makes us tell',
      },
    ),
    join: optional(choice(joinPolicy, quorum), {
      description:
        'When the chain goes on: once all lanes have ended, any one of them, or at least so many. By default all; lanes that have not ended are cancelled.',
      type: 'all, any, or at-least with a number',
      example: 'all',
    }),
    synthesize: optional(synthesize, {
      description: 'One skill combines what the lanes made, right after the join. By default nothing does.',
      type: 'step',
      example: 'skill: incident-commander\ndo: Settle one account of what happened',
    }),
    when: when('parallel'),
  },
);

const refusal = record(
  {
    name: 'refusal',
    title: 'a way back',
    description: 'Where the chain goes back to when a checkpoint is refused.',
  },
  {
    'back-to': required(jumpTarget, {
      description:
        'The node or phase from which everything runs anew. It stands in the same list or an enclosing one.',
      type: 'node or phase',
      example: 'assess',
    }),
    'at-most': atMost(
      'How often the chain may go back; a way back needs it. Once used up, a refusal stops the chain.',
    ),
  },
);

export const checkpoint = record(
  {
    name: 'checkpoint',
    title: 'a checkpoint',
    description: 'An approval. Nothing after it starts before it passes; in a lane it holds that lane only.',
  },
  {
    id: id('checkpoint', 'the slug of its label', 'agreed'),
    checkpoint: required(text, {
      description: 'What is approved here, in a few words.',
      type: 'sentence',
      example: 'Scope and duties agreed',
    }),
    by: by('Who approves. With several skills, the checkpoint passes when all of them accept.'),
    criteria: optional(texts, {
      description: 'What the approvers look at, and what must be so for them to accept.',
      type: 'list of sentences',
      example: '[forensic-report signed, notification-plan has dates]',
    }),
    'if-refused': optional(choice(stop, refusal), {
      description:
        'What a refusal does: stop the chain, or go back to a node for a limited number of times. By default stop.',
      type: 'stop, or back-to with at-most',
      example: 'back-to: assess\nat-most: 2',
    }),
    takes: takes('checkpoint', 'By default 0.'),
    when: when('checkpoint'),
  },
);

const go = (description: string): Schema =>
  optional(flowTarget, { description, type: 'node, phase, next, end or stop', example: 'stop' });

const routeLimit = (): Schema =>
  atMost('How often this route may jump backward. A backward jump needs it; once used up, the chain stops.');

const whenRoute = record(
  {
    name: 'route',
    title: 'a route',
    description: 'One way out of a decision. The first route whose condition holds is taken.',
    oneOf: [{ keys: ['steps', 'go'], atLeastOne: true }],
  },
  {
    when: required(condition, {
      description:
        'The route is taken if this holds and no earlier route did. Thresholds over measures are checked; prose is not.',
      type: 'condition',
      example: 'severity > 3 or special-category-records > 0',
    }),
    steps: optional(nodeList, {
      description:
        'What this route runs. Unless go says otherwise it then rejoins at the node after the decision.',
      type: 'list of nodes',
      example: '- skill: executive-liaison\n  do: Tell the people affected, plainly',
    }),
    go: go(
      'Where the chain goes on, after the steps if there are any. By default at the node after the decision; stop ends in failure, end in success.',
    ),
    'at-most': routeLimit(),
  },
);

const otherwiseRoute = record(
  {
    name: 'otherwise-route',
    title: 'a route',
    description: 'The last way out of a decision, taken when no condition held.',
  },
  {
    otherwise: required(choice(flowTarget, nodeList), {
      description:
        'Where the chain goes on when no route held, or the nodes it then runs. It may be left out only where the thresholds cover every case.',
      type: 'node, phase, next, end or stop, or a list of nodes',
      example: 'next',
    }),
    go: go(
      'Where the chain goes on after the nodes of otherwise. By default at the node after the decision.',
    ),
    'at-most': routeLimit(),
  },
);

const route = variant({
  name: 'any-route',
  title: 'a route',
  by: { when: whenRoute, otherwise: otherwiseRoute },
});

export const decision = record(
  {
    name: 'decision',
    title: 'a decision',
    description: 'A question with a route for each answer. The first route that holds is taken.',
  },
  {
    id: id('decision', 'the slug of the question', 'high-risk'),
    decision: required(text, {
      description: 'The question to be decided.',
      type: 'sentence',
      example: 'Are people at high risk?',
    }),
    by: by('Who decides, one skill or several.'),
    routes: required(list(route, 1), {
      description: 'The ways on, each with the condition under which it is taken. The last one is otherwise.',
      type: 'list of routes',
      example:
        '- when: severity > 3\n  steps:\n    - skill: executive-liaison\n      do: Tell the people affected, plainly\n- otherwise: next',
    }),
    takes: takes('decision', 'By default 0.'),
    when: when('decision'),
  },
);

export const subChain = record(
  {
    name: 'sub-chain',
    title: 'a sub-chain',
    description: 'Runs another chain as one node. If that chain stops, this one stops too.',
  },
  {
    id: id('sub-chain', 'the id of that chain', 'audit'),
    chain: required(chainReference, {
      description: 'The id of the chain to run here.',
      type: 'chain',
      example: 'gdpr-compliance-audit',
    }),
    version: optional(versionRange, {
      description: 'Which versions of that chain will do, as a semver range. By default any.',
      type: 'version range',
      example: '^1',
    }),
    with: optional(map('text', artefactUse), {
      description:
        'Which artefact of this chain serves as each input of the other. Inputs of the same name need no entry.',
      type: 'map of input to artefact',
      example: 'audit-scope: breach-scope',
    }),
    produces: optional(artefactProducts, {
      description: 'Which outputs of that chain the later nodes of this one may need.',
      type: 'list of artefacts',
      example: '[audit-report]',
    }),
    takes: takes('sub-chain', 'By default as long as the timeline of that chain says.'),
    when: when('sub-chain'),
  },
);

const nodesByKey = {
  skill: step,
  team: step,
  parallel,
  checkpoint,
  decision,
  chain: subChain,
};

export const node: Schema = variant({ name: 'node', title: 'a node', by: nodesByKey });

/** What a parallel runs at once: any node, or a lane with its steps. */
const laneEntry: Schema = variant({
  name: 'lane-entry',
  title: 'a lane or a node',
  by: { lane, ...nodesByKey },
});
