import type { Rule } from './rule.ts';
import { idNotFileName } from './support/fileNames.ts';

const plan = (id: string): string => `meta:
  id: ${id}
template: Review the repository.
`;

export const planIdNotFileName: Rule = {
  code: 'plan-id-not-file-name',
  family: 'plan',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'The id of a prompt plan differs from the name of its file.',
  details:
    'The id of a plan is the name of its file without .yaml, its version included, so that whoever reads one finds the other. Files that were never saved are not looked at.',
  valid: [{ text: plan('plan.review@v1'), path: 'plan.review@v1.yaml' }, { text: plan('plan.review@v1') }],
  invalid: [
    {
      text: plan('plan.review@v1\n#     ^^^^^^^^^^^^^^'),
      path: 'plan.review@v2.yaml',
      fixed: plan('plan.review@v2'),
    },
  ],
  check: ({ document, plan: model }) =>
    idNotFileName(document, model?.id, /^(plan\..+@v[^@]*)\.yaml$/u, 'plan'),
};
