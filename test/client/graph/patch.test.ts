import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { patchChildren } from '../../../client/src/views/graph/webview/patch.ts';
import type { SvgElement } from '../../../server/src/core/drawing/svgElement.ts';

/** As much of a page's element as patching needs; `log` has what was done, for tests of what is left alone. */
class FakeNode {
  readonly childNodes: FakeNode[] = [];
  readonly attributes = new Map<string, string>();
  readonly ownerDocument: FakePage;
  readonly name: string;
  parent: FakeNode | undefined;
  #text: string;
  constructor(page: FakePage, name: string, text = '') {
    this.ownerDocument = page;
    this.name = name;
    this.#text = text;
  }
  get nodeType(): number {
    return this.name === '#text' ? 3 : 1;
  }
  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): FakeNode | null {
    const siblings = this.parent?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get textContent(): string {
    return this.nodeType === 3 ? this.#text : this.childNodes.map(child => child.textContent).join('');
  }
  set textContent(text: string) {
    assert.equal(this.nodeType, 3, 'only texts are set as text');
    this.ownerDocument.log.push(`text ${text}`);
    this.#text = text;
  }
  setAttribute(name: string, value: string): void {
    this.ownerDocument.log.push(`set ${name}`);
    this.attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.ownerDocument.log.push(`unset ${name}`);
    this.attributes.delete(name);
  }
  remove(): void {
    this.ownerDocument.log.push('remove');
    this.#detach();
  }
  insertBefore(node: FakeNode, place: FakeNode | null): void {
    this.ownerDocument.log.push(node.parent === undefined ? 'insert' : 'move');
    node.#detach();
    const at = place === null ? this.childNodes.length : this.childNodes.indexOf(place);
    assert.ok(at >= 0, 'the place is a child');
    this.childNodes.splice(at, 0, node);
    node.parent = this;
  }
  append(node: FakeNode): void {
    this.insertBefore(node, null);
  }
  #detach(): void {
    const siblings = this.parent?.childNodes;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parent = undefined;
  }
}

class FakePage {
  readonly log: string[] = [];
  createElementNS(namespace: string, name: string): FakeNode {
    assert.equal(namespace, 'http://www.w3.org/2000/svg');
    return new FakeNode(this, name);
  }
  createTextNode(text: string): FakeNode {
    return new FakeNode(this, '#text', text);
  }
}

const isElement = (node: FakeNode): node is FakeNode & Element => node.nodeType === 1;

/** The tree that an element shows, keys aside. */
function shownBy(node: FakeNode): unknown {
  if (node.nodeType === 3) return node.textContent;
  return [node.name, Object.fromEntries(node.attributes), ...node.childNodes.map(shownBy)];
}
function wanted(child: SvgElement | string): unknown {
  if (typeof child === 'string') return child;
  const attributes = Object.entries(child.attributes).map(([name, value]) => [name, String(value)]);
  return [child.name, Object.fromEntries(attributes), ...child.children.map(wanted)];
}

/** A root that went through these drawings one after the other, and what the last step did. */
function patched(...drawings: readonly (readonly SvgElement[])[]): {
  root: FakeNode;
  log: readonly string[];
} {
  const page = new FakePage();
  const root = page.createElementNS('http://www.w3.org/2000/svg', 'g');
  let before: readonly SvgElement[] = [];
  for (const drawing of drawings) {
    page.log.length = 0;
    assert.ok(isElement(root));
    patchChildren(root, before, drawing);
    before = drawing;
  }
  return { root, log: [...page.log] };
}

const card = (key: string, label: string, attributes: SvgElement['attributes'] = {}): SvgElement => ({
  name: 'g',
  key,
  attributes,
  children: [{ name: 'text', attributes: {}, children: [label] }],
});

test('a new text is a text, and nothing else is touched', () => {
  const { log } = patched([card('a', 'Dig'), card('b', 'Plant')], [card('a', 'Dig'), card('b', 'Plant it')]);
  assert.deepEqual(log, ['text Plant it']);
});

test('the same drawing again does nothing', () => {
  assert.deepEqual(patched([card('a', 'Dig', { x: 1 })], [card('a', 'Dig', { x: 1 })]).log, []);
});

test('what comes and goes moves nothing else', () => {
  const all = ['a', 'b', 'c', 'd'].map(key => card(key, key));
  const some = all.filter(({ key }) => key !== 'b');
  assert.deepEqual(patched(all, some).log, ['remove']);
  assert.deepEqual(
    patched(some, all).log.filter(each => each === 'move'),
    [],
  );
});

test('an attribute that is no more is taken away', () => {
  const { root } = patched([card('a', 'a', { class: 'stale', x: 1 })], [card('a', 'a', { x: 2 })]);
  assert.deepEqual(shownBy(root), ['g', {}, ['g', { x: '2' }, ['text', {}, 'a']]]);
});

test('markup stays a text', () => {
  const { root } = patched([card('a', '<img onerror=alert(1)>')]);
  assert.equal(root.textContent, '<img onerror=alert(1)>');
});

const { tree } = fc.letrec<{ tree: SvgElement }>(tie => ({
  tree: fc.record(
    {
      name: fc.constantFrom('g', 'text', 'path'),
      key: fc.constantFrom('a', 'b', 'c', '__proto__'),
      attributes: fc.dictionary(
        fc.constantFrom('x', 'y', 'class'),
        fc.oneof(fc.nat(3), fc.constantFrom('p', 'q')),
      ),
      children: fc.array(fc.oneof({ maxDepth: 3 }, fc.constantFrom('one', 'two'), tie('tree')), {
        maxLength: 4,
      }),
    },
    { requiredKeys: ['name', 'attributes', 'children'] },
  ),
}));
const drawing = fc.array(tree, { maxLength: 6 });

test('whatever was shown before, what is shown is the drawing', () => {
  fc.assert(
    fc.property(drawing, drawing, (before, after) => {
      assert.deepEqual(shownBy(patched(before, after).root), ['g', {}, ...after.map(wanted)]);
    }),
    { numRuns: 300 },
  );
});
