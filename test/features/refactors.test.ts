import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { afterRefactoring, asking, offeredIn } from './actions.ts';

const asked = await asking();
const head = 'chain: restore-service\ntitle: Restore the service\n';

const offered = (marked: string, only?: readonly string[]) => offeredIn(asked, marked, only);
const after = (marked: string, title: string) => afterRefactoring(asked, marked, title);

interface Case {
  readonly title: string;
  readonly text: string;
  /** `undefined`: not offered. */
  readonly becomes: string | undefined;
}

const two = (first: string, second: string): string => `${head}steps:
  # about restoring
${first}

  # about telling
${second}
    # and more of it
output: It runs
`;
const restore = '  - id: restore # now\n    skill: SRE\n    do: Restore it';
const tell = '  - skill: technical-writer\n    do: Tell all';

const cases: readonly Case[] = [
  {
    title: 'Give “Tell all” the id “technical-writer”',
    text: two(restore, tell.replace('Tell', '⟦Tell')),
    becomes: two(restore, tell.replace('skill', 'id: technical-writer\n    skill')),
  },
  {
    title: 'Give “Good?” the id “good”',
    text: `${head}steps:\n  - { ⟦checkpoint: Good?, by: SRE }\n`,
    becomes: `${head}steps:\n  - { id: good, checkpoint: Good?, by: SRE }\n`,
  },
  {
    title: 'Give “B” the id “sre-2”',
    text: `${head}steps:\n  - { skill: SRE, do: A }\n  - { skill: SRE, do: ⟦B }\n`,
    becomes: `${head}steps:\n  - { skill: SRE, do: A }\n  - { id: sre-2, skill: SRE, do: B }\n`,
  },
  { title: 'Give', text: two(restore.replace('do', '⟦do'), tell), becomes: undefined },
  {
    title: 'Move “restore” down',
    text: two(restore.replace('do', '⟦do'), tell),
    becomes: `${head}steps:
  # about telling
${tell}
    # and more of it

  # about restoring
${restore}
output: It runs
`,
  },
  { title: 'Move “restore” up', text: two(restore.replace('do', '⟦do'), tell), becomes: undefined },
  {
    title: 'Move “b” up',
    text: `${head}steps: [{ id: a, skill: SRE, do: A }, { id: b, ⟦skill: SRE, do: B }]\n`,
    becomes: `${head}steps: [{ id: b, skill: SRE, do: B }, { id: a, skill: SRE, do: A }]\n`,
  },
  {
    title: 'Move',
    text: `${head}steps:\n  - { skill: SRE, do: A, produces: [timeline] }\n  - { skill: technical-writer, do: ⟦B, needs: [timeline] }\n`,
    becomes: undefined,
  },
  {
    title: 'Use the skill’s id “site-reliability-engineer”',
    text: two(restore.replace('SRE', "'S⟦RE'"), tell),
    becomes: two(restore.replace('SRE', "'site-reliability-engineer'"), tell),
  },
  {
    title: 'Use the ids of skills in all 2 places',
    text: `${head}steps:\n  - { skill: S⟦RE, do: A }\n  - { checkpoint: Good?, by: [IC, technical-writer] }\n`,
    becomes: `${head}steps:\n  - { skill: site-reliability-engineer, do: A }\n  - { checkpoint: Good?, by: [incident-commander, technical-writer] }\n`,
  },
  {
    title: 'Use',
    text: `${head}steps:\n  - { skill: ⟦Responder, do: A }\n`,
    becomes: undefined,
  },
  {
    title: 'Use',
    text: `${head}steps:\n  - { skill: S⟦RE, do: A }\n  - { checkpoint: Good?, by: IC, if-refused: { back-to: sre, at-most: 2 } }\n`,
    becomes: undefined,
  },
  {
    title: 'Wrap “Tell all” in a parallel',
    text: two(restore, tell.replace('Tell', '⟦Tell')),
    becomes: `${head}steps:
  # about restoring
${restore}

  - parallel:
      # about telling
      - skill: technical-writer
        do: Tell all
        # and more of it
output: It runs
`,
  },
  {
    title: 'Run these 2 at once',
    text: two(restore.replace('skill', '⟦skill'), tell.replace('Tell', 'Te⟧ll')),
    becomes: `${head}steps:
  - parallel:
      # about restoring
      - id: restore # now
        skill: SRE
        do: Restore it

      # about telling
      - skill: technical-writer
        do: Tell all
        # and more of it
output: It runs
`,
  },
  {
    title: 'Run these 2 at once',
    text: `${head}steps:\n- skill: S⟦RE\n  do: |\n    A\n\n    b\n- skill: technical-writer\n  do: "B\n    c"⟧\n`,
    becomes: `${head}steps:\n- parallel:\n  - skill: SRE\n    do: |\n      A\n\n      b\n  - skill: technical-writer\n    do: "B\n      c"\n`,
  },
  {
    title: 'Run these 2 at once',
    text: `${head}steps: [{ skill: ⟦SRE, do: A }, { skill: technical-writer⟧, do: B }]\n`,
    becomes: `${head}steps: [{ parallel: [{ skill: SRE, do: A }, { skill: technical-writer, do: B }] }]\n`,
  },
  {
    title: 'Run these 2 at once',
    text: `${head}steps:\n  - { skill: ⟦SRE, do: A, produces: [timeline] }\n  - { skill: technical-writer, do: B⟧, needs: [timeline] }\n`,
    becomes: undefined,
  },
  {
    title: 'Wrap',
    text: `${head}steps:\n  - parallel:\n      - { skill: SRE, do: ⟦A }\n      - { skill: IC, do: B }\n`,
    becomes: undefined,
  },
  {
    title: 'Wrap',
    text: `${head}steps:\n  - ⟦parallel:\n      - { skill: SRE, do: A }\n      - { skill: IC, do: B }\n`,
    becomes: undefined,
  },
  ...(
    [
      ['If customers noticed, then tell them', 'Tell them', 'customers noticed'],
      ['Tell them (only if they noticed: all)', 'Tell them', '"they noticed: all"'],
      ['Tell them, if severity > 3', 'Tell them', 'severity > 3'],
      ['tell them only when they noticed', 'tell them', 'they noticed'],
    ] as const
  ).map(
    ([sentence, rest, condition]): Case => ({
      title: 'Make “',
      text: `${head}steps:\n  - id: a\n    skill: SRE\n    do: '⟦${sentence}' # so\n    notes: x\n`,
      becomes: `${head}steps:\n  - id: a\n    skill: SRE\n    do: '${rest}' # so\n    when: ${condition}\n    notes: x\n`,
    }),
  ),
  ...['Check if it works', 'See what happens when it rains, and write it down', 'Iffy, but done'].map(
    (sentence): Case => ({
      title: 'Make “',
      text: `${head}steps:\n  - { id: a, skill: SRE, do: "⟦${sentence}" }\n`,
      becomes: undefined,
    }),
  ),
  {
    title: 'Make “they noticed” the condition of this step',
    text: `${head}steps:\n  - { id: a, skill: SRE, do: "If they ⟦noticed, tell them" }\n`,
    becomes: `${head}steps:\n  - { id: a, skill: SRE, do: "Tell them", when: they noticed }\n`,
  },
  {
    title: 'Make “',
    text: `${head}steps:\n  - { skill: SRE, do: "⟦If late, tell", produces: [timeline] }\n  - { skill: technical-writer, do: B, needs: [timeline] }\n`,
    becomes: undefined,
  },
];

