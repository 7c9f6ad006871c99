/** The folders of the corpus, each a workspace of its own. */
import { readdirSync, readFileSync } from 'node:fs';

export interface World {
  /** The name of its folder. */
  readonly name: string;
  /** The texts of its files by path; a mark of byte order at the beginning is kept. */
  readonly files: Readonly<Record<string, string>>;
}

export const corpusFolder = new URL('../', import.meta.url);

/** The families of broken files. */
export const familiesIn = (folder: string): readonly string[] =>
  foldersIn(folder).filter(name => name !== 'beside');

/** The broken files of a family, by name; a folder is one case of several files. */
export const casesIn = (folder: string): readonly World[] =>
  readdirSync(new URL(`${folder}/`, corpusFolder), { withFileTypes: true })
    .map(each => ({
      name: each.name,
      files: each.isDirectory()
        ? filesIn(`${folder}/${each.name}`)
        : { [each.name]: textOf(`${folder}/${each.name}`) },
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));

/** The worlds in a folder of the corpus, in the order of names. */
export const worldsIn = (folder: string): readonly World[] =>
  foldersIn(folder).map(name => ({ name, files: filesIn(`${folder}/${name}`) }));

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, corpusFolder), { withFileTypes: true })
    .filter(each => each.isDirectory())
    .map(({ name }) => name)
    .sort();

const textOf = (path: string): string =>
  readFileSync(new URL(path.replaceAll('@', '%40'), corpusFolder), 'utf8');

/** The texts below a folder of the corpus, by path from there, in the order of paths. */
export const filesIn = (folder: string): Readonly<Record<string, string>> => {
  const root = new URL(`${folder}/`, corpusFolder);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => `${each.parentPath}/${each.name}`.slice(root.pathname.length - 1).replace(/^\/+/, ''))
      .sort()
      .map(path => [path, textOf(`${folder}/${path}`)]),
  );
};
