/** Which configurations count for a document, and what they say together. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckingSettings } from '../../../server/src/core/project/checking.ts';
import { createProject, type Project } from '../../../server/src/core/project/project.ts';
import { type MemoryWorkspace, memoryWorkspace } from '../../support/memoryWorkspace.ts';

const file = '.skill-chains.yaml';

interface Loaded {
  readonly project: Project;
  readonly workspace: MemoryWorkspace;
  /** `strict; a: off` for a path below the first folder, or an address. */
  readonly said: (path: string) => string;
}

async function loaded(
  files: Readonly<Record<string, string>>,
  { settings = {}, folders }: { settings?: CheckingSettings; folders?: readonly string[] } = {},
): Promise<Loaded> {
  const workspace = memoryWorkspace(files, folders);
  const project = createProject(workspace);
  project.configure(settings);
  await project.load();
  const said = (path: string): string => {
    const { preset, levels } = project
      .snapshot()
      .checkingFor(path.startsWith('untitled:') ? path : workspace.uri(path));
    return [preset, ...[...levels].map(([code, level]) => `${code}: ${level}`)].join('; ');
  };
  return { project, workspace, said };
}

const both = {
  [file]: 'preset: strict\nrules: { a: off, b: hint }\n',
  [`teams/${file}`]: 'rules: { a: on }\n',
};

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly said: string;
  readonly settings?: CheckingSettings;
  readonly folders?: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'without one', files: {}, path: 'x.chain.yaml', said: 'recommended' },
  { name: 'one at the top', files: both, path: 'x.chain.yaml', said: 'strict; a: off; b: hint' },
  { name: 'one further in, key by key', files: both, path: 'teams/x.y', said: 'strict; a: on; b: hint' },
  { name: 'one in a folder between', files: both, path: 'teams/a/b/x.y', said: 'strict; a: on; b: hint' },
  { name: 'a folder that only begins so', files: both, path: 'teams2/x.y', said: 'strict; a: off; b: hint' },
  {
    name: 'one that is the root',
    files: { ...both, [`teams/${file}`]: 'root: true\nrules: { c: error }\n' },
    path: 'teams/x.y',
    said: 'recommended; c: error',
  },
  {
    name: 'overrides, the later before the earlier',
    files: {
      [file]: `rules: { a: error }
overrides:
  - files: [drafts, '**/*.suite.yaml']
    preset: strict
    rules: { a: off, b: off }
  - files: drafts/ready.*
    preset: recommended
    rules: { a: warning }
`,
    },
    path: 'drafts/ready.suite.yaml',
    said: 'recommended; a: warning; b: off',
  },
  {
    name: 'an override of other files',
    files: { [file]: 'overrides: [{ files: drafts, rules: { a: off } }]\n' },
    path: 'x.chain.yaml',
    said: 'recommended',
  },
  {
    name: 'an override counts from its own folder',
    files: { [`teams/${file}`]: 'overrides: [{ files: drafts, rules: { a: off } }]\n' },
    path: 'teams/drafts/x.y',
    said: 'recommended; a: off',
  },
  {
    name: 'an override of no files, or of files elsewhere',
    files: { [`teams/${file}`]: 'overrides: [{ rules: { a: off } }, { files: ../**, rules: { b: off } }]\n' },
    path: 'teams/x.y',
    said: 'recommended',
  },
  {
    name: 'a text that was never saved',
    files: { ...both, [file]: 'preset: strict\noverrides: [{ files: "**", preset: recommended }]\n' },
    path: 'untitled:Untitled-1',
    said: 'strict',
  },
  { name: 'a file outside of all folders', files: both, path: 'file:///else/x.y', said: 'recommended' },
  {
    name: 'names with other signs',
    files: { [`a%20b/${file}`]: 'overrides: [{ files: "ü c/*", preset: strict }]\n' },
    path: 'a%20b/%C3%BC%20c/x.chain.yaml',
    said: 'strict',
  },
  {
    name: 'what is none of the values is as if it were not there',
    files: { [file]: 'preset: most\nroot: maybe\nrules: { a: loud, b: [off], c: off, c: on, d: }\n' },
    path: 'x.y',
    said: 'recommended; c: off',
  },
  {
    name: 'names of the machine',
    files: { [file]: 'rules: { __proto__: off, constructor: error }\n' },
    path: 'x.y',
    said: 'recommended; __proto__: off; constructor: error',
  },
  { name: 'a list', files: { [file]: '- preset: strict\n' }, path: 'x.y', said: 'recommended' },
  {
    name: 'settings where there is none',
    files: {},
    path: 'x.y',
    said: 'strict',
    settings: { preset: 'strict' },
  },
  {
    name: 'settings of a folder',
    files: {},
    path: 'x.y',
    said: 'recommended',
    settings: { preset: 'strict', byFolder: new Map([['file:///workspace', 'recommended']]) },
  },
  {
    name: 'no settings where there is one',
    files: { [file]: 'rules: { a: off }\n' },
    path: 'x.y',
    said: 'recommended; a: off',
    settings: { preset: 'strict' },
  },
  {
    name: 'what a command line asks for',
    files: { [file]: 'preset: recommended\nrules: { a: off }\n' },
    path: 'x.y',
    said: 'strict; a: off',
    settings: { presetForAll: 'strict' },
  },
  {
    name: 'nothing of the folder around a workspace folder, or beside it',
    files: { [`file:///w/${file}`]: 'preset: strict\n', [`file:///w/b/${file}`]: 'preset: strict\n' },
    path: 'file:///w/a/x.y',
    said: 'recommended',
    folders: ['file:///w', 'file:///w/a', 'file:///w/b'],
  },
];

