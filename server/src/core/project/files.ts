/** From a path as a person writes it to the file it means, within one workspace folder. */
import { URI, Utils } from 'vscode-uri';

export type FileTarget =
  /** The canonical address; whether there is such a file is another question. */
  | { readonly kind: 'inside'; readonly uri: string }
  /** The path leads out of the workspace folder. */
  | { readonly kind: 'outside' }
  /** It is no path, or the document stands in no workspace folder. */
  | { readonly kind: 'none' };

/** A path as it is written, taken apart. */
export interface PathParts {
  readonly path: string;
  /** What points into the file, without its `#`; `undefined`: nothing does. */
  readonly place: string | undefined;
}

/** How the names of files end. */
const fileEnding = String.raw`\.[A-Za-z][A-Za-z0-9]{0,7}`;
const endsAsFile = new RegExp(`${fileEnding}$`, 'u');
const pointsIntoFile = new RegExp(`^(.*${fileEnding})#([^/#]*)$`, 'su');

/**
 * A `#` is a mark of a name like any other, since folders and files may be called so. It points into the file only right behind a
 * file's ending, and where the whole does not end as a file does: `a#1/b.md` is a path, and `a.md#1` a place within `a.md`.
 */
export function pathParts(written: string): PathParts {
  const match = endsAsFile.test(written) ? null : pointsIntoFile.exec(written);
  return { path: match?.[1] ?? written, place: match?.[2] };
}

/**
 * A path counts from the document's own folder, one that begins with `/` from the workspace folder. What points into the file
 * (`pathParts`) becomes the fragment of its address.
 * @param uri The document that the path is written in.
 * @param folderUri Its workspace folder; `undefined`: none.
 */
export function resolveFile(written: string, uri: string, folderUri: string | undefined): FileTarget {
  const isForeign = /^[A-Za-z][A-Za-z0-9+.-]*:/u.test(written) || written.startsWith('//');
  const own = URI.parse(uri);
  const folder = folderUri === undefined ? undefined : URI.parse(folderUri);
  const { path, place: fragment } = pathParts(written);
  if (isForeign || path === '' || written.includes('\\') || folder === undefined || !isWithin(own, folder))
    return { kind: 'none' };
  const target = path.startsWith('/')
    ? Utils.joinPath(folder, path)
    : Utils.joinPath(Utils.dirname(own), path);
  if (!isWithin(target, folder)) return { kind: 'outside' };
  return { kind: 'inside', uri: (fragment === undefined ? target : target.with({ fragment })).toString() };
}

/** The path from a document's folder to another file, decoded; `undefined` where the two are of different worlds. */
export function pathBetween(from: string, to: string): string | undefined {
  const [source, target] = [URI.parse(from), URI.parse(to)];
  if (source.scheme !== target.scheme || source.authority !== target.authority) return undefined;
  const [here, there] = [source, target].map(each => each.path.split('/'));
  if (here === undefined || there === undefined) return undefined;
  let common = 0;
  while (common < here.length - 1 && here[common] === there[common]) common++;
  const up = here.slice(common + 1).map(() => '..');
  return [...up, ...there.slice(common)].join('/');
}

function isWithin(target: URI, folder: URI): boolean {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return (
    target.scheme === folder.scheme && target.authority === folder.authority && target.path.startsWith(base)
  );
}
