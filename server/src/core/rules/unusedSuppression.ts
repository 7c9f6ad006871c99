import type { Rule } from './rule.ts';
import { head, newSkill, oneStep } from './support/examples.ts';
import { removeCode } from './support/suppressions.ts';
import { quoted } from './support/words.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  family: 'checking',
  severity: 'warning',
  reliesOn: 'document',
  silenced: 'by-configuration',
  runs: 'last',
  summary: 'A comment silences findings that do not exist.',
  details:
    'A comment that outlives what it was written for hides the next finding of its kind, and its reason is read as if it still held. Nothing is reported while the rule is turned off, or while this file or one of its folder is broken, as the finding may come back.',
  valid: [{ text: newSkill('skill-chains-ignore unknown-skill: she starts in May') }],
  invalid: [
    {
      text: `${oneStep}    # skill-chains-ignore unknown-skill: she starts in May
#                         ^^^^^^^^^^^^^
    because: It is down
`,
      fixed: `${oneStep}    because: It is down
`,
    },
    {
      text: `${head}steps:
  # skill-chains-ignore unknown-team, unknown-skill: she starts in May
#                       ^^^^^^^^^^^^
  - skill: database-reliability-engineer
    do: Restore the service
`,
      fixed: `${head}steps:
  # skill-chains-ignore unknown-skill: she starts in May
  - skill: database-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document, project, suppressing, wereTried }) {
    if (!project.complete) return;
    const unused = suppressing.unused(wereTried);
    if (unused.length === 0) return;
    const isSound = project
      .neighboursOf(document.uri)
      .every(({ tree, shape }) => tree.complete && shape.problems.length === 0);
    if (!isSound || document.shape.problems.length > 0 || document.tree.problems.length > 0) return;
    for (const { suppression, code } of unused) {
      const where = suppression.counts === 'file' ? 'in this file' : 'in the line that this comment is about';
      const isAlone = suppression.codes.length === 1;
      yield {
        span: code.span,
        message: `There is nothing of ${quoted(code.text)} ${where}. Remove it.`,
        tag: 'unnecessary',
        fixes: [
          {
            title: isAlone ? 'Remove the comment' : `Remove ${quoted(code.text)}`,
            edits: removeCode(document, suppression, code),
            preferred: true,
            // A reason that a person gave goes only when a person says so.
            safe: !isAlone || suppression.reason === undefined,
          },
        ],
      };
    }
  },
};
