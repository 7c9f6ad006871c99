import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GraphEdge, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import { drawChain, redrawChain } from '../../../server/src/core/drawing/drawChain.ts';
import { graphOfText, modelOf, textOf } from '../analysis/chainText.ts';
import {
  bottomOf,
  classesOf,
  drawingOf,
  elementOf,
  graphOf,
  middleOf,
  placeOf,
  plainly,
  renamed,
  textsIn,
} from './drawings.ts';

const step = (id: string, rest = ''): string => `- { id: ${id}, skill: s, do: Do ${id}${rest} }`;

describe('a list', () => {
  const drawing = drawingOf(`${step('a')}\n${step('b')}\n${step('c')}`);
  test('stands on one spine below the start, which is the origin', () => {
    const start = placeOf(drawing, 'start');
    assert.deepEqual([middleOf(start), start.y + start.height / 2], [0, 0]);
    for (const id of ['a', 'b', 'c', 'end']) assert.equal(middleOf(placeOf(drawing, id)), 0, id);
  });
  test('runs in order, and the order of places is that of reading', () => {
    const ids = ['start', 'a', 'b', 'c', 'end'];
    assert.deepEqual([...drawing.places.keys()], ids);
    for (const [at, id] of ids.slice(1).entries()) {
      assert.ok(placeOf(drawing, id).y > bottomOf(placeOf(drawing, ids[at] ?? '')), id);
    }
  });
});

describe('lanes', () => {
  const drawing = drawingOf(`
    - id: p
      parallel:
        - { id: a, skill: s, do: It }
        - { lane: Law, steps: [{ id: b, skill: s, do: It }, { id: c, skill: s, do: It }] }
      join: { at-least: 1 }
      synthesize: { skill: s, do: It }
  `);
  test('stand side by side, the first on the spine', () => {
    assert.equal(middleOf(placeOf(drawing, 'a')), 0);
    assert.ok(placeOf(drawing, 'b').x > placeOf(drawing, 'a').x + placeOf(drawing, 'a').width);
    assert.equal(placeOf(drawing, 'b').y, placeOf(drawing, 'a').y);
    assert.equal(middleOf(placeOf(drawing, 'c')), middleOf(placeOf(drawing, 'b')));
  });
  test('lie in their group, which says how they join', () => {
    const group = elementOf(drawing, 'group:p');
    assert.deepEqual(textsIn(group), ['p · 1 of 2 lanes']);
    assert.ok(classesOf(group).includes('chain-parallel'));
    assert.deepEqual(textsIn(elementOf(drawing, 'group:law')), ['Law']);
    assert.ok(bottomOf(placeOf(drawing, 'c')) < bottomOf(placeOf(drawing, 'p')));
    assert.ok(placeOf(drawing, 'p.join').y > bottomOf(placeOf(drawing, 'p')));
    assert.ok(placeOf(drawing, 'p.synthesize').y > placeOf(drawing, 'p.join').y);
  });
});

describe('a decision', () => {
  const drawing = drawingOf(`
    - id: d
      decision: Which?
      routes:
        - { when: one, steps: [{ id: a, skill: s, do: It }] }
        - { when: two, go: stop }
        - { otherwise: next }
    - { id: b, skill: s, do: It }
  `);
  test('goes straight down where nothing is to be done, and its other exits to the right', () => {
    assert.equal(middleOf(placeOf(drawing, 'b')), 0);
    assert.ok(placeOf(drawing, 'a').x > 118);
    assert.ok(placeOf(drawing, 'b').y > bottomOf(placeOf(drawing, 'a')));
  });
  test('says at each exit when it is taken', () => {
    const words = ['d->a:route', 'd->stop:route', 'd->b:route:otherwise'].map(id =>
      textsIn(elementOf(drawing, `edge:${id}`)),
    );
    assert.deepEqual(words, [['one'], ['stop', 'two'], ['otherwise']]);
  });
  for (const [what, routes, order] of [
    [
      'reads from the left in the order in which alternatives are asked',
      '{ when: one, steps: [A] }, { when: two, steps: [B] }, { otherwise: [C] }',
      ['a', 'b', 'c'],
    ],
    [
      'takes as its main way the first that leads on',
      '{ when: one, steps: [A], go: stop }, { when: two, steps: [B] }, { otherwise: [C] }',
      ['b', 'a', 'c'],
    ],
    [
      'takes the other steps where what is asked leads back',
      '{ when: one, steps: [A], go: z, at-most: 2 }, { otherwise: [C] }',
      ['c', 'a'],
    ],
  ] as const) {
    test(what, () => {
      const written = routes.replaceAll(
        /\[([ABC])\]/g,
        (_, name: string) => `[${step(name.toLowerCase()).slice(2)}]`,
      );
      const other = drawingOf(`
        - { id: z, skill: s, do: It }
        - { id: d, decision: Which?, routes: [${written}] }
        - { id: y, skill: s, do: It }
      `);
      const columns = order.map(id => middleOf(placeOf(other, id)));
      assert.equal(columns[0], 0);
      assert.deepEqual(
        columns,
        columns.toSorted((left, right) => left - right),
      );
    });
  }
});

