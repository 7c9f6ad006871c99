/** `skill-chains new adr` and `new post-mortem`: the documents that a chain calls for, filled in from it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import {
  createLanguageService,
  type DocumentKind,
  type FileNameRequest,
  type FoundFolder,
  findFolder,
  folderFiles,
  type LanguageService,
  numberOf,
  pathBelow,
  proposeFileName,
  type TemplateName,
  templateOrder,
  templates,
  today,
  usualFolders,
} from '../../core/index.ts';
import { createFileWorkspace, fileUri } from '../../node/fileWorkspace.ts';
import { type Host, Misuse } from '../host.ts';
import { gitName, namesOnBranches } from '../support/git.ts';
import { make, type NewFileOptions, newFileOptions } from '../support/newFile.ts';
import { type OneTarget, readOneTarget } from '../support/oneTarget.ts';
import { withExamples } from '../support/options.ts';
import { foldersAbove, projectFolder } from '../support/paths.ts';
import { shown } from '../support/words.ts';

interface NewDocumentOptions extends NewFileOptions {
  readonly chain?: string;
  readonly node?: string;
  readonly template?: TemplateName;
  readonly author?: string;
}

const words = {
  adr: {
    about:
      'Begins a decision record (ADR), named like its neighbours and numbered behind them, those of other Git branches too. Without --root they are looked for up to the top of the repository.',
    title: 'what is decided (default: what the chain asks)',
    node: 'the decision or step of the chain that it records',
    examples: [
      ['skill-chains new adr "Use YAML for chains"', 'makes docs/adr/0001-use-yaml-for-chains.md'],
      [
        'skill-chains new adr --chain release.chain.yaml --node go-live',
        'records a decision of a chain, with its options, criteria and people',
      ],
    ],
  },
  'post-mortem': {
    about:
      'Begins a post-mortem, dated and named like its neighbours. Without --root they are looked for up to the top of the repository.',
    title: 'what happened (default: the title of the chain)',
    node: 'the step of the chain that writes it',
    examples: [
      [
        'skill-chains new post-mortem "Checkout failed" --chain incident.chain.yaml',
        'takes over who acts and what was to be watched',
      ],
    ],
  },
} as const satisfies Readonly<Record<DocumentKind, unknown>>;

export function newDocumentCommand(host: Host, kind: DocumentKind): Command {
  const { about, title, node, examples } = words[kind];
  const command = new Command(kind)
    .description(about)
    .argument('[title]', title)
    .option('--chain <file>', 'the chain that it comes from')
    .option('--node <id>', node)
    .option('--author <name>', 'who writes it (default: what Git calls you)');
  if (templates[kind].length > 1)
    command.addOption(
      new Option('--template <form>', "the form (default: that of the folder's other records)").choices([
        ...templates[kind],
      ]),
    );
  newFileOptions(command).action((given: string | undefined, options: NewDocumentOptions) =>
    newDocument(host, kind, given?.trim(), options),
  );
  return withExamples(command, examples);
}

async function newDocument(
  host: Host,
  kind: DocumentKind,
  given: string | undefined,
  options: NewDocumentOptions,
): Promise<void> {
  if (options.node !== undefined && options.chain === undefined)
    throw new Misuse('Give the chain of that node too, with --chain.');
  const { root, folder } = await placeFor(host, kind, options);
  const chain = options.chain === undefined ? undefined : await readOneTarget(host, options.chain, { root });
  const isUntitled = given === undefined || given === '';
  const source = chain && sourceIn(chain, kind, options.node, isUntitled);
  const title = isUntitled ? source?.title : given;
  if (title === undefined || title === '') throw new Misuse('Give a title, or a chain that has one.');
  const when = today(kind, host.now());
  const below = options.path ?? (await proposedPath(host, { kind, title, date: when.date, root, folder }));
  if (!/[^/]\.(?:md|markdown)$/iu.test(below) || pathBelow(below) !== below)
    throw new Misuse(
      `The path ${below} is none for this: write one below the project's folder that ends in .md.`,
    );
  const [form = templates[kind][0]] = templateOrder(kind, folder.reason);
  const made = (chain?.service ?? emptyService()).scaffold({
    ...{ template: options.template ?? form, title, ...when },
    number: numberOf(path.posix.basename(below)),
    author: options.author ?? (await gitName(root)),
    ...(source === undefined ? {} : { chain: { uri: source.uri, node: source.node } }),
    target: fileUri(path.join(root, ...below.split('/'))),
  });
  if (made === null) throw new Misuse(`${chain?.name} is no chain.`);
  await make(host, { root, path: below, text: made.text }, options);
}

/** A path below `root` that is free, here and on other branches: of two people who begin a record at the same time each gets a number. */
async function proposedPath(
  host: Host,
  { root, folder, ...request }: Omit<FileNameRequest, 'names'> & { root: string; folder: FoundFolder },
): Promise<string> {
  const here = readdir(path.join(root, folder.path)).catch(() => []);
  const names = (await Promise.all([here, namesOnBranches(root, folder.path, host.now)])).flat();
  const name = proposeFileName({ ...request, folder, names });
  return folder.path === '' ? name : `${folder.path}/${name}`;
}

const emptyService = (): LanguageService => createLanguageService(createFileWorkspace(() => []));

/** What of a chain the document comes from, and what it may be called: without a title, the only thing that the chain asks is meant. */
function sourceIn(
  { service, uri, name }: OneTarget,
  kind: DocumentKind,
  node: string | undefined,
  isUntitled: boolean,
) {
  const sources = service.documentSources(kind, uri);
  const whole = sources.at(-1);
  if (whole === undefined) throw new Misuse(`${name} is no chain.`);
  const [only, ...others] = sources.filter(each => each.node !== undefined);
  if (node === undefined) return isUntitled && kind === 'adr' && others.length === 0 && only ? only : whole;
  const model = service.snapshot().documents.get(uri)?.model;
  if (model?.kind !== 'chain' || !model.nodesById.has(node)) {
    const known = sources.flatMap(each => each.node ?? []);
    const meant = known.length === 0 ? '' : ` Its decisions are ${known.map(shown).join(', ')}.`;
    throw new Misuse(`${name} has no node ${node}.${meant}`);
  }
  return sources.find(each => each.node === node) ?? { ...whole, node };
}

/**
 * Where such documents are kept. From within a repository the nearest folder counts, of the project's and those above it, that has some or
 * says where: a second place for them, with numbers of its own, is nothing that anybody wants.
 */
async function placeFor(host: Host, kind: DocumentKind, { root, path: below }: NewDocumentOptions) {
  const project = await projectFolder(host, root);
  const own = { root: project, folder: await folderIn(project, kind) };
  if (root !== undefined || below !== undefined) return own;
  const { folders, isRepository } = await foldersAbove(project);
  for (const at of isRepository ? folders : []) {
    const folder = await folderIn(at, kind);
    if (folder.reason !== 'usual') return { root: at, folder };
  }
  return own;
}

/** The folder that such documents are kept in, as the project's files and folders say. */
async function folderIn(root: string, kind: DocumentKind) {
  const files: Partial<Record<(typeof folderFiles)[number], string>> = {};
  for (const file of kind === 'adr' ? folderFiles : []) {
    const text = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
    if (text !== undefined) files[file] = text;
  }
  const existing = usualFolders[kind].filter(folder => existsSync(path.join(root, folder)));
  return findFolder(kind, { setting: '', files, existing });
}
