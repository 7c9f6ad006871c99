/** Comments that take a finding away, written where they count: directly above its line, or above all else. */
import { ignoreFile, ignoreLine, suppressedLines } from '../../model/suppressions.ts';
import { lineEndOf } from '../../syntax/textLines.ts';
import type { FeatureContext } from '../feature.ts';
import type { MendableFinding } from './mendable.ts';

/** What stands for the reason until a person writes it. */
const placeholder = 'reason';

export interface Ignoring {
  readonly title: string;
  /** Where the comment goes: the beginning of a line, as an offset. */
  readonly at: number;
  /** The comment with its line end, with nothing behind its colon. */
  readonly text: string;
  /** The same as a snippet, with a place for the reason. */
  readonly snippet: string;
}

/** The comments that would take a finding away; none where it is of a kind that none does. */
export function ignoringsOf({ document }: FeatureContext, finding: MendableFinding): readonly Ignoring[] {
  const { text, lines } = document;
  const code = String(finding.diagnostic.code);
  if (finding.ignorable !== true) return [];
  const line = lines.line(suppressedLines(document)(finding.span.start).at(-1) ?? 0);
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const behindMark = (offset: number): number => (offset === 0 && text.startsWith('\uFEFF') ? 1 : offset);
  const lineEnd = lineEndOf(document);
  const comment = (word: string, before: string): Pick<Ignoring, 'text' | 'snippet'> => ({
    text: `${before}# ${word} ${code}: ${lineEnd}`,
    snippet: `${before}# ${word} ${code}: \${1:${placeholder}}${lineEnd}`,
  });
  return [
    {
      title: `Ignore "${code}" here`,
      at: behindMark(line.start),
      ...comment(ignoreLine, line.start === 0 ? '' : indent),
    },
    { title: `Ignore "${code}" in this file`, at: behindMark(0), ...comment(ignoreFile, '') },
  ];
}
