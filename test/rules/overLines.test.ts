/** A value over several lines whose words are no id, no duration and no version: mostly the text of a key that lost its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

const head = 'title: Demo\nsteps: [{ checkpoint: Agreed }]\n';

/** The first fix of the one finding of a rule. */
async function fixOf(text: string, code: string): Promise<{ title: string; preferred: boolean }> {
  const { findings } = await lintExample({ text, path: 'demo.chain.yaml' }, text, code);
  const [{ fixes: [fix] = [] } = {}, ...others] = findings.filter(finding => finding.code === code);
  assert.deepEqual(others, []);
  assert.ok(fix);
  return { title: fix.title, preferred: fix.preferred === true };
}

test('is one value by a person’s own choice alone', async () => {
  assert.deepEqual(await fixOf(`chain: demo\n  Which records are exposed\n${head}`, 'bad-id'), {
    title: 'Change to "demo-which-records-are-exposed"',
    preferred: false,
  });
  assert.deepEqual(await fixOf(`chain: demo which records\n${head}`, 'bad-id'), {
    title: 'Change to "demo-which-records"',
    preferred: true,
  });
  assert.equal(
    (await fixOf(`chain: demo\ntimeline: two\n  weeks\n${head}`, 'bad-duration')).preferred,
    false,
  );
});
