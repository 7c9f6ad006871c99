/** The library of chains as a file beside the program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../core/index.ts';

/** @param folder That of the program. */
export const createFileLibrary = (folder: string): Library => ({
  read: async () => {
    try {
      return await readFile(join(folder, 'library.json'), 'utf8');
    } catch {
      return undefined;
    }
  },
});
