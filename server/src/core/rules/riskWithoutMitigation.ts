import { entryOf, textOf } from '../syntax/path.ts';
import type { Rule } from './rule.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { suiteHead } from './support/suites.ts';
import { quoted } from './support/words.ts';

const suite = (risk: string): string => `${suiteHead}  baseline: { chain: post-mortem }
risks:
  - ${risk}
`;

export const riskWithoutMitigation: Rule = {
  code: 'risk-without-mitigation',
  family: 'suite',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'place',
  summary: 'A grave risk of a suite has no mitigation.',
  details:
    'A risk that is high or critical is one that the programme cannot afford. Say under mitigation what keeps it from happening or makes it bearable, even if that is only to watch for it.',
  fixless: 'Only whoever answers for the risk knows what is done about it.',
  valid: [
    { text: suite('{ risk: Data loss, level: high, mitigation: Verify backups }') },
    { text: suite('{ risk: A late start, level: low }') },
  ],
  invalid: [
    { text: suite('{ risk: Data loss, level: high }\n#           ^^^^^^^^^') },
    { text: suite('risk: Data loss\n#         ^^^^^^^^^\n    level: critical\n    owner: Data') },
  ],
  *check({ document, soundness }) {
    for (const [map, record] of document.shape.records) {
      if (record.name !== 'risk' || !soundness.holdsFor(map)) continue;
      const risk = entryOf(map, 'risk')?.value;
      const level = textOf(entryOf(map, 'level')?.value);
      const isGrave = level === 'high' || level === 'critical';
      if (risk === undefined || !isGrave || textOf(entryOf(map, 'mitigation')?.value)) continue;
      if (misspellsKey(document, map, 'mitigation')) continue;
      yield {
        span: risk.span,
        message: `Nothing is said of what is done about this risk, and it is ${quoted(level)}. Say so under "mitigation".`,
      };
    }
  },
};
