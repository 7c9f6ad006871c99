import type { Shape } from '../../../../schemas/table.ts';
import type { ShapeProblem } from '../model/shape.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { columnOf, lineEndOf } from '../syntax/textLines.ts';
import type { ListNode, ScalarNode } from '../syntax/tree.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { intoList } from './support/intoList.ts';
import { intoMap } from './support/intoMap.ts';
import { measureMap } from './support/measureForms.ts';
import { pairFixes, pairOf } from './support/pairs.ts';
import { isPlainInFlow, singleQuoted } from './support/scalars.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { plainWrongTypes } from './support/traps.ts';
import { howToWrite, onlyKeyOf } from './support/wanted.ts';
import { quoted } from './support/words.ts';

type WrongType = Extract<ShapeProblem, { code: 'wrong-type' }>;

export const wrongType: Rule = {
  code: 'wrong-type',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A value is not of the kind that its key takes.',
  details:
    'Each key takes a text, a number, a list or a mapping. A value of another kind cannot be read, and neither can what is in it. An empty value counts as nothing.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
inputs:
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
      text: `chain: restore-service
title: Restore the service
steps: restore the service
#      ^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do:
#   ^^
`,
    },
    {
      text: `chain: restore-service
title: [Restore the service]
#      ^^^^^^^^^^^^^^^^^^^^^
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
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
  -
# ^
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
#^^^^
  skill: site-reliability-engineer
  do: Restore the service
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
steps:
  - site-reliability-engineer
#   ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: To be written
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
inputs: { alert: What fired, logs: What was written }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: alert, logs
#          ^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
inputs: { alert: What fired, logs: What was written }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [alert, logs]
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
inputs: { alert: What fired, logs: What was written }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    checklist:
      -Counts are equal
#     ^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
inputs: { alert: What fired, logs: What was written }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    checklist:
      - Counts are equal
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - parallel:
#   ^^^^^^^^
      steps:
        - skill: site-reliability-engineer
          do: Restore the service
        - skill: technical-writer
          do: Tell the customers
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - parallel:
        - skill: site-reliability-engineer
          do: Restore the service
        - skill: technical-writer
          do: Tell the customers
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    checklist:
      • Counts are equal
#     ^^^^^^^^^^^^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    checklist:
      - Counts are equal
`,
    },
  ],
  *check(context) {
    const { document } = context;
    // A repeated key is one mistake, and has a finding of its own.
    const repeated = new Set(
      shapeProblems(document, 'duplicate-key').flatMap(({ entry, first }) => [entry, first]),
    );
    // Whose list stands beside it wants that, and is told so there.
    const awaiting = new Set(shapeProblems(document, 'unlisted').map(({ entry }) => entry));
    const groups = new Map<unknown, WrongType[]>();
    for (const problem of plainWrongTypes(document)) {
      if (problem.found === 'nothing' && problem.entry !== undefined && repeated.has(problem.entry)) continue;
      if (problem.node?.kind === 'scalar' && problem.entry !== undefined && awaiting.has(problem.entry))
        continue;
      const group = groupOf(document, problem);
      const others = groups.get(group);
      if (others === undefined) groups.set(group, [problem]);
      else others.push(problem);
    }
    for (const [problem, ...others] of [...groups.values()].flatMap(byKind)) {
      if (problem === undefined) continue;
      const measure = problem.node?.kind === 'scalar' ? measureMap(problem.node, problem.shape) : undefined;
      const advice = measure === undefined ? howToWrite(problem) : ` Write ${measure}.`;
      const message = messageOf(document, problem) + advice + alike(problem, others.length);
      yield { span: problem.span, message, fixes: fixes(context, problem) };
    }
  },
};

