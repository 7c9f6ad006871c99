import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildChainGraph } from '../../../server/src/core/analysis/buildChainGraph.ts';
import type { GraphNode, GraphSource } from '../../../server/src/core/analysis/chainGraph.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { contains } from '../../../server/src/core/util/span.ts';
import { edgeLine, graphOfText, linesOf, modelOf, nodeLines, textOf } from './chainText.ts';

/** A chain that uses what the language has; the graph below was drawn by hand from the rules. */
const text = `chain: data-breach-response
title: Data breach response
version: 1.2.0
category: Privacy
trigger: Someone suspects a leak
timeline: { estimate: 2-4 weeks, because: it depends }
inputs: { incident-ticket: First evidence }
measures: { severity: 1-5, records: { unit: count } }
steps:
  - { id: assess, skill: privacy-engineer, do: Establish the scope, needs: [incident-ticket], produces: [breach-scope], takes: 1-2 hours }
  - id: respond
    parallel:
      - { id: contain, skill: security-sentinel, do: Close the hole, needs: [breach-scope], produces: [forensic-report] }
      - lane: Legal
        steps:
          - { id: duties, skill: compliance-guardian, do: Decide whom to tell, needs: [breach-scope], produces: [notification-plan] }
    synthesize: { skill: incident-commander, do: Settle one account }
  - checkpoint: Scope and duties agreed
    by: [incident-commander, compliance-guardian]
    if-refused: { back-to: assess, at-most: 2 }
  - decision: Are people at high risk?
    by: privacy-engineer
    routes:
      - when: severity > 3 or records > 0
        steps:
          - { id: tell-people, skill: executive-liaison, do: Tell them, needs: [notification-plan] }
      - otherwise: next
  - { id: write-up, skill: technical-writer, do: Write it up, produces: [post-mortem@1], owner: Security, priority: P1, document: post-mortem }
  - { chain: audit, version: ^1, when: an audit is due }
output: { post-mortem@1: What happened }
handoffs:
  - { then: follow-up, delivers: [post-mortem@1] }
  - { escalates-to: offboarding, if: a processor did it, from: assess, resumes-at: respond }
  - { waits-for: licence, needs: [permit], before: write-up }
  - { cycles-to: review, every: quarterly }
  - { then: follow-up }
`;

