import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildCatalogue } from '../../../server/src/core/model/buildCatalogue.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import { nodeAt } from '../../../server/src/core/model/references.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { chainOf, modelOf, nodeOf, textOf } from '../analysis/chainText.ts';

const texts = (words: readonly { readonly text: string }[]): readonly string[] =>
  words.map(word => word.text);

describe('what a chain says', () => {
  const text = `
chain: demo
title: Demo
category: Trials
version: 1.10.0
trigger: Someone asks
timeline:
  estimate: 2-4 weeks
inputs:
  ticket@2: Where it began
measures:
  severity: 1-5
  rate: { unit: '%', range: 0-100 }
  records: { unit: count }
  ratio: 0.5-2
phases:
  - phase: Build it
    window: weeks 1-4
    takes: 3 weeks
    deliverable:
      plan: What we do
    steps:
      - id: draft
        skill: writer
        do: Draft it
        when: severity > 3
        takes: 1-2 h
        needs: [ticket]
        produces: [draft@1, notes]
        after: other
        owner: Ops
        priority: P1
        document: adr
      - id: both
        parallel:
          - lane: Legal
            steps: [{ team: Law, do: Read it }]
          - { skill: editor, do: Edit it }
        join: { at-least: 1 }
        synthesize: { skill: chief, do: Settle it }
      - checkpoint: Good?
        by: [chief, editor]
        criteria: It reads well
        if-refused: { back-to: draft, at-most: 2 }
      - decision: Publish?
        by: chief
        routes:
          - { when: rate > 5, go: end }
          - otherwise: [{ skill: printer, do: Print it }]
            go: draft
            at-most: 1
      - chain: audit
        version: ^1
        with: { scope: draft@1 }
        produces: [report]
output:
  draft@1: The text
handoffs:
  - then: follow-up
    delivers: [draft@1]
  - escalates-to: help
    if: it burns
    from: draft
    resumes-at: both
  - waits-for: base
    needs: licence
    before: draft
variations:
  - when: always
    add: { skill: more, do: More }
    insert-after: draft
`;
  const model = modelOf(text);

  test('head', () => {
    const { id, title, category, version, trigger, timeline } = model;
    assert.deepEqual(
      [id, title, category, version, trigger].map(word => word?.text),
      ['demo', 'Demo', 'Trials', '1.10.0', 'Someone asks'],
    );
    assert.ok(timeline?.value !== undefined && timeline.value !== 'ongoing' && timeline.value.max === 40320);
    assert.deepEqual(
      model.inputs.map(each => [each.name, each.major, each.description?.text]),
      [['ticket', 2, 'Where it began']],
    );
    assert.deepEqual(
      model.outputs.map(each => each.text),
      ['draft@1'],
    );
  });

  test('measures and what numbers they can have', () => {
    assert.deepEqual(texts(model.measures), ['severity', 'rate', 'records', 'ratio']);
    assert.deepEqual(
      [...model.measureDomains.values()],
      [
        { min: 1, max: 5, whole: true, unit: '' },
        { min: 0, max: 100, whole: true, unit: '%' },
        { min: 0, max: undefined, whole: true, unit: 'count' },
        { min: 0.5, max: 2, whole: false, unit: '' },
      ],
    );
  });

  test('phases', () => {
    const [phase] = model.phases;
    assert.ok(phase !== undefined && phase.id === 'build-it');
    assert.deepEqual([phase.window?.value?.to, phase.takes?.value?.max], [40320, 30240]);
    assert.deepEqual(
      phase.deliverables.map(each => each.name),
      ['plan'],
    );
    assert.ok(model.body.length === 1 && model.body[0] === phase.list && phase.list.phase === phase);
    for (const node of model.nodes) assert.equal(node.list.phase, phase);
  });

  test('nodes in text order', () => {
    assert.deepEqual(
      model.nodes.map(node => `${node.kind} ${node.id}: ${node.label}`),
      [
        'step draft: Draft it',
        'parallel both: both',
        'step law: Read it',
        'step editor: Edit it',
        'step both.synthesize: Settle it',
        'checkpoint good: Good?',
        'decision publish: Publish?',
        'step printer: Print it',
        'chain audit: audit',
      ],
    );
  });

  test('a step', () => {
    const step = nodeOf(model, 'draft');
    assert.ok(step.kind === 'step');
    assert.equal(step.when?.value?.kind, 'threshold');
    assert.equal(step.takes?.value?.max, 120);
    assert.deepEqual(
      [texts(step.needs), texts(step.produces), texts(step.after)],
      [['ticket'], ['draft@1', 'notes'], ['other']],
    );
    assert.deepEqual([step.owner?.text, step.priority?.text, step.document?.text], ['Ops', 'P1', 'adr']);
    assert.equal(text.slice(step.span.start, step.span.end).split('\n').length, 11);
  });

  test('a parallel', () => {
    const parallel = nodeOf(model, 'both');
    assert.ok(parallel.kind === 'parallel');
    assert.deepEqual(parallel.join, { policy: 'at-least', count: 1 });
    assert.deepEqual(
      parallel.lanes.map(lane => [lane.id, lane.list.nodes.map(node => node.id)]),
      [
        ['legal', ['law']],
        [undefined, ['editor']],
      ],
    );
    assert.ok(parallel.synthesize?.synthesizes === parallel && parallel.synthesize.list === parallel.list);
    assert.ok(!parallel.list.nodes.includes(parallel.synthesize));
  });

  test('a checkpoint, a decision and a sub-chain', () => {
    const checkpoint = nodeOf(model, 'good');
    assert.ok(checkpoint.kind === 'checkpoint');
    assert.deepEqual(
      [texts(checkpoint.by), texts(checkpoint.criteria)],
      [['chief', 'editor'], ['It reads well']],
    );
    assert.deepEqual(
      [checkpoint.refused?.key, checkpoint.refused?.target.text, checkpoint.refused?.atMost?.value],
      ['back-to', 'draft', 2],
    );
    const decision = nodeOf(model, 'publish');
    assert.ok(decision.kind === 'decision');
    assert.deepEqual(
      decision.routes.map(route => [
        route.otherwise,
        route.list.nodes.length,
        route.jump?.key,
        route.jump?.target.text,
      ]),
      [
        [false, 0, 'go', 'end'],
        [true, 1, 'go', 'draft'],
      ],
    );
    const audit = nodeOf(model, 'audit');
    assert.ok(audit.kind === 'chain');
    assert.deepEqual(
      audit.bindings.map(each => [each.input.text, each.artefact.name, each.artefact.major]),
      [['scope', 'draft', 1]],
    );
  });

  test('handoffs and variations', () => {
    assert.deepEqual(
      model.handoffs.map(each => [
        each.kind,
        each.chain.text,
        each.node?.text,
        each.condition?.text,
        each.resumes?.target.text,
      ]),
      [
        ['then', 'follow-up', undefined, undefined, undefined],
        ['escalates-to', 'help', 'draft', 'it burns', 'both'],
        ['waits-for', 'base', 'draft', undefined, undefined],
      ],
    );
    assert.deepEqual(
      model.variations.map(each => each.insertAfter?.text),
      ['draft'],
    );
  });

  test('the innermost node at a place', () => {
    assert.equal(nodeAt(model, text.indexOf('Read it'))?.id, 'law');
    assert.equal(nodeAt(model, text.indexOf('at-least'))?.id, 'both');
    assert.equal(nodeAt(model, text.indexOf('Trials')), undefined);
  });
});

