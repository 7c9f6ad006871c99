import type { Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { replaceScalar, scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

export const skillNotById: Rule = {
  code: 'skill-not-by-id',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'place',
  summary: 'A skill is named by its title or an alias.',
  details:
    'A skill may be called by any of its names, and each of them leads to it. Where all files write its id, a search finds every use, and a title can be changed without a look at who wrote it. The quick fix writes the id, and so does saving where all safe fixes are made then.',
  valid: [
    { text: oneStep },
    {
      text: `${head}steps:\n  - { checkpoint: It is back, by: [reviewer] }\n`,
      files: { '.claude/skills/reviewer/SKILL.md': '---\nname: reviewer\n---\n' },
    },
  ],
  invalid: [
    {
      text: `${head}steps:
  - skill: SRE
#          ^^^
    do: Restore the service
`,
      fixed: oneStep,
    },
    {
      text: `${head}steps:
  - checkpoint: It is back
    by: [incident-commander, "Technical Writer"]
#                            ^^^^^^^^^^^^^^^^^^
`,
      fixed: `${head}steps:
  - checkpoint: It is back
    by: [incident-commander, "technical-writer"]
`,
    },
  ],
  *check({ document, project }) {
    const skills = project.skillsFor(document.uri);
    for (const node of scalarsOf(document, 'skill-reference')) {
      const found = skills.resolve(node.text);
      if (found.kind !== 'known') continue;
      const id = found.skill.declaration.id.text;
      if (id === node.text || !isPlainId(id) || node.style === 'literal' || node.style === 'folded') continue;
      yield {
        span: node.span,
        message: `${quoted(node.text)} is another name of the skill ${quoted(id)}. Write its id.`,
        fixes: [
          { title: `Change to ${quoted(id)}`, edits: replaceScalar(node, id), preferred: true, safe: true },
        ],
      };
    }
  },
};

/** An id that may stand anywhere as it is. */
const isPlainId = (id: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id);
