import { spellTimeline } from '../model/values/duration.ts';
import type { Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

export const durationSpelling: Rule = {
  code: 'duration-spelling',
  family: 'style',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'place',
  summary: 'A duration is not written in the usual spelling.',
  details:
    'A duration may be spelled in many ways that mean the same: 2-4 weeks, 2..4w, 2 to 4 Weeks. With one spelling throughout, times are found and compared at a glance: the number or the range without blanks, then the unit as a whole word, and, between two units, a hyphen with blanks around it. The quick fix writes that and keeps what it means.',
  valid: [
    { text: `${oneStep}    takes: 2-4 hours\ntimeline: ongoing\n` },
    { text: `${oneStep}    takes: 30 minutes - 4 hours\n` },
    { text: `${head}steps: [{ skill: SRE, do: Restore the service, takes: 1 working day }]\n` },
  ],
  invalid: [
    {
      text: `${oneStep}    takes: 2 - 4 hrs\n#          ^^^^^^^^^\n`,
      fixed: `${oneStep}    takes: 2-4 hours\n`,
    },
    {
      text: `${head}steps: [{ skill: SRE, do: Restore the service, takes: '1.5..2H' }]\n#                                                     ^^^^^^^^^\n`,
      fixed: `${head}steps: [{ skill: SRE, do: Restore the service, takes: '1.5-2 hours' }]\n`,
    },
    {
      text: `${oneStep}timeline: { estimate: 100 min to 2d }\n#                     ^^^^^^^^^^^^^\n`,
      fixed: `${oneStep}timeline: { estimate: 100 minutes - 2 days }\n`,
    },
  ],
  *check({ document }) {
    for (const node of scalarsOf(document, 'duration', 'timeline')) {
      const spelled = spellTimeline(node.text);
      if (spelled === undefined || spelled === node.text) continue;
      yield {
        span: node.span,
        message: `The usual spelling of this duration is ${quoted(spelled)}. Write it so that times can be compared at a glance.`,
        fixes: [
          {
            title: `Change to ${quoted(spelled)}`,
            edits: replaceScalar(node, spelled),
            preferred: true,
            safe: true,
          },
        ],
      };
    }
  },
};