test('a whole chain', () => {
  const graph = graphOfText(text);
  assert.deepEqual(
    nodeLines(graph),
    linesOf(`
      start start
      step assess
      fork respond
      step contain in respond
      lane legal in respond
      step duties in legal
      join respond.join
      step respond.synthesize
      checkpoint scope-and-duties-agreed
      decision are-people-at-high-risk
      step tell-people
      step write-up
      chain audit ?
      end end
      handoff then:follow-up
      handoff escalates-to:offboarding
      handoff waits-for:licence
      handoff cycles-to:review
      handoff then:follow-up~2
    `),
  );
  assert.deepEqual(
    graph.edges.map(edgeLine),
    linesOf(`
      start -> assess
      assess -> respond
      respond -> contain
      respond -> duties
      contain -> respond.join
      duties -> respond.join
      respond.join -> respond.synthesize
      respond.synthesize -> scope-and-duties-agreed
      scope-and-duties-agreed -> are-people-at-high-risk
      scope-and-duties-agreed ~> assess (refused) ×2
      are-people-at-high-risk => tell-people (severity > 3 or records > 0)
      are-people-at-high-risk => write-up (otherwise)
      tell-people -> write-up
      write-up -> audit
      audit -> end
      assess ..> contain (breach-scope)
      assess ..> duties (breach-scope)
      duties ..> tell-people (notification-plan)
      end --> then:follow-up (then)
      assess --> escalates-to:offboarding (a processor did it)
      escalates-to:offboarding --> respond (resumes)
      waits-for:licence --> write-up (waits for)
      end --> cycles-to:review (cycles to)
      end --> then:follow-up~2 (then)
    `),
  );
  const ids = [...graph.nodes, ...graph.edges].map(each => each.id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(graph.subject, {
    kind: 'chain',
    id: 'data-breach-response',
    title: 'Data breach response',
    uri: 'test:demo',
    version: '1.2.0',
    category: 'Privacy',
    timeline: '2-4 weeks',
  });
});

test('what a node says of itself', () => {
  const { nodes } = graphOfText(text, id => (id === 'review' ? undefined : `test:${id}`));
  const {
    problems: _,
    range,
    uri,
    ...assess
  } = nodes.find(node => node.id === 'assess') ?? { problems: undefined };
  assert.deepEqual(assess, {
    id: 'assess',
    kind: 'step',
    label: 'Establish the scope',
    skill: 'privacy-engineer',
    takes: { min: 60, max: 120 },
    earliest: 0,
  });
  assert.deepEqual([uri, range?.start], ['test:demo', { line: 9, character: 4 }]);
  const saidBy = (id: string, ...keys: readonly (keyof GraphNode)[]) => {
    const node = nodes.find(each => each.id === id);
    return keys.map(key => node?.[key]);
  };
  assert.deepEqual(saidBy('write-up', 'owner', 'priority', 'document'), ['Security', 'P1', 'post-mortem']);
  assert.deepEqual(saidBy('scope-and-duties-agreed', 'by', 'skill'), [
    ['incident-commander', 'compliance-guardian'],
    undefined,
  ]);
  assert.deepEqual(saidBy('are-people-at-high-risk', 'by'), [['privacy-engineer']]);
  assert.deepEqual(saidBy('audit', 'version', 'optional', 'when', 'opens'), [
    '^1',
    true,
    'an audit is due',
    'test:audit',
  ]);
  assert.deepEqual(saidBy('tell-people', 'route', 'parent'), [
    { decision: 'are-people-at-high-risk', index: 0 },
    undefined,
  ]);
  assert.deepEqual(saidBy('cycles-to:review', 'handoff', 'opens'), ['cycles-to', undefined]);
  assert.deepEqual(saidBy('then:follow-up', 'handoff', 'opens'), ['then', 'test:follow-up']);
  assert.deepEqual(saidBy('start', 'label'), ['Someone suspects a leak']);
  assert.deepEqual(saidBy('end', 'label'), ['post-mortem@1: What happened']);
  for (const { id, kind, range: place } of nodes) {
    assert.equal(place === undefined, ['start', 'end', 'stop', 'join'].includes(kind), id);
  }
});

describe('further edges and boxes', () => {
  test('after between lanes, from a node, a parallel and a lane', () => {
    const graph = graphOfText(
      textOf(`
        - parallel:
            - { lane: L, steps: [{ id: a, skill: s, do: It }, { id: q, parallel: [{ id: b, skill: s, do: It }] }] }
            - { id: c, skill: s, do: It, after: [a, q, l] }
      `),
    );
    const after = graph.edges.filter(edge => edge.label === 'after').map(edgeLine);
    assert.deepEqual(after, ['a -> c (after)', 'q.join -> c (after)', 'l -> c (after)']);
  });
  test('phases are boxes, with what they take and their deliverables', () => {
    const graph = graphOfText(
      textOf(`
        phases:
          - { phase: Build, window: weeks 1-2, takes: 2 weeks, deliverable: { plan: It }, steps: [{ id: a, skill: s, do: It }] }
          - phase: Ship
            steps:
              - { id: b, skill: s, do: It, needs: [plan], when: sunny }
              - { id: p, parallel: [{ id: c, skill: s, do: It }], when: sunny, synthesize: { skill: s, do: It } }
      `),
    );
    assert.deepEqual(
      nodeLines(graph).slice(1, -1),
      linesOf(`
        phase build
        step a in build
        phase ship
        step b in ship ?
        fork p in ship ?
        step c in p
        join p.join in ship
        step p.synthesize in ship ?
      `),
    );
    const of = (id: string) => graph.nodes.find(node => node.id === id);
    assert.deepEqual(of('build')?.takes, { min: 20160, max: 20160 });
    assert.equal(of('build')?.window, 'weeks 1-2');
    assert.equal(of('p.synthesize')?.when, 'sunny');
    assert.deepEqual(graph.edges.filter(edge => edge.kind === 'data').map(edgeLine), ['build ..> b (plan)']);
  });
  test('stop is there where something leads to it', () => {
    const stops = (body: string): boolean =>
      graphOfText(textOf(body)).nodes.some(node => node.kind === 'stop');
    assert.ok(!stops('- { id: a, skill: s, do: It }'));
    assert.ok(stops('- { checkpoint: Good? }'));
    assert.ok(stops('- { decision: Which?, routes: [{ when: one, go: stop }, { otherwise: next }] }'));
  });
});

test('start and end have the words of the chain, if there are any', () => {
  const ends = (rest: string) =>
    graphOfText(`chain: a\n${rest}`)
      .nodes.filter(node => node.kind === 'start' || node.kind === 'end')
      .map(node => node.label);
  assert.deepEqual(ends('steps: []'), ['Start', 'End']);
  assert.deepEqual(ends('trigger: It rains\noutput: All is dry'), ['It rains', 'All is dry']);
  assert.deepEqual(ends('output: [roof]'), ['Start', 'roof']);
  assert.deepEqual(ends('output: { roof: Whole, cellar: Dry }'), ['Start', 'roof, cellar']);
});

test('nodes of nested blocks say which route they stand in', () => {
  const { nodes } = graphOfText(
    textOf(`
      - decision: Which?
        routes:
          - when: one
            steps:
              - { id: a, skill: s, do: It }
              - { id: p, parallel: [{ id: b, skill: s, do: It }], synthesize: { skill: s, do: It } }
              - { decision: Again?, routes: [{ when: two, steps: [{ id: c, skill: s, do: It }] }, { otherwise: [{ id: d, skill: s, do: It }] }] }
          - otherwise: next
    `),
  );
  const routes = nodes.flatMap(({ id, route }) => (route ? [`${id} ${route.decision} ${route.index}`] : []));
  assert.deepEqual(
    routes,
    linesOf(`
      a which 0
      p which 0
      p.join which 0
      p.synthesize which 0
      again which 0
      c again 0
      d again 1
    `),
  );
});

test('findings are counted where they stand, not in what that stands in', () => {
  const words = [...text.matchAll(/needs/g)].map(({ index }) => ({ start: index, end: index + 5 }));
  const problemsAt: GraphSource['problemsAt'] = (span, inner) => ({
    errors: words.filter(word => contains(span, word) && !inner.some(other => contains(other, word))).length,
    warnings: 0,
  });
  const graph = buildChainGraph(modelOf(text), {
    uri: 'x',
    version: 3,
    lines: lineMap(text),
    complete: false,
    broken: { message: 'A quote is open.', span: { start: 7, end: 11 } },
    problemsAt,
  });
  const errors = new Map(graph.nodes.map(node => [node.id, node.problems.errors]));
  assert.deepEqual(
    ['assess', 'respond', 'contain', 'legal', 'duties', 'are-people-at-high-risk', 'tell-people'].map(id =>
      errors.get(id),
    ),
    [1, 0, 1, 0, 1, 0, 1],
  );
  assert.deepEqual([graph.version, graph.complete], [3, false]);
  assert.deepEqual(graph.broken, {
    message: 'A quote is open.',
    range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } },
  });
});

