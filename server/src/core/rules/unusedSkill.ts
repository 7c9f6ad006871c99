import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { namesInUse } from './support/namesInUse.ts';
import { quoted } from './support/words.ts';

const catalogue = (more: string): string => `skills:
  site-reliability-engineer:
    title: SRE
  ${more}
`;

const chain = { 'restore-service.chain.yaml': oneStep.replace('site-reliability-engineer', 'SRE') };

export const unusedSkill: Rule = {
  code: 'unused-skill',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A skill of a catalogue is not used anywhere.',
  details:
    'A catalogue says which skills there are. One that no chain of the workspace folder calls on, and no team, delegation or override names, is either not needed any more or known to chains under another name. Let a chain call on it, or take it out. Nothing is reported about a skill that agents keep, or that says where they do, nor where no chain or suite names anything of the catalogue: then it is there for others.',
  fixless: 'What the catalogue says about the skill would be lost with it, so removing it is up to a person.',
  valid: [
    {
      text: catalogue('technical-writer: { source: .claude/skills/technical-writer/SKILL.md }'),
      path: 'team.skills.yaml',
      files: chain,
    },
    { text: catalogue('technical-writer: {}'), path: 'team.skills.yaml', files: {} },
    {
      text: catalogue(
        'technical-writer: {}\ndelegation:\n  - { task: documentation, skill: technical-writer }',
      ),
      path: 'team.skills.yaml',
      files: chain,
    },
  ],
  invalid: [
    {
      text: catalogue('technical-writer: {}\n# ^^^^^^^^^^^^^^^^'),
      path: 'team.skills.yaml',
      files: chain,
    },
    {
      text: `skills: { site-reliability-engineer: { title: SRE }, technical-writer: { title: Writer } }
#                                                    ^^^^^^^^^^^^^^^^
`,
      path: 'team.skills.yaml',
      files: chain,
    },
  ],
  *check(context) {
    const { document, project } = context;
    const known = namesInUse(context);
    if (known === undefined) return;
    const index = project.skillsFor(document.uri);
    const { catalogue: model, used } = known;
    for (const { id, title, aliases, source } of model.skills) {
      const skill = index.skills.get(id.text);
      // Of a skill that is declared twice the first declaration counts.
      if (skill?.uri !== document.uri || skill.declaration.id !== id) continue;
      if (used.skills.has(id.text) || source !== undefined || skill.files.length > 0) continue;
      const names = [id, ...(title === undefined ? [] : [title]), ...aliases];
      if (names.some(({ text }) => used.maySpeakOf(text))) continue;
      yield {
        span: id.span,
        message: `No chain, team or rule of delegation names the skill ${quoted(id.text)}. Let a chain call on it, or remove it.`,
        tag: 'unnecessary',
      };
    }
  },
};