test('a loop says its words and its bound', () => {
  const drawing = drawingOf(`
    - { id: a, skill: s, do: It }
    - { checkpoint: Fine?, if-refused: { back-to: a, at-most: 2 } }
  `);
  const loop = elementOf(drawing, 'edge:fine->a:back:refused');
  assert.deepEqual(textsIn(loop), ['refused ↺ ≤ 2×']);
  assert.ok(classesOf(loop).includes('chain-loop'));
});

describe('phases', () => {
  const body = `
    phases:
      - phase: One
        window: weeks 1-2
        steps: [{ id: a, skill: s, do: It }, { id: ok, checkpoint: Fine?, by: [me, you, him] }]
      - phase: Two
        takes: 2 weeks
        steps:
          - { id: b, skill: s, do: It, document: adr }
          - { id: p, parallel: [{ id: c, skill: s, do: It }, { id: d, skill: s, do: It }] }
    handoffs:
      - { then: next-one }
      - { escalates-to: help, if: it burns, from: a, resumes-at: b }
      - { waits-for: paper, before: b }
  `;
  const drawing = drawingOf(body);
  test('are bands with a title, of one width where nothing is wide', () => {
    assert.deepEqual(textsIn(elementOf(drawing, 'group:one')), ['One', 'weeks 1-2']);
    assert.deepEqual(textsIn(elementOf(drawing, 'group:two')), ['Two', '2 w']);
    assert.equal(placeOf(drawing, 'one').x, placeOf(drawing, 'two').x);
    for (const [id, phase] of [
      ['a', 'one'],
      ['ok', 'one'],
      ['b', 'two'],
      ['p', 'two'],
    ] as const) {
      const [inner, outer] = [placeOf(drawing, id), placeOf(drawing, phase)];
      assert.ok(inner.x > outer.x && inner.y > outer.y && bottomOf(inner) < bottomOf(outer), id);
    }
  });
  test('collapse to one card that keeps its edges and counts its steps', () => {
    const folded = drawingOf(body, { collapsed: new Set(['two', 'p']) });
    const card = elementOf(folded, 'node:two');
    assert.deepEqual(textsIn(card), ['3 steps', 'Two', '2 w']);
    assert.ok(classesOf(card).includes('chain-folded'));
    assert.equal(placeOf(folded, 'c'), placeOf(folded, 'two'));
    const edges = folded.elements.flatMap(({ key }) => (key?.startsWith('edge:') === true ? [key] : []));
    assert.deepEqual(
      edges.filter(key => !key.includes('handoff')),
      ['edge:start->a', 'edge:a->ok', 'edge:ok->b', 'edge:ok->stop:route:refused', 'edge:p.join->end'],
    );
    for (const id of ['start', 'a', 'ok']) assert.deepEqual(placeOf(folded, id), placeOf(drawing, id), id);
  });
  test('have words at the right of their nodes: who accepts, documents, handoffs', () => {
    assert.deepEqual(textsIn(elementOf(drawing, 'side:ok')), ['me', 'and 2 more']);
    assert.deepEqual(textsIn(elementOf(drawing, 'side:b')), ['adr']);
    assert.deepEqual(textsIn(elementOf(drawing, 'side:a')), ['if it burns', 'resumes at It']);
    assert.deepEqual(textsIn(elementOf(drawing, 'node:escalates-to:help')), ['⇱ escalates to help']);
    assert.deepEqual(textsIn(elementOf(drawing, 'node:waits-for:paper')), ['⇤ waits for paper']);
    assert.ok(placeOf(drawing, 'then:next-one').y > placeOf(drawing, 'end').y);
    assert.ok(placeOf(drawing, 'escalates-to:help').x > placeOf(drawing, 'a').x);
  });
  test('what an earlier text had is hatched, and nothing moves for it', () => {
    const stale = drawingOf(body, { stale: new Set(['a', 'two']) });
    assert.deepEqual([...stale.places], [...drawing.places]);
    for (const key of ['node:a', 'group:two']) {
      const element = elementOf(stale, key);
      assert.ok(classesOf(element).includes('stale'));
      assert.ok(
        element.children.some(child => typeof child !== 'string' && classesOf(child).includes('chain-hatch')),
      );
    }
    assert.ok(!classesOf(elementOf(stale, 'node:b')).includes('stale'));
  });
});

