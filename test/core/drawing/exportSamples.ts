/** What every text that is made of a graph is tried on: a chain and a suite in which each kind of node, group and edge stands once. */
import { graphOfText } from '../analysis/chainText.ts';
import { graphOfSuite } from './suite/suites.ts';

export const sampleChain = graphOfText(`chain: demo
title: Demo
trigger: Somebody asks
phases:
  - phase: Prepare
    window: weeks 1-2
    steps:
      - { id: end-it, skill: end, do: 'Stand up and then say "no" \\ & go #1', takes: 1-2 hours }
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

export const sampleSuite = graphOfSuite(`suite: demo
items:
  a: { title: First, plan: p, priority: P0, owner: Me, needs: [c] }
  b: { chain: x, needs: [a] }
  c: { title: 'Later "on"' }
phases:
  - { phase: One, window: week 1, items: [a, b], capacity: { active: 2 } }
  - { phase: Two, items: [c] }
`);
