/** What the catalogues of a workspace folder say of who must do and may decide what. */
import type { CatalogueModel, Delegation, LastWord } from '../../model/catalogue.ts';
import type { Word } from '../../model/chain.ts';
import type { SkillIndex } from '../../project/snapshot.ts';
import type { RuleContext } from '../rule.ts';

/** The file of a skill example in which rules on duties stand. */
export const dutiesFile = `skills:
  site-reliability-engineer: { title: Site Reliability Engineer, aliases: [SRE] }
  security-sentinel: { title: Security Sentinel }
  technical-writer: { title: Technical Writer }
delegation:
  - { task: documentation, skill: technical-writer }
  - { task: code review, skill: security-sentinel }
never-overridden:
  - { skill: security-sentinel, about: critical vulnerabilities }
`;

export interface Known<Duty> {
  readonly uri: string;
  readonly duty: Duty;
  /** The id of the skill that has it. */
  readonly skill: string;
}

export const delegations = (context: RuleContext): readonly Known<Delegation>[] =>
  duties(context, ({ delegation }) => delegation);

export const lastWords = (context: RuleContext): readonly Known<LastWord>[] =>
  duties(context, ({ lastWords: words }) => words);

/** Those whose skill is known; none before the workspace was read. */
function duties<Duty extends { readonly skill: Word }>(
  { document, project }: RuleContext,
  of: (catalogue: CatalogueModel) => readonly Duty[],
): readonly Known<Duty>[] {
  if (!project.complete) return [];
  const index = project.skillsFor(document.uri);
  return project.neighboursOf(document.uri).flatMap(({ uri, model }) =>
    model?.kind === 'catalogue'
      ? of(model).flatMap(duty => {
          const skill = skillId(index, duty.skill);
          return skill === undefined ? [] : [{ uri, duty, skill }];
        })
      : [],
  );
}

/** The id of the skill that a word names; `undefined` where that is not certain. */
export function skillId(index: SkillIndex, word: Word): string | undefined {
  const resolved = index.resolve(word.text);
  return resolved.kind === 'known' ? resolved.skill.declaration.id.text : undefined;
}
