import { isKebabCase } from '../model/values/identifier.ts';
import type { Rule } from './rule.ts';
import { idNotFileName } from './support/fileNames.ts';

const suite = (id: string): string => `suite: ${id}
title: Platform
items:
  baseline: { chain: post-mortem }
`;

export const suiteIdNotFileName: Rule = {
  code: 'suite-id-not-file-name',
  family: 'suite',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'The id of a suite differs from the name of its file.',
  details:
    'A suite is found under its file name and talked about under its id. The two should be the same, with .suite.yaml added to the file name. Files that were never saved are not looked at.',
  valid: [{ text: suite('platform'), path: 'platform.suite.yaml' }, { text: suite('platform') }],
  invalid: [
    {
      text: suite('platform\n#      ^^^^^^^^'),
      path: 'evolution.suite.yaml',
      fixed: suite('evolution'),
    },
  ],
  check: ({ document, suite: model }) =>
    // One that is no id has a finding of its own.
    model?.id !== undefined && isKebabCase(model.id.text)
      ? idNotFileName(document, model.id, /^(.+)\.suite\.yaml$/u, 'suite')
      : [],
};
