/** Broken texts: what is said of them, what the offered fix makes of them, and what of them is still read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { assertTree, edited, show, slice } from './support.ts';

interface Broken {
  readonly text: string;
  readonly tree: string;
  /** What each problem covers. */
  readonly spans: readonly string[];
  /** The text after all fixes; `undefined` where a problem has none. */
  readonly fixed?: string;
}

const table: readonly Broken[] = [
  // Keys that are being typed.
  {
    text: 'a: 1\nski\ntitle: x\nb: 2',
    tree: '{a: 1, ski: ~, title: x, b: 2}',
    spans: ['ski'],
    fixed: 'a: 1\nski:\ntitle: x\nb: 2',
  },
  { text: 'ski\na: b', tree: '{ski: ~, a: b}', spans: ['ski'], fixed: 'ski:\na: b' },
  { text: 'a: b\nski', tree: '{a: b, ski: ~}', spans: ['ski'], fixed: 'a: b\nski:' },
  {
    text: '- id: a\n  ski\n  do: x\n- b',
    tree: '[{id: a, ski: ~, do: x} | b]',
    spans: ['ski'],
    fixed: '- id: a\n  ski:\n  do: x\n- b',
  },
  {
    text: '- ski\n  do: x\n- b',
    tree: '[{ski: ~, do: x} | b]',
    spans: ['ski'],
    fixed: '- ski:\n  do: x\n- b',
  },
  {
    text: 'a:\n  ski\n  b: c\nd: e',
    tree: '{a: {ski: ~, b: c}, d: e}',
    spans: ['ski'],
    fixed: 'a:\n  ski:\n  b: c\nd: e',
  },
  {
    text: 'steps\n  - id: a\nb: c',
    tree: '{steps: [{id: a}], b: c}',
    spans: ['steps'],
    fixed: 'steps:\n  - id: a\nb: c',
  },
  { text: 'a\nb\nc: d', tree: '{a: ~, b: ~, c: d}', spans: ['a', 'b'], fixed: 'a:\nb:\nc: d' },
  { text: 'a: b\nno key here\nc: d', tree: '{a: b, c: d}', spans: ['no key here'] },
  { text: 'a: [x]\n  foo\nb: c', tree: '{a: [x], b: c}', spans: ['foo'] },
  { text: 'steps:\n  - a: x\n  do\n  - a: y', tree: '{steps: [{a: x} | {a: y}]}', spans: ['do'] },
  {
    text: 'done:\n  - Class is recorded\n    needs: [x]\nb: c',
    tree: '{done: [Class is recorded], b: c}',
    spans: ['needs'],
  },
  // Quotes and brackets.
  { text: 'a: "b\nc: d', tree: '{a: b, c: d}', spans: ['"b'], fixed: 'a: "b"\nc: d' },
  {
    text: 'a: "b\nc:\n  - d: "x"\n    e: "y"\nf: g',
    tree: '{a: b, c: [{d: x, e: y}], f: g}',
    spans: ['"b'],
    fixed: 'a: "b"\nc:\n  - d: "x"\n    e: "y"\nf: g',
  },
  {
    text: "a: 'b\n\nc: it's\nd: e",
    tree: "{a: b, c: it's, d: e}",
    spans: ["'b"],
    fixed: "a: 'b'\n\nc: it's\nd: e",
  },
  { text: '- "b\n- c', tree: '[b | c]', spans: ['"b'], fixed: '- "b"\n- c' },
  { text: 'a: "b\\', tree: '{a: "b\\\\"}', spans: ['"b\\'], fixed: 'a: "b\\\\"' },
  { text: 'a: [x, "y]\nb: "c"', tree: '{a: [x | y], b: c}', spans: ['"y'], fixed: 'a: [x, "y"]\nb: "c"' },
  { text: 'a: [b, c\nd: e', tree: '{a: [b | c], d: e}', spans: ['[b, c'], fixed: 'a: [b, c]\nd: e' },
  {
    text: '- a: [b, c # d\n  e: f\n- g',
    tree: '[{a: [b | c], e: f} | g]',
    spans: ['[b, c'],
    fixed: '- a: [b, c] # d\n  e: f\n- g',
  },
  { text: 'a: {b: [c\nd: e', tree: '{a: {b: [c]}, d: e}', spans: ['{b: [c'], fixed: 'a: {b: [c]}\nd: e' },
  { text: 'a: [\nb: c', tree: '{a: [], b: c}', spans: ['['], fixed: 'a: []\nb: c' },
  { text: '[a: b\nc:\n  d: e\nf: g', tree: '{c: {d: e}, f: g}', spans: ['[a: b'] },
  { text: 'a: [b}\nc: d', tree: '{a: [b], c: d}', spans: ['}'], fixed: 'a: [b]\nc: d' },
  { text: 'a: [b]]\nc: d', tree: '{a: [b], c: d}', spans: [']'], fixed: 'a: [b]\nc: d' },
  { text: 'a: }\nb: c', tree: '{a: ~, b: c}', spans: ['}'], fixed: 'a: \nb: c' },
  {
    text: 'a: [\nb,\nc\n]\nd: e',
    tree: '{a: [b | c], d: e}',
    spans: ['b,'],
    fixed: 'a: [\n  b,\n  c\n]\nd: e',
  },
  // Indentation.
  {
    text: 'do: x\n   needs: [y]\n   takes: 2h\nz: w',
    tree: '{do: x, needs: [y], takes: 2h, z: w}',
    spans: ['needs'],
    fixed: 'do: x\nneeds: [y]\ntakes: 2h\nz: w',
  },
  {
    text: 'a:\n  b: 1\n c: 2\nd: 3',
    tree: '{a: {b: 1, c: 2}, d: 3}',
    spans: ['c'],
    fixed: 'a:\n  b: 1\n  c: 2\nd: 3',
  },
  { text: 'a: [x]\n   b: 2\nc: 3', tree: '{a: [x], b: 2, c: 3}', spans: ['b'], fixed: 'a: [x]\nb: 2\nc: 3' },
  {
    text: 'a:\n    - x\n  - y\nb: 2',
    tree: '{a: [x | y], b: 2}',
    spans: ['-'],
    fixed: 'a:\n    - x\n    - y\nb: 2',
  },
  { text: '- a: b\n c: d\n- e', tree: '[{a: b, c: d} | e]', spans: ['c'], fixed: '- a: b\n  c: d\n- e' },
  {
    text: '- a: b\n   c:\n     - d\n- e',
    tree: '[{a: b, c: [d]} | e]',
    spans: ['c'],
    fixed: '- a: b\n  c:\n    - d\n- e',
  },
  {
    text: 's:\n  - a: x\n  b: y\n  - c: z\nd: e',
    tree: '{s: [{a: x, b: y} | {c: z}], d: e}',
    spans: ['b'],
    fixed: 's:\n  - a: x\n    b: y\n  - c: z\nd: e',
  },
  // Only what is misplaced moves: a line, and what is nested in it if that is wrong by as much.
  {
    text: 's:\n  - id: a\n   needs: [x]\n    takes: 2h\n  - id: b\n    do: y\no: p',
    tree: '{s: [{id: a, needs: [x], takes: 2h} | {id: b, do: y}], o: p}',
    spans: ['needs'],
    fixed: 's:\n  - id: a\n    needs: [x]\n    takes: 2h\n  - id: b\n    do: y\no: p',
  },
  {
    text: 's:\n  - id: a\n   needs:\n      - x\n      - y\n    takes: 2h\n',
    tree: '{s: [{id: a, needs: [x | y], takes: 2h}]}',
    spans: ['needs'],
    fixed: 's:\n  - id: a\n    needs:\n      - x\n      - y\n    takes: 2h\n',
  },
  {
    text: 's:\n  - id: a\n     needs:\n       - x\n       # why\n\n       - y\n    takes: 2h\n',
    tree: '{s: [{id: a, needs: [x | y], takes: 2h}]}',
    spans: ['needs'],
    fixed: 's:\n  - id: a\n    needs:\n      - x\n      # why\n\n      - y\n    takes: 2h\n',
  },
  {
    text: 's:\n  - id: a\n      needs:\n      - x\n    takes: 2h\n  - id: b\n    needs:\n      - y',
    tree: '{s: [{id: a, needs: [x], takes: 2h} | {id: b, needs: [y]}]}',
    spans: ['needs'],
    fixed: 's:\n  - id: a\n    needs:\n      - x\n    takes: 2h\n  - id: b\n    needs:\n      - y',
  },
  {
    text: 's:\n  - id: a\n      with:\n      b: c\n    takes: 2h\nt:\n  u: v',
    tree: '{s: [{id: a, with: {b: c}, takes: 2h}], t: {u: v}}',
    spans: ['with'],
    fixed: 's:\n  - id: a\n    with:\n      b: c\n    takes: 2h\nt:\n  u: v',
  },
  {
    text: 's:\n  - id: a\n   do: |\n      x\n      # y\n    # z\n    takes: 2h',
    tree: '{s: [{id: a, do: "x\\n# y\\n", takes: 2h}]}',
    spans: ['do'],
    fixed: 's:\n  - id: a\n    do: |\n      x\n      # y\n    # z\n    takes: 2h',
  },
  {
    text: 's:\n  - id: a\n   do: |\n     x\n     # y\n    # z\n    takes: 2h',
    tree: '{s: [{id: a, do: "x\\n# y\\n", takes: 2h}]}',
    spans: ['do'],
    fixed: 's:\n  - id: a\n    do: |\n      x\n      # y\n    # z\n    takes: 2h',
  },
  {
    text: 'a: |\n    x\n   - y\n    z\nb: c',
    tree: '{a: "x\\n- y\\nz\\n", b: c}',
    spans: ['-'],
    fixed: 'a: |\n    x\n    - y\n    z\nb: c',
  },
  {
    text: 's:\n  - id: a\n    do: x\n - id: b\n    do: y\n  - id: c\n    do: z',
    tree: '{s: [{id: a, do: x} | {id: b, do: y} | {id: c, do: z}]}',
    spans: ['-'],
    fixed: 's:\n  - id: a\n    do: x\n  - id: b\n    do: y\n  - id: c\n    do: z',
  },
  {
    text: 's:\n  - id: a\n    do: x\n- id: b\n  p:\n    - do: y\n  - id: c\n    do: z',
    tree: '{s: [{id: a, do: x} | {id: b, p: [{do: y}]} | {id: c, do: z}]}',
    spans: ['-'],
    fixed: 's:\n  - id: a\n    do: x\n  - id: b\n    p:\n      - do: y\n  - id: c\n    do: z',
  },
  // The first of a list or map stands wrong, and those below it right.
  {
    text: 's:\n   - id: a\n    do: x\n  - id: b\n    do: y',
    tree: '{s: [{id: a, do: x} | {id: b, do: y}]}',
    spans: ['-'],
    fixed: 's:\n  - id: a\n    do: x\n  - id: b\n    do: y',
  },
  {
    text: 's:\n   - a\n  - b\n  - c\nt:\n  u: v',
    tree: '{s: [a | b | c], t: {u: v}}',
    spans: ['-'],
    fixed: 's:\n  - a\n  - b\n  - c\nt:\n  u: v',
  },
  {
    text: 't:\n e: 2w\n  m:\n    - w: x\n    - w: y\nz:\n  a: b',
    tree: '{t: {e: 2w, m: [{w: x} | {w: y}]}, z: {a: b}}',
    spans: ['e'],
    fixed: 't:\n  e: 2w\n  m:\n    - w: x\n    - w: y\nz:\n  a: b',
  },
  {
    text: ' a:\n  b: c\nd:\n  e: f\ng:\n  h: i',
    tree: '{a: {b: c}, d: {e: f}, g: {h: i}}',
    spans: ['a'],
    fixed: 'a:\n  b: c\nd:\n  e: f\ng:\n  h: i',
  },
  // Behind a value of several lines.
  {
    text: 's:\n  - id: a\n    n: [\n      x,\n    ]\n   t: u',
    tree: '{s: [{id: a, n: [x], t: u}]}',
    spans: ['t'],
    fixed: 's:\n  - id: a\n    n: [\n      x,\n    ]\n    t: u',
  },
  {
    text: 's:\n  - id: a\n    do: x,\n      y\n     t: u',
    tree: '{s: [{id: a, do: x, y, t: u}]}',
    spans: ['t'],
    fixed: 's:\n  - id: a\n    do: x,\n      y\n    t: u',
  },
  { text: 'a: |\n  x\n y\nb: c', tree: '{a: "x\\ny\\n", b: c}', spans: ['y'], fixed: 'a: |\n  x\n  y\nb: c' },
  { text: '  a: b\nc: d', tree: '{a: b, c: d}', spans: ['a'], fixed: 'a: b\nc: d' },
  {
    text: 'a:\n\tb: c\n\td: e\nf: g',
    tree: '{a: {b: c, d: e}, f: g}',
    spans: ['\t'],
    fixed: 'a:\n  b: c\n  d: e\nf: g',
  },
  {
    text: 'a:\n\t- b: |\n\t\tc\n\t\t  d\n\t  e: f',
    tree: '{a: [{b: "c\\n  d\\n", e: f}]}',
    spans: ['\t'],
    fixed: 'a:\n    - b: |\n        c\n          d\n      e: f',
  },
  { text: '-\ta: b\n  c: d', tree: '[{a: b, c: d}]', spans: ['\t'], fixed: '- a: b\n  c: d' },
  {
    text: 'a: |\n  b\n\tc\nd: e',
    tree: '{a: "b\\nc\\n", d: e}',
    spans: ['\t'],
    fixed: 'a: |\n  b\n  c\nd: e',
  },
  // Things where they cannot stand.
  { text: 'a: b:\n  c: d\ne: f', tree: '{a: {b: {c: d}}, e: f}', spans: ['b:'] },
  { text: 'a: - b\n  - c\nd: e', tree: '{a: [b | c], d: e}', spans: ['-'], fixed: 'a:\n  - b\n  - c\nd: e' },
  { text: 'a: b\n- c\nd: e', tree: '{a: b, d: e}', spans: ['- c'] },
  { text: 'a: b\n  - c: x\n  - e: x\nd: e', tree: '{a: b, d: e}', spans: ['- c: x'] },
  { text: 'a: "b" # c\n  - c: x\nd: e', tree: '{a: b, d: e}', spans: ['- c: x'] },
  {
    text: '- w: b\n    - c: x\n    - e: x\n- w: c',
    tree: '[{w: b} | {c: x} | {e: x} | {w: c}]',
    spans: ['-'],
    fixed: '- w: b\n- c: x\n- e: x\n- w: c',
  },
  { text: '- a\nb: c\nd: e', tree: '{b: c, d: e}', spans: ['- a'] },
  { text: 'a: b\nc: d\ne: f\n- g', tree: '{a: b, c: d, e: f}', spans: ['- g'] },
  { text: '[a]\nb: c', tree: '[a]', spans: ['b: c'] },
  { text: '--- a: b', tree: '{a: b}', spans: ['a'] },
  { text: 'a: "\\q"\nb: c', tree: '{a: "\\\\q", b: c}', spans: ['\\q'], fixed: 'a: "\\\\q"\nb: c' },
  {
    text: '<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\nd: e',
    tree: '{a: b, d: e}',
    spans: ['<<<<<<< HEAD'],
  },
  { text: 'a: b\n<<<<<<< HEAD\nc: d', tree: '{a: b, c: d}', spans: ['<<<<<<< HEAD'] },
  { text: 'a: x\0y\nb: c', tree: '{a: x\uFFFDy, b: c}', spans: ['\0'], fixed: 'a: xy\nb: c' },
];

describe('a broken text', () => {
  for (const eol of ['\n', '\r\n'])
    for (const { text, tree, spans, fixed } of table) {
      const written = text.replaceAll('\n', eol);
      it(JSON.stringify(written), () => {
        const parsed = parseSyntax(written);
        assertTree(parsed);
        assert.equal(show(parsed.root), tree);
        assert.deepEqual(
          parsed.problems.map(({ code, span }) => [code, slice(written, span)]),
          spans.map(span => ['yaml-syntax', span]),
        );
        assert.equal(parsed.complete, false);
        const edits = parsed.problems.map(({ fix }) => fix?.edits);
        if (fixed === undefined) assert.ok(edits.includes(undefined));
        else {
          assert.equal(
            edited(
              written,
              edits.flatMap(list => list ?? []),
            ),
            fixed.replaceAll('\n', eol),
          );
          assert.deepEqual(parseSyntax(fixed).problems, []);
        }
      });
    }
});
