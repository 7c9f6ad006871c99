import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conditionLines } from '../../../server/src/core/drawing/conditions.ts';
import { type Font, textWidth } from '../../../server/src/core/drawing/text.ts';

const font: Font = { size: 11, bold: false };

test('whatever it says, it fits and keeps its bound', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[a-z-]{1,40} (>|<=) \d{1,4} ?%?( and | or |$)/),
  );
  const widths = fc.array(fc.integer({ min: 60, max: 220 }), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.boolean(), widths, (parts, bounded, rooms) => {
      const bound = bounded ? '↺ ≤ 2×' : '';
      const lines = conditionLines(parts.join(''), bound, rooms, font);
      assert.ok(lines.length <= rooms.length);
      for (const [at, each] of lines.entries()) assert.ok(textWidth(each, font) <= (rooms[at] ?? 0), each);
      assert.ok((lines.at(-1) ?? '').endsWith(bound));
    }),
  );
});

test('megabytes of a condition are read in no time', () => {
  for (const text of [
    '('.repeat(1e6),
    'a > 1 and '.repeat(1e5),
    `${'a'.repeat(1e6)} > 3`,
    '> '.repeat(1e6),
  ]) {
    assert.ok(conditionLines(text, '↺', [200, 200], font).length <= 2);
  }
});
