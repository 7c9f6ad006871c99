/** Entries that are wrong alike make one finding, which counts them; those that are wrong in another way have one of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, lintExample } from '../support/check.ts';

const cases: readonly (readonly [checklist: string, messages: readonly string[]])[] = [
  ['[a], fine', ['This list wants a text here, not a list.']],
  ['[a], [b], [c]', ['This list wants a text here, not a list. 2 more entries beside it are lists too.']],
  [
    '{ k: v }, fine, { k: v }',
    ['This list wants a text here, not a mapping. One more entry beside it is a mapping too.'],
  ],
  [
    '[a], fine, { k: v }, { k: v }',
    [
      'This list wants a text here, not a list.',
      'This list wants a text here, not a mapping. One more entry beside it is a mapping too.',
    ],
  ],
];

for (const [checklist, messages] of cases) {
  test(checklist, async () => {
    const text = `chain: demo\ntitle: Demo\nsteps:\n  - skill: writer\n    do: Write\n    checklist: [${checklist}]\n`;
    const { findings } = await lintExample({ text, files: {} }, text, 'wrong-type');
    assert.deepEqual(
      findings.filter(({ code }) => code === 'wrong-type').map(({ message }) => message),
      messages,
    );
  });
}

/** A mapping becomes a list only where it is then read: its fixes, by their titles, `!` behind the one that nearly everyone wants. */
const mappings: readonly (readonly [what: string, steps: string, fixes: readonly string[]])[] = [
  ['a step', '\n  skill: writer\n  do: Write', ['Make it a list entry with a dash!']],
  [
    'a step with a misspelled key',
    '\n  skill: writer\n  do: Write\n  prodces: [x]',
    ['Make it a list entry with a dash'],
  ],
  ['a step with several', '\n  skill: writer\n  foo: [x]\n  bar: y', []],
  ['steps by names of their own', '\n  first: { skill: writer, do: Write }\n  second: { do: Read }', []],
  [
    'steps by their ids',
    '\n  first: { skill: writer, do: Write }\n\n  # The second\n  second: # of two\n      skill: editor\n      do: |\n        Read\n\n        it\n      # And so on\n      takes: 1 h',
    ['Make each key an entry of the list!'],
  ],
  ['steps by titles', '\n  Write it:\n    skill: writer\n    do: Write', []],
  [
    'routes by their conditions',
    '\n  - decision: Good?\n    routes:\n      it is:\n        steps: [{ skill: writer, do: Write }]\n      "no":\n       go: end\n      otherwise: next\n    id: good',
    ['Make each key an entry of the list!'],
  ],
  [
    'lanes by their names',
    '\n  - parallel:\n      Legal:\n        steps: [{ skill: writer, do: Write }]\n      Press:\n        steps:\n          - { skill: editor, do: Read }',
    ['Make each key an entry of the list!'],
  ],
  [
    'lanes that are lists',
    '\n  - parallel:\n      Legal: # two\n        # First\n        - skill: writer\n          do: |\n            Write\n\n            more\n\n        - { skill: editor, do: Read }\n      "Press":\n      - skill: editor\n        do: Print\n      Web: [{ skill: writer, do: Post },\n        { skill: editor, do: Like }]\n      Radio:\n        steps:\n          - { skill: editor, do: Say }',
    ['Make each key an entry of the list!'],
  ],
  [
    'routes that are lists',
    '\n  - decision: Good?\n    routes:\n      it is:\n          - { skill: writer, do: Write }\n      it is not: # a pity\n            [{ skill: writer, do: Weep }]\n      otherwise: next\n    id: good',
    ['Make each key an entry of the list!'],
  ],
  [
    'lanes that are lists behind comments',
    '\n  - parallel:\n      Legal:\n        # First\n        [{ skill: writer, do: Write }]\n      Press:\n        - { skill: editor, do: Read }',
    ['Make each key an entry of the list!'],
  ],
  [
    'a list under one name',
    '\n  - parallel:\n      branches:\n        - { skill: writer, do: Write }',
    ['Remove "branches", and keep its list!'],
  ],
  ['a lane', '\n  lane: a\n  steps:\n    - skill: writer\n      do: Write', []],
  [
    'a list of lanes that lack something',
    '\n  - parallel:\n      steps:\n        - lane: a',
    ['Remove "steps", and keep its list'],
  ],
  [
    'a list of nodes',
    '\n  - parallel:\n      steps:\n        - skill: writer\n          do: Write\n        - skill: editor\n          do: Read',
    ['Remove "steps", and keep its list!'],
  ],
  [
    'a list of nodes with a comment above it',
    '\n  - parallel:\n      steps: # all\n        - skill: writer\n          do: Write\n        - skill: editor\n          do: Read',
    [],
  ],
  ['a list of other things', '\n  - parallel:\n      names:\n        - first: x\n        - second: x', []],
];

