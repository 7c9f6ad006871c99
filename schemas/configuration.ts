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
    'How much is asked for: recommended is what nearly everyone wants to know, strict is every rule. Without it, what is said further out counts, and recommended in the end.',
  type: 'recommended or strict',
  example: 'strict',
};

const rulesWords = {
  description:
    'Single rules by their codes: off, or how loudly they speak. With on, a rule speaks in its own severity, even where the preset leaves it out.',
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
      'What is checked in the files of this folder and of those below it, and how much of it is said.',
  },
  {
    root: optional(flag, {
      description:
        'Nothing that stands in such a file further out counts here. Without it, both count, and what stands nearer to a file decides, key by key and rule by rule.',
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
