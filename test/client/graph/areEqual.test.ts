import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { areEqual } from '../../../client/src/views/graph/areEqual.ts';

const value = fc.jsonValue({ maxDepth: 3 });

test('two values are equal when they say the same, as JSON has it', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      assert.ok(areEqual(one, structuredClone(one)));
      const [left, right] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))];
      assert.equal(areEqual(left, right), isDeepStrictEqual(left, right));
    }),
  );
});

const unequal: readonly (readonly [one: unknown, other: unknown])[] = [
  [[], {}],
  [['a'], { 0: 'a' }],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [null, {}],
  [JSON.parse('{"__proto__": 1}'), { a: 1 }],
  [{ constructor: 1 }, {}],
];
test('what looks alike is not the same', () => {
  for (const [one, other] of unequal) {
    assert.equal(areEqual(one, other), false, JSON.stringify([one, other]));
    assert.equal(areEqual(other, one), false, JSON.stringify([other, one]));
  }
});