describe('what cannot be read is absent', () => {
  const nodeIds: Readonly<Record<string, readonly [string, string]>> = {
    'steps that are no list': ['steps: later', ''],
    'items that are no maps': ['steps:\n  -\n  - text\n  - [a]\n  - { skill: a, do: b }', 'a'],
    'a map that is no node': ['steps:\n  - { lane: x, steps: [] }\n  - {}\n  - { x-note: 1 }', ''],
    'a lane without steps': [
      'steps:\n  - parallel:\n      - lane: x\n      - { skill: a, do: b }',
      'parallel a',
    ],
    'routes of other kinds': ['steps:\n  - decision: d\n    routes: [text, { when: x }, [y]]', 'd'],
    'a synthesis that is no map': [
      'steps:\n  - parallel: [{ skill: a, do: b }]\n    synthesize: c',
      'parallel a',
    ],
    'two kinds in one map': ['steps:\n  - { skill: a, checkpoint: b }', 'a'],
    'steps and phases together': [
      'steps: [{ skill: a, do: x }]\nphases: [{ phase: p, steps: [{ skill: b, do: y }] }]',
      'a b',
    ],
    'phases without steps': ['phases: [{ phase: p }, text, { steps: [{ skill: b, do: y }] }]', 'b'],
    'a key that stands twice': ['steps: [{ skill: a, skill: b, do: x }]\nsteps: [{ skill: c, do: y }]', 'a'],
    'empty values': ['steps:\n  - skill:\n    do:\n    needs:\n    when: ~', 'demo/step'],
  };
  for (const [name, [body, ids]] of Object.entries(nodeIds)) {
    test(name, () =>
      assert.equal(
        chainOf(body)
          .nodes.map(node => node.id)
          .join(' '),
        ids,
      ),
    );
  }

  test('a root that is no map has no model', () => {
    for (const text of ['', '# only this', 'text', '- a\n- b', '*unknown']) {
      const { root } = parseSyntax(text);
      assert.equal(buildChain(root), undefined);
      assert.equal(buildCatalogue(root), undefined);
    }
  });

  test('values of the wrong form keep their words', () => {
    const step = nodeOf(chainOf('- { id: a, skill: b, do: c, takes: soon, when: "" }'), 'a');
    assert.deepEqual([step.takes?.text, step.takes?.value], ['soon', undefined]);
    assert.equal(step.when?.value, undefined);
  });
});

