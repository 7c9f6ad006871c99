import { missingInputs, unknownInputs } from '../analysis/plan.ts';
import { maximumFindings } from '../limits.ts';
import type { PlanExample } from '../model/plan.ts';
import { isNothing } from '../model/shapeWords.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { smallPlan } from './support/plans.ts';
import { enumerated, quoted } from './support/words.ts';

/** More are not written at once, nor compared with what is missing. */
const mostInputs = 20;

const plan = (inputs: string): string => `${smallPlan}examples:
  - name: small service
    inputs:
      ${inputs}
`;

export const exampleWithoutInput: Rule = {
  code: 'example-without-input',
  family: 'plan',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'An example of a prompt plan does not give every input.',
  details:
    'An example shows what the plan makes of its inputs, and is run to see whether it still does. Without all of them the prompt has holes. An input with a default, or that may be left out, need not be given.',
  valid: [{ text: plan('repository: acme/shop\n      stack: TypeScript') }],
  invalid: [
    {
      text: plan('repository: acme/shop').replace('    inputs:\n', '    inputs:\n#   ^^^^^^\n'),
      fixed: plan('repository: acme/shop\n      stack: To be written'),
    },
  ],
  *check({ document, plan: model, soundness }) {
    let found = 0;
    for (const example of model?.examples ?? []) {
      if (found >= maximumFindings) return;
      if (model === undefined || !soundness.holdsFor(example.syntax)) continue;
      if (!areInputsRead(example)) continue;
      const strange = unknownInputs(model, example).slice(0, mostInputs);
      // A misspelled one is there, and has a finding of its own.
      const isMeant = (name: string): boolean =>
        strange.some(({ text }) => nearNames(text, [name]).length > 0);
      const missing = missingInputs(model, example)
        .map(input => input.name.text)
        .filter(name => !isMeant(name));
      if (missing.length === 0) continue;
      found++;
      const key = example.syntax.entries.find(each => each.key.text === 'inputs')?.key;
      yield {
        span: (key ?? example.name ?? example.syntax.entries[0]?.key ?? example).span,
        message: `This example does not give ${enumerated(missing, 'and')}. Add a value for ${missing.length === 1 ? 'it' : 'each'}.`,
        fixes: additions(document, example, missing),
      };
    }
  },
};

/** Whether its inputs are a map, or not written at all: of anything else it is said that it is none. */
function areInputsRead({ syntax, inputsSyntax }: PlanExample): boolean {
  const value = syntax.entries.find(each => each.key.text === 'inputs')?.value;
  return inputsSyntax !== undefined || value === undefined || isNothing(value);
}

function additions(
  document: DocumentState,
  example: PlanExample,
  missing: readonly string[],
): readonly Fix[] {
  const { inputsSyntax: map } = example;
  if (map === undefined || map.entries.length === 0 || missing.length > mostInputs) return [];
  const behind = map.entries.map(({ key }) => key.text);
  const edits = missing.map(name => addKey(document, map, name, 'To be written', behind));
  if (edits.some(each => each === undefined)) return [];
  const [name = ''] = missing;
  const title = missing.length === 1 ? `Add ${quoted(name)}` : `Add ${missing.length} inputs`;
  return [{ title, edits: merged(edits.flatMap(each => each ?? [])), preferred: true }];
}

/** Insertions at one place as one, so that their order is that of the inputs. */
function merged(edits: Fix['edits']): Fix['edits'] {
  const [first] = edits;
  return first === undefined ? [] : [{ span: first.span, newText: edits.map(each => each.newText).join('') }];
}
