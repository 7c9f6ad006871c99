/** How far other branches are looked at, for names that records there have taken; each costs a run of Git. */
export const otherBranches = {
  /** Those with the latest commits. */
  most: 20,
  /** Milliseconds, after which no further one is looked at: a person waits. */
  time: 1000,
} as const;

/**
 * The names of the files right in a folder, of paths that a branch made or changed.
 * @param folder With slashes and none at its end; the paths begin with it as it is. `''`: they count from it.
 */
export function namesIn(folder: string, paths: readonly string[]): readonly string[] {
  const start = folder === '' ? '' : `${folder}/`;
  return paths.flatMap(path => {
    const name = path.slice(start.length);
    return path.startsWith(start) && name !== '' && !name.includes('/') ? [name] : [];
  });
}
