/** What deviates from the table, as one line for each problem: its code, the text it covers, and what else it says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { table } from '../../../schemas/generated/table.ts';
import { checkShape } from '../../../server/src/core/model/checkShape.ts';
import type { ShapeProblem } from '../../../server/src/core/model/shape.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';

const chain = (body: string): string => `chain: a\ntitle: A\n${body}`;
const steps = (body: string): string => chain(`steps:\n${body}`);

function problems(text: string, kind: 'chain' | 'catalogue' | 'configuration' = 'chain'): readonly string[] {
  const { root } = parseSyntax(text);
  return checkShape(root, table, kind).problems.map(problem => line(text, problem));
}

function line(text: string, problem: ShapeProblem): string {
  const at = text.slice(problem.span.start, problem.span.end).split('\n')[0];
  return `${problem.code} at ${at}${detail(problem)}`;
}

function detail(problem: ShapeProblem): string {
  if (problem.code === 'unknown-key') return `: ${problem.near.join(', ')}`;
  if (problem.code === 'missing-key') return `: ${problem.keys.join(', ')}`;
  if (problem.code === 'unknown-variant')
    return `: ${problem.name}, near ${problem.near?.keys.join(', ') ?? 'none'}`;
  if (problem.code === 'wrong-type') return `: ${problem.expected}, not ${problem.found}`;
  if (problem.code === 'unlisted')
    return `: ${problem.children.map(({ key }) => key.text).join(', ')} under ${problem.key.key}`;
  if (problem.code === 'wrong-value') return `: ${problem.values.join(', ')}`;
  return '';
}

const cases: Readonly<Record<string, { readonly text: string; readonly problems: readonly string[] }>> = {
  'a whole chain': { text: steps('  - skill: s\n    do: d\n'), problems: [] },
  'a scalar as the document': { text: 'chai', problems: ['wrong-type at chai: a chain, not a text'] },
  'a misspelled key stands for the missing one': {
    text: 'chain: a\ntitel: A\nsteps:\n  - skill: s\n    do: d\n',
    problems: ['unknown-key at titel: title'],
  },
  'a synonym stands for the missing one': {
    text: steps('  - role: s\n    do: d\n'),
    problems: ['unknown-variant at role: a node, near skill'],
  },
  'a synonym among the keys': {
    text: steps('  - skill: s\n    do: d\n    requires: [x]\n'),
    problems: ['unknown-key at requires: needs'],
  },
  'words of other tools': {
    text: steps(
      '  - checkpoint: c\n    approved-by: s\n    on-reject: { back-to: a, at-most: 1 }\n    acceptance-criteria: [d]\n',
    ),
    problems: [
      'unknown-key at approved-by: by',
      'unknown-key at on-reject: if-refused',
      'unknown-key at acceptance-criteria: criteria',
    ],
  },
  'free keys': { text: `x-a: { b: 1 }\n${steps('  - skill: s\n    do: d\n    x-b: [1]\n')}`, problems: [] },
  'a repeated key': {
    text: steps('  - skill: s\n    do: d\n    do: e\n'),
    problems: ['duplicate-key at do'],
  },
  'two kinds of node in one': {
    text: steps('  - skill: s\n    do: d\n    checkpoint: c\n    by: x\n'),
    problems: ['conflicting-keys at checkpoint'],
  },
  'skill and team': {
    text: steps('  - skill: s\n    team: t\n    do: d\n'),
    problems: ['conflicting-keys at team'],
  },
  'steps and phases': {
    text: `${steps('  - skill: s\n    do: d\n')}phases:\n  - phase: p\n    steps:\n      - skill: s\n        do: d\n`,
    problems: ['conflicting-keys at phases'],
  },
  'neither steps nor phases': { text: chain(''), problems: ['missing-key at chain: steps, phases'] },
  'a node of no kind': {
    text: steps('  - do: d\n'),
    problems: ['unknown-variant at do: a node, near none'],
  },
  'a node of no kind whose other keys are unknown': {
    text: steps('  - colour: green\n    shape: round\n'),
    problems: ['unknown-variant at colour: a node, near none'],
  },
  'a text for a list': {
    text: chain('steps: d\n'),
    problems: ['wrong-type at d: a list of nodes, not a text'],
  },
  'an empty value': {
    text: steps('  - skill: s\n    do:\n'),
    problems: ['wrong-type at do: a text, not nothing'],
  },
  'a null': {
    text: steps('  - skill: s\n    do: ~\n'),
    problems: ['wrong-type at ~: a text, not nothing'],
  },
  'an empty item': {
    text: steps('  - skill: s\n    do: d\n  -\n'),
    problems: ['wrong-type at -: a node, not nothing'],
  },
  'a node beside the list that takes it': {
    text: steps(
      '  - decision: q\n    routes:\n      - when: w\n        skill: s\n        go: stop\n        do: d\n      - otherwise: next\n',
    ),
    problems: ['unlisted at skill: skill, do under steps'],
  },
  'a node beside the text in the place of its list': {
    text: steps(
      '  - decision: q\n    routes:\n      - when: w\n        go: stop\n      - otherwise: next\n        skill: s\n',
    ),
    problems: ['unlisted at skill: skill under otherwise'],
  },
  'a list beside the key that takes it': {
    text: steps(
      '  - decision: q\n    routes:\n      - when: w\n        go: stop\n      - otherwise:\n        steps:\n          - skill: s\n            do: d\n',
    ),
    problems: ['unlisted at steps: steps under otherwise'],
  },
  'a node beside a list that is there': {
    text: steps(
      '  - decision: q\n    routes:\n      - when: w\n        steps:\n          - skill: s\n            do: d\n        skill: s\n      - otherwise: next\n',
    ),
    problems: ['unknown-key at skill: '],
  },
  'a node beside a list that excludes it': {
    text: chain('skill: s\nphases:\n  - phase: p\n    steps:\n      - skill: s\n        do: d\n'),
    problems: ['unknown-key at skill: '],
  },
  'an empty list': { text: chain('steps: []\n'), problems: ['empty-list at []'] },
  'no whole number': {
    text: steps('  - checkpoint: c\n    if-refused: { back-to: a, at-most: two }\n'),
    problems: ['wrong-type at two: a whole number from 1, not a text'],
  },
  'none of the values': {
    text: steps('  - checkpoint: c\n    if-refused: sotp\n'),
    problems: ['wrong-value at sotp: stop'],
  },
  'a key that is everybody else’s': {
    text: `__proto__: x\nconstructor: y\n${steps('  - skill: s\n    do: d\n')}`,
    problems: ['unknown-key at __proto__: ', 'unknown-key at constructor: '],
  },
  'an alias is held against the shape of its target': {
    text: steps('  - &a { skill: s, do: d }\n  - *a\n  - skill: *a\n    do: d\n'),
    problems: ['wrong-type at *a: a skill, not a mapping'],
  },
  'what an anchor in a free key holds is looked at where it is used': {
    text: `x-step: &a { skill: s, dou: d }\n${steps('  - *a\n')}`,
    problems: ['unknown-key at dou: do'],
  },
};

describe('checkShape', () => {
  for (const [name, { text, problems: wanted }] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(problems(text), wanted));
  }

  test('gives names that are keys of a map the meaning of the map’s keys', () => {
    const text = 'skills:\n  writer: { title: Writer }\n';
    const { root } = parseSyntax(text);
    const { shapes } = checkShape(root, table, 'catalogue');
    const named = [...shapes].filter(([, shape]) => shape.type === 'scalar' && shape.meaning === 'skill-id');
    assert.deepEqual(
      named.map(([node]) => text.slice(node.span.start, node.span.end)),
      ['writer'],
    );
  });

  test('takes time in proportion to the text, whatever its aliases expand to', () => {
    const levels = Array.from(
      { length: 40 },
      (_, at) => `  - &a${at + 1} { parallel: [*a${at}, *a${at}] }\n`,
    );
    const text = steps(`  - &a0 { skill: s, do: d }\n${levels.join('')}`);
    assert.deepEqual(problems(text), []);
  });
});

/** Where what YAML of old took for yes and no means a level, and a word is not the opposite of the one it is like. */
const levels = { no: 'off', false: 'off', none: 'off', yes: 'on', True: 'on', warn: 'warning' };

for (const [written, meant] of Object.entries(levels))
  test(`a rule that is ${written} is ${meant}`, () => {
    const { root } = parseSyntax(`rules: { unused-product: ${written} }\n`);
    const [problem] = checkShape(root, table, 'configuration').problems;
    assert.deepEqual(problem?.code === 'wrong-value' && problem.near.slice(0, 1), [meant]);
  });
