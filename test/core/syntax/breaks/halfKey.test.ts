import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSyntax } from '../../../../server/src/core/syntax/parse.ts';

test('a bracket that opens nothing is no key that was begun', () => {
  const { problems } = parseSyntax('{skills:\n  writer:\n    stage: [operate]\n');
  assert.ok(problems.length > 0);
  for (const { message } of problems) assert.doesNotMatch(message, /without a colon/);
});
