import type { DeclaredWord, SkillDeclaration } from '../model/catalogue.ts';
import type { ProjectSnapshot } from '../project/snapshot.ts';
import { comparable } from '../util/comparable.ts';
import type { Rule } from './rule.ts';
import { quoted } from './support/words.ts';

const catalogue = (second: string): string => `skills:
  infrastructure-engineer:
    title: DevOps/IaC Specialist
  release-engineer:
    title: Release Engineer
    aliases: [${second}]
`;

export const similarSkillNames: Rule = {
  code: 'similar-skill-names',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only people know which of the two spellings is right, or whether they are two skills.',
  summary: 'The names of two skills differ only in punctuation.',
  details:
    'Two entries whose names differ only in blanks, slashes or hyphens are most often one skill that was written down twice, and which of the two a chain names is then a matter of chance. Make one skill of them and keep the other spellings as its aliases, or give one of them a name of its own.',
  valid: [
    { text: catalogue('RE, Release Manager'), path: 'team.skills.yaml', files: {} },
    {
      text: `skills:
  infrastructure-engineer:
    title: DevOps/IaC Specialist
    aliases: [DevOps / IaC Specialist, devops-iac-specialist]
`,
      path: 'team.skills.yaml',
      files: {},
    },
  ],
  invalid: [
    {
      text: `${catalogue('RE, DevOps / IaC Specialist')}#                 ^^^^^^^^^^^^^^^^^^^^^^^\n`,
      path: 'team.skills.yaml',
      files: {},
    },
  ],
  *check({ document, project }) {
    const known = new Map<string, Named[]>();
    for (const named of namesIn(project, document.uri)) {
      const { uri, skill, word } = named;
      const same = known.get(named.words) ?? [];
      known.set(named.words, [...same, named]);
      const others = same.filter(each => each.skill.id.text !== skill.id.text);
      const [first] = others;
      if (uri !== document.uri || first === undefined) continue;
      // A name that is another's as it stands is a duplicate, of which more is said elsewhere.
      if (others.some(each => comparable(each.word.text) === comparable(word.text))) continue;
      const id = quoted(first.skill.id.text);
      yield {
        span: word.span,
        message: `${quoted(word.text)} differs from ${quoted(first.word.text)}, a name of the skill ${id}, in punctuation alone. Make one skill of the two, or give one of them another name.`,
        related: [{ uri: first.uri, span: first.word.span, message: `This is a name of ${id}.` }],
      };
    }
  },
};

interface Named {
  readonly uri: string;
  readonly skill: SkillDeclaration;
  readonly word: DeclaredWord;
  readonly words: string;
}

/** Every name of every skill that the catalogues of a folder declare, in the order in which they count; titles before ids. */
const namesIn = (project: ProjectSnapshot, from: string): readonly Named[] =>
  project
    .neighboursOf(from)
    .flatMap(({ uri, model }) =>
      model?.kind === 'catalogue'
        ? model.skills.flatMap(skill =>
            [...(skill.title === undefined ? [] : [skill.title]), ...skill.aliases, skill.id]
              .map(word => ({ uri, skill, word, words: wordsOf(word.text) }))
              .filter(({ words }) => words !== ''),
          )
        : [],
    );

/** The words of a name. What tells `C++` from `C#` and `C` belongs to them, other signs do not. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '-')
    .replace(/^-|-$/g, '');
