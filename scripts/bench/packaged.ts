/** What ships: how large it is, and how long it keeps an editor until it is active. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageExtension } from '../package.ts';
import { runOrFail } from '../support/run.ts';
import { inTurn, median, percentile, timesOf } from './rounds.ts';
import { type How, roundsOf, type Subject } from './subject.ts';

const activationScript = fileURLToPath(new URL('activationTime.ts', import.meta.url));

export const packaged: Subject = {
  name: 'package',
  run: async how => {
    how.say('packing the extension');
    const { bytes, engineBytes } = await packageExtension(path.join(how.folder, '../bench.vsix'));
    const times = await inTurn([{ name: 'ours', round: () => activated(how) }], roundsOf(how, 0.75));
    const mine = times.get('ours') ?? timesOf([]);
    const size = { size: '', unit: 'KB' } as const;
    return {
      title: 'The package',
      notes: [
        'The VSIX without the layout engine, which ships as its authors made it. Activation is the time that the extension takes itself, in a fresh process: its script is loaded and activated with an editor whose parts do nothing.',
      ],
      rows: [
        {
          ...{ ...size, what: 'VSIX', p50: (bytes - engineBytes) / 1000 },
          target: { kind: 'most', value: 1000 },
        },
        { ...size, what: 'layout engine in it', p50: engineBytes / 1000 },
        {
          ...{ size: '', what: 'activation', unit: 'ms', p50: median(mine), p95: percentile(mine, 0.95) },
          target: { kind: 'most', value: 50 },
        },
      ],
    };
  },
};

async function activated({ bundles }: How): Promise<number> {
  const script = path.join(bundles, 'dist/client.cjs');
  return Number(await runOrFail('activate the extension', process.execPath, [activationScript, script]));
}
