/**
 * `• skill: writer`, `– skill: writer`, `* skill: writer`: a list from a word processor, a chat or Markdown. YAML knows no bullet but
 * the hyphen, and takes all others for letters of a key. All of a text are mended at once, and told of once.
 */
import { compose } from '../library.ts';
import { type Mend, tokenIndexAt } from '../mend.ts';
import { applyEdits, type TextEdit } from '../offsetMap.ts';
import type { SyntaxNode } from '../tree.ts';

const BULLETS = '•‣▪●◦·–—−*';
/** A bullet, and a key behind it: without one, a text may begin so, but for the star, with which none can. */
const ITEM = new RegExp(`^( *)(?:[${BULLETS}](?= +[A-Za-z][\\w-]*:(?:[ \\r]|$))|\\*(?= +\\S))`, 'gm');
const ANY = new RegExp(`[${BULLETS}]`);

const BULLET_START = new RegExp(`^[${BULLETS}] `);

/** Whether a text that YAML reads without an error may have such a bullet: as the beginning of a key. */
export const beginsWithBullet = (node: SyntaxNode): boolean =>
  node.kind === 'scalar' &&
  node.parent?.kind === 'entry' &&
  node.parent.key === node &&
  BULLET_START.test(node.text);

/** The trap, if such bullets begin entries of lists; `undefined`: none does. */
export function foreignBullets(text: string): Mend | undefined {
  if (!ANY.test(text)) return undefined;
  const edits = [...text.matchAll(ITEM)].map(({ 1: indent = '', index }): TextEdit => {
    const start = index + indent.length;
    return { span: { start, end: start + 1 }, newText: '-' };
  });
  if (edits.length === 0) return undefined;
  const before = compose(text);
  // A hyphen is as long as what it replaces, so that places are the same in both texts.
  const read = compose(applyEdits(text, edits).text);
  if (read.tooDeepAt !== undefined || read.tooMany) return undefined;
  const items = edits.filter(
    ({ span }) => read.tokens[tokenIndexAt(read.tokens, span.start)]?.kind === 'seq-item-ind',
  );
  const [first] = items;
  const left = items.length === edits.length ? read : compose(applyEdits(text, items).text);
  if (first === undefined || left.errors.length > before.errors.length) return undefined;
  const bullet = text.slice(first.span.start, first.span.end);
  return {
    problem: {
      code: 'yaml-trap',
      ...(before.errors.length === 0 ? { accepted: true } : {}),
      span: first.span,
      message: `A list entry begins with a hyphen, and YAML takes "${bullet}" for something else. Write "-".`,
      fix: { title: items.length === 1 ? 'Write a hyphen' : 'Write hyphens', edits: items },
    },
    edits: items,
  };
}
