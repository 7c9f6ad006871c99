/**
 * The server in one bundle for both of its places: a process, and a web worker. Most of a server is the library that speaks the protocol, and
 * the package holds it once; of the two parts only the one that belongs here is run.
 */
const place = 'importScripts' in globalThis ? import('./browser/main.ts') : import('./node/main.ts');

// Thrown out of the promise an error ends the process, and a worker's client is told of it.
place.catch((error: unknown) => {
  setTimeout(() => {
    throw error;
  });
});