describe('aliases', () => {
  test('stand for what they name, at their own place', () => {
    const text = textOf(`
      - &first { id: one, skill: &who writer, do: Write }
      - { id: two, skill: *who, do: Read }
      - *first
    `);
    const model = modelOf(text);
    assert.deepEqual(
      model.nodes.map(node => node.id),
      ['one', 'two', 'one~2'],
    );
    const two = nodeOf(model, 'two');
    assert.ok(two.kind === 'step' && two.skill?.text === 'writer');
    assert.equal(text.slice(two.skill.span.start, two.skill.span.end), '*who');
    const again = nodeOf(model, 'one~2');
    assert.equal(text.slice(again.span.start, again.span.end), '*first');
  });
});

test('a catalogue', () => {
  const model = buildCatalogue(
    parseSyntax(`
skills:
  sre:
    title: SRE
    aliases: [Site Reliability Engineer, Ops]
    team: infra
    summary: Keeps it up
  bare:
teams:
  infra: { title: Infrastructure, lead: sre }
delegation:
  - { task: documentation, skill: writer }
never-overridden:
  - { skill: sre, about: outages }
may-override:
  - { by: [boss, chief], when: [it must be] }
`).root,
  );
  assert.ok(model !== undefined);
  assert.deepEqual(
    model.skills.map(each => [each.id.text, each.title?.text, texts(each.aliases), each.team?.text]),
    [
      ['sre', 'SRE', ['Site Reliability Engineer', 'Ops'], 'infra'],
      ['bare', undefined, [], undefined],
    ],
  );
  assert.deepEqual(
    model.teams.map(each => [each.id.text, each.lead?.text]),
    [['infra', 'sre']],
  );
  assert.deepEqual(texts(model.skillUses), ['sre', 'writer', 'sre', 'boss', 'chief']);
});

test('reads what a chain advises, and leaves out what says nothing', () => {
  const model = buildChain(
    parseSyntax(`chain: a
title: A
owner: Security
success:
  - Told in time
  - { metric: Actions closed, target: ">= 90 %", within: 30 days }
  - { target: 1 }
pitfalls:
  - Haste
  - { pitfall: Silence, avoid: Speak first }
  - { avoid: Everything }
retrospective: [What next?, [nothing]]
`).root,
  );
  assert.ok(model !== undefined);
  assert.equal(model.owner?.text, 'Security');
  assert.deepEqual(
    model.success.map(({ words, target, within }) => [words.text, target?.text, within?.text]),
    [
      ['Told in time', undefined, undefined],
      ['Actions closed', '>= 90 %', '30 days'],
    ],
  );
  assert.deepEqual(
    model.pitfalls.map(({ words, avoid }) => [words.text, avoid?.text]),
    [
      ['Haste', undefined],
      ['Silence', 'Speak first'],
    ],
  );
  assert.deepEqual(texts(model.retrospective), ['What next?']);
});
