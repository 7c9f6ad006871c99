/** What a command works on: the documents that paths, patterns and standard input name, within the project that they belong to. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  createLanguageService,
  fileName,
  isProjectFile,
  type LanguageService,
  type Preset,
} from '../../core/index.ts';
import { decode } from '../../files/decode.ts';
import { createFileLibrary } from '../../node/fileLibrary.ts';
import { createFileWorkspace, filePath, fileUri } from '../../node/fileWorkspace.ts';
import { createNodeEngine } from '../../node/layoutEngine.ts';
import { type Host, Misuse } from '../host.ts';
import { globBase, globMatcher, isGlob } from './globs.ts';
import { nearFiles } from './nearFiles.ts';
import { closed, isWithin, kindOf, projectFolder, shortPath } from './paths.ts';
import { reasonOf } from './systemErrors.ts';
import { listed } from './words.ts';

export interface TargetRequest {
  /** As given: files, folders, patterns, `-` for standard input. None: the whole project. */
  readonly paths: readonly string[];
  /**
   * The folder that is one project, as if it were open in an editor. `undefined`: the working folder, or one above it that says how it is
   * checked.
   */
  readonly root?: string | undefined;
  /** In the place of what configurations say, as far as they do not speak of single rules. */
  readonly preset?: Preset | undefined;
  /** What standard input is called. `undefined`: it is no file yet. */
  readonly stdinFilename?: string | undefined;
}

export interface Target {
  /** Canonical. */
  readonly uri: string;
  /** Absolute; `undefined`: standard input that has no name. */
  readonly path: string | undefined;
  readonly isInput: boolean;
}

export interface Targets {
  readonly service: LanguageService;
  /** The folders of the project, absolute: what is written must lie below one of them. */
  readonly roots: readonly string[];
  /** In the order of their paths, each once. */
  readonly targets: readonly Target[];
  /** What was named and is not there, or cannot be read: a sentence each. */
  readonly problems: readonly string[];
  /** What a person should know of and need not mend: folders in those that were named which others keep to themselves. A sentence each. */
  readonly notes: readonly string[];
}

/** What one argument names. Paths are absolute. */
type Named =
  | { readonly kind: 'input'; readonly path: string | undefined }
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'glob'; readonly path: string; readonly glob: string }
  | { readonly kind: 'nothing'; readonly path: string; readonly given: string };

/** The address of standard input without a name: that of a document that was never saved. */
const inputUri = 'untitled:stdin';

/** How standard input without a name is called in what is said of it. */
export const inputName = '<stdin>';

/** More bytes than this are no text that a person wrote. */
const largestFile = 50_000_000;

/** Reads the project, and finds in it what is named. */
export async function readTargets(host: Host, request: TargetRequest): Promise<Targets> {
  const home = await projectFolder(host, request.root);
  const problems: string[] = [];
  const named: Named[] = [];
  for (const given of pathsOf(request)) {
    const found = await namedBy(host, given, request.stdinFilename);
    if (typeof found === 'string') problems.push(found);
    else named.push(found);
  }
  const roots = rootsOf(home, named);
  const missing = { unread: new Set<string>(), locked: new Set<string>(), isBounded: false };
  const service = await openService(host, roots, request.preset, missing);
  const targets = new Map<string, Target>();
  for (const each of named) {
    const found = await taken(host, service, each);
    if (typeof found === 'string') problems.push(found);
    else for (const target of found) targets.set(target.uri, target);
  }
  for (const uri of missing.unread) {
    const at = filePath(uri);
    if (at !== undefined && named.some(each => covers(each, at))) problems.push(await unreadable(host, at));
  }
  const searched = named.filter(({ kind }) => kind === 'folder' || kind === 'glob');
  const notes = [...missing.locked]
    .filter(at => searched.some(each => each.path !== undefined && isWithin(each.path, at)))
    .map(at => `${shortPath(host, at)} was left out: you have no permission to read it.`);
  if (missing.isBounded && searched.length > 0) problems.push(tooMuch);
  const sorted = [...targets.values()].sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  return { service, roots, targets: sorted, problems, notes };
}

