import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainToDot } from '../../../server/src/core/drawing/chainToDot.ts';
import { sampleChain, sampleSuite } from './exportSamples.ts';

test('a chain as a directed graph', () => {
  assert.equal(
    chainToDot(sampleChain),
    `digraph "demo" {
  label="Demo"; labelloc=t; rankdir=TB;
  graph [fontname="Helvetica"]; node [fontname="Helvetica"]; edge [fontname="Helvetica"];
  n_start [label="Somebody asks", shape=oval];
  subgraph cluster_n_prepare {
    label="Prepare · weeks 1-2"; style=solid;
    n_end_it [label="end · Stand up and then say \\"no\\" \\\\ &amp; go\\n#1 · 1–2 h", shape=box];
    subgraph cluster_n_both {
      label="both · 2 of 3 lanes"; style=solid;
      n_both [label="", shape=circle, width=0.2, fixedsize=true];
      n_a [label="s · A", shape=box];
      subgraph cluster_n_law {
        label="Law"; style=dashed;
        n_b [label="s · B", shape=box];
      }
      n_which [label="Which?", shape=diamond];
      n_c [label="s · C", shape=box];
    }
    n_both_join [label="", shape=circle, width=0.2, fixedsize=true];
  }
  subgraph cluster_n_act {
    label="Act"; style=solid;
    n_fine [label="Fine? · me, you", shape=hexagon];
    n_other [label="other ^1 · when needed", shape=box, peripheries=2];
  }
  n_end [label="End", shape=oval];
  n_waits_for_paper [label="⇤ waits for paper", shape=cds];
  n_start -> n_end_it;
  n_end_it -> n_both;
  n_both -> n_a;
  n_both -> n_b;
  n_both -> n_which;
  n_a -> n_both_join;
  n_b -> n_both_join;
  n_which -> n_c [label="x > 1"];
  n_which -> n_both_join [label="otherwise"];
  n_c -> n_both_join;
  n_both_join -> n_fine;
  n_fine -> n_other;
  n_fine -> n_end_it [label="refused ↺ ≤ 2×", style=dashed, constraint=false];
  n_other -> n_end;
  n_a -> n_b [label="after", style=dashed];
  n_waits_for_paper -> n_fine [label="waits for", style=dashed];
}
`,
  );
});

test('a suite as a directed graph', () => {
  assert.equal(
    chainToDot(sampleSuite),
    `digraph "demo" {
  label="demo"; labelloc=t; rankdir=TB;
  graph [fontname="Helvetica"]; node [fontname="Helvetica"]; edge [fontname="Helvetica"];
  subgraph cluster_n_one {
    label="One · week 1 · at most 2 at a time"; style=solid;
    n_a [label="a · First · P0 · Me", shape=box];
    n_b [label="b", shape=box, peripheries=2];
  }
  subgraph cluster_n_two {
    label="Two"; style=solid;
    n_c [label="c · Later \\"on\\"", shape=box];
  }
  n_c -> n_a [label="later phase", style=dashed];
  n_a -> n_b;
}
`,
  );
});
