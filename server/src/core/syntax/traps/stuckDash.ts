/** `-skill: writer`: without a blank behind it a dash is part of the key, and there is no list. */
import type { Span } from '../../util/span.ts';
import { lineAt, type Mend, type Mender } from '../mend.ts';
import type { TreeTrap } from './treeTrap.ts';

/** A dash, and a key as the language writes them; no option of a command (`--all`), no number. */
const STUCK = /^-[A-Za-z][\w-]*$/;

/** Where such a key makes the lines below it stand wrong. */
export const stuckDash: Mender = ({ text }, error) => {
  const line = lineAt(text, error.start);
  const above = lineAt(text, Math.max(0, line.span.start - 1));
  const stuck = [line, above].find(({ key }) => key !== undefined && STUCK.test(key.text));
  return stuck?.key && mendOf(text, stuck.key.span);
};

/** Where nothing stands below it, so that YAML sees nothing wrong. */
export const stuckDashAlone: TreeTrap = ({ text, nodes }) =>
  nodes.flatMap(node =>
    node.kind === 'scalar' &&
    node.style === 'plain' &&
    node.parent?.kind === 'entry' &&
    node.parent.key === node &&
    !node.parent.parent.flow &&
    STUCK.test(node.text)
      ? [mendOf(text, node.span)]
      : [],
  );

function mendOf(text: string, key: Span): Mend {
  const behind = key.start + 1;
  const edits = [{ span: { start: behind, end: behind }, newText: ' ' }];
  const name = text.slice(behind, key.end);
  return {
    problem: {
      code: 'yaml-trap',
      span: key,
      message: `Without a blank behind it the dash is part of the key "-${name}", and begins no list entry. Write "- ${name}".`,
      fix: { title: 'Insert a blank behind the dash', edits },
    },
    edits,
  };
}
