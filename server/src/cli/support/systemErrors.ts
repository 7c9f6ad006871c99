/** What the system says of files that it neither reads nor writes, in words. */

/** By its codes, to go on behind `cannot be written:`. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EACCES', 'you have no permission'],
  ['EPERM', 'you have no permission'],
  ['ELOOP', 'its links lead round in a circle'],
  ['EROFS', 'its disk can only be read'],
  ['ENOSPC', 'its disk is full'],
  ['ENAMETOOLONG', 'its name is too long'],
]);

/** The code where it has no words. */
export const reasonOf = (problem: unknown): string => reasons.get(codeOf(problem)) ?? codeOf(problem);

/** `ENOENT` and the like; what it says, where it comes from elsewhere. */
export const codeOf = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
