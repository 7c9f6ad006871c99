import type { KnownSkill } from '../project/snapshot.ts';
import type { Finding, Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';
import { enumerated, quoted } from './support/words.ts';

export const ambiguousSkill: Rule = {
  code: 'ambiguous-skill',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A name belongs to more than one skill.',
  details:
    'A title or alias that several skills share does not say which of them is meant, and neither does a name shared by two skills that the same agents read. Write the id of the skill; the quick fixes offer each. Where agents keep skills, the folder tells two of one name apart.',
  valid: [{ text: oneStep.replace('site-reliability-engineer', 'Incident Commander') }],
  invalid: [
    {
      text: `${head}steps:
  - skill: Responder
#          ^^^^^^^^^
    do: Restore the service
`,
      fixed: oneStep,
    },
    {
      text: `${head}steps:
  - skill: reviewer
#          ^^^^^^^^
    do: Review the change
`,
      files: {
        '.claude/skills/code-reviewer/SKILL.md': '---\nname: reviewer\n---\n',
        '.claude/skills/text-reviewer/SKILL.md': '---\nname: reviewer\n---\n',
      },
      fixed: `${head}steps:
  - skill: code-reviewer
    do: Review the change
`,
    },
  ],
  *check({ document, project }) {
    const index = project.skillsFor(document.uri);
    for (const node of scalarsOf(document, 'skill-reference')) {
      const resolved = index.resolve(node.text);
      if (resolved.kind !== 'ambiguous') continue;
      const ids = resolved.skills.map(each => each.declaration.id.text);
      yield {
        span: node.span,
        message: `${quoted(node.text)} is a name of ${enumerated(ids, 'and')}. Write the id of the one you mean.`,
        related: declarations(resolved.skills),
        fixes: ids
          .slice(0, 8)
          .map(id => ({ title: `Change to ${quoted(id)}`, edits: replaceScalar(node, id) })),
      };
    }
  },
};

const declarations = (skills: readonly KnownSkill[]): NonNullable<Finding['related']> =>
  skills.map(({ uri, declaration, origin }) => ({
    uri,
    span: declaration.id.span,
    message: `${quoted(declaration.id.text)} is ${origin === 'agents' ? 'kept' : 'declared'} here.`,
  }));
