import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CursorContext, cursorContext } from '../../../server/src/core/syntax/cursor.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { assertAgreement, stepName } from './cursorAgreement.ts';
import { slice } from './support.ts';

/** A context in one line: place, path, sibling keys, other items, word, style, column, and what is to be inserted with it. */
function show(context: CursorContext): string {
  const {
    place,
    reason,
    path,
    before,
    after,
    items,
    word,
    flow,
    indent,
    colonFollows,
    blankMissing,
    listHere,
  } = context;
  const siblings = (keys: typeof before): string => keys.map(({ key }) => key).join(',');
  const rest = word.text.slice(word.prefix.length);
  return [
    reason === undefined ? place : `${place}:${reason}`,
    `/${path.map(stepName).join('/')}`,
    before.length + after.length > 0 ? `{${siblings(before)} | ${siblings(after)}}` : '',
    items.length > 0 ? `(${items.join('; ')})` : '',
    word.text !== '' || word.quote !== 'plain'
      ? `<${word.prefix}|${rest}>${word.quote === 'plain' ? '' : word.quote}`
      : '',
    flow === undefined ? '' : `flow-${flow}`,
    reason === undefined ? `@${indent}` : '',
    colonFollows ? 'colon' : '',
    blankMissing ? 'blank' : '',
    listHere ? `list:/${listHere.map(stepName).join('/')}` : '',
  ]
    .filter(part => part !== '')
    .join(' ');
}

