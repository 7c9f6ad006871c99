/** How keys are put in order and durations are spelled, where a text is harder to rewrite than the examples of the rules. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { spellTimeline } from '../../server/src/core/model/values/duration.ts';
import { applied, lintExample } from '../support/check.ts';
import { costOfAwaiting } from '../support/processorTime.ts';

const head = 'chain: restore\ntitle: Restore\n';

/** The text after every fix of a rule, one by one, the last in the text first. */
async function mended(text: string, code: string): Promise<{ readonly text: string; readonly left: number }> {
  for (let now = text; ; ) {
    const { findings } = await lintExample({ text: now, files: {} }, now, code);
    const own = findings.filter(each => each.code === code);
    const fix = own.findLast(({ fixes }) => fixes !== undefined)?.fixes?.[0];
    if (fix === undefined) return { text: now, left: own.length };
    now = applied(now, fix);
  }
}

/** What it becomes; `undefined`: it is found and left, `same`: nothing is found. */
const orders: Readonly<Record<string, readonly [text: string, after: string | undefined | 'same']>> = {
  'blank lines stay where they are': [
    `title: Restore\n\nsteps: [{ checkpoint: Agreed }]\n\nchain: restore\n`,
    `chain: restore\n\ntitle: Restore\n\nsteps: [{ checkpoint: Agreed }]\n`,
  ],
  'a comment at the head of a file stays': [
    `# Of the night shift\ntitle: Restore\n# The id\nchain: restore\nsteps: [{ checkpoint: Agreed }]\n`,
    `# Of the night shift\n# The id\nchain: restore\ntitle: Restore\nsteps: [{ checkpoint: Agreed }]\n`,
  ],
  'a comment that stands apart stays': [
    `${head}summary: It\n\n# Steps\n\nsteps: [{ checkpoint: Agreed }]\nowner: Ops\n`,
    `${head}summary: It\n\n# Steps\n\nowner: Ops\nsteps: [{ checkpoint: Agreed }]\n`,
  ],
  'a comment behind the first dash would not belong to its key': [
    `${head}steps:\n  - do: It\n    # On call\n    skill: sre\n`,
    undefined,
  ],
  'a comment below a value goes with it': [
    `${head}steps:\n  - skill: sre\n    needs:\n      - a\n      # - b\n    do: It\ninputs: { a: It }\n`,
    `${head}inputs: { a: It }\nsteps:\n  - skill: sre\n    do: It\n    needs:\n      - a\n      # - b\n`,
  ],
  'line ends of Windows': [
    `${head}steps:\n  - do: It\n    skill: sre\n`.replaceAll('\n', '\r\n'),
    `${head}steps:\n  - skill: sre\n    do: It\n`.replaceAll('\n', '\r\n'),
  ],
  'a text without a line end at its end': [
    `${head}steps: [{ checkpoint: Agreed }]\nowner: Ops`,
    `${head}owner: Ops\nsteps: [{ checkpoint: Agreed }]`,
  ],
  'free keys keep their places': [
    `x-a: 1\ntitle: Restore\nx-b: 2\nchain: restore\nsteps: [{ checkpoint: Agreed }]\n`,
    `x-a: 1\nchain: restore\nx-b: 2\ntitle: Restore\nsteps: [{ checkpoint: Agreed }]\n`,
  ],
  'an anchor stays before its alias': [
    `${head}steps:\n  - { do: &it It, skill: sre }\n  - { skill: sre, do: *it }\n`,
    'same',
  ],
  'an anchor in a free key': [
    `title: Restore\nx-who: &who sre\nchain: restore\nsteps: [{ skill: *who, do: It }]\n`,
    'same',
  ],
  'an alias alone': [
    `x-who: &who sre\n${head}steps: [{ do: It, skill: *who }]\n`,
    `x-who: &who sre\n${head}steps: [{ skill: *who, do: It }]\n`,
  ],
  'a text whose line ends count': [
    `${head}summary: It\nsteps: [{ checkpoint: Agreed }]\ntrigger: |+\n  Night\n\nowner: Ops\n`,
    undefined,
  ],
  'a text in a block': [
    `${head}steps: [{ checkpoint: Agreed }]\ntrigger: |\n  Night\nowner: Ops\n`,
    `${head}trigger: |\n  Night\nowner: Ops\nsteps: [{ checkpoint: Agreed }]\n`,
  ],
  'a text in a block at the very end, without a line end': [
    `${head}steps: [{ checkpoint: Agreed }]\ntrigger: |\n  Night`,
    undefined,
  ],
  'braces over lines': [
    `${head}steps:\n  - {\n      do: "It, at once",\n      skill: sre\n    }\n`,
    `${head}steps:\n  - {\n      skill: sre,\n      do: "It, at once"\n    }\n`,
  ],
  'braces with a comment': [`${head}steps:\n  - { do: It, # at once\n      skill: sre }\n`, undefined],
  'maps within a map': [
    `${head}steps:\n  - parallel:\n      - do: It\n        skill: sre\n      - do: That\n        skill: sre\n    id: both\n`,
    `${head}steps:\n  - id: both\n    parallel:\n      - skill: sre\n        do: It\n      - skill: sre\n        do: That\n`,
  ],
  'a list in a list': [
    `${head}steps:\n  - decision: Which?\n    routes:\n      - otherwise:\n          - - 1\n    id: d\n`,
    `${head}steps:\n  - id: d\n    decision: Which?\n    routes:\n      - otherwise:\n          - - 1\n`,
  ],
  'a key that stands twice': [
    `title: A\nchain: restore\ntitle: B\nsteps: [{ checkpoint: Agreed }]\n`,
    'same',
  ],
  'a key with a question mark': [
    `? title\n: A\n? chain\n: restore\nsteps: [{ checkpoint: Agreed }]\n`,
    undefined,
  ],
};

