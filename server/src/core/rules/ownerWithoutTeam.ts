import { comparable } from '../util/comparable.ts';
import type { Rule } from './rule.ts';
import { suiteHead, wholeSuite } from './support/suites.ts';
import { byText } from './support/uses.ts';
import { quoted } from './support/words.ts';

const suite = (owner: string): string => `${suiteHead}  baseline: { chain: post-mortem, owner: ${owner} }
`;
const teams = `teams:
  Security: { primary: [baseline] }
`;

export const ownerWithoutTeam: Rule = {
  code: 'owner-without-team',
  family: 'suite',
  severity: 'information',
  reliesOn: 'document',
  fixless: 'Only people know who is meant.',
  summary: 'The owner of an item is neither a team of the suite nor a skill or team of a catalogue.',
  details:
    'The owner of an item may be a person, a role or a team. Where a suite lists its teams, an owner that is none of them is often another spelling of one, or a team whose row was forgotten.',
  valid: [
    { text: `${suite('Security')}${teams}` },
    { text: `${suite('technical-writer')}${teams}` },
    { text: suite('Anybody') },
  ],
  invalid: [
    {
      text: `${suiteHead}  baseline: { chain: post-mortem, owner: Legal }
#                                        ^^^^^
${teams}`,
    },
  ],
  *check(context) {
    const { document, project } = context;
    const model = wholeSuite(context);
    if (model === undefined || model.teams.length === 0) return;
    const { teams: known, resolve } = project.skillsFor(document.uri);
    const names = new Set(model.teams.map(team => comparable(team.id.text)));
    for (const [id, { declaration }] of known) {
      names.add(comparable(id));
      if (declaration.title !== undefined) names.add(comparable(declaration.title.text));
    }
    const owners = model.items.flatMap(item => item.owner ?? []);
    const strange = owners.filter(
      ({ text }) => !names.has(comparable(text)) && resolve(text).kind === 'unknown',
    );
    for (const [word, ...others] of byText(strange)) {
      const name = quoted(word.text);
      yield {
        span: word.span,
        message: `This suite lists its teams, and ${name} is none of them. Add a team for it, or name one that is there.`,
        related: others.map(({ span }) => ({
          uri: document.uri,
          span,
          message: `${name} is an owner here too.`,
        })),
      };
    }
  },
};
