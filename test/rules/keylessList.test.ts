/** A list whose key was left out makes one finding, which names the key, and whose fix writes it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applied, lintExample, shown } from '../support/check.ts';

interface Case {
  readonly what: string;
  /** The lines of the chain's steps; a line that begins with `+` is what the fix inserts. */
  readonly steps: string;
}

const missing: readonly Case[] = [
  {
    what: 'the nodes of a route',
    steps: `
steps:
  - decision: Are people hit?
    routes:
      - when: they are
+        steps:
          - skill: technical-writer
            do: Tell them
          - skill: incident-commander
            do: Close it
      - otherwise: next`,
  },
  {
    what: 'the nodes of a route in the column of its keys',
    steps: `
steps:
  - decision: Are people hit?
    routes:
      - when: they are
+        steps:
        - checkpoint: Told
          by: [technical-writer]
      - otherwise: next`,
  },
  {
    what: 'behind a condition in quotes, a comment and a blank line',
    steps: `
steps:
  - decision: Are people hit?
    routes:
      - when: "they are" # indeed
          # first

+        steps:
          - id: tell
            skill: technical-writer
            do: Tell them

          - skill: incident-commander
            do: Close it
      - otherwise: next`,
  },
  {
    what: 'behind a condition of two lines',
    steps: `
steps:
  - decision: Are people hit?
    routes:
      - when: they are
          and more
+        steps:
          - skill: technical-writer
            do: Tell them
      - otherwise: next`,
  },
  {
    what: 'the nodes of a lane',
    steps: `
steps:
  - parallel:
      - lane: Legal
+        steps:
          - skill: technical-writer
            do: Tell them
      - skill: incident-commander
        do: Close it`,
  },
  {
    what: 'the routes of a decision',
    steps: `
steps:
  - decision: Are people hit?
+    routes:
      - when: they are
        go: stop
      - otherwise: next
  - skill: technical-writer
    do: Tell them`,
  },
  {
    what: 'the nodes of a phase',
    steps: `
phases:
  - phase: First
+    steps:
      - skill: technical-writer
        do: Tell them`,
  },
  {
    what: 'the nodes of a chain',
    steps: `
+steps:
  - skill: technical-writer
    do: Tell them`,
  },
];

/** A chain, before the fix and after it. */
function texts({ steps }: Case, eol: string): { before: string; after: string } {
  const lines = `chain: tell-people\ntitle: Tell people${steps}\n`.split('\n');
  return {
    before: lines.filter(line => !line.startsWith('+')).join(eol),
    after: lines.map(line => line.replace(/^\+/, '')).join(eol),
  };
}

describe('a list without its key', () => {
  for (const eol of ['\n', '\r\n'])
    for (const each of missing)
      test(`${each.what}${eol === '\n' ? '' : ', with CRLF'}`, async () => {
        const { before, after } = texts(each, eol);
        const { findings } = await lintExample({ text: before }, before);
        assert.equal(findings.length, 1, shown(before, findings));
        const [finding] = findings;
        assert.match(finding?.message ?? '', /^A line with "(?:steps|routes):" is missing above this list/);
        const fix = finding?.fixes?.[0];
        assert.equal(fix?.preferred, true);
        assert.equal(applied(before, fix), after);
        const fixed = await lintExample({ text: after }, after);
        assert.equal(fixed.findings.length, 0, shown(after, fixed.findings));
      });
});

/** What stands below a key that takes no such list is aligned, as it is where it belongs to a list around it. */
test('a node too deep below a key of a step is moved to the other steps', async () => {
  const text = `chain: tell-people
title: Tell people
steps:
  - skill: technical-writer
    do: Tell them
    - skill: incident-commander
      do: Close it
`;
  const { findings } = await lintExample({ text }, text);
  assert.deepEqual(
    findings.map(({ message, fixes }) => [message, fixes?.[0]?.title]),
    [
      [
        'This item is indented by 4 blanks, but the other items of its list by 2 blanks. Align it with them.',
        'Align with the lines above',
      ],
    ],
  );
});

const otherwise = (target: string): string => `chain: tell-people
title: Tell people
steps:
  - decision: Are people hit?
    routes:
      - when: they are
        go: stop
      - otherwise:${target}
          - skill: technical-writer
            do: Tell them
  - skill: incident-commander
    do: Close it
`;

test('of a list below otherwise: next the word is what may go', async () => {
  const text = otherwise(' next');
  const { findings } = await lintExample({ text }, text);
  assert.deepEqual(
    findings.map(each => each.message),
    ['"otherwise" takes a text or a list, and has both here. Remove "next", or the list.'],
  );
  const fix = findings[0]?.fixes?.[0];
  assert.ok(fix);
  assert.equal(applied(text, fix), otherwise(''));
  assert.deepEqual((await lintExample({ text }, otherwise(''))).findings, []);
});

test('of another target below which a list stands only its author can say what is meant', async () => {
  const text = otherwise(' stop');
  const { findings } = await lintExample({ text }, text);
  assert.deepEqual(
    findings.map(({ message, fixes }) => [message, fixes]),
    [['"otherwise" takes a text or a list, and has both here. Remove "stop", or the list.', []]],
  );
});
