/** Every rule on its own examples. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { applied, checkFinding, lintExample, shown } from '../support/check.ts';
import { caretsIn } from '../support/fixture.ts';

for (const rule of rules) {
  describe(rule.code, () => {
    test('has words that can be shown', () => {
      assert.match(rule.code, /^[a-z]+(-[a-z]+)*$/);
      assert.match(rule.summary, /^[A-Z].*\.$/);
      assert.match(rule.details, /^[A-Z][^`*]*\.$/);
      assert.ok(rule.valid.length > 0, 'a valid example');
    });

    test('has a fix, or says why it has none', () => {
      const hasFix = rule.invalid.some(({ fixed }) => fixed !== undefined);
      assert.equal(rule.fixless === undefined, hasFix, 'a fix in an example, or `fixless`, and not both');
      assert.match(rule.fixless ?? 'One.', /^[A-Z][^`*]*\.$/);
    });

    for (const [at, example] of rule.valid.entries()) {
      test(`finds nothing in valid example ${at + 1}`, async () => {
        await checkFinding(rule.code, example);
      });
    }

    for (const [at, example] of rule.invalid.entries()) {
      test(`finds what is marked in invalid example ${at + 1}`, async () => {
        assert.ok(caretsIn(example.text).spans.length > 0, 'carets');
        const { document, findings } = await checkFinding(rule.code, example);
        const [finding] = findings;
        const [fix] = finding?.fixes ?? [];
        assert.equal(fix === undefined ? undefined : applied(document.text, fix), example.fixed);
      });

      test(`mends invalid example ${at + 1} with each fix`, async () => {
        const { text } = caretsIn(example.text);
        const { findings } = await lintExample(example, text, rule.code);
        for (const { span, fixes = [] } of findings) {
          assert.ok(fixes.filter(fix => fix.preferred === true).length <= 1, 'at most one preferred fix');
          for (const fix of fixes) {
            const mended = applied(text, fix);
            const after = await lintExample(example, mended, rule.code);
            assert.ok(after.document.tree.complete, `${fix.title}:\n${mended}`);
            const left = after.findings.filter(each => each.code === rule.code);
            assert.equal(
              left.length,
              findings.length - 1,
              `${fix.title} at ${span.start}:\n${shown(mended, left)}`,
            );
          }
        }
      });
    }
  });
}

/**
 * Where one safe edit mends what is found, the rule has it. The others would guess at what their author means: of them each finding
 * can still be taken away with a reason. The share may grow and not shrink.
 */
test('at least half of the rules mend what they find, and every finding of a file that is read has a quick fix', t => {
  const mending = rules.filter(({ invalid }) => invalid.some(({ fixed }) => fixed !== undefined));
  const silent = rules.filter(rule => !mending.includes(rule) && rule.silenced !== undefined);
  t.diagnostic(`${mending.length} of ${rules.length} rules have a fix that mends what they find`);
  t.diagnostic(`${rules.length - silent.length} of ${rules.length} have a quick fix of any kind`);
  assert.ok(mending.length / rules.length >= 0.5);
  assert.deepEqual(
    silent.map(({ code }) => code),
    ['too-large', 'suppression-without-reason'],
  );
});