test('a handoff that only the other chain writes stands where it comes in, and is told apart', () => {
  const [escalation, joining, awaited] = modelOf(
    'chain: x\nhandoffs: [{ escalates-to: demo, if: it burns }, { joins: demo, at: b }, { waits-for: demo }]\n',
  ).handoffs;
  assert.ok(escalation && joining && awaited);
  const body = '- { id: a, skill: s, do: It }\n- { id: b, skill: s, do: It }';
  const graph = graphOfText(
    textOf(body),
    undefined,
    [escalation, joining, awaited].map(handoff => ({
      other: 'x',
      own: undefined,
      ends: [{ uri: 'test:x', handoff }],
    })),
  );
  const drawing = drawChain(graph, plainly);
  assert.deepEqual(textsIn(elementOf(drawing, 'node:x:escalates-to')), ['⇱ escalated from x']);
  assert.deepEqual(textsIn(elementOf(drawing, 'side:start')), ['Start', 'if it burns']);
  assert.deepEqual(textsIn(elementOf(drawing, 'node:x:joins')), ['⇤ joined by x']);
  assert.deepEqual(textsIn(elementOf(drawing, 'node:x:waits-for')), ['→ awaited by x']);
  assert.ok(bottomOf(placeOf(drawing, 'x:escalates-to')) < placeOf(drawing, 'start').y);
  assert.ok(placeOf(drawing, 'x:joins').x > placeOf(drawing, 'b').x + placeOf(drawing, 'b').width);
  assert.ok(placeOf(drawing, 'x:waits-for').y > placeOf(drawing, 'end').y);
  // What it adds moves nothing of the chain itself.
  const before = drawingOf(body);
  for (const id of ['start', 'a', 'b', 'end'])
    assert.deepEqual(placeOf(drawing, id), placeOf(before, id), id);
});

test('a node says its kind, its conditions and its problems', () => {
  const graph = graphOf(`- { id: a, skill: s, do: Do it, when: needed, takes: 1-2 h }`);
  const wrong = { errors: 2, warnings: 1, messages: ['One is wrong.', 'Two is wrong.'] };
  const nodes = graph.nodes.map(node => (node.id === 'a' ? { ...node, problems: wrong } : node));
  const card = elementOf(drawChain({ ...graph, nodes }, plainly), 'node:a');
  assert.deepEqual(textsIn(card), ['s', 'when needed', 'Do it', '1–2 h', '2']);
  assert.deepEqual(classesOf(card), ['chain-node', 'chain-step', 'chain-optional']);
  assert.equal(
    card.attributes['aria-label'],
    'Step: Do it, skill s, takes 1–2 h, only when needed, 2 errors, 1 warning',
  );
  assert.match(String(card.attributes['transform']), /^translate\(0 \S+\)$/);
});

test('a jump out of nested routes runs in the gutter of the list that it leads to', () => {
  const drawing = drawingOf(`
    - { id: a, skill: s, do: It }
    - id: d
      decision: Which?
      routes:
        - when: x
          steps:
            - id: e
              decision: And now?
              routes:
                - { when: y, go: z }
                - { when: v, steps: [{ id: f, skill: s, do: It }], go: a, at-most: 3 }
                - { otherwise: next }
        - { otherwise: next }
    - { id: m, skill: s, do: It }
    - { id: z, skill: s, do: It }
  `);
  const loop = elementOf(drawing, 'edge:f->a:back');
  assert.deepEqual(textsIn(loop), ['↺ ≤ 3×']);
  const jump = elementOf(drawing, 'edge:e->z:route');
  assert.deepEqual(textsIn(jump), ['y']);
  assert.ok(!classesOf(jump).includes('chain-loop'));
});

describe('the condition of an optional step', () => {
  const card = (rest: string) =>
    elementOf(
      drawingOf(`- { id: a, skill: frontend-ux-specialist, ${rest} }\n- ${step('b').slice(2)}`),
      'node:a',
    );
  test('has a line of its own below who acts', () => {
    const texts = textsIn(card('do: It, when: the feature is user-facing'));
    assert.deepEqual(texts, ['frontend-ux-specialist', 'when the feature is user-facing', 'It']);
  });
  test('takes the line that few words leave', () => {
    const texts = textsIn(card('do: It, when: users-who-see-it > 10000 and markets-launched > 3'));
    assert.deepEqual(texts.slice(1, 3), ['when users-who-see-it > 10000 and', 'markets-launched > 3']);
  });
  test('keeps what is compared where there is but one line', () => {
    const words = 'do: Tell each of them what will change and when, takes: 1 day';
    const [, condition = ''] = textsIn(card(`${words}, when: customers-affected-by-the-outage >= 1000`));
    assert.match(condition, /^when cust.*….* >= 1000$/);
  });
  test('makes the card higher, and what it says does not', () => {
    const height = (rest: string): number =>
      placeOf(drawingOf(`- { id: a, skill: s, do: It${rest} }`), 'a').height;
    assert.ok(height(', when: x') > height(''));
    assert.equal(height(`, when: ${'long '.repeat(40)}`), height(', when: x'));
  });
});

