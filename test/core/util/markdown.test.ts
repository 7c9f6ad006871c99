import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeSpan, escapeMarkdown, paragraphs, yamlBlock } from '../../../server/src/core/util/markdown.ts';

const escaped: readonly (readonly [string, string])[] = [
  ['plain words, with a comma', 'plain words, with a comma'],
  ['<img onerror=alert(1)>', '\\<img onerror=alert(1)>'],
  ['[text](command:evil)', '\\[text\\](command:evil)'],
  ['see https://example.com', 'see https\\://example.com'],
  ['www.example.com', 'www\\.example.com'],
  ['a@example.com', 'a\\@example.com'],
  ['`code` *strong* _soft_', '\\`code\\` \\*strong\\* \\_soft\\_'],
  ['post-mortem@1', 'post-mortem@1'],
  ['# no heading', '\\# no heading'],
  ['> no quote', '\\> no quote'],
  ['- no item', '\\- no item'],
  ['1. no item', '1\\. no item'],
  ['two\n\nlines', 'two lines'],
  ['&lt;b&gt; & more', '\\&lt;b\\&gt; & more'],
  ['site-reliability-engineer', 'site-reliability-engineer'],
  ['', ''],
];

for (const [text, expected] of escaped) {
  test(`escapes ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), expected));
}

const spans: readonly (readonly [string, string])[] = [
  ['id', '`id`'],
  ['a ` b', '``a ` b``'],
  ['`a`', '`` `a` ``'],
  ['a\nb', '`a b`'],
  ['', ''],
];
for (const [text, expected] of spans) {
  test(`makes inline code of ${JSON.stringify(text)}`, () => assert.equal(codeSpan(text), expected));
}

test('a block of YAML cannot be closed from within', () => {
  assert.equal(yamlBlock('a: |\n  ```\n  b\n'), '````yaml\na: |\n  ```\n  b\n````');
});

test('a cut text ends in a whole character', () => {
  const cut = escapeMarkdown(`${'a'.repeat(399)}😀${'b'.repeat(50)}`);
  assert.equal(cut, `${'a'.repeat(399)}…`);
});

test('paragraphs leave out what is not there', () =>
  assert.equal(paragraphs(['a', undefined, '', 'b']), 'a\n\nb'));
