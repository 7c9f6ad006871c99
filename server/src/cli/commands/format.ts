/** `skill-chains format`: the editor's formatter, which moves blanks and nothing else. */
import { Command, Option } from 'commander';
import { exitCodes, type Host } from '../host.ts';
import { edited } from '../support/edits.ts';
import { replaceText } from '../support/files.ts';
import { rootOption, stdinFilenameOption, wholeNumber, withExamples } from '../support/options.ts';
import { createProgress } from '../support/progress.ts';
import { nameOf, nothingHere, notOurs, readTargets, type Target, type Targets } from '../support/targets.ts';
import { counted, shown } from '../support/words.ts';

interface FormatOptions {
  readonly check?: boolean;
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
          'output. A file with a mistake in its YAML is left as it is, and ends the command with 1.',
      )
      .argument(
        '[paths...]',
        'files, folders, patterns, or - for standard input (default: all below the working folder, or below --root)',
      )
      .option('--check', 'write nothing; list the files that would change, and end with 1 if there are any')
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
      ['skill-chains format - < a.chain.yaml', 'prints a text as it should be'],
    ],
  );

/** What became of one file. */
type Outcome = 'same' | 'changed' | 'broken' | { readonly refusal: string };

async function format(host: Host, paths: readonly string[], options: FormatOptions): Promise<void> {
  const found = await readTargets(host, { paths, ...options });
  const problems = [...found.problems];
  const progress = createProgress(host, 'Formatting', found.targets.length);
  const changed: string[] = [];
  const broken: string[] = [];
  for (const target of found.targets) {
    const outcome = await formatOne(host, found, target, options);
    const name = shown(nameOf(host, target));
    if (outcome === 'changed') changed.push(name);
    else if (outcome === 'broken') broken.push(name);
    else if (outcome !== 'same') problems.push(`${name} ${outcome.refusal}.`);
    progress.step();
  }
  progress.end();
  const isInput = found.targets.some(target => target.isInput) && options.check !== true;
  if (!isInput) for (const name of changed) host.output.write(`${name}\n`);
  for (const name of broken)
    host.errors.write(`${name} is left as it is: its YAML has a mistake, which lint explains.\n`);
  for (const problem of problems) host.errors.write(`${shown(problem)}\n`);
  if (!isInput && problems.length === 0)
    host.errors.write(`${sum(changed.length, broken.length, found.targets.length, options)}\n`);
  if (broken.length > 0 || (options.check === true && changed.length > 0)) host.exitWith(exitCodes.findings);
  if (problems.length > 0) host.exitWith(exitCodes.misuse);
}

function sum(changed: number, broken: number, all: number, { check }: FormatOptions): string {
  if (all === 0) return nothingHere;
  const sound = broken === 0 ? counted(all, 'file') : `${all - broken} of ${counted(all, 'file')}`;
  if (changed === 0) return `Nothing to change in ${sound}.`;
  const of = changed === all ? counted(all, 'file') : `${changed} of ${counted(all, 'file')}`;
  return check === true ? `${of} would change.` : `Formatted ${of}.`;
}

async function formatOne(
  host: Host,
  { service, roots }: Targets,
  { uri, path, isInput }: Target,
  { check, indent }: FormatOptions,
): Promise<Outcome> {
  const document = service.snapshot().documents.get(uri);
  if (document === undefined) return 'same';
  // Blanks mean something else in a text that is no YAML.
  if (document.kind === undefined && !isInput && !/\.ya?ml$/iu.test(document.uri))
    return { refusal: notOurs };
  const isSound = service.isFormattable(uri);
  const after = edited(document, service.formatting(uri, { tabSize: indent, insertSpaces: true }));
  if (isInput && check !== true) host.output.write(after);
  if (!isSound) return 'broken';
  if (after === document.text) return 'same';
  if (check === true || isInput || path === undefined) return 'changed';
  const refusal = await replaceText(path, document.text, after, roots);
  return refusal === undefined ? 'changed' : { refusal };
}
