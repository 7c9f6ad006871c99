import { jumpTargetsFrom } from '../analysis/jumps.ts';
import { nodeAt } from '../model/references.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import type { Rule, RuleContext } from './rule.ts';
import { changesTo } from './support/scalars.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { didYouMean, enumerated, quoted } from './support/words.ts';

export const wrongValue: Rule = {
  code: 'wrong-value',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A value is not one of the words allowed for its key.',
  details:
    'Some keys take one of a few words, and tools act on exactly these. Write one of the words that the message lists.',
  valid: [
    {
      text: `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    stage: [operate]
`,
      path: 'more.skills.yaml',
      files: {},
    },
  ],
  invalid: [
    {
      text: `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    stage: [operat]
#           ^^^^^^
`,
      path: 'more.skills.yaml',
      files: {},
      fixed: `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    stage: [operate]
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    if-refused: again
#               ^^^^^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
handoffs:
  - escalates-to: post-mortem
    blocks: yes
#           ^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
handoffs:
  - escalates-to: post-mortem
    blocks: true
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    if-refused: restore
#               ^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    if-refused: { back-to: restore, at-most: 1 }
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - parallel:
      - skill: site-reliability-engineer
        do: Restore the service
      - skill: technical-writer
        do: Tell the customers
    join: 1
#         ^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - parallel:
      - skill: site-reliability-engineer
        do: Restore the service
      - skill: technical-writer
        do: Tell the customers
    join: { at-least: 1 }
`,
    },
  ],
  *check(context) {
    const { document } = context;
    for (const { node, span, values, near } of shapeProblems(document, 'wrong-value')) {
      const written = node.kind === 'scalar' ? quoted(node.text) : 'This';
      const map = node.kind === 'scalar' ? asMap(context, node) : undefined;
      const allowed = otherForms(document, node) ?? allowedTexts(values);
      const advice =
        map !== undefined ? `Write ${map}.` : near.length > 0 ? didYouMean(near) : `Write ${allowed}.`;
      const words = node.kind === 'scalar' ? changesTo(node, near) : [];
      const fixes =
        map === undefined
          ? words
          : [{ title: `Change to ${map}`, edits: [{ span, newText: map }], preferred: true }];
      yield { span, message: `${written} is not allowed here. ${advice}`, fixes };
    }
  },
};

/** What a number of lanes, or the node that a refusal leads back to, is written as. */
function asMap({ chain }: RuleContext, node: ScalarNode): string | undefined {
  const key = node.parent?.kind === 'entry' ? node.parent.key.text : undefined;
  if (key === 'join' && /^[1-9]\d?$/.test(node.text)) return `{ at-least: ${node.text} }`;
  const checkpoint = key === 'if-refused' && chain !== undefined ? nodeAt(chain, node.span.start) : undefined;
  if (chain === undefined || checkpoint === undefined) return undefined;
  const isTarget = jumpTargetsFrom(chain, checkpoint, 'back-to').some(({ id }) => id === node.text);
  return isTarget ? `{ back-to: ${node.text}, at-most: 1 }` : undefined;
}

const allowedTexts = (values: readonly string[]): string =>
  values.length === 1 ? enumerated(values, 'or') : `one of ${enumerated(values, 'or')}`;

/** In the words of the schemas, where the key takes more than texts; `undefined` where it does not. */
function otherForms({ shape }: DocumentState, node: SyntaxNode): string | undefined {
  const key = node.parent?.kind === 'entry' ? shape.keys.get(node.parent) : undefined;
  const isChoice = key?.shape.type === 'choice' && key.shape.options.some(({ type }) => type !== 'scalar');
  return isChoice ? key.type : undefined;
}
