/** `skill-chains lint`: the findings of the editor, for a terminal, a commit hook and CI. */
import { Command, Option } from 'commander';
import { type Preset, presets } from '../../core/index.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type ReportFormatName, reportFormats } from '../reports/index.ts';
import { codeOf, countsOf, type Diagnostic, type ReportedFile, severityOf } from '../reports/report.ts';
import { sumOf } from '../reports/text.ts';
import { writeDiff } from '../support/diff.ts';
import { rootOption, stdinFilenameOption, wholeNumber, withExamples } from '../support/options.ts';
import { isToFile, outputOption, writeMade } from '../support/output.ts';
import { createProgress } from '../support/progress.ts';
import { makeSafeFixes, safeEdits } from '../support/safeFixes.ts';
import { nameOf, nothingHere, notOurs, readTargets, type Targets } from '../support/targets.ts';
import { counted, countedOf, painter, plain, shown } from '../support/words.ts';

interface LintOptions {
  readonly format: ReportFormatName;
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly output?: string;
  readonly maxWarnings: number;
  readonly preset?: Preset;
  readonly quiet?: boolean;
  readonly root?: string;
  readonly stdinFilename?: string;
}

export const lintCommand = (host: Host): Command =>
  withExamples(
    new Command('lint')
      .summary('check chains, catalogues, suites and prompt plans')
      .description(
        'Checks chains, catalogues, suites and prompt plans, and prints what an editor would show. Names are looked up in the whole project, ' +
          'whichever files are checked; how much is said of which file stands in .skill-chains.yaml. Ends with 1 if there are errors, or more warnings than are allowed; informations and hints are printed and allowed.',
      )
      .argument(
        '[paths...]',
        'files, folders, patterns, or - for standard input (default: all below the working folder, or below --root)',
      )
      .addOption(
        new Option('-f, --format <format>', 'how findings are written')
          .choices(Object.keys(reportFormats))
          .default('text'),
      )
      .addOption(outputOption())
      .option('--fix', 'make the fixes that change only how something is written, and print what is left')
      .option(
        '--diff',
        'write and report nothing; print what --fix would change, and end with 1 if there is any',
      )
      .addOption(
        new Option('--max-warnings <number>', 'how many warnings are allowed: a number, or any')
          .default(0)
          .argParser(allowance),
      )
      .addOption(
        new Option(
          '--preset <preset>',
          'how much is asked for, instead of what .skill-chains.yaml says (default there: recommended)',
        ).choices([...presets]),
      )
      .option('-q, --quiet', 'print errors alone; warnings still count')
      .addOption(rootOption())
      .addOption(stdinFilenameOption())
      .action((paths: readonly string[], options: LintOptions) => lint(host, paths, options)),
    [
      ['skill-chains lint', 'checks everything below the working folder'],
      ['skill-chains lint chains "plans/**/*.yaml"', 'checks a folder, and what a pattern matches'],
      ['skill-chains lint --fix --max-warnings 5', 'mends what is safe to mend, and allows five warnings'],
      [
        'git show HEAD:a.chain.yaml | skill-chains lint - --stdin-filename a.chain.yaml',
        'checks a text as if it were in that file',
      ],
      ['skill-chains lint --diff', 'shows what --fix would change'],
      ['skill-chains lint --max-warnings any', 'ends with 1 for errors alone'],
      ['skill-chains lint --format sarif -o findings.sarif', 'writes a report for a code host'],
    ],
  );

/** A number, or `any`. */
const allowance = (text: string): number => {
  if (text === 'any') return Number.POSITIVE_INFINITY;
  return wholeNumber(0, 1_000_000, ', or any')(text);
};

async function lint(host: Host, paths: readonly string[], options: LintOptions): Promise<void> {
  const found = await readTargets(host, { paths, ...options });
  for (const note of found.notes) host.errors.write(`${shown(note)}\n`);
  if (options.diff === true) return showFixes(host, found, options);
  const problems = [...found.problems];
  if (options.fix === true) {
    const fixed = await makeSafeFixes(host, found, false);
    problems.push(...fixed.problems);
    if (fixed.count > 0) host.errors.write(`Mended ${counted(fixed.count, 'file')}.\n`);
  }
  const checked = check(host, found);
  const files = checked.filter(({ isOurs }) => isOurs);
  for (const { isOurs, name } of checked) if (!isOurs) problems.push(`${name} ${notOurs}.`);
  for (const problem of problems) host.errors.write(`${shown(problem)}\n`);
  if (files.length === 0 && problems.length === 0) host.errors.write(`${nothingHere}\n`);
  await report(host, found, files, options);
  const { error, warning } = countsOf(files);
  const isTooMuch = warning > options.maxWarnings;
  if (isTooMuch && error === 0) host.errors.write(tooMany(warning, options.maxWarnings));
  if (error > 0 || isTooMuch) host.exitWith(exitCodes.findings);
  host.exitWith(endOf(problems));
}

