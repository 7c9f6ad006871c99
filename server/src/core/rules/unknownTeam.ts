import type { ScalarNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { byText, changesOfAll, type Uses } from './support/uses.ts';
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
    const nodes = [...scalarsOf(document, 'team-reference')].filter(
      ({ text }) => !teams.has(text) && !soundness.mayDeclare(text),
    );
    // In a catalogue the team itself may be what is misspelled, and that is one mistake however many skills belong to it.
    const groups =
      document.kind === 'catalogue' ? byText(nodes) : nodes.map((node): Uses<ScalarNode> => [node]);
    for (const uses of groups) {
      const [{ text, span }, ...others] = uses;
      const near = nearest(text);
      const advice =
        near.length > 0 ? didYouMean(near) : 'Write one that is there, or add it to a catalogue.';
      yield {
        span,
        message: `No catalogue knows a team called ${quoted(text)}. ${advice}`,
        related: others.map(other => ({
          uri: document.uri,
          span: other.span,
          message: `${quoted(text)} is named here too.`,
        })),
        fixes: changesOfAll(
          uses.map(node => ({ node })),
          near,
        ),
      };
    }
  },
};
