import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainToMermaid } from '../../../server/src/core/drawing/chainToMermaid.ts';
import { graphOfText } from '../analysis/chainText.ts';
import { sampleChain, sampleSuite } from './exportSamples.ts';

test('a chain as a flowchart', () => {
  assert.equal(
    chainToMermaid(sampleChain),
    `flowchart TD
  n_start(["Somebody asks"])
  subgraph n_prepare["Prepare · weeks 1-2"]
    n_end_it["end · Stand up and then say #34;no#34; #92; #38; go #35;1 · 1–2 h"]
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
  assert.equal(
    chainToMermaid(sampleSuite),
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