for (const { title, text, becomes } of cases) {
  test(`${becomes === undefined ? 'does not offer' : 'offers'} ${title} in ${text.slice(head.length)}`, () => {
    assert.equal(after(text, title), becomes);
    const crlf = after(text.replaceAll('\n', '\r\n'), title);
    assert.equal(crlf, becomes?.replaceAll('\n', '\r\n'));
  });
}

test('an editor that asks by itself at the cursor gets none, and for a selection what can be done with it', () => {
  const { text } = offered(two(restore.replace('do', '⟦do'), tell));
  asked.write(text);
  const lines = lineMap(text);
  const titles = (start: number, end: number): readonly string[] =>
    asked.service
      .codeActions(asked.uri, { start: lines.position(start), end: lines.position(end) }, undefined, {
        byPerson: false,
      })
      .map(({ title }) => title);
  const at = text.indexOf('Restore it');
  assert.deepEqual(titles(at, at), []);
  assert.ok(titles(at, text.indexOf('Tell all')).includes('Run these 2 at once in a parallel'));
});

test('only what is asked for is offered, and nothing in a broken text', () => {
  const text = two(restore.replace('do', '⟦do'), tell);
  const kinds = (...only: readonly string[]): readonly (string | undefined)[] =>
    offered(text, only).actions.map(({ kind }) => kind);
  assert.deepEqual(kinds('refactor.move'), ['refactor.move.down']);
  assert.deepEqual(kinds('refactor.move.up'), []);
  assert.deepEqual(kinds('quickfix'), []);
  assert.deepEqual(offered(`${text}success: [\n`).actions, []);
});

test('at an alias nothing is offered that would change what it repeats, where that is written', () => {
  const text = (anchored: string, alias: string): string =>
    `${head}steps:\n  - { ${anchored}skill: SRE, do: "Tell them, if it is wanted" }\n  - ${alias}\n`;
  const titles = (marked: string): readonly string[] =>
    offered(marked.replace('- {', '- &tell {')).actions.map(({ title }) => title.split(' ')[0] ?? '');
  assert.ok(titles(text('⟦', '*tell')).includes('Make'));
  assert.ok(!titles(text('', '⟦*tell')).includes('Make'));
  // An id would be repeated as well, and stand there twice.
  assert.ok(!titles(text('⟦', '*tell')).includes('Give'));
  assert.ok(!titles(text('', '⟦*tell')).includes('Give'));
});
