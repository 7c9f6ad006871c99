/** What applying a variation makes of a text, to the letter. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeActions } from '../../server/src/core/features/codeActions.ts';
import { codeLenses } from '../../server/src/core/features/codeLens.ts';
import { applyVariation, type VariationMode, variations } from '../../server/src/core/features/variations.ts';
import { applyEdits } from '../../server/src/core/syntax/offsetMap.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { contextOf } from './feature.ts';

/** The text after the first variation was applied, or why it was not. */
function applied(text: string, mode: VariationMode = 'always', index = 0): string {
  const result = applyVariation(contextOf(text), index, mode);
  assert.ok(result !== null);
  if ('refused' in result) return `refused: ${result.refused}`;
  const lines = lineMap(text);
  const edits = result.edits.map(({ range, newText }) => ({
    span: { start: lines.offset(range.start), end: lines.offset(range.end) },
    newText,
  }));
  return applyEdits(text, edits).text;
}

interface Case {
  readonly name: string;
  readonly mode?: VariationMode;
  readonly before: string;
  readonly after: string;
}

const head = 'chain: draft\ntitle: Draft\n';

const cases: readonly Case[] = [
  {
    name: 'a node goes in behind the one that is named, and the key of the last variation goes',
    before: `${head}steps:
  - id: plan
    skill: a
    do: b
  - skill: c
    do: d
variations:
  - when: it rains
    add:
      skill: e
      do: f
    insert-after: plan
pitfalls: [haste]
`,
    after: `${head}steps:
  - id: plan
    skill: a
    do: b
  - skill: e
    do: f
  - skill: c
    do: d
pitfalls: [haste]
`,
  },
  {
    name: 'an optional node keeps the condition, in the quotes it needs',
    mode: 'optional',
    before: `${head}steps:
  - { skill: a, do: b }
variations:
  - { when: 'it rains: hard', add: { skill: e, do: f, needs: [x] } }
`,
    after: `${head}steps:
  - { skill: a, do: b }
  - { skill: e, do: f, when: "it rains: hard", needs: [x] }
`,
  },
  {
    name: 'a node with a condition of its own wants both',
    mode: 'optional',
    before: `${head}steps:
  - skill: a
    do: b
variations:
  - when: severity > 3
    add:
      - checkpoint: Fine?
        by: a
        when: x or y # why
      - parallel:
          - skill: g
            do: h
`,
    after: `${head}steps:
  - skill: a
    do: b
  - checkpoint: Fine?
    by: a
    when: severity > 3 and (x or y) # why
  - when: severity > 3
    parallel:
      - skill: g
        do: h
`,
  },
  {
    name: 'a bare entry of a parallel becomes a lane with its comments, named by who acts there',
    before: `${head}steps:
  - parallel:
      # first
      - id: mend
        skill: site-reliability-engineer
        do: Mend # now

        # still of this step
        needs: [x]
      - skill: c
        do: d
variations:
  - when: it rains
    add: { skill: e, do: "f, g" }
    insert-after: mend
`,
    after: `${head}steps:
  - parallel:
      # first
      - lane: SRE
        steps:
          - id: mend
            skill: site-reliability-engineer
            do: Mend # now

            # still of this step
            needs: [x]
          - skill: e
            do: "f, g"
      - skill: c
        do: d
`,
  },
  {
    name: 'the name of such a lane is nobody else’s',
    before: `${head}steps:
  - parallel:
      - skill: c
        do: d
      - id: look
        skill: c
        do: d
variations:
  - add: { skill: e, do: f }
    insert-after: look
`,
    after: `${head}steps:
  - parallel:
      - skill: c
        do: d
      - lane: Look lane
        steps:
          - id: look
            skill: c
            do: d
          - skill: e
            do: f
`,
  },
  {
    name: 'a lane and a phase get the nodes at their end, a synthesis behind its parallel',
    before: `${head}phases:
- phase: Build
  steps:
  - parallel:
    - lane: Legal
      steps:
      - skill: a
        do: b
    - skill: c
      do: d
    synthesize: { skill: e, do: f }
variations:
- when: x
  add: { skill: g, do: h }
  insert-after: parallel.synthesize
`,
    after: `${head}phases:
- phase: Build
  steps:
  - parallel:
    - lane: Legal
      steps:
      - skill: a
        do: b
    - skill: c
      do: d
    synthesize: { skill: e, do: f }
  - skill: g
    do: h
`,
  },
  {
    name: 'comments go with what they speak of, others stay, and blank lines are as around them',
    before: `${head}steps:
  - id: plan
    skill: a
    do: b
    # of plan

  # of the next
  - skill: c
    do: d

# all that may differ
variations: # by law
  # for phones
  - when: it rains # often
    add:
      # of e
      - skill: e
        do: f # quickly
        # of e too
      - skill: g
        do: h
    insert-after: plan # where it fits
  - when: it snows
    add: { skill: i, do: j }
`,
    after: `${head}steps:
  - id: plan
    skill: a
    do: b
    # of plan

  # for phones
  # often
  # of e
  # where it fits
  - skill: e
    do: f # quickly
    # of e too

  - skill: g
    do: h

  # of the next
  - skill: c
    do: d

# all that may differ
variations: # by law
  - when: it snows
    add: { skill: i, do: j }
`,
  },
  {
    name: 'flow style stays flow style',
    mode: 'optional',
    before: `{ chain: draft, title: Draft, steps: [{ parallel: [{ id: x, skill: a, do: b }, { skill: c, do: d }] }], variations: [{ when: "a, b", add: [{ skill: e, do: 'f' }, { checkpoint: g, by: a }], insert-after: x }], pitfalls: [] }`,
    after: `{ chain: draft, title: Draft, steps: [{ parallel: [{ lane: A, steps: [{ id: x, skill: a, do: b }, { skill: e, do: 'f', when: "a, b" }, { checkpoint: g, when: "a, b", by: a }] }, { skill: c, do: d }] }], pitfalls: [] }`,
  },
  {
    name: 'a block node is written on one line for a list in brackets, and comments stay where they were',
    before: `${head}steps: [
  { id: plan, skill: a, do: b },
  { skill: c, do: d }
]

variations:
  - when: x # rarely
    add:
      skill: e
      do: >
        A long
        text: of two lines
      produces: [p, { q: r }]
    insert-after: plan
`,
    after: `${head}steps: [
  { id: plan, skill: a, do: b },
  { skill: e, do: "A long text: of two lines", produces: [p, { q: r }] },
  { skill: c, do: d }
]
# rarely
`,
  },
  {
    name: 'other line ends, wide dashes, long texts, and a file without a last line end',
    before: `${head}steps:
    -   id: plan
        skill: a
        do: b
variations:
  -   add:
         skill: e
         do: |
           One

             two
         notes: "and
           three"
      when: x`.replaceAll('\n', '\r\n'),
    after: `${head}steps:
    -   id: plan
        skill: a
        do: b
    -   skill: e
        do: |
          One

            two
        notes: "and
          three"
`.replaceAll('\n', '\r\n'),
  },
];

