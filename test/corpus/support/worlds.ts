/** The folders of the corpus, each a workspace of its own. */
import { readdirSync, readFileSync } from 'node:fs';

export interface World {
  /** The name of its folder. */
  readonly name: string;
  /** The texts of its files by path; a mark of byte order at the beginning is kept. */
  readonly files: Readonly<Record<string, string>>;
}

export const corpusFolder = new URL('../', import.meta.url);

/** The worlds in a folder of the corpus, in the order of names. */
export const worldsIn = (folder: string): readonly World[] =>
  readdirSync(new URL(`${folder}/`, corpusFolder), { withFileTypes: true })
    .filter(each => each.isDirectory())
    .map(({ name }) => ({ name, files: filesIn(`${folder}/${name}`) }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));

/** The texts below a folder of the corpus, by path from there, in the order of paths. */
export const filesIn = (folder: string): Readonly<Record<string, string>> => {
  const root = new URL(`${folder}/`, corpusFolder);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => `${each.parentPath}/${each.name}`.slice(root.pathname.length - 1).replace(/^\/+/, ''))
      .sort()
      .map(path => [path, readFileSync(new URL(path.replaceAll('@', '%40'), root), 'utf8')]),
  );
};
