import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryAt, nodeAt } from '../../../server/src/core/syntax/locate.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { containerOf, entryOf, pathOf, textOf, valueAt, walk } from '../../../server/src/core/syntax/path.ts';
import { slice } from './support.ts';

const text = 'a: &x b\nc:\n  - d: *x\n    e: [f, {g: h}]\n  -\n"i j": k\n';
const tree = parseSyntax(text);

describe('ways through a tree', () => {
  it('lead down by key and through aliases', () => {
    const { root } = tree;
    assert.ok(root?.kind === 'map');
    assert.equal(entryOf(root, 'i j')?.key.style, 'double');
    assert.equal(entryOf(root, 'none'), undefined);
    const list = valueAt(root, 'c');
    assert.ok(list?.kind === 'list');
    assert.equal(textOf(valueAt(list.items[0], 'd')), 'b');
    assert.equal(textOf(list), undefined);
    assert.equal(valueAt(list, 'd'), undefined);
  });

  it('lead up to the root', () => {
    const paths = [...walk(tree)].map(node => pathOf(node).join('/'));
    assert.deepEqual(paths, [
      '',
      '',
      'a',
      '',
      'c',
      'c/0',
      'c/0',
      'c/0/d',
      'c/0',
      'c/0/e',
      'c/0/e/0',
      'c/0/e/1',
      'c/0/e/1',
      'c/0/e/1/g',
      'c/1',
      '',
      'i j',
    ]);
  });

  it('end with the budget', () => assert.equal([...walk(tree, 5)].length, 5));

  it('tell what a node stands in', () => {
    const leaf = [...walk(tree)].find(node => node.kind === 'scalar' && node.text === 'h');
    assert.ok(leaf);
    assert.equal(slice(text, containerOf(leaf)?.span ?? { start: 0, end: 0 }), '{g: h}');
  });
});

describe('nodeAt', () => {
  const places: readonly (readonly [before: string, node: string, isKey: boolean, path: string])[] = [
    ['', 'a', true, ''],
    ['a', 'a', true, ''],
    ['a: &x ', 'b', false, 'a'],
    ['a: &x b', 'b', false, 'a'],
    ['a: &x b\nc:\n  - d', 'd', true, 'c/0'],
    ['a: &x b\nc:\n  - d: *', '*x', false, 'c/0/d'],
    ['a: &x b\nc:\n  - d: *x\n    e: [f,', '[f, {g: h}]', false, 'c/0/e'],
    ['a: &x b\nc:\n  - d: *x\n    e: [f, {g: ', 'h', false, 'c/0/e/1/g'],
  ];
  for (const [before, node, isKey, path] of places)
    it(JSON.stringify(before.slice(-20)), () => {
      const found = nodeAt(tree, before.length);
      assert.ok(found);
      assert.equal(slice(text, found.node.span), node);
      assert.equal(found.isKey, isKey);
      assert.equal(pathOf(found.node).join('/'), path);
      assert.equal(found.ancestors.length === 0 ? found.node : found.ancestors[0], tree.root);
    });

  it('finds nothing outside of the root', () => {
    assert.equal(nodeAt(tree, text.length), undefined);
    assert.equal(nodeAt(parseSyntax(''), 0), undefined);
  });

  it('agrees with entryAt', () => {
    for (let offset = 0; offset < text.length; offset++) {
      const found = nodeAt(tree, offset);
      const entry = entryAt(tree, offset);
      if (found?.entry && found.node.kind !== 'map') assert.equal(entry, found.entry);
      if (entry) assert.ok(entry.span.start <= offset && offset <= entry.span.end);
    }
  });
});
