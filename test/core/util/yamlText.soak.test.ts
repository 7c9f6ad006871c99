import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { inQuotes, writeScalar } from '../../../server/src/core/util/yamlText.ts';

const written: readonly (readonly [text: string, block: string, flow: string])[] = [
  ['kebab-case', 'kebab-case', 'kebab-case'],
  ['< 30 minutes', '< 30 minutes', '< 30 minutes'],
  ['>= 90 %', '">= 90 %"', '">= 90 %"'],
  ['a, b', 'a, b', '"a, b"'],
  ['a: b', '"a: b"', '"a: b"'],
  ['a #b', '"a #b"', '"a #b"'],
  ['^1', '^1', '^1'],
  ['-20 %', '-20 %', '"-20 %"'],
  ['- a', '"- a"', '"- a"'],
  ['say "it"', 'say "it"', 'say "it"'],
  ['"it"', '"\\"it\\""', '"\\"it\\""'],
  ['', '""', '""'],
  ['null', '"null"', '"null"'],
  ['a\nb', '"a\\nb"', '"a\\nb"'],
];
for (const [text, block, flow] of written) {
  test(`writes ${JSON.stringify(text)}`, () => {
    assert.equal(writeScalar(text, false), block);
    assert.equal(writeScalar(text, true), flow);
  });
}

/** The scalar that a text holds, in the shapes in which completion puts it. */
function read(yaml: string, key: string): string | undefined {
  const { root } = parseSyntax(yaml);
  const value = root?.kind === 'map' ? root.entries.find(entry => entry.key.text === key)?.value : undefined;
  const scalar = value?.kind === 'list' ? value.items[0] : value;
  return scalar?.kind === 'scalar' ? scalar.text : undefined;
}

// Lone surrogates are no text that a file can hold.
const texts = fc.string({ unit: 'binary', maxLength: 12 }).filter(text => !/\p{Cs}/u.test(text));
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      ':',
      '#',
      '-',
      '?',
      ',',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '\n',
      '>',
      '|',
      '%',
      '@',
      '&',
      '*',
      '!',
      '~',
    ),
    {
      maxLength: 8,
    },
  )
  .map(parts => parts.join(''));

test('YAML reads every text back', () => {
  fc.assert(
    fc.property(fc.oneof(texts, awkward), text => {
      assert.equal(read(`a: ${writeScalar(text, false)}\nb: c\n`, 'a'), text);
      assert.equal(read(`a: [${writeScalar(text, true)}, x]\n`, 'a'), text);
      assert.equal(read(`a: ${inQuotes(text, 'single')}\n`, 'a'), text);
      assert.equal(read(`a: ${inQuotes(text, 'double')}\n`, 'a'), text);
    }),
    { numRuns: 500 },
  );
});
