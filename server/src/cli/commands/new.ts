/** `skill-chains new`: the beginnings that the editor makes, as files. */
import { Command } from 'commander';
import type { Host } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { newChainCommand } from './newChain.ts';
import { newDocumentCommand } from './newDocument.ts';

export const newCommand = (host: Host): Command =>
  withExamples(
    new Command('new')
      .summary('begin a chain, a decision record or a post-mortem')
      .description(
        'Begins a chain, a decision record or a post-mortem in a file of its own, and prints its path. A file that is there is never touched.',
      )
      .helpCommand(false)
      .addCommand(newChainCommand(host))
      .addCommand(newDocumentCommand(host, 'adr'))
      .addCommand(newDocumentCommand(host, 'post-mortem')),
    [
      ['skill-chains new chain "Data breach response"', 'begins a chain'],
      ['skill-chains new adr "Use YAML for chains"', 'begins a decision record'],
      ['skill-chains new adr --help', 'prints all that can be said of it'],
    ],
  );
