/** `skill:privacy-engineer`: without a blank behind it a colon is part of the text, and there is no key. */
import type { Span } from '../../util/span.ts';
import type { Mend } from '../mend.ts';
import type { SyntaxNode } from '../tree.ts';
import { HARD, HARD_MESSAGE, HARD_TITLE } from './hardBlank.ts';
import type { TreeTrap } from './treeTrap.ts';

/** A key as the language writes them, a colon, a value; no address (`https://…`), no time (`10:30`). */
const TIGHT_KEY = new RegExp(`^([A-Za-z][\\w-]*):([${HARD}]*)(?![/\\s])\\S`);

/** Where the root itself, or an entry of `{…}` without a value, is such a text. */
export const missingBlank: TreeTrap = ({ text, nodes }) =>
  nodes.filter(isRootOrLoneKey).flatMap(({ span }) => tightKey(text, span) ?? []);

function isRootOrLoneKey(node: SyntaxNode): boolean {
  const { parent } = node;
  if (node.kind !== 'scalar' || node.style !== 'plain') return false;
  if (parent === undefined) return true;
  return (
    parent.kind === 'entry' && parent.key === node && parent.parent.flow && parent.span.end === node.span.end
  );
}

/** The trap, if the text at a span's start is a key with its value stuck to it. */
export function tightKey(text: string, span: Span): Mend | undefined {
  const [, key, hard = ''] =
    TIGHT_KEY.exec(text.slice(span.start, Math.min(span.end, span.start + 200))) ?? [];
  if (key === undefined) return undefined;
  const behind = span.start + key.length + 1;
  if (hard !== '') {
    const at = { start: behind, end: behind + hard.length };
    const edits = [{ span: at, newText: ' '.repeat(hard.length) }];
    const fix = { title: HARD_TITLE, edits };
    return { problem: { code: 'yaml-trap', span: at, message: HARD_MESSAGE, fix }, edits };
  }
  const edits = [{ span: { start: behind, end: behind }, newText: ' ' }];
  const written = /^\S+/.exec(text.slice(span.start, span.end))?.[0] ?? key;
  return {
    problem: {
      code: 'yaml-trap',
      span: { start: span.start, end: span.start + written.length },
      message: `Without a blank behind its colon "${key}:" is no key but text. Write "${key}: ".`,
      fix: { title: 'Insert a blank behind the colon', edits },
    },
    edits,
  };
}
