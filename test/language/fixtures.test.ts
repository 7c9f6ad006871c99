/** Every fixture of the language: nothing is found in what is right, exactly what is marked in what is wrong, and what follows follows. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aspects } from './support/aspects.ts';
import { fixtureSections, type LanguageFixture } from './support/fixtures.ts';
import { marksIn, withMarks } from './support/marks.ts';
import { tryFixture } from './support/tried.ts';

for (const { id, page, fixtures } of fixtureSections()) {
  describe(id, () => {
    for (const fixture of fixtures) {
      test(`${fixture.verdict}, ${page}:${fixture.line + 1}`, () => check(fixture));
    }
  });
}

async function check(fixture: LanguageFixture): Promise<void> {
  const { service, uri, text, findings } = await tryFixture(fixture);
  assert.equal(
    withMarks(text, findings),
    fixture.text,
    findings.map(each => `${each.code}: ${each.message}`).join('\n'),
  );
  if (fixture.verdict === 'wrong') assert.ok(findings.length > 0, 'Nothing is marked.');
  else assert.deepEqual(marksIn(fixture.text).marks, []);
  for (const { aspect, text: expected } of fixture.expected) {
    assert.equal(aspects[aspect](service, uri, text), expected, aspect);
  }
}
