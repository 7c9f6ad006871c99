/** Our server beside the YAML language server: the same documents, the same requests, in turn. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ours, peer, peerAtOnce } from './contestants.ts';
import { type RunningServer, startServer } from './languageServer.ts';
import { inTurn, median, percentile, type Times, timed, timesOf } from './rounds.ts';
import { type How, type Row, roundsOf, type Subject, sizesOf, type Target } from './subject.ts';
import { catalogue, chainOfLines, placeOf } from './texts.ts';

export const servers: Subject = {
  name: 'servers',
  run: async how => {
    const folder = path.join(how.folder, 'servers');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'team.skills.yaml'), catalogue);
    const rows: Row[] = [...(await startRows(how, folder))];
    for (const lines of sizesOf(how, [200, 2000, 10_000])) rows.push(...(await sizeRows(how, folder, lines)));
    return {
      title: 'The language server beside yaml-language-server',
      notes: [
        'Both run as processes over standard input and output, with one sound chain of the given number of lines open; the YAML language server 2.0 has our generated JSON Schema for it. Each round asks one after the other, and they take turns in going first.',
        'An edit changes one character of a key, after a pause of 300 ms. Its time runs from `didChange` until findings are published in which the mistake is there or gone; our pause in typing is part of it, and so is the delay of 200 ms of the other. `without its delay` is that server with a timer of 200 ms that is over at once. `In a burst` is the last of eight edits, 40 ms apart.',
        'Completion and hover are asked of a text that both have read; `completion with an edit` sends an edit and asks at once. Memory is what the process holds of the machine (resident) at the end of all this.',
        'Two targets were set in milliseconds on a machine on which the other server was measured too, and took the time that stands with them. Here they hold where our share of its time is no larger than it was to be there.',
      ],
      rows,
    };
  },
};

const noTarget = undefined;

function rowOf(
  what: string,
  size: string,
  times: ReadonlyMap<string, Times>,
  beside: string,
  target: Target | undefined,
): Row {
  const mine = times.get('ours') ?? timesOf([]);
  const other = times.get(beside) ?? timesOf([]);
  return {
    ...{ size, what, unit: 'ms', p50: median(mine), p95: percentile(mine, 0.95) },
    beside: { what: beside, p50: median(other), p95: percentile(other, 0.95) },
    ...(target && { target }),
  };
}

async function startRows(how: How, folder: string): Promise<readonly Row[]> {
  how.say('starting servers');
  const start = (kind: Parameters<typeof startServer>[0]) => async (): Promise<number> => {
    const server = await startServer(kind, folder);
    await server.end();
    return server.started;
  };
  const times = await inTurn(
    [
      { name: 'ours', round: start(ours(how.bundles)) },
      { name: peer.name, round: start(peer) },
    ],
    roundsOf(how, 0.75),
  );
  return [
    rowOf('start, until `initialize` is answered', '', times, peer.name, {
      kind: 'mostOfBeside',
      value: 0.5,
    }),
  ];
}

/** A server with the document open, and how many findings the other has in the sound text. */
interface Prepared {
  readonly name: string;
  readonly server: RunningServer;
  readonly uri: string;
  readonly text: string;
  readonly sound: number;
  /** Of the open document. */
  version: number;
  isBroken: boolean;
}

async function prepare(
  name: string,
  server: RunningServer,
  folder: string,
  lines: number,
): Promise<Prepared> {
  const id = `bench-${lines}`;
  const uri = pathToFileURL(path.join(folder, `${id}.chain.yaml`)).toString();
  const text = chainOfLines(id, lines);
  const found = server.published(uri, () => true);
  await server.open(uri, text);
  return { name, server, uri, text, sound: (await found).length, version: 1, isBroken: false };
}

