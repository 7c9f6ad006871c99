/** A whole document below one key makes one finding, whose fix takes it out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applied, lintExample, shown } from '../support/check.ts';

interface Case {
  readonly what: string;
  /** `tell-people.chain.yaml` unless given. */
  readonly path?: string;
  readonly before: string;
  /** `undefined`: there is no fix. */
  readonly after: string | undefined;
}

const cases: readonly Case[] = [
  {
    what: 'with comments, empty lines and a text over lines',
    before: `# all of it
workflow:
    chain: tell-people
    title: Tell people

    # who
    steps:
# here
      - skill: technical-writer
        do: |
          Tell them

            all
`,
    after: `# all of it
chain: tell-people
title: Tell people

# who
steps:
# here
  - skill: technical-writer
    do: |
      Tell them

        all
`,
  },
  {
    what: 'beside a key that is at its place, with an id behind the others',
    before: `version: 1.0.0
chain:
  title: Tell people
  id: tell-people
  steps: [{ skill: technical-writer, do: Tell them }]
`,
    after: `version: 1.0.0
title: Tell people
chain: tell-people
steps: [{ skill: technical-writer, do: Tell them }]
`,
  },
  {
    what: 'of a catalogue',
    path: 'more.skills.yaml',
    before: `catalogue:
  teams: { press: { title: Press } }
`,
    after: `teams: { press: { title: Press } }
`,
  },
  {
    what: 'of a suite',
    path: 'words.suite.yaml',
    before: `suite:
  id: words
  title: Words
  items:
    tell: { title: Tell them, chain: post-mortem }
`,
    after: `suite: words
title: Words
items:
  tell: { title: Tell them, chain: post-mortem }
`,
  },
  {
    what: 'in braces',
    before: `{ "workflow": { "chain": "tell-people", "title": "Tell people", "steps": [{ "skill": "technical-writer", "do": "Tell them" }] } }
`,
    after: undefined,
  },
  {
    what: 'with a comment behind the key',
    before: `workflow: # all of it
  chain: tell-people
  title: Tell people
  steps: [{ skill: technical-writer, do: Tell them }]
`,
    after: undefined,
  },
  {
    what: 'with a tag',
    before: `workflow: !all
  chain: tell-people
  title: Tell people
  steps: [{ skill: technical-writer, do: Tell them }]
`,
    after: undefined,
  },
];

describe('a whole document below one key', () => {
  for (const eol of ['\n', '\r\n'])
    for (const { what, path = 'tell-people.chain.yaml', before, after } of cases)
      test(`${what}${eol === '\n' ? '' : ', with CRLF'}`, async () => {
        const text = before.replaceAll('\n', eol);
        const { findings } = await lintExample({ text, path }, text);
        const codes = findings.map(({ code }) => code);
        assert.deepEqual(codes, ['bad-indentation'], shown(text, findings));
        const [fix] = findings[0]?.fixes ?? [];
        if (after === undefined) return assert.equal(fix, undefined);
        assert.ok(fix?.preferred);
        const whole = after.replaceAll('\n', eol);
        assert.equal(applied(text, fix), whole);
        const fixed = await lintExample({ text, path }, whole);
        const left = fixed.findings.filter(({ severity }) => severity === 'error');
        assert.equal(left.length, 0, shown(whole, fixed.findings));
      });
});

const others: Readonly<Record<string, string>> = {
  'a key beside a chain that lacks one of the same name': `chain: tell-people
misc: { title: Tell people }
steps: [{ skill: technical-writer, do: Tell them }]
`,
  'two keys that nobody knows': `workflow: { title: Tell people, steps: [] }
other: { title: Tell people, steps: [] }
`,
  'a map of other things': `workflow: { colour: red, size: 3 }
`,
};

describe('is not said of', () => {
  for (const [what, text] of Object.entries(others))
    test(what, async () => {
      const { findings } = await lintExample({ text, path: 'tell-people.chain.yaml' }, text);
      const codes = findings.map(({ code }) => code);
      assert.ok(codes.includes('unknown-key') && !codes.includes('bad-indentation'), shown(text, findings));
    });
});
