/** The skills and teams that a document can name, from the catalogues of its workspace folder. */
import type { CatalogueModel } from '../model/catalogue.ts';
import { comparable } from '../util/comparable.ts';
import { nearNames } from '../util/nearNames.ts';
import type { KnownSkill, SkillIndex, SkillResolution } from './snapshot.ts';

/** One spelling of a skill, for comparing. */
interface Spelling {
  readonly skill: KnownSkill;
  readonly by: 'id' | 'title' | 'alias';
}

/**
 * Of a skill id or team id that is declared twice the first declaration counts. A name that is one skill's id means
 * that skill, whatever else is called so; a title or alias of several skills means none of them.
 */
export function skillIndex(
  catalogues: readonly { readonly uri: string; readonly model: CatalogueModel }[],
): SkillIndex {
  const skills = new Map<string, KnownSkill>();
  const teams: Map<
    string,
    SkillIndex['teams'] extends ReadonlyMap<string, infer Team> ? Team : never
  > = new Map();
  const spellings = new Map<string, Spelling[]>();
  const spell = (text: string, spelling: Spelling): void => {
    const name = comparable(text);
    const known = spellings.get(name);
    if (known === undefined) spellings.set(name, [spelling]);
    else known.push(spelling);
  };
  for (const { uri, model } of catalogues) {
    for (const declaration of model.skills) {
      const id = declaration.id.text;
      if (skills.has(id)) continue;
      const skill: KnownSkill = { uri, declaration };
      skills.set(id, skill);
      spell(id, { skill, by: 'id' });
      if (declaration.title !== undefined) spell(declaration.title.text, { skill, by: 'title' });
      for (const alias of declaration.aliases) spell(alias.text, { skill, by: 'alias' });
    }
    for (const declaration of model.teams) {
      if (!teams.has(declaration.id.text)) teams.set(declaration.id.text, { uri, declaration });
    }
  }
  return {
    hasCatalogue: catalogues.length > 0,
    skills,
    teams,
    resolve: remembering(text => resolution(text, spellings)),
  };
}

/** Looking for near names is dear, and the same few names are asked for again with every edit. */
function remembering(resolve: (text: string) => SkillResolution): (text: string) => SkillResolution {
  const known = new Map<string, SkillResolution>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const resolved = resolve(text);
    if (known.size < mostRemembered) known.set(text, resolved);
    return resolved;
  };
}

const mostRemembered = 5000;

function resolution(text: string, spellings: ReadonlyMap<string, readonly Spelling[]>): SkillResolution {
  const found = spellings.get(comparable(text)) ?? [];
  const byId = found.filter(each => each.by === 'id');
  const meant = byId.length > 0 ? byId : found;
  const different = [...new Set(meant.map(each => each.skill))];
  const [first] = meant;
  if (first !== undefined && different.length === 1)
    return { kind: 'known', skill: first.skill, by: first.by };
  if (different.length > 1) return { kind: 'ambiguous', skills: different };
  const names = nearNames(text, spellings.keys());
  const near = names.flatMap(name => (spellings.get(name) ?? []).map(each => each.skill));
  return { kind: 'unknown', near: [...new Set(near)] };
}
