/**
 * Brings the page's elements in step with a drawing, touching only what differs: an element keeps its identity, and with it the focus, as
 * long as its key lives. Texts are set as texts; nothing is read as markup.
 */
import type { SvgElement } from '../../../../../server/src/core/drawing/svgElement.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

type Child = SvgElement | string;

/** Makes the children of `parent`, which show `before`, show `after`. */
export function patchChildren(parent: Element, before: readonly Child[], after: readonly Child[]): void {
  // What begins and ends alike stays where it is; mostly that is all, and what stands between needs no names for the others.
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameChild(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && isSameChild(before.at(-1 - end), after.at(-1 - end))) end++;
  const patchAt = (was: number, is: number): void => {
    const [old, child] = [before[was], after[is]];
    // The page is asked only for what differs.
    const node = old === child ? undefined : parent.childNodes[was];
    if (node !== undefined && old !== undefined && child !== undefined) patchNode(node, old, child);
  };
  for (let at = 0; at < start; at++) patchAt(at, at);
  for (let at = end; at > 0; at--) patchAt(before.length - at, after.length - at);
  if (start + end === before.length && start + end === after.length) return;
  const children = before.slice(start, before.length - end);
  const nodes = children.flatMap((_, at) => parent.childNodes[start + at] ?? []);
  const behind = parent.childNodes[before.length - end] ?? null;
  replaceStretch(parent, { nodes, children }, after.slice(start, after.length - end), behind);
}

/** One and the same child, by all that can be known. */
function isSameChild(was: Child | undefined, child: Child | undefined): boolean {
  if (was === child) return true;
  if (was === undefined || child === undefined) return false;
  if (typeof was === 'string' || typeof child === 'string') return typeof was === typeof child;
  return was.name === child.name && was.key === child.key;
}

interface Stretch {
  readonly nodes: readonly ChildNode[];
  readonly children: readonly Child[];
}

/** Children that come, go and move, in front of `behind`; `null`: at the end. */
function replaceStretch(
  parent: Element,
  before: Stretch,
  after: readonly Child[],
  behind: ChildNode | null,
): void {
  const page = parent.ownerDocument;
  const old = new Map<string, { readonly node: ChildNode; readonly child: Child }>();
  const names = keys(before.children);
  for (const [index, child] of before.children.entries()) {
    const [node, name] = [before.nodes[index], names[index]];
    if (node !== undefined && name !== undefined) old.set(name, { node, child });
  }
  const wanted = keys(after);
  const stays = new Set(wanted);
  for (const [name, { node }] of old) if (!stays.has(name)) node.remove();
  const first = before.nodes.find((_, index) => stays.has(names[index] ?? ''));
  let place: ChildNode | null = first ?? behind;
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