/** An address escapes what is no ASCII, and so has an order of its own. */
const orderOf = ({ path: at, uri }: Target): string => at ?? uri;

/** What is named, each once. A name for standard input means that; beside other paths it would do nothing. */
function pathsOf({ paths, root, stdinFilename }: TargetRequest): readonly string[] {
  if (stdinFilename !== undefined && paths.length > 0 && !paths.includes('-'))
    throw new Misuse('--stdin-filename names standard input: give - as a path, or no path.');
  if (paths.length > 0) return [...new Set(paths)];
  return stdinFilename === undefined ? [root ?? '.'] : ['-'];
}

/** What is said of a file that could not be read: why, as it is now. */
async function unreadable(host: Host, at: string): Promise<string> {
  const name = shortPath(host, at);
  try {
    const isText = decode(await readFile(at)) !== undefined;
    return `${name} cannot be read: ${isText ? 'it is too large' : 'it is no UTF-8 text; save it as such'}.`;
  } catch (problem) {
    return closed(name, { reason: reasonOf(problem) });
  }
}

/** What is said where folders hold none of the files that are looked for. */
export const nothingHere = 'There are no files of Skill Chains here.';

/** What is said behind the name of what was named, and of which neither its name nor a key at its top tells that it is ours. */
export const notOurs =
  'is no file of Skill Chains: it is not called like one, and begins with none of their keys';

/** How a target is called in what is said of it. */
export const nameOf = (host: Pick<Host, 'workingFolder'>, { path: at }: Target): string =>
  at === undefined ? inputName : shortPath(host, at);

async function namedBy(
  { workingFolder }: Host,
  given: string,
  stdinFilename: string | undefined,
): Promise<Named | string> {
  if (given === '') return 'A path is empty: name a file, a folder or a pattern.';
  if (given === '-')
    return { kind: 'input', path: stdinFilename && path.resolve(workingFolder, stdinFilename) };
  const absolute = path.resolve(workingFolder, given);
  const kind = await kindOf(absolute);
  if (typeof kind === 'object') return closed(given, kind);
  if (kind === 'file' || kind === 'folder') return { kind, path: absolute };
  if (kind === 'other') return `${given} is neither a file nor a folder.`;
  const glob = given.replaceAll(path.sep, '/');
  if (!isGlob(glob)) return { kind: 'nothing', path: absolute, given };
  return { kind: 'glob', path: path.resolve(workingFolder, globBase(glob) || '.'), glob };
}

/** The project's own folder, where something in it is named; of what lies elsewhere its own. None lies within another. */
function rootsOf(home: string, named: readonly Named[]): readonly string[] {
  const there = named.filter(({ kind }) => kind !== 'nothing');
  const wanted = there.map(each => {
    if (each.path === undefined || isWithin(home, each.path)) return home;
    return each.kind === 'folder' || each.kind === 'glob' ? each.path : path.dirname(each.path);
  });
  const all = [...new Set(wanted.length === 0 ? [home] : wanted)];
  return all.filter(each => !all.some(other => other !== each && isWithin(other, each)));
}

const tooMuch =
  'There are more files or folders than are read at once, and some of them were not checked. Check the parts one by one, with --root.';

/** What could not be read of a project. */
interface Missing {
  /** The addresses of files that are no text. */
  readonly unread: Set<string>;
  /** The paths of folders. */
  readonly locked: Set<string>;
  /** There are more than are read. */
  isBounded: boolean;
}

