/**
 * Every bundle of the project in one table, and the one function that builds them.
 *
 * On the command line: `node esbuild.mjs [--production] [--watch]`.
 *   (nothing)      what a developer and the tests run: readable, with source maps, and the editor's test suites
 *   --production   what ships: minified, without source maps or tests
 *   --watch        builds again on every change, until it is ended
 *
 * A further bundle is one more entry of `bundles`.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { coreApartPlugin } from './scripts/coreApartPlugin.ts';
import { libraryPlugin } from './scripts/libraryPlugin.ts';

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * The settings of everything that Node runs: the desktop's and the remote's extension host, and the server.
 * @type {import('esbuild').BuildOptions}
 */
const node = { platform: 'node', format: 'cjs', target: 'node22' };

/**
 * The settings of everything that a browser runs: the extension host in a worker, and the server in another.
 * @type {import('esbuild').BuildOptions}
 */
const browser = { platform: 'browser', target: 'es2022' };

/**
 * `entry` and `out` are paths from the project's root; `ships` is false for what only tests need.
 * @type {readonly { name: string, entry: string, out: string, ships: boolean, options: import('esbuild').BuildOptions }[]}
 */
export const bundles = [
  {
    name: 'client',
    entry: 'client/src/extension.ts',
    // For both hosts. Beside a root of modules the one in a worker takes a script with this ending alone.
    out: 'dist/client.cjs',
    ships: true,
    // The library has a part for each host, under a condition of its own.
    options: { ...node, target: ['node22', 'es2022'], conditions: ['browser'], external: ['vscode'] },
  },
  {
    name: 'core',
    entry: 'server/src/core/index.ts',
    out: 'dist/core.js',
    ships: true,
    // A script that both servers run: a global of the worker, a module of Node.
    options: {
      ...browser,
      format: 'iife',
      globalName: 'skillChainsCore',
      footer: { js: 'if (typeof module === "object") module.exports = skillChainsCore;' },
    },
  },
  {
    name: 'server',
    entry: 'server/src/main.ts',
    out: 'dist/server.js',
    ships: true,
    options: {
      ...node,
      target: ['node22', 'es2022'],
      // The library has a part for each place, under a condition of its own.
      conditions: ['browser'],
      plugins: [coreApartPlugin],
      banner: {
        js: [
          // Other editors start it by the name that the manifest gives it.
          '#!/usr/bin/env node',
          '"use strict";',
          // In a worker its client puts the core before it, in one script.
          'var require = typeof require === "function" ? require : () => skillChainsCore;',
        ].join('\n'),
      },
    },
  },
  {
    name: 'command line',
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli.js',
    ships: true,
    // The tasks of the extension run it, and the manifest names it for a terminal.
    options: { ...node, plugins: [coreApartPlugin], banner: { js: '#!/usr/bin/env node' } },
  },
  {
    name: 'graph page',
    entry: 'client/src/views/graph/webview/main.ts',
    out: 'dist/webview/graph.js',
    ships: true,
    options: { ...browser, format: 'iife' },
  },
  {
    name: "graph page's style",
    entry: 'client/src/views/graph/webview/style.css',
    out: 'dist/webview/graph.css',
    ships: true,
    options: browser,
  },
  {
    name: 'library',
    entry: 'chains',
    out: 'dist/library.json',
    ships: true,
    options: { plugins: [libraryPlugin] },
  },
  {
    name: 'editor tests',
    entry: 'test/editor/suite/index.ts',
    out: 'dist/test/suite.cjs',
    ships: false,
    // Mocha finds its reporters and interfaces by path at run time, so it stays a package of its own.
    options: { ...node, external: ['vscode', 'mocha'] },
  },
  {
    name: 'web editor tests',
    entry: 'test/editor/suite/index.ts',
    out: 'dist/test/suite.web.cjs',
    ships: false,
    options: {
      ...browser,
      format: 'cjs',
      external: ['vscode'],
      alias: {
        mocha: './test/editor/suite/worker/mocha.ts',
        'node:assert/strict': './test/editor/suite/worker/assert.ts',
      },
      // Mocha's build for browsers looks for a CommonJS module to fill, and would find the bundle's own.
      define: { exports: 'undefined' },
    },
  },
];

/**
 * What ships as its authors made it, with the licence it is under: elkjs, the layout engine for suites, EPL-2.0. It is in no bundle; the
 * graph's page and the server load it when a suite is drawn.
 * @type {readonly { name: string, from: string, out: string }[]}
 */
export const copies = [
  {
    name: 'layout engine',
    from: 'node_modules/elkjs/lib/elk-worker.min.js',
    out: 'dist/webview/elk-worker.min.js',
  },
  {
    name: "layout engine's licence",
    from: 'node_modules/elkjs/LICENSE.md',
    out: 'dist/webview/elkjs-LICENSE.md',
  },
];

/**
 * Builds what the table says, with the marker that makes its `.js` files CommonJS beside a root of modules.
 * @param {{ production?: boolean, folder?: string, names?: readonly string[] }} [how]
 *   `production`: minified, without source maps and without the tests. `folder`: where the paths of `out` begin, an absolute path; default:
 *   the project's root. `names`: these bundles alone, and no copies; default: all.
 * @returns {Promise<void>} Rejects where a bundle has an error or a warning; esbuild has then printed it.
 */
export async function build({ production = false, folder = root, names } = {}) {
  await prepareOutput(folder, names === undefined ? copies : []);
  const wanted = bundles.filter(({ name, ships }) => names?.includes(name) ?? (ships || !production));
  const results = await Promise.all(
    wanted.map(bundle => esbuild.build(optionsOf(bundle, production, folder))),
  );
  const warnings = results.flatMap(result => result.warnings);
  if (warnings.length > 0) throw new Error(`The bundles have ${warnings.length} warning(s); see above.`);
}

/** Builds, and builds again on each change of a source file, until the process ends. */
async function watch() {
  await prepareOutput(root, copies);
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...optionsOf(bundle, false, root), logLevel: 'info' });
    await context.watch();
  }
}

/**
 * @param {string} folder
 * @param {typeof copies} wanted
 */
async function prepareOutput(folder, wanted) {
  await mkdir(path.join(folder, 'dist/webview'), { recursive: true });
  for (const { from, out } of wanted) await copyFile(path.join(root, from), path.join(folder, out));
  await writeFile(path.join(folder, 'dist/package.json'), '{ "type": "commonjs" }\n');
}

/**
 * @param {(typeof bundles)[number]} bundle
 * @param {boolean} production
 * @param {string} folder
 * @returns {import('esbuild').BuildOptions}
 */
function optionsOf(bundle, production, folder) {
  return {
    ...bundle.options,
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: path.join(folder, bundle.out),
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  };
}

const invoked = process.argv[1];
if (invoked !== undefined && import.meta.url === pathToFileURL(invoked).href) {
  const flags = process.argv.slice(2);
  const unknown = flags.find(flag => flag !== '--production' && flag !== '--watch');
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. Known are --production and --watch.`);
    process.exitCode = 1;
  } else if (flags.includes('--watch')) {
    await watch();
  } else {
    await build({ production: flags.includes('--production') }).catch(error => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
  }
}
