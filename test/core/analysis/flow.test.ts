/** Where control goes from node to node. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { edgeLine, graphOfText, linesOf, textOf } from './chainText.ts';

/** Each chain with the edges of control that it has, drawn by hand. */
const graphs: Readonly<Record<string, readonly [string, string]>> = {
  'no nodes': ['steps: []', 'start -> end'],
  'a list runs in order': [
    '- { id: a, skill: x, do: x }\n- { id: b, skill: x, do: x }',
    `start -> a
     a -> b
     b -> end`,
  ],
  'phases run in order, empty ones take no time': [
    `
    phases:
      - { phase: One, steps: [{ id: a, skill: x, do: x }] }
      - { phase: Two, steps: [] }
      - { phase: Three, steps: [{ id: b, skill: x, do: x }] }
    `,
    `start -> a
     a -> b
     b -> end`,
  ],
  'lanes fork and join, a synthesis follows': [
    `
    - id: p
      parallel:
        - { id: a, skill: x, do: x }
        - lane: Long
          steps: [{ id: b, skill: x, do: x }, { id: c, skill: x, do: x }]
      synthesize: { skill: x, do: x }
    - { id: d, skill: x, do: x }
    `,
    `start -> p
     p -> a
     p -> b
     a -> p.join
     b -> c
     c -> p.join
     p.join -> p.synthesize
     p.synthesize -> d
     d -> end`,
  ],
  'a parallel without lanes and a lane without steps go on': [
    `
    - { id: p, parallel: [] }
    - id: q
      parallel: [{ lane: Empty, steps: [] }, { id: a, skill: x, do: x }]
    `,
    `start -> p
     p -> p.join
     p.join -> q
     q -> q.join
     q -> a
     a -> q.join
     q.join -> end`,
  ],
  'parallels in parallels': [
    `
    - id: p
      parallel:
        - id: q
          parallel: [{ id: a, skill: x, do: x }, { id: b, skill: x, do: x }]
        - { id: c, skill: x, do: x }
    `,
    `start -> p
     p -> q
     p -> c
     q -> a
     q -> b
     a -> q.join
     b -> q.join
     q.join -> p.join
     c -> p.join
     p.join -> end`,
  ],
  'routes rejoin, jump or end': [
    `
    - id: d
      decision: Which?
      routes:
        - { when: one, steps: [{ id: a, skill: x, do: x }] }
        - { when: two, go: end }
        - { when: three, go: stop }
        - { when: four, go: z }
        - { when: five, steps: [{ id: b, skill: x, do: x }], go: z }
        - otherwise: next
    - { id: y, skill: x, do: x }
    - { id: z, skill: x, do: x }
    `,
    `start -> d
     d => a (one)
     d => end (two)
     d => stop (three)
     d => z (four)
     d => b (five)
     d => y (otherwise)
     a -> y
     b -> z
     y -> z
     z -> end`,
  ],
  'a loop behind the steps of a route': [
    `
    - { id: a, skill: x, do: x }
    - id: d
      decision: Good?
      routes:
        - { when: bad, steps: [{ id: mend, skill: x, do: x }], go: a, at-most: 3 }
        - otherwise: next
    `,
    `start -> a
     a -> d
     d => mend (bad)
     d => end (otherwise)
     mend ~> a ×3`,
  ],
  'otherwise with nodes of its own': [
    '- { id: d, decision: Which?, routes: [{ when: one, go: stop }, { otherwise: [{ id: a, skill: x, do: x }] }] }',
    `start -> d
     d => stop (one)
     d => a (otherwise)
     a -> end`,
  ],
  'a decision at the end of a lane goes on to the join': [
    `
    - id: p
      parallel:
        - lane: L
          steps:
            - { id: a, skill: x, do: x }
            - { id: d, decision: Which?, routes: [{ when: one, go: a, at-most: 1 }, { otherwise: next }] }
        - { id: b, skill: x, do: x }
    `,
    `start -> p
     p -> a
     p -> b
     a -> d
     d ~> a (one) ×1
     d => p.join (otherwise)
     b -> p.join
     p.join -> end`,
  ],
  'a decision at the end of a route goes on behind the outer one': [
    `
    - id: d
      decision: Which?
      routes:
        - when: one
          steps: [{ id: e, decision: Which then?, routes: [{ when: two, go: stop }, { otherwise: next }] }]
        - otherwise: stop
    - { id: a, skill: x, do: x }
    `,
    `start -> d
     d => e (one)
     d => stop (otherwise)
     e => stop (two)
     e => a (otherwise)
     a -> end`,
  ],
  'what ends a route that goes elsewhere goes there': [
    `
    - { id: a, skill: x, do: x }
    - id: d
      decision: Which?
      routes:
        - when: one
          steps: [{ id: e, decision: Which then?, routes: [{ when: two, steps: [{ id: b, skill: x, do: x }] }, { otherwise: next }] }]
          go: a
          at-most: 2
        - otherwise: next
    `,
    `start -> a
     a -> d
     d => e (one)
     d => end (otherwise)
     e => b (two)
     e ~> a (otherwise) ×2
     b ~> a ×2`,
  ],
  'a checkpoint stops, unless it goes back': [
    `
    - { id: a, skill: x, do: x }
    - { id: c, checkpoint: Good? }
    - { id: d, checkpoint: Better?, if-refused: { back-to: a, at-most: 2 } }
    `,
    `start -> a
     a -> c
     c -> d
     c => stop (refused)
     d -> end
     d ~> a (refused) ×2`,
  ],
  'a checkpoint goes back into an earlier phase, and to a phase': [
    `
    phases:
      - { phase: One, steps: [{ id: a, skill: x, do: x }, { id: b, skill: x, do: x }] }
      - phase: Two
        steps:
          - { id: c, checkpoint: Good?, if-refused: { back-to: b, at-most: 1 } }
          - { id: d, checkpoint: Well?, if-refused: { back-to: one, at-most: 1 } }
    `,
    `start -> a
     a -> b
     b -> c
     c -> d
     c ~> b (refused) ×1
     d -> end
     d ~> a (refused) ×1`,
  ],
  'an optional node has no way past it': [
    '- { id: a, skill: x, do: x, when: needed }\n- { id: b, skill: x, do: x }',
    `start -> a
     a -> b
     b -> end`,
  ],
  'unless nothing else leads to the next node': [
    `
    - { id: d, decision: Which?, when: unsure, routes: [{ when: one, go: stop }, { otherwise: end }] }
    - { id: a, skill: x, do: x }
    `,
    `start -> d
     d => stop (one)
     d => end (otherwise)
     d -> a (unless unsure)
     a -> end`,
  ],
  'a jump that leads there too is enough': [
    `
    - { id: d, decision: Which?, routes: [{ when: one, go: a }, { otherwise: next }] }
    - { id: e, decision: And?, when: unsure, routes: [{ otherwise: end }] }
    - { id: a, skill: x, do: x }
    `,
    `start -> d
     d => a (one)
     d => e (otherwise)
     e => end (otherwise)
     a -> end`,
  ],
  'an optional lane that never ends otherwise': [
    `
    - id: p
      parallel:
        - { id: d, decision: Which?, when: unsure, routes: [{ otherwise: stop }] }
        - { id: a, skill: x, do: x }
    `,
    `start -> p
     p -> d
     p -> a
     d => stop (otherwise)
     d -> p.join (unless unsure)
     a -> p.join
     p.join -> end`,
  ],
  'without otherwise it goes on, until its author says where': [
    '- { id: d, decision: Which?, routes: [{ when: one, go: stop }] }\n- { id: a, skill: x, do: x }',
    `start -> d
     d => stop (one)
     d => a
     a -> end`,
  ],
  'unless the thresholds cover every case': [
    `
    measures: { severity: 1-5 }
    steps:
      - { id: d, decision: Which?, routes: [{ when: severity > 3, go: stop }, { when: severity <= 3, go: a }] }
      - { id: b, skill: x, do: x }
      - { id: a, skill: x, do: x }
    `,
    `start -> d
     d => stop (severity > 3)
     d => a (severity <= 3)
     b -> a
     a -> end`,
  ],
  'an illegal jump leads nowhere': [
    `
    - { id: p, parallel: [{ id: a, skill: x, do: x }] }
    - { id: c, checkpoint: Good?, if-refused: { back-to: a, at-most: 1 } }
    `,
    `start -> p
     p -> a
     a -> p.join
     p.join -> c
     c -> end`,
  ],
  'a jump to a synthesis redoes only that': [
    `
    - id: p
      parallel: [{ id: a, skill: x, do: x }]
      synthesize: { skill: x, do: x }
    - { id: c, checkpoint: Good?, if-refused: { back-to: p.synthesize, at-most: 1 } }
    `,
    `start -> p
     p -> a
     a -> p.join
     p.join -> p.synthesize
     p.synthesize -> c
     c -> end
     c ~> p.synthesize (refused) ×1`,
  ],
};

describe('control', () => {
  for (const [name, [body, expected]] of Object.entries(graphs)) {
    test(name, () => {
      const { edges } = graphOfText(textOf(body));
      const control = edges.filter(edge => edge.kind !== 'data' && edge.kind !== 'handoff').map(edgeLine);
      assert.deepEqual([...control].sort(), [...linesOf(expected)].sort());
    });
  }
});
