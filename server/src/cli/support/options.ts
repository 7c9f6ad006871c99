/** Options that several commands have, and how examples stand in their help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { wrapped } from './words.ts';

export const rootOption = (): Option =>
  new Option(
    '--root <folder>',
    'the folder that is one project, as if it were open in an editor (default: the working folder, or one above it with a .skill-chains.yaml)',
  );

export const stdinFilenameOption = (): Option =>
  new Option('--stdin-filename <path>', 'what standard input is called; without a path, it is what is read');

/** A whole number in a range; both ends count. `otherwise` is what else can be given, as the end of a sentence. */
export const wholeNumber =
  (from: number, to: number, otherwise = '') =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/u.test(text) || value < from || value > to)
      throw new InvalidArgumentError(`Give a whole number from ${from} to ${to}${otherwise}.`);
    return value;
  };

/** Examples behind the help of a command: what is typed, and what that does. */
export function withExamples(command: Command, examples: readonly (readonly [string, string])[]): Command {
  const lines = examples.map(([typed, does]) => `  ${typed}\n${wrapped(does, 80, '      ')}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
