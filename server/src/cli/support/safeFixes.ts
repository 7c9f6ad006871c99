/** The fixes that are made unasked, as the editor makes them on save. */
import type { LanguageService } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { targetDiff } from './diff.ts';
import { spliced, splicesOf } from './edits.ts';
import { replaceText } from './files.ts';
import { createProgress } from './progress.ts';
import { nameOf, type Target, type Targets } from './targets.ts';

const wholeDocument = {
  start: { line: 0, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};

/** The edits that make all safe fixes of a document together. */
export const safeEdits = (service: LanguageService, uri: string) =>
  service
    .codeActions(uri, wholeDocument, ['source.fixAll.skillChains'])
    .flatMap(({ edit }) => edit?.changes?.[uri] ?? []);

export interface Fixed {
  /** How many files changed, or would. */
  readonly count: number;
  /** What would change; `''` where the fixes were made. */
  readonly diffs: string;
  /** What could not be written, a sentence each. */
  readonly problems: readonly string[];
}

/** Makes the safe fixes of every target; where they are only tried, the service knows the texts, and no file is written. */
export async function makeSafeFixes(host: Host, found: Targets, isTrial: boolean): Promise<Fixed> {
  const problems: string[] = [];
  let count = 0;
  let diffs = '';
  const progress = createProgress(host, 'Fixing', found.targets.length);
  for (const target of found.targets) {
    const outcome = await fix(host, found, target, isTrial);
    if (outcome !== 'same' && 'refusal' in outcome)
      problems.push(`${nameOf(host, target)} ${outcome.refusal}.`);
    else if (outcome !== 'same') {
      count += 1;
      diffs += outcome.diff;
    }
    progress.step();
  }
  progress.end();
  return { count, diffs, problems };
}

/** What became of one file. */
type Outcome = 'same' | { readonly diff: string } | { readonly refusal: string };

async function fix(
  host: Host,
  { service, roots }: Targets,
  target: Target,
  isTrial: boolean,
): Promise<Outcome> {
  const { uri, path, isInput } = target;
  const document = service.snapshot().documents.get(uri);
  if (document === undefined) return 'same';
  const splices = splicesOf(document, safeEdits(service, uri));
  const after = spliced(document.text, splices);
  if (isInput && !isTrial) host.output.write(after);
  if (after === document.text) return 'same';
  if (!isTrial && !isInput && path !== undefined) {
    const refusal = await replaceText(path, document.text, after, roots);
    if (refusal !== undefined) return { refusal };
  }
  // What is found next, here and in files that name this one, is of the new text.
  service.setDocument(uri, 2, after);
  return { diff: isTrial ? await targetDiff(host, target, document.text, splices) : '' };
}
