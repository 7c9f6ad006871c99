/** Entries that are wrong alike make one finding, which counts them; those that are wrong in another way have one of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

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
