/** What counts as a placeholder in a template, and what is code. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTemplate } from '../../../../server/src/core/model/values/template.ts';

/** Names that must be declared, and in parentheses those that are only used. */
function read(lines: readonly string[]): string {
  const text = `|\n${lines.map(line => `  ${line}\n`).join('')}`;
  const { placeholders } = readTemplate(text, { start: 0, end: text.length }, true);
  for (const { name, span } of placeholders) assert.equal(text.slice(span.start, span.end), name);
  return placeholders.map(({ name, certain }) => (certain ? name : `(${name})`)).join(' ');
}

const cases: readonly (readonly [what: string, lines: readonly string[], expected: string])[] = [
  ['plain names', ['{{a}} and {{ b_c }} and {{d-e}}', '{{über}}'], 'a b_c d-e über'],
  ['what is no name', ['{{}} {{ }} {{1}} {a} {{a b}} {{', '}}', '{{"a"}} {{a'], '(a) (b)'],
  ['paths, calls and filters', ['{{user.name}} {{ a | upper }} {{f a}}'], '(user) (a) (upper) (f) (a)'],
  ['other languages', [`$${'{{ matrix.node }}'} $${'{{a}}'} \\{{b}} {{{c}}}`], '(matrix) (a) (b) (c)'],
  ['blocks', ['{{#each files}}', '{{name}}', '{{/each}}', '{{after}}'], '(each) (files) (name) (each) after'],
  ['reserved words', ['{{this}} {{else}}'], '(this) (else)'],
  ['comments', ['{{! a note }} {{!-- b --}} {{c}}'], 'c'],
  ['tags', ['{% for a in b %}{{ a }}{% endfor %} {{c}}'], '(for) (a) (in) (b) (a) (endfor) (c)'],
  ['tags in code', ['`{% if %}` {{c}}'], '(if) c'],
  ['inline code', ['`{{a}}` {{b}} ``c ` {{d}}`` {{e}}'], '(a) b (d) e'],
  ['a lone backtick', ["it's 5` long {{a}}", '', '{{b}} `'], 'a b'],
  ['backticks over lines', ['`one', 'two {{a}}` {{b}}'], '(a) b'],
  ['a lone backtick above', ['it is ` so', 'with `{{a}}` and {{b}}'], '(a) b'],
  ['a backtick in each item', ['- one ` {{a}}', '- two ` {{b}}'], 'a b'],
  ['a fence', ['```yaml', '{{a}}', '```', '{{b}}'], '(a) b'],
  ['a fence with tildes and words', ['~~~ sh {{x}}', '{{a}}', '```', '~~~~', '{{b}}'], '(x) (a) b'],
  ['a longer fence', ['````md', '```', '{{a}}', '```', '````', '{{b}}'], '(a) b'],
  ['a fence in a list', ['1. Do', '   ```', '   {{a}}', '   ```', '   {{b}}'], '(a) b'],
  ['a fence in a quote', ['> ```', '> {{a}}', '> ```', '> {{b}}'], '(a) b'],
  ['a fence that is never closed', ['{{a}}', '```', '{{b}}'], 'a (b)'],
  ['three backticks within a line', ['```a``` {{b}}'], 'b'],
  ['indented code', ['Text', '', '    {{a}}', '', '    {{b}}', 'Text {{c}}'], '(a) (b) c'],
  ['a paragraph that goes on deeper', ['Text', '    {{a}}'], 'a'],
  ['text of a list item', ['- one', '', '  {{a}}', '', '    - two', '', '      {{b}}'], 'a b'],
  ['code of a list item', ['- one', '', '      {{a}}', '', '{{b}}'], '(a) b'],
  ['headings and tables', ['# {{a}}', '| `{{b}} | {{c}} |', '| `{{d}} | e |'], 'a b c d'],
];

describe('placeholders', () => {
  for (const [what, lines, expected] of cases) test(what, () => assert.equal(read(lines), expected));
});

test('a template that is no block is read from its first character on', () => {
  const text = '"{{a}}\\n`{{b}}`"';
  const { placeholders } = readTemplate(text, { start: 0, end: text.length }, false);
  assert.deepEqual(
    placeholders.map(({ name, certain }) => [name, certain]),
    [
      ['a', true],
      ['b', false],
    ],
  );
});

test('headings have what stands below them', () => {
  const text = '|\n  # A\n  a\n  ## B #\n  b\n  ```\n  # no\n  ```\n  # C\n';
  const { headings, fences } = readTemplate(text, { start: 0, end: text.length }, true);
  const lines = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  assert.deepEqual(
    headings.map(({ level, text: title, section }) => [
      level,
      title,
      lines(section.start),
      lines(section.end),
    ]),
    [
      [1, 'A', 1, 8],
      [2, 'B', 3, 8],
      [1, 'C', 8, 9],
    ],
  );
  assert.equal(fences.length, 1);
});
