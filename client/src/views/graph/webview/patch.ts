/**
 * Brings the page's elements in step with a drawing, touching only what differs: an element keeps its identity, and with it the focus, as
 * long as its key lives. Texts are set as texts; nothing is read as markup.
 */
import type { SvgElement } from '../../../../../server/src/core/drawing/svgElement.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

type Child = SvgElement | string;

/** Makes the children of `parent`, which show `before`, show `after`. */
export function patchChildren(parent: Element, before: readonly Child[], after: readonly Child[]): void {
  if (patchInPlace(parent, before, after)) return;
  const page = parent.ownerDocument;
  const old = new Map<string, { readonly node: ChildNode; readonly child: Child }>();
  const nodes = [...parent.childNodes];
  const names = keys(before);
  for (const [index, child] of before.entries()) {
    const [node, name] = [nodes[index], names[index]];
    if (node !== undefined && name !== undefined) old.set(name, { node, child });
  }
  const wanted = keys(after);
  const stays = new Set(wanted);
  for (const [name, { node }] of old) if (!stays.has(name)) node.remove();
  let place: ChildNode | null = parent.firstChild;
  for (const [index, child] of after.entries()) {
    const known = old.get(wanted[index] ?? '');
    if (known === undefined) {
      parent.insertBefore(createNode(page, child), place);
    } else {
      patchNode(known.node, known.child, child);
      if (known.node === place) place = place.nextSibling;
      else parent.insertBefore(known.node, place);
    }
  }
}

/** The usual case, without names for all: nothing came, went or moved. Says whether it was so. */
function patchInPlace(parent: Element, before: readonly Child[], after: readonly Child[]): boolean {
  const isSame = (child: Child, index: number): boolean => {
    const was = before[index];
    if (was === child) return true;
    if (was === undefined || typeof was === 'string' || typeof child === 'string')
      return typeof was === typeof child;
    return was.name === child.name && was.key === child.key;
  };
  if (before.length !== after.length || parent.childNodes.length !== before.length) return false;
  if (!after.every(isSame)) return false;
  let node = parent.firstChild;
  for (const [index, child] of after.entries()) {
    const was = before[index];
    if (node === null || was === undefined) break;
    const next: ChildNode | null = node.nextSibling;
    patchNode(node, was, child);
    node = next;
  }
  return true;
}

/** A name for each child, unique among its siblings: its key, or its kind and which of that kind it is. */
function keys(children: readonly Child[]): readonly string[] {
  const counts = new Map<string, number>();
  return children.map(child => {
    const kind = typeof child === 'string' ? '#text' : `${child.name} ${child.key ?? ''}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind} ${count}`;
  });
}

function patchNode(node: ChildNode, before: Child, after: Child): void {
  if (before === after) return;
  if (typeof after === 'string') {
    node.textContent = after;
    return;
  }
  if (typeof before === 'string' || !isElement(node)) return;
  for (const name of Object.keys(before.attributes))
    if (!Object.hasOwn(after.attributes, name)) node.removeAttribute(name);
  for (const name of Object.keys(after.attributes)) {
    const value = after.attributes[name];
    if (before.attributes[name] !== value) node.setAttribute(name, String(value));
  }
  if (before.children !== after.children) patchChildren(node, before.children, after.children);
}

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === 1;

function createNode(page: Document, child: Child): ChildNode {
  if (typeof child === 'string') return page.createTextNode(child);
  const element = page.createElementNS(svgNamespace, child.name);
  for (const [name, value] of Object.entries(child.attributes)) element.setAttribute(name, String(value));
  for (const each of child.children) element.append(createNode(page, each));
  return element;
}
