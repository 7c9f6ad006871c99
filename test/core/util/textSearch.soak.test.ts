/** Random queries on the text search. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTextSearch } from '../../../server/src/core/util/textSearch.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const fields = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 12 }), text: word }), { maxLength: 4 });

test('any text among any records gives each of them at most once, and the same again', () => {
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 6 }), fc.array(word), (records, words) => {
      const search = createTextSearch(records);
      const query = words.join(' ');
      const found = search(query).map(({ record }) => record);
      assert.equal(new Set(found).size, found.length);
      assert.deepEqual(search(query), search(query));
    }),
  );
});

test('a record is found by a word of its own', () => {
  const letters = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 5 }), (wanted, others) => {
      const records = [...others, wanted].map(text => [{ weight: 1, text }]);
      const hits = createTextSearch(records)(wanted).map(({ record }) => records[record]?.[0]?.text);
      assert.ok(hits.includes(wanted));
    }),
  );
});

test('a query of megabytes costs no more than its beginning', () => {
  const search = createTextSearch([[{ weight: 1, text: 'apple pear plum' }]]);
  assert.deepEqual(search(`apple ${'pear '.repeat(500_000)}`), [{ record: 0, field: 0 }]);
});
