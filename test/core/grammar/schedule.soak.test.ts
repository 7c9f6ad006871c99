/** The schedule of generated chains against every one of their runs, simulated. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainSchedule, type Schedule } from '../../../server/src/core/analysis/schedule.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import type { Written } from '../analysis/randomChains.ts';
import { treeOf } from '../analysis/writtenTree.ts';
import { makeChain } from './chain.ts';
import { chainSeeds, drawFrom } from './draw.ts';
import { allRuns, type Run } from './simulate.ts';

const contract = { id: 'demo', version: undefined, inputs: new Map<string, number | undefined>() };
const around = { skills: ['qa'], teams: ['platform'], children: [], extent: { plain: true } };

function scheduleOf(chain: Written): Schedule {
  const model = buildChain(treeOf(chain));
  assert.ok(model !== undefined);
  return chainSchedule(model, () => undefined);
}

const longest = (runs: readonly Run[]): number | undefined =>
  runs.length === 0 ? undefined : Math.max(...runs.map(each => each.total));

/** When a node starts at the latest that any run starts it. */
function latestStart(runs: readonly Run[], id: string): number | undefined {
  const starts = runs.flatMap(each => each.starts.get(id) ?? []);
  return starts.length === 0 ? undefined : Math.max(...starts);
}

const races = (chain: Written): boolean => /"join":("any"|\{)/.test(JSON.stringify(chain));

test('totals, earliest starts and slack are those of all runs together', () => {
  let count = 0;
  let slacks = 0;
  fc.assert(
    fc.property(chainSeeds, fc.array(fc.nat(9999), { maxLength: 4 }), (seed, tape) => {
      const { written } = makeChain(seed, contract, around);
      const [shortest, longer] = [allRuns(written, 'min'), allRuns(written, 'max')];
      if (shortest === undefined || longer === undefined) return;
      count++;
      const said = JSON.stringify(written);
      const { total, points } = scheduleOf(written);
      const least = shortest.length === 0 ? undefined : Math.min(...shortest.map(each => each.total));
      assert.equal(total.min, least, `the shortest run of ${said}`);
      assert.equal(total.max, longest(longer), `the longest run of ${said}`);
      for (const [id, { earliest }] of points) {
        if (id === 'start' || id === 'end') continue;
        assert.equal(earliest, latestStart(longer, id), `the start of ${id} in ${said}`);
      }
      // A later lane of a race may be overtaken by another, so that only a delay within the slack tells something.
      const draw = drawFrom(tape);
      for (const [id, { slack, critical }] of draw.several([...points], 2)) {
        if (id === 'start' || id === 'end') continue;
        const delayed = (by: number): number | undefined =>
          longest(allRuns(written, 'max', { id, by }) ?? []);
        slacks++;
        assert.equal(critical, slack === 0, `what is critical in ${said}`);
        assert.equal(delayed(slack ?? 10_000), total.max, `${id} may end ${slack} later in ${said}`);
        if (slack === undefined || races(written)) continue;
        assert.notEqual(
          delayed(slack + 1),
          total.max,
          `${id} may end no more than ${slack} later in ${said}`,
        );
      }
    }),
    { numRuns: 1000 },
  );
  assert.ok(count > 900 && slacks > 500, `${count} chains, ${slacks} slacks`);
});
