/** Where names stand, beyond what a table of all kinds shows: names by words, unknown names, odd spellings, broken texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights } from '../../server/src/core/features/documentHighlights.ts';
import { references } from '../../server/src/core/features/references.ts';
import { cursorIn } from '../support/fixture.ts';
import { loadedService } from '../support/requests.ts';
import { type ContextOptions, contextOf } from './feature.ts';

interface Case extends ContextOptions {
  readonly name: string;
  /** With `$0` where somebody asks. */
  readonly text: string;
  /** `line:character word` of each place in the document, from 1 and 0; those in other files begin with their path. */
  readonly places: readonly string[];
}

const head = 'chain: draft\ntitle: Draft\n';

const cases: readonly Case[] = [
  {
    name: 'a phase that has no id, at its words',
    text: `${head}phases:
  - phase: Lo$0ok
    steps: [{ skill: a, do: b }]
  - phase: Mend
    steps:
      - checkpoint: Good
        if-refused: { back-to: look, at-most: 1 }
`,
    places: ['4:11 Look', '9:31 look'],
  },
  {
    name: 'a checkpoint that has no id, where it is jumped to',
    text: `${head}steps:
  - checkpoint: All good
  - decision: Again?
    routes:
      - { when: yes, go: all-g$0ood, at-most: 1 }
      - otherwise: next
`,
    places: ['4:16 All good', '7:25 all-good'],
  },
  {
    name: 'a skill that nobody declares, however often it is named',
    text: `${head}steps:
  - { skill: astrologer, do: a }
  - { skill: 'astro$0loger', do: b }
  - { skill: astronomer, do: c }
`,
    places: ['4:13 astrologer', '5:14 astrologer'],
  },
  {
    name: 'a node of this chain alone, not one of the same id elsewhere',
    text: `${head}steps:
  - { id: lo$0ok, skill: a, do: b }
  - { skill: b, do: c }
handoffs:
  - { joins: yearly-audit, at: look }
  - { escalates-to: yearly-audit, from: look }
`,
    places: ['4:10 look', '8:40 look'],
  },
  {
    name: 'each version of an artefact, and what asks for any',
    text: `${head}steps:
  - { id: one, skill: a, do: b, produces: [note$0@1] }
  - { id: two, skill: a, do: b, produces: [note@2] }
  - { skill: c, do: d, needs: [note@1] }
  - { skill: d, do: d, needs: [note] }
  - { skill: e, do: d, needs: [note@2] }
`,
    places: ['4:43 note@1', '6:31 note@1', '7:31 note'],
  },
  {
    name: 'in a text that is broken further down',
    text: `${head}steps:
  - { id: one, skill: a, do: b }
  - { skill: c, do: d, after: o$0ne }
success: [half
`,
    places: ['4:10 one', '5:30 one'],
  },
  {
    name: 'an anchor with the aliases that repeat it, and not what another of that name repeats',
    text: `${head}steps:
  - { skill: a, do: b, produces: &made [x] }
  - { skill: c, do: d, needs: *ma$0de }
  - { skill: c, do: e, produces: &made [y] }
  - { skill: c, do: f, needs: *made }
`,
    places: ['4:33 &made', '5:30 *made'],
  },
  {
    name: 'an anchor behind a tag and a comment that names it',
    text: `${head}steps: !list # like &all
  &a$0ll
  - { skill: a, do: b }
x-more: *all
`,
    places: ['4:2 &all', '6:8 *all'],
  },
  { name: 'nothing at a sentence', text: `${head}steps:\n  - { skill: c, do: Th$0ink }\n`, places: [] },
  {
    name: 'nothing at a word of the language',
    text: `${head}steps:\n  - { decision: Is it?, routes: [{ otherwise: ne$0xt }] }\n`,
    places: [],
  },
  { name: 'nothing at a key', text: `${head}ste$0ps:\n  - { skill: c, do: Think }\n`, places: [] },
  {
    name: 'no item called all, where a team helps with all of them',
    path: 'a.suite.yaml',
    text: 'suite: a\ntitle: A\nitems:\n  one: { chain: yearly-audit }\nteams:\n  T: { primary: [one], support: a$0ll }\n',
    places: [],
  },
];

for (const { name, text: fixture, places, ...options } of cases) {
  test(name, () => {
    const { text, position } = cursorIn(fixture);
    const context = contextOf(text, options);
    const { uri, lines } = context.document;
    const found = references(context, position, true);
    const shown = found
      .filter(each => each.uri === uri)
      .map(({ range: { start, end } }) => {
        const word = text.slice(lines.offset(start), lines.offset(end));
        return `${start.line + 1}:${start.character} ${word}`;
      });
    assert.deepEqual(shown, places);
    assert.equal(documentHighlights(context, position).length, places.length);
  });
}

test('the files in which agents keep a skill are among its places, and nothing outside the folder is', async () => {
  const skill = '---\nname: planner\ndescription: Plans ahead\n---\n';
  const chain = `${head}steps:\n  - { skill: planner, do: Plan }\n`;
  const { service, workspace } = await loadedService({
    '.claude/skills/planner/SKILL.md': skill,
    'a.chain.yaml': chain,
    'deep/b.chain.yaml': chain.replace('draft', 'other'),
    'file:///elsewhere/c.chain.yaml': chain,
  });
  const found = service.references(workspace.uri('a.chain.yaml'), { line: 3, character: 14 }, true);
  assert.deepEqual(
    found.map(({ uri, range }) => `${uri} ${range.start.line}:${range.start.character}`),
    [
      `${workspace.uri('a.chain.yaml')} 3:13`,
      `${workspace.uri('deep/b.chain.yaml')} 3:13`,
      `${workspace.uri('.claude/skills/planner/SKILL.md')} 1:6`,
    ],
  );
});
