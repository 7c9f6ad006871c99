/**
 * What is checked, and how much of it is said: `.skill-chains.yaml`. One file for every place in which the rules run, so that an
 * editor, a terminal and a build say the same.
 */
import { list, map, oneOfValues, optional, record, required } from './build.ts';
import { flag, pathPatterns } from './scalars.ts';

const preset = oneOfValues(['recommended', 'strict']);
const level = oneOfValues(['off', 'hint', 'information', 'warning', 'error', 'on']);
const levels = map('rule-code', level);

const presetWords = {
  description:
    'Which rules are on: recommended are those that nearly everyone wants, strict is every rule. Without it, such a file further out decides, or else it is recommended.',
  type: 'recommended or strict',
  example: 'strict',
};

const rulesWords = {
  description:
    'Single rules by their codes: off, or a severity. With on, a rule has its own severity, even if the preset leaves it out.',
  type: 'map of severities',
  example: 'unused-product: off\nunknown-skill: error',
};

const override = record(
  {
    name: 'override',
    title: 'an override',
    description:
      'What differs for some files. Of several that match a file the later one counts, key by key and rule by rule.',
  },
  {
    files: required(pathPatterns, {
      description:
        'Which files, by their paths from the folder of this file; asterisks and question marks stand for any characters. The name of a folder means all that is in it.',
      type: 'path pattern, or a list of them',
      example: 'drafts/**',
    }),
    preset: optional(preset, presetWords),
    rules: optional(levels, rulesWords),
  },
);

export const configuration = record(
  {
    name: 'configuration',
    title: 'a configuration',
    description:
      'Which rules are on for the files of this folder and of those below it, and how severe they are.',
  },
  {
    root: optional(flag, {
      description:
        'Such files in folders further out do not count here. Without it they do, and the one nearest to a file decides, key by key and rule by rule.',
      type: 'true or false',
      example: 'true',
    }),
    preset: optional(preset, presetWords),
    rules: optional(levels, rulesWords),
    overrides: optional(list(override), {
      description: 'What differs for some of the files.',
      type: 'list of overrides',
      example: '- files: drafts/**\n  rules:\n    missing-key: information',
    }),
  },
);
