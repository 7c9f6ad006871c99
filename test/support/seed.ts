/**
 * Random tests draw the same texts in every run, so that a build says the same each time it is made. To look for more:
 * `SEED=random npm run test:unit`; a failure prints its seed, and `SEED=<that>` shows it again.
 */
import fc from 'fast-check';

const wanted = process.env['SEED'] ?? '20261121';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
