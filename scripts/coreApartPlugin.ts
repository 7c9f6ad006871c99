/**
 * Keeps the core out of the bundle of a server, which loads it from beside itself: both servers of the package are one core with a
 * different connection, and the core is four fifths of each.
 */
import type { Plugin } from 'esbuild';

/** Of the core's modules only its door may be imported for its values; types cost nothing. */
export const coreApartPlugin: Plugin = {
  name: 'core apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/core\/index\.ts$/ }, () => ({ path: './core.js', external: true }));
  },
};
