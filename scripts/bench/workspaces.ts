/** Workspaces of many chains: read from cold, one edit, one rename, beside merely parsing the same texts. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from '../support/run.ts';
import { ours } from './contestants.ts';
import { type RunningServer, startServer } from './languageServer.ts';
import { inTurn, median, percentile, type RoundOptions, type Times, timed, timesOf } from './rounds.ts';
import { type How, type Row, roundsOf, type Subject, sizesOf } from './subject.ts';
import { catalogue, chainOfLines, placeOf } from './texts.ts';

/** As long as most chains are. */
const linesOfEach = 55;

export const workspaces: Subject = {
  name: 'workspaces',
  run: async how => {
    const rows: Row[] = [];
    for (const chains of sizesOf(how, [100, 1000, 10_000])) rows.push(...(await workspaceRows(how, chains)));
    return {
      title: 'A workspace of many chains',
      notes: [
        `Chains of ${linesOfEach} lines each and one catalogue, in folders of 100. Each round starts a process. \`From cold\` is the time from \`initialized\` until the list of chains is answered: every file found, read, parsed, held against the schema and in the index. The floor is a process that has read the same texts already and parses each with \`parseDocument\` of npm \`yaml\`, its first call included; it does nothing else, and reads no file within the time.`,
        'An edit is the one of the table above, in one open chain of that workspace; a rename gives a skill of the catalogue another name in every chain. Memory is what the process holds once all is read and checked.',
      ],
      rows,
    };
  },
};

const nameOf = (at: number): string => `part-${Math.floor(at / 100)}/chain-${at}.chain.yaml`;

async function makeWorkspace(folder: string, chains: number): Promise<void> {
  for (let part = 0; part * 100 < chains; part++)
    await mkdir(path.join(folder, `part-${part}`), { recursive: true });
  for (let at = 0; at < chains; at++)
    await writeFile(path.join(folder, nameOf(at)), chainOfLines(`chain-${at}`, linesOfEach));
  await writeFile(path.join(folder, 'team.skills.yaml'), catalogue);
}

async function workspaceRows(how: How, chains: number): Promise<readonly Row[]> {
  const size = `${chains.toLocaleString('en')} chains`;
  how.say(`reading ${size}`);
  const folder = path.join(how.folder, `workspace-${chains}`);
  await makeWorkspace(folder, chains);
  const rounds = roundsOf(how, chains > 1000 ? 0.15 : 0.5);
  const cold = await inTurn(
    [
      { name: 'ours', round: () => indexed(how, folder) },
      { name: 'floor', round: () => parsed(folder) },
    ],
    rounds,
  );
  const server = await startServer(ours(how.bundles), folder);
  await server.request('skillChains/chains', {});
  const edits = await edited(server, folder, roundsOf(how));
  const renames = await inTurn([{ name: 'ours', round: () => renamed(server, folder) }], rounds);
  const memory = await server.memory();
  await server.end();
  const floor = cold.get('floor') ?? timesOf([]);
  const isGoal = chains === 1000;
  return [
    {
      ...single(size, 'index from cold', cold),
      beside: { what: 'parsing the same texts', p50: median(floor), p95: percentile(floor, 0.95) },
      ...(isGoal && { target: { kind: 'mostOfBeside', value: 1.5 } }),
    },
    { ...single(size, 'edit → findings', edits), ...(isGoal && { target: { kind: 'most', value: 20 } }) },
    single(size, 'rename of a skill in all chains', renames),
    { size, what: 'memory', unit: 'MB', p50: memory },
  ];
}

function single(size: string, what: string, times: ReadonlyMap<string, Times>): Row {
  const mine = times.get('ours') ?? timesOf([]);
  return { size, what, unit: 'ms', p50: median(mine), p95: percentile(mine, 0.95) };
}

async function indexed(how: How, folder: string): Promise<number> {
  const server = await startServer(ours(how.bundles), folder);
  const time = await timed(() => server.request('skillChains/chains', {}));
  await server.end();
  return time;
}

const floorScript = fileURLToPath(new URL('parseFloor.ts', import.meta.url));

async function parsed(folder: string): Promise<number> {
  const { output } = await run(process.execPath, [floorScript, folder]);
  return Number(output);
}

async function edited(
  server: RunningServer,
  folder: string,
  rounds: RoundOptions,
): Promise<ReadonlyMap<string, Times>> {
  const uri = pathToFileURL(path.join(folder, nameOf(7))).toString();
  const text = chainOfLines('chain-7', linesOfEach);
  const { line, character } = placeOf(text, 'takes:');
  const at = character + 'takes'.length - 1;
  const sound = server.published(uri, () => true);
  await server.open(uri, text);
  const { length } = await sound;
  let version = 1;
  const round = async (): Promise<number> => {
    await new Promise(resolve => setTimeout(resolve, 300));
    version++;
    const isBroken = version % 2 === 0;
    return timed(async () => {
      const found = server.published(uri, findings => findings.length > length === isBroken);
      await server.change(uri, version, { line, from: at, to: at + 1, text: isBroken ? 'z' : 's' });
      await found;
    });
  };
  return inTurn([{ name: 'ours', round }], rounds);
}

function renamed(server: RunningServer, folder: string): Promise<number> {
  return timed(() =>
    server.request('textDocument/rename', {
      textDocument: { uri: pathToFileURL(path.join(folder, 'team.skills.yaml')).toString() },
      position: placeOf(catalogue, 'technical-writer'),
      newName: 'scribe',
    }),
  );
}
