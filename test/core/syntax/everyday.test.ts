import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEveryday } from '../../../server/src/core/syntax/everyday/read.ts';
import { show } from './support.ts';

describe('the everyday reader', () => {
  const taken: readonly (readonly [text: string, tree: string])[] = [
    ['a: b', '{a: b}'],
    ['# one\n\na: b # two\n', '{a: b}'],
    ['a:\nb:\n  c: d\n', '{a: ~, b: {c: d}}'],
    ['a:\n- b\n- c: d\n  e: f\n- - g\n', '{a: [b | {c: d, e: f} | [g]]}'],
    ["'a b': \"c\"\nd: 'it''s'", "{a b: c, d: it's}"],
    ['a: [b, { c: d }, []]', '{a: [b | {c: d} | []]}'],
    ['a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\n', '{a: "b\\n c\\n", d: "e f\\ng"}'],
    ['a: b\r\nc: |\r\n  d\r\n', '{a: b, c: "d\\n"}'],
    ['--- # one\na: b', '{a: b}'],
    ['a: b\n  c # one\nd:\n  e\n\n  - f', '{a: b c, d: "e\\n- f"}'],
    ['a: [b,\n  { c: d,\n  e: f }, # one\n]\nb: c', '{a: [b | {c: d, e: f}], b: c}'],
    ['- "b \\"c\\""\n-\n- d', '["b \\"c\\"" | "" | d]'],
    ['a: b#c\nd: e:f\ng: -1', '{a: b#c, d: e:f, g: -1}'],
  ];
  for (const [text, tree] of taken)
    it(`takes ${JSON.stringify(text)}`, () => assert.equal(show(readEveryday(text)?.root), tree));

  const left = [
    ...['', '# a', 'a', '[a]', '--- a', 'a: b\n---\nc: d', '\uFEFFa: b', 'a:\tb', 'a: b\rc: d', 'a: \0'],
    ...[
      'a: &b c',
      'a: *b',
      'a: !b c',
      '? a',
      '- # a',
      'a: "\\x41"',
      'a: "b\n  c"',
      'a: [b\n  c]',
      'a: [b,\nc]',
      'a:\n# b\n  c',
      '%YAML 1.2',
    ],
    ...[
      'a: b: c',
      'a: - b',
      ' a: b\nc: d',
      'a: "b" c',
      'a: [b] c',
      'a: [b',
      'a: {b}',
      'a: [b: c]',
      'a: |2\n   b',
      'a: >\n  b\n   c',
    ],
    '- '.repeat(100),
  ];
  for (const text of left)
    it(`leaves ${JSON.stringify(text.slice(0, 20))} to the library`, () =>
      assert.equal(readEveryday(text), undefined));
});
