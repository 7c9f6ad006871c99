/** Where documents of the library go: a chain and a prompt plan to a file of their own, a suite to a folder with all that it runs. */
import { l10n, Uri } from 'vscode';
import {
  chainIdOf,
  isPlanId,
  type LibraryEntry,
  pathBelow,
  type TakeResult,
} from '../../../../server/src/lsp/protocol.ts';
import * as chainFile from './chainFile.ts';
import { below, exists } from './files.ts';

/** What is known of the folder that a document goes to. */
export interface Place {
  readonly folder: chainFile.Folder;
  /** The ids that chains have there. */
  readonly ids: ReadonlySet<string>;
  /** What comes with the document under its own name. */
  readonly taken: TakeResult;
}

/** What a person writes for a kind of document, and what follows from it. */
export interface Destination {
  /** What is free; the part between the two offsets is what a person is most likely to change. */
  propose(
    entry: LibraryEntry,
    place: Place,
  ): Promise<{
    readonly value: string;
    readonly selection: readonly [number, number];
  }>;
  /** Why it cannot be made there; `undefined`: it can. */
  problem(value: string, entry: LibraryEntry, place: Place): Promise<string | undefined>;
  /** What will be made. */
  creates(value: string, entry: LibraryEntry, place: Place): string;
  /** The path of the document's file below the folder. */
  path(value: string, entry: LibraryEntry): string;
  /** The id that it gets. */
  id(value: string, entry: LibraryEntry): string;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const chain: Destination = {
  propose: async ({ id }, { folder, ids }) => {
    const value = await chainFile.freePath(folder.uri, id, ids);
    return { value, selection: [value.lastIndexOf('/') + 1, value.lastIndexOf('.chain.')] };
  },
  problem: (path, _, { folder, ids }) => chainFile.pathProblem(folder.uri, path, ids),
  creates: (path, _, { folder }) =>
    l10n.t('Creates {0} in {1}, a chain with the id {2}.', path, folder.name, chainIdOf(path)),
  path: path => path,
  id: chainIdOf,
};

const planEnding = /\.yaml$/;

const plan: Destination = {
  propose: async ({ id }, { folder }) => {
    const parent = (await exists(Uri.joinPath(folder.uri, 'plans'))) ? 'plans/' : '';
    const at = id.lastIndexOf('@');
    const [name, version] = [id.slice(0, at), id.slice(at)];
    for (let number = 1; ; number++) {
      const value = `${parent}${name}${number === 1 ? '' : `-${number}`}${version}.yaml`;
      if (!(await exists(below(folder.uri, value))))
        return { value, selection: [parent.length + 'plan.'.length, value.lastIndexOf('@')] };
    }
  },
  problem: async (path, _, { folder }) => {
    if (!planEnding.test(path) || !isPlanId(nameOf(path).replace(planEnding, ''))) {
      return l10n.t(
        'Name the file as plans are named, with small letters, digits and hyphens: {0}.',
        'plan.security-baseline@v1.yaml',
      );
    }
    if (pathBelow(path) !== path) return l10n.t('Write a path below the folder, with single slashes.');
    return (await exists(below(folder.uri, path)))
      ? l10n.t('This file exists already. Choose another name.')
      : undefined;
  },
  creates: (path, _, { folder }) => l10n.t('Creates {0} in {1}.', path, folder.name),
  path: path => path,
  id: path => nameOf(path).replace(planEnding, ''),
};

const suiteFile = (parent: string, { id }: LibraryEntry): string =>
  `${parent === '' ? '' : `${parent}/`}${id}.suite.yaml`;

const suite: Destination = {
  propose: async ({ id }, { folder }) => {
    for (let number = 1; ; number++) {
      const value = number === 1 ? id : `${id}-${number}`;
      if (!(await exists(below(folder.uri, value)))) return { value, selection: [0, value.length] };
    }
  },
  problem: async (parent, entry, { folder, taken }) => {
    if (parent !== '' && pathBelow(parent) !== parent)
      return l10n.t('Write a path below the folder, with single slashes.');
    const prefix = parent === '' ? '' : `${parent}/`;
    const paths = (taken.documents[0]?.beside ?? []).map(({ path }) => `${prefix}${path}`);
    for (const path of [suiteFile(parent, entry), ...paths]) {
      if (await exists(below(folder.uri, path)))
        return l10n.t('{0} exists already, and nothing is overwritten. Choose another folder.', path);
    }
    return undefined;
  },
  creates: (parent, entry, { folder, taken }) =>
    l10n.t(
      'Creates {0} in {1}, and the {2} files that it runs in folders beside it.',
      suiteFile(parent, entry),
      folder.name,
      taken.documents[0]?.beside.length ?? 0,
    ),
  path: suiteFile,
  id: (_, { id }) => id,
};

const destinations: Readonly<Record<LibraryEntry['kind'], Destination>> = { chain, plan, suite };

export const destinationOf = ({ kind }: LibraryEntry): Destination => destinations[kind];
