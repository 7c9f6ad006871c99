/** What is built, what ships and what is tested are one list each: nothing is left out of one of them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bundles, copies } from '../../esbuild.mjs';
import manifest from '../../package.json' with { type: 'json' };
import { editorRuns } from '../editor/runs.ts';
import { importsOf, trackedFiles } from '../support/sources.ts';

test('the package holds exactly the bundles that ship, with the marker of their module kind', () => {
  const built = [
    ...bundles.filter(({ ships }) => ships).map(({ out }) => out),
    ...copies.map(({ out }) => out),
    'dist/package.json',
  ];
  assert.deepEqual(manifest.files.filter(file => file.startsWith('dist/')).toSorted(), built.toSorted());
  const programs = Object.values(manifest.bin);
  for (const entry of [manifest.main, manifest.browser, ...programs])
    assert.ok(built.includes(entry.replace('./', '')));
});

test('the layout engine is in no bundle, and ships with its licence', async () => {
  const inputs = trackedFiles().filter(file => /^(?:client|server)\/.*\.ts$/.test(file));
  const wrong = inputs.filter(file => importsOf(file).some(({ specifier }) => specifier.startsWith('elkjs')));
  assert.deepEqual(wrong, []);
  assert.match(await readFile('node_modules/elkjs/LICENSE.md', 'utf8'), /^# Eclipse Public License - v 2\.0/);
});

test('every suite of the editor is in a run', () => {
  const folder = 'test/editor/suite';
  const suites = trackedFiles().filter(file => file.startsWith(`${folder}/`) && file.endsWith('.test.ts'));
  const loaded = importsOf(`${folder}/index.ts`).flatMap(({ file }) =>
    file?.endsWith('.test.ts') ? [file] : [],
  );
  assert.ok(suites.length > 0);
  assert.deepEqual([...new Set(loaded)].toSorted(), suites.toSorted());
});

test('every run of the editor opens a folder of the repository', () => {
  const files = trackedFiles();
  assert.deepEqual(
    editorRuns.filter(({ folder }) => !files.some(file => file.startsWith(`${folder}/`))),
    [],
  );
});
