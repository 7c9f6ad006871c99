/** Packages the extension: `npm run package`. Fails on any warning and on what grows too large. */
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from '../esbuild.mjs';
import manifest from '../package.json' with { type: 'json' };
import { engineFile } from '../server/src/layout/elkEngine.ts';
import { Failure, runMain } from './support/failure.ts';
import { root } from './support/paths.ts';
import { runOrFail } from './support/run.ts';

/** The limits of the package: its bytes without the layout engine, which is as large as its authors made it, and how many files it may hold. */
const mostBytes = 1_000_000;
/** What it had when somebody last looked at what is in it, in bytes; a tenth more than this wants another look, and another number here. */
const knownBytes = 882_000;
const mostGrowth = 1.1;
const mostFiles = 40;

export interface PackagedExtension {
  readonly file: string;
  readonly bytes: number;
  /** What of these the layout engine takes, about. */
  readonly engineBytes: number;
  /** The files in it that come from the project, as paths from its root, and how large they are unpacked. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');

/**
 * Builds what ships and packs it, apart from `dist/`, in which a developer's build may be at work.
 * @param target Where the package goes; default: beside the manifest, named by name and version.
 */
export async function packageExtension(target?: string): Promise<PackagedExtension> {
  const file = target ?? path.join(root, `${manifest.name}-${manifest.version}.vsix`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'skill-chains-package-'));
  try {
    return await packageIn(folder, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function packageIn(folder: string, file: string): Promise<PackagedExtension> {
  const kept = manifest.files.filter(name => !name.startsWith('dist/'));
  for (const name of ['package.json', ...kept])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  await build({ production: true, folder });
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const output = await runVsce(folder, 'package', [...options, '--out', file]);
  const names = (await runVsce(folder, 'ls', ['--no-dependencies']))
    .split('\n')
    .filter(line => line.trim() !== '');
  const { size } = await stat(file);
  const warning = output.split('\n').find(line => /warning/i.test(line));
  if (warning !== undefined) throw new Failure(`vsce warns, and nothing may ship with a warning:\n${output}`);
  const engine = (await deflated(path.join(folder, 'dist/webview', engineFile))).length;
  const own = size - engine;
  if (own > mostBytes)
    throw new Failure(
      `The package has ${own} bytes without the layout engine; at most ${mostBytes} are allowed.`,
    );
  if (own > knownBytes * mostGrowth)
    throw new Failure(
      `The package grew from ${knownBytes} bytes to ${own}. Look at what it holds, and write down its new size.`,
    );
  if (names.length > mostFiles) {
    throw new Failure(`The package has ${names.length} files; at most ${mostFiles} are allowed.`);
  }
  const files = await Promise.all(
    names.map(async name => ({ name, bytes: (await stat(path.join(folder, name))).size })),
  );
  return { file, bytes: size, engineBytes: engine, files };
}

/** As a package holds it. */
const deflated = async (file: string): Promise<Buffer> => deflateRawSync(await readFile(file));

async function runVsce(folder: string, command: string, args: readonly string[]): Promise<string> {
  return runOrFail('package the extension', process.execPath, [vsce, command, ...args], { cwd: folder });
}

async function main(): Promise<void> {
  const { file, bytes, engineBytes, files } = await packageExtension();
  for (const { name, bytes: unpacked } of files)
    console.log(`${String(Math.round(unpacked / 1024)).padStart(6)} KB  ${name}`);
  console.log(
    `${path.basename(file)}: ${Math.round(bytes / 1024)} KB packed, of which the layout engine ${Math.round(engineBytes / 1024)} KB, ${files.length} files`,
  );
}

const invoked = process.argv[1];
if (invoked !== undefined && import.meta.url === pathToFileURL(invoked).href) await runMain(main);
