import type { DocumentState, SkillIndex } from '../project/snapshot.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { comparable } from '../util/comparable.ts';
import type { Finding, Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { twoItems } from './support/suites.ts';
import { byText, changesOfAll, type Uses } from './support/uses.ts';
import { didYouMean, quoted } from './support/words.ts';

export const unknownTeam: Rule = {
  code: 'unknown-team',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A chain or another file names a team that no catalogue declares.',
  details:
    'Teams are declared under teams in a skill catalogue. Where no catalogue of the workspace declares any, nothing is reported. A suite may have teams of its own, so of those only what is nearly a team of a catalogue is reported: both have one id.',
  valid: [
    { text: `${head}steps:\n  - team: operations\n    do: Restore the service\n` },
    {
      text: `${twoItems}teams:\n  operations: { primary: [baseline] }\n  Somebody: { primary: [threats] }\n`,
    },
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
    {
      text: `${head}steps:
  - team: Ops crew
#         ^^^^^^^^
    do: Restore the service
`,
      files: { 'team.skills.yaml': 'skills: {}\nteams:\n  operations: { title: Ops Crew }\n' },
      fixed: `${head}steps:
  - team: operations
    do: Restore the service
`,
    },
    {
      text: `${twoItems}teams:
  Operations: { primary: [baseline, threats] }
# ^^^^^^^^^^
`,
      fixed: `${twoItems}teams:
  operations: { primary: [baseline, threats] }
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
    yield* strangeSuiteTeams(document, teams);
    for (const uses of groups) {
      const [{ text, span }, ...others] = uses;
      const near = [...new Set([...idsOfTitle(teams, text), ...nearest(text)])];
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

/** Teams of a suite that nearly are those of a catalogue, by id or title. */
function* strangeSuiteTeams(document: DocumentState, teams: SkillIndex['teams']): Iterable<Finding> {
  for (const node of scalarsOf(document, 'suite-team')) {
    if (teams.has(node.text)) continue;
    const id =
      [...teams.keys()].find(each => comparable(each) === comparable(node.text)) ??
      idsOfTitle(teams, node.text)[0];
    if (id === undefined) continue;
    yield {
      span: node.span,
      message: `The catalogue calls the team ${quoted(node.text)} ${quoted(id)}. Write that id here too.`,
      fixes: changesOfAll([{ node }], [id]),
    };
  }
}

/** The teams that are titled as is written. */
const idsOfTitle = (teams: SkillIndex['teams'], written: string): readonly string[] =>
  [...teams].flatMap(
    ([
      id,
      {
        declaration: { title },
      },
    ]) => (title !== undefined && comparable(title.text) === comparable(written) ? [id] : []),
  );