describe('applying a variation', () => {
  for (const { name, mode, before, after } of cases) {
    test(name, () => {
      assert.equal(applied(before, mode), after);
    });
  }

  test('each of several, whichever comes first', () => {
    const text = `${head}steps:
  - skill: a
    do: b

variations:
  - when: one
    add: { skill: c, do: d }

  - when: two
    add: { skill: e, do: f }
`;
    const second = applied(text, 'always', 1);
    assert.equal(
      second,
      text.replace(
        '    do: b\n\nvariations:\n  - when: one\n    add: { skill: c, do: d }\n\n  - when: two\n    add: { skill: e, do: f }\n',
        '    do: b\n  - skill: e\n    do: f\n\nvariations:\n  - when: one\n    add: { skill: c, do: d }\n',
      ),
    );
    assert.equal(
      applied(second),
      `${head}steps:\n  - skill: a\n    do: b\n  - skill: e\n    do: f\n  - skill: c\n    do: d\n`,
    );
  });

  const one = (rest: string): string => `${head}steps:\n  - skill: a\n    do: b\n${rest}`;
  const refusals: Readonly<Record<string, readonly [string, RegExp, VariationMode?]>> = {
    'an unknown node': [
      one('variations:\n  - add: { skill: c, do: d }\n    insert-after: z\n'),
      /no node called "z"/,
    ],
    'an ambiguous one': [
      one('  - skill: a\n    do: c\nvariations:\n  - add: { skill: c, do: d }\n    insert-after: a\n'),
      /Several nodes may be "a"/,
    ],
    'a broken text': [
      one('variations:\n  - add: { skill: c, do: d }\npitfalls: ["\n'),
      /mistakes in its YAML/,
    ],
    'nothing to add': [one('variations:\n  - when: x\n    add:\n'), /adds no node/],
    'no condition to keep': [
      one('variations:\n  - add: { skill: c, do: d }\n'),
      /does not say when/,
      'optional',
    ],
    'no chain to add to': [`${head}variations:\n  - add: { skill: c, do: d }\n`, /no node yet/],
    'a list that an alias repeats': [
      `${head}steps:\n  - parallel:\n      - lane: L\n        steps: &s\n          - id: x\n            skill: a\n            do: b\nx-more: *s\nvariations:\n  - add: { skill: c, do: d }\n    insert-after: x\n`,
      /alias/,
    ],
    'an anchor that something else stands on': [
      one('variations:\n  - add: { skill: &s c, do: d }\nowner: *s\n').replace('skill: a', 'skill: a'),
      /No edit was found/,
    ],
  };
  for (const [name, [text, reason, mode]] of Object.entries(refusals)) {
    test(`is refused for ${name}`, () => {
      assert.match(applied(text, mode), reason);
    });
  }

  test('of one that is not there there is nothing to say', () => {
    assert.equal(applyVariation(contextOf(one('')), 0, 'always'), null);
    assert.equal(
      applyVariation(contextOf('skills:\n  a: {}\n', { path: 'a.skills.yaml' }), 0, 'always'),
      null,
    );
  });
});

