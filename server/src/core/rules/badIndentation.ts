import type { DocumentState } from '../project/snapshot.ts';
import { columnOf, lineEndBehind } from '../syntax/textLines.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import type { Edit } from './support/edits.ts';
import { head } from './support/examples.ts';
import { nestedFinding } from './support/nested.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { quoted } from './support/words.ts';

export const badIndentation: Rule = {
  code: 'bad-indentation',
  family: 'text',
  severity: 'error',
  reliesOn: 'place',
  summary: 'Keys stand further left or further in than where they belong.',
  details:
    'What belongs to a key is written below it and indented further. Without the indentation the key has no value, and what was meant as its value is taken for separate keys. The keys of the document itself begin at the left, and not below one that holds them all. The quick fix moves them.',
  valid: [
    {
      text: `${head}inputs:
  alert: What fired
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
    },
  ],
  invalid: [
    {
      text: `${head}inputs:
alert: What fired
#^^^^
dashboard: Where to look
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `${head}inputs:
  alert: What fired
  dashboard: Where to look
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    by: incident-commander
    if-refused:
    back-to: restore
#   ^^^^^^^
    at-most: 2
`,
      fixed: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    by: incident-commander
    if-refused:
      back-to: restore
      at-most: 2
`,
    },
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    if-refused:
      back-to: restore
    at-most: 2
#   ^^^^^^^
`,
      fixed: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    if-refused:
      back-to: restore
      at-most: 2
`,
    },
    {
      path: 'restore-service.chain.yaml',
      text: `workflow:
#^^^^^^^
  chain: restore-service
  title: Restore the service

  # Once it is known what broke.
  steps:
    - skill: site-reliability-engineer
      do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service

# Once it is known what broke.
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain:
#^^^^
  id: restore-service
  title: Restore the service
  steps:
    - skill: site-reliability-engineer
      do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  *check({ document }) {
    for (const problem of shapeProblems(document, 'nested')) yield nestedFinding(document, problem);
    for (const { entry, rest, children, span } of shapeProblems(document, 'outdented')) {
      const [first, ...others] = children;
      const last = others.at(-1) ?? first;
      if (first === undefined || last === undefined) continue;
      const isOne = others.length === 0;
      const what = isOne
        ? `${quoted(first.key.text)} stands`
        : `${quoted(first.key.text)} and what follows stand`;
      const owner = quoted(entry.key.text);
      const how = rest === undefined ? `${owner}, which has no value` : `${owner}, but belongs below it`;
      const them = isOne ? 'it' : 'them';
      yield {
        span,
        message: `${what} beside ${rest === undefined || isOne ? how : `${owner}, but belong below it`}. Indent ${them}.`,
        related: [{ uri: document.uri, span: entry.key.span, message: `${owner} stands here.` }],
        fixes: [
          {
            title: `Indent ${them} below ${owner}`,
            edits: indented(document, entry, rest, first, last),
            preferred: true,
          },
        ],
      };
    }
  },
};

/** Moves every line from the first entry to the end of the last to where the value stands; blank lines stay as they are. */
function indented(
  document: DocumentState,
  owner: Entry,
  rest: MapNode | undefined,
  first: Entry,
  last: Entry,
): readonly Edit[] {
  const { lines } = document;
  const column = columnOf(document, owner.span.start);
  const wanted = rest === undefined ? column + 2 : columnOf(document, rest.span.start);
  const from = lines.position(first.span.start).line;
  const to = lines.position(lineEndBehind(document, last)).line;
  const edits: Edit[] = [];
  for (let line = from; line <= to; line++) {
    const { start, end } = lines.line(line);
    if (end > start)
      edits.push({ span: { start, end: start }, newText: ' '.repeat(Math.max(1, wanted - column)) });
  }
  return edits;
}
