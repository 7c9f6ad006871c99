/** What is said, word for word: of errors that nothing but the library tells of, and of each trap and break. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { slice } from './support.ts';

const golden: readonly (readonly [text: string, span: string, message: string])[] = [
  [
    '&b c: &x *b',
    '*b',
    'A reference such as *name takes neither an anchor nor a tag. Remove what stands before it.',
  ],
  [
    '%YAML\n---\na',
    '%YAML',
    'A line that begins with % is a directive, and this one is not known. Remove it, or put the text in quotes.',
  ],
  [
    'a: "\\q"',
    '\\q',
    'In double quotes a backslash begins an escape, and "\\q" is none. Write the backslash twice, or use single quotes.',
  ],
  [
    '% of users\na: b',
    '% of users',
    'A line that begins with % is a directive, and a line of three dashes must follow it. Insert that, or put the text in quotes.',
  ],
  ['!x &y !z b', '!z', 'A value has one tag at most. Remove one.'],
  ['&x &y b', '&y', 'A value has one anchor at most. Remove one.'],
  ['a: !e!x b', '!e!x', 'This tag is not known. Remove it, or put the text in quotes.'],
  ['[a, , b]', ',', 'A comma stands here without an entry before it. Remove it.'],
  ['{"a" "b"}', '"b"', 'A comma is missing before this. Insert one, or put the whole text in quotes.'],
  [
    `${'k'.repeat(1100)}: a`,
    'k'.repeat(1100),
    'A key cannot be longer than 1,024 characters. Make it shorter.',
  ],
  [
    '--- a: b',
    'a',
    'A map or a list cannot begin on the line of the three dashes. Begin it on the next line.',
  ],
  ['&a - b', '&a', 'A list cannot begin behind an anchor or a tag. Begin it on the next line.'],
  [
    'a: ? b',
    '?',
    'A second key cannot stand on the line of the first. Begin it on the next line and indent it, or put the text in quotes.',
  ],
  [
    'a: b\n... x',
    'x',
    'YAML does not expect "x" behind a value that is already whole. Put the whole text in quotes.',
  ],
  [
    'a: b\n---\nc: d',
    '---',
    'A second document begins here, and a file holds one. Move what follows to a file of its own.',
  ],
  [
    'a: b\n...\nc: d',
    'c: d',
    'A second document begins here, and a file holds one. Move what follows to a file of its own.',
  ],
  [
    'a: *b',
    '*b',
    '*b stands for a value named &b, and there is none before it. Name one so, or put the text in quotes.',
  ],
  ['a: \u0001b', '\u0001', 'A control character (U+0001) stands here, which YAML does not allow. Remove it.'],
  ['\ta: b', '\t', 'YAML does not take tabs as indentation. Indent with blanks, two for each level.'],
  ['a: "b', '"b', 'The quote that opens here is not closed. Write " at the end of the text.'],
  ['a: [b', '[b', 'The [ that opens here is not closed. Write ] at the end.'],
  [
    'a: b]\n}',
    '}',
    'Nothing is open that } could close. Remove it, or put the text in quotes if it is meant as text.',
  ],
  ['a: [b}', '}', '} cannot close [. Write ] instead.'],
  [
    'a: [\nb\n]',
    'b',
    'What stands between [ and ] must be indented deeper than the line of the first. Indent it.',
  ],
  ['a: b\nski', 'ski', '"ski" is a key without a colon. Write "ski: " and its value.'],
  [
    'a: b\nno key\nc: d',
    'no key',
    '"no key" is neither a key with its value nor part of the text above it. Write a key and a colon before it, indent it deeper to continue a text, or remove it.',
  ],
  [
    '- a text\n  b: c',
    'b',
    '"b" cannot stand below "a text", which is a text. Give the text a key of its own, or move "b" to where it belongs.',
  ],
  [
    'a:\n  b: 1\n c: 2',
    'c',
    '"c" is indented by 1 blank, but the keys beside it by 2 blanks. Align it with them.',
  ],
  [
    'a:\n  - b\n - c',
    '-',
    'This item is indented by 1 blank, but the other items of its list by 2 blanks. Align it with them.',
  ],
  [
    'a: |\n  x\n y',
    'y',
    'This line is indented by 1 blank, but the text above it by 2 blanks. Align it with them.',
  ],
  ['a: b:\n  c: d', 'b:', '"b:" cannot stand on the line of "a:". Begin it on the next line and indent it.'],
  ['a: - b\n  - c', '-', 'A list cannot begin behind "a:" on its line. Begin it on the next line.'],
  [
    'a: b\n- c',
    '- c',
    'An item cannot stand here, since "a" above already has a value. Remove the one or the other.',
  ],
  [
    'a: b\nc: d\n- e',
    '- e',
    'An item cannot stand here, since "c" above already has a value. Remove the one or the other.',
  ],
  [
    '[a]\nb: c',
    'b: c',
    '"b: c" does not fit to what stands above it: a file holds one map, or one list. Write it as a key with its value, indent it, or remove it.',
  ],
  [
    '<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e',
    '<<<<<<< a',
    'This file holds an unresolved merge conflict. Keep one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  ],
  [
    'a: > 5',
    '> 5',
    'At the start of a value YAML reads > not as text: it begins a folded block of text. Put "> 5" in quotes.',
  ],
  [
    'a: b: c',
    'b: c',
    'A colon followed by a blank begins a new key, so YAML does not read "b: c" as text. Put it in quotes.',
  ],
  [
    'a: Fix #1 now',
    'Fix #1 now',
    'A blank and # begin a comment, so YAML drops all from "#1" on. Put "Fix #1 now" in quotes, or write the comment with a blank behind its #.',
  ],
  [
    '{a: b, and c}',
    'b, and c',
    'Inside brackets a comma begins the next entry, so YAML cuts "b, and c" at it. Put the text in quotes.',
  ],
  [
    '- [ ] a',
    '[ ] a',
    'YAML reads the check box [ ] as a list and cannot take the words behind it. Remove the box, or put the text in quotes.',
  ],
  ['a: {{b}}', '{{b}}', 'YAML reads {{b}} as a map within a map. Put the placeholder in quotes.'],
  ['a: !b c', '!b c', 'YAML reads !b as a tag and not as text. Put "!b c" in quotes.'],
  ['a: *b*', '*b*', 'YAML reads *b* as the name of a value written elsewhere. Put it in quotes.'],
  ['a: >5', '>5', 'YAML reads >5 as the beginning of a block of text. Put it in quotes.'],
  [
    'a: "b" c',
    '"b" c',
    'The quoted text ends before "c". Put all of it in quotes, and write quotes inside with the other kind.',
  ],
  // Commas in braces stay, whatever stands above those.
  [
    '// generated\n{\n  "a": "b",\n\n  "c": "d",\n  "e": [\n    { "f": "g" }\n  ]\n}',
    '// generated',
    '"// generated" is neither a key with its value nor part of the text above it. Write a key and a colon before it, indent it deeper to continue a text, or remove it.',
  ],
  ['a:b', 'a:b', 'Without a blank behind its colon "a:" is no key but text. Write "a: ".'],
];

describe('the words of a problem', () => {
  for (const [text, span, message] of golden)
    it(JSON.stringify(text.slice(0, 60)), () => {
      const problems = parseSyntax(text).problems.map(problem => [
        slice(text, problem.span),
        problem.message,
      ]);
      assert.deepEqual(problems, [[span, message]]);
    });
});
