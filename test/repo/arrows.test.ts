/** Which way the imports point: the arrows of ARCHITECTURE.md, and no cycle. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { importsOf, trackedFiles } from '../support/sources.ts';

const core = 'server/src/core';

/**
 * Each part, by the beginning of its paths, with all that it may import: other parts, and packages by name. A file belongs to
 * the part with the longest beginning. `core` itself is the facade and what is beside it.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'schemas/table.ts': [],
  'schemas/generated': ['schemas/table.ts'],
  schemas: ['schemas/table.ts', 'zod', 'yaml'],
  [`${core}/util`]: ['vscode-languageserver-types', 'fastest-levenshtein'],
  [`${core}/syntax`]: [`${core}/util`, 'yaml'],
  [`${core}/model`]: [`${core}/syntax`, `${core}/util`, 'schemas/table.ts'],
  [`${core}/analysis`]: [`${core}/model`, `${core}/util`, 'vscode-languageserver-types'],
  [`${core}/documents`]: [`${core}/model`, `${core}/util`],
  [`${core}/drawing`]: [`${core}/analysis`, `${core}/util`],
  [`${core}/project`]: [
    `${core}/model`,
    `${core}/syntax`,
    `${core}/util`,
    `${core}/workspace.ts`,
    'schemas/table.ts',
    'schemas/generated',
    'vscode-uri',
  ],
  [`${core}/rules`]: [
    `${core}/project`,
    `${core}/analysis`,
    `${core}/model`,
    `${core}/syntax`,
    `${core}/util`,
    `${core}/limits.ts`,
    'schemas/table.ts',
    'schemas/generated',
  ],
  [`${core}/features`]: [
    `${core}/project`,
    `${core}/analysis`,
    `${core}/model`,
    `${core}/syntax`,
    `${core}/util`,
    `${core}/limits.ts`,
    'schemas/table.ts',
    'schemas/generated',
    'vscode-languageserver-types',
    'vscode-uri',
  ],
  [`${core}/library`]: [
    `${core}/project`,
    `${core}/documents`,
    `${core}/model`,
    `${core}/syntax`,
    `${core}/util`,
    'vscode-languageserver-types',
  ],
  [`${core}/workspace.ts`]: [],
  [`${core}/limits.ts`]: [],
  [core]: [
    `${core}/workspace.ts`,
    `${core}/limits.ts`,
    `${core}/project`,
    `${core}/analysis`,
    `${core}/documents`,
    `${core}/drawing`,
    `${core}/features`,
    `${core}/library`,
    `${core}/model`,
    `${core}/rules`,
    `${core}/util`,
    'vscode-languageserver-types',
  ],
  // Of the core its types alone: the client reads files the same way.
  'server/src/files': [`${core}/index.ts`],
  // Types, the reading of ids and files, how documents are named and placed: what the client needs without the rest of the core.
  'server/src/lsp/protocol.ts': [
    `${core}/analysis`,
    `${core}/documents`,
    `${core}/library`,
    `${core}/model`,
    'server/src/files',
  ],
  // The layout engine for suites, for the page and the server alike; it knows what a layout is, and no graph.
  'server/src/layout': [`${core}/drawing`],
  'server/src/lsp': [
    `${core}/index.ts`,
    'server/src/files',
    'server/src/lsp/protocol.ts',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
    'vscode-uri',
  ],
  'server/src/node': [
    'package.json',
    'server/src/lsp',
    'server/src/node/fileWorkspace.ts',
    'server/src/node/fileLibrary.ts',
    'server/src/node/layoutEngine.ts',
    'server/src/node/memory.ts',
    'vscode-languageserver/node',
  ],
  // The files of a disk and what ships beside the program, for whoever runs in a process.
  'server/src/node/fileWorkspace.ts': [
    `${core}/index.ts`,
    'server/src/files',
    'vscode-uri',
    'node:fs',
    'node:fs/promises',
    'node:path',
  ],
  'server/src/node/memory.ts': ['node:v8'],
  'server/src/node/fileLibrary.ts': [`${core}/index.ts`, 'node:fs/promises', 'node:path'],
  'server/src/node/layoutEngine.ts': [`${core}/index.ts`, 'server/src/layout', 'node:module', 'node:path'],
  // The core without the protocol.
  'server/src/cli': [
    'package.json',
    'schemas/generated',
    `${core}/index.ts`,
    'server/src/files',
    'server/src/node/fileWorkspace.ts',
    'server/src/node/fileLibrary.ts',
    'server/src/node/layoutEngine.ts',
    'commander',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:url',
    'node:util',
  ],
  'server/src/main.ts': ['server/src/node', 'server/src/browser'],
  'server/src/browser': [
    'package.json',
    `${core}/index.ts`,
    'server/src/layout',
    'server/src/lsp',
    'vscode-languageserver/browser',
  ],
  // What a page runs is bundled for itself: the drawing, the types of the graph, and what the editor and the page tell each other.
  'client/src/views/graph/messages.ts': ['server/src/lsp/protocol.ts'],
  'client/src/views/graph/readMessages.ts': ['client/src/views/graph/messages.ts'],
  'client/src/views/graph/areEqual.ts': [],
  'client/src/views/graph/changes.ts': [
    'client/src/views/graph/areEqual.ts',
    'client/src/views/graph/messages.ts',
  ],
  'client/src/views/graph/webview': [
    `${core}/drawing`,
    'server/src/layout',
    'server/src/lsp/protocol.ts',
    'client/src/views/graph/areEqual.ts',
    'client/src/views/graph/changes.ts',
    'client/src/views/graph/messages.ts',
    'client/src/views/graph/readMessages.ts',
  ],
  client: [
    'server/src/lsp/protocol.ts',
    'client/src/views/graph/changes.ts',
    'client/src/views/graph/messages.ts',
    'client/src/views/graph/readMessages.ts',
    'vscode',
    'vscode-languageclient',
    'vscode-languageclient/node',
    'vscode-languageclient/browser',
  ],
};

const parts = Object.keys(arrows);
const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
const partOf = (file: string): string =>
  parts
    .filter(part => isIn(file, part))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');

const sources = trackedFiles().filter(file => file.endsWith('.ts') && partOf(file) !== '');

test('every import follows an arrow of ARCHITECTURE.md', () => {
  const wrong = sources.flatMap(from => {
    const part = partOf(from);
    return importsOf(from)
      .filter(({ specifier, file }) => {
        const allowed = arrows[part] ?? [];
        if (file === undefined) return !allowed.includes(specifier);
        return partOf(file) !== part && !allowed.some(each => each === file || each === partOf(file));
      })
      .map(({ specifier }) => `${from} imports ${specifier}`);
  });
  assert.deepEqual(wrong, []);
});

test('the table of arrows names no part and no package that nothing uses', () => {
  const unused = parts.flatMap(part => {
    const imports = sources.filter(file => partOf(file) === part).flatMap(importsOf);
    return (arrows[part] ?? [])
      .filter(
        to =>
          !imports.some(({ specifier, file }) =>
            file ? file === to || partOf(file) === to : specifier === to,
          ),
      )
      .map(to => `${part} imports nothing of ${to}`);
  });
  assert.deepEqual(unused, []);
});

test('no file imports itself, however far around', () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const { file: next } of importsOf(file))
      if (next !== undefined && sources.includes(next)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  assert.deepEqual(cycles, []);
});

/** Files whose import makes them one of the core's features or rules, by the list that names them. */
const listedBy = (list: string, folder: string): readonly string[] =>
  importsOf(list).flatMap(({ file }) =>
    file !== undefined && path.posix.dirname(file) === folder ? [file] : [],
  );

test('a feature imports no other feature', () => {
  const features = listedBy(`${core}/languageService.ts`, `${core}/features`).filter(
    file => !file.endsWith('/feature.ts'),
  );
  assert.ok(features.length > 5);
  const wrong = features.flatMap(feature =>
    importsOf(feature)
      .filter(({ file }) => file !== undefined && features.includes(file))
      .map(({ file }) => `${feature} -> ${file}`),
  );
  assert.deepEqual(wrong, []);
});

test('a rule imports no other rule, and every rule is listed', () => {
  const folder = `${core}/rules`;
  const rules = listedBy(`${folder}/index.ts`, folder).filter(file => file !== `${folder}/rule.ts`);
  assert.ok(rules.length > 20);
  const wrong = rules.flatMap(rule =>
    importsOf(rule)
      .filter(({ file }) => file !== undefined && rules.includes(file))
      .map(({ file }) => `${rule} -> ${file}`),
  );
  assert.deepEqual(wrong, []);
});