describe('counts', () => {
  for (const { name, files, path, said, ...given } of cases) {
    test(name, async () => {
      const { said: found } = await loaded(files, given);
      assert.equal(found(path), said);
    });
  }
});

test('counts at the root of a file system', async () => {
  const { project, said } = await loaded({}, { folders: ['memfs:/'] });
  project.setDocument(`memfs:/${file}`, 1, 'overrides: [{ files: a, preset: strict }]\n');
  assert.deepEqual([said('memfs:/a/x.y'), said('memfs:/x.y')], ['strict', 'recommended']);
});

test('an unsaved text counts, and a change tells the files that it is about', async () => {
  const chain = 'chain: x\ntitle: X\nsteps: [{ skill: a, do: b }]\n';
  const { project, workspace, said } = await loaded({ 'x.chain.yaml': chain, 'y.chain.yaml': chain });
  const x = workspace.uri('x.chain.yaml');
  project.setDocument(x, 1, chain);
  const change = project.setDocument(workspace.uri(file), 1, 'preset: strict\n');
  assert.deepEqual(change.affected, [x]);
  assert.deepEqual(change.closed, [workspace.uri('y.chain.yaml')]);
  assert.equal(said('x.chain.yaml'), 'strict');
  assert.deepEqual(project.setDocument(workspace.uri(file), 2, 'preset: strict # all\n').affected, []);
  const closed = await project.closeDocument(workspace.uri(file));
  assert.deepEqual([said('x.chain.yaml'), closed.affected], ['recommended', [x]]);
});

test('while one is broken, what was read of it before holds', async () => {
  const { project, workspace, said } = await loaded({ [file]: 'preset: strict\nrules: { a: off }\n' });
  const uri = workspace.uri(file);
  project.setDocument(uri, 1, 'preset: strict\nrules: { a: off\n');
  project.setDocument(uri, 2, 'preset: [\nrules: { b: off }\n');
  assert.equal(said('x.y'), 'strict; a: off');
  project.setDocument(uri, 3, 'rules: { b: off }\n');
  assert.equal(said('x.y'), 'recommended; b: off');
  project.setDocument(uri, 4, '');
  assert.equal(said('x.y'), 'recommended');
});

test('one that was broken from the start counts as far as it was read', async () => {
  const { said } = await loaded({ [file]: 'preset: strict\nrules: { a: off }\noverrides: [\n' });
  assert.equal(said('x.y'), 'strict; a: off');
});

test('settings that are what they were change nothing', async () => {
  const chain = 'chain: x\ntitle: X\nsteps: [{ skill: a, do: b }]\n';
  const { project, workspace } = await loaded({ 'x.chain.yaml': chain });
  assert.deepEqual(project.configure({ preset: 'strict' }).closed, [workspace.uri('x.chain.yaml')]);
  assert.deepEqual(project.configure({ preset: 'strict', byFolder: new Map() }).closed, []);
});
