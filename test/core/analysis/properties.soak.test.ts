import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildChainGraph } from '../../../server/src/core/analysis/buildChainGraph.ts';
import type { ChainGraph } from '../../../server/src/core/analysis/chainGraph.ts';
import { artefactsBefore, neededArtefacts } from '../../../server/src/core/analysis/dataFlow.ts';
import { canReachEnd, chainFlow, unreachableNodes } from '../../../server/src/core/analysis/flow.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import type { ChainModel } from '../../../server/src/core/model/chain.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { textOf } from './chainText.ts';
import { checkForm, reachedFrom } from './graphForm.ts';
import { chains, type Log, runOnce, type Written } from './randomChains.ts';
import { treeOf } from './writtenTree.ts';

function modelOf(chain: Written): ChainModel {
  const model = buildChain(treeOf(chain));
  assert.ok(model !== undefined);
  return model;
}

const noLines = lineMap('');
const graphOf = (model: ChainModel): ChainGraph =>
  buildChainGraph(model, { uri: 'test:demo', version: 1, lines: noLines, complete: true });

test('with any legal jumps, what is drawn is what the flow says', () => {
  fc.assert(
    fc.property(chains({ jumps: true, ids: true }), chain => {
      const model = modelOf(chain);
      const graph = graphOf(model);
      checkForm(graph);
      const flow = chainFlow(model);
      assert.ok(flow.certain, 'all jumps are legal');
      const drawn = reachedFrom(graph, 'start');
      for (const id of flow.reachable) assert.ok(drawn.has(id), `${id} is drawn as reached`);
      for (const node of unreachableNodes(model, flow)) assert.ok(!flow.reachable.has(node.id));
    }),
    { numRuns: 100 },
  );
});

/** Numbers between 0 and 1 that follow from a seed; neighbouring seeds give quite different ones. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('runs agree with what the analyses say of needs, reach and ends', () => {
  fc.assert(
    fc.property(chains({ jumps: true, ids: true }), fc.nat(), (chain, seed) => {
      const model = modelOf(chain);
      const flow = chainFlow(model);
      const log: Log = new Map();
      const outcomes = new Set<string>();
      for (let run = 0; run < 40; run++) outcomes.add(runOnce(chain, randomFrom(seed + run), log).kind);
      if (!canReachEnd(flow)) assert.ok(!outcomes.has('next') && !outcomes.has('end'), 'no run succeeds');
      for (const id of log.keys()) assert.ok(flow.reachable.has(id), `${id} ran`);
      for (const { node, word, state } of neededArtefacts(model)) {
        const present = (log.get(node.id) ?? []).map(have => have.has(word.name));
        if (state === 'sure') assert.ok(present.every(Boolean), `${word.name} is there for ${node.id}`);
        else if (state !== 'maybe')
          assert.ok(!present.some(Boolean), `${word.name} is never there for ${node.id} (${state})`);
        if (present.some(Boolean))
          assert.ok(artefactsBefore(model, node).has(word.name), `${word.name} is offered at ${node.id}`);
      }
    }),
    { numRuns: 300 },
  );
});

/** Every list of nodes in a chain as written. */
function listsIn(value: unknown): readonly unknown[][] {
  if (Array.isArray(value)) return value.flatMap(listsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'steps' && Array.isArray(inner) ? [inner] : []),
    ...listsIn(inner),
  ]);
}

test('a node that is put in anywhere changes no id but its own', () => {
  fc.assert(
    fc.property(chains({ jumps: false, ids: false }), fc.nat(), fc.nat(), (chain, which, where) => {
      const before = modelOf(chain);
      const changed: Written = JSON.parse(JSON.stringify(chain));
      const lists = listsIn(changed);
      const list = lists[which % lists.length] ?? [];
      list.splice(where % (list.length + 1), 0, { skill: 'Somebody New', do: 'Something' });
      const after = modelOf(changed);
      const ids = (model: typeof before): readonly string[] => [
        ...model.nodes.map(node => node.id),
        ...model.phasesById.keys(),
        ...model.lanesById.keys(),
      ];
      assert.deepEqual(
        ids(after).filter(id => id !== 'somebody-new'),
        ids(before),
      );
    }),
    { numRuns: 100 },
  );
});

/** A value of any form, with the keys and words of the language in it. */
const anything = fc.letrec<{ value: unknown }>(tie => {
  const word = fc.constantFrom(
    'a',
    'b',
    'parallel',
    'next',
    'end',
    'stop',
    'a.join',
    'a~2',
    'demo/a',
    '3',
    'x > 3',
    '2 h',
    '',
    '__proto__',
  );
  const key = fc.constantFrom(
    ...[
      'id',
      'skill',
      'do',
      'parallel',
      'checkpoint',
      'decision',
      'chain',
      'lane',
      'steps',
      'phases',
      'phase',
      'routes',
      'when',
    ],
    ...[
      'otherwise',
      'go',
      'at-most',
      'if-refused',
      'back-to',
      'join',
      'at-least',
      'synthesize',
      'needs',
      'produces',
      'after',
      'takes',
    ],
    ...[
      'with',
      'handoffs',
      'then',
      'escalates-to',
      'from',
      'resumes-at',
      'inputs',
      'measures',
      'deliverable',
      'variations',
    ],
  );
  return {
    value: fc.oneof(
      { depthSize: 'medium', maxDepth: 8 },
      word,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    ),
  };
}).value;

test('no document, however odd, makes the model or its analyses throw', () => {
  const document = fc.record(
    { chain: fc.constant('demo'), steps: anything, phases: anything, handoffs: anything, inputs: anything },
    { requiredKeys: ['chain'] },
  );
  fc.assert(
    fc.property(document, chain => checkForm(graphOf(modelOf(chain)))),
    { numRuns: 500 },
  );
});

const whole = textOf(`
  inputs: { ticket: It }
  steps:
    - { id: a, skill: s, do: It, needs: [ticket], produces: [x] }
    - id: p
      parallel:
        - { lane: L, steps: [{ skill: s, do: It, produces: [y] }] }
        - { id: b, skill: t, do: It, after: l, needs: [y] }
      join: { at-least: 1 }
      synthesize: { skill: u, do: It }
    - &c { checkpoint: Good?, if-refused: { back-to: a, at-most: 2 } }
    - decision: Which?
      routes:
        - { when: severity > 3, steps: [{ skill: v, do: It }], go: p, at-most: 1 }
        - otherwise: [*c]
    - { chain: other, with: { y: x } }
  handoffs: [{ escalates-to: other, from: a, resumes-at: p }]
`);

test('a chain that is cut after any line has a graph', () => {
  const lines = whole.split('\n');
  for (let count = 1; count <= lines.length; count++) {
    const model = buildChain(parseSyntax(lines.slice(0, count).join('\n')).root);
    assert.ok(model !== undefined);
    checkForm(graphOf(model));
  }
});
