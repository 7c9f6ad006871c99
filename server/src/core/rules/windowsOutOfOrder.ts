import { windowsOutOfOrder as outOfOrder, type Planned } from '../analysis/windows.ts';
import { maximumFindings } from '../limits.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Fix, Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { moveBehind } from './support/moves.ts';
import { twoItems } from './support/suites.ts';
import { quoted } from './support/words.ts';

const phases = (first: string, second: string): string => `${head}phases:
  - phase: Contain
    window: ${first}
    steps:
      - { skill: site-reliability-engineer, do: Restore the service }
  - phase: Learn
    window: ${second}
    steps:
      - { skill: technical-writer, do: Write down what happened }
`;

const milestones = (...windows: readonly string[]): string => `${oneStep}timeline:
  milestones:
${windows.map(each => `    - { window: ${each} }\n`).join('')}`;

export const windowsOutOfOrder: Rule = {
  code: 'windows-out-of-order',
  family: 'time',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A window is over before an earlier one in the list begins.',
  details:
    'Phases run in the order in which they are listed, and people read milestones from the first to the last. Where a later one has a window that is over before that of an earlier one begins, either a number is wrong or the list is. Change one of the windows, or move the entry. Milestones may be moved by the quick fix; the order of phases is the order in which the chain runs.',
  valid: [
    { text: phases('weeks 1-2', 'weeks 3-4') },
    { text: milestones('day 1, what: Contained', 'day 1, what: Told', 'day 3, what: Restored') },
    { text: phases('weeks 3-4', 'weeks 1-2\n    because: what is learned first is planned last') },
  ],
  invalid: [
    { text: phases('weeks 3-4', 'weeks 1-2\n#           ^^^^^^^^^') },
    {
      text: milestones('day 1, what: Contained', 'day 7, what: Restored', 'days 2-3, what: Told').replace(
        /$/,
        '#               ^^^^^^^^\n',
      ),
      fixed: milestones('day 1, what: Contained', 'days 2-3, what: Told', 'day 7, what: Restored'),
    },
    {
      text: `${twoItems}phases:
  - { phase: Foundation, window: weeks 5-8, items: [baseline] }
  - { phase: Hardening, window: weeks 1-4, items: [threats] }
#                               ^^^^^^^^^
`,
    },
  ],
  *check({ document, chain, suite, soundness }) {
    const milestones = chain?.milestones.map(each => ({ ...each, name: each.what })) ?? [];
    const phases: readonly Planned[] = chain?.phases ?? suite?.phases ?? [];
    for (const { earlier, later, count } of outOfOrder(phases, maximumFindings)) {
      if (soundness.holdsAt(earlier.window.span)) yield finding(document, earlier, later, count, []);
    }
    for (const { earlier, later, count } of outOfOrder(milestones, maximumFindings)) {
      if (!soundness.holdsAt(earlier.window.span)) continue;
      yield finding(document, earlier, later, count, moved(document, earlier.syntax, later.syntax, count));
    }
  },
};

type Out = ReturnType<typeof outOfOrder>[number];

const finding = (
  { uri }: DocumentState,
  earlier: Out['earlier'],
  later: Out['later'],
  count: number,
  fixes: readonly Fix[],
) => ({
  span: later.window.span,
  message: `This window is over before that of ${quoted(earlier.name.text)} begins${count > 1 ? `, and those of ${count - 1} more` : ''}, which ${count > 1 ? 'come' : 'comes'} earlier in the list. Change one of the windows, or move the entry.`,
  related: [
    { uri, span: earlier.window.span, message: `This is the window of ${quoted(earlier.name.text)}.` },
  ],
  ...(fixes.length > 0 && { fixes }),
});

/** Milestones order nothing, so the one that comes too early may go behind the other. */
function moved(
  document: DocumentState,
  earlier: SyntaxNode,
  later: SyntaxNode,
  count: number,
): readonly Fix[] {
  const edits = count === 1 ? moveBehind(document, earlier, later) : undefined;
  return edits === undefined ? [] : [{ title: 'Move the other milestone behind this one', edits }];
}
