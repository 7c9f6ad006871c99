import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clean,
  cut,
  type Font,
  isolated,
  joined,
  shorten,
  textWidth,
  wrap,
} from '../../../server/src/core/drawing/text.ts';

const font: Font = { size: 10, bold: false };

test('a text is one line of what can be seen', () => {
  assert.equal(clean('  a\n\t b \u0000c\u202ed\u2066e\u200bf\ud800g\ufffe '), 'a b cdefg');
  assert.equal(clean('👨‍👩‍👧 नमस्ते'), '👨‍👩‍👧 नमस्ते');
  assert.ok(clean('x'.repeat(10_000)).length < 3000);
});

test('nothing is cut in the middle of a character', () => {
  assert.equal(cut('a😀', 2), 'a…');
  assert.equal(cut('abc', 3), 'abc');
});

test('widths are those of letters, and never of marks', () => {
  assert.ok(textWidth('iiii', font) < textWidth('WWWW', font));
  assert.ok(textWidth('a', font) < textWidth('a', { ...font, bold: true }));
  assert.equal(textWidth('e\u0301', font), textWidth('e', font));
  assert.ok(textWidth('审批', font) >= 20);
  assert.equal(textWidth('', font), 0);
});

test('what does not fit ends in an ellipsis, between characters', () => {
  assert.equal(shorten('short', 100, font), 'short');
  for (const text of ['a rather long text', '审批审批审批', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'e\u0301'.repeat(30)]) {
    const made = shorten(text, 40, font);
    assert.ok(made.endsWith('…') && textWidth(made, font) <= 40, made);
    assert.ok(text.startsWith(made.slice(0, -1)));
  }
  assert.match(shorten('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 40, font), /^(?:👨‍👩‍👧)+…$/u);
});

test('lines break at blanks, and only the last is shortened', () => {
  assert.deepEqual(wrap('one two', [100, 100], font), ['one two']);
  assert.deepEqual(wrap('one two three', [45, 100], font), ['one two', 'three']);
  assert.deepEqual(wrap('abcdefghijkl', [30, 30], font), ['abcd', 'efg…']);
  assert.deepEqual(wrap('', [30], font), []);
});

test('a name breaks behind a hyphen, between longer parts, and where a line is to be full', () => {
  const wide = [110, 110];
  assert.deepEqual(wrap('regulatory-compliance-specialist', wide, font), [
    'regulatory-',
    'compliance-specialist',
  ]);
  assert.deepEqual(wrap('a p-value-of-the-first-test', [40, 110], font)[0], 'a');
  assert.deepEqual(wrap('one compliance-specialist', wide, font), ['one', 'compliance-specialist']);
  assert.deepEqual(wrap('one compliance-specialist', wide, font, true), ['one compliance-', 'specialist']);
  assert.deepEqual(wrap('one two\u00a0three', [60, 100], font), ['one', 'two three']);
});

test('what runs from right to left is kept apart from what follows', () => {
  assert.equal(isolated('abc'), 'abc');
  assert.equal(isolated('شكر'), '\u2068شكر\u2069');
  assert.equal(joined(['a', undefined, '', 'b']), 'a · b');
});
