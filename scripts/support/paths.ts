import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folders, as absolute paths. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is installed once and kept between runs; ignored by git, safe to delete. */
export const cacheFolder = path.join(root, '.cache');

/** What a run leaves for a person to look at (screenshots, logs); ignored by git. */
export const artefactsFolder = path.join(root, '.artefacts');
