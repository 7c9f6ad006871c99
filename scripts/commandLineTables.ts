/** The part of the documentation that says again what the command line's help says: every command with its arguments and options. */
import type { Command } from 'commander';
import { createProgram } from '../server/src/cli/program.ts';

/** The program, of which only its commands are asked. */
export const program = (): Command =>
  createProgram({
    version: '',
    workingFolder: '',
    programFolder: '',
    environment: {},
    output: { write: () => undefined, isTerminal: false },
    errors: { write: () => undefined, isTerminal: false },
    readInput: async () => new Uint8Array(),
    now: () => new Date(0),
    exitWith: () => undefined,
  });

/** A section for each command, and for each of its own. */
export const commandSections = (): string => sectionsOf(program(), []).join('\n\n');

function sectionsOf(parent: Command, words: readonly string[]): readonly string[] {
  return parent.commands.flatMap(command => {
    const path = [...words, command.name()];
    return command.commands.length > 0 ? sectionsOf(command, path) : [section(command, path)];
  });
}

function section(command: Command, path: readonly string[]): string {
  const given = command.registeredArguments.map(argument => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    const choices = argument.argChoices === undefined ? '' : `: ${argument.argChoices.map(code).join(', ')}`;
    return [
      argument.required ? `<${name}>` : `[${name}]`,
      sentence(`${argument.description}${choices}`),
    ] as const;
  });
  const options = command.options.map(option => {
    const said = option.argChoices?.map(code).join(', ');
    const otherwise = option.defaultValue === undefined ? undefined : code(String(option.defaultValue));
    const more = [
      ...(said === undefined ? [] : [`One of ${said}.`]),
      ...(otherwise === undefined ? [] : [`Default: ${otherwise}.`]),
    ];
    return [option.flags, [sentence(option.description), ...more].join(' ')] as const;
  });
  const rows = [...given, ...options].map(
    ([name, does]) => `| ${code(name).replaceAll('|', '\\|')} | ${does} |`,
  );
  return [
    `### ${path.join(' ')}`,
    command.description(),
    ['| | |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const code = (text: string): string => `\`${text}\``;
