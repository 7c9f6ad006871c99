import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { resolveAlias, walk } from '../../../server/src/core/syntax/path.ts';
import type { SyntaxNode } from '../../../server/src/core/syntax/tree.ts';
import { anyText, mutatedChain, soup } from './randomTexts.ts';
import { assertTree, chainTexts, show, slice } from './support.ts';

describe('parseSyntax on valid texts', () => {
  const table: readonly (readonly [text: string, tree: string])[] = [
    ['', '~'],
    ['\n  \n', '~'],
    ['# only a comment', '~'],
    ['a: 1.10\nb: 007\nc: yes\nd: ~\ne: null', '{a: 1.10, b: 007, c: yes, d: ~, e: null}'],
    ['a:\nb: x', '{a: ~, b: x}'],
    ['a: ""', '{a: ""}'],
    ['- a\n- \n-\n- b', '[a | "" | "" | b]'],
    ['- - a\n  - b\n- c', '[[a | b] | c]'],
    ['a: [b, {c: d}, [e]]', '{a: [b | {c: d} | [e]]}'],
    ['{a, b: , c: d}', '{a: ~, b: ~, c: d}'],
    ['[a: b, c]', '[{a: b} | c]'],
    ['a: one\n  two\n\n  three', '{a: "one two\\nthree"}'],
    ["a: 'it''s'", `{a: it's}`],
    ['a: "x\\ty\\u0041\\\n  z"', '{a: "x\\tyAz"}'],
    ['a: |\n  one\n   two\n\nb: >-\n  one\n  two\n', '{a: "one\\n two\\n", b: one two}'],
    ['a: &x b\nc: *x', '{a: b, c: *x}'],
    ['? [a, b]\n: c\n? d', '{[a, b]: c, d: ~}'],
    ['? {a: b}\n: c', '{{a: b}: c}'],
    [': c', '{"": c}'],
    ['a: 1\na: 2', '{a: 1, a: 2}'],
    ['__proto__: a\nconstructor: b\ntoString: c', '{__proto__: a, constructor: b, toString: c}'],
    ['\uFEFFa: b', '{a: b}'],
    ['a: b\r\nc:\r\n  - d\r\n', '{a: b, c: [d]}'],
    ['a: b\rc: d\r', '{a: b, c: d}'],
    ['a: \uD800\nb: "\uDC00"', '{a: \uD800, b: \uDC00}'],
    ['😀: 🏳️‍🌈', '{😀: 🏳️‍🌈}'],
    ['%YAML 1.2\n---\na: b\n...\n', '{a: b}'],
    ['--- a', 'a'],
    ['<<: *base', '{<<: *base?}'],
    ['a: b#c\nd: e:f\ng: http://h/i', '{a: b#c, d: e:f, g: http://h/i}'],
  ];
  for (const [text, tree] of table) {
    it(JSON.stringify(text), () => {
      const parsed = parseSyntax(text);
      assert.equal(show(parsed.root), tree);
      assert.deepEqual(
        parsed.problems.filter(({ code }) => code !== 'unknown-alias'),
        [],
      );
      assert.equal(parsed.complete, true);
      assertTree(parsed);
    });
  }
});

describe('spans', () => {
  const text = 'a: &x "b"  # c\nd: |\n  e\n\nf: !t {g: h,i} \nj:\n  - k  \n  -\nl:\n? m\n: n\n';
  const tree = parseSyntax(text);
  const nodes = [...walk(tree)];

  it('hold the value and nothing around it', () => {
    const values = nodes.filter(
      ({ parent }) => parent?.kind === 'list' || (parent?.kind === 'entry' && parent.value),
    );
    const spans = values
      .filter(node => node.parent?.kind !== 'entry' || node.parent.value === node)
      .map(node => slice(text, node.span));
    assert.deepEqual(spans, ['"b"', '|\n  e', '{g: h,i}', 'h', '- k  \n  -', 'k', '', 'n']);
  });

  it('of entries reach from the key to behind the value or the colon', () => {
    const { root } = tree;
    assert.ok(root?.kind === 'map');
    assert.deepEqual(
      root.entries.map(({ span }) => slice(text, span)),
      ['a: &x "b"', 'd: |\n  e', 'f: !t {g: h,i}', 'j:\n  - k  \n  -', 'l:', 'm\n: n'],
    );
    assert.equal(slice(text, root.span), text.trimEnd());
  });

  it('of anchors and tags are told by name', () => {
    assert.deepEqual(
      nodes.flatMap(node => (node.kind === 'alias' ? [] : [node.anchor ?? node.tag ?? []])).flat(),
      ['x', '!t'],
    );
  });

  it('of an item without content stand behind its dash', () => {
    const empty = nodes.filter(
      node => node.kind === 'scalar' && node.text === '' && node.parent?.kind === 'list',
    );
    assert.deepEqual(
      empty.map(({ span }) => [span.start, span.end, text[span.start - 1]]),
      [[text.indexOf('  -\nl') + 3, text.indexOf('  -\nl') + 3, '-']],
    );
  });
});

