import type { Word } from '../model/chain.ts';
import { readCondition, termsOf } from '../model/values/condition.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { scalarsOf } from './support/scalars.ts';
import { entryOf, unspoken, withoutEntry } from './support/unspoken.ts';
import { quoted } from './support/words.ts';

const measuring = (measures: string, condition: string): string => `${head}measures:
${measures}steps:
  - skill: site-reliability-engineer
    do: Restore the service
    when: ${condition}
`;

export const unusedMeasure: Rule = {
  code: 'unused-measure',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A measure is declared and never used.',
  details:
    'Measures are declared so that the thresholds of conditions and targets can be checked against what is possible. If no condition names a measure and no text mentions it, nobody knows what it is for. Name it in a condition or a target, or take it out. A measure with bands speaks for itself.',
  valid: [
    { text: measuring('  severity: 1-5\n', 'severity > 3') },
    { text: measuring('  error-rate: { unit: "%" }\n', 'the error rate is more than people bear') },
    {
      text: `${measuring('  severity: 1-5\n', 'it is down')}success:\n  - metric: Severity\n    target: '< 3'\n`,
    },
  ],
  invalid: [
    {
      text: measuring('  severity: 1-5\n  users-hit: 0-100\n# ^^^^^^^^^\n', 'severity > 3'),
      fixed: measuring('  severity: 1-5\n', 'severity > 3'),
    },
    {
      text: `${head}measures: { severity: 1-5 }
#           ^^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document, chain, soundness }) {
    const misspelled = strangeNames(document, chain?.measures ?? []);
    for (const measure of unspoken(document, chain?.measures ?? [], ({ text }) => text)) {
      const value = entryOf(measure)?.value;
      const hasBands = value?.kind === 'map' && value.entries.some(({ key }) => key.text === 'bands');
      if (hasBands || soundness.mayDeclare(measure.text)) continue;
      // What is misspelled is told of where it is.
      if (misspelled.some(name => nearNames(name, [measure.text]).length > 0)) continue;
      yield {
        span: measure.span,
        message: `No condition or target speaks of the measure ${quoted(measure.text)}. Name it in one, or remove it.`,
        tag: 'unnecessary',
        fixes: withoutEntry(document, measure),
      };
    }
  },
};

/** The names in conditions that no measure has. */
function strangeNames(document: DocumentState, measures: readonly Word[]): readonly string[] {
  const known = new Set(measures.map(({ text }) => text));
  const names = scalarsOf(document, 'condition').flatMap(({ text }) => {
    const condition = readCondition(text);
    return condition.ok && condition.value.kind === 'threshold'
      ? termsOf(condition.value.expression).map(({ measure }) => measure.name)
      : [];
  });
  return [...new Set(names)].filter(name => !known.has(name)).slice(0, mostCompared);
}

/** Names that are compared with each measure of which nothing speaks. */
const mostCompared = 50;
