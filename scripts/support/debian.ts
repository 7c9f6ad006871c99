import { existsSync } from 'node:fs';
import { Failure } from './failure.ts';
import { findProgram, run, runOrFail } from './run.ts';

/**
 * The full path of a program that a Debian package brings, installing the package where that is possible.
 * @param wanted `command`: the program's name on the search path. `packages`: what to install, the program's own first.
 * @returns `undefined` where the program is missing and this is not Debian with root's rights. Throws a failure where the
 *   installation was tried and failed.
 */
export async function ensureDebianProgram(wanted: {
  readonly command: string;
  readonly packages: readonly string[];
}): Promise<string | undefined> {
  const present = findProgram(wanted.command);
  if (present !== undefined) return present;
  if (!canInstallDebianPackages()) return undefined;
  await installDebianPackages(wanted.packages);
  const installed = findProgram(wanted.command);
  if (installed !== undefined) return installed;
  throw new Failure(
    `Installed ${wanted.packages.join(', ')}, yet ${wanted.command} is not on the search path.`,
  );
}

/** Whether this is Debian (or made from it) and we may install. */
export function canInstallDebianPackages(): boolean {
  return (
    existsSync('/etc/debian_version') && process.getuid?.() === 0 && findProgram('apt-get') !== undefined
  );
}

async function installDebianPackages(packages: readonly string[]): Promise<void> {
  const named = packages.join(', ');
  console.log(`Installing from Debian, once: ${named} …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  // A new machine has no lists at all. An update that fails is told only where the installation fails too.
  const update = await run('apt-get', [...wait, 'update'], { environment });
  const install = [...wait, 'install', '--yes', '--no-install-recommends', ...packages];
  try {
    await runOrFail(`install ${named} from Debian`, 'apt-get', install, { environment });
  } catch (error) {
    if (update.code === 0 || !(error instanceof Failure)) throw error;
    throw new Failure(
      `${error.message}\nBefore that, "apt-get update" ended with code ${update.code}:\n${update.output}`,
    );
  }
}
