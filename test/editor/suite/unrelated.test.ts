import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openFile } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension } from './support/extension.ts';

describe('A folder without chains', () => {
  it('leaves the extension asleep, also when its files are opened and edited', async () => {
    for (const name of ['README.md', 'pipeline.yaml']) {
      await openFile(name);
      await drive.type('key: value\n');
    }
    await drive.screenshot('unrelated');
    assert.equal(extension().isActive, false);
    assert.deepEqual(await drive.servers(), []);
  });
});
