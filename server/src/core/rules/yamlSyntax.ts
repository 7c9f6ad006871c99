import type { Rule } from './rule.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  family: 'text',
  severity: 'error',
  reliesOn: 'nothing',
  silenced: 'never',
  summary: 'The text is not valid YAML.',
  details:
    'A file that does not parse cannot be run, and what comes after the mistake may be read differently from what was meant. Fix this first: until then, nothing else is reported in the part after it.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: "Restore the service
#      ^^^^^^^^^^^^^^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: "Restore the service"
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert
#          ^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are
          - skill: technical-writer
#         ^
            do: Tell the customers
      - otherwise: next
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are
        steps:
          - skill: technical-writer
            do: Tell the customers
      - otherwise: next
`,
    },
  ],
  *check({ document }) {
    const [first, ...others] = syntaxFindings(document, 'yaml-syntax');
    if (first === undefined) return;
    yield first;
    let lastLine = document.lines.position(first.span.start).line;
    for (const finding of others) {
      const { line } = document.lines.position(finding.span.start);
      // What cannot be mended for itself, or stands on the line of another, mostly follows from a mistake before it.
      if (finding.fixes === undefined || line === lastLine) continue;
      lastLine = line;
      yield finding;
    }
  },
};