/** `$0` is the cursor. */
const table: readonly (readonly [text: string, context: string])[] = [
  ['$0', 'content / @0'],
  ['ch$0', 'content / <ch|> @0'],
  ['# c\n$0', 'content / @0'],
  ['\uFEFF$0', 'content / @0'],
  ['\uFEFFa: b\n$0', 'key / {a | } @0'],
  ['---\n$0', 'content / @0'],
  ['$0\nchain: a', 'key / { | chain} @0'],
  ['chain: a\n$0', 'key / {chain | } @0'],
  ['chain: a\ntit$0', 'key / {chain | } <tit|> @0'],
  ['chain: a\ntit$0\nsteps:\n  - skill: x', 'key / {chain | steps} <tit|> @0'],
  ['chain: a\ntit$0le: b', 'key / {chain | } <tit|le> @0 colon'],
  ['chain: a\n"tit$0le": b', 'key / {chain | } <tit|le>double @0 colon'],
  ["chain: a\n'tit$0", 'key / {chain | } <tit|>single @0'],
  ['title$0 : b', 'key / <title|> @0 colon'],
  ['title $0: b', 'none:closed-value /title'],
  ['chain: $0', 'value /chain @2'],
  ['chain:$0', 'value /chain @2 blank'],
  ['chain: ab$0c # x', 'value /chain <ab|c> @2'],
  ['chain: a # $0', 'none:comment /chain'],
  ['# $0', 'none:comment /'],
  ['chain: $0# x', 'none:comment /chain'],
  ['chain: "ab$0c"', 'value /chain <ab|c>double @2'],
  ['chain: "abc$0\nx: y', 'value /chain <abc|>double @2'],
  ["chain: 'abc'$0", 'none:closed-value /chain'],
  ['chain: "$0"', 'value /chain <|>double @2'],
  ['chain: &x b$0', 'value /chain <b|> @2'],
  ['chain: !t $0', 'value /chain @2'],
  ['chain: *fo$0', 'value /chain <*fo|> @2'],
  ['takes: 2$0', 'value /takes <2|> @2'],
  ['takes: 2 $0', 'value /takes <2 |> @2'],
  ['takes: 2 $0 # c', 'value /takes <2 |> @2'],
  // Below a key: the column tells the level.
  ['steps:\n$0', 'key / {steps | } @0'],
  ['steps:\n  - &x skill: a\n    $0', 'key /steps/0 {skill | } @4'],
  ['steps:\n  - !t &x skill: a\n    $0', 'key /steps/0 {skill | } @4'],
  ['steps:\n  $0', 'content /steps @2'],
  ['steps:\n    $0', 'content /steps @4'],
  ['steps:\n  sk$0', 'content /steps <sk|> @2'],
  ['steps:\n  $0\n  - skill: x', 'dash /steps @2'],
  ['steps:\n$0\n- skill: x', 'key / {steps | } @0 list:/steps'],
  ['steps:\n    $0\n  - skill: x', 'dash /steps @2'],
  ['a:\n  b:\n    c: d\n  $0\n    e: f', 'key /a {b | } @2'],
  ['a:\n  b: c\n    $0', 'none:text /a/b'],
  // Items.
  ['steps:\n  -$0', 'item /steps/0 @4 blank'],
  ['steps:\n  - $0', 'item /steps/0 @4'],
  ['steps:\n  -   $0', 'item /steps/0 @6'],
  ['steps:\n  - sk$0', 'item /steps/0 <sk|> @4'],
  ['steps:\n  - sk$0\n    do: x', 'key /steps/0 { | do} <sk|> @4'],
  ['steps:\n  - $0\n    do: x', 'key /steps/0 { | do} @4'],
  ['steps:\n  - skill: $0\n    do: x\nowner: b', 'value /steps/0/skill @6'],
  ['steps:\n  - skill: a\n    $0\n    do: x\nowner: b', 'key /steps/0 {skill | do} @4'],
  ['steps:\n  - skill: a\n    $0', 'key /steps/0 {skill | } @4'],
  ['steps:\n  - skill: a\n  $0\n    do: x\n  - skill: b\nowner: b', 'dash /steps @2'],
  ['steps:\n  - skill: a\n  - skill: b\n  $0', 'dash /steps @2'],
  ['steps:\n- skill: a\n$0\nowner: b', 'key / {steps | owner} @0 list:/steps'],
  ['steps:\n- skill: a\n  $0', 'key /steps/0 {skill | } @2'],
  ['steps:\n  - skill: a\n   $0', 'key /steps/0 {skill | } @4'],
  ['steps:\n  -\n    $0', 'content /steps/0 @4'],
  ['a:\n  - x\n  - $0\n  - y', 'item /a/1 (x; y) @4'],
  ['a:\n  - "q$0"\n  - y', 'item /a/0 (y) <q|>double @4'],
  ['a:\n  - x\n  $0', 'dash /a (x) @2'],
  ['- - a$0', 'item /0/0 <a|> @4'],
  ['- - $0', 'item /0/0 @4'],
  ['- - a: b\n    $0', 'key /0/0 {a | } @4'],
  ['- - a: b\n  $0', 'dash /0 @2'],
  ['- a: b\n- $0\n  c: d', 'key /1 { | c} @2'],
  ['-$0--', 'none:document-marker /'],
  // Text that goes on.
  ['a:\n  b: |\n    text\n    $0', 'none:block-scalar /a/b'],
  ['a:\n  b: |\n    te$0xt\n  c: d', 'none:block-scalar /a/b'],
  ['a:\n  b: |\n    text\n  $0', 'key /a {b | } @2'],
  ['a:\n  b: |\n    - x: y\n\n    z: $0', 'none:block-scalar /a/b'],
  ['a:\n  b: |$0', 'none:block-scalar /a/b'],
  ['- key: >-\n    $0', 'none:block-scalar /0/key'],
  ['a: b\n  c$0', 'none:text /a'],
  ['a: "x\n  y$0z"\nb: c', 'none:text /a'],
  // Flow.
  ['needs: [$0', 'item /needs/0 flow-list @2'],
  ['needs: [$0]', 'item /needs/0 flow-list @2'],
  ['needs: [a, $0]', 'item /needs/1 (a) flow-list @2'],
  ['needs: [a, b$0 , c]', 'item /needs/1 (a; c) <b|> flow-list @2'],
  ['needs: [a, "b$0"]', 'item /needs/1 (a) <b|>double flow-list @2'],
  ['needs: [a, "b$0]', 'item /needs/1 (a) <b|>double flow-list @2'],
  ['needs: [a]$0', 'none:closed-value /needs'],
  ['needs: [a\n  $0\nb: c', 'item /needs/1 (a) flow-list @2'],
  ['needs: [a,\n  $0\nb: c', 'item /needs/1 (a) flow-list @2'],
  ['needs: [a,\n$0\nb: c', 'key / {needs | b} @0'],
  ['x: {$0}', 'key /x flow-map @2'],
  ['x: { $0 }', 'key /x flow-map @2'],
  ['x: { skill: $0, do: y }', 'value /x/skill flow-map @2'],
  ['x: { skill:$0 }', 'value /x/skill flow-map @2 blank'],
  ['x: { sk$0: a, do: y }', 'key /x { | do} <sk|> flow-map @2 colon'],
  ['x: { skill: a, $0', 'key /x {skill | } flow-map @2'],
  ['x: { skill: a, do$0 }', 'key /x {skill | } <do|> flow-map @2'],
  ['x: { skill: a,\n  $0\ny: z', 'key /x {skill | } flow-map @2'],
  ['x: { skill: a,\n  $0\n}\ny: z', 'key /x {skill | } flow-map @2'],
  ['x: {by: [a, $0], t: 1}', 'item /x/by/1 (a) flow-list @2'],
  ['x: {by: [a]$0, t: 1}', 'none:closed-value /x/by flow-map'],
  ['a: {b: {c: $0}}', 'value /a/b/c flow-map @2'],
  ['a: [{b: c, $0}, d]', 'key /a/0 {b | } flow-map @2'],
  ['a: [b: $0]', 'value /a/0/b flow-list @2'],
  ['x: { "a$0": c }', 'key /x <a|>double flow-map @2 colon'],
  ['x: [ # $0', 'none:comment /x/0 flow-list'],
  ['- [a, $0', 'item /0/1 (a) flow-list @2'],
  ['- { a: b, $0', 'key /0 {a | } flow-map @2'],
  // Broken around the cursor.
  ['steps:\n  - id: a\n    ski\n    $0', 'key /steps/0 {id,ski | } @4'],
  ['ste$0\n  - id: a\nb: c', 'key / { | b} <ste|> @0'],
  ['a: "b\nc: $0\nd: e', 'value /c @2'],
  ['a: [b, c\nd: $0', 'value /d @2'],
  ['a: b: $0c', 'value /a <b: |c> @2'],
  ['a: >= 9$0\nb: c', 'value /a <>= 9|> @2'],
  ['phases:\n  - phase: A\n    steps:\n      - skill: x\n   $0', 'key /phases/0 {phase,steps | } @4'],
  ['a:\n   b: c\n  d: $0', 'value /a/d @5'],
  // Line ends, emoji, documents.
  ['a: b\r\n$0\r\nc: d', 'key / {a | c} @0'],
  ['a:\r\n  - b\r\n  - $0', 'item /a/1 (b) @4'],
  ['a: b\r$0\rc: d', 'key / {a | c} @0'],
  ['😀: a\n😁b$0', 'key / {😀 | } <😁b|> @0'],
  ['a: 😀 b$0', 'value /a <😀 b|> @2'],
  ['- 😀: {a: 😀, $0}', 'key /0/😀 {a | } flow-map @4'],
  ['---\na: b\n---\nc: d\n$0', 'key / {c | } @0'],
  ['---\na: b\n$0\n---\nc: d', 'key / {a | } @0'],
  ['a: b\n$0\n...', 'key / {a | } @0'],
  ['$0\n...', 'content / @0'],
  ['a: b\n$0...', 'none:document-marker /'],
  ['a: b\n...\n$0', 'none:document-marker /'],
  ['a: b\n...\n---\n$0', 'content / @0'],
  ['$0---\na: b', 'none:document-marker /'],
  ['# c\n$0\n---\na: b', 'none:document-marker /'],
  ['$0%YAML 1.2\n---\na: b', 'none:document-marker /'],
  ['%YAML 1.2\n$0\n---\na: b', 'none:document-marker /'],
  ['%YAML 1.2\nc$0', 'none:document-marker /'],
  ['%YAML 1.2\n---\n$0', 'content / @0'],
  // A flow collection that is the document.
  ['{a: b}\n$0', 'none:closed-value /'],
  ['[a,\n b]\n\n  c$0', 'none:closed-value /'],
  ['$0\n{a: b}', 'none:closed-value /'],
  ['--- {a: b}\n$0', 'none:closed-value /'],
  ['--- {a: b, $0}', 'key / {a | } flow-map @2'],
  ['{a: b}\n---\n$0', 'content / @0'],
  ['{a: b,\n$0', 'key / {a | } flow-map @2'],
  ['  {a: b,\n---\n$0', 'content / @0'],
  ['{a: b}\nc:\n  $0', 'content /c @2'],
];

