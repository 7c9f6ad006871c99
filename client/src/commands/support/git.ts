/**
 * What the editor's Git extension tells, where it is there: who the person is, and which files other branches have. It is another extension,
 * so nothing of its shape is trusted, and whatever fails is as if it were not there.
 * Source of the shape: version 1 of the API of `vscode.git`.
 */
import type { Uri } from 'vscode';
import { namesIn, otherBranches } from '../../../../server/src/lsp/protocol.ts';
import { property } from './given.ts';

export interface Git {
  /** The name that commits in this folder bear. */
  author(folder: Uri): Promise<string | undefined>;
  /**
   * Names of files that the branches made or changed in a folder, and that the working tree may lack.
   * @param isLate Asked before each branch: true ends the search, with what was found until then.
   */
  namesOnBranches(folder: Uri, isLate: () => boolean): Promise<readonly string[]>;
}

/** `exports` is what the Git extension exports; `undefined`: there is none. */
export function gitOf(exports: unknown): Git {
  const repository = async (folder: Uri): Promise<unknown> =>
    call(await call(exports, 'getAPI', 1), 'getRepository', folder);
  return {
    author: async folder => {
      const found = await repository(folder);
      for (const method of ['getConfig', 'getGlobalConfig']) {
        const name = await call(found, method, 'user.name');
        if (typeof name === 'string' && name.trim() !== '') return name.trim();
      }
      return undefined;
    },
    namesOnBranches: async (folder, isLate) => {
      const found = await repository(folder);
      const query = { remote: true, sort: 'committerdate', count: otherBranches.most };
      const branches = listOf(await call(found, 'getBranches', query)).slice(0, otherBranches.most);
      const changes: unknown[] = [];
      // One run of Git at a time, and none once it takes too long: in a large repository a person waits.
      for (const branch of branches) {
        if (isLate()) break;
        const name = property(branch, 'name');
        if (typeof name === 'string') changes.push(...listOf(await call(found, 'diffBetween', 'HEAD', name)));
      }
      const paths = changes.map(change => property(change, 'uri', 'path'));
      return namesIn(
        folder.path.replace(/\/$/, ''),
        paths.filter(path => typeof path === 'string'),
      );
    },
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a method answers; `undefined` where there is no such method, or it throws or rejects. */
async function call(object: unknown, method: string, ...given: readonly unknown[]): Promise<unknown> {
  if (typeof object !== 'object' || object === null) return undefined;
  const found: unknown = Reflect.get(object, method);
  if (typeof found !== 'function') return undefined;
  try {
    return await Reflect.apply(found, object, given);
  } catch {
    return undefined;
  }
}
