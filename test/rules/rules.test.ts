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