describe('the keys of a map', () => {
  for (const [what, [text, after]] of Object.entries(orders)) {
    test(what, async () => {
      const { text: now, left } = await mended(text, 'key-order');
      assert.equal(now, after === 'same' || after === undefined ? text : after);
      assert.equal(left, after === undefined ? 1 : 0);
    });
  }

  test('what cannot be read is left alone', async () => {
    const { left } = await mended(`${head}steps:\n  - do: "It\n    skill: sre\n`, 'key-order');
    assert.equal(left, 0);
  });

  test('thousands of maps and comments take no longer than their number', async () => {
    const steps = Array.from(
      { length: 4000 },
      (_, at) => `  # ${at}\n  - do: It\n    id: s${at}\n    skill: &a${at} sre\n`,
    );
    const text = `${head}steps:\n${steps.join('')}  - { skill: *a1, do: It }\n`;
    const took = await costOfAwaiting(async () => {
      await lintExample({ text: '', files: {} }, text, 'key-order');
    });
    assert.ok(took < 3000, `${Math.round(took)} ms`);
  });
});

const spellings: Readonly<Record<string, string | undefined>> = {
  '2 - 4wks': undefined,
  '2-4w': '2-4 weeks',
  '2..4 WEEKS': '2-4 weeks',
  '2–4 weeks': '2-4 weeks',
  '2 to 4 weeks': '2-4 weeks',
  '2 weeks - 4 weeks': '2-4 weeks',
  '1h': '1 hour',
  '1.0 h': '1.0 hour',
  '0.5 day': '0.5 days',
  '.5 d': '.5 days',
  '1,000 min': '1,000 minutes',
  '30 min - 4h': '30 minutes - 4 hours',
  '1 d…1 mo': '1 day - 1 month',
  '1-1 d': '1-1 days',
  '3 Working  Days': '3 working days',
  '2q': '2 quarters',
  Ongoing: 'ongoing',
  ' 2 weeks ': '2 weeks',
  '5 m': undefined,
  '4-2 weeks': undefined,
  'a while': undefined,
};

describe('a duration', () => {
  for (const [text, spelled] of Object.entries(spellings)) {
    test(JSON.stringify(text), () => {
      assert.equal(spellTimeline(text), spelled);
      if (spelled !== undefined) assert.equal(spellTimeline(spelled), spelled);
    });
  }
});
