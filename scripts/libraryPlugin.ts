/**
 * Packs the library of chains that ships into one file: a JSON object with the texts of its files by their paths, which the server
 * indexes and the editor shows. The same files always give the same bytes.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** An entry of the table of bundles: every YAML file below the folder that is its entry point becomes part of the one that is made. */
export const libraryPlugin: Plugin = {
  name: 'library',
  setup: ({ onResolve, onLoad, initialOptions }) => {
    const root = initialOptions.absWorkingDir ?? '.';
    onResolve({ filter: /.*/ }, ({ path: folder }) => ({
      path: path.join(root, folder),
      namespace: 'library',
    }));
    onLoad({ filter: /.*/, namespace: 'library' }, async ({ path: folder }) => {
      const files = await libraryFilesIn(folder);
      const paths = files.map(([file]) => path.join(folder, file));
      return {
        contents: packedLibrary(files),
        loader: 'copy',
        watchFiles: paths,
        watchDirs: [folder, ...new Set(paths.map(file => path.dirname(file)))],
      };
    });
  },
};

/** The texts of the YAML files below a folder by path, with slashes. */
async function libraryFilesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter(name => name.endsWith('.yaml')).map(name => name.split(path.sep).join('/'));
  return Promise.all(
    paths.map(async file => [file, await readFile(path.join(folder, file), 'utf8')] as const),
  );
}

/** In the order of their paths, whatever the folder gave, and with the line ends that Git may have changed. */
export function packedLibrary(files: readonly (readonly [string, string])[]): string {
  const sorted = files
    .map(([file, text]) => [file, text.replaceAll('\r\n', '\n')] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 1)}\n`;
}
