import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAgentSkill } from '../../../server/src/core/model/agentSkill.ts';
import { readFrontMatter } from '../../../server/src/core/model/frontMatter.ts';

test('any text is read, and every place lies in it', () => {
  const pieces = [
    '---',
    '\n',
    '\r\n',
    'name',
    'description',
    ':',
    ' ',
    '"',
    "'",
    '>',
    '|',
    '- ',
    '[',
    '{',
    '#',
    '\t',
    'x',
    '\uFEFF',
    '&a',
    '*a',
    '...',
  ];
  const texts = fc
    .array(fc.constantFrom(...pieces), { maxLength: 60 })
    .map(parts => `---\n${parts.join('')}`);
  fc.assert(
    fc.property(texts, text => {
      const found = readFrontMatter(text, ['name', 'description']);
      for (const { span } of [found, ...(found?.fields.values() ?? [])].filter(each => each !== undefined))
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      assert.ok(readAgentSkill(text, 'folder', true));
    }),
  );
});
