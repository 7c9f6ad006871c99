/** The reference of the language: every key has its place on the page of its kind, and every link leads somewhere. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { table } from '../../schemas/generated/table.ts';
import { languagePages } from '../../scripts/languageReference.ts';
import { anchor, keyAnchor } from '../../server/src/core/model/reference.ts';

for (const [path, text] of languagePages(table)) {
  describe(path, () => {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));

    test('gives each heading an anchor of its own', () => {
      assert.deepEqual(
        headings.filter((each, at) => headings.indexOf(each) !== at && at > 1),
        [],
      );
    });

    test('links to what is there', () => {
      const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, link = '']) => link);
      assert.ok(links.length > 5);
      assert.deepEqual(
        links.filter(link => !headings.includes(link)),
        [],
      );
    });
  });
}

test('every key of every record stands on a page', () => {
  const all = [...languagePages(table).values()].join('\n');
  for (const record of Object.values(table.records)) {
    for (const { key } of record.keys) {
      assert.ok(all.includes(`](#${keyAnchor(record, key)})`), `${record.name}.${key}`);
    }
  }
});
