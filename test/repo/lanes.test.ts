/** The lanes in which the editor's runs go side by side. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inLanes } from '../editor/driver/lanes.ts';

describe('Work in lanes', () => {
  it('is done once each, by no more at a time than there are lanes, and told in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(12), fc.integer({ min: 1, max: 5 }), async (s, jobs, lanes) => {
        const busy = new Set<number>();
        const begun: number[] = [];
        let most = 0;
        const work = async (job: number, lane: number): Promise<string> => {
          assert.ok(lane >= 0 && lane < lanes && !busy.has(lane));
          busy.add(lane);
          begun.push(job);
          most = Math.max(most, busy.size);
          await s.schedule(Promise.resolve());
          busy.delete(lane);
          return `${job} is done`;
        };
        const numbers = Array.from({ length: jobs }, (_, at) => at);
        const results = await s.waitFor(inLanes(numbers, lanes, work));
        assert.deepEqual(
          results,
          numbers.map(number => `${number} is done`),
        );
        assert.deepEqual(begun, numbers);
        assert.equal(most, Math.min(jobs, lanes));
      }),
    );
  });

  it('ends where a job breaks: what is under way ends first, and what waits is not begun', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    let release: () => void = () => undefined;
    const other = new Promise<void>(resolve => {
      release = resolve;
    });
    const running = inLanes(['breaks', 'is under way', 'waits'], 2, async job => {
      begun.push(job);
      if (job === 'breaks') throw new Error('on purpose');
      await other;
      ended.push(job);
    });
    release();
    await assert.rejects(running, /on purpose/);
    assert.deepEqual([begun, ended], [['breaks', 'is under way'], ['is under way']]);
  });
});
