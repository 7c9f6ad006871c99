/** The commands as one program: its help, its errors and its exit codes. What a command does stands in its own file. */
import { Command, CommanderError } from 'commander';
import { copyCommand } from './commands/copy.ts';
import { explainCommand } from './commands/explain.ts';
import { formatCommand } from './commands/format.ts';
import { graphCommand } from './commands/graph.ts';
import { helpCommand } from './commands/help.ts';
import { lintCommand } from './commands/lint.ts';
import { newCommand } from './commands/new.ts';
import { rulesCommand } from './commands/rules.ts';
import { schemaCommand } from './commands/schema.ts';
import { exitCodes, type Host, Misuse } from './host.ts';
import { mistake } from './support/mistakes.ts';
import { proseWidth, shown } from './support/words.ts';

/** In the order in which help lists them. */
const commands: readonly ((host: Host) => Command)[] = [
  lintCommand,
  formatCommand,
  graphCommand,
  copyCommand,
  newCommand,
  explainCommand,
  rulesCommand,
  schemaCommand,
  helpCommand,
];

/** The program with all commands and options; the documentation's table is made of it. */
export function createProgram(host: Host): Command {
  const program = new Command('skill-chains')
    .description('Checks, formats, draws and begins skill chains: workflows written in YAML.')
    .version(host.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Begin with:
  skill-chains lint                  check every chain below this folder
  skill-chains lint --fix            and mend what is safe to mend
  skill-chains explain bad-duration  say what a finding means and how to mend it
  skill-chains new chain "Release"   begin a chain
  skill-chains lint --help           print all that a command can do

It ends with 0 if all is well, 1 if there are findings, and 2 if it was used
wrongly or could not read or write a file.`,
    );
  for (const create of commands) program.addCommand(create(host));
  everyCommand(program).forEach(command => {
    command.exitOverride().configureOutput({
      writeOut: text => host.output.write(text),
      writeErr: text => host.errors.write(text),
      outputError: (text, write) => write(mistake(text, pathOf(command))),
      getOutHelpWidth: () => proseWidth(host.output, widest),
      getErrHelpWidth: () => proseWidth(host.errors, widest),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
    if (command !== program) command.helpOption('-h, --help', 'print this help');
    command.showHelpAfterError(`Try: ${pathOf(command)} --help`);
  });
  return program;
}

/** Runs what the arguments behind the program's name ask for. Never rejects. */
export async function runProgram(given: readonly string[], host: Host): Promise<void> {
  try {
    await createProgram(host).parseAsync([...given], { from: 'user' });
  } catch (problem) {
    if (problem instanceof CommanderError) {
      if (problem.exitCode !== 0) host.exitWith(exitCodes.misuse);
    } else {
      host.exitWith(exitCodes.misuse);
      const isOurs = problem instanceof Misuse;
      const text = problem instanceof Error ? problem.message : String(problem);
      host.errors.write(isOurs ? `${shown(text)}\n` : `This should not have happened: ${shown(text)}\n`);
    }
  }
}

/** Characters in a line of help, on a wide terminal. */
const widest = 100;

const everyCommand = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(each => everyCommand(each)),
];

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
