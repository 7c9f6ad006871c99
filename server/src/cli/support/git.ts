/** What Git tells, where there is one: who the person is, and which files other branches have. Whatever fails is as if there were none. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { namesIn, otherBranches } from '../../core/index.ts';

/** How long one run of Git may take, in milliseconds. */
const patience = 2000;

/** Large enough for the names of all files of a large repository, in bytes. */
const mostOutput = 50_000_000;

/** The name that commits in this folder bear; `undefined`: there is none, or no Git. */
export async function gitName(folder: string): Promise<string | undefined> {
  const name = (await git(folder, ['config', '--get', 'user.name'])).trim();
  return name === '' ? undefined : name;
}

/**
 * Names of files that the branches, here and on remotes, made or changed in a folder, and that the working tree may lack.
 * @param root Absolute.
 * @param folder Below the root, with slashes; `''` is the root itself. It need not be there.
 */
export async function namesOnBranches(
  root: string,
  folder: string,
  now: () => Date,
): Promise<readonly string[]> {
  const deadline = now().getTime() + otherBranches.time;
  const query = ['--sort=-committerdate', `--count=${otherBranches.most}`, '--format=%(refname)'];
  const branches = linesOf(await git(root, ['for-each-ref', ...query, 'refs/heads', 'refs/remotes']));
  const names = new Set<string>();
  for (const branch of branches) {
    if (now().getTime() > deadline) break;
    const changes = ['diff', '--name-only', '-z', '--no-ext-diff', '--relative', `HEAD...${branch}`, '--'];
    const found = await git(root, [...changes, folder === '' ? '.' : `./${folder}`]);
    for (const name of namesIn(folder, found.split('\0'))) names.add(name);
  }
  return [...names];
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter(line => line !== '');

/** What it writes; `''` where there is no Git, it fails or takes too long. Paths are taken as they are, without patterns. */
async function git(folder: string, given: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['--literal-pathspecs', ...given], {
      cwd: folder,
      timeout: patience,
      maxBuffer: mostOutput,
    });
    return stdout;
  } catch {
    return '';
  }
}
