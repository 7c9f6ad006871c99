/** Random texts read as values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCondition } from '../../../../server/src/core/model/values/condition.ts';
import { readTimeline } from '../../../../server/src/core/model/values/duration.ts';
import { isKebabCase, slug } from '../../../../server/src/core/model/values/identifier.ts';
import { readTarget } from '../../../../server/src/core/model/values/target.ts';

/** UTF-16 units in any order, lone surrogates among them. */
const anyText = fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units));

test('slugs are kebab-case or empty, and their own slugs', () => {
  fc.assert(
    fc.property(anyText, text => {
      const made = slug(text);
      assert.ok(made === '' || isKebabCase(made));
      assert.equal(slug(made), made);
    }),
  );
});

test('any text is read as a target or refused, and what is suggested can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[<>=≤≥$0-9 .,%\-–+mMK]{0,12}$/)), text => {
      const parsed = readTarget(text);
      if (parsed.ok || parsed.suggestion === undefined) return;
      assert.ok(readTarget(parsed.suggestion).ok, `${text} → ${parsed.suggestion}`);
    }),
    { numRuns: 500 },
  );
});

test('any text is read as a timeline or refused in a sentence, and what is suggested can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,\-–mhdwoqy]{0,12}$/)), text => {
      const parsed = readTimeline(text);
      if (parsed.ok) {
        if (parsed.value !== 'ongoing')
          assert.ok(parsed.value.min >= 0 && parsed.value.min <= parsed.value.max);
        return;
      }
      for (const near of [parsed.suggestion ?? [], parsed.alternatives ?? []].flat()) {
        assert.ok(readTimeline(near).ok, `${text} → ${near}`);
      }
    }),
    { numRuns: 500 },
  );
});

test('a threshold that is written out with all parentheses is read as the same', () => {
  const name = fc.constantFrom('a', 'b-c', 'd');
  const place = { start: 0, end: 0 };
  const { expression } = fc.letrec<{ expression: string }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      name,
      fc.tuple(name, fc.constantFrom('<', '<=', '=', '>=', '>'), fc.nat(9)).map(parts => parts.join(' ')),
      tie('expression').map(inner => `not (${inner})`),
      fc
        .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
        .map(([left, word, right]) => `(${left}) ${word} (${right})`),
    ),
  }));
  const stripped = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, inner) => (key === 'span' ? place : inner)));
  fc.assert(
    fc.property(expression, text => {
      const plain = readCondition(text);
      const inner = readCondition(`(${text})`);
      assert.ok(plain.ok && inner.ok && plain.value.kind === 'threshold');
      assert.deepEqual(stripped(inner), stripped(plain));
    }),
    { numRuns: 200 },
  );
});

test('any text is read as a condition', () => {
  fc.assert(
    fc.property(fc.string(), text => text.trim() === '' || readCondition(text).ok),
    { numRuns: 300 },
  );
});
