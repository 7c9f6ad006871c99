import { entryOf, resolveAlias } from '../syntax/path.ts';
import type { MapNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { smallPlan } from './support/plans.ts';

const example = (expected: string): string => `${smallPlan}examples:
  - name: small service
    inputs: { repository: acme/shop, stack: TypeScript }
${expected}`;

export const planNotTried: Rule = {
  code: 'plan-not-tried',
  family: 'plan',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'A prompt plan has no example, or one that expects nothing.',
  details:
    'An example with what is expected is the test of a prompt: whoever changes the template, or the model, sees whether the answer still has what matters. Give each plan one example at least, and each example some words that the answer must contain.',
  fixless: 'Only whoever wrote the plan knows what a good answer contains.',
  valid: [
    { text: example('    expected_contains: [baseline]\n') },
    { text: example('    expected_contains: baseline\n') },
  ],
  invalid: [
    {
      text: smallPlan.replace(
        'plan.review@v1, owner: security }',
        'plan.review@v1, owner: security }\n#           ^^^^^^^^^^^^^^',
      ),
    },
    {
      text: example('').replace(
        '- name: small service\n',
        '- name: small service\n#         ^^^^^^^^^^^^^\n',
      ),
    },
  ],
  *check({ document, plan, soundness }) {
    if (plan?.id === undefined || plan.template === undefined) return;
    const examples = entryOf(plan.syntax, 'examples');
    if (examples === undefined && !misspellsKey(document, plan.syntax, 'examples')) {
      yield {
        span: plan.id.span,
        message:
          'Nothing shows what this plan is to make of its inputs. Add an example, with words that its answer must contain.',
      };
    }
    for (const { name, syntax, span } of plan.examples) {
      if (!soundness.holdsFor(syntax) || expects(syntax)) continue;
      if (misspellsKey(document, syntax, 'expected_contains')) continue;
      yield {
        span: name?.span ?? syntax.entries[0]?.key.span ?? span,
        message:
          'This example does not say what is expected of the answer. List under "expected_contains" what it must contain.',
      };
    }
  },
};

function expects(example: MapNode): boolean {
  const value = resolveAlias(entryOf(example, 'expected_contains')?.value);
  if (value?.kind === 'list') return value.items.length > 0;
  return value?.kind === 'scalar' && value.text !== '';
}
