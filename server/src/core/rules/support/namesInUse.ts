/** Which of the skills and teams that a catalogue declares somebody names. */
import type { CatalogueModel } from '../../model/catalogue.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { RuleContext } from '../rule.ts';
import { scalarsOf } from './scalars.ts';
import { hyphenated } from './words.ts';

export interface NamesInUse {
  /** The ids of skills that a chain, a catalogue or anything else names in any spelling, or may mean. */
  readonly skills: ReadonlySet<string>;
  /** The texts that name teams. */
  readonly teams: ReadonlySet<string>;
  /** Whether a file of the folder that could not be read as a whole holds the name. */
  maySpeakOf(name: string): boolean;
}

/**
 * `undefined` where nobody can tell: not every file was read, the document is no catalogue, or it stands alone, as no chain or suite of its
 * workspace folder names a skill or a team of it; then it is there for others.
 */
export function namesInUse({
  document,
  project,
}: RuleContext): { readonly catalogue: CatalogueModel; readonly used: NamesInUse } | undefined {
  const { model: catalogue } = document;
  if (catalogue?.kind !== 'catalogue' || !project.complete || project.folderOf(document.uri) === undefined)
    return undefined;
  const index = project.skillsFor(document.uri);
  const skills = new Set<string>();
  const teams = new Set<string>();
  const ownSkills = new Set(catalogue.skills.map(({ id }) => id.text));
  const ownTeams = new Set(catalogue.teams.map(({ id }) => id.text));
  const unread: DocumentState[] = [];
  let isNamed = false;
  for (const other of project.neighboursOf(document.uri)) {
    const { tree, shape, kind, uri } = other;
    if (uri !== document.uri && (!tree.complete || shape.problems.length > 0)) unread.push(other);
    const ids = [...new Set(scalarsOf(other, 'skill-reference').map(({ text }) => text))].flatMap(text => {
      const found = index.resolve(text);
      const meant =
        found.kind === 'known' ? [found.skill] : found.kind === 'ambiguous' ? found.skills : found.near;
      return meant.map(({ declaration }) => declaration.id.text);
    });
    const named = scalarsOf(other, 'team-reference', 'suite-team').map(({ text }) => text);
    for (const id of ids) skills.add(id);
    for (const team of named) teams.add(team);
    isNamed ||=
      (kind === 'chain' || kind === 'suite') &&
      (ids.some(id => ownSkills.has(id)) || named.some(team => ownTeams.has(team)));
  }
  if (!isNamed) return undefined;
  let texts: string | undefined;
  const maySpeakOf = (name: string): boolean => {
    texts ??= unread.map(({ text }) => hyphenated(text)).join('\n');
    return texts.includes(hyphenated(name));
  };
  return { catalogue, used: { skills, teams, maySpeakOf } };
}
