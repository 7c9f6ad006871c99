/** Refactorings of lists: lanes that are made, and what changes places with its neighbour. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterRefactoring, asking, offeredIn } from './actions.ts';

const asked = await asking();
const inSuite = await asking('year.suite.yaml');
const head = 'chain: restore-service\ntitle: Restore the service\n';

interface Case {
  readonly title: string;
  readonly text: string;
  /** `undefined`: not offered. */
  readonly becomes: string | undefined;
}

const lanes: readonly Case[] = [
  {
    title: 'Put “Tell all” into a lane of a new parallel',
    text: `${head}steps:
  - skill: SRE
    do: Restore it

  # about telling
  - skill: technical-writer
    do: ⟦Tell all # now
    # and more of it

output: It runs
`,
    becomes: `${head}steps:
  - skill: SRE
    do: Restore it

  - parallel:
      - lane: Tell all
        steps:
          # about telling
          - skill: technical-writer
            do: Tell all # now
            # and more of it

output: It runs
`,
  },
  {
    title: 'Put these 2 into a lane of a new parallel',
    text: `${head}steps:\n- skill: ⟦SRE\n  do: |\n    A\n\n    b\n- skill: SRE\n  do: B⟧\n- skill: IC\n  do: C\n`,
    becomes: `${head}steps:\n- parallel:\n  - lane: Lane 1\n    steps:\n    - skill: SRE\n      do: |\n        A\n\n        b\n    - skill: SRE\n      do: B\n- skill: IC\n  do: C\n`,
  },
  {
    title: 'Put these 2 into a lane of a new parallel',
    text: `${head}steps: [{ id: a, skill: ⟦IC, do: A }, { id: b, skill: IC⟧, do: B }]\n`,
    becomes: `${head}steps: [{ parallel: [{ lane: IC, steps: [{ id: a, skill: IC, do: A }, { id: b, skill: IC, do: B }] }] }]\n`,
  },
  {
    title: 'Put “tell” into a lane of the parallel above',
    text: `${head}steps:
  - parallel:
      - { skill: SRE, do: A }
      # of B
      - { skill: IC, do: B }
        # of B, too

  # about telling
  - id: tell
    skill: ⟦technical-writer
    do: "Tell

      them"
  - skill: IC
    do: C
`,
    becomes: `${head}steps:
  - parallel:
      - { skill: SRE, do: A }
      # of B
      - { skill: IC, do: B }
        # of B, too
      - lane: technical-writer
        steps:
          # about telling
          - id: tell
            skill: technical-writer
            do: "Tell

              them"
  - skill: IC
    do: C
`,
  },
  {
    title: 'Put “C” into a lane of the parallel above',
    text: `${head}steps:
  - parallel:
      - { skill: SRE, do: A }
      - { skill: IC, do: B }
    # how they meet
    join: any

  - skill: technical-writer
    do: ⟦C
success: [Done]
`,
    becomes: `${head}steps:
  - parallel:
      - { skill: SRE, do: A }
      - { skill: IC, do: B }
      - lane: C
        steps:
          - skill: technical-writer
            do: C
    # how they meet
    join: any
success: [Done]
`,
  },
  {
    title: 'Put these 2 into a lane of the parallel below',
    text: `${head}steps:
  - { id: a, skill: SRE, do: ⟦A }
  - { id: b, skill: IC, do: B⟧ }

  # both
  - id: both
    parallel:
      - { id: c, skill: SRE, do: C }
`,
    becomes: `${head}steps:
  # both
  - id: both
    parallel:
      - lane: Lane 1
        steps:
          - { id: a, skill: SRE, do: A }
          - { id: b, skill: IC, do: B }
      - { id: c, skill: SRE, do: C }
`,
  },
  {
    // What the parallel needs must be made before it.
    title: 'Put “a” into a lane of the parallel below',
    text: `${head}steps:\n  - { id: a, skill: SRE, do: ⟦A, produces: [timeline] }\n  - parallel:\n      - { id: c, skill: SRE, do: C, needs: [timeline] }\n`,
    becomes: undefined,
  },
  {
    // Nobody goes back into a lane.
    title: 'Put “a” into a lane',
    text: `${head}steps:\n  - { id: a, skill: SRE, do: ⟦A }\n  - { checkpoint: C, by: IC, if-refused: { back-to: a, at-most: 2 } }\n`,
    becomes: undefined,
  },
  {
    title: 'Give the lane of “B” a name',
    text: `${head}steps:\n  - parallel:\n      - { skill: SRE, do: A }\n      # of B\n      - skill: IC # who\n        do: ⟦B\n`,
    becomes: `${head}steps:\n  - parallel:\n      - { skill: SRE, do: A }\n      - lane: B\n        steps:\n          # of B\n          - skill: IC # who\n            do: B\n`,
  },
  {
    title: 'Run these 2 one after the other in a lane',
    text: `${head}steps: [{ parallel: [{ id: a, skill: SRE, do: ⟦A }, { id: b, skill: IC⟧, do: B }] }]\n`,
    becomes: `${head}steps: [{ parallel: [{ lane: Lane 1, steps: [{ id: a, skill: SRE, do: A }, { id: b, skill: IC, do: B }] }] }]\n`,
  },
  {
    title: 'Give',
    text: `${head}steps:\n  - parallel:\n      - lane: L\n        steps:\n          - { id: a, skill: SRE, do: ⟦A }\n`,
    becomes: undefined,
  },
  {
    title: 'Put',
    text: `${head}steps:\n  - ⟦parallel:\n      - { id: a, skill: SRE, do: A }\n`,
    becomes: undefined,
  },
];

const phases = (first: string, second: string): string =>
  `${head}phases:\n${first}\n\n${second}output: It runs\n`;
