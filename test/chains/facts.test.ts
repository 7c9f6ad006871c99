/** Every fact of the documents that the library comes from stands at its key, in each file that is written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf } from '../../scripts/facts/check.ts';
import {
  allEntries,
  readFacts,
  readIndex,
  readLibraryFile,
  readSettled,
  skillIds,
} from '../../scripts/facts/files.ts';

const facts = new Map(readFacts().map(each => [each.id, each]));
const entries = allEntries(readIndex());
const idOf = skillIds();

describe('the facts of the library', () => {
  it('are there for every file of the index, and for no other', () => {
    assert.deepEqual([...facts.keys()].sort(), entries.map(({ id }) => id).sort());
  });

  it('are settled for files of the index alone', () => {
    const ids = new Set(entries.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(readSettled()).filter(id => !ids.has(id)),
      [],
    );
  });

  for (const { id, file } of entries) {
    const text = readLibraryFile(file);
    const asked = facts.get(id);
    if (text === undefined || asked === undefined) continue;
    it(`stand in chains/${file}`, () => assert.deepEqual(problemsOf(text, asked, idOf), []));
  }
});
