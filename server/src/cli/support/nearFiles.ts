/** Which file was meant where there is none of that name. */
import path from 'node:path';
import { type LanguageService, nearNames } from '../../core/index.ts';
import { filePath } from '../../node/fileWorkspace.ts';

/** More would be a list, and not an answer. */
const most = 3;

/**
 * The files of a project that are called nearly so, wherever they lie, or so without their ending, as a chain is by its id.
 * @returns Absolute paths, the likeliest first.
 */
export function nearFiles(service: LanguageService, given: string): readonly string[] {
  const paths = new Map<string, Set<string>>();
  for (const uri of service.snapshot().documents.keys()) {
    const at = filePath(uri);
    if (at === undefined) continue;
    const name = path.basename(at);
    for (const each of [name, name.replace(/\.(?:chain|suite|skills)\.ya?ml$/u, '')])
      paths.set(each, (paths.get(each) ?? new Set()).add(at));
  }
  const near = nearNames(path.basename(given), paths.keys(), most);
  return [...new Set(near.flatMap(name => [...(paths.get(name) ?? [])]))].slice(0, most);
}
