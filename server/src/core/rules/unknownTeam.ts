import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

export const unknownTeam: Rule = {
  code: 'unknown-team',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A team is named that no catalogue declares.',
  details:
    'Teams are declared under teams in a skill catalogue. Where no catalogue of the workspace declares any, nothing is said.',
  valid: [
    { text: `${head}steps:\n  - team: operations\n    do: Restore the service\n` },
    { text: `${head}steps:\n  - team: anybody\n    do: Restore the service\n`, files: {} },
  ],
  invalid: [
    {
      text: `${head}steps:
  - team: operatoins
#         ^^^^^^^^^^
    do: Restore the service
`,
      fixed: `${head}steps:
  - team: operations
    do: Restore the service
`,
    },
  ],
  *check({ document, project, soundness }) {
    const { teams } = project.skillsFor(document.uri);
    if (!project.complete || teams.size === 0) return;
    const nearest = suggester(teams.keys());
    for (const node of scalarsOf(document, 'team-reference')) {
      if (teams.has(node.text) || soundness.mayDeclare(node.text)) continue;
      const near = nearest(node.text);
      const advice =
        near.length > 0 ? didYouMean(near) : 'Write one that is there, or add it to a catalogue.';
      yield {
        span: node.span,
        message: `No catalogue knows a team called ${quoted(node.text)}. ${advice}`,
        fixes: changesTo(node, near),
      };
    }
  },
};
