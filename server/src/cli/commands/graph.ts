/** `skill-chains graph`: the graph of a chain or a suite, as the editor exports it. */
import { Command, Option } from 'commander';
import type { LanguageService } from '../../core/index.ts';
import { exitCodes, type Host, Misuse } from '../host.ts';
import { readOneTarget } from '../support/oneTarget.ts';
import { rootOption, stdinFilenameOption, withExamples } from '../support/options.ts';
import { isToFile, outputOption, writeMade } from '../support/output.ts';
import { noneOf, unreadBecause } from '../support/unread.ts';
import { listed, shown } from '../support/words.ts';

/** By the endings of files that hold them; the first of each is the usual one. */
const formats = {
  mermaid: ['.mmd', '.mermaid'],
  svg: ['.svg'],
  dot: ['.dot', '.gv'],
  json: ['.json'],
} as const;
type GraphFormat = keyof typeof formats;
const formatNames: readonly GraphFormat[] = ['mermaid', 'svg', 'dot', 'json'];

interface GraphOptions {
  readonly format?: GraphFormat;
  readonly output?: string;
  readonly root?: string;
  readonly stdinFilename?: string;
}

export const graphCommand = (host: Host): Command =>
  withExamples(
    new Command('graph')
      .summary('draw a chain or a suite')
      .description(
        'Draws a chain or a suite: as an SVG picture (which is light or dark as its reader likes), as text for Mermaid or Graphviz, or as JSON for ' +
          'other programs. The same text always gives the same drawing.',
      )
      .argument('<file>', 'a chain or a suite, or - for standard input')
      .addOption(
        new Option(
          '-f, --format <format>',
          'what it is drawn as (default: by the ending of --output, else mermaid)',
        ).choices([...formatNames]),
      )
      .addOption(outputOption())
      .addOption(rootOption())
      .addOption(stdinFilenameOption())
      .action((file: string, options: GraphOptions) => graph(host, file, options)),
    [
      ['skill-chains graph release.chain.yaml -o release.svg', 'makes a picture'],
      ['skill-chains graph release.chain.yaml', 'prints a flowchart for Mermaid'],
      ['skill-chains graph programme.suite.yaml -f dot | dot -Tpdf > programme.pdf', 'lets Graphviz draw'],
    ],
  );

async function graph(host: Host, file: string, options: GraphOptions): Promise<void> {
  const format = options.format ?? formatOf(options.output);
  const target = await readOneTarget(host, file, options);
  const text = await drawn(target.service, target.uri, format);
  if (text === null) throw noneOf(target, 'graph', 'neither a chain nor a suite');
  const { complete, nodes = [] } = target.service.graph(target.uri) ?? {};
  if (complete === false) {
    const reason = unreadBecause(target.service, target.uri);
    const [why, where] =
      reason === undefined
        ? ['has a mistake in its YAML', 'Lint says where it is.']
        : ['is not read as a whole', reason];
    host.errors.write(`${shown(target.name)} ${why}: the graph shows what could be read. ${where}\n`);
    host.exitWith(exitCodes.findings);
  } else if (!nodes.some(({ range }) => range !== undefined)) {
    host.errors.write(`${shown(target.name)} has nothing in it to draw. Lint says what is missing.\n`);
    host.exitWith(exitCodes.findings);
  }
  await writeMade(host, options.output, text, [target.path]);
}

/** By the ending of a file's name; a `Misuse` where that is none of ours, rather than text in a file that is called a picture. */
function formatOf(output: string | undefined): GraphFormat {
  if (!isToFile(output)) return 'mermaid';
  const found = formatNames.find(name => formats[name].some(ending => output.toLowerCase().endsWith(ending)));
  if (found !== undefined) return found;
  const endings = formatNames.flatMap(name => formats[name]);
  throw new Misuse(
    `The ending of ${shown(output)} is of no format: end it in ${listed(endings, 'or')}, or say --format.`,
  );
}

async function drawn(service: LanguageService, uri: string, format: GraphFormat): Promise<string | null> {
  if (format !== 'json') return service.exportChain(uri, format);
  const found = service.graph(uri);
  return found && `${JSON.stringify(found, undefined, 2)}\n`;
}
