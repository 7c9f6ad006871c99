/** A window of the real editor on a folder, for the runs of mocha and for the page tests alike. */

import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type EditorHost, installExtension, startEditorHost } from '../../../scripts/editorHost.ts';
import { atExit } from '../../../scripts/support/atExit.ts';
import { Failure } from '../../../scripts/support/failure.ts';
import { lastLines } from '../../../scripts/support/run.ts';
import { testSettings } from '../runs.ts';
import { type HostKind, type TestFacts, testSection } from './driver.ts';
import { prepareLag } from './lag.ts';
import { speakPseudoLocale, translated } from './pseudoLocale.ts';
import { placeExtensions } from './testExtensions.ts';
import { serveExtensions } from './workerHost.ts';

export type Theme =
  | 'Default Light Modern'
  | 'Default Dark Modern'
  | 'Default High Contrast'
  | 'Default High Contrast Light';

/** The class that a theme's kind puts on the workbench; it comes late, so its presence is what to wait for. */
const themeClasses: Readonly<Record<Theme, string>> = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
};

export interface WorkbenchOptions {
  readonly browser: Browser;
  /** A folder to copy and open; absent: an empty one. */
  readonly folder?: string;
  /** A `.code-workspace` file in the folder to open in its stead, or `''` for a window without a folder. */
  readonly opens?: string;
  /** Further files of the opened folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The files are not on the disk but in memory, under `memfs:/workspace`; default: false. */
  readonly virtual?: boolean;
  /** Folders of extensions to have beside ours, as absolute paths. */
  readonly extensions?: readonly string[];
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False: the folder opens in Restricted Mode. Default true. */
  readonly trusted?: boolean;
  /** The packaged extension to install; absent: none is. */
  readonly vsix?: string;
  /** True: the extension, in a web worker, speaks the language of pseudoLocale.ts. Default false. */
  readonly pseudoLocale?: boolean;
  /** The extension to load from its sources' folder, and the module of tests to run in its host. */
  readonly development?: { readonly host: HostKind; readonly extension: string; readonly tests: string };
  /** What the tests inside the window are told, as settings. */
  readonly facts?: TestFacts;
  /** Before the page is opened: the place to listen to it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface Workbench {
  readonly page: Page;
  readonly host: EditorHost;
  /** The opened folder: a copy, which goes with the window. */
  readonly folder: string;
  /** What the page wrote to its console, for a failure's message. */
  readonly consoleLines: readonly string[];
  /** Closes the window as a person does, leaving the server. */
  closeWindow(): Promise<void>;
  /** Closes the window, ends the server and deletes the folder. */
  close(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'skill-chains-editor-'));
  const forget = atExit(() => rmSync(place, { recursive: true, force: true }));
  const folder = path.join(place, 'workspace');
  await fill(folder, options);
  const folders = {
    dataFolder: path.join(place, 'data'),
    extensionsFolder: path.join(place, 'extensions'),
  };
  const { extensions = [], virtual = false } = options;
  if (extensions.length > 0) await placeExtensions(extensions, folders.extensionsFolder);
  if (options.vsix !== undefined) await installExtension(options.vsix, folders);
  const theme = options.theme ?? 'Default Dark Modern';
  const facts = { ...options.facts, ...(virtual ? { files: await textsOf(folder) } : {}) };
  const settings = { ...testSettings, 'workbench.colorTheme': theme, ...options.settings };
  const host = await startEditorHost({
    ...folders,
    settings: { ...settings, [testSection]: facts },
    trustsAll: options.trusted !== false,
    forTests: true,
  });
  const context = await options.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const consoleLines: string[] = [];
  page.on('console', message => consoleLines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => consoleLines.push(`page error: ${error.message}`));

  const closeWindow = async () => {
    await page.close({ runBeforeUnload: false });
    await context.close();
  };
  const close = async () => {
    await closeWindow();
    await host.end();
    await rm(place, { recursive: true, force: true });
    forget();
  };
  try {
    await options.prepare?.(page);
    const { development } = options;
    // A window whose end is what is tried has its own connections.
    const beLate = development?.host === 'node' ? await prepareLag(page) : undefined;
    if (development?.host === 'worker') {
      if (options.pseudoLocale === true) await speakPseudoLocale(page);
      const rewrite = options.pseudoLocale === true ? translated : undefined;
      await serveExtensions(page, host.origin, development, rewrite);
    }
    const { opens } = options;
    const opened = virtual ? memoryFolder : opens === '' ? '' : path.join(folder, opens ?? '');
    await page.goto(host.address(opened, payloadOf(options)));
    await page.locator(`.monaco-workbench.${themeClasses[theme]} .part.editor`).waitFor({ timeout: 60_000 });
    beLate?.();
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The editor's window did not open: ${reason}\n${lastLines(consoleLines.join('\n'), 20)}`,
    );
  }
  return { page, host, folder, consoleLines, closeWindow, close };
}

async function fill(folder: string, { folder: template, files = {} }: WorkbenchOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (template !== undefined) await cp(template, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** A folder of the file system of test/editor/extensions/memory-files. */
const memoryFolder = 'memfs:/workspace';

/** The texts of a folder, by their paths in memory. */
async function textsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const below = path.relative(folder, file).replaceAll(path.sep, '/');
    texts[`/workspace/${below}`] = await readFile(file, 'utf8');
  }
  return texts;
}

function payloadOf({ development }: WorkbenchOptions): readonly (readonly [string, string])[] {
  const remote = (file: string) => `vscode-remote://remote${file}`;
  const welcome = ['skipWelcome', 'true'] as const;
  if (development?.host !== 'node') return [welcome];
  return [
    ['extensionDevelopmentPath', remote(development.extension)],
    ['extensionTestsPath', remote(development.tests)],
    welcome,
  ];
}
