/** Work side by side: one list, from which each of several lanes takes the next piece when it is done with its last. */

/**
 * Does each job once, in the order of the list as far as lanes come free.
 * @param lanes How many there are; at least one.
 * @param work Does a job in a lane, a number from 0. What it rejects with is rejected here, once the other lanes have finished the job
 *   that they are at; jobs that wait are then not begun.
 * @returns The results in the order of the jobs.
 */
export async function inLanes<Job, Result>(
  jobs: readonly Job[],
  lanes: number,
  work: (job: Job, lane: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = [...jobs.entries()];
  const results: Result[] = [];
  const drive = async (lane: number): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, job] = next;
      try {
        results[at] = await work(job, lane);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, (_, lane) => drive(lane)));
  const broken = ends.find(end => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return results;
}
