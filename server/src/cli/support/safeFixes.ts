/** The fixes that are made unasked, as the editor makes them on save. */
import type { LanguageService } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { edited } from './edits.ts';
import { replaceText } from './files.ts';
import { createProgress } from './progress.ts';
import { nameOf, type Target, type Targets } from './targets.ts';
import { counted } from './words.ts';

const wholeDocument = {
  start: { line: 0, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};

/** The edits that make all safe fixes of a document together. */
export const safeEdits = (service: LanguageService, uri: string) =>
  service
    .codeActions(uri, wholeDocument, ['source.fixAll.skillChains'])
    .flatMap(({ edit }) => edit?.changes?.[uri] ?? []);

/** Makes the safe fixes of every target. Gives what could not be written, a sentence each. */
export async function makeSafeFixes(host: Host, found: Targets): Promise<readonly string[]> {
  const problems: string[] = [];
  let mended = 0;
  const progress = createProgress(host, 'Fixing', found.targets.length);
  for (const target of found.targets) {
    const outcome = await fix(host, found, target);
    if (outcome === 'changed') mended += 1;
    else if (outcome !== 'same') problems.push(`${nameOf(host, target)} ${outcome.refusal}.`);
    progress.step();
  }
  progress.end();
  if (mended > 0) host.errors.write(`Mended ${counted(mended, 'file')}.\n`);
  return problems;
}

/** What became of one file. */
type Outcome = 'same' | 'changed' | { readonly refusal: string };

async function fix(
  host: Host,
  { service, roots }: Targets,
  { uri, path, isInput }: Target,
): Promise<Outcome> {
  const document = service.snapshot().documents.get(uri);
  if (document === undefined) return 'same';
  const after = edited(document, safeEdits(service, uri));
  if (isInput) host.output.write(after);
  if (after === document.text) return 'same';
  if (!isInput && path !== undefined) {
    const refusal = await replaceText(path, document.text, after, roots);
    if (refusal !== undefined) return { refusal };
  }
  // What is found next, here and in files that name this one, is of the new text.
  service.setDocument(uri, 2, after);
  return 'changed';
}
