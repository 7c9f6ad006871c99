/** `skill-chains format`: the editor's formatter, which moves blanks and nothing else. */
import { Command, Option } from 'commander';
import { exitCodes, type Host } from '../host.ts';
import { targetDiff, writeDiff } from '../support/diff.ts';
import { spliced, splicesOf } from '../support/edits.ts';
import { replaceText } from '../support/files.ts';
import { rootOption, stdinFilenameOption, wholeNumber, withExamples } from '../support/options.ts';
import { createProgress } from '../support/progress.ts';
import { nameOf, nothingHere, notOurs, readTargets, type Target, type Targets } from '../support/targets.ts';
import { unreadBecause } from '../support/unread.ts';
import { countedOf, shown } from '../support/words.ts';

interface FormatOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly indent: number;
  readonly root?: string;
  readonly stdinFilename?: string;
}

export const formatCommand = (host: Host): Command =>
  withExamples(
    new Command('format')
      .summary('put indentation and blanks in order')
      .description(
        'Puts indentation, blanks and blank lines in order, and changes nothing else. Files are written in place; standard input goes to standard ' +
          'output. A file with a mistake in its YAML, or too large to be read, is left as it is, and ends the command with 1.',
      )
      .argument(
        '[paths...]',
        'files, folders, patterns, or - for standard input (default: all below the working folder, or below --root)',
      )
      .option('--check', 'write nothing; list the files that would change, and end with 1 if there are any')
      .option(
        '--diff',
        'write nothing; print what would change, line by line, and end with 1 if there is any',
      )
      .addOption(
        new Option('--indent <columns>', 'columns for a level, from 2 to 8')
          .default(2)
          .argParser(wholeNumber(2, 8)),
      )
      .addOption(rootOption())
      .addOption(stdinFilenameOption())
      .action((paths: readonly string[], options: FormatOptions) => format(host, paths, options)),
    [
      ['skill-chains format', 'formats everything below the working folder'],
      ['skill-chains format --check chains', 'lists what in a folder is not formatted'],
      ['skill-chains format --diff', 'shows what would change'],
      ['skill-chains format - < a.chain.yaml', 'prints a text as it should be'],
    ],
  );

/** What became of one file. */
type Outcome = 'same' | 'broken' | Changed | { readonly refusal: string };

interface Changed {
  /** What changes, or would; `''` where nobody asks. */
  readonly diff: string;
}

async function format(host: Host, paths: readonly string[], options: FormatOptions): Promise<void> {
  const found = await readTargets(host, { paths, ...options });
  for (const note of found.notes) host.errors.write(`${shown(note)}\n`);
  const problems = [...found.problems];
  const progress = createProgress(host, 'Formatting', found.targets.length);
  const changed: string[] = [];
  const broken: string[] = [];
  let diffs = '';
  for (const target of found.targets) {
    const outcome = await formatOne(host, found, target, options);
    const name = shown(nameOf(host, target));
    if (outcome === 'broken') broken.push(leftAsItIs(name, unreadBecause(found.service, target.uri)));
    else if (outcome !== 'same' && 'refusal' in outcome) problems.push(`${name} ${outcome.refusal}.`);
    else if (outcome !== 'same') {
      changed.push(name);
      diffs += outcome.diff;
    }
    progress.step();
  }
  progress.end();
  const isText = found.targets.some(({ isInput }) => isInput) && !isTrial(options);
  if (options.diff === true) writeDiff(host, diffs);
  else if (!isText) for (const name of changed) host.output.write(`${name}\n`);
  for (const line of broken) host.errors.write(`${line}\n`);
  for (const problem of problems) host.errors.write(`${shown(problem)}\n`);
  if (!isText && problems.length === 0)
    host.errors.write(`${sum(changed.length, broken.length, found.targets.length, options)}\n`);
  if (broken.length > 0 || (isTrial(options) && changed.length > 0)) host.exitWith(exitCodes.findings);
  if (problems.length > 0) host.exitWith(exitCodes.misuse);
}

/** @param reason By which limit the file is not read as a whole; `undefined`: it has a mistake. */
const leftAsItIs = (name: string, reason: string | undefined): string =>
  reason === undefined
    ? `${name} is left as it is: its YAML has a mistake, which lint explains.`
    : `${name} is left as it is. ${reason}`;

/** Whether nothing is written. */
const isTrial = ({ check, diff }: FormatOptions): boolean => check === true || diff === true;

function sum(changed: number, broken: number, all: number, options: FormatOptions): string {
  if (all === 0) return nothingHere;
  if (changed === 0) return `Nothing to change in ${countedOf(all - broken, all, 'file')}.`;
  const files = countedOf(changed, all, 'file');
  return isTrial(options) ? `${files} would change.` : `Formatted ${files}.`;
}

async function formatOne(
  host: Host,
  { service, roots }: Targets,
  target: Target,
  options: FormatOptions,
): Promise<Outcome> {
  const { uri, path, isInput } = target;
  const document = service.snapshot().documents.get(uri);
  if (document === undefined) return 'same';
  // Blanks mean something else in a text that is no YAML.
  if (document.kind === undefined && !isInput && !/\.ya?ml$/iu.test(uri)) return { refusal: notOurs };
  const isSound = service.isFormattable(uri);
  const edits = service.formatting(uri, { tabSize: options.indent, insertSpaces: true });
  const splices = splicesOf(document, edits);
  const after = spliced(document.text, splices);
  if (isInput && !isTrial(options)) host.output.write(after);
  if (!isSound) return 'broken';
  if (after === document.text) return 'same';
  const diff = options.diff === true ? await targetDiff(host, target, document.text, splices) : '';
  if (isTrial(options) || isInput || path === undefined) return { diff };
  const refusal = await replaceText(path, document.text, after, roots);
  return refusal === undefined ? { diff } : { refusal };
}
