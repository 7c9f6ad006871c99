import { undeclaredPlaceholders } from '../analysis/plan.ts';
import type { PlanModel } from '../model/plan.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { groupBy } from '../util/groupBy.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { planHead, smallPlan } from './support/plans.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

const plan = (placeholder: string): string => `${planHead}inputs:
  repository: string
template: |
  Review {{${placeholder}}}.
`;

export const undeclaredPlaceholder: Rule = {
  code: 'undeclared-placeholder',
  family: 'plan',
  severity: 'error',
  reliesOn: 'document',
  summary: 'The template of a prompt plan has a placeholder that no input declares.',
  details:
    'Whoever runs the plan is asked for its inputs, so a placeholder without one stays in the prompt as it is. Braces in code, after a dollar sign or within blocks of a template language are left alone, as they need not be placeholders of the plan.',
  valid: [
    { text: smallPlan },
    {
      text: `${plan('repository')}
  The pipeline reads \`{{ image }}\` and \${{ matrix.node }}:

  \`\`\`yaml
  run: echo {{ version }}
  \`\`\`
`,
    },
  ],
  invalid: [
    {
      text: plan('repositry}}.\n#          ^^^^^^^^^').replace('^}}.\n', '^\n'),
      fixed: plan('repository'),
    },
    {
      text: `${planHead}inputs:
  repository: string
template: |
  Review {{repository}} on the branch {{branch}}.
#                                       ^^^^^^
`,
      fixed: `${planHead}inputs:
  repository: string
  branch: string
template: |
  Review {{repository}} on the branch {{branch}}.
`,
    },
  ],
  *check({ document, plan: model, soundness }) {
    if (model === undefined) return;
    const nearest = suggester(model.inputsByName.keys());
    const undeclared = undeclaredPlaceholders(model).filter(({ name }) => !soundness.mayDeclare(name));
    for (const [name, [first, ...others]] of groupBy(undeclared, each => each.name)) {
      if (first === undefined) continue;
      const near = nearest(name);
      const advice = near.length > 0 ? didYouMean(near) : 'Add it to the inputs.';
      yield {
        span: first.span,
        message: `No input is called ${quoted(name)}, so this placeholder is never filled. ${advice}`,
        related: others.slice(0, 20).map(({ span }) => ({
          uri: document.uri,
          span,
          message: `${quoted(name)} stands here too.`,
        })),
        fixes: [
          ...near.map((other, at) => ({
            title: `Change to ${quoted(other)}`,
            edits: [first, ...others].map(({ span }) => ({ span, newText: other })),
            ...(at === 0 ? { preferred: true } : {}),
          })),
          ...declaration(document, model, name),
        ],
      };
    }
  },
};

/** Behind the other inputs; a plan without any gets them above its template. */
function declaration(document: DocumentState, model: PlanModel, name: string): readonly Fix[] {
  const inputs = model.syntax.entries.find(({ key }) => key.text === 'inputs')?.value;
  const map = inputs?.kind === 'map' && inputs.entries.length > 0 ? inputs : undefined;
  if (inputs !== undefined && map === undefined) return [];
  const edits =
    map === undefined
      ? addKey(document, model.syntax, 'inputs', `${name}: string`, ['meta', 'modelConfig'])
      : addKey(
          document,
          map,
          name,
          'string',
          map.entries.map(({ key }) => key.text),
        );
  return edits === undefined ? [] : [{ title: `Add the input ${quoted(name)}`, edits }];
}
