import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { quoteNode } from '../../../server/src/core/syntax/traps/quoting.ts';
import { assertTree, edited, show, slice } from './support.ts';

interface Trap {
  readonly text: string;
  /** What the problem covers. */
  readonly span: string;
  readonly fixed: string;
  /** How the text is read, before the fix as after it. */
  readonly tree: string;
}

const traps: readonly Trap[] = [
  {
    text: 'steps:\n  -skill: a\n    do: b',
    span: '-skill',
    fixed: 'steps:\n  - skill: a\n    do: b',
    tree: '{steps: [{skill: a, do: b}]}',
  },
  {
    text: 'steps:\n  - skill: a\n    do: b\n  -skill: c\n    do: d\n  - skill: e',
    span: '-skill',
    fixed: 'steps:\n  - skill: a\n    do: b\n  - skill: c\n    do: d\n  - skill: e',
    tree: '{steps: [{skill: a, do: b} | {skill: c, do: d} | {skill: e}]}',
  },
  {
    text: 'a:\n  - b\n  -c d\n  - e\nf: g',
    span: '-c d',
    fixed: 'a:\n  - b\n  - c d\n  - e\nf: g',
    tree: '{a: [b | c d | e], f: g}',
  },
  {
    text: 'a:\n  - b: c\n    d: e\n  -f\n  - g',
    span: '-f',
    fixed: 'a:\n  - b: c\n    d: e\n  - f\n  - g',
    tree: '{a: [{b: c, d: e} | f | g]}',
  },
  {
    text: 'steps:\n  -skill: a\n  do: |\n    b\n\n  # why\n  takes: 1 h\nsuccess: c',
    span: '-skill',
    fixed: 'steps:\n  - skill: a\n    do: |\n      b\n\n    # why\n    takes: 1 h\nsuccess: c',
    tree: '{steps: [{skill: a, do: "b\\n", takes: 1 h}], success: c}',
  },
  {
    text: 'steps:\n  - skill: a\n  -skill: c\n   do: d\n  - skill: e',
    span: '-skill',
    fixed: 'steps:\n  - skill: a\n  - skill: c\n    do: d\n  - skill: e',
    tree: '{steps: [{skill: a} | {skill: c, do: d} | {skill: e}]}',
  },
  { text: 'a:\n  -skill: b', span: '-skill', fixed: 'a:\n  - skill: b', tree: '{a: [{skill: b}]}' },
  // Bullets of word processors and of Markdown.
  {
    text: 'steps:\n  • skill: a\n    do: b\n  • skill: c\n    do: d',
    span: '•',
    fixed: 'steps:\n  - skill: a\n    do: b\n  - skill: c\n    do: d',
    tree: '{steps: [{skill: a, do: b} | {skill: c, do: d}]}',
  },
  { text: 'a:\n  – b: c', span: '–', fixed: 'a:\n  - b: c', tree: '{a: [{b: c}]}' },
  {
    text: 'a:\n- b: c\n– d: |\n    • e: f\n    – g',
    span: '–',
    fixed: 'a:\n- b: c\n- d: |\n    • e: f\n    – g',
    tree: '{a: [{b: c} | {d: "• e: f\\n– g\\n"}]}',
  },
  { text: 'a:\n  * b\n  * c: d', span: '*', fixed: 'a:\n  - b\n  - c: d', tree: '{a: [b | {c: d}]}' },
  // The marks around code in Markdown.
  { text: '```yaml\na: b\n```\n', span: '```yaml', fixed: 'a: b\n', tree: '{a: b}' },
  { text: '\n~~~\na: |\n  b\n  ```', span: '~~~', fixed: 'a: |\n  b\n  ```', tree: '{a: "b\\n```\\n"}' },
  // The words of who sent it.
  {
    text: 'Here is your chain:\n\n```yaml\na: b\n```\n\nLet me know: any questions?\n',
    span: '```yaml',
    fixed: 'a: b\n',
    tree: '{a: b}',
  },
  {
    text: 'a: |\n  ```\n  b\n  ```\n```\nBye!',
    span: '```',
    fixed: 'a: |\n  ```\n  b\n  ```\n',
    tree: '{a: "```\\nb\\n```\\n"}',
  },
  // A colon within a sentence over lines.
  {
    text: 'a: b c, d\n  e f: g\n  h\ni: j',
    span: 'b c, d\n  e f: g\n  h',
    fixed: 'a: "b c, d\n  e f: g\n  h"\ni: j',
    tree: '{a: b c, d e f: g h, i: j}',
  },
  {
    text: '- a: b c:\n    d e\n  f: g',
    span: 'b c:\n    d e',
    fixed: '- a: "b c:\n    d e"\n  f: g',
    tree: '[{a: b c: d e, f: g}]',
  },
  // What JSON has behind a value.
  { text: 'a: "b", # c\nd: e', span: ',', fixed: 'a: "b" # c\nd: e', tree: '{a: b, d: e}' },
  { text: 'a: [\n  b,\n],\nd: e', span: ',', fixed: 'a: [\n  b,\n]\nd: e', tree: '{a: [b], d: e}' },
  { text: 'a: [b, c],\nd: e', span: ',', fixed: 'a: [b, c]\nd: e', tree: '{a: [b | c], d: e}' },
  // A number sign within words that are quoted for another reason.
  { text: 'a: b: c #12, d', span: 'b: c #12, d', fixed: 'a: "b: c #12, d"', tree: '{a: b: c #12, d}' },
  {
    text: 'a: "b" see #1 # c',
    span: '"b" see #1',
    fixed: `a: '"b" see #1' # c`,
    tree: '{a: "\\"b\\" see #1"}',
  },
  { text: 'a: b: c #TODO', span: 'b: c', fixed: 'a: "b: c" #TODO', tree: '{a: b: c}' },
  // Quotes of word processors.
  { text: 'a: “b: c”', span: '“b: c”', fixed: 'a: "b: c"', tree: '{a: b: c}' },
  { text: 'a: „b: c“', span: '„b: c“', fixed: 'a: "b: c"', tree: '{a: b: c}' },
  { text: 'a: ‘b’s: c’', span: '‘b’s: c’', fixed: 'a: "b’s: c"', tree: '{a: b’s: c}' },
  { text: 'a: “b”: “c”', span: '“b”: “c”', fixed: 'a: "“b”: “c”"', tree: '{a: “b”: “c”}' },
  // Non-breaking spaces where blanks belong.
  {
    text: '- skill:\u00a0a\n  do:\u202fb',
    span: '\u00a0',
    fixed: '- skill: a\n  do: b',
    tree: '[{skill: a, do: b}]',
  },
  { text: 'a:\u00a0\n  - b\nc: d', span: '\u00a0', fixed: 'a: \n  - b\nc: d', tree: '{a: [b], c: d}' },
  { text: 'a:\u00a0b', span: '\u00a0', fixed: 'a: b', tree: '{a: b}' },
  { text: '- { a:\u00a0b, c: d }', span: '\u00a0', fixed: '- { a: b, c: d }', tree: '[{a: b, c: d}]' },
  {
    text: 'a:\n  -\u00a0b: c\n    d: e',
    span: '\u00a0',
    fixed: 'a:\n  - b: c\n    d: e',
    tree: '{a: [{b: c, d: e}]}',
  },
  { text: 'a:\n  -\u00a0b\n  -\u00a0c', span: '\u00a0', fixed: 'a:\n  - b\n  - c', tree: '{a: [b | c]}' },
  {
    text: 'a:\n  - b\n  -\u00a0c\n  - d',
    span: '\u00a0',
    fixed: 'a:\n  - b\n  - c\n  - d',
    tree: '{a: [b | c | d]}',
  },
  { text: '- a: b\n\u00a0\u00a0c: d', span: '\u00a0\u00a0', fixed: '- a: b\n  c: d', tree: '[{a: b, c: d}]' },
  {
    text: 'a:\n\u00a0\u00a0- b: |\n      e:\u00a0f\n      \u00a0g\nh: i',
    span: '\u00a0\u00a0',
    fixed: 'a:\n  - b: |\n      e:\u00a0f\n      \u00a0g\nh: i',
    tree: '{a: [{b: "e:\u00a0f\\n\u00a0g\\n"}], h: i}',
  },
  { text: 'target: >= 90 %', span: '>= 90 %', fixed: 'target: ">= 90 %"', tree: '{target: >= 90 %}' },
  {
    text: 'target: >= 90 % # b\nc: d',
    span: '>= 90 %',
    fixed: 'target: ">= 90 %" # b\nc: d',
    tree: '{target: >= 90 %, c: d}',
  },
  { text: '- > 80 %\n- b', span: '> 80 %', fixed: '- "> 80 %"\n- b', tree: '[> 80 % | b]' },
  { text: 'target: >80 %', span: '>80 %', fixed: 'target: ">80 %"', tree: '{target: >80 %}' },
  { text: 'target: >5\nc: d', span: '>5', fixed: 'target: ">5"\nc: d', tree: '{target: >5, c: d}' },
  { text: 'a: {b: > 5, c: d}', span: '> 5', fixed: 'a: {b: "> 5", c: d}', tree: '{a: {b: > 5, c: d}}' },
  { text: 'a: | b\nc: d', span: '| b', fixed: 'a: "| b"\nc: d', tree: '{a: | b, c: d}' },
  { text: 'version: >=1 <2', span: '>=1 <2', fixed: 'version: ">=1 <2"', tree: '{version: >=1 <2}' },
  { text: 'version: *', span: '*', fixed: 'version: "*"', tree: '{version: *}' },
  { text: '[*, b]', span: '*', fixed: '["*", b]', tree: '[* | b]' },
  {
    text: '- *All* checks pass',
    span: '*All* checks pass',
    fixed: '- "*All* checks pass"',
    tree: '[*All* checks pass]',
  },
  { text: '- *All*', span: '*All*', fixed: '- "*All*"', tree: '[*All*]' },
  { text: '[*All* x, b]', span: '*All* x', fixed: '["*All* x", b]', tree: '[*All* x | b]' },
  { text: '- @x', span: '@x', fixed: '- "@x"', tree: '[@x]' },
  { text: '- @x: y', span: '@x: y', fixed: '- "@x: y"', tree: '[@x: y]' },
  { text: '[@x, b]', span: '@x', fixed: '["@x", b]', tree: '[@x | b]' },
  { text: 'a: `b` c', span: '`b` c', fixed: 'a: "`b` c"', tree: '{a: `b` c}' },
  { text: 'a: % of users', span: '% of users', fixed: 'a: "% of users"', tree: '{a: % of users}' },
  { text: 'a: & then', span: '& then', fixed: 'a: "& then"', tree: '{a: & then}' },
  {
    text: 'a: !important thing',
    span: '!important thing',
    fixed: 'a: "!important thing"',
    tree: '{a: !important thing}',
  },
  { text: 'a: !\nb: c', span: '!', fixed: 'a: "!"\nb: c', tree: '{a: !, b: c}' },
  { text: 'do: A: b\nc: d', span: 'A: b', fixed: 'do: "A: b"\nc: d', tree: '{do: A: b, c: d}' },
  { text: '- do: A: b\n  c: d', span: 'A: b', fixed: '- do: "A: b"\n  c: d', tree: '[{do: A: b, c: d}]' },
  {
    text: 'do: Fix this:\nc: d',
    span: 'Fix this:',
    fixed: 'do: "Fix this:"\nc: d',
    tree: '{do: Fix this:, c: d}',
  },
  { text: 'a: {b: c: d, e: f}', span: 'c: d', fixed: 'a: {b: "c: d", e: f}', tree: '{a: {b: c: d, e: f}}' },
  { text: 'do: Say "a": b', span: 'Say "a": b', fixed: `do: 'Say "a": b'`, tree: '{do: "Say \\"a\\": b"}' },
  {
    text: 'do: Fix #12 and close',
    span: 'Fix #12 and close',
    fixed: 'do: "Fix #12 and close"',
    tree: '{do: Fix #12 and close}',
  },
  {
    text: 'do: Fix #12 now # why',
    span: 'Fix #12 now',
    fixed: 'do: "Fix #12 now" # why',
    tree: '{do: Fix #12 now}',
  },
  {
    text: '- Post in #incidents',
    span: 'Post in #incidents',
    fixed: '- "Post in #incidents"',
    tree: '[Post in #incidents]',
  },
  { text: 'do: #12 is open', span: '#12 is open', fixed: 'do: "#12 is open"', tree: '{do: #12 is open}' },
  { text: '[Fix #12, close]', span: 'Fix #12', fixed: '["Fix #12", close]', tree: '[Fix #12 | close]' },
  {
    text: 'do: Fix #12\n  and close',
    span: 'Fix #12\n  and close',
    fixed: 'do: "Fix #12\n  and close"',
    tree: '{do: Fix #12 and close}',
  },
  {
    text: '{ skill: x, do: Revoke, then close }',
    span: 'Revoke, then close',
    fixed: '{ skill: x, do: "Revoke, then close" }',
    tree: '{skill: x, do: Revoke, then close}',
  },
  {
    text: '{a: b c, d e, f: g}',
    span: 'b c, d e',
    fixed: '{a: "b c, d e", f: g}',
    tree: '{a: b c, d e, f: g}',
  },
  { text: '{a: 10,000}', span: '10,000', fixed: '{a: "10,000"}', tree: '{a: 10,000}' },
  {
    text: '[10,000 users, b]',
    span: '10,000 users',
    fixed: '["10,000 users", b]',
    tree: '[10,000 users | b]',
  },
  {
    text: '[who (a, b, c), d]',
    span: 'who (a, b, c)',
    fixed: '["who (a, b, c)", d]',
    tree: '[who (a, b, c) | d]',
  },
  { text: '- [ ] item', span: '[ ] item', fixed: '- item', tree: '[item]' },
  { text: '- [x] a: b', span: '[x] a: b', fixed: '- "a: b"', tree: '[a: b]' },
  { text: 'a: [b] c', span: '[b] c', fixed: 'a: "[b] c"', tree: '{a: [b] c}' },
  { text: 'a: {{name}}', span: '{{name}}', fixed: 'a: "{{name}}"', tree: '{a: {{name}}}' },
  {
    text: 'a: {{name}} is told',
    span: '{{name}} is told',
    fixed: 'a: "{{name}} is told"',
    tree: '{a: {{name}} is told}',
  },
  { text: `a: 'it's done'`, span: `'it's done'`, fixed: `a: "it's done"`, tree: `{a: it's done}` },
  { text: 'a: "b" or "c"', span: '"b" or "c"', fixed: `a: '"b" or "c"'`, tree: '{a: "\\"b\\" or \\"c\\""}' },
  {
    text: 'a: "say "hi" now"',
    span: '"say "hi" now"',
    fixed: `a: 'say "hi" now'`,
    tree: '{a: "say \\"hi\\" now"}',
  },
  { text: 'skill:x\ndo: y', span: 'skill:x', fixed: 'skill: x\ndo: y', tree: '{skill: x, do: y}' },
  { text: '- skill:x\n  do: y', span: 'skill:x', fixed: '- skill: x\n  do: y', tree: '[{skill: x, do: y}]' },
  { text: '{skill:x, do: y}', span: 'skill:x', fixed: '{skill: x, do: y}', tree: '{skill: x, do: y}' },
  { text: 'needs: - a\nb: c', span: '- a', fixed: 'needs: "- a"\nb: c', tree: '{needs: - a, b: c}' },
];

