/**
 * Skills that agents keep: their name stands in the front matter of a file, which lies in a folder of that name or is itself called so,
 * as the format that agents share wants it (agentskills.io, `name`: at most 64 characters, equal to the folder). All go together.
 */
import { type FrontMatterField, readFrontMatter } from '../../../model/frontMatter.ts';
import { isKebabCase } from '../../../model/values/identifier.ts';
import type { AgentSkillFile } from '../../../project/agentSkillFiles.ts';
import { agentSkillPlace } from '../../../project/agentSkillPlaces.ts';
import { noLinkingFiles } from '../../../project/linkingFiles.ts';
import { namesBelow } from '../../../project/places.ts';
import type { KnownSkill } from '../../../project/snapshot.ts';
import type { FeatureContext } from '../../feature.ts';
import { skillsNamed } from '../declarations.ts';
import { symbolAt } from '../symbolAt.ts';
import { besideIt, pathEdits } from './moves.ts';
import { isCalledById, skillEdits } from './names.ts';
import {
  type Edit,
  type Edits,
  type FileMove,
  joinEdits,
  quoted,
  type Renameable,
  type Renaming,
} from './renaming.ts';

/** Of a skill's name, by the format. */
const longestName = 64;

/** A skill by its id where at least one agent keeps it, or where it ships. */
export function agentSkillAt(context: FeatureContext, offset: number): Renameable | undefined {
  const symbol = symbolAt(context, offset);
  if (symbol?.kind !== 'skill') return undefined;
  const [skill, ...others] = skillsNamed(context, symbol.name);
  if (skill === undefined || others.length > 0) return undefined;
  const id = skill.declaration.id.text;
  if (!isCalledById(skill, symbol.name)) return undefined;
  const { span } = symbol;
  if (skill.origin === 'library') return { name: id, span, refused: shipped(id), to: () => shipped(id) };
  if (skill.files.length === 0) return undefined;
  return { name: id, span, to: newName => renamed(context, skill, newName) };
}

const shipped = (id: string): string =>
  `The skill ${quoted(id)} ships with Skill Chains and keeps its name. Declare a skill of your own in a catalogue of the workspace, and name that here.`;

function renamed(context: FeatureContext, skill: KnownSkill, newName: string): Renaming | string {
  const { project } = context;
  const id = skill.declaration.id.text;
  if (!isKebabCase(newName) || newName.length > longestName)
    return `The name of a skill that agents keep is made of small letters and digits with hyphens between words, at most ${longestName} characters.`;
  const edits = agentSkillEdits(context, skill, newName);
  if (typeof edits === 'string') return edits;
  const moves = skill.files.flatMap(file => moveOf(file, id, newName));
  const taken = moves.find(({ to }) =>
    [...project.agentSkills.keys()].some(uri => `${uri}/`.toLowerCase().startsWith(`${to}/`.toLowerCase())),
  );
  if (taken !== undefined && newName.toLowerCase() !== id.toLowerCase())
    return `Agents keep another skill at ${namesBelow(context.project.folderOf(context.document.uri) ?? '', taken.to)?.join('/') ?? taken.to} already. Choose another name.`;
  return { edits: joinEdits([edits, pathEdits(project, context.linking ?? noLinkingFiles, moves)]), moves };
}

/** The edits that call a skill otherwise in its files, in a catalogue, and wherever it is named by its id; its files stay where they are. */
export function agentSkillEdits(context: FeatureContext, skill: KnownSkill, newName: string): Edits | string {
  const edits = new Map<string, readonly Edit[]>();
  for (const file of skill.files) {
    const edit = nameEdit(file, skill, newName);
    if (typeof edit === 'string') return edit;
    if (edit !== undefined) edits.set(file.uri, [edit]);
  }
  const used = skillEdits(context, skill, newName);
  return typeof used === 'string' ? used : joinEdits([edits, used]);
}

/** The name in the front matter; `undefined`: there is none, and the path alone says it. */
function nameEdit(file: AgentSkillFile, skill: KnownSkill, newName: string): Edit | string | undefined {
  const id = skill.declaration.id.text;
  const field = frontMatterName(file);
  if (file.head === undefined)
    return `${file.path} cannot be read, so the name in it is not known. Rename it there by hand.`;
  if (field === undefined) return undefined;
  const written = file.head.slice(field.span.start, field.span.end);
  const quote = /^(["'])(.*)\1$/su.exec(written);
  if ((quote?.[2] ?? written) !== id)
    return `${file.path} calls the skill ${quoted(field.text)}. Write its name there as ${quoted(id)} first, or rename it there by hand.`;
  const inset = quote === null ? 0 : 1;
  return { span: { start: field.span.start + inset, end: field.span.end - inset }, newText: newName };
}

const frontMatterName = ({ head }: AgentSkillFile): FrontMatterField | undefined =>
  head === undefined ? undefined : readFrontMatter(head, ['name'])?.fields.get('name');

/** The folder of a `SKILL.md`, or another file itself, where it is called after the skill. */
function moveOf(file: AgentSkillFile, id: string, newName: string): readonly FileMove[] {
  if (newName === id || agentSkillPlace(file.folder, file.uri)?.name !== id) return [];
  const isFolder = file.path.endsWith('/SKILL.md');
  const from = isFolder ? file.uri.slice(0, file.uri.lastIndexOf('/')) : file.uri;
  const ending = isFolder ? '' : file.path.slice(file.path.lastIndexOf('/') + 1 + id.length);
  return [{ from, to: besideIt(from, newName + ending) }];
}

/** The name that a skill gets where its file gets another address; `undefined`: it goes by the one it has. */
export function nameFromFile(file: AgentSkillFile, skill: KnownSkill, newUri: string): string | undefined {
  const id = skill.declaration.id.text;
  if (newUri === file.uri || skill.files.length > 1) return undefined;
  const [before, after] = [file.uri, newUri].map(uri => agentSkillPlace(file.folder, uri)?.name);
  const isCalledSo = before === id && (frontMatterName(file)?.text ?? id) === id;
  const isName = after !== undefined && after !== id && isKebabCase(after) && after.length <= longestName;
  return isCalledSo && isName ? after : undefined;
}
