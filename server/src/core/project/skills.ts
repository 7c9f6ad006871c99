/**
 * The skills and teams that a document can name: those of the catalogues of its workspace folder, those that agents keep there, and the
 * skills of the catalogue that ships.
 */
import type { CatalogueModel, SkillDeclaration } from '../model/catalogue.ts';
import { comparable } from '../util/comparable.ts';
import { groupBy } from '../util/groupBy.ts';
import { nearNames } from '../util/nearNames.ts';
import { type AgentSkillFile, inOrder, sourcePaths } from './agentSkillFiles.ts';
import { fileName, namesBelow } from './places.ts';
import type { KnownSkill, SkillIndex, SkillResolution } from './snapshot.ts';

export interface SkillSources {
  /** The workspace folder; `''` outside of all. */
  readonly folder: string;
  readonly catalogues: readonly { readonly uri: string; readonly model: CatalogueModel }[];
  readonly files: readonly AgentSkillFile[];
  /** The catalogues that ship. */
  readonly library: SkillSources['catalogues'];
}

/** One spelling of a skill, for comparing. */
interface Spelling {
  readonly skill: KnownSkill;
  readonly by: 'id' | 'title' | 'alias';
}

/** The spellings of the skills of one origin, by their comparable form. */
type Spellings = Map<string, Spelling[]>;

/**
 * Of a skill id or team id that is declared twice the first declaration counts. A name that is one skill's id means
 * that skill, whatever else is called so; a title or alias of several skills means none of them. A name that a catalogue gives to a
 * skill means that one, and only what no catalogue decides is looked for among the skills that agents keep; what is in doubt among
 * these stays so, whatever the catalogue that ships says. Its teams do not count: which teams there are is for the workspace to say.
 */
export function skillIndex({ folder, catalogues, files, library }: SkillSources): SkillIndex {
  const namesOf = (uri: string): readonly string[] => namesBelow(folder, uri) ?? [];
  const byPath = new Map(files.map(file => [file.path, file]));
  const fileOf: SkillIndex['fileOf'] = (source, uri) => {
    for (const path of sourcePaths(source, namesOf(uri))) {
      const file = byPath.get(path);
      if (file !== undefined) return file;
    }
    return undefined;
  };
  const teams = new Map<string, SkillIndex['teams'] extends ReadonlyMap<string, infer Team> ? Team : never>();
  const declared = new Map<string, Draft>();
  for (const { uri, model } of catalogues) {
    const path = namesOf(uri).join('/') || uri;
    for (const declaration of model.skills) {
      const id = declaration.id.text;
      if (!declared.has(id)) declared.set(id, { origin: 'catalogue', uri, path, declaration, files: [] });
    }
    for (const declaration of model.teams) {
      if (!teams.has(declaration.id.text)) teams.set(declaration.id.text, { uri, declaration });
    }
  }
  const ofCatalogues: Spellings = new Map();
  for (const skill of declared.values()) spellAll(ofCatalogues, skill);
  const ofAgents: Spellings = new Map();
  const free = attach(inOrder(files), declared.values(), ofCatalogues, ofAgents, fileOf);
  const skills = new Map<string, KnownSkill>(declared);
  for (const skill of discovered(free)) {
    if (!skills.has(skill.declaration.id.text)) skills.set(skill.declaration.id.text, skill);
    spellAll(ofAgents, skill);
  }
  const ofLibrary = addLibrary(skills, library, [ofCatalogues, ofAgents]);
  return {
    hasSources: catalogues.length > 0 || files.length > 0,
    skills,
    teams,
    resolve: remembering(text => {
      const known = resolution(text, [ofCatalogues, ofAgents]);
      return known.kind === 'unknown' ? resolution(text, [ofCatalogues, ofAgents, ofLibrary]) : known;
    }),
    fileOf,
  };
}

/**
 * Adds the skills that ship, last. What the workspace has under the same id is known by their other names too; one whose id is another
 * name of a skill of the workspace cannot be meant by anybody, and is left out.
 */
function addLibrary(
  skills: Map<string, KnownSkill>,
  library: SkillSources['catalogues'],
  origins: readonly Spellings[],
): Spellings {
  const spellings: Spellings = new Map();
  const byId = new Map([...skills.values()].map(skill => [comparable(skill.declaration.id.text), skill]));
  for (const { uri, model } of library) {
    for (const declaration of model.skills) {
      const id = comparable(declaration.id.text);
      const own = byId.get(id);
      if (own === undefined) {
        if (origins.some(spellings => spellings.has(id))) continue;
        const skill: KnownSkill = { origin: 'library', uri, path: fileName(uri), declaration, files: [] };
        byId.set(id, skill);
        skills.set(declaration.id.text, skill);
        spellAll(spellings, skill);
      } else {
        for (const name of [declaration.title, ...declaration.aliases])
          if (name !== undefined) spell(spellings, name.text, { skill: own, by: 'alias' });
      }
    }
  }
  return spellings;
}