describe('cursorContext', () => {
  for (const [marked, expected] of table)
    it(JSON.stringify(marked), () => {
      const offset = marked.indexOf('$0');
      assert.equal(show(cursorContext(marked.replace('$0', ''), offset)), expected);
    });

  it('tells of sibling keys of ancestors, with their one-line values', () => {
    const text =
      'steps:\n  - decision: Go?\n    by: x\n    routes:\n      - when: a\n        \n    takes: 1d\n';
    const { path, before } = cursorContext(text, text.indexOf('        \n') + 8);
    const [steps, , routes] = path;
    assert.ok(steps?.kind === 'key' && routes?.kind === 'key');
    assert.deepEqual(
      routes.siblings.map(({ key, scalar }) => [key, scalar]),
      [
        ['decision', 'Go?'],
        ['by', 'x'],
        ['takes', '1d'],
      ],
    );
    assert.deepEqual(
      before.map(({ key, span }) => [key, slice(text, span)]),
      [['when', 'when']],
    );
  });

  it('tells the unit of indentation and the line end', () => {
    const of = (text: string): unknown[] => [
      cursorContext(text, 0).indentUnit,
      cursorContext(text, 0).lineEnd,
    ];
    assert.deepEqual(of('a:\n    b: c\nd:\n    e:\n        f: g\n'), [4, '\n']);
    assert.deepEqual(of('a: b\r\n'), [2, '\r\n']);
    assert.deepEqual(of('a: b\rc: d'), [2, '\r']);
    assert.deepEqual(of(''), [2, '\n']);
  });
});

describe('cursorContext on a valid text', () => {
  it('agrees with the tree at every place', () => {
    for (const text of smallTexts) {
      const tree = parseSyntax(text);
      assert.deepEqual(tree.problems, []);
      for (let offset = 0; offset <= text.length; offset++) assertAgreement(tree, offset);
    }
  });
});

const smallTexts: readonly string[] = [
  'a: b\nc:\n  - d\n  - e: f\n    g: [h, {i: j}, "k l"]\n  -\n    m: n\no: { p: q, r: [s] } # t\nu: |\n  v: w\nx: y z\n  more\n',
  '# c\na:\r\n- b\r\n- - c\r\n  - d: "e"\r\n    f:   g  \r\n',
  '- a: &x b\n  "c d": \'e\'\n- {f: g,\n   h: [i,\n     j]}\n- 😀: k\n',
];