const [, , , { before: lanes }] = cases as readonly [Case, Case, Case, Case, ...Case[]];

test('a variation is told in words', () => {
  assert.deepEqual(
    variations(contextOf(lanes)).map(({ index, when, adds, insertAfter, range }) => [
      ...[index, when, adds, insertAfter, range.start.line],
    ]),
    [[0, 'it rains', ['f, g (e)'], 'mend', 14]],
  );
});

test('it can be applied from its place in the text', () => {
  const context = contextOf(lanes);
  const at = { line: 15, character: 8 };
  const titles = (only?: readonly string[]): readonly string[] =>
    codeActions(context, { start: at, end: at }, only, () => []).map(({ title, kind }) => `${kind} ${title}`);
  const both = ['Apply variation: it rains', 'Apply as optional: it rains'].map(
    title => `refactor.rewrite ${title}`,
  );
  assert.deepEqual(titles(), both);
  assert.deepEqual(titles(['refactor']), both);
  assert.deepEqual(titles(['quickfix']), []);
  const outside = { line: 4, character: 0 };
  assert.deepEqual(
    codeActions(context, { start: outside, end: outside }, undefined, () => []).filter(({ title }) =>
      title.startsWith('Apply'),
    ),
    [],
  );
  assert.deepEqual(
    codeLenses(context, ['skillChains.applyVariation']).map(({ range, command }) => [
      ...[range.start.line, command?.title, command?.arguments?.[0].variation, command?.arguments?.[0].mode],
    ]),
    [
      [14, 'Apply variation', 0, 'always'],
      [14, 'Apply as optional', 0, 'optional'],
    ],
  );
});
