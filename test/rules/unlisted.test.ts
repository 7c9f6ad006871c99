/** What belongs into a list of a route or phase, and stands beside it, makes one finding whose fix puts it there. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applied, lintExample, shown } from '../support/check.ts';

interface Case {
  readonly what: string;
  readonly before: string;
  /** `undefined`: there is no fix. */
  readonly after: string | undefined;
}

const decision = (routes: string): string => `steps:
  - decision: Are people hit?
    routes:
${routes}
  - skill: incident-commander
    do: Close it
`;

const cases: readonly Case[] = [
  {
    what: 'a step of several lines, with comments and a key of the route behind it',
    before: decision(`      - when: they are
        # who
        skill: technical-writer

        do: |
          Tell them

          # all
        go: stop # for good
      - otherwise: next`),
    after: decision(`      - when: they are
        # who
        steps:
          - skill: technical-writer

            do: |
              Tell them

              # all
        go: stop # for good
      - otherwise: next`),
  },
  {
    what: 'a node that holds a list of its own',
    before: decision(`      - when: they are
        parallel:
          - skill: technical-writer
            do: Tell them
          - skill: incident-commander
            do: Tell us
      - otherwise: next`),
    after: decision(`      - when: they are
        steps:
          - parallel:
              - skill: technical-writer
                do: Tell them
              - skill: incident-commander
                do: Tell us
      - otherwise: next`),
  },
  {
    what: 'a step in braces',
    before: decision(`      - { when: they are, skill: technical-writer, do: Tell them }
      - otherwise: next`),
    after: decision(`      - { when: they are, steps: [{ skill: technical-writer, do: Tell them }] }
      - otherwise: next`),
  },
  {
    what: 'a step beside otherwise: next',
    before: decision(`      - when: they are
        go: end
      - otherwise: next
        skill: technical-writer
        do: Tell them`),
    after: decision(`      - when: they are
        go: end
      - otherwise:
          - skill: technical-writer
            do: Tell them`),
  },
  {
    what: 'a list beside an empty otherwise',
    before: decision(`      - when: they are
        go: end
      - otherwise:
        steps:
          - skill: technical-writer
            do: Tell them`),
    after: decision(`      - when: they are
        go: end
      - otherwise:
          - skill: technical-writer
            do: Tell them`),
  },
  {
    what: 'a list beside an otherwise that goes elsewhere',
    before: decision(`      - when: they are
        go: next
      - otherwise: stop # for good
        steps:
          - skill: technical-writer
            do: Tell them # all`),
    after: decision(`      - when: they are
        go: next
      - otherwise: # for good
          - skill: technical-writer
            do: Tell them # all
        go: stop`),
  },
  {
    what: 'a step in a phase',
    before: `phases:
  - phase: First
    skill: technical-writer
    do: Tell them
    takes: 2 hours
`,
    after: `phases:
  - phase: First
    steps:
      - skill: technical-writer
        do: Tell them
    takes: 2 hours
`,
  },
  {
    what: 'a step around a key of the route',
    before: decision(`      - skill: technical-writer
        when: they are
        do: Tell them
      - otherwise: next`),
    after: undefined,
  },
  {
    what: 'a list with a comment at its key',
    before: decision(`      - when: they are
        go: end
      - otherwise: next
        steps: # first
          - skill: technical-writer
            do: Tell them`),
    after: undefined,
  },
];

describe('what stands beside the list that it belongs into', () => {
  for (const eol of ['\n', '\r\n'])
    for (const { what, before, after } of cases)
      test(`${what}${eol === '\n' ? '' : ', with CRLF'}`, async () => {
        const whole = (rest: string): string =>
          `chain: tell-people\ntitle: Tell people\n${rest}`.replaceAll('\n', eol);
        const text = whole(before);
        const { findings } = await lintExample({ text }, text);
        assert.deepEqual(
          findings.map(({ code }) => code),
          ['unknown-key'],
          shown(text, findings),
        );
        const [fix] = findings[0]?.fixes ?? [];
        if (after === undefined) return assert.equal(fix, undefined);
        assert.ok(fix?.preferred);
        assert.equal(applied(text, fix), whole(after));
        const fixed = await lintExample({ text }, whole(after));
        assert.equal(fixed.findings.length, 0, shown(whole(after), fixed.findings));
      });
});

test('says where it belongs', async () => {
  const text = `chain: tell-people\ntitle: Tell people\n${cases[0]?.before}`;
  const { findings } = await lintExample({ text }, text);
  assert.deepEqual(
    findings.map(({ message }) => message),
    ['This route has no key "skill", but takes a list of nodes under "steps". Put "skill" and "do" there.'],
  );
});
