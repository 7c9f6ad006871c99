import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { quoted } from './support/words.ts';

const chain = (rest: string): string => `${oneStep}    produces: [timeline]
handoffs:
  - then: post-mortem
    delivers: [timeline]
${rest}`;

export const handoffWithoutGate: Rule = {
  code: 'handoff-without-gate',
  family: 'handoff',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'place',
  summary: 'A chain hands something over to the next one, and nothing says when it is ready for that.',
  details:
    'Without a gate the next chain starts as soon as this one has succeeded, with whatever is there. Where something is delivered, somebody should have looked at it before others build on it: say under gate what must hold. Where nothing is delivered nothing is reported.',
  fixless: 'Only whoever hands over knows what has to hold before.',
  valid: [
    { text: chain('    gate: [The timeline is complete]\n') },
    { text: chain('').replace('    delivers: [timeline]\n', '') },
  ],
  invalid: [
    { text: chain('').replace('then: post-mortem\n', 'then: post-mortem\n#         ^^^^^^^^^^^\n') },
    {
      text: `${oneStep}    produces: [timeline]
handoffs: [{ then: post-mortem, delivers: [timeline], rollback: Write another one }]
#                  ^^^^^^^^^^^
`,
    },
  ],
  *check({ document, chain, soundness }) {
    for (const { kind, chain: next, delivers, gate, syntax } of chain?.handoffs ?? []) {
      if (kind !== 'then' || delivers.length === 0 || gate.length > 0 || !soundness.holdsFor(syntax))
        continue;
      if (misspellsKey(document, syntax, 'gate')) continue;
      yield {
        span: next.span,
        message: `Nothing says when what ${quoted(next.text)} receives is fit for it. Say under "gate" what must hold before it starts.`,
      };
    }
  },
};
