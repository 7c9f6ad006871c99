/** The meaning of a file in which an agent keeps a skill: a Markdown file whose front matter says its name and what it is for. */
import { comparable } from '../util/comparable.ts';
import type { Span } from '../util/span.ts';
import type { DeclaredWord, SkillDeclaration } from './catalogue.ts';
import { type FrontMatterField, readFrontMatter } from './frontMatter.ts';
import { isKebabCase, slug } from './values/identifier.ts';

export interface AgentSkill {
  /** Its `summary` is the front matter's `description`, its `span` the front matter. */
  readonly declaration: SkillDeclaration;
  /** How the skill is told apart from another of the same name that the same agents read: by what its path calls it. */
  readonly byPath: SkillDeclaration;
}

/** In UTF-16 units; the format that agents share allows 64. What is longer is no name. */
const longestName = 200;

/** Where there is nothing to point at, the file's beginning. */
const beginning: Span = { start: 0, end: 0 };

/**
 * Reads the skill of a file.
 * @param text `undefined`: the file is there and cannot be read (too large, no text). Its path still says that there is a skill.
 * @param pathName What the path calls it: the name of its folder, or of the file without its ending.
 * @param always False: only a file with front matter is a skill, and any other a note among them.
 * @returns `undefined`: no skill.
 */
export function readAgentSkill(
  text: string | undefined,
  pathName: string,
  always: boolean,
): AgentSkill | undefined {
  const matter = text === undefined ? undefined : readFrontMatter(text, ['name', 'description']);
  if (matter === undefined && !always) return undefined;
  const { name, span } = nameIn(matter?.fields.get('name')) ?? { name: pathName, span: beginning };
  const description = matter?.fields.get('description');
  const declared = (id: string): SkillDeclaration => {
    const word = (spelling: string): DeclaredWord => ({ text: spelling, span });
    return {
      id: word(id),
      ...(name === id ? {} : { title: word(name) }),
      aliases: [id, name].every(each => comparable(each) !== comparable(pathName)) ? [word(pathName)] : [],
      ...(description === undefined ? {} : { summary: description }),
      span: matter?.span ?? beginning,
    };
  };
  return { declaration: declared(idOf([name, pathName])), byPath: declared(idOf([pathName])) };
}

/** On one line. */
function nameIn(
  field: FrontMatterField | undefined,
): { readonly name: string; readonly span: Span } | undefined {
  const name = field?.text.replace(/\s+/gu, ' ').trim() ?? '';
  return field === undefined || name === '' || name.length > longestName
    ? undefined
    : { name, span: field.span };
}

/** The first name that is an id as it stands, else the first that can be made one, else the first. */
function idOf(names: readonly [string, ...string[]]): string {
  return names.find(isKebabCase) ?? names.map(slug).find(each => each !== '') ?? names[0];
}