describe('a trap', () => {
  for (const eol of ['\n', '\r\n'])
    for (const trap of traps) {
      const text = trap.text.replaceAll('\n', eol);
      it(JSON.stringify(text), () => {
        const tree = parseSyntax(text);
        assertTree(tree);
        assert.deepEqual(
          tree.problems.map(({ code, span }) => [code, slice(text, span)]),
          [['yaml-trap', trap.span.replaceAll('\n', eol)]],
        );
        assert.equal(tree.complete, true);
        assert.equal(show(tree.root), trap.tree);
        const fixed = edited(text, tree.problems[0]?.fix?.edits ?? []);
        assert.equal(fixed, trap.fixed.replaceAll('\n', eol));
        const again = parseSyntax(fixed);
        assert.deepEqual(again.problems, []);
        assert.equal(show(again.root).replaceAll('"', ''), show(tree.root).replaceAll('"', ''));
      });
    }
});

describe('what is no trap', () => {
  const fine: readonly string[] = [
    'a: 90\u00a0%',
    'a: • b\nc: – d',
    'a:\n  • b\n  • c',
    'a: b\n  – c\n  * d',
    'a: |\n  ```yaml\n  b\n  ```',
    'a: “b”',
    '- Note:\u00a0so it is\n- b',
    'a: |\n  \u00a0\u00a0b:\u00a0c\n  -\u00a0d',
    'a: "b\n  \u00a0c:\u00a0d"',
    '# \u00a0a:\u00a0b\nc: d\u00a0# e',
    'a: b # c',
    'a: b  #c',
    'a: b #c',
    'a: long text #TODO later',
    '#comment\na: long text #too',
    'a: "b" #12',
    'a: b\n#12',
    'a: >\n  b',
    'a: >5\n       b',
    'a: |2-\n    b',
    'a: <5',
    'a: -40 %',
    '-40: a',
    '--all: a',
    '{-a: b}',
    'a: x, y',
    'a: http://b',
    'a: 10:30',
    'a: R&D [x] {y}',
    "a: it's",
    'a: [b, c]',
    'a: {b, c}',
    'a: {b: c, d}',
    '- !!str 1',
    '%TAG !e! tag:yaml.org,2002:\n---\na: !e!str b c',
    'a: &b c\nd: *b',
    'a: "b: c"',
  ];
  for (const text of fine) it(text, () => assert.deepEqual(parseSyntax(text).problems, []));
});

describe('quoteNode', () => {
  const table: readonly (readonly [text: string, fixed: string | undefined])[] = [
    ['- a: b', '- "a: b"'],
    ['- a: "b"', `- 'a: "b"'`],
    ['- [a, b]', '- "[a, b]"'],
    ['- 5', '- "5"'],
    ['- &x a: b', '- &x "a: b"'],
    ['- "a"', undefined],
    ['- a: b\n  c: d', undefined],
    ['-', undefined],
  ];
  for (const [text, fixed] of table)
    it(text, () => {
      const tree = parseSyntax(text);
      const item = tree.root?.kind === 'list' ? tree.root.items[0] : undefined;
      assert.ok(item);
      const edits = quoteNode(tree, item);
      assert.equal(edits && edited(text, edits), fixed);
    });
});
