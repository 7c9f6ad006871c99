/** The files that ship, as the formatter would write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../../server/src/core/features/format.ts';
import { contextOf } from '../features/feature.ts';
import { libraryFiles } from '../support/library.ts';

for (const [name, text] of Object.entries(libraryFiles)) {
  test(`formatting ${name} changes nothing`, () => {
    assert.deepEqual(format(contextOf(text, { path: name }), { tabSize: 2, insertSpaces: true }), []);
  });
}
