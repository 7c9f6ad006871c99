/**
 * Keeps the core out of the bundle of the server and of the command line, which load it from beside themselves: the core is four
 * fifths of each.
 */
import type { Plugin } from 'esbuild';

/** Of the core's modules only its door may be imported for its values; types cost nothing. */
export const coreApartPlugin: Plugin = {
  name: 'core apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/core\/index\.ts$/ }, () => ({ path: './core.js', external: true }));
  },
};
