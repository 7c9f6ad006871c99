/** package.json is the one source of commands, settings and views: the code has what it names, and nothing else. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import { clientSettings } from '../../client/src/settings.ts';
import manifest from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };
import { table } from '../../schemas/generated/table.ts';
import { codeActionKinds, tokenModifiers, tokenTypes } from '../../server/src/core/index.ts';
import { defaultSettings } from '../../server/src/lsp/settings.ts';
import { importsOf, readSource, root, trackedFiles } from '../support/sources.ts';

const { contributes } = manifest;
const commandsFolder = 'client/src/commands';
const commandIds = contributes.commands.map(({ command }) => command);

test('the commands of the manifest are those that are registered', () => {
  const listed = importsOf(`${commandsFolder}/index.ts`).flatMap(({ file }) =>
    file !== undefined && file !== `${commandsFolder}/command.ts` ? [file] : [],
  );
  const registered = listed.map(file => /\bid: '([^']+)'/.exec(readSource(file))?.[1]);
  assert.deepEqual(registered.toSorted(), commandIds.toSorted());
});

test('every command has a category, and menus and welcomes name commands that exist', () => {
  assert.deepEqual(
    contributes.commands.filter(({ category }) => category !== manifest.displayName),
    [],
  );
  const named = Object.values(contributes.menus).flatMap(items => items.map(({ command }) => command));
  const linked = [...JSON.stringify(words).matchAll(/command:(skillChains\.\w+)/g)].map(([, id]) => id ?? '');
  assert.deepEqual(
    [...named, ...linked].filter(id => !commandIds.includes(id)),
    [],
  );
});

test('the settings of the manifest are those that the server and the client read, with the same defaults', () => {
  const read = Object.entries(defaultSettings).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => [`skillChains.${group}.${name}`, value]),
  );
  const client = Object.entries(clientSettings).map(([name, value]) => [`skillChains.${name}`, value]);
  const stated = Object.entries(contributes.configuration.properties).map(([key, setting]) => [
    key,
    setting.default,
  ]);
  assert.deepEqual(stated, [...read, ...client]);
});

test('no setting that names a place or a person is followed in a folder that is not trusted', () => {
  const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
  // With any other word the editor takes no notice of the list.
  assert.equal(supported, 'limited');
  const named = Object.keys(clientSettings).map(name => `skillChains.${name}`);
  assert.deepEqual(restrictedConfigurations, named);
});

test('lenses and links call commands of the manifest', () => {
  const called = [
    ...readSource('server/src/core/features/codeLens.ts').matchAll(/ommand(?::| =) '([^']+)'/g),
    ...readSource('server/src/core/features/hover.ts').matchAll(/Command = '([^']+)'/g),
  ];
  const announced = [...readSource('client/src/clientOptions.ts').matchAll(/'(skillChains\.[^']+)'/g)];
  const ids = called.map(([, id]) => id ?? '');
  assert.ok(ids.length > 0);
  assert.deepEqual(announced.map(([, id]) => id).toSorted(), ids.toSorted());
  assert.deepEqual(
    ids.filter(id => !commandIds.includes(id)),
    [],
  );
});

test('the manifest declares the semantic tokens that no standard has, and how themes without rules for them colour all', () => {
  const standard: readonly string[] = Object.values(SemanticTokenTypes);
  const declared = contributes.semanticTokenTypes.map(({ id }) => id);
  assert.deepEqual(
    declared,
    tokenTypes.filter(type => !standard.includes(type)),
  );
  const above = contributes.semanticTokenTypes.map(({ superType }) => superType);
  assert.deepEqual(
    above.filter(type => !standard.includes(type)),
    [],
  );
  const [ours, ...others] = contributes.semanticTokenScopes;
  assert.deepEqual(Object.keys(ours?.scopes ?? {}).toSorted(), [...tokenTypes].toSorted());
  assert.deepEqual(others, []);
  const modifiers: readonly string[] = Object.values(SemanticTokenModifiers);
  assert.deepEqual(
    tokenModifiers.filter(each => !modifiers.includes(each)),
    [],
  );
});

test('the page of refactorings names every kind of them', () => {
  const named = readSource('docs/refactorings.md').matchAll(/`((?:refactor|source)\.[.\w]+|quickfix)`/g);
  const kinds = new Set([...named].map(([, kind]) => kind));
  const refactorings = codeActionKinds.filter(kind => kind.startsWith('refactor.'));
  assert.deepEqual([...kinds].toSorted(), refactorings.toSorted());
});

test('every word of the manifest is translated, and no other', () => {
  const used = [...readSource('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].toSorted(), Object.keys(words).toSorted());
});

test('nothing wakes the extension up but chains, its view and its commands', () => {
  const events: readonly string[] = 'activationEvents' in manifest ? Object(manifest).activationEvents : [];
  assert.deepEqual(
    events.filter(
      event => event === '*' || event === 'onStartupFinished' || event.startsWith('workspaceContains:'),
    ),
    [],
  );
  // A bare .yaml or .yml belongs to other extensions.
  assert.deepEqual(
    contributes.languages.flatMap(({ extensions }) => extensions.filter(each => /^\.ya?ml$/.test(each))),
    [],
  );
});

test('the manifest and the client know the files of every kind', () => {
  const [language] = contributes.languages;
  const named = [
    ...(language?.extensions ?? []).map(each => `*${each}`),
    ...(language?.filenamePatterns ?? []),
    ...(language?.filenames ?? []),
  ];
  const files = table.kinds.flatMap(each => each.files);
  assert.deepEqual(named.toSorted(), files.toSorted());
  const selected = [...readSource('client/src/documents.ts').matchAll(/pattern: '\*\*\/([^']+)'/g)].flatMap(
    ([, pattern = '']) =>
      pattern.includes('{') ? ['yaml', 'yml'].map(end => pattern.replace(/\{.*\}/, end)) : [pattern],
  );
  assert.deepEqual(selected.toSorted(), files.toSorted());
});

test('the editor and its types have the same floor', () => {
  const floor = /(\d+\.\d+)/.exec(manifest.engines.vscode)?.[1];
  const types = /(\d+\.\d+)/.exec(manifest.devDependencies['@types/vscode'])?.[1];
  assert.equal(types, floor);
});

test('what the manifest points to is there, and ships', () => {
  const pointed = [
    ...readSource('package.json').matchAll(
      /"(?:\.\/)?((?:images|snippets|syntaxes)\/[^"*]+|language-configuration\.json)"/g,
    ),
  ].map(([, file]) => file ?? '');
  assert.ok(pointed.length > 3);
  const ships = (file: string): boolean =>
    manifest.files.some(
      each => file === each || path.matchesGlob(file, each) || file.startsWith(each.replace(/\/?\**$/, '/')),
    );
  assert.deepEqual(
    pointed.filter(file => !existsSync(path.join(root, file)) || !ships(file)),
    [],
  );
  const built = manifest.files.filter(file => !file.startsWith('dist/') && !/[*]/.test(file));
  const tracked = trackedFiles();
  assert.deepEqual(
    built.filter(file => !tracked.some(each => each === file || each.startsWith(`${file}/`))),
    [],
  );
});
