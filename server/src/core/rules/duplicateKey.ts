import type { ShapeProblem } from '../model/shape.ts';
import { isNothing } from '../model/shapeWords.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { MapNode } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { removeEntry } from './support/edits.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { bare, quoted } from './support/words.ts';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  family: 'text',
  severity: 'error',
  generic: true,
  reliesOn: 'place',
  summary: 'A mapping has the same key twice.',
  details:
    'If a key is repeated, only one of its values can count, and tools do not agree on which. Join the two values, or remove one of them.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - skill: technical-writer
    do: Write down what happened
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    do: Restore it again
#   ^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
  alert: When it fired
# ^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
      fixed: `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    skill: technical-writer
#   ^^^^^
    do: Write down what happened
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  - skill: technical-writer
    do: Write down what happened
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
steps:
#^^^^
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
    const byMap = new Map<MapNode, Repeated[]>();
    for (const problem of shapeProblems(document, 'duplicate-key')) {
      const others = byMap.get(problem.entry.parent);
      if (others === undefined) byMap.set(problem.entry.parent, [problem]);
      else others.push(problem);
    }
    for (const [map, problems] of byMap) {
      const lostDash = problems.length > 1 ? dashBefore(document, map, problems) : undefined;
      if (lostDash !== undefined) yield lostDash;
      else for (const problem of problems) yield repeated(document, problem);
    }
  },
};

type Repeated = Extract<ShapeProblem, { code: 'duplicate-key' }>;

function repeated(document: DocumentState, { entry, first, span }: Repeated): Finding {
  const record = document.shape.records.get(entry.parent);
  const where = record === undefined ? 'here' : `in this ${bare(record.title)}`;
  const key = quoted(entry.key.text);
  // Of two of which one is empty, that one is too many.
  const isFirstEmpty = isNothing(first.value) && !isNothing(entry.value);
  const edits = removeEntry(document, isFirstEmpty ? first : entry);
  const title = isFirstEmpty ? `Remove the ${key} without a value` : `Remove this ${key}`;
  return {
    span,
    message: `${key} stands twice ${where}. Join both values in one, or remove one of them.`,
    related: [{ uri: document.uri, span: first.key.span, message: `${key} stands here first.` }],
    fixes:
      edits === undefined ? [] : [{ title, edits, ...(isFirstEmpty ? { preferred: true, safe: true } : {}) }],
  };
}

/** Several keys of a list entry that begin anew: the dash before them was lost. */
function dashBefore(
  { text, uri, shape }: DocumentState,
  map: MapNode,
  problems: readonly Repeated[],
): Finding | undefined {
  const [problem] = problems;
  const { parent } = map;
  if (problem === undefined || parent?.kind !== 'list' || parent.flow || map.flow) return undefined;
  const { entry, first, span } = problem;
  const dash = { start: entry.span.start - 2, end: entry.span.start };
  const isIndented = text.slice(dash.start, dash.end) === '  ';
  const title = bare(shape.records.get(map)?.title ?? 'an entry');
  return {
    span,
    message: `${quoted(entry.key.text)} and ${problems.length - 1} more of the keys from here on stand twice in this ${title}. If a new entry begins here, put a dash before it.`,
    related: [{ uri, span: first.key.span, message: `${quoted(first.key.text)} stands here first.` }],
    fixes: isIndented
      ? [{ title: 'Begin a new entry with a dash', edits: [{ span: dash, newText: '- ' }], preferred: true }]
      : [],
  };
}
