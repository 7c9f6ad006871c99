/** Nothing that the language says is without a fixture: neither a key, nor a sentence, nor a rule of the linter. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { readSource, root } from '../support/sources.ts';
import { keysSection, languageKeys, type Proof, sections, unbreakableKeys } from './sections.ts';
import { coverage } from './support/coverage.ts';
import type { LanguageFixture } from './support/fixtures.ts';
import { marksIn } from './support/marks.ts';

const covered = coverage();

test('every key has a fixture that uses it and one that breaks it', () => {
  const missing = languageKeys.flatMap(key => {
    const { right, wrong } = covered.keys.get(key) ?? { right: [], wrong: [] };
    return [
      ...(right.length === 0 ? [`${key} is used in no sound document`] : []),
      ...(wrong.length === 0 && !(key in unbreakableKeys) ? [`${key} is broken nowhere`] : []),
    ];
  });
  assert.deepEqual(missing, []);
});

test('a key that is said to be unbreakable is broken nowhere', () => {
  const broken = Object.keys(unbreakableKeys).filter(
    key => !languageKeys.includes(key) || covered.keys.get(key)?.wrong.length !== 0,
  );
  assert.deepEqual(broken, []);
});

const proofs: Readonly<Record<Proof, (fixtures: readonly LanguageFixture[]) => boolean>> = {
  right: fixtures => fixtures.some(each => each.verdict === 'right'),
  wrong: fixtures => fixtures.some(each => each.verdict === 'wrong'),
  both: fixtures => proofs.right(fixtures) && proofs.wrong(fixtures),
  behaviour: fixtures => fixtures.some(each => each.expected.length > 0),
};

test('every section is shown by its fixtures as it says', () => {
  const missing = sections.filter(({ id, page, proof }) => {
    const found = covered.sections.find(each => each.id === id && each.page === page);
    return found === undefined || found.says === '' || !proofs[proof](found.fixtures);
  });
  assert.deepEqual(
    missing.map(({ id, page, proof }) => `${page}: ${id} (${proof})`),
    [],
  );
});

test('no page has a section that is listed nowhere, and none has two', () => {
  const known = new Set([
    ...sections.map(({ id }) => id),
    ...languageKeys.map(key => keysSection(key.slice(0, key.indexOf('.')))),
  ]);
  const ids = covered.sections.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, at) => !known.has(id) || ids.indexOf(id) !== at),
    [],
  );
});

test('every rule finds what it is for in some fixture', () => {
  const found = new Set(
    covered.sections.flatMap(({ fixtures }) =>
      fixtures.flatMap(({ text }) => marksIn(text).marks.map(({ code }) => code)),
    ),
  );
  assert.deepEqual(
    // What is too large for the editor is too large for a page of fixtures.
    rules.map(({ code }) => code).filter(code => !found.has(code) && code !== 'too-large'),
    [],
  );
});

test('every section leads to a place of the documentation', () => {
  const lost = sections.filter(({ reference }) => {
    const [file = '', anchor = ''] = reference.split('#');
    if (!existsSync(path.join(root, file))) return true;
    const headings = [...readSource(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    return !headings.includes(anchor);
  });
  assert.deepEqual(
    lost.map(({ id, reference }) => `${id}: ${reference}`),
    [],
  );
});
