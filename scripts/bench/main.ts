/**
 * What takes how long: `npm run bench`. Prints a table for each subject and writes `docs/benchmarks.md`.
 *
 *   --only NAME   one subject alone; nothing is written
 *   --quick       few rounds and the smallest sizes: whether all works; nothing is written
 *   --rounds N    rounds of what takes little time, by default 20; the others have a share of them
 *   --most N      leaves out sizes (lines, chains, nodes) above this
 *
 * Nothing is asserted. Everything is compared within one run, round by round in turn, since machines differ and are never alone.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../esbuild.mjs';
import { Failure, runMain, textOfError } from '../support/failure.ts';
import { root } from '../support/paths.ts';
import { drawing } from './drawing.ts';
import { packaged } from './packaged.ts';
import { pageText, resultText } from './report.ts';
import { servers } from './servers.ts';
import type { How, Result, Subject } from './subject.ts';
import { workspaces } from './workspaces.ts';

const subjects: readonly Subject[] = [servers, workspaces, drawing, packaged];

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean' },
      rounds: { type: 'string' },
      most: { type: 'string' },
    },
  });
  const { only, quick = false } = values;
  const rounds = quick ? 3 : Number(values.rounds ?? 20);
  const most = quick ? 0 : Number(values.most ?? Number.POSITIVE_INFINITY);
  if (!(rounds > 0) || Number.isNaN(most)) throw new Failure('--rounds and --most take a number.');
  const chosen = only === undefined ? subjects : subjects.filter(({ name }) => name === only);
  if (chosen.length === 0)
    throw new Failure(
      `There is no subject ${only}. There are ${subjects.map(({ name }) => name).join(', ')}.`,
    );
  const folder = await mkdtemp(path.join(os.tmpdir(), 'skill-chains-bench-'));
  try {
    await build({ production: true, folder });
    const say = (what: string): void => {
      if (process.stderr.isTTY) process.stderr.write(`${what} …\n`);
    };
    const how: How = { rounds, most, bundles: folder, folder: path.join(folder, 'work'), say };
    const results: Result[] = [];
    for (const subject of chosen) {
      const result = await subject.run(how).catch(failed(subject));
      if (result === undefined) continue;
      results.push(result);
      console.log(resultText(result));
    }
    if (only === undefined && !quick) {
      const { model = 'unknown' } = os.cpus()[0] ?? {};
      const machine = {
        node: process.versions.node,
        processor: model.trim(),
        processors: os.availableParallelism(),
        system: `${os.type()} ${os.arch()}`,
        load: os.loadavg()[0] ?? 0,
        rounds,
      };
      await writeFile(path.join(root, 'docs/benchmarks.md'), pageText(results, machine));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** What one subject cannot measure keeps no other from being measured. */
function failed({ name }: Subject): (reason: unknown) => undefined {
  return reason => {
    console.error(`${name} could not be measured: ${textOfError(reason)}\n`);
    process.exitCode = 1;
    return undefined;
  };
}
