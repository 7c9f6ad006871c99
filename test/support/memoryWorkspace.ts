/** A workspace whose files are in memory. */
import type { Workspace } from '../../server/src/core/workspace.ts';

/** The only folder unless others are given. */
export const defaultFolder = 'file:///workspace';

export interface MemoryWorkspace extends Workspace {
  /** The address of a path below the first folder. */
  uri(path: string): string;
  /** Writes a file, or deletes it where `text` is `undefined`. `path` is below the first folder, or a whole address. */
  write(path: string, text: string | undefined): string;
  /** Replaces the workspace folders. */
  setFolders(folders: readonly string[]): void;
}

export function memoryWorkspace(
  files: Readonly<Record<string, string>> = {},
  folders: readonly string[] = [defaultFolder],
): MemoryWorkspace {
  const texts = new Map<string, string>();
  let current = folders;
  // As editors spell addresses: `plan.write-up@v1.yaml` is `plan.write-up%40v1.yaml`.
  const uri = (path: string): string =>
    path.includes(':/')
      ? path
      : `${current[0] ?? defaultFolder}/${path.replaceAll('@', '%40').replaceAll(' ', '%20').replaceAll('#', '%23')}`;
  for (const [path, text] of Object.entries(files)) texts.set(uri(path), text);
  return {
    uri,
    write: (path, text) => {
      if (text === undefined) texts.delete(uri(path));
      else texts.set(uri(path), text);
      return uri(path);
    },
    setFolders: next => {
      current = next;
    },
    folders: () => current,
    list: async isWanted =>
      [...texts.keys()].filter(
        each =>
          isWanted(decodeURIComponent(each.slice(each.lastIndexOf('/') + 1))) &&
          current.some(folder => each.startsWith(`${folder}/`)),
      ),
    find: async paths =>
      [...texts.keys()].filter(each =>
        current.some(folder => {
          if (!each.startsWith(`${folder}/`)) return false;
          const names = each
            .slice(folder.length + 1)
            .split('/')
            .map(decodeURIComponent);
          return paths.some(path => path.length === names.length && path.every(isStep(names)));
        }),
      ),
    read: async (each, limit) => {
      const text = texts.get(each);
      return text === undefined || text.length > limit ? undefined : text;
    },
  };
}

const isStep =
  (names: readonly string[]) =>
  (step: string | RegExp, at: number): boolean =>
    typeof step === 'string' ? step === names[at] : step.test(names[at] ?? '');
