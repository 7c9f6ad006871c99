/** `skill-chains help`: the help of a command, also of one that stands below another. */
import { Command } from 'commander';
import { nearNames } from '../../core/index.ts';
import { withExamples } from '../support/options.ts';
import { listed } from '../support/words.ts';

export const helpCommand = (): Command =>
  withExamples(
    new Command('help')
      .summary('print the help of a command')
      .description('Prints the help of a command, or of the whole program; the same as --help behind it.')
      .argument('[command...]', 'the words of a command')
      .action((words: readonly string[], _: object, command: Command) => help(words, command)),
    [['skill-chains help new adr', 'prints all that can be said of a new decision record']],
  );

function help(words: readonly string[], { parent }: Command): void {
  let found = parent;
  for (const word of words) {
    const next = found?.commands.find(each => each.name() === word);
    if (next === undefined) found?.error(unknown(word, found));
    else found = next;
  }
  found?.outputHelp();
}

/** In the parser's own words, so that both are told alike. */
function unknown(word: string, { commands }: Command): string {
  const near = nearNames(
    word,
    commands.map(each => each.name()),
  );
  return `error: unknown command '${word}'${near.length === 0 ? '' : `\n(Did you mean ${listed(near, 'or')}?)`}`;
}