/** The service of the editor, over the files of the folders. `missing` takes what could not be read. */
async function openService(
  { programFolder }: Host,
  roots: readonly string[],
  preset: Preset | undefined,
  missing: Missing,
): Promise<LanguageService> {
  const folders = roots.map(fileUri);
  const files = createFileWorkspace(
    () => folders,
    what => {
      if (what.kind === 'locked') missing.locked.add(what.path);
      else missing.isBounded = true;
    },
  );
  const service = createLanguageService(
    {
      ...files,
      read: async (uri, limit) => {
        const text = await files.read(uri, limit);
        if (text === undefined && isProjectFile(fileName(uri))) missing.unread.add(uri);
        return text;
      },
    },
    createFileLibrary(programFolder),
    createNodeEngine(programFolder),
  );
  if (preset !== undefined) service.configure({ presetForAll: preset });
  await service.load();
  return service;
}

async function taken(
  host: Host,
  service: LanguageService,
  named: Named,
): Promise<readonly Target[] | string> {
  if (named.kind === 'input') return takeInput(host, service, named.path);
  if (named.kind !== 'nothing') return take(host, service, named);
  const near = nearFiles(service, named.given).map(at => shortPath(host, at));
  const meant = near.length === 0 ? '' : ` Do you mean ${listed(near, 'or')}?`;
  return `There is no file or folder ${named.given}.${meant}`;
}

async function take(
  host: Host,
  service: LanguageService,
  named: Exclude<Named, { readonly kind: 'input' | 'nothing' }>,
): Promise<readonly Target[] | string> {
  if (named.kind === 'file') return takeFile(host, service, named.path);
  const below = named.kind === 'folder' ? [named.path, await realpath(named.path)] : [];
  const matches = named.kind === 'glob' ? globMatcher(patternBelow(named)) : () => false;
  const found = [...service.snapshot().documents.keys()].flatMap((uri): Target[] => {
    const at = filePath(uri);
    if (at === undefined) return [];
    const isMeant =
      below.some(folder => isWithin(folder, at)) ||
      (isWithin(named.path, at) && matches(path.relative(named.path, at).replaceAll(path.sep, '/')));
    return isMeant ? [{ uri, path: at, isInput: false }] : [];
  });
  return found.length === 0 && named.kind === 'glob'
    ? `No file of Skill Chains matches ${named.glob}.`
    : found;
}

/** The part of a pattern that is one, to be held against paths below its folder. */
const patternBelow = ({ glob }: { readonly glob: string }): string => {
  const base = globBase(glob);
  return base === '' && !glob.startsWith('/') ? glob : glob.slice(base.length + 1);
};

/** A file by its name, whatever that is: the project may not know it, because of its name or its folder. */
async function takeFile(
  host: Host,
  service: LanguageService,
  at: string,
): Promise<readonly Target[] | string> {
  const real = await realpath(at);
  for (const known of [at, real]) {
    const uri = fileUri(known);
    if (service.snapshot().documents.has(uri)) return [{ uri, path: known, isInput: false }];
  }
  const text = await readWhole(at);
  if (text === undefined) return unreadable(host, at);
  const uri = fileUri(at);
  service.setDocument(uri, 1, text);
  return [{ uri, path: at, isInput: false }];
}

async function readWhole(at: string): Promise<string | undefined> {
  try {
    const { size } = await stat(at);
    return size > largestFile ? undefined : decode(await readFile(at));
  } catch {
    return undefined;
  }
}

async function takeInput(
  host: Host,
  service: LanguageService,
  at: string | undefined,
): Promise<readonly Target[] | string> {
  const text = decode(await host.readInput());
  if (text === undefined) return 'Standard input is no UTF-8 text.';
  const uri = at === undefined ? inputUri : fileUri(at);
  service.setDocument(uri, 1, text);
  return [{ uri, path: at, isInput: true }];
}

/** Whether an argument means that file, were it a text. One that names it alone has been told of it already. */
function covers(named: Named, at: string): boolean {
  if (named.kind === 'folder') return isWithin(named.path, at);
  return (
    named.kind === 'glob' &&
    isWithin(named.path, at) &&
    globMatcher(patternBelow(named))(path.relative(named.path, at).replaceAll(path.sep, '/'))
  );
}
