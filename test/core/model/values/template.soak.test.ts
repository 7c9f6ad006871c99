/** Templates that nobody wrote for a person: their reading takes no longer than their length. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTemplate } from '../../../../server/src/core/model/values/template.ts';
import { costOf } from '../../../support/processorTime.ts';

describe('hostile templates take no longer than their length', () => {
  const many = 100_000;
  for (const [what, text] of [
    ['open braces', '{{'.repeat(many)],
    ['placeholders', '{{a}} '.repeat(many)],
    ['backticks of every length', Array.from({ length: 1000 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['single backticks', '` {{a}} '.repeat(many)],
    ['nested lists', Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}- a`).join('\n')],
    ['headings', '# a\n'.repeat(12_000)],
    ['fences', '```\n'.repeat(12_001)],
    ['words within braces', `{{${'a '.repeat(90)}}}`.repeat(5000)],
    ['one long word', 'a'.repeat(1_000_000)],
    ['hashes', `# ${'#'.repeat(500_000)} a`],
    ['blanks', `# a${' '.repeat(200_000)}b`],
    ['markers', '- '.repeat(many)],
    ['a long fence', `${'`'.repeat(500_000)} a`],
    ['quotes', '> '.repeat(many)],
  ] as const) {
    test(what, () => {
      const took = costOf(() => readTemplate(text, { start: 0, end: text.length }, false));
      assert.ok(took < 500, `${Math.round(took)} ms`);
    });
  }
});
