import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../server/src/core/util/markdown.ts';

test('no character that opens markup stands unescaped', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const left = escapeMarkdown(text).replace(/\\[^a-zA-Z0-9\s]/gu, '·');
      assert.doesNotMatch(left, /[`*_[\]<~$]|^[#>|+-]|&#?\w+;|:\/\//u);
    }),
  );
});
