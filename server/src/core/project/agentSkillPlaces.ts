/** Where agents keep their skills, below a workspace folder. */
import type { PathPattern } from '../workspace.ts';
import { namesBelow } from './places.ts';

/** In the order in which they count. A star stands for the skill's name. */
const places = [
  { glob: '.claude/skills/*/SKILL.md', always: true },
  // Notes lie among these files too; an agent is what has front matter.
  { glob: '.claude/agents/*.md', always: false },
  { glob: '.github/skills/*/SKILL.md', always: true },
  { glob: '.github/agents/*.agent.md', always: true },
  { glob: '.agents/skills/*/SKILL.md', always: true },
] as const;

/** As globs below a workspace folder. */
export const agentSkillGlobs: readonly string[] = places.map(place => place.glob);

const patternOf = (glob: string): PathPattern =>
  glob.split('/').map(segment => {
    if (!segment.includes('*')) return segment;
    const [before = '', after = ''] = segment.split('*').map(part => part.replace(/\./gu, '\\.'));
    return new RegExp(`^${before}(.+)${after}$`, 'su');
  });

/** As the names on the way to a file. */
export const agentSkillPaths: readonly PathPattern[] = agentSkillGlobs.map(patternOf);

/** What the address of a file says of the skill in it. */
export interface AgentSkillPlace {
  /** Below the workspace folder, decoded. */
  readonly path: string;
  /** The position of the place among those where agents keep skills; one kind of agent reads one place. */
  readonly place: number;
  /** What the path calls the skill. */
  readonly name: string;
  /** Every file that lies so is a skill; false: only one with front matter. */
  readonly always: boolean;
}

/** `undefined`: no agent keeps skills there. */
export function agentSkillPlace(folder: string, uri: string): AgentSkillPlace | undefined {
  const names = namesBelow(folder, uri);
  const place = agentSkillPaths.findIndex(path => path.length === names?.length && leads(names, path));
  const found = places[place];
  if (names === undefined || found === undefined) return undefined;
  const name = agentSkillPaths[place]?.map((step, at) =>
    typeof step === 'string' ? undefined : step.exec(names[at] ?? '')?.[1],
  );
  return {
    path: names.join('/'),
    place,
    name: name?.find(each => each !== undefined) ?? '',
    always: found.always,
  };
}

/** Whether an address is that of a file in which an agent keeps a skill, or of a folder on the way there. */
export const leadsToAgentSkills = (uri: string, folders: readonly string[]): boolean =>
  folders.some(folder => {
    const names = namesBelow(folder, uri);
    return names !== undefined && agentSkillPaths.some(path => leads(names, path));
  });

/** Whether names are the beginning of a path, or all of it. */
const leads = (names: readonly string[], path: PathPattern): boolean =>
  names.every((name, at) => {
    const step = path[at];
    return typeof step === 'string' ? step === name : step?.test(name) === true;
  });
