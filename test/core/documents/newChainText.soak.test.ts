import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { leftAsItIs, newChainSnippet, yamlScalar } from '../../../server/src/core/documents/newChainText.ts';

const titles = [
  ...[
    'Data breach response',
    'A: B',
    'true',
    '~',
    '12',
    '1.10',
    '- item',
    '#1',
    'a # b',
    "'quoted'",
    '"quoted"',
    '@x',
    '*All*',
  ],
  ...[
    '{x}',
    '[x]',
    '& more',
    'Privacy & Data',
    '%',
    '!tag',
    '? what',
    '| pipe',
    'what: ',
    'Ends with:',
    'a\\b',
    '$1',
    '$ {1:x}',
    '}',
  ],
  ...['Überprüfung', '緊急対応', '🙂', '2024-01-01', '.5', '0x1F', 'No', 'NULL', '=', '<<', 'a\tb'],
];

for (const title of titles) {
  test(`the title ${title} reads back as it was`, () => {
    assert.equal(parse(`title: ${yamlScalar(title)}\n`).title, title);
    assert.equal(parse(leftAsItIs(newChainSnippet('an-id', title))).title, title);
  });
}

test('any title reads back as it was', () => {
  const titles = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map(text => text.trim())
    .filter(text => text !== '');
  fc.assert(
    fc.property(titles, title => assert.equal(parse(`title: ${yamlScalar(title)}\n`).title, title)),
    { numRuns: 2000 },
  );
});

test('a new chain left as it is says who does what', () => {
  const { chain, steps } = parse(leftAsItIs(newChainSnippet('release', 'Release')));
  assert.equal(chain, 'release');
  assert.equal(steps.length, 1);
  assert.deepEqual(Object.keys(steps[0]), ['skill', 'do']);
});
