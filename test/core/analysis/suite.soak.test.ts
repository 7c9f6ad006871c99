/** Circles, capacity and priorities of suites, held against what trying everything finds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  dependencyCycles,
  itemsOfPhase,
  mostActive,
  prioritiesIn,
} from '../../../server/src/core/analysis/suite.ts';
import { buildSuite } from '../../../server/src/core/model/buildSuite.ts';
import type { SuiteModel } from '../../../server/src/core/model/suite.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';

/** Items by number, each with the numbers of those it needs; the phase holds those below `inPhase`. */
function suiteOf(needs: readonly (readonly number[])[], inPhase = needs.length): SuiteModel {
  const items = needs.map(
    (each, at) => `  i${at}: { chain: x, needs: [${each.map(to => `i${to}`).join(', ')}] }\n`,
  );
  const own = needs.slice(0, inPhase).map((_, at) => `i${at}`);
  const text = `suite: a\ntitle: A\nitems:\n${items.join('')}phases: [{ phase: b, items: [${own.join(', ')}] }]\n`;
  const model = buildSuite(parseSyntax(text).root);
  assert.ok(model);
  return model;
}

function active(needs: readonly (readonly number[])[], inPhase?: number): number | undefined {
  const model = suiteOf(needs, inPhase);
  const [phase] = model.phases;
  assert.ok(phase);
  assert.equal(itemsOfPhase(model, phase).length, inPhase ?? needs.length);
  return mostActive(model, phase);
}

/** Whether each can be reached from each. */
function reach(needs: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  return needs.map((_, at) => {
    const seen = new Set<number>();
    const waiting = [at];
    for (const each of waiting) {
      for (const next of needs[each] ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          waiting.push(next);
        }
    }
    return seen;
  });
}

/** By every set of items. */
function activeByTrying(needs: readonly (readonly number[])[], inPhase: number): number | undefined {
  const reached = reach(needs);
  if (reached.some((each, at) => at < inPhase && each.has(at))) return undefined;
  let most = 0;
  for (let set = 0; set < 1 << inPhase; set++) {
    const members = Array.from({ length: inPhase }, (_, at) => at).filter(at => (set & (1 << at)) !== 0);
    const isFree = members.every(one => members.every(other => reached[one]?.has(other) !== true));
    if (isFree) most = Math.max(most, members.length);
  }
  return most;
}

const graphs = fc.integer({ min: 1, max: 7 }).chain(size =>
  fc.tuple(
    fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    }),
    fc.integer({ min: 1, max: size }),
  ),
);

describe('the most items that can be active at once', () => {
  test('by hand', () => {
    assert.equal(active([[], [], []]), 3);
    assert.equal(active([[], [0], [1]]), 1);
    assert.equal(active([[], [0], [0], [1, 2]]), 2);
    // By way of an item of another phase.
    assert.equal(active([[], [2], [0]], 2), 1);
    assert.equal(active([[0]]), undefined);
    assert.equal(active(Array.from({ length: 200 }, () => [])), undefined);
  });

  test('as trying every set finds', () =>
    fc.assert(
      fc.property(graphs, ([needs, inPhase]) =>
        assert.equal(active(needs, inPhase), activeByTrying(needs, inPhase)),
      ),
      { numRuns: 50 },
    ));
});

test('circles: one for all items that need one another, each a way back to where it begins', () =>
  fc.assert(
    fc.property(graphs, ([needs]) => {
      const cycles = dependencyCycles(suiteOf(needs));
      const reached = reach(needs);
      const circular = needs.flatMap((_, at) => (reached[at]?.has(at) === true ? [at] : []));
      const groups = new Set(
        circular.map(at =>
          circular
            .filter(other => other === at || (reached[at]?.has(other) && reached[other]?.has(at)))
            .join(),
        ),
      );
      assert.equal(cycles.length, groups.size);
      for (const cycle of cycles) {
        for (const [at, { needed }] of cycle.entries())
          assert.equal(needed, cycle[(at + 1) % cycle.length]?.item);
        assert.equal(new Set(cycle.map(({ item }) => item)).size, cycle.length);
      }
    }),
    { numRuns: 50 },
  ));

test('priorities that a sentence speaks of', () => {
  const items = new Map([['P7', 0]]);
  for (const [sentence, expected] of [
    ['100% of P0', 'P0'],
    ['100% of P0-P2, 50% of P3', 'P0 P1 P2 P3'],
    ['P0–1 done', 'P0 P1'],
    ['P7 is done', ''],
    ['P17, P1-auth, xP1, P1x, HTTP2', ''],
    ['(P1), P2.', 'P1 P2'],
    ['P3-P1', ''],
  ] as const)
    assert.equal(prioritiesIn(sentence, items).join(' '), expected, sentence);
});