const mend = '  # to mend\n  - phase: Mend\n    steps: [{ id: mend, skill: SRE, do: A }]\n';
const learn = '  - phase: Learn it\n    # why\n    steps: [{ id: learn, skill: IC, do: B }]\n';
const route = (condition: string, id: string): string =>
  `      # if ${condition}\n      - when: ${condition}\n        steps: [{ id: ${id}, skill: SRE, do: A }]\n`;
const decision = (routes: string): string =>
  `${head}steps:\n  - decision: So?\n    by: SRE\n    routes:\n${routes}      - otherwise: next\n`;
const cold = route('it is cold', 'a');
const wet = route('it is wet', 'b');
const parallel = (...entries: readonly string[]): string =>
  `${head}steps:\n  - id: p\n    parallel:\n${entries.map(each => `      ${each}\n`).join('')}`;
const legal = '- lane: Legal # ours\n        steps: [{ id: a, skill: SRE, do: A }]';
const bare = '- { id: b, skill: IC, do: B }';

const moves: readonly Case[] = [
  {
    title: 'Move the phase “Mend” down',
    text: phases(mend.replace('Mend', '⟦Mend').trimEnd(), learn),
    becomes: phases(learn.trimEnd(), mend),
  },
  {
    title: 'Move the phase “Learn it” up',
    text: phases(mend.trimEnd(), learn.replace('steps', '⟦steps')),
    becomes: phases(learn.trimEnd(), mend),
  },
  {
    title: 'Move the phase “Mend” up',
    text: phases(mend.replace('Mend', '⟦Mend'), learn),
    becomes: undefined,
  },
  {
    title: 'Move the phase',
    text: phases(
      mend.replace('do: A', 'do: A, produces: [timeline]').replace('Mend', '⟦Mend').trimEnd(),
      learn.replace('do: B', 'do: B, needs: [timeline]'),
    ),
    becomes: undefined,
  },
  {
    title: 'Move the route “it is cold” down',
    text: decision(cold.replace('when', '⟦when') + wet),
    becomes: decision(wet + cold),
  },
  {
    title: 'Move',
    text: decision(cold + wet.replace('when', '⟦when')).replace(
      '  - when: it is cold',
      '  - when: it is cold',
    ),
    becomes: decision(wet + cold),
  },
  {
    title: 'Move the route “it is wet” down',
    text: decision(cold + wet.replace('when', '⟦when')),
    becomes: undefined,
  },
  { title: 'Move', text: decision(cold).replace('otherwise', '⟦otherwise'), becomes: undefined },
  {
    title: 'Move the lane “Legal” down',
    text: parallel(legal.replace('Legal', '⟦Legal'), bare),
    becomes: parallel(bare, legal),
  },
  {
    title: 'Move “b” up',
    text: parallel(legal, bare.replace('IC', '⟦IC')),
    becomes: parallel(bare, legal),
  },
  {
    title: 'Move these 2 up',
    text: `${head}steps:\n  - { id: a, skill: SRE, do: A }\n  # b\n  - { id: b, skill: ⟦SRE, do: B }\n  - { id: c, skill: SRE, do: C⟧ }\n`,
    becomes: `${head}steps:\n  # b\n  - { id: b, skill: SRE, do: B }\n  - { id: c, skill: SRE, do: C }\n  - { id: a, skill: SRE, do: A }\n`,
  },
  {
    title: 'Move these 2 down',
    text: `${head}steps: [{ id: a, skill: ⟦SRE, do: A }, { id: b, skill: SRE, do: B⟧ }, { id: c, skill: SRE, do: C }]\n`,
    becomes: `${head}steps: [{ id: c, skill: SRE, do: C }, { id: a, skill: SRE, do: A }, { id: b, skill: SRE, do: B }]\n`,
  },
];

for (const { title, text, becomes } of [...lanes, ...moves]) {
  test(`${becomes === undefined ? 'does not offer' : 'offers'} ${title} in ${text.slice(head.length)}`, () => {
    assert.equal(afterRefactoring(asked, text, title), becomes);
    const crlf = afterRefactoring(asked, text.replaceAll('\n', '\r\n'), title);
    assert.equal(crlf, becomes?.replaceAll('\n', '\r\n'));
  });
}

describe('phases of a suite', () => {
  const suite = (...order: readonly string[]): string =>
    `suite: year\ntitle: Year\nitems:\n  A: { title: A, chain: post-mortem }\n  B: { title: B, chain: post-mortem, needs: [A] }\n  C: { title: C, chain: post-mortem }\nphases:\n${order.join('')}`;
  const first = '  - phase: First # of all\n    items: [A]\n';
  const second = '  # then\n  - phase: Second\n    items: [B]\n';
  const third = '  - phase: Third\n    items: [C]\n';

  test('move where no item comes before what it needs', () => {
    const text = suite(first, second.replace('Second', '⟦Second'), third);
    const { actions } = offeredIn(inSuite, text);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Move the phase “Second” down'],
    );
    assert.equal(afterRefactoring(inSuite, text, 'Move'), suite(first, third, second));
  });
});

test('what makes a lane is offered as an extraction, and what moves by its direction', () => {
  const text = `${head}steps:\n  - { id: a, skill: SRE, do: A }\n  - { id: b, skill: SRE, do: ⟦B }\n  - { id: c, skill: SRE, do: C }\n`;
  const titles = (...only: readonly string[]) =>
    offeredIn(asked, text, only).actions.map(({ title }) => title);
  assert.deepEqual(titles('refactor.extract'), ['Put “b” into a lane of a new parallel']);
  assert.deepEqual(titles('refactor.move'), ['Move “b” up', 'Move “b” down']);
  assert.deepEqual(titles('refactor.move.down'), ['Move “b” down']);
});
