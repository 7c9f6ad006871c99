/**
 * The Markdown files of the workspace that lead to its documents: decision records, post-mortems, notes, the skills of agents. They are
 * no documents, no finding depends on them, and nothing of them is read before somebody asks who names something or what moves with a
 * file. What was read is kept until it is told to have changed.
 */
import { URI, Utils } from 'vscode-uri';
import { type MarkdownOrigin, readMarkdownLinks } from '../model/markdownLinks.ts';
import { type LineMap, lineMap } from '../util/lineMap.ts';
import type { Span } from '../util/span.ts';
import type { Workspace } from '../workspace.ts';
import { leadsToAgentSkills } from './agentSkillPlaces.ts';
import { fileName, folderOf, isProjectFile } from './places.ts';

/** A link to a file that a project reads. */
export interface FileLink {
  /** The path alone, without what points into the file. */
  readonly span: Span;
  /** As it stands in the text. */
  readonly written: string;
  /** The path that is meant. */
  readonly path: string;
  /** The canonical address of the file; whether there is such a file is another question. */
  readonly target: string;
  readonly within: 'angles' | 'quotes' | 'brackets' | 'yaml';
}

export interface LinkingFile {
  readonly uri: string;
  /** Its workspace folder. */
  readonly folder: string;
  readonly text: string;
  readonly lines: LineMap;
  /** In text order. */
  readonly links: readonly FileLink[];
  readonly origins: readonly MarkdownOrigin[];
}

/** By address; files that lead to no document are not among them. */
export type LinkingFiles = ReadonlyMap<string, LinkingFile>;

export const noLinkingFiles: LinkingFiles = new Map();

/** Of more files the first in the order of their addresses are read: a documentation of that size is no workspace of chains. */
export const mostLinkingFiles = 2000;
/** A file larger than this many bytes is generated, and left out. */
const largestFile = 500_000;
/** UTF-16 units of all files together; what comes after is left out. */
const mostText = 20_000_000;
const readAtOnce = 16;

export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/iu.test(name);

export interface LinkingFileIndex {
  /** Reads what is not known, what may have changed, and anew what leads to documents. */
  read(): Promise<void>;
  /** As they were read last. */
  files(): LinkingFiles;
  /** Forgets files, and what lies in folders; `undefined`: all. */
  forget(uris: readonly string[] | undefined): void;
}

export function createLinkingFiles(workspace: Workspace): LinkingFileIndex {
  /** `undefined`: it was read, and leads nowhere. */
  let known: ReadonlyMap<string, LinkingFile | undefined> = new Map();
  let current: LinkingFiles = noLinkingFiles;
  let stale = new Set<string>();
  let listed: readonly string[] | undefined;
  let reading: Promise<void> | undefined;

  const readAll = async (): Promise<void> => {
    const uris = listed ?? (await workspace.list(isMarkdown)).slice(0, mostLinkingFiles);
    listed = uris;
    // What is about to be edited is read again, whatever was heard of it.
    const again = new Set([...stale, ...current.keys()]);
    stale = new Set();
    const next = new Map<string, LinkingFile | undefined>();
    let length = 0;
    for (let at = 0; at < uris.length && length < mostText; at += readAtOnce) {
      const batch = uris.slice(at, at + readAtOnce).map(async uri => {
        if (known.has(uri) && !again.has(uri)) return [uri, known.get(uri), 0] as const;
        const text = await workspace.read(uri, largestFile);
        return [
          uri,
          text === undefined ? undefined : linkingFile(uri, text, workspace.folders()),
          text?.length ?? 0,
        ] as const;
      });
      for (const [uri, file, read] of await Promise.all(batch)) {
        next.set(uri, file);
        length += file?.text.length ?? read;
      }
    }
    known = next;
    current = new Map([...next].flatMap(([uri, file]) => (file === undefined ? [] : [[uri, file] as const])));
  };
  return {
    read: async () => {
      // One that is on its way may have begun before the last change.
      await reading;
      reading = readAll();
      await reading;
    },
    files: () => current,
    forget: uris => {
      if (uris === undefined) {
        known = new Map();
        listed = undefined;
        return;
      }
      for (const uri of uris) {
        if (!known.has(uri)) listed = undefined;
        stale.add(uri);
      }
    },
  };
}

/** `undefined`: nothing in it leads to a document. */
export function linkingFile(uri: string, text: string, folders: readonly string[]): LinkingFile | undefined {
  const folder = folderOf(uri, folders);
  const read = readMarkdownLinks(text);
  const links = read.links
    .flatMap(({ span, path, within }): readonly FileLink[] => {
      const target = linkTarget(path, uri, folder);
      if (target === undefined || !isLedTo(target, folders)) return [];
      return [{ span, written: text.slice(span.start, span.end), path, target, within }];
    })
    .toSorted((left, right) => left.span.start - right.span.start);
  if (links.length === 0 && read.origins.length === 0) return undefined;
  return { uri, folder, text, lines: lineMap(text), links, origins: read.origins };
}

/** Documents, and the files in which agents keep skills. */
const isLedTo = (target: string, folders: readonly string[]): boolean =>
  isProjectFile(fileName(target)) || (isMarkdown(fileName(target)) && leadsToAgentSkills(target, folders));

/** A path counts from the file's own folder, one that begins with `/` from the workspace folder. */
function linkTarget(path: string, uri: string, folder: string): string | undefined {
  try {
    const base = path.startsWith('/') ? URI.parse(folder) : Utils.dirname(URI.parse(uri));
    return Utils.joinPath(base, path).toString();
  } catch {
    return undefined;
  }
}
