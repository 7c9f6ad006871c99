/** `skill-chains copy`: a chain as the texts that the editor puts on the clipboard. */
import { Command, Option } from 'commander';
import type { Host } from '../host.ts';
import { readOneTarget } from '../support/oneTarget.ts';
import { rootOption, stdinFilenameOption, withExamples } from '../support/options.ts';
import { outputOption, writeMade } from '../support/output.ts';
import { noneOf } from '../support/unread.ts';

interface CopyOptions {
  readonly format: 'markdown' | 'instruction';
  readonly output?: string;
  readonly root?: string;
  readonly stdinFilename?: string;
}

export const copyCommand = (host: Host): Command =>
  withExamples(
    new Command('copy')
      .summary('print a chain as a text for people or for an agent')
      .description(
        'Prints all that a chain says: as a Markdown document for people, or as an instruction that a coding agent can follow.',
      )
      .argument('<file>', 'a chain, or - for standard input')
      .addOption(
        new Option('-f, --format <format>', 'whom it is for')
          .choices(['markdown', 'instruction'])
          .default('markdown'),
      )
      .addOption(outputOption())
      .addOption(rootOption())
      .addOption(stdinFilenameOption())
      .action((file: string, options: CopyOptions) => copy(host, file, options)),
    [
      ['skill-chains copy release.chain.yaml -o release.md', 'makes a document'],
      ['skill-chains copy release.chain.yaml -f instruction', 'prints what an agent is told'],
    ],
  );

async function copy(host: Host, file: string, options: CopyOptions): Promise<void> {
  const target = await readOneTarget(host, file, options);
  const text = await target.service.exportChain(target.uri, options.format);
  if (text === null) throw noneOf(target, 'such text', 'no chain');
  await writeMade(host, options.output, text.endsWith('\n') ? text : `${text}\n`, [target.path]);
}