describe('aliases', () => {
  it('lead to the latest anchor of their name before them', () => {
    const { root } = parseSyntax('a: &x 1\nb: *x\nc: &x 2\nd: *x');
    assert.ok(root?.kind === 'map');
    const texts = root.entries
      .map(({ value }) => resolveAlias(value))
      .map(node => (node?.kind === 'scalar' ? node.text : ''));
    assert.deepEqual(texts, ['1', '1', '2', '2']);
  });

  for (const text of ['a: &x [*x]', '&x [&y [*x, *y]]', 'a: *x\nb: &x c', 'a: *none'])
    it(`${text} has none that holds itself or comes too early`, () => {
      const tree = parseSyntax(text);
      const aliases = [...walk(tree)].filter(node => node.kind === 'alias');
      assert.deepEqual(
        aliases.map(({ target }) => target),
        aliases.map(() => undefined),
      );
      assert.deepEqual(
        tree.problems.map(({ code, span }) => [code, slice(text, span)]),
        aliases.map(({ name }) => ['unknown-alias', `*${name}`]),
      );
    });
});

describe('parseSyntax on any text', () => {
  it('keeps the promises of the tree', () => {
    fc.assert(
      fc.property(fc.oneof(soup, anyText), text => assertTree(parseSyntax(text))),
      { numRuns: 250 },
    );
    fc.assert(
      fc.property(mutatedChain, text => assertTree(parseSyntax(text))),
      { numRuns: 25 },
    );
  });

  it('reads what the library reads without an error as the library does', () => {
    const check = (text: string): void => {
      // The library takes no lone `\r` for a line end, control characters for its own marks, and merge conflicts for text.
      if (/\r(?!\n)|\0|^<{7}/m.test(text)) return;
      const documents = parseAllDocuments(text, {
        schema: 'failsafe',
        uniqueKeys: false,
        logLevel: 'silent',
      });
      const [document] = documents;
      if (
        !Array.isArray(documents) ||
        document === undefined ||
        documents.length !== 1 ||
        document.errors.length > 0
      )
        return;
      let simpleKeys = true;
      visit(document, {
        Pair: (_, { key }) => {
          simpleKeys &&= isScalar(key);
        },
      });
      const tree = parseSyntax(text);
      assert.deepEqual(
        tree.problems.filter(({ code }) => code === 'yaml-syntax'),
        [],
      );
      if (simpleKeys && tree.problems.length === 0 && isSimple(tree.root))
        assert.deepEqual(plain(tree.root), document.toJS() ?? '');
    };
    for (const text of chainTexts) check(text);
    fc.assert(fc.property(soup, check), { numRuns: 250 });
    fc.assert(
      fc.property(anyValue, value => check(written(value, 0))),
      { numRuns: 200 },
    );
  });
});

type Value =
  | string
  | readonly Value[]
  | { readonly map: readonly (readonly [string, Value])[]; readonly flow: boolean };

const word = fc.stringMatching(/^[a-z][a-z0-9 ]{0,8}[a-z]$/);
const { value: anyValue } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.record({
      map: fc.uniqueArray(fc.tuple(word, tie('value')), {
        minLength: 1,
        maxLength: 3,
        selector: ([key]) => key,
      }),
      flow: fc.boolean(),
    }),
  ),
}));

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** YAML for a value, in block or flow style, with quotes, comments and odd indentation here and there. */
function written(value: Value, indent: number, flow = false): string {
  const pad = ' '.repeat(indent);
  if (typeof value === 'string') return value.length % 3 === 0 ? `"${value}"` : value;
  if (isList(value)) {
    if (flow) return `[${value.map(item => written(item, 0, true)).join(', ')}]`;
    return value.map(item => `\n${pad}- ${written(item, indent + 2).replace(/^\n +/, '')}`).join('');
  }
  if (flow || value.flow)
    return `{ ${value.map.map(([key, inner]) => `${key}: ${written(inner, 0, true)}`).join(', ')} }`;
  return value.map
    .map(([key, inner]) => {
      const text = written(inner, indent + 2 + (key.length % 2));
      return `\n${pad}${key}:${text.startsWith('\n') ? ` # ${key}` : ' '}${text}`;
    })
    .join('');
}

/** Whether a tree holds no keys that a plain object would fold or rename. */
function isSimple(root: SyntaxNode | undefined): boolean {
  for (const node of root ? walk({ root }) : []) {
    if (node.kind === 'alias') return false;
    if (node.kind !== 'map') continue;
    const keys = node.entries.map(({ key }) => key.text);
    if (new Set(keys).size < keys.length || keys.some(key => /^\d+$|^__proto__$|[[\]{}*<]/.test(key)))
      return false;
  }
  return true;
}

function plain(node: SyntaxNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.text ?? '';
  if (node.kind === 'alias') return plain(node.target);
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(
    node.entries.map(({ key, value, span }) => [
      key.text,
      value || span.end > key.span.end ? plain(value) : null,
    ]),
  );
}
