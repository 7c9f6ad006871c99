import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAction, asking } from './actions.ts';

const kind = 'source.fixAll.skillChains';
const asked = await asking();

/** The text after all safe fixes; `undefined`: none is offered. */
function fixed(text: string, ...only: readonly string[]): string | undefined {
  asked.write(text);
  const [action] = asked
    .actions(0, text.length, only.length === 0 ? undefined : only)
    .filter(each => each.kind === kind);
  return action && afterAction(text, action, asked.uri);
}

const head = 'chain: restore-service\ntitle: Restore the service\n';

const cases: readonly { readonly says: string; readonly text: string; readonly fixed: string | undefined }[] =
  [
    {
      says: 'quotes, spellings, lists and orders that say nothing, each where it stands, with every comment',
      text: `${head}# above
Summary: Bring it back   # what for
steps:
  - id: restore
    skill: Site_Reliability_Engineer
    do: Fix issue #12 and close it
    # of both
    done: It answers
  - id: tell
    skill: technical-writer
    do: Tell: everybody
    after: [restore]
success:
  - Told in time: everybody
`,
      fixed: `${head}# above
summary: Bring it back   # what for
steps:
  - id: restore
    skill: Site_Reliability_Engineer
    do: "Fix issue #12 and close it"
    # of both
    done: [It answers]
  - id: tell
    skill: technical-writer
    do: "Tell: everybody"
success:
  - 'Told in time: everybody'
`,
    },
    {
      says: 'both of two orders in one list, of which only one can go at a time',
      text: `${head}steps:
  - { id: a, skill: technical-writer, do: It }
  - { id: b, skill: technical-writer, do: It }
  - { id: c, skill: technical-writer, do: It, after: [a, b] }
`,
      fixed: `${head}steps:
  - { id: a, skill: technical-writer, do: It }
  - { id: b, skill: technical-writer, do: It }
  - { id: c, skill: technical-writer, do: It }
`,
    },
    {
      says: 'tabs where nothing but they indents, as wide as makes a text deeper than its key',
      text: `${head}steps:\n\t- skill: technical-writer\n\t  do: |\n\t\tWrite\n\t\t  it\n\t  done:\n\t\t- Sent\n`,
      fixed: `${head}steps:\n    - skill: technical-writer\n      do: |\n        Write\n          it\n      done:\n        - Sent\n`,
    },
    {
      says: 'a key in capitals, also where what nobody read below it has mistakes of its own',
      text: `${head}Steps:\n  - Skill: technical-writer\n    Do: It\n    note: b\nSuccess:\n  - metric: Closed\n    target: soon\n`,
      fixed: `${head}steps:\n  - skill: technical-writer\n    do: It\n    note: b\nsuccess:\n  - metric: Closed\n    target: soon\n`,
    },
    {
      says: 'no tabs beside blanks, whose width is a guess',
      text: `${head}steps:\n  - skill: technical-writer\n\t\tdo: It\n`,
      fixed: undefined,
    },
    {
      says: 'nothing that is a guess',
      text: `${head}steps:
  - id: restore
    skill: technical-writer
    do: It
    neds: [timeline]
  - checkpoint: Good?
    by: technical-writer
    if-refused: { back-to: restor }
`,
      fixed: undefined,
    },
    {
      says: 'nothing where there is nothing to fix',
      text: `${head}steps:\n  - { skill: technical-writer, do: It }\n`,
      fixed: undefined,
    },
  ];

for (const each of cases) {
  test(`all safe fixes make ${each.says}`, () => {
    assert.equal(fixed(each.text, kind), each.fixed);
    if (each.fixed !== undefined) assert.equal(fixed(each.fixed, kind), undefined, 'a second time');
    const crlf = each.text.replaceAll('\n', '\r\n');
    assert.equal(fixed(crlf, kind), each.fixed?.replaceAll('\n', '\r\n'));
  });
}

test('they are made where an editor asks for them or for what they are a part of, and not where it asks for a place', () => {
  const text = `${head}Summary: Back\nsteps:\n  - { skill: technical-writer, do: It }\n`;
  for (const only of [[kind], ['source.fixAll'], ['source']])
    assert.ok(fixed(text, ...only)?.includes('\nsummary: Back'), only.join());
  for (const only of [[], [''], ['quickfix'], ['source.organizeImports']])
    assert.equal(fixed(text, ...only), undefined);
});
