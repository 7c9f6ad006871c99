/** What `lint` prints is what an editor shows of the same folder: the findings that the server publishes, open files and closed ones. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { filePath } from '../../server/src/node/fileWorkspace.ts';
import { removeFolders, runIn } from '../support/commandLine.ts';
import { libraryFiles } from '../support/library.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

after(async () => {
  await cleanUp();
  await removeFolders();
});

const count = 1000;
const all = Array.from({ length: count }, (_, at) => at);
const nameOf = (at: number): string => `part-${at % 20}/chain-${at}.chain.yaml`;

/** Mistakes, each of which some chains have; most have none. Each is of a family of its own. */
const mistakes: readonly ((text: string, at: number) => string)[] = [
  text => text.replace('takes: 2-3 h', 'takes: 5m'),
  text => text.replace('skill: baker', 'skill: bakr'),
  text => text.replace('title: Chain', 'title: The: chain'),
  text => text.replace('trigger:', 'triger:'),
  (text, at) => text.replace(`chain: chain-${at}`, `chain: chain-${at - 1}`),
  (text, at) =>
    text
      .replace(`run: chain-${at + 1}`, `run: chain-x${at + 1}`)
      .replace('- chain: chain-', '- chain: chan-'),
  text => text.replace('do: Bake it', '  do: Bake it'),
  text => text.replace('needs: [dough]', 'needs: [doug]'),
  text => `${text}  - [\n`,
  text => text.replace('go: next', 'go: nowhere'),
  text => text.replace('id: mix', 'id: bake'),
  text => text.replace('    do: Mix it', '\tdo: Mix it'),
];

function chain(at: number): string {
  const text = `chain: chain-${at}
title: Chain ${at}
trigger: Somebody is hungry.
steps:
  - skill: mixer
    id: mix
    do: Mix it
    produces: [dough]
  - skill: baker
    id: bake
    do: Bake it
    needs: [dough]
    takes: 2-3 h
  - chain: chain-${(at + 1) % count}
    when: there is more dough
  - decision: Is it good?
    routes:
      - { when: it is good, go: next }
      - { otherwise: next }
`;
  return at % 7 === 3 ? (mistakes[at % mistakes.length] ?? String)(text, at) : text;
}

const catalogue = `skills:
  mixer: { title: Mixer }
  baker: { title: Baker }
`;

/** A finding as one text: place, severity, code, words, and the other places that it names. */
type Shown = ReadonlyMap<string, readonly string[]>;

const severities = ['error', 'warning', 'information', 'hint'];

function published(client: TestClient): Shown {
  const last = new Map<string, readonly string[]>();
  for (const { method, params } of client.received) {
    if (method !== 'textDocument/publishDiagnostics') continue;
    const uri = String(field(params, 'uri'));
    last.set(
      pathOf(client, uri),
      list(field(params, 'diagnostics')).map(each =>
        JSON.stringify([
          ...placeOf(each),
          severities[Number(field(each, 'severity')) - 1],
          field(each, 'code'),
          field(each, 'message'),
          list(field(each, 'relatedInformation')).map(related => [
            pathOf(client, String(field(related, 'location', 'uri'))),
            ...placeOf(field(related, 'location')),
            field(related, 'message'),
          ]),
        ]),
      ),
    );
  }
  return new Map([...last].filter(([, findings]) => findings.length > 0).toSorted());
}

const pathOf = ({ folder }: TestClient, uri: string): string =>
  (filePath(uri) ?? uri).slice(folder.length + 1);

const placeOf = (holder: unknown): readonly number[] =>
  ['start', 'end'].flatMap(end =>
    ['line', 'character'].map(part => Number(field(holder, 'range', end, part)) + 1),
  );

/** What the command line prints of the folder of a client. */
async function linted({ folder }: TestClient): Promise<Shown> {
  const { output, errors } = await runIn(folder, ['lint', '--format', 'json']);
  assert.equal(errors, '');
  const found = new Map<string, string[]>();
  for (const each of list(field(JSON.parse(output), 'findings'))) {
    const of = (key: string) => field(each, key);
    const place = (holder: unknown) =>
      ['line', 'column', 'endLine', 'endColumn'].map(key => field(holder, key));
    const related = list(of('related')).map(other => [
      field(other, 'path'),
      ...place(other),
      field(other, 'message'),
    ]);
    const path = String(of('path'));
    const known = found.get(path) ?? [];
    known.push(JSON.stringify([...place(each), of('severity'), of('code'), of('message'), related]));
    found.set(path, known);
  }
  return new Map([...found].toSorted());
}

const launch = launches[0]?.launch;
assert.ok(launch !== undefined);

/** In milliseconds; on a busy machine. */
const patience = 120_000;

/** Waits until the server shows what the command line prints; then, and only then, it has checked every file. */
async function becomes(client: TestClient, expected: Shown): Promise<void> {
  const deadline = performance.now() + patience;
  let seen = -1;
  for (;;) {
    await client.request('skillChains/chains');
    if (client.received.length === seen && performance.now() < deadline) continue;
    seen = client.received.length;
    const now = published(client);
    if (JSON.stringify([...now]) === JSON.stringify([...expected])) return;
    if (performance.now() > deadline) return assert.deepEqual(now, expected);
  }
}

test('of 1,000 chains with mistakes among them, open or not', async () => {
  const files = Object.fromEntries(all.map(at => [nameOf(at), chain(at)]));
  const client = await startClient(launch, { files: { ...files, 'own.skills.yaml': catalogue } });
  // The server checks no more than 1,000 files that nobody has open: with this one it checks all.
  await client.open(client.uri('own.skills.yaml'), catalogue);
  const expected = await linted(client);
  const codes = new Set([...expected.values()].flat().map(each => JSON.parse(each)[5]));
  assert.ok(expected.size > 100 && codes.size >= 10, `${expected.size} files, ${[...codes].join(', ')}`);
  await becomes(client, expected);
  for (const at of all.filter(each => each % 7 === 3)) await client.open(client.uri(nameOf(at)), chain(at));
  await Promise.all(all.filter(at => at % 7 === 3).map(at => client.findings(client.uri(nameOf(at)), 1)));
  await becomes(client, expected);
  await client.end();
});

test('of the library, in which there is nothing to find', async () => {
  const client = await startClient(launch, { files: libraryFiles });
  assert.deepEqual(await linted(client), new Map());
  for (const [path, text] of Object.entries(libraryFiles)) await client.open(client.uri(path), text);
  for (const path of Object.keys(libraryFiles))
    assert.deepEqual((await client.findings(client.uri(path), 1)).diagnostics, []);
  assert.deepEqual(published(client), new Map());
  await client.end();
});
