import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../server/src/core/features/definition.ts';
import { cursorIn } from '../support/fixture.ts';
import { contextOf } from './feature.ts';

/** A chain in which every kind of name is used; `$0` is put where a case wants it. */
const chain = `chain: draft
title: Draft
inputs:
  ticket: First evidence
measures:
  severity: 1-5
steps:
  - id: assess
    skill: Ops Hero
    do: Look
    needs: [ticket]
    produces: [scope@1]
  - id: respond
    parallel:
      - lane: Legal
        steps:
          - team: infrastructure
            do: Decide
            after: write
      - id: write
        skill: technical-writer
        do: Write
        needs: ["scope"]
  - checkpoint: Agreed
    by: [incident-commander]
    if-refused: { back-to: assess, at-most: 2 }
  - decision: Bad?
    routes:
      - when: severity > 3
        go: respond
        at-most: 1
      - otherwise: next
  - chain: yearly-audit
    with: { audit-scope: scope }
handoffs:
  - joins: yearly-audit
    at: look
    delivers: [scope]
  - escalates-to: yearly-audit
    from: write
    resumes-at: respond
`;

interface Case {
  readonly name: string;
  /** The line and the word in it that is asked about; the cursor stands in its middle. */
  readonly line: string;
  readonly word: string;
  /** File and selected text of each target; empty: none. */
  readonly targets: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a skill by its alias',
    line: '    skill: Ops Hero',
    word: 'Ops Hero',
    targets: ['team.skills.yaml site-reliability-engineer'],
  },
  {
    name: 'a skill that approves',
    line: '    by: [incident-commander]',
    word: 'incident-commander',
    targets: ['team.skills.yaml incident-commander'],
  },
  {
    name: 'a team',
    line: '          - team: infrastructure',
    word: 'infrastructure',
    targets: ['team.skills.yaml infrastructure'],
  },
  { name: 'an input', line: '    needs: [ticket]', word: 'ticket', targets: ['draft.chain.yaml ticket'] },
  {
    name: 'an artefact in quotes',
    line: '        needs: ["scope"]',
    word: 'scope',
    targets: ['draft.chain.yaml scope@1'],
  },
  {
    name: 'a delivered artefact',
    line: '    delivers: [scope]',
    word: 'scope',
    targets: ['draft.chain.yaml scope@1'],
  },
  {
    name: 'a node by after',
    line: '            after: write',
    word: 'write',
    targets: ['draft.chain.yaml write'],
  },
  {
    name: 'a node to go back to',
    line: '    if-refused: { back-to: assess, at-most: 2 }',
    word: 'assess',
    targets: ['draft.chain.yaml assess'],
  },
  {
    name: 'a node to go to',
    line: '        go: respond',
    word: 'respond',
    targets: ['draft.chain.yaml respond'],
  },
  {
    name: 'a node to resume at',
    line: '    resumes-at: respond',
    word: 'respond',
    targets: ['draft.chain.yaml respond'],
  },
  { name: 'no reserved word', line: '      - otherwise: next', word: 'next', targets: [] },
  {
    name: 'a measure in a condition',
    line: '      - when: severity > 3',
    word: 'severity',
    targets: ['draft.chain.yaml severity'],
  },
  {
    name: 'a chain',
    line: '  - chain: yearly-audit',
    word: 'yearly-audit',
    targets: ['yearly-audit.chain.yaml yearly-audit'],
  },
  {
    name: 'an input of another chain',
    line: '    with: { audit-scope: scope }',
    word: 'audit-scope',
    targets: ['yearly-audit.chain.yaml audit-scope'],
  },
  {
    name: 'an artefact that is bound',
    line: '    with: { audit-scope: scope }',
    word: 'scope }',
    targets: ['draft.chain.yaml scope@1'],
  },
  {
    name: 'a node of another chain',
    line: '    at: look',
    word: 'look',
    targets: ['yearly-audit.chain.yaml look'],
  },
  {
    name: 'a declaration itself',
    line: '  - id: assess',
    word: 'assess',
    targets: ['draft.chain.yaml assess'],
  },
  { name: 'no key', line: '    do: Look', word: 'do', targets: [] },
  { name: 'no free words', line: '    do: Look', word: 'Look', targets: [] },
];

for (const { name, line, word, targets } of cases) {
  test(`finds ${name}`, () => {
    const at = chain.indexOf(`${line}\n`) + line.indexOf(word) + 1;
    const { text, position } = cursorIn(`${chain.slice(0, at)}$0${chain.slice(at)}`);
    const context = contextOf(text);
    const found = definition(context, position).map(link => {
      const target = context.project.documents.get(link.targetUri);
      if (target === undefined) throw new Error(`No document ${link.targetUri}`);
      const { start, end } = link.targetSelectionRange;
      const selected = target.text.slice(target.lines.offset(start), target.lines.offset(end));
      return `${link.targetUri.replace('file:///workspace/', '')} ${selected}`;
    });
    assert.deepEqual(found, targets);
  });
}

test('says which word it comes from, without its quotes', () => {
  const { text, position } = cursorIn('chain: a\ntitle: b\nsteps:\n  - skill: "Ops $0Hero"\n    do: c\n');
  const [link] = definition(contextOf(text), position);
  assert.deepEqual(link?.originSelectionRange, {
    start: { line: 3, character: 12 },
    end: { line: 3, character: 20 },
  });
});

test('leads from an alias, and from an anchor, to the anchor', () => {
  for (const at of ['needs: *ma$0de', 'produces: &ma$0de']) {
    const { text, position } = cursorIn(
      'chain: a\ntitle: b\nsteps:\n  - { skill: c, do: d, produces: &made [x] }\n  - { skill: c, do: d, needs: *made }\n'.replace(
        at.replace('$0', ''),
        at,
      ),
    );
    const context = contextOf(text);
    const { lines } = context.document;
    const [link, ...others] = definition(context, position);
    assert.ok(link);
    const said = [link.targetRange, link.targetSelectionRange].map(({ start, end }) =>
      text.slice(lines.offset(start), lines.offset(end)),
    );
    assert.deepEqual([said, others], [['&made [x]', '&made'], []]);
  }
});

test('leads nowhere from an alias without an anchor', () => {
  const { text, position } = cursorIn(
    'chain: a\ntitle: "a & b"\nsteps:\n  - *la$0ter\n  - &later { skill: c, do: d }\n',
  );
  assert.deepEqual(definition(contextOf(text), position), []);
});