/** A skill to which files are still added. */
interface Draft extends KnownSkill {
  readonly files: AgentSkillFile[];
}

function spell(spellings: Spellings, text: string, spelling: Spelling): void {
  const name = comparable(text);
  const known = spellings.get(name);
  if (known === undefined) spellings.set(name, [spelling]);
  else known.push(spelling);
}

function spellAll(spellings: Spellings, skill: KnownSkill): void {
  const { id, title, aliases } = skill.declaration;
  spell(spellings, id.text, { skill, by: 'id' });
  if (title !== undefined) spell(spellings, title.text, { skill, by: 'title' });
  for (const alias of aliases) spell(spellings, alias.text, { skill, by: 'alias' });
}

/**
 * Gives each file to the skill of a catalogue that it belongs to: the one whose `source` it is, under whose id the file's own name is
 * known then too, else the one that the catalogue calls as the file calls itself. Returns the files that belong to none.
 */
function attach(
  files: readonly AgentSkillFile[],
  declared: Iterable<Draft>,
  ofCatalogues: Spellings,
  ofAgents: Spellings,
  fileOf: SkillIndex['fileOf'],
): readonly AgentSkillFile[] {
  const sources = new Map<AgentSkillFile, Draft[]>();
  const drafts = new Map<KnownSkill, Draft>();
  for (const draft of declared) {
    drafts.set(draft, draft);
    const { source } = draft.declaration;
    const file = source && fileOf(source.text, draft.uri);
    if (file !== undefined) sources.set(file, [...(sources.get(file) ?? []), draft]);
  }
  return files.filter(file => {
    const named = sources.get(file) ?? [];
    for (const draft of named) {
      draft.files.push(file);
      for (const name of namesIn(file.declaration)) spell(ofAgents, name, { skill: draft, by: 'alias' });
    }
    if (named.length > 0) return false;
    const found = namesIn(file.declaration).map(name => resolution(name, [ofCatalogues]));
    const owner = found.find(each => each.kind === 'known');
    if (owner === undefined) return true;
    drafts.get(owner.skill)?.files.push(file);
    return false;
  });
}

/** What a file calls its skill. */
const namesIn = ({ id, title }: SkillDeclaration): readonly string[] =>
  title === undefined ? [id.text] : [id.text, title.text];

/**
 * The skills of files, in their order. People keep one skill in several places, for several agents: those of one name are one skill.
 * Two of one name in the same place are different ones, which their paths tell apart.
 */
function discovered(files: readonly AgentSkillFile[]): readonly KnownSkill[] {
  const nameOf = ({ id }: SkillDeclaration): string => comparable(id.text);
  const inPlace = groupBy(files, file => `${file.place} ${nameOf(file.declaration)}`);
  const isAlone = (file: AgentSkillFile): boolean =>
    inPlace.get(`${file.place} ${nameOf(file.declaration)}`)?.length === 1;
  const skills = new Map<string, Draft>();
  for (const file of files) {
    const declaration = isAlone(file) ? file.declaration : file.byPath;
    const known = skills.get(nameOf(declaration));
    if (known !== undefined) known.files.push(file);
    else {
      const { uri, path } = file;
      skills.set(nameOf(declaration), { origin: 'agents', uri, path, declaration, files: [file] });
    }
  }
  for (const file of files) {
    const namesake = skills.get(nameOf(file.declaration));
    if (namesake !== undefined && !namesake.files.includes(file)) namesake.files.push(file);
  }
  return [...skills.values()];
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

/** `origins` in the order in which they count. */
function resolution(text: string, origins: readonly Spellings[]): SkillResolution {
  const name = comparable(text);
  let ambiguous: SkillResolution | undefined;
  for (const spellings of origins) {
    const found = spellings.get(name) ?? [];
    const ids = found.filter(each => each.by === 'id');
    const meant = ids.length > 0 ? ids : found;
    const [first] = meant;
    const different = [...new Set(meant.map(each => each.skill))];
    if (first !== undefined && different.length === 1)
      return { kind: 'known', skill: first.skill, by: first.by };
    if (different.length > 1) ambiguous ??= { kind: 'ambiguous', skills: different };
    if (ids.length > 1) break;
  }
  return ambiguous ?? { kind: 'unknown', near: nearest(text, origins) };
}

/** The skills whose names are near, best first. */
function nearest(text: string, origins: readonly Spellings[]): readonly KnownSkill[] {
  const names = nearNames(text, new Set(origins.flatMap(spellings => [...spellings.keys()])));
  const near = names.flatMap(name => origins.flatMap(spellings => spellings.get(name) ?? []));
  return [...new Set(near.map(each => each.skill))];
}