/** Entries of one list or map that are wrong alike are so for one reason, a lost line above them: they make one finding. */
function groupOf(document: DocumentState, problem: WrongType): unknown {
  const { node, entry } = problem;
  if (problem.found !== 'a mapping' && problem.found !== 'a list') return problem;
  if (node?.parent?.kind === 'list') return node.parent;
  const isNamed = entry !== undefined && document.shape.shapes.get(entry.parent)?.type === 'map';
  return isNamed ? entry.parent : problem;
}

/** Lists and mappings within one group are wrong in two ways. */
const byKind = (group: readonly WrongType[]): readonly (readonly WrongType[])[] => [
  group.filter(({ found }) => found === 'a list'),
  group.filter(({ found }) => found !== 'a list'),
];

function alike({ found }: WrongType, count: number): string {
  if (count === 0) return '';
  const what = found === 'a list' ? 'lists' : 'mappings';
  return count === 1
    ? ` One more entry beside it is ${found} too.`
    : ` ${count} more entries beside it are ${what} too.`;
}

function messageOf(document: DocumentState, { node, entry, shape, expected, found }: WrongType): string {
  const isItem = node?.parent?.kind === 'list';
  const name = isItem || entry === undefined ? 'This' : quoted(entry.key.text);
  if (found === 'nothing') {
    if (isItem) return `This list entry is empty. Write ${expected}, or remove the entry.`;
    const isRequired = entry !== undefined && document.shape.keys.get(entry)?.required === true;
    return `${name} has no value. Write ${expected}${isRequired ? '' : ', or remove the key'}.`;
  }
  const isRightKind = node?.kind === 'scalar' && takesScalar(shape);
  const is = isRightKind ? quoted(node.text) : found;
  if (isItem) return `This list wants ${expected} here, not ${is}.`;
  return entry === undefined
    ? `A document of this kind is ${expected}, not ${is}.`
    : `${name} wants ${expected}, not ${is}.`;
}

function fixes(context: RuleContext, problem: WrongType): readonly Fix[] {
  const { document, project } = context;
  const { node, shape } = problem;
  if (node?.kind === 'map') {
    const pair = pairOf(context, node, shape);
    return pair === undefined ? intoList(context, node, shape) : pairFixes(document, node, pair);
  }
  if (node?.kind === 'list') return [...outOfList(document, node, shape), ...intoMap(document, node, shape)];
  if (node?.kind !== 'scalar' || node.text === '' || node.style === 'literal' || node.style === 'folded')
    return [];
  const source = document.text.slice(node.span.start, node.span.end);
  if (takesTexts(shape)) {
    const isPlain = node.style === 'plain';
    if (isPlain && /^-[^\s-]/.test(source)) return afterDash(document, node);
    const isLong = /[\r\n]/.test(source);
    const entries = isPlain && (isLong || bullet.test(source)) ? eachLine(document, node) : [];
    if (entries.length > 0) return entries;
    const isWhole = !isPlain || isPlainInFlow(node.text) || namesApart.test(node.text);
    const item = isWhole ? source : singleQuoted(node.text);
    return [
      {
        title: 'Make it a list',
        edits: [{ span: node.span, newText: `[${item}]` }],
        preferred: true,
        safe: !isLong,
      },
    ];
  }
  const measure = measureMap(node, shape);
  if (measure !== undefined) {
    const edits = [{ span: node.span, newText: measure }];
    return [{ title: `Change to ${measure}`, edits, preferred: true }];
  }
  const key = onlyKeyOf(shape);
  if (key !== undefined && node.parent?.kind === 'list' && !node.parent.flow) {
    const { start } = node.span;
    return [
      {
        title: `Write it under "${key}"`,
        edits: [{ span: { start, end: start }, newText: `${key}: ` }],
        preferred: true,
      },
    ];
  }
  const isSkill = project.skillsFor(document.uri).resolve(node.text).kind !== 'unknown';
  return isSkill ? step(document, node, shape, source) : [];
}

/** Names with commas between them, which a list takes one by one. */
const namesApart = /^[\w@.-]+(?:, *[\w@.-]+)+$/;

