/**
 * What happens to a workspace at once and from outside: a branch switch, a folder under another name, a catalogue that is gone, folders that
 * call chains the same. Afterwards the findings, symbols and chains are those of a server that starts on the same files; the time is told.
 */
import assert from 'node:assert/strict';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { field, list } from '../../server/src/lsp/params.ts';
import { opened } from '../corpus/support/opened.ts';
import { cleanUp, launchBundle, serverBundle, startClient, type TestClient } from '../support/testServer.ts';

after(cleanUp);

type Files = Readonly<Record<string, string>>;

/** How long a machine may take on which everything else runs too, in milliseconds. */
const patience = 60_000;

/** The names that are looked for in all of the workspace. */
const queries = ['chain-77', 'chain-107', 'new-7', 'author', 'shared'];

const line = (range: unknown): string =>
  ['start', 'end'].map(end => `${field(range, end, 'line')}:${field(range, end, 'character')}`).join('-');

const findingLine = (finding: unknown): string =>
  `${line(field(finding, 'range'))} ${field(finding, 'severity')} ${field(finding, 'code')} ${field(finding, 'message')}`;

/** Below the folder of a client. */
const shortIn =
  (client: TestClient) =>
  (uri: unknown): string =>
    String(uri).slice(client.uri('').length).replace(/^\//, '');

/** By path the findings that were published last; each call reads on from where the one before it ended. */
function findingsIn(client: TestClient): () => Readonly<Record<string, readonly string[]>> {
  const findings = new Map<string, readonly string[]>();
  const short = shortIn(client);
  let read = 0;
  return () => {
    for (; read < client.received.length; read++) {
      const { method, params } = client.received[read] ?? {};
      if (method === 'textDocument/publishDiagnostics')
        findings.set(short(field(params, 'uri')), list(field(params, 'diagnostics')).map(findingLine));
    }
    return Object.fromEntries([...findings].filter(([, found]) => found.length > 0).toSorted());
  };
}

/** What a person sees of a workspace: by path the findings, then the chains, then what is found by each query. */
async function shown(client: TestClient): Promise<Shown> {
  const short = shortIn(client);
  const chains = list(await client.request('skillChains/chains'));
  const symbols: Record<string, readonly string[]> = {};
  for (const query of queries) {
    const found = list(await client.request('workspace/symbol', { query }));
    symbols[query] = found
      .map(each => `${field(each, 'name')} ${short(field(each, 'location', 'uri'))}`)
      .toSorted();
  }
  return {
    findings: findingsIn(client)(),
    chains: chains
      .map(each => `${field(each, 'id')} ${field(each, 'title')} ${short(field(each, 'uri'))}`)
      .toSorted(),
    symbols,
  };
}

interface Shown {
  readonly findings: Readonly<Record<string, readonly string[]>>;
  readonly chains: readonly string[];
  readonly symbols: Readonly<Record<string, readonly string[]>>;
}

/** The same of a language service that reads these files. */
async function expectedOf(files: Files): Promise<Shown> {
  const { service, workspace, documents } = await opened(files);
  const short = (uri: string): string => uri.slice(workspace.uri('').length);
  const findings = documents.map(
    ({ path: name, uri }) => [name, service.diagnostics(uri).map(findingLine)] as const,
  );
  return {
    findings: Object.fromEntries(findings.filter(([, found]) => found.length > 0).toSorted()),
    chains: service
      .chains()
      .map(({ id, title, uri }) => `${id} ${title} ${short(uri)}`)
      .toSorted(),
    symbols: Object.fromEntries(
      queries.map(query => [
        query,
        service
          .workspaceSymbols(query)
          .map(({ name, location: { uri } }) => `${name} ${short(uri)}`)
          .toSorted(),
      ]),
    ),
  };
}

/** Milliseconds from `since` until a server shows what is expected. What is asked of it meanwhile costs it nothing. */
async function until(client: TestClient, expected: Shown, since: number): Promise<number> {
  const findings = findingsIn(client);
  const wanted = JSON.stringify(expected.findings);
  const nothing = { textDocument: { uri: client.uri('none.chain.yaml') } };
  for (;;) {
    const now = findings();
    const took = performance.now() - since;
    if (JSON.stringify(now) === wanted && isDeepStrictEqual(await shown(client), expected)) return took;
    if (took > patience) assert.deepEqual(await shown(client), expected);
    await client.request('textDocument/foldingRange', nothing);
  }
}

async function filesOn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter(each => each.isFile())
    .map(async each => {
      const name = path.join(each.parentPath, each.name);
      return [path.relative(folder, name).replaceAll(path.sep, '/'), await readFile(name, 'utf8')] as const;
    });
  return Object.fromEntries((await Promise.all(read)).toSorted());
}

