import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/core/features/hover.ts';
import { cursorIn } from '../support/fixture.ts';
import { type ContextOptions, contextOf } from './feature.ts';

interface Hovered {
  readonly markdown: string;
  /** The text that the hover covers. */
  readonly covers: string;
}

function hoverAt(fixture: string, options: ContextOptions = {}): Hovered | undefined {
  const { text, position } = cursorIn(fixture);
  const context = contextOf(text, options);
  const found = hover(context, position);
  if (found === null) return undefined;
  const { contents, range } = found;
  if (range === undefined || typeof contents !== 'object' || !('kind' in contents))
    throw new Error('Not a ranged Markdown hover');
  const { lines } = context.document;
  return { markdown: contents.value, covers: text.slice(lines.offset(range.start), lines.offset(range.end)) };
}

const head = 'chain: draft\ntitle: Draft\n';
const step = (rest: string): string =>
  `${head}steps:\n  - id: one\n    skill: technical-writer\n    do: Write\n${rest}`;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly covers: string;
  readonly says: readonly (string | RegExp)[];
}

const banded =
  '{ unit: months, range: 0-24, bands: { red: "> 12 months", green: < 6, yellow: "6 `a` <b>" } }';

const cases: readonly Case[] = [
  {
    name: 'what a word is that an alias repeats',
    text: `${head}x-who: &who technical-writer\nsteps:\n  - { skill: *wh$0o, do: Write }\n`,
    covers: '*who',
    says: ['`*who` repeats what stands on line 3.', '**Technical Writer** · skill `technical-writer`'],
  },
  {
    name: 'the node that an alias repeats, with its own times',
    text: step('    takes: 1 day\n  - *o$0ne\n').replace('- id', '- &one\n    id'),
    covers: '*one',
    says: ['`*one` repeats what stands on line 4.', '**Write** · step', 'from 1 day to 2 days'],
  },
  {
    name: 'the first lines of all else that an alias repeats',
    text: `${step('    produces: &made\n      - a # ``` \n      - b\n')}x-made: *mad$0e\n`,
    covers: '*made',
    says: ['````yaml\n- a # ``` \n- b\n````'],
  },
  {
    name: 'that a long list goes on, where an alias repeats it',
    text: `${head}x-all: &all\n${'  - a\n'.repeat(20)}x-again: *al$0l\n`,
    covers: '*all',
    says: [`${'- a\n'.repeat(12)}…`],
  },
  {
    name: 'where an anchor is repeated',
    text: `${head}x-who: &wh$0o technical-writer\nsteps:\n  - { skill: *who, do: Write }\n  - { skill: *who, do: Read }\n`,
    covers: '&who',
    says: ['`*who` repeats this on lines 5 and 6.'],
  },
  {
    name: 'that an anchor is not repeated',
    text: `${head}x-who: &wh$0o technical-writer\n`,
    covers: '&who',
    says: ['No alias `*who` repeats this.'],
  },
  {
    name: 'when a node runs, where it is named',
    text: step(
      '    takes: 1-2 hours\n  - id: two\n    skill: technical-writer\n    do: b\n    takes: 1 day\n    after: [o$0ne]\n',
    ),
    covers: 'one',
    says: ['At the longest from the start to 2 hours after it, on the critical path.'],
  },
  {
    name: 'when a node runs, where it says how long',
    text: step(
      '    takes: 2 hours\n  - id: two\n    skill: technical-writer\n    do: b\n    takes: 1 d$0ay\n',
    ),
    covers: '1 day',
    says: ['At the longest from 2 hours to 1 day 2 hours after the start'],
  },
  {
    name: 'how long the parts of a chain take, where it says how long',
    text: step('    takes: 1-2 hours\n').replace('steps:', 'timeline: 3 h$0ours\nsteps:'),
    covers: '3 hours',
    says: ['Its parts take 1 hour to 2 hours.'],
  },
  {
    name: 'a key',
    text: step('    nee$0ds: [a]\n'),
    covers: 'needs',
    says: ['`needs` · list of artefacts', 'Optional.', '```yaml\nneeds: [incident-ticket]\n```'],
  },
  {
    name: 'a required key',
    text: step('    d$0o: x\n').replace('    do: Write\n', ''),
    covers: 'do',
    says: ['Required.'],
  },
  {
    name: 'a key that may stand for another',
    text: `${head}steps:\n  - sk$0ill: a\n    do: b\n`,
    covers: 'skill',
    says: ['Required: either this or `team`.'],
  },
  {
    name: 'a key with a block example',
    text: `${head}ste$0ps:\n  - skill: a\n    do: b\n`,
    covers: 'steps',
    says: [/```yaml\nsteps:\n {2}- /u],
  },
  {
    name: 'a skill by its alias',
    text: `${head}steps:\n  - skill: Ops $0hero\n    do: b\n`,
    covers: 'Ops hero',
    says: [
      '**SRE** · skill `site-reliability-engineer`',
      'Keeps services up and brings them back',
      'Team: `infrastructure`',
      'Also called: Ops Hero, Site Reliability Engineer',
      'Declared in `team.skills.yaml`, line 2',
    ],
  },
  {
    name: 'a team',
    text: `${head}steps:\n  - team: infra$0structure\n    do: b\n`,
    covers: 'infrastructure',
    says: [
      '**Infrastructure** · team `infrastructure`',
      'Led by `site-reliability-engineer`',
      'Skills: `site-reliability-engineer`',
    ],
  },
  {
    name: 'a duration',
    text: step('    takes: 2-$04 weeks\n'),
    covers: '2-4 weeks',
    says: [/14 to 28 days/u],
  },
  { name: 'a timeline', text: `${head}timeline: on$0going\n`, covers: 'ongoing', says: [/\w/u] },
  {
    name: 'a window',
    text: `${head}phases:\n  - phase: A\n    window: weeks $01-4\n`,
    covers: 'weeks 1-4',
    says: [/week/u],
  },
  {
    name: 'a target in quotes',
    text: `${head}success:\n  - metric: A\n    target: ">= $090 %"\n`,
    covers: '>= 90 %',
    says: [/90/u],
  },
  {
    name: 'a node that is named elsewhere',
    text: step('  - checkpoint: Fine\n    if-refused: { back-to: o$0ne }\n'),
    covers: 'one',
    says: ['**Write** · step `one`', 'Skill: `technical-writer`', 'Line 4'],
  },
  {
    name: 'an artefact',
    text: `${head}inputs:\n  ticket: First *evidence*\n${step('    needs: [tic$0ket]\n').replace(head, '')}output:\n  ticket: Kept\n`,
    covers: 'ticket',
    says: [
      'Artefact `ticket`',
      '- An input of the chain, line 4: First \\*evidence\\*',
      '- Needed by `one`, line 6',
      '- An output of the chain: Kept',
    ],
  },
  {
    name: 'an artefact from nowhere',
    text: step('    needs: [gh$0ost]\n'),
    covers: 'ghost',
    says: ['Nothing in this chain makes it'],
  },
  {
    name: 'a chain',
    text: `${head}steps:\n  - chain: yearly$0-audit\n`,
    covers: 'yearly-audit',
    says: [
      '**Yearly audit** · chain `yearly-audit`',
      'Checks that what was promised is done',
      'Inputs: `audit-scope`',
    ],
  },
  {
    name: 'an input of another chain',
    text: `${head}steps:\n  - chain: yearly-audit\n    with: { audit-$0scope: a }\n`,
    covers: 'audit-scope',
    says: ['Input `audit-scope` of `yearly-audit`', 'What is looked at'],
  },
  {
    name: 'a reserved word',
    text: step('  - decision: A\n    routes:\n      - otherwise: st$0op\n'),
    covers: 'stop',
    says: ['failed'],
  },
  {
    name: 'a condition over measures',
    text: `${head}measures:\n  severity: 1-5\n${step('    when: severity $0> 3\n').replace(head, '')}`,
    covers: 'severity > 3',
    says: [/severity/u],
  },
  {
    name: 'a measure in a condition',
    text: `${head}measures:\n  severity: 1-5\n${step('    when: not seve$0rity\n').replace(head, '')}`,
    covers: 'severity',
    says: ['Measure `severity`', 'From 1 to 5, whole numbers.', 'Declared in line 4'],
  },
  {
    name: 'a measure with a unit',
    text: `${head}measures:\n  delay: { unit: hours, range: 0-72 }\n${step('    when: del$0ay > 3\n').replace(head, '')}`,
    covers: 'delay',
    says: ['Measure `delay`', 'From 0 to 72, whole numbers.', 'Unit: `hours`', 'Declared in line 4'],
  },
  {
    name: 'a measure with bands',
    text: `${head}measures:\n  delay: ${banded}\n${step('    when: del$0ay > 3\n').replace(head, '')}`,
    covers: 'delay',
    says: [
      'Unit: `months`\n\n- green: `< 6 months`\n- yellow: ``6 `a` <b>``\n- red: `> 12 months`\n\nDeclared in line 4',
    ],
  },
  {
    name: 'a measure with bands where it is declared',
    text: `${head}measures:\n  de$0lay: ${banded}\n${step('').replace(head, '')}`,
    covers: 'delay',
    says: ['- green: `< 6 months`\n- yellow: '],
  },
  {
    name: 'bands without a unit, and what is none',
    text: `${head}measures:\n  de$0lay: { bands: { green: 1-3, blue: 5, red: } }\n${step('').replace(head, '')}`,
    covers: 'delay',
    says: [/Measure `delay`\n\n- green: `1-3`\n\nDeclared/u],
  },
];

for (const { name, text, covers, says } of cases) {
  test(`explains ${name}`, () => {
    const found = hoverAt(text);
    assert.equal(found?.covers, covers);
    for (const part of says) {
      if (typeof part === 'string')
        assert.ok(found?.markdown.includes(part), `${found?.markdown}\nlacks ${part}`);
      else assert.match(found?.markdown ?? '', part);
    }
  });
}

const silent: readonly (readonly [string, string])[] = [
  ['free words', step('    notes: so$0me\n')],
  ['an unknown skill', `${head}steps:\n  - skill: nobo$0dy\n    do: b\n`],
  ['an unknown node', step('    after: gh$0ost\n')],
  ['a duration that cannot be read', step('    takes: so$0on\n')],
  ['a comment', '# he$0re\nchain: a\n'],
  ['a blank line', 'chain: a\n$0\n'],
  ['an empty text', '$0'],
];
for (const [name, text] of silent)
  test(`says nothing of ${name}`, () => assert.equal(hoverAt(text), undefined));

test('nothing from a document is markup', () => {
  const files = {
    'a.skills.yaml':
      'skills:\n  evil:\n    title: "[x](command:evil) <img src=x onerror=alert(1)>"\n    aliases: ["``` https://evil.example"]\n    summary: "# a\\n\\n- b\\n\\n```js"\n',
  };
  const found = hoverAt(`${head}steps:\n  - skill: e$0vil\n    do: b\n`, { files });
  const bare = (found?.markdown ?? '').replace(/\\[^a-zA-Z0-9\s]/gu, '');
  assert.doesNotMatch(bare, /<|[[\]]|```|:\/\/|^#|^- b/mu);
  assert.match(bare, /onerror/u);
});

test('a key is linked to the reference where the client knows the command', () => {
  const { text, position } = cursorIn(step('    nee$0ds: [a]\n'));
  const context = contextOf(text);
  const said = (commands: readonly string[]): string => JSON.stringify(hover(context, position, commands));
  const argument = encodeURIComponent('[{"page":"docs/language/chain.md","anchor":"step-needs"}]');
  assert.ok(
    said(['skillChains.openReference']).includes(
      `[Reference](command:skillChains.openReference?${argument})`,
    ),
  );
  assert.ok(!said([]).includes('command:'));
});
