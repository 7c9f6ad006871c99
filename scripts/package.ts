/** Packages the extension: `npm run package`. Fails on any warning and on what grows too large. */
import { readFile, stat } from 'node:fs/promises';
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
const mostFiles = 40;

export interface PackagedExtension {
  readonly file: string;
  readonly bytes: number;
  /** What of these the layout engine takes, about. */
  readonly engineBytes: number;
  /** The files in it that come from the project, as paths from its root. */
  readonly files: readonly string[];
}

const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');

/**
 * Builds what ships and packs it.
 * @param target Where the package goes; default: beside the manifest, named by name and version.
 */
export async function packageExtension(target?: string): Promise<PackagedExtension> {
  const file = target ?? path.join(root, `${manifest.name}-${manifest.version}.vsix`);
  await build({ production: true });
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const output = await runVsce('package', [...options, '--out', file]);
  const files = (await runVsce('ls', ['--no-dependencies'])).split('\n').filter(line => line.trim() !== '');
  const { size } = await stat(file);
  const warning = output.split('\n').find(line => /warning/i.test(line));
  if (warning !== undefined) throw new Failure(`vsce warns, and nothing may ship with a warning:\n${output}`);
  const engine = (await deflated(path.join(root, 'dist/webview', engineFile))).length;
  const own = size - engine;
  if (own > mostBytes)
    throw new Failure(
      `The package has ${own} bytes without the layout engine; at most ${mostBytes} are allowed.`,
    );
  if (files.length > mostFiles) {
    throw new Failure(`The package has ${files.length} files; at most ${mostFiles} are allowed.`);
  }
  return { file, bytes: size, engineBytes: engine, files };
}

/** As a package holds it. */
const deflated = async (file: string): Promise<Buffer> => deflateRawSync(await readFile(file));

async function runVsce(command: string, args: readonly string[]): Promise<string> {
  return runOrFail('package the extension', process.execPath, [vsce, command, ...args], { cwd: root });
}

async function main(): Promise<void> {
  const { file, bytes, engineBytes, files } = await packageExtension();
  for (const name of files) {
    const { size } = await stat(path.join(root, name));
    console.log(`${String(Math.round(size / 1024)).padStart(6)} KB  ${name}`);
  }
  console.log(
    `${path.basename(file)}: ${Math.round(bytes / 1024)} KB packed, of which the layout engine ${Math.round(engineBytes / 1024)} KB, ${files.length} files`,
  );
}

const invoked = process.argv[1];
if (invoked !== undefined && import.meta.url === pathToFileURL(invoked).href) await runMain(main);
