/**
 * The runs of the editor's tests: each is one window of a real editor on one folder, in which one module of mocha tests runs, once
 * in the extension host that is a Node process and once in the one that is a web worker, or in one of them where it says why.
 *
 * How it fits together:
 *
 *     scripts/testEditor.ts         shares the runs out to lanes, each with a browser; a run has its own server and folders
 *       driver/mochaRun.ts          opens the window with the built extension and the tests' bundle in it
 *         suite/index.ts            runs mocha INSIDE the extension host: exact facts from the `vscode` API
 *           suite/support/drive.ts  asks the driver OUTSIDE for real keys, clicks and screenshots, over
 *         driver/channel.ts         a small HTTP server on loopback, which also takes the tests' results
 *     page/*.test.ts                tests by node:test that must stand outside of a window: its end, its start
 *
 * So a test presses a real key with `drive.press('Control+Space')` and reads `vscode.languages.getDiagnostics` in the next
 * line. To add tests, write a file in suite/ and import it in one of the lists of suite/index.ts. To add a run, add it here.
 */

import type { HostKind } from './driver/driver.ts';

export type RunName =
  | 'editing'
  | 'graph'
  | 'library'
  | 'agentSkills'
  | 'inTheFile'
  | 'programme'
  | 'documents'
  | 'severalFolders'
  | 'noFolder'
  | 'broken'
  | 'unrelated'
  | 'taking'
  | 'virtual'
  | 'virtualDocuments'
  | 'pseudoLocale'
  | 'yaml'
  | 'restricted';

export interface EditorRun {
  readonly name: RunName;
  /** What the run is for, for the person who reads its output. */
  readonly about: string;
  /** The folder that is copied and opened, from the project's root. Tests may change the copy as they like. */
  readonly folder: string;
  /** False: the folder opens in Restricted Mode. */
  readonly trusted: boolean;
  /** A `.code-workspace` file in the folder to open in its stead, or `''` for a window without a folder. */
  readonly opens?: string;
  /** True: the files are in memory, under `memfs:`, which no disk has. Default false. */
  readonly virtual?: boolean;
  /** True: the client speaks the language of driver/pseudoLocale.ts. Default false. */
  readonly pseudoLocale?: boolean;
  /** Extensions of test/editor/extensions that are there too. */
  readonly extensions?: readonly string[];
  /** Only in this extension host, and why; absent: in both. */
  readonly only?: { readonly host: HostKind; readonly because: string };
  /** The machine's settings, over those of every test. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export const editorRuns: readonly EditorRun[] = [
  {
    name: 'editing',
    about: 'chains and a catalogue, trusted',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
  },
  {
    name: 'graph',
    about: 'the graph preview',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    only: {
      host: 'node',
      because: 'the page is the same in both, and the run virtual opens it there, follows it and exports it',
    },
  },
  {
    name: 'library',
    about: 'the chains that ship and their graphs, looked at in every theme',
    folder: 'chains',
    trusted: true,
    only: { host: 'node', because: 'it looks at pages, which are the same in both' },
  },
  {
    name: 'documents',
    about: 'decision records and post-mortems from chains, and a chain from an empty file',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    only: {
      host: 'node',
      because: 'the run virtualDocuments makes the same documents there; it is the server that completes',
    },
  },
  {
    name: 'severalFolders',
    about: 'a workspace of two folders',
    folder: 'test/editor/workspaces/several',
    opens: 'several.code-workspace',
    trusted: true,
    only: {
      host: 'node',
      because: 'it is the server that tells folders apart, and the run editing follows files in both',
    },
  },
  {
    name: 'noFolder',
    about: 'a window without a folder',
    folder: 'test/editor/workspaces/plain',
    opens: '',
    trusted: true,
    only: {
      host: 'node',
      because: 'what has no file is the same in both, and the run virtual has none on a disk in the worker',
    },
  },
  {
    name: 'agentSkills',
    about:
      'skills where agents keep them, what is shown in a file, the task that checks a folder, and how much is said of one',
    folder: 'test/editor/workspaces/agents',
    trusted: true,
  },
  {
    name: 'inTheFile',
    about: 'what a chain shows besides its text, and what is checked where',
    folder: 'test/editor/workspaces/agents',
    trusted: true,
    only: {
      host: 'node',
      because: 'it is the server that answers, and the run editing asks it in both',
    },
  },
  {
    name: 'programme',
    about: 'a suite and its prompt plans, the graph of one, and names of every kind given anew',
    folder: 'test/editor/workspaces/programme',
    trusted: true,
    only: {
      host: 'node',
      because: 'it is the server that answers, and the run editing asks it in both',
    },
  },
  {
    name: 'broken',
    about: 'chains with one mistake each',
    folder: 'test/editor/broken',
    trusted: true,
    only: {
      host: 'node',
      because: 'it is the server that finds them, and the run editing sees findings in both',
    },
  },
  {
    name: 'unrelated',
    about: 'a folder without chains',
    folder: 'test/editor/workspaces/plain',
    trusted: true,
    only: {
      host: 'node',
      because: 'the manifest says when the extension wakes, and it is the same in both',
    },
  },
  {
    name: 'taking',
    about: 'what the library has, looked at, searched and taken into a folder without chains',
    folder: 'test/editor/workspaces/plain',
    trusted: true,
    only: {
      host: 'node',
      because: 'it is the server that knows the library, and what opens of it is the same in both',
    },
  },
  {
    name: 'virtual',
    about: 'chains that are on no disk',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    virtual: true,
    extensions: ['memory-files'],
    only: {
      host: 'worker',
      because:
        'a window without a disk mostly has its extensions there; in Node the protocol tests read through the client',
    },
  },
  {
    name: 'virtualDocuments',
    about: 'decision records and post-mortems on no disk',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    virtual: true,
    extensions: ['memory-files'],
    only: { host: 'worker', because: 'the run documents tries the same suites here, on files of the disk' },
  },
  {
    name: 'pseudoLocale',
    about: 'the client in a language that shows what nobody could translate',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    pseudoLocale: true,
    only: {
      host: 'worker',
      because: 'the words are exchanged on their way to it, and are the same in both',
    },
  },
  {
    name: 'yaml',
    about: 'chains given back to the language yaml, beside an extension for it',
    folder: 'test/editor/workspaces/chains',
    trusted: true,
    extensions: ['vscode-yaml'],
    settings: { 'files.associations': { '*.chain.yaml': 'yaml' } },
    only: {
      host: 'node',
      because:
        'an extension sees those of its own host, and the stand-in reads YAML with a library that it loads from the disk',
    },
  },
  {
    name: 'restricted',
    about: 'chains in Restricted Mode',
    folder: 'test/editor/workspaces/chains',
    trusted: false,
    only: {
      host: 'node',
      because: 'the manifest says what is held back, and it is the same in both',
    },
  },
];

/** The settings of every test's window: typing must be answered by our extension alone. */
export const testSettings: Readonly<Record<string, unknown>> = {
  // With it, typing mends the broken text that a test is about.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.accessibilitySupport': 'off',
  'git.enabled': false,
};
