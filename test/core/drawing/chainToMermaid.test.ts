import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainToMermaid } from '../../../server/src/core/drawing/chainToMermaid.ts';
import { graphOfText } from '../analysis/chainText.ts';
import { graphOfSuite } from './suite/suites.ts';

test('a chain as a flowchart', () => {
  const graph = graphOfText(`chain: demo
title: Demo
trigger: Somebody asks
phases:
  - phase: Prepare
    window: weeks 1-2
    steps:
      - { id: end-it, skill: end, do: 'Say "no" #1', takes: 1-2 hours }
      - id: both
        parallel:
          - { id: a, skill: s, do: A }
          - { lane: Law, steps: [{ id: b, skill: s, do: B, after: a }] }
          - decision: Which?
            routes: [{ when: x > 1, steps: [{ id: c, skill: s, do: C }] }, { otherwise: next }]
        join: { at-least: 2 }
  - phase: Act
    steps:
      - { checkpoint: Fine?, by: [me, you], if-refused: { back-to: end-it, at-most: 2 } }
      - { chain: other, version: ^1, when: needed }
handoffs: [{ waits-for: paper, before: fine }]
`);
  assert.equal(
    chainToMermaid(graph),
    `flowchart TD
  n_start(["Somebody asks"])
  subgraph n_prepare["Prepare · weeks 1-2"]
    n_end_it["end · Say #34;no#34; #35;1 · 1–2 h"]
    subgraph n_both_lanes["both · 2 of 3 lanes"]
      n_both((" "))
      n_a["s · A"]
      subgraph n_law["Law"]
        n_b["s · B"]
      end
      n_which{"Which?"}
      n_c["s · C"]
    end
    n_both_join((" "))
  end
  subgraph n_act["Act"]
    n_fine{{"Fine? · me, you"}}
    n_other[["other #94;1 · when needed"]]
  end
  n_end(["End"])
  n_waits_for_paper>"⇤ waits for paper"]
  n_start --> n_end_it
  n_end_it --> n_both
  n_both --> n_a
  n_both --> n_b
  n_both --> n_which
  n_a --> n_both_join
  n_b --> n_both_join
  n_which -->|"x #62; 1"| n_c
  n_which -->|"otherwise"| n_both_join
  n_c --> n_both_join
  n_both_join --> n_fine
  n_fine --> n_other
  n_fine -.->|"refused ↺ ≤ 2×"| n_end_it
  n_other --> n_end
  n_a -.->|"after"| n_b
  n_waits_for_paper -.->|"waits for"| n_fine
`,
  );
});

test('a suite as a flowchart: its phases, its items, and who needs whom', () => {
  const graph = graphOfSuite(`suite: demo
items:
  a: { title: First, plan: p, priority: P0, owner: Me, needs: [c] }
  b: { chain: x, needs: [a] }
  c: { title: 'Later "on"' }
phases:
  - { phase: One, window: week 1, items: [a, b], capacity: { active: 2 } }
  - { phase: Two, items: [c] }
`);
  assert.equal(
    chainToMermaid(graph),
    `flowchart TD
  subgraph n_one["One · week 1 · at most 2 at a time"]
    n_a["a · First · P0 · Me"]
    n_b[["b"]]
  end
  subgraph n_two["Two"]
    n_c["c · Later #34;on#34;"]
  end
  n_c -.->|"later phase"| n_a
  n_a --> n_b
`,
  );
});

test('names that look alike stay apart', () => {
  const { nodes, ...rest } = graphOfText('chain: x\nsteps: [{ id: a, skill: s, do: It }]\n');
  const [node] = nodes;
  assert.ok(node !== undefined);
  const ids = ['a-b', 'a_b', 'a b', 'a.b'];
  const text = chainToMermaid({ ...rest, nodes: ids.map(id => ({ ...node, id })), edges: [] });
  const names = [...text.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  assert.equal(new Set(names).size, ids.length);
});
