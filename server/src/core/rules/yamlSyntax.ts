import type { Rule } from './rule.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  severity: 'error',
  reliesOn: 'nothing',
  summary: 'The text is no YAML.',
  details:
    'A file that does not parse cannot be run, and what stands behind the mistake may be read otherwise than it was meant. Mend this first: other findings in the part behind it stay silent until then.',
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
  ],
  *check({ document }) {
    let lastLine = -1;
    let lastMessage = '';
    for (const finding of syntaxFindings(document, 'yaml-syntax')) {
      const { line } = document.lines.position(finding.span.start);
      // What is said of a line twice, or of one line after another in the same words, comes from one mistake.
      const isEcho = line === lastLine || (line === lastLine + 1 && finding.message === lastMessage);
      lastLine = line;
      lastMessage = finding.message;
      if (!isEcho) yield finding;
    }
  },
};
