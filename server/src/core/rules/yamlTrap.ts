import { contains, type Span } from '../util/span.ts';
import type { Fix, Rule } from './rule.ts';
import { singleQuoted } from './support/scalars.ts';
import { syntaxFindings } from './support/syntaxProblems.ts';
import { sentenceMaps } from './support/traps.ts';

export const yamlTrap: Rule = {
  code: 'yaml-trap',
  family: 'text',
  severity: 'error',
  reliesOn: 'nothing',
  summary: 'YAML reads a value differently from what its author meant.',
  details:
    'Some characters mean something to YAML: a comparison sign at the start of a value, a colon or a number sign after a blank, a comma between braces. The text is then cut off, folded, or read as a key. Quote the value; the quick fix does. Bullets, curly quotes and the marks around code come along from a chat or a word processor, and mean nothing to YAML; the quick fix writes a hyphen or straight quotes, or removes them.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: 'Restore: first the database, then the rest'
success:
  - metric: Actions closed on time
    target: '>= 90 %'
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore: first the database, then the rest
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: "Restore: first the database, then the rest"
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - { skill: site-reliability-engineer, do: Revoke, then close the hole }
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - { skill: site-reliability-engineer, do: "Revoke, then close the hole" }
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: >= 90 %
#           ^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - metric: Actions closed on time
    target: ">= 90 %"
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - Told in time: everybody
#   ^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - 'Told in time: everybody'
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - Told in time: everybody: nobody left out
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
success:
  - 'Told in time: everybody: nobody left out'
`,
    },
    {
      text: `\`\`\`yaml
#^^^^^^
chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
\`\`\`
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  – skill: site-reliability-engineer
# ^
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: “Restore: first the database”
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: "Restore: first the database"
`,
    },
  ],
  *check({ document, soundness }) {
    const sentences = sentenceMaps(document);
    for (const finding of syntaxFindings(document, 'yaml-trap')) {
      // In quotes behind its first colon alone, the text would still be a mapping.
      const whole = sentences.find(({ span }) => contains(span, finding.span));
      yield whole === undefined ? finding : { ...finding, fixes: [inQuotes(document.text, whole.span)] };
    }
    for (const { span } of sentences) {
      if (!soundness.holdsAt(span)) continue;
      yield {
        span,
        message: 'The colon makes this a key with a value, where a text is wanted. Put the text in quotes.',
        fixes: [inQuotes(document.text, span)],
      };
    }
  },
};

const inQuotes = (text: string, span: Span): Fix => ({
  title: 'Quote the text',
  edits: [{ span, newText: singleQuoted(text.slice(span.start, span.end)) }],
  preferred: true,
  safe: true,
});