describe('times', () => {
  const timed = textOf(`
    - { id: a, skill: s, do: It, takes: 1-2 hours }
    - parallel: [{ id: b, skill: s, do: It, takes: 1 hour }, { id: c, skill: s, do: It, takes: 3 hours }]
    - { id: d, chain: other }
  `);
  const graph = (complete: boolean) =>
    buildChainGraph(modelOf(timed), {
      ...{ uri: 'test:demo', version: 1, lines: lineMap(timed), complete },
      chainLength: id => (id === 'other' ? { min: 60, max: 60 } : undefined),
    });

  test('are those of the longest run', () => {
    const { nodes, total } = graph(true);
    assert.deepEqual(
      nodes.map(({ id, earliest, slack, critical }) => [id, earliest, slack, critical]),
      [
        ['start', undefined, undefined, undefined],
        ['a', 0, 0, true],
        ['parallel', 120, 0, true],
        ['b', 120, 120, undefined],
        ['c', 120, 0, true],
        ['parallel.join', 300, 0, true],
        ['d', 300, 0, true],
        ['end', undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(total, { min: 300, max: 360 });
  });

  test('are not told of a text with syntax errors', () => {
    const { nodes, total } = graph(false);
    assert.ok(nodes.every(({ earliest }) => earliest === undefined));
    assert.equal(total, undefined);
  });
});