/** A mistake comes or goes, by one character of a key; settles once the findings show it. */
async function edit(prepared: Prepared): Promise<unknown> {
  const { server, uri, text, sound } = prepared;
  const { line, character } = placeOf(text, 'takes:');
  const at = character + 'takes'.length - 1;
  prepared.version++;
  prepared.isBroken = !prepared.isBroken;
  const { isBroken, version } = prepared;
  const found = server.published(uri, findings =>
    isBroken ? findings.length > sound : findings.length === sound,
  );
  await server.change(uri, version, { line, from: at, to: at + 1, text: isBroken ? 'z' : 's' });
  return found;
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

async function sizeRows(how: How, folder: string, lines: number): Promise<readonly Row[]> {
  const size = `${lines.toLocaleString('en')} lines`;
  how.say(`editing ${size}`);
  const all = [
    await prepare('ours', await startServer(ours(how.bundles), folder), folder, lines),
    await prepare(peer.name, await startServer(peer, folder), folder, lines),
    await prepare(peerAtOnce.name, await startServer(peerAtOnce, folder), folder, lines),
  ];
  const [mine, other] = all;
  if (mine === undefined || other === undefined) throw new Error('No server was started.');
  const share = lines > 2000 ? 0.25 : 1;
  const play = (contestants: readonly Prepared[], round: (of: Prepared) => Promise<number>, part = share) =>
    inTurn(
      contestants.map(each => ({ name: each.name, round: () => round(each) })),
      roundsOf(how, part),
    );
  const both = [mine, other];

  const opened = await play(both, openAnother(lines), share / 2);
  const edited = await play(
    all,
    async each => {
      await rest(300);
      return timed(async () => await await edit(each));
    },
    // Twice as many, as this is what most depends on what else the machine does.
    lines > 2000 ? share : 2,
  );
  const bursts = await play(both, burst, share / 2);
  const completed = await play(both, each => timed(() => complete(each)));
  const completedEdited = await play(both, completeWithEdit);
  const hovered = await play(both, each => timed(() => hover(each)));
  const memory = await Promise.all(both.map(({ server }) => server.memory()));
  for (const { server } of all) await server.end();

  const [mineHeld = Number.NaN, otherHeld = Number.NaN] = memory;
  const isGoal = lines === 2000;
  const editTarget: Target | undefined = lines === 200 ? { kind: 'most', value: 8 } : noTarget;
  const editGoal: Target | undefined = isGoal ? { kind: 'mostWhere', value: 30, beside: 57 } : noTarget;
  const completionGoal: Target | undefined = isGoal ? { kind: 'mostWhere', value: 3, beside: 22 } : noTarget;
  return [
    rowOf('open → findings', size, opened, peer.name, noTarget),
    rowOf('edit → findings', size, edited, peer.name, editTarget),
    rowOf('edit → findings', size, edited, peerAtOnce.name, editGoal),
    rowOf('edit → findings, in a burst', size, bursts, peer.name, noTarget),
    rowOf('completion', size, completed, peer.name, completionGoal),
    rowOf('completion with an edit', size, completedEdited, peer.name, noTarget),
    rowOf('hover', size, hovered, peer.name, noTarget),
    {
      ...{ size, what: 'memory', unit: 'MB', p50: mineHeld },
      beside: { what: peer.name, p50: otherHeld },
      ...(isGoal && { target: { kind: 'mostOfBeside', value: 0.5 } }),
    },
  ];
}

/** Opens a document that neither has seen, with a mistake that both find, and closes it. */
function openAnother(lines: number): (of: Prepared) => Promise<number> {
  let made = 0;
  return async ({ server, uri }) => {
    const id = `opened-${++made}`;
    const next = new URL(`${id}.chain.yaml`, uri).toString();
    const text = chainOfLines(id, lines).replace('takes:', 'takez:');
    const time = await timed(async () => {
      const found = server.published(next, findings => findings.length > 0);
      await server.open(next, text);
      await found;
    });
    await server.close(next);
    return time;
  };
}

async function burst(prepared: Prepared): Promise<number> {
  await rest(300);
  for (let at = 0; at < 7; at++) {
    // What is found meanwhile is of no interest, and may be long in coming.
    edit(prepared).catch(() => undefined);
    await rest(40);
  }
  return timed(async () => await await edit(prepared));
}

const asked = ({ uri, text }: Prepared) => ({
  textDocument: { uri },
  position: placeOf(text, 'skill: privacy-engineer'),
});

const complete = (prepared: Prepared): Promise<unknown> =>
  prepared.server.request('textDocument/completion', asked(prepared));

const hover = (prepared: Prepared): Promise<unknown> =>
  prepared.server.request('textDocument/hover', asked(prepared));

async function completeWithEdit(prepared: Prepared): Promise<number> {
  await rest(50);
  let found: Promise<unknown> = Promise.resolve();
  const time = await timed(async () => {
    found = edit(prepared);
    await complete(prepared);
  });
  await found;
  return time;
}
