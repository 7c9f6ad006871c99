import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { suiteHead, wholeSuite } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phase = (name: string, rest: string): string => `  - phase: ${name}
    steps: [{ skill: site-reliability-engineer, do: Restore the service }]
${rest}`;

export const phaseWithoutExit: Rule = {
  code: 'phase-without-exit',
  family: 'measure',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'All other phases say when they are over, and this one does not.',
  details:
    'A phase is over when what exit says holds, or when its deliverable is there; the phase of a suite has exit and success for that. If all phases but one say so, and there are at least two others, the one that does not was probably forgotten. Say what must hold before the next phase may begin.',
  fixless: 'Only whoever plans the phase knows what must hold at its end.',
  valid: [
    {
      text: `${head}phases:\n${phase('One', '    exit: It runs\n')}${phase('Two', '    deliverable: A report\n')}${phase('Three', '    exit: [It still runs]\n')}`,
    },
    { text: `${head}phases:\n${phase('One', '    exit: It runs\n')}${phase('Two', '')}` },
  ],
  invalid: [
    {
      text: `${head}phases:\n${phase('One', '    exit: It runs\n')}${phase('Two', '').replace('Two\n', 'Two\n#          ^^^\n')}${phase('Three', '    deliverable: A report\n')}`,
    },
    {
      text: `${suiteHead}  baseline: { chain: post-mortem }
phases:
  - { phase: Foundation, items: [baseline], exit: Baselines are set }
  - { phase: Hardening, success: [100% of P1] }
  - { phase: Governance, focus: Who decides what }
#            ^^^^^^^^^^
`,
    },
  ],
  *check(context) {
    const { sound } = context;
    const phases = [
      ...(sound?.model.phases.map(({ name, syntax, exit, deliverable, deliverables }) => ({
        name,
        syntax,
        isSaid: exit.length > 0 || deliverable !== undefined || deliverables.length > 0,
      })) ?? []),
      ...(wholeSuite(context)?.phases.map(({ name, syntax }) => ({
        name,
        syntax,
        isSaid: syntax.entries.some(({ key }) => key.text === 'exit' || key.text === 'success'),
      })) ?? []),
    ];
    const [first, ...others] = phases.filter(({ isSaid }) => !isSaid);
    if (first === undefined || others.length > 0 || phases.length < 3) return;
    const { name, syntax } = first;
    if (['exit', 'deliverable', 'success'].some(key => misspellsKey(context.document, syntax, key))) return;
    yield {
      span: name.span,
      message: `Every other phase says when it is over, and ${quoted(name.text)} does not. Say under "exit" what must hold at its end.`,
    };
  },
};