/**
 * Changes the disk and tells the server of it. Afterwards it shows what one does that starts on these files, and goes on showing it; gives
 * the milliseconds since it was told.
 */
async function isAsFresh(
  client: TestClient,
  after: Files,
  change: () => Promise<() => Promise<void>>,
): Promise<number> {
  const expected = await expectedOf(after);
  const tell = await change();
  assert.deepEqual(await filesOn(client.folder), Object.fromEntries(Object.entries(after).toSorted()));
  const since = performance.now();
  await tell();
  const took = await until(client, expected, since);
  const fresh = await startClient(launchBundle, { files: after });
  await until(fresh, expected, performance.now());
  await fresh.end();
  assert.deepEqual(await shown(client), expected);
  return took;
}

/** A server on some files that has shown all there is to show, and the milliseconds that this took. */
async function settled(files: Files): Promise<{ readonly client: TestClient; readonly cold: number }> {
  const expected = await expectedOf(files);
  await serverBundle();
  const since = performance.now();
  const client = await startClient(launchBundle, { files });
  return { client, cold: await until(client, expected, since) };
}

const steps = Array.from({ length: 6 }, (_, at) => `  - { id: step-${at}, skill: author, do: Do it }\n`).join(
  '',
);
const chain = (id: string, more = ''): string =>
  `chain: ${id}\ntitle: The chain ${id}\nsteps:\n${steps}${more}`;
const handsOver = (to: string): string => `handoffs:\n  - { then: ${to} }\n`;
const folderOf = (at: number): string => `part-${at % 10}`;
const placeOf = (at: number): string => `${folderOf(at)}/chain-${at}.chain.yaml`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** 500 chains in ten folders, each of which goes on with the next; and a programme of some, by their paths. */
const before: Files = {
  'team.skills.yaml': 'skills:\n  author: { title: Author }\n',
  'shared.suite.yaml': `suite: shared
title: Shared
items:
${numbers(20)
  .map(at => `  I${at}: { title: The chain ${at}, chain: ${placeOf(at)} }\n`)
  .join('')}phases:
  - { phase: One, items: [${numbers(20)
    .map(at => `I${at}`)
    .join(', ')}] }
`,
  ...Object.fromEntries(
    numbers(500).map(at => [placeOf(at), chain(`chain-${at}`, at < 499 ? handsOver(`chain-${at + 1}`) : '')]),
  ),
};

/** Of 250 chains a fifth is lost, a fifth names a skill that nobody knows, the others go on with 250 that are new. */
const otherBranch: Files = Object.fromEntries([
  ...Object.entries(before).filter(
    ([name]) => !numbers(250).some(at => at % 5 === 0 && placeOf(at) === name),
  ),
  ...numbers(250).flatMap(at =>
    at % 5 === 0
      ? []
      : [
          [
            placeOf(at),
            at % 5 === 1
              ? chain(`chain-${at}`).replace('author', 'autor')
              : chain(`chain-${at}`, handsOver(`new-${at}`)),
          ],
        ],
  ),
  ...numbers(250).map(at => [`${folderOf(at)}/new-${at}.chain.yaml`, chain(`new-${at}`)]),
]);

/** Makes the files of a client's folder these, and tells of each one, as a file watcher does. */
async function become(client: TestClient, files: Files): Promise<() => Promise<void>> {
  const now = await filesOn(client.folder);
  const changes: { uri: string; type: 1 | 2 | 3 }[] = [];
  for (const name of new Set([...Object.keys(now), ...Object.keys(files)])) {
    const [old, text] = [now[name], files[name]];
    if (old === text) continue;
    const target = path.join(client.folder, name);
    if (text === undefined) await rm(target);
    else await writeFile(target, text);
    changes.push({ uri: client.uri(name), type: text === undefined ? 3 : old === undefined ? 1 : 2 });
  }
  assert.ok(changes.length === 1 || changes.length === 500);
  return () => client.notify('workspace/didChangeWatchedFiles', { changes });
}

