import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { catalogue, contextOf } from './feature.ts';

const kindNames = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

/** One line a symbol, indented as they are nested: kind, name, detail. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ kind, name, detail, children = [] }) => [
    `${indent}${kindNames.get(kind)} ${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...outline(children, `${indent}  `),
  ]);
}

const cases: readonly {
  readonly name: string;
  readonly text: string;
  readonly path?: string;
  readonly outline: string;
}[] = [
  {
    name: 'a chain with every kind of node',
    text: `chain: a
title: Answer
steps:
  - skill: x
    do: First thing
    takes: 1-2 hours
  - id: both
    parallel:
      - skill: y
        do: Bare
      - lane: Legal
        steps:
          - skill: z
            do: Within
    synthesize: { skill: w, do: Make one of it }
  - checkpoint: Agreed
    by: [x, y]
  - decision: Bad?
    by: x
    routes:
      - when: very
        steps:
          - team: t
            do: Tell
        go: stop
      - otherwise: next
  - chain: other
handoffs:
  - then: more
`,
    outline: `Module Answer (a)
  Function First thing (x · 1-2 hours)
  Array both (2 lanes · from 2 hours)
    Function Bare (y · from 2 hours)
    Object Legal (lane)
      Function Within (z · from 2 hours)
    Function Make one of it (w)
  Event Agreed (checkpoint · x, y)
  Enum Bad? (decision · x)
    EnumMember when very (to stop)
      Function Tell (t)
    EnumMember otherwise (to next)
  Interface other (sub-chain)
  Operator more (then)`,
  },
  {
    name: 'phases',
    text: 'chain: a\ntitle: A\nphases:\n  - phase: One\n    window: weeks 1-4\n    steps:\n      - skill: x\n        do: y\n',
    outline: 'Module A (a)\n  Namespace One (weeks 1-4)\n    Function y (x)',
  },
  {
    name: 'a catalogue',
    text: catalogue,
    path: 'other.skills.yaml',
    outline: `Class SRE (site-reliability-engineer)
Class Technical Writer (technical-writer)
Class Incident Commander (incident-commander)
Struct Infrastructure (team infrastructure)`,
  },
  {
    name: 'a broken chain',
    text: 'chain: a\nsteps:\n  - skill: x\n    do: "open\n  - skill: y\n',
    outline: 'Module a (a)\n  Function open (x)\n  Function y (y)',
  },
  { name: 'nothing', text: '', outline: '' },
  {
    name: 'a suite with its items, phases and teams',
    path: 'a.suite.yaml',
    text: `suite: a
title: Answer
items:
  P1: { title: First, chain: x, priority: P0, owner: Ops }
  P2: { plan: y }
phases:
  - phase: Begin
    window: weeks 1-2
    items: [P1, P9]
teams:
  Ops: { primary: [P1] }
`,
    outline: `Module Answer (a)
  Function P1 First (P0 · Ops)
  Function P2
  Namespace Begin (weeks 1-2)
    Key P1 First (P0 · Ops)
    Key P9
  Struct Ops (team · 1 item)`,
  },
  {
    name: 'what a chain says beside its flow, in groups and in text order',
    text: `chain: a
title: Answer
timeline:
  estimate: 1 week
  milestones:
    - { window: day 1, what: Begun }
    - window: week 1
inputs:
  ticket: What was asked
measures:
  harm: 1-5
  calls: { unit: count, range: 0-40 }
  plain: { bands: { red: "> 3" } }
steps:
  - skill: x
    do: First thing
output:
  note@1: What was answered
success:
  - Nobody asks twice
  - { metric: Time, target: < 1 day, within: 1 month }
reference:
  - title: Words
    list: [please]
  - text: no title
`,
    outline: `Module Answer (a)
  Field milestones
    Event Begun (day 1)
  Field inputs
    Variable ticket
  Field measures
    Number harm (1-5)
    Number calls (0-40 · count)
    Number plain
  Function First thing (x)
  Field output
    Variable note@1
  Field success
    Constant Nobody asks twice
    Constant Time (< 1 day · 1 month)
  Field reference
    String Words (list)`,
  },
  {
    name: 'no group of what is empty, or stands elsewhere',
    text: 'chain: a\ntitle: Answer\ninputs: &same\noutput: *same\nmeasures: {}\nsuccess: soon\nreference: [a]\n',
    outline: 'Module Answer (a)',
  },
  {
    name: 'who decides, by a catalogue',
    path: 'team.skills.yaml',
    text: `skills:
  x: { title: X }
delegation:
  - { task: papers, skill: x }
never-overridden:
  - { skill: x, about: harm }
may-override:
  - { by: [x, y], when: it burns }
`,
    outline: `Class X (x)
Field delegation
  Key papers (x)
Field never-overridden
  Key harm (x)
Field may-override
  Key it burns (x)`,
  },
  {
    name: 'the risks of a suite',
    path: 'a.suite.yaml',
    text: 'suite: a\ntitle: A\nitems: {}\nrisks:\n  - { risk: No time, level: high }\n  - risk: Rain\n',
    outline: `Module A (a)
  Field risks
    Key No time (high)
    Key Rain`,
  },
  {
    name: 'a prompt plan with the headings of its template',
    path: 'plan.a@v1.yaml',
    text: `meta: { id: plan.a@v1, owner: ops }
inputs:
  repository: string
template: |
  # Look
  at it
  ## Deeper
  \`\`\`
  # no heading
  \`\`\`
  # Answer
examples:
  - name: small
    inputs: { repository: a }
  - inputs: { repository: b }
`,
    outline: `Module plan.a@v1 (ops)
  Variable repository (string)
  String template
    String Look
      String Deeper
    String Answer
  Object small (example)
  Object example`,
  },
];

for (const each of cases) {
  test(`outlines ${each.name}`, () => {
    const context = contextOf(each.text, each.path === undefined ? {} : { path: each.path });
    assert.equal(outline(documentSymbols(context)).join('\n'), each.outline);
  });
}

test('a symbol holds the range it selects, and has a name', () => {
  const context = contextOf(
    'chain: a\ntitle: ""\nsteps:\n  - skill:\n    do:\n  - checkpoint: ""\n  - lane: x\n',
  );
  const check = (symbol: DocumentSymbol): void => {
    const { lines } = context.document;
    const { range, selectionRange } = symbol;
    assert.ok(lines.offset(range.start) <= lines.offset(selectionRange.start), symbol.name);
    assert.ok(lines.offset(selectionRange.end) <= lines.offset(range.end), symbol.name);
    assert.notEqual(symbol.name.trim(), '');
    symbol.children?.forEach(check);
  };
  documentSymbols(context).forEach(check);
});

test('what an alias repeats stands at that alias, within what it is a part of', () => {
  const text = `chain: a
title: A
steps:
  - parallel:
      - { lane: One, steps: &steps [{ skill: x, do: Go }] }
      - { lane: Two, steps: *steps }
  - &both
    parallel: [{ lane: Three, steps: [{ skill: x, do: Come }] }, { skill: y, do: Stay }]
  - *both
`;
  const context = contextOf(text);
  const { lines } = context.document;
  const places = (symbols: readonly DocumentSymbol[]): readonly string[] =>
    symbols.flatMap(({ name, range, children = [] }) => {
      for (const child of children) {
        assert.ok(lines.offset(child.range.start) >= lines.offset(range.start), child.name);
        assert.ok(lines.offset(child.range.end) <= lines.offset(range.end), child.name);
      }
      return [`${name} ${range.start.line}`, ...places(children)];
    });
  assert.deepEqual(places(documentSymbols(context)), [
    ...['A 0', 'parallel 3', 'One 4', 'Go 4', 'Two 5', 'Go 5'],
    ...['parallel 7', 'Three 7', 'Come 7', 'Stay 7', 'parallel 8', 'Three 8', 'Come 8', 'Stay 8'],
  ]);
});
