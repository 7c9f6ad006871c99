/**
 * Keeps what Node makes of the sources (types stripped, code compiled) in the cache folder, for the next run of tests.
 * Preloaded with `--import`. No TypeScript: what strips the types need not be loaded where all is kept.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
