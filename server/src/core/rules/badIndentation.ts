import type { DocumentState } from '../project/snapshot.ts';
import type { Entry } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { type Edit, lineEndBehind } from './support/edits.ts';
import { head } from './support/examples.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { quoted } from './support/words.ts';

export const badIndentation: Rule = {
  code: 'bad-indentation',
  severity: 'error',
  reliesOn: 'place',
  summary: 'Keys stand beside the key whose value they are.',
  details:
    'What belongs to a key stands below it and is indented deeper. Without the indentation the key has no value, and what was meant as its value is taken for keys of its own. The quick fix indents it.',
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
  ],
  *check({ document }) {
    for (const { entry, children, span } of shapeProblems(document, 'outdented')) {
      const [first, ...others] = children;
      const last = others.at(-1) ?? first;
      if (first === undefined || last === undefined) continue;
      const name = quoted(first.key.text);
      const what = others.length === 0 ? `${name} stands` : `${name} and what follows stand`;
      const owner = quoted(entry.key.text);
      yield {
        span,
        message: `${what} beside ${owner}, which has no value. Indent ${others.length === 0 ? 'it' : 'them'} to put ${others.length === 0 ? 'it' : 'them'} below ${owner}.`,
        related: [{ uri: document.uri, span: entry.key.span, message: `${owner} has no value.` }],
        fixes: [
          { title: `Indent it below ${owner}`, edits: indented(document, first, last), preferred: true },
        ],
      };
    }
  },
};

/** Two blanks more for every line from the first entry to the end of the last; blank lines stay as they are. */
function indented(document: DocumentState, first: Entry, last: Entry): readonly Edit[] {
  const { lines } = document;
  const from = lines.position(first.span.start).line;
  const to = lines.position(lineEndBehind(document, last)).line;
  const edits: Edit[] = [];
  for (let line = from; line <= to; line++) {
    const { start, end } = lines.line(line);
    if (end > start) edits.push({ span: { start, end: start }, newText: '  ' });
  }
  return edits;
}
