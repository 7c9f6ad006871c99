/** `skill-chains new chain`: a chain of one step, sound as it is. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { chainIdOf, isKebabCase, leftAsItIs, newChainSnippet, pathBelow, slug } from '../../core/index.ts';
import { type Host, Misuse } from '../host.ts';
import { make, type NewFileOptions, newFileOptions } from '../support/newFile.ts';
import { withExamples } from '../support/options.ts';
import { projectFolder } from '../support/paths.ts';

const ending = '.chain.yaml';

export const newChainCommand = (host: Host): Command =>
  withExamples(
    newFileOptions(
      new Command('chain')
        .description(
          'Begins a chain of one step. Its id is made of the title, and its file has that for a name.',
        )
        .argument('<title>', 'what the chain is called'),
    ).action((title: string, options: NewFileOptions) => newChain(host, title.trim(), options)),
    [
      [
        'skill-chains new chain "Data breach response"',
        'makes data-breach-response.chain.yaml, in chains/ if that is there',
      ],
      ['skill-chains new chain Release --path ops/release.chain.yaml', 'makes that file'],
    ],
  );

async function newChain(host: Host, title: string, options: NewFileOptions): Promise<void> {
  if (slug(title) === '')
    throw new Misuse(
      'Give a title with at least one Latin letter or digit, so that an id can be made of it.',
    );
  const root = await projectFolder(host, options.root);
  const below = options.path ?? freePath(root, title);
  const id = chainIdOf(below);
  if (!/\.chain\.ya?ml$/u.test(below) || pathBelow(below) !== below || !isKebabCase(id))
    throw new Misuse(
      `The path ${below} is none for a chain: write it below the project's folder, with small letters, digits and hyphens before ${ending}, such as chains/data-breach-response${ending}.`,
    );
  await make(host, { root, path: below, text: leftAsItIs(newChainSnippet(id, title)) }, options);
}

/** The path that the title suggests, in the folder `chains` where there is one; with a number where the file is taken. */
function freePath(root: string, title: string): string {
  const parent = existsSync(path.join(root, 'chains')) ? 'chains/' : '';
  const id = slug(title);
  for (let number = 1; ; number++) {
    const below = `${parent}${number === 1 ? id : `${id}-${number}`}${ending}`;
    if (!existsSync(path.join(root, below))) return below;
  }
}
