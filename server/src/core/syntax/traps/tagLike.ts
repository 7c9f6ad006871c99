/** `do: !important rotate keys`: a word with `!` before it is a tag to YAML, and no part of the text. */
import type { Mend } from '../mend.ts';
import { excerpt, quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

export const tagLike: TreeTrap = ({ text, nodes }) =>
  nodes.flatMap((node): Mend[] => {
    const { tag, span } = node.kind === 'alias' ? { tag: undefined, span: node.span } : node;
    if (tag === undefined || tag.startsWith('!!') || tag.startsWith('!<')) return [];
    if (isDeclared(tag, text)) return [];
    if (node.kind !== 'scalar' || node.style !== 'plain' || node.anchor !== undefined) return [];
    const start = text.lastIndexOf(tag, span.start);
    const whole = { start, end: node.text === '' ? start + tag.length : span.end };
    if (start < 0 || /[\n\r&]/.test(text.slice(start, whole.end))) return [];
    return [
      quotingMend(
        text,
        whole,
        `YAML reads ${tag} as a tag and not as text. Put "${excerpt(text, whole)}" in quotes.`,
      ),
    ];
  });

/** Whether the handle of a tag, `!e!` of `!e!str`, is one that a directive before the document declares: nobody writes both by mistake. */
function isDeclared(tag: string, text: string): boolean {
  const [handle] = /^![\w-]+!/.exec(tag) ?? [];
  if (handle === undefined) return false;
  const before = text.split(/^---(?:\s|$)/m, 1)[0] ?? '';
  return before.split(/\r\n?|\n/).some(line => line.split(/[ \t]+/, 2).join(' ') === `%TAG ${handle}`);
}
