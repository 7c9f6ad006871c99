/** `skill-chains lint`: the findings of the editor, for a terminal, a commit hook and CI. */
import { Command, Option } from 'commander';
import { type Preset, presets } from '../../core/index.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type ReportFormatName, reportFormats } from '../reports/index.ts';
import { countsOf, type ReportedFile, severityOf } from '../reports/report.ts';
import { edited } from '../support/edits.ts';
import { replaceText } from '../support/files.ts';
import { rootOption, stdinFilenameOption, wholeNumber, withExamples } from '../support/options.ts';
import { createProgress } from '../support/progress.ts';
import { nameOf, readTargets, type Target, type Targets } from '../support/targets.ts';
import { counted, painter, shown } from '../support/words.ts';

interface LintOptions {
  readonly format: ReportFormatName;
  readonly fix?: boolean;
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
      .option('--fix', 'make the fixes that are safe, and print what is left')
      .addOption(
        new Option('--max-warnings <number>', 'how many warnings are allowed')
          .default(0)
          .argParser(wholeNumber(0, 1_000_000)),
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
      ['skill-chains lint --format sarif > findings.sarif', 'writes a report for a code host'],
    ],
  );

async function lint(host: Host, paths: readonly string[], options: LintOptions): Promise<void> {
  const found = await readTargets(host, { paths, ...options });
  const problems = [...found.problems];
  if (options.fix === true) problems.push(...(await fixAll(host, found)));
  const files = check(host, found);
  for (const problem of problems) host.errors.write(`${shown(problem)}\n`);
  if (files.length === 0 && problems.length === 0)
    host.errors.write('There are no files of Skill Chains here.\n');
  // A program wants its document in any case; a person has been told.
  if (files.length === 0 && options.format === 'text') return host.exitWith(codeOf(problems));
  // The mended text of standard input takes the place of the report, which goes where people read.
  const isMended = options.fix === true && found.targets.some(({ isInput }) => isInput);
  const sink = isMended ? host.errors : host.output;
  const shownFiles = options.quiet === true ? files.map(onlyErrors) : files;
  sink.write(reportFormats[options.format]({ files: shownFiles, host, paint: painter(host, sink) }));
  const { error, warning } = countsOf(files);
  if (error > 0 || warning > options.maxWarnings) host.exitWith(exitCodes.findings);
  host.exitWith(codeOf(problems));
}

const codeOf = (problems: readonly string[]): ExitCode =>
  problems.length > 0 ? exitCodes.misuse : exitCodes.clean;

const onlyErrors = (file: ReportedFile): ReportedFile => ({
  ...file,
  findings: file.findings.filter(finding => severityOf(finding) === 'error'),
});

function check(host: Host, { service, targets }: Targets): readonly ReportedFile[] {
  const progress = createProgress(host, 'Checking', targets.length);
  const files: ReportedFile[] = [];
  for (const target of targets) {
    files.push({
      uri: target.uri,
      path: target.path,
      name: nameOf(host, target),
      findings: service.diagnostics(target.uri),
    });
    progress.step();
  }
  progress.end();
  return files;
}

const wholeDocument = {
  start: { line: 0, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};

/** Makes the safe fixes of every target, as the editor does on save. Gives what could not be written. */
async function fixAll(host: Host, found: Targets): Promise<readonly string[]> {
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
  const actions = service.codeActions(uri, wholeDocument, ['source.fixAll.skillChains']);
  const after = edited(
    document,
    actions.flatMap(({ edit }) => edit?.changes?.[uri] ?? []),
  );
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
