import type { DocumentState } from '../project/snapshot.ts';
import type { Entry, SyntaxNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { quoted } from './support/words.ts';

export const emptyList: Rule = {
  code: 'empty-list',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only its author knows what belongs in the list.',
  summary: 'A list that needs entries has none.',
  details:
    'A chain without steps, a parallel without lanes or a decision without routes does nothing. Add an entry, or leave the whole key out.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps: []
#      ^^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - parallel: []
#             ^^
`,
    },
  ],
  *check({ document }) {
    for (const { node, span, what } of shapeProblems(document, 'empty-list')) {
      const entry = entryOf(node);
      const isRequired = entry === undefined || isNeeded(document, entry);
      const edits = isRequired ? undefined : removeEntry(document, entry);
      yield {
        span,
        message: `${quoted(what)} is an empty list. Add at least one entry${isRequired ? '' : ', or leave the key out'}.`,
        fixes: edits === undefined ? [] : [{ title: `Remove ${quoted(what)}`, edits }],
      };
    }
  },
};

function isNeeded({ shape }: DocumentState, entry: Entry): boolean {
  const key = entry.key.text;
  const groups = shape.records.get(entry.parent)?.oneOf ?? [];
  return shape.keys.get(entry)?.required !== false || groups.some(group => group.keys.includes(key));
}

const entryOf = (node: SyntaxNode): Entry | undefined =>
  node.parent?.kind === 'entry' ? node.parent : undefined;