/** Lines that begin with a dash were meant as entries; to YAML they are one text. */
function afterDash(document: DocumentState, { span }: ScalarNode): readonly Fix[] {
  const start = document.lines.line(document.lines.position(span.start).line).start;
  const lines = document.text.slice(start, span.end).split(/(?<=\r\n|\n|\r(?!\n))/);
  if (!lines.every(line => /^\s*(?:-[^\s-]|$)/.test(line))) return [];
  const edits = [...document.text.slice(start, span.end).matchAll(/^[ \t]*-/gm)].map(({ 0: dash, index }) => {
    const at = start + index + dash.length;
    return { span: { start: at, end: at }, newText: ' ' };
  });
  const title = edits.length === 1 ? 'Insert a blank behind the dash' : 'Insert a blank behind each dash';
  return [{ title, edits, preferred: true, safe: true }];
}

/** What stands before an entry of a list elsewhere: `•`, `–`, `1.`, `a)`. */
const bullet = /^(?:[•‣▪●◦·–—−]|\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)/;

/** Lines in one column below their key were meant as entries, which lack their dashes; to YAML they are one text. */
function eachLine(document: DocumentState, { span, parent }: ScalarNode): readonly Fix[] {
  const { lines, text } = document;
  const first = lines.position(span.start);
  const { start } = lines.line(first.line);
  const isBelow = parent?.kind === 'entry' && text.slice(start, span.start).trim() === '';
  const written = text.slice(start, span.end).split(/\r\n|\n|\r/);
  const column = span.start - start;
  const isEntry = (line: string): boolean => /^ *(?=\S)/.exec(line)?.[0].length === column;
  if (!isBelow || !written.every(line => line.trim() === '' || isEntry(line))) return [];
  const edits = written.flatMap((line, at) => {
    if (!isEntry(line)) return [];
    const from = lines.line(first.line + at).start + column;
    const foreign = bullet.exec(line.slice(column))?.[0] ?? '';
    return { span: { start: from, end: from + foreign.length }, newText: '- ' };
  });
  return [{ title: 'Make each line an entry of the list', edits, preferred: true }];
}

/** A skill alone where a node is wanted becomes a step; behind an anchor no map may begin. */
function step(document: DocumentState, node: ScalarNode, shape: Shape, source: string): readonly Fix[] {
  const isNode = shape.type === 'variant' && Object.hasOwn(shape.by, 'skill');
  if (
    !isNode ||
    node.anchor !== undefined ||
    node.parent?.kind !== 'list' ||
    node.parent.flow ||
    /[\r\n]/.test(source)
  )
    return [];
  const indent = ' '.repeat(columnOf(document, node.span.start));
  const newText = `skill: ${source}${lineEndOf(document)}${indent}do: To be written`;
  return [{ title: 'Make it a step', edits: [{ span: node.span, newText }], preferred: true }];
}

/** A single text in a list comes out of it. */
function outOfList(document: DocumentState, list: ListNode, shape: Shape): readonly Fix[] {
  const [item] = list.items;
  if (shape.type !== 'scalar' || list.items.length !== 1 || item?.kind !== 'scalar' || item.text === '')
    return [];
  const line = (offset: number): number => document.lines.position(offset).line;
  if (line(item.span.start) !== line(list.span.start)) return [];
  const newText = document.text.slice(item.span.start, item.span.end);
  return [
    { title: 'Take it out of the list', edits: [{ span: list.span, newText }], preferred: true, safe: true },
  ];
}

const takesScalar = (shape: Shape): boolean =>
  shape.type === 'scalar' || (shape.type === 'choice' && shape.options.some(takesScalar));

const takesTexts = (shape: Shape): boolean =>
  shape.type === 'list'
    ? shape.of.type === 'scalar' ||
      (shape.of.type === 'choice' && shape.of.options.some(each => each.type === 'scalar'))
    : shape.type === 'choice' && shape.options.some(takesTexts);
