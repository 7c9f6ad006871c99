/** The files in which agents keep skills: found and read through the workspace, each read again only where it may be new. */
import { readAgentSkill } from '../model/agentSkill.ts';
import type { SkillDeclaration } from '../model/catalogue.ts';
import { longestFrontMatter } from '../model/frontMatter.ts';
import { type LineMap, lineMap } from '../util/lineMap.ts';
import type { StopSignal, Workspace } from '../workspace.ts';
import { agentSkillPaths, agentSkillPlace, leadsToAgentSkills } from './agentSkillPlaces.ts';
import { folderOf } from './places.ts';

/** A file in which an agent keeps a skill. */
export interface AgentSkillFile {
  readonly uri: string;
  /** The workspace folder. */
  readonly folder: string;
  /** Below the workspace folder, decoded. */
  readonly path: string;
  /** The position of its place among those where agents keep skills; one kind of agent reads one place. */
  readonly place: number;
  /** The beginning of the text, which all spans are in; `undefined` where it could not be read. */
  readonly head: string | undefined;
  readonly lines: LineMap;
  readonly declaration: SkillDeclaration;
  /** The skill under the name that its path gives it, for where another of the same place has the same name. */
  readonly byPath: SkillDeclaration;
}

export type AgentSkillFiles = ReadonlyMap<string, AgentSkillFile>;

/** A file larger than this many bytes is not read, and called what its path calls it. */
const largestFile = 2_000_000;

/** Files whose reading is on its way together. */
const readAtOnce = 16;

/**
 * The files after a change.
 * @param changed Addresses of files and folders that were made, changed or deleted; `undefined`: everything is read.
 * @returns `undefined`: stopped before the end. `known` itself where no address has to do with these files.
 */
export async function refreshAgentSkills(
  workspace: Workspace,
  known: AgentSkillFiles,
  changed: readonly string[] | undefined,
  signal?: StopSignal,
): Promise<AgentSkillFiles | undefined> {
  const folders = workspace.folders();
  const concerned = changed?.filter(uri => known.has(uri) || leadsToAgentSkills(uri, folders));
  if (concerned?.length === 0) return known;
  const uris = await workspace.find(agentSkillPaths, signal);
  const isNew = (uri: string): boolean =>
    concerned === undefined ||
    !known.has(uri) ||
    concerned.some(each => uri === each || uri.startsWith(`${each}/`));
  const files = new Map<string, AgentSkillFile>();
  for (let at = 0; at < uris.length; at += readAtOnce) {
    if (signal?.aborted === true) return undefined;
    const read = uris.slice(at, at + readAtOnce).map(async uri => {
      const before = known.get(uri);
      return before !== undefined && !isNew(uri) ? before : readFile(workspace, uri, folders, before);
    });
    for (const file of await Promise.all(read)) if (file !== undefined) files.set(file.uri, file);
  }
  return signal?.aborted === true ? undefined : files;
}

/** `before` is the file as it was; it stays where nothing in it is new. */
async function readFile(
  workspace: Workspace,
  uri: string,
  folders: readonly string[],
  before: AgentSkillFile | undefined,
): Promise<AgentSkillFile | undefined> {
  const folder = folderOf(uri, folders);
  const place = agentSkillPlace(folder, uri);
  if (place === undefined) return undefined;
  const head = (await workspace.read(uri, largestFile))?.slice(0, longestFrontMatter);
  if (before !== undefined && before.head === head && before.folder === folder) return before;
  const skill = readAgentSkill(head, place.name, place.always);
  return (
    skill && { uri, folder, path: place.path, place: place.place, head, lines: lineMap(head ?? ''), ...skill }
  );
}

/** In the order in which they count: by place, then by path. */
export const inOrder = (files: Iterable<AgentSkillFile>): readonly AgentSkillFile[] =>
  [...files].sort((left, right) => left.place - right.place || (left.path < right.path ? -1 : 1));

/**
 * The paths that a catalogue's `source` may mean, below the workspace folder, from which it counts; some write it as other paths, from
 * the catalogue's own folder.
 * @param catalogue The names on the way from the workspace folder to the catalogue.
 */
export function sourcePaths(source: string, catalogue: readonly string[]): readonly string[] {
  const bases = source.startsWith('/') ? [[]] : [[], catalogue.slice(0, -1)];
  return bases.flatMap(base => joined(base, source) ?? []);
}

/** `undefined` for a path that climbs out. */
function joined(base: readonly string[], path: string): string | undefined {
  const names = [...base];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names.join('/');
}
