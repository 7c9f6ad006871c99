/** What is generated from the schemas is committed as it is made, and is made the same each time. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeSchemas } from '../../schemas/describe.ts';
import { table } from '../../schemas/generated/table.ts';
import { generatedFiles } from '../../scripts/generate.ts';

const root = join(import.meta.dirname, '../..');

for (const [path, contents] of generatedFiles()) {
  test(`${path} is what npm run generate writes`, () => {
    assert.ok(
      readFileSync(join(root, path), 'utf8') === contents,
      'It is out of date. Run npm run generate.',
    );
  });
}

test('two runs make the same files', () => {
  assert.deepEqual([...generatedFiles()], [...generatedFiles()]);
});

test('the committed table is the compiled one', () => {
  assert.deepEqual(table, describeSchemas());
});