const files = { 'team.skills.yaml': 'skills:\n  writer: { title: Writer }\n  editor: { title: Editor }\n' };

for (const [what, steps, titles] of mappings) {
  test(`${what} where a list is wanted`, async () => {
    const text = `chain: demo\ntitle: Demo\nsteps:${steps}\n`;
    const { findings } = await lintExample({ text, files }, text, 'wrong-type');
    const [finding, ...others] = findings.filter(({ code }) => code === 'wrong-type');
    assert.deepEqual(others, []);
    const offered = finding?.fixes ?? [];
    assert.deepEqual(
      offered.map(({ title, preferred }) => `${title}${preferred === true ? '!' : ''}`),
      titles,
    );
    for (const fix of offered) {
      const after = applied(text, fix);
      const left = (await lintExample({ text, files }, after, 'wrong-type')).findings;
      assert.ok(left.length <= (fix.preferred === true ? findings.length - 1 : findings.length), after);
    }
  });
}

const checklist = (lines: string): string =>
  `chain: demo\ntitle: Demo\nsteps:\n  - skill: writer\n    do: Write\n    checklist:${lines}\n`;

for (const eol of ['\n', '\r\n'])
  test(`lines that begin with a dash and no blank become entries, ${JSON.stringify(eol)}`, async () => {
    const text = checklist('\n      -Counts are equal\n\n      -Alerts are quiet').replaceAll('\n', eol);
    const { findings } = await lintExample({ text, files }, text, 'wrong-type');
    const [fix] = findings[0]?.fixes ?? [];
    assert.ok(fix?.safe);
    assert.equal(fix.title, 'Insert a blank behind each dash');
    const after = applied(text, fix);
    assert.equal(
      after,
      checklist('\n      - Counts are equal\n\n      - Alerts are quiet').replaceAll('\n', eol),
    );
    assert.deepEqual((await lintExample({ text, files }, after, 'wrong-type')).findings, []);
  });

/** Lines below a key that wants a list, and what becomes of them. */
const lines: readonly (readonly [written: string, entries: string])[] = [
  [
    '\n      Counts are equal\n      Alerts are quiet',
    '\n      - Counts are equal\n      - Alerts are quiet',
  ],
  ['\n      • Counts are equal\n\n      • Quiet', '\n      - Counts are equal\n\n      - Quiet'],
  ['\n      1. Counts are equal\n      2. Quiet', '\n      - Counts are equal\n      - Quiet'],
  ['\n      – Counts are equal', '\n      - Counts are equal'],
];

for (const eol of ['\n', '\r\n'])
  for (const [written, entries] of lines) {
    test(`lines become entries, and not one text: ${JSON.stringify(written + eol)}`, async () => {
      const text = checklist(written).replaceAll('\n', eol);
      const { findings } = await lintExample({ text, files }, text, 'wrong-type');
      const [fix, ...others] = findings[0]?.fixes ?? [];
      assert.deepEqual(others, []);
      assert.ok(fix !== undefined && fix.safe !== true);
      assert.equal(applied(text, fix), checklist(entries).replaceAll('\n', eol));
    });
  }

test('a text over lines that are set in further becomes one entry, where a person wants that', async () => {
  const text = checklist(' Counts\n      are equal');
  const { findings } = await lintExample({ text, files }, text, 'wrong-type');
  const [fix] = findings[0]?.fixes ?? [];
  assert.ok(fix !== undefined && fix.safe !== true);
  assert.equal(applied(text, fix), checklist(' [Counts\n      are equal]'));
});

test('a text that goes on behind a line with a dash is left alone', async () => {
  for (const lines of [' -Counts\n      -Alerts', '\n      -Counts\n      and alerts']) {
    const text = checklist(lines);
    const { findings } = await lintExample({ text, files }, text, 'wrong-type');
    assert.deepEqual(
      findings.map(({ code, fixes }) => [code, fixes]),
      [['wrong-type', []]],
    );
  }
});
