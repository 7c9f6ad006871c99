/** What follows when files move: every path that leads to one, or is written in one, in documents and in Markdown, and patterns that name one. */
import { URI } from 'vscode-uri';
import { pathBetween, pathParts } from '../../../project/files.ts';
import type { FileLink, LinkingFile, LinkingFiles } from '../../../project/linkingFiles.ts';
import { fileName, namesBelow } from '../../../project/places.ts';
import type { DocumentState, ProjectSnapshot } from '../../../project/snapshot.ts';
import { inQuotes, writeScalar } from '../../../util/yamlText.ts';
import { type WrittenPath, writtenPaths } from '../writtenPaths.ts';
import { patternEdits } from './patterns.ts';
import type { Edit, Edits, FileMove } from './renaming.ts';

/** Where each address leads after some moves; what lies in a folder moves with it. */
export function movedBy(moves: readonly FileMove[]): (uri: string) => string {
  const longestFirst = moves.toSorted((left, right) => right.from.length - left.from.length);
  return uri => {
    const move = longestFirst.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    return move === undefined ? uri : move.to + uri.slice(move.from.length);
  };
}

/** The edits that keep every path leading where it led, in the texts as they stand before the moves. */
export function pathEdits(
  project: ProjectSnapshot,
  linking: LinkingFiles,
  moves: readonly FileMove[],
): Edits {
  const moved = movedBy(moves);
  const names = moves.map(({ from }) => fileName(from));
  const edits = new Map<string, readonly Edit[]>();
  const keep = (uri: string, found: readonly Edit[]): void => {
    if (found.length > 0) edits.set(uri, found);
  };
  for (const document of project.documents.values()) {
    const isConcerned =
      moved(document.uri) !== document.uri || names.some(name => document.text.includes(name));
    if (!isConcerned) continue;
    const isConfiguration = document.kind === 'configuration';
    keep(
      document.uri,
      isConfiguration ? patternEdits(document, moved) : inDocument(project, document, moved),
    );
  }
  for (const file of linking.values()) keep(file.uri, inMarkdown(file, moved));
  return edits;
}

/** A file before and after, with the folder that its paths may count from. */
interface Writer {
  readonly before: string;
  readonly after: string;
  readonly folder: string;
}

function inDocument(
  project: ProjectSnapshot,
  document: DocumentState,
  moved: (uri: string) => string,
): readonly Edit[] {
  const folder = project.folderOf(document.uri);
  if (folder === undefined) return [];
  const writer = { before: document.uri, after: moved(document.uri), folder };
  const { fileOf } = project.skillsFor(document.uri);
  return writtenPaths({ document, project }).flatMap((each): readonly Edit[] => {
    const [target = ''] = each.target.split('#', 1);
    const { path } = pathParts(each.written);
    const fromFolder =
      fileOf(path, document.uri) !== undefined && namesBelow(folder, target)?.join('/') === path;
    if (!isAffected(writer, fromFolder ? '/' : path, target, moved(target))) return [];
    const rewritten = fromFolder
      ? namesBelow(folder, moved(target))?.join('/')
      : pathTo(writer, path, moved(target));
    return rewritten === undefined || rewritten === path ? [] : edited(each, path, rewritten);
  });
}

/** Whether a path from one file to another reads otherwise once they have moved. */
function isAffected(
  { before, after }: Writer,
  written: string,
  target: string,
  movedTarget: string,
): boolean {
  if (written.startsWith('/')) return target !== movedTarget;
  if (before === after && target === movedTarget) return false;
  return pathBetween(before, target) !== pathBetween(after, movedTarget);
}

/** A path to an address, of the kind that was written; `undefined`: there is none. */
function pathTo({ after, folder }: Writer, written: string, target: string): string | undefined {
  if (written.startsWith('/')) {
    const names = namesBelow(folder, target);
    return names && `/${names.join('/')}`;
  }
  const path = pathBetween(after, target);
  return path !== undefined && written.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
}

/** Text in which no YAML and no sentence sees anything but a path. */
const plainPath = /^[\p{L}\p{N}_./](?:[\p{L}\p{N}_./@-]|(?<!\/)#(?![#/]))*$/u;

function edited({ span, scalar }: WrittenPath, path: string, rewritten: string): readonly Edit[] {
  const place = { start: span.start, end: span.start + path.length };
  if (plainPath.test(rewritten)) return [{ span: place, newText: rewritten }];
  // Among other words it would not be seen as a path any more.
  if (scalar === undefined) return [];
  const { style, text } = scalar;
  const whole = rewritten + text.slice(path.length);
  const newText =
    style === 'single' || style === 'double' ? inQuotes(whole, style) : writeScalar(whole, true);
  return style === 'literal' || style === 'folded' ? [] : [{ span: scalar.span, newText }];
}

function inMarkdown(file: LinkingFile, moved: (uri: string) => string): readonly Edit[] {
  const writer = { before: file.uri, after: moved(file.uri), folder: file.folder };
  return file.links.flatMap((link): readonly Edit[] => {
    const target = moved(link.target);
    if (!isAffected(writer, link.path, link.target, target)) return [];
    const path = pathTo(writer, link.path, target);
    const newText = path === undefined || path === link.path ? undefined : linked(link, path);
    return newText === undefined ? [] : [{ span: link.span, newText }];
  });
}

/** A path as it is written in the place of a link; `undefined`: it cannot stand there. */
function linked({ within, written }: FileLink, path: string): string | undefined {
  // In Markdown a `#` ends the path, and front matter has no way to encode it.
  if (within === 'yaml') return plainPath.test(path) && !path.includes('#') ? path : undefined;
  // As much as must be, and what its author encoded too.
  const marks = within === 'brackets' ? /[\s()<>[\]\\%#?"']/u : /[<>\\%#?"']/u;
  const isEncoded = (mark: string): boolean =>
    marks.test(mark) || (/[\s@]/u.test(mark) && written.includes(percentEncoded(mark)));
  return [...path].map(mark => (isEncoded(mark) ? percentEncoded(mark) : mark)).join('');
}

/** Of ASCII marks, which `encodeURIComponent` leaves in part as they are. */
const percentEncoded = (mark: string): string =>
  mark.charCodeAt(0) < 128
    ? `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(mark);

/** The address of a file under another name in its folder. */
export function besideIt(uri: string, name: string): string {
  const own = URI.parse(uri);
  return own.with({ path: own.path.slice(0, own.path.lastIndexOf('/') + 1) + name }).toString();
}
