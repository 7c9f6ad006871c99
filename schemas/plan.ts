/**
 * A prompt plan: one reusable prompt. The format is older than this language, so it keeps its own spellings, and other
 * tools write keys of their own into `meta`, `modelConfig`, inputs and examples: those records are open.
 */
import { anything, choice, list, map, optional, record, required } from './build.ts';
import {
  flag,
  inputType,
  number,
  owner,
  planId,
  template,
  text,
  textOrTexts,
  texts,
  wholeNumber,
} from './scalars.ts';

const meta = record(
  {
    name: 'plan-meta',
    title: 'a plan header',
    description:
      'What the plan is called, whose it is and what it is for. Other tools may add keys of their own.',
    open: true,
  },
  {
    id: required(planId, {
      description: 'The id of this plan, equal to the name of its file before .yaml.',
      type: 'id',
      example: 'plan.security-baseline@v1',
    }),
    owner: optional(owner, {
      description: 'Who is accountable for the plan: a person, role or team.',
      type: 'name',
      example: 'security',
    }),
    purpose: optional(text, {
      description: 'What the prompt is for, in a sentence.',
      type: 'sentence',
      example: 'Find what a repository lacks against the security baseline',
    }),
    tags: optional(texts, {
      description: 'Words under which people look for the plan.',
      type: 'list of words',
      example: '[security, baseline]',
    }),
    guardrails: optional(textOrTexts, {
      description: 'What the answer must never do.',
      type: 'sentence or list of sentences',
      example: '[Never print a secret]',
    }),
  },
);

const modelConfig = record(
  {
    name: 'model-config',
    title: 'a model configuration',
    description:
      'The model that the prompt is made for, and its settings. Other tools may add keys of their own.',
    open: true,
  },
  {
    model: optional(text, {
      description: 'The name of the model.',
      type: 'name',
      example: 'gpt-4o',
    }),
    temperature: optional(number, {
      description: 'How freely the model chooses its words.',
      type: 'number',
      example: '0.2',
    }),
    maxTokens: optional(wholeNumber, {
      description: 'The largest number of tokens in the answer.',
      type: 'whole number',
      example: '4000',
    }),
  },
);

const input = record(
  {
    name: 'plan-input',
    title: 'an input of a plan',
    description: 'An input with more than its type. Other tools may add keys of their own.',
    open: true,
  },
  {
    type: required(inputType, {
      description: 'What the input is; a question mark after it makes it optional.',
      type: 'type',
      example: 'string',
    }),
    description: optional(text, {
      description: 'What the input says, for whoever fills it in.',
      type: 'sentence',
      example: 'The repository to look at, as owner and name',
    }),
    required: optional(flag, {
      description: 'Whether the input must be given. By default it must, unless it has a default.',
      type: 'true or false',
      example: 'false',
    }),
    default: optional(anything, {
      description: 'The value that is used if the input is not given.',
      type: 'any value',
      example: 'main',
    }),
  },
);

const example = record(
  {
    name: 'plan-example',
    title: 'an example of a plan',
    description:
      'Inputs to try the prompt with, and what its answer must contain. Other tools may add keys of their own.',
    open: true,
  },
  {
    name: optional(text, {
      description: 'What the example shows.',
      type: 'name',
      example: 'small service',
    }),
    inputs: optional(map('input-use', anything), {
      description: 'A value for every input of the plan.',
      type: 'map of inputs',
      example: 'repository: acme/shop\nstack: TypeScript and PostgreSQL',
    }),
    expected_contains: optional(textOrTexts, {
      description: 'Words that the answer must contain.',
      type: 'text or list of texts',
      example: '[baseline, severity]',
    }),
  },
);

export const plan = record(
  {
    name: 'plan',
    title: 'a prompt plan',
    description: 'One reusable prompt with typed inputs, a template and examples.',
  },
  {
    meta: required(meta, {
      description: 'What the plan is called, whose it is and what it is for.',
      type: 'plan header',
      example: 'id: plan.security-baseline@v1\nowner: security',
    }),
    modelConfig: optional(modelConfig, {
      description: 'The model that the prompt is made for, and its settings.',
      type: 'model configuration',
      example: 'model: gpt-4o\ntemperature: 0.2\nmaxTokens: 4000',
    }),
    inputs: optional(map('input-id', choice(inputType, input)), {
      description:
        'The inputs of the template, each with its type. Each of them is a placeholder in the template.',
      type: 'map of types',
      example: 'repository: string\nstack: string',
    }),
    template: required(template, {
      description:
        'The prompt itself, in Markdown. An input appears in it as its name in double braces. Write it as a block, with | after the colon.',
      type: 'Markdown',
      example: '|-\n  Look at {{repository}}, which is written in {{stack}}.',
    }),
    examples: optional(list(example), {
      description: 'Inputs to try the prompt with, and what its answer must contain.',
      type: 'list of examples',
      example:
        '- name: small service\n  inputs: { repository: acme/shop, stack: TypeScript }\n  expected_contains: [baseline]',
    }),
  },
);
