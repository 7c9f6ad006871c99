import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { namesInUse } from './support/namesInUse.ts';
import { quoted } from './support/words.ts';

const catalogue = (teams: string): string => `skills:
  site-reliability-engineer: { team: operations }
teams:
  operations: {}
${teams}`;

const chain = { 'restore-service.chain.yaml': oneStep };

export const unusedTeam: Rule = {
  code: 'unused-team',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A team of a catalogue is not used anywhere.',
  details:
    'A team is there for skills to belong to, for steps to be done by and for suites to share out their items. One that none of them names does nothing in the workspace folder. Name it, or take it out. Nothing is reported where no chain or suite names anything of the catalogue: then it is there for others.',
  fixless: 'What the catalogue says about the team would be lost with it, so removing it is up to a person.',
  valid: [
    { text: catalogue(''), path: 'team.skills.yaml', files: chain },
    {
      text: catalogue('  writers: {}\n'),
      path: 'team.skills.yaml',
      files: {
        ...chain,
        'write-up.chain.yaml':
          'chain: write-up\ntitle: Write-up\nsteps:\n  - { team: writers, do: Write it down }\n',
      },
    },
  ],
  invalid: [
    { text: catalogue('  writers: {}\n# ^^^^^^^\n'), path: 'team.skills.yaml', files: chain },
    {
      text: `skills: { site-reliability-engineer: {} }
teams: { operations: { lead: site-reliability-engineer } }
#        ^^^^^^^^^^
`,
      path: 'team.skills.yaml',
      files: chain,
    },
  ],
  *check(context) {
    const { document, project } = context;
    const known = namesInUse(context);
    if (known === undefined) return;
    const { catalogue: model, used } = known;
    const { teams } = project.skillsFor(document.uri);
    for (const { id, title } of model.teams) {
      if (teams.get(id.text)?.uri !== document.uri || used.teams.has(id.text)) continue;
      const names = [id, ...(title === undefined ? [] : [title])];
      if (names.some(({ text }) => used.maySpeakOf(text) || used.teams.has(text))) continue;
      yield {
        span: id.span,
        message: `No skill, step or suite names the team ${quoted(id.text)}. Let one of them name it, or remove it.`,
        tag: 'unnecessary',
      };
    }
  },
};