/** Prints what the safe fixes would change, and nothing of what was found. */
async function showFixes(host: Host, found: Targets, { output }: LintOptions): Promise<void> {
  const { count, diffs } = await makeSafeFixes(host, found, true);
  for (const problem of found.problems) host.errors.write(`${shown(problem)}\n`);
  if (isToFile(output))
    await writeMade(
      host,
      output,
      diffs,
      found.targets.map(({ path }) => path),
    );
  else writeDiff(host, diffs);
  const all = found.targets.length;
  const files = count === 0 ? `nothing in ${counted(all, 'file')}` : countedOf(count, all, 'file');
  host.errors.write(`--fix would change ${files}.\n`);
  if (count > 0) host.exitWith(exitCodes.findings);
  host.exitWith(endOf(found.problems));
}

/** Why there is a code of 1 without an error. */
const tooMany = (warnings: number, allowed: number): string =>
  `${counted(warnings, 'warning')}, of which --max-warnings allows ${allowed === 0 ? 'none' : allowed}.\n`;

/** Each try of a fix reads and checks a file anew: nobody waits for more than one that has some. */
const isMendable = ({ service }: Targets, { uri, findings }: ReportedFile): boolean =>
  findings.length > 0 && safeEdits(service, uri).length > 0;

async function report(
  host: Host,
  found: Targets,
  all: readonly CheckedFile[],
  { format, fix, quiet, output }: LintOptions,
): Promise<void> {
  // A program wants its document in any case, and so does who reads a file later; a person has been told.
  if (all.length === 0 && format === 'text' && !isToFile(output)) return;
  // The mended text of standard input takes the place of the report, which goes where people read.
  const isMended = fix === true && found.targets.some(({ isInput }) => isInput);
  const sink = isMended ? host.errors : host.output;
  const files = quiet === true ? all.map(file => only(file, isError)) : all;
  const facts = {
    files,
    host,
    hidden: countsOf(quiet === true ? all.map(file => only(file, each => !isError(each))) : []),
    isMendable: format === 'text' && fix !== true && all.some(file => isMendable(found, file)),
  };
  const paint = isToFile(output) ? plain : painter(host, sink);
  const text = reportFormats[format]({ ...facts, paint });
  if (!isToFile(output)) sink.write(text);
  else {
    const sources = found.targets.map(({ path }) => path);
    await writeMade(host, output, text, sources);
    host.errors.write(`${sumOf({ ...facts, paint: painter(host, host.errors) })}\n`);
  }
  const first = files.flatMap(({ findings }) => findings)[0];
  if (first !== undefined && format === 'text' && host.errors.isTerminal)
    host.errors.write(`skill-chains explain ${codeOf(first)} says what that means.\n`);
}

const endOf = (problems: readonly string[]): ExitCode =>
  problems.length > 0 ? exitCodes.misuse : exitCodes.clean;

const isError = (finding: Diagnostic): boolean => severityOf(finding) === 'error';

const only = (file: CheckedFile, isWanted: (finding: Diagnostic) => boolean): CheckedFile => ({
  ...file,
  findings: file.findings.filter(isWanted),
});

interface CheckedFile extends ReportedFile {
  /** Its name, its keys or what was found in it tells that it is meant for us. */
  readonly isOurs: boolean;
}

function check(host: Host, { service, targets }: Targets): readonly CheckedFile[] {
  const progress = createProgress(host, 'Checking', targets.length);
  const files: CheckedFile[] = [];
  for (const target of targets) {
    const { uri, path } = target;
    const findings = service.diagnostics(uri);
    const isOurs = findings.length > 0 || service.snapshot().documents.get(uri)?.kind !== undefined;
    files.push({ uri, path, name: nameOf(host, target), findings, isOurs });
    progress.step();
  }
  progress.end();
  return files;
}
