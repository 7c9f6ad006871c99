/** What holds for every source file: sizes, strictness, and nothing that belongs to one machine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, trackedFiles } from '../support/sources.ts';

const longest = 500;
const code = trackedFiles().filter(file => /\.(ts|mjs)$/.test(file) && !file.includes('/generated/'));

/** Lines that hold a pattern, as `file:line`. */
const linesWith = (pattern: RegExp, files: readonly string[] = code): readonly string[] =>
  files.flatMap(file =>
    readSource(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])),
  );

test(`no file has more than ${longest} lines`, () => {
  const long = code.map(file => ({ file, lines: readSource(file).split('\n').length - 1 }));
  assert.deepEqual(
    long.filter(({ lines }) => lines > longest),
    [],
  );
});

test('no check of the compiler or of the linter on types is switched off', () => {
  // Biome's noExplicitAny finds the type itself; the words are put together here so that this file does not hold them.
  const words = ['ts-ignore', 'ts-nocheck', 'ts-expect-error'].map(word => `@${word}`);
  assert.deepEqual(
    linesWith(
      new RegExp([...words, 'biome-ignore.*noExplicit'].join('|')),
      code.filter(file => file !== 'test/repo/sources.test.ts'),
    ),
    [],
  );
});

test('the client takes no address for a path of this machine', () => {
  // In a virtual workspace there is none. The scripts of the extension are: Node starts them from the disk they are installed on.
  const starters = ['client/src/connection.node.ts', 'client/src/tasks.node.ts'];
  const client = code.filter(file => file.startsWith('client/') && !starters.includes(file));
  assert.ok(client.length > 10);
  assert.deepEqual(linesWith(/\bfsPath\b|\bUri\.file\(/, client), []);
});

test('nothing that ships reaches out for the network', () => {
  const shipped = code.filter(file => /^(?:client|server|schemas)\//.test(file));
  const reaching =
    /\bfetch\(|\bnode:(?:https?|http2|net|tls|dgram|dns)\b|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/;
  // The page of the graph fetches the layout engine, which stands beside it in the extension.
  assert.deepEqual(
    linesWith(reaching, shipped).map(place => place.replace(/:\d+$/, '')),
    ['client/src/views/graph/webview/engine.ts'],
  );
});

test('no test is left out or runs alone', () => {
  assert.deepEqual(linesWith(/\b(?:it|test|describe|suite)\.(?:skip|only|todo)\b/), []);
});

test('random texts are tried in soak tests alone, so that the core can be tried after every edit', () => {
  const quick = code.filter(file => /^test\/core\/.*\.ts$/.test(file) && !file.endsWith('.soak.test.ts'));
  const shared = quick.filter(file => !file.endsWith('.test.ts'));
  const random = linesWith(/from 'fast-check'/, quick).map(line => line.replace(/:\d+$/, ''));
  assert.deepEqual(
    random.filter(file => !shared.includes(file)),
    [],
  );
});

test('the lock file holds no registry addresses', () => {
  assert.doesNotMatch(readSource('package-lock.json'), /"resolved"/);
});

test('nothing names a folder of one machine', () => {
  const texts = trackedFiles().filter(file => /\.(ts|mjs|json|md|ya?ml|lua|sh)$|^\.ci\//.test(file));
  assert.deepEqual(linesWith(/(?:^|[\s'"(`])\/(?:root|work)\/\w/, texts), []);
});