const node = (id: string, kind: GraphNode['kind'], parent?: string): GraphNode => ({
  ...{ id, kind, label: id, problems: { errors: 0, warnings: 0 } },
  ...(parent !== undefined && { parent }),
});
const edge = (from: string, to: string): GraphEdge => ({ id: `${from}->${to}`, from, to, kind: 'sequence' });

describe('a drawing after another', () => {
  const before = graphOf(`
    - { id: a, skill: s, do: Dig }
    - id: p
      parallel:
        - { lane: Law, steps: [{ id: b, skill: s, do: It }] }
        - { id: c, skill: s, do: It, document: adr }
    - { id: d, checkpoint: Done, by: s, if-refused: { back-to: a } }
  `);
  const first = redrawChain(before, plainly, undefined);
  const changed = (id: string, more: Partial<(typeof before.nodes)[number]>): typeof before => ({
    ...before,
    nodes: before.nodes.map(node => (node.id === id ? { ...node, ...more } : node)),
  });
  /** Keys of the elements that are others than before. */
  const keysOfNew = ({ elements }: typeof first.drawing): readonly string[] => {
    const old = new Set(first.drawing.elements);
    return elements.flatMap(element => (old.has(element) ? [] : [String(element.key)]));
  };
  const cases: readonly [what: string, graph: typeof before, keys: readonly string[]][] = [
    ['the same graph', before, []],
    ['other words', changed('b', { label: 'Ask' }), ['node:b']],
    ['the words of a phase, lane or parallel', changed('p', { label: 'Both' }), ['group:p']],
    ['words beside a node', changed('d', { by: ['t'] }), ['node:d', 'side:d']],
    ['a finding', changed('c', { problems: { errors: 1, warnings: 0 } }), ['node:c']],
  ];
  for (const [what, graph, keys] of cases) {
    test(`has new elements only for ${what}`, () => {
      const { drawing } = redrawChain(graph, plainly, first);
      assert.deepEqual(keysOfNew(drawing), keys);
      assert.deepEqual(drawing, drawChain(graph, plainly));
    });
  }
  test('has new elements only for what another id names', () => {
    const graph = renamed(before, 'b', 'ask');
    const { drawing } = redrawChain(graph, plainly, first);
    assert.deepEqual(drawing, drawChain(graph, plainly));
    assert.deepEqual(keysOfNew(drawing), ['edge:b->p.join ask', 'node:ask']);
    const next = redrawChain(renamed(graph, 'a', 'delve'), plainly, redrawChain(graph, plainly, first));
    assert.deepEqual(next.drawing, drawChain(renamed(graph, 'a', 'delve'), plainly));
    assert.deepEqual(placeOf(next.drawing, 'delve'), placeOf(first.drawing, 'a'));
  });
  test('lays out again where an id is more than a name', () => {
    const inner = [
      ...[node('o', 'fork'), node('p', 'fork', 'o'), node('q', 'step', 'p'), node('r', 'step', 'p')],
      ...[
        node('j', 'join', 'o'),
        node('p.synthesize', 'step', 'o'),
        node('z', 'step', 'o'),
        node('x', 'join'),
      ],
    ];
    const chain = (nodes: readonly GraphNode[]): typeof before => ({
      ...before,
      nodes: [node('start', 'start'), ...nodes, node('y', 'step'), node('end', 'end'), node('stop', 'stop')],
      edges: [
        ...[
          edge('start', 'o'),
          edge('o', 'p'),
          edge('p', 'q'),
          edge('q', 'j'),
          edge('z', 'x'),
          edge('x', 'y'),
        ],
        ...[edge('y', 'stop'), edge('y', 'end')],
      ],
    });
    const graph = chain(inner);
    const cases = [
      ['p', 'pp'],
      ['p.synthesize', 'w'],
      ['z', 'p.synthesize'],
      ['stop', 'halt'],
      ['y', 'stop'],
    ] as const;
    for (const [id, to] of cases) {
      const other = renamed(graph, id, to);
      const after = redrawChain(other, plainly, redrawChain(graph, plainly, undefined));
      assert.deepEqual(after.drawing, drawChain(other, plainly), `${id} to ${to}`);
    }
  });
  test('lays out again where a card grows', () => {
    const graph = changed('a', { when: 'it rains', optional: true });
    const { drawing } = redrawChain(graph, plainly, first);
    assert.deepEqual(drawing, drawChain(graph, plainly));
    assert.ok(placeOf(drawing, 'd').y > placeOf(first.drawing, 'd').y);
  });
});