/** What a watcher says of folders that came or went: of each alone, or of each file in them too. */
const telling =
  (client: TestClient, isEach: boolean, folders: Readonly<Record<string, 1 | 3>>, names: readonly string[]) =>
  (): Promise<void> =>
    client.notify('workspace/didChangeWatchedFiles', {
      changes: Object.entries(folders).flatMap(([folder, type]) =>
        [folder, ...(isEach ? names.map(name => `${folder}/${name}`) : [])].map(name => ({
          uri: client.uri(name),
          type,
        })),
      ),
    });

const inWords = (times: Readonly<Record<string, number>>): string =>
  Object.entries(times)
    .map(([what, time]) => `${what}: ${time.toFixed()} ms`)
    .join(', ');

/** Files with the paths of one folder in another, or in both. */
const inFolder = (files: Files, from: string, to: string, isCopy = false): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => {
      if (!name.startsWith(`${from}/`)) return [[name, text]];
      const moved = [`${to}${name.slice(from.length)}`, text];
      return isCopy ? [[name, text], moved] : [moved];
    }),
  );

test('a branch switch: 500 files are changed, lost and new', async t => {
  const { client, cold } = await settled(before);
  const there = await isAsFresh(client, otherBranch, () => become(client, otherBranch));
  const back = await isAsFresh(client, before, () => become(client, before));
  t.diagnostic(inWords({ 'from cold': cold, there, back }));
  await client.end();
});

test('a folder under another name', async t => {
  const { client } = await settled(otherBranch);
  const move = (from: string, to: string, isEach: boolean, files: Files): Promise<number> =>
    isAsFresh(client, files, async () => {
      await rename(path.join(client.folder, from), path.join(client.folder, to));
      const names = await readdir(path.join(client.folder, to));
      return telling(client, isEach, { [from]: 3, [to]: 1 }, names);
    });
  const there = await move('part-3', 'moved', false, inFolder(otherBranch, 'part-3', 'moved'));
  const back = await move('moved', 'part-3', true, otherBranch);
  t.diagnostic(inWords({ 'told of the folder': there, 'told of each file': back }));
  await client.end();
});

test('a catalogue that is gone', async t => {
  const { client } = await settled(otherBranch);
  const { 'team.skills.yaml': _, ...without } = otherBranch;
  const gone = await isAsFresh(client, without, () => become(client, without));
  const back = await isAsFresh(client, otherBranch, () => become(client, otherBranch));
  t.diagnostic(inWords({ gone, back }));
  await client.end();
});

test('two folders with chains of the same ids', async t => {
  const { client } = await settled(before);
  const [one, two] = [path.join(client.folder, 'part-4'), path.join(client.folder, 'shared-4')];
  const names = await readdir(one);
  const twice = await isAsFresh(client, inFolder(before, 'part-4', 'shared-4', true), async () => {
    await cp(one, two, { recursive: true });
    return telling(client, false, { 'shared-4': 1 }, names);
  });
  const once = await isAsFresh(client, before, async () => {
    await rm(two, { recursive: true });
    return telling(client, true, { 'shared-4': 3 }, names);
  });
  t.diagnostic(inWords({ twice, once }));
  await client.end();
});

test('workspace folders with chains of the same ids have nothing to do with each other', async t => {
  const own: Files = {
    'team.skills.yaml': 'skills: { author: {} }\n',
    ...Object.fromEntries(numbers(250).map(at => [`chain-${at}.chain.yaml`, chain(`chain-${at}`)])),
  };
  const both = Object.fromEntries(
    ['one', 'two'].flatMap(folder => Object.entries(own).map(([name, text]) => [`${folder}/${name}`, text])),
  );
  const { client } = await settled(both);
  const together = await expectedOf(both);
  assert.ok(Object.keys(together.findings).length >= 500);
  const parts = ['one', 'two'].map(name => ({ uri: client.uri(name), name }));
  const whole = [{ uri: client.uri(''), name: 'whole' }];
  const follow = async (event: object, expected: Shown): Promise<number> => {
    const since = performance.now();
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    return until(client, expected, since);
  };
  const apart = await follow({ added: parts, removed: whole }, { ...together, findings: {} });
  const again = await follow({ added: whole, removed: parts }, together);
  t.diagnostic(inWords({ apart, together: again }));
  await client.end();
});
