/** The library of chains that ships: read-only documents under addresses of their own, apart from every workspace. */
import { URI } from 'vscode-uri';
import type { Workspace } from '../workspace.ts';
import { readDocument } from './documentState.ts';
import { fileName } from './places.ts';
import type { DocumentState, ProjectSnapshot } from './snapshot.ts';

/** The folder that the library's documents lie below. */
export const libraryFolder = 'skill-chains-library:/';

export const isLibraryUri = (uri: string): boolean => uri.startsWith(libraryFolder);

/** The texts of the library by the addresses of its documents. */
export type LibraryFiles = ReadonlyMap<string, string>;

export const noLibrary: LibraryFiles = new Map();

/**
 * @param packed The file that the build makes of the library: a JSON object of texts by path. What is none of these is left out.
 */
export function unpackLibrary(packed: string): LibraryFiles {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(parsed(packed))) {
    if (typeof text !== 'string') continue;
    files.set(URI.from({ scheme: libraryFolder.slice(0, -2), path: `/${path}` }).toString(), text);
  }
  return files;
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The library as a workspace of its own. `files` gives its texts as they are known at the moment of asking. */
export const libraryWorkspace = (files: () => LibraryFiles): Workspace => ({
  folders: () => [libraryFolder],
  list: async isWanted => [...files().keys()].filter(uri => isWanted(fileName(uri))),
  find: async () => [],
  read: async uri => files().get(uri),
});

/** The catalogues of the library as documents: what they declare is known in every workspace, where nothing there decides. */
export const shippedCatalogues = (files: LibraryFiles): readonly DocumentState[] =>
  [...files].flatMap(([uri, text]) => {
    if (!fileName(uri).endsWith('.skills.yaml')) return [];
    const state = readDocument(uri, undefined, text);
    return state.model?.kind === 'catalogue' ? [state] : [];
  });

const chainFile = /\.chain\.yaml$/;

/** The ids of the library's chains by their addresses: each file has its chain's id for a name. */
export const libraryChainIds = (files: LibraryFiles): ReadonlyMap<string, string> =>
  new Map(
    [...files.keys()]
      .filter(uri => chainFile.test(uri))
      .map(uri => [uri, fileName(uri).replace(chainFile, '')]),
  );

/**
 * Whether the workspace is where the library itself is written: it has the library's catalogue, under its name, and more than half of its chains. Somebody
 * who took chains along has neither.
 */
export function isLibraryItself(files: LibraryFiles, { documents }: ProjectSnapshot): boolean {
  const catalogues = [...files.keys()].filter(uri => uri.endsWith('.skills.yaml')).map(fileName);
  const written = new Set<string>();
  let hasCatalogue = false;
  for (const { uri, model } of documents.values()) {
    if (model?.kind === 'catalogue') hasCatalogue ||= catalogues.includes(fileName(uri));
    if (model?.kind === 'chain' && model.id !== undefined) written.add(model.id.text);
  }
  const ids = [...libraryChainIds(files).values()];
  return hasCatalogue && ids.filter(id => written.has(id)).length * 2 > ids.length;
}
