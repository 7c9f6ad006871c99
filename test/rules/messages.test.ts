/**
 * Every message of every rule, as a person reads it. A change here is a change of the product: look at it, then run
 * with UPDATE_GOLDEN=1 to accept it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { lintExample, shown } from '../support/check.ts';
import { caretsIn } from '../support/fixture.ts';

const golden = new URL('messages.golden.txt', import.meta.url);

async function messages(): Promise<string> {
  const parts: string[] = [];
  for (const rule of rules) {
    for (const example of rule.invalid) {
      const { text } = caretsIn(example.text);
      const { findings } = await lintExample(example, text, rule.code);
      const fixes = findings.flatMap(each => each.fixes ?? []).map(fix => `  fix: ${fix.title}`);
      const related = findings.flatMap(each => each.related ?? []).map(each => `  related: ${each.message}`);
      parts.push([shown(text, findings), ...related, ...fixes].join('\n'));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

test('the messages are those that were agreed on', async () => {
  const actual = await messages();
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, actual);
  assert.equal(actual, readFileSync(golden, 'utf8'));
});

test('the messages are plain text that says what to do', async () => {
  for (const rule of rules) {
    for (const example of rule.invalid) {
      const { findings } = await lintExample(example, caretsIn(example.text).text, rule.code);
      for (const { code, message, fixes = [] } of findings) {
        assert.match(message, /^["*A-Z].*[.?]$/s, `${code}: ${message}`);
        assert.doesNotMatch(
          message,
          /[!`]|\*\*|\bundefined\b|\bnull\b|\bNaN\b|\bplease\b/i,
          `${code}: ${message}`,
        );
        assert.ok(message.length <= 300, `${code}: ${message.length} characters`);
        for (const { title } of fixes) assert.match(title, /^[A-Z]/, title);
      }
    }
  }
});
