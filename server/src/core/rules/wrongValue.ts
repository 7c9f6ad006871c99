import type { DocumentState } from '../project/snapshot.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
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
  ],
  *check({ document }) {
    for (const { node, span, values, near } of shapeProblems(document, 'wrong-value')) {
      const written = node.kind === 'scalar' ? quoted(node.text) : 'This';
      const allowed = otherForms(document, node) ?? allowedTexts(values);
      const advice = near.length > 0 ? didYouMean(near) : `Write ${allowed}.`;
      yield {
        span,
        message: `${written} is not allowed here. ${advice}`,
        fixes: node.kind === 'scalar' ? changesTo(node, near) : [],
      };
    }
  },
};

const allowedTexts = (values: readonly string[]): string =>
  values.length === 1 ? enumerated(values, 'or') : `one of ${enumerated(values, 'or')}`;

/** In the words of the schemas, where the key takes more than texts; `undefined` where it does not. */
function otherForms({ shape }: DocumentState, node: SyntaxNode): string | undefined {
  const key = node.parent?.kind === 'entry' ? shape.keys.get(node.parent) : undefined;
  const isChoice = key?.shape.type === 'choice' && key.shape.options.some(({ type }) => type !== 'scalar');
  return isChoice ? key.type : undefined;
}
