/** Neovim's own language client against the bundle that ships. */
import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureDebianProgram } from '../../scripts/support/debian.ts';
import { run } from '../../scripts/support/run.ts';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, serverBundle } from '../support/testServer.ts';

const text = `chain: outage
titel: Outage
steps:
  - skill: SRE
    do: Bring the service back
`;
const catalogue = `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    aliases: [SRE]
    summary: Keeps services up
`;

let folder = '';
let seen: unknown;

before(async () => {
  const neovim = await ensureDebianProgram({ command: 'nvim', packages: ['neovim'] });
  assert.ok(
    neovim,
    'This test drives Neovim. Install it so that nvim is on the search path: apt-get install neovim, or brew install neovim.',
  );
  // Blanks and a plus sign in the path: Neovim escapes them otherwise than VS Code does.
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'skill chains + ')));
  await writeFile(path.join(folder, 'outage.chain.yaml'), text);
  await writeFile(path.join(folder, 'team.skills.yaml'), catalogue);
  const script = fileURLToPath(new URL('neovim/session.lua', import.meta.url));
  const environment = {
    ...{
      NODE: process.execPath,
      SERVER: await serverBundle(),
      ROOT: folder,
      CHAIN_FILE: path.join(folder, 'outage.chain.yaml'),
    },
    // Its log and its state belong to this run, and not to the person who runs it.
    ...{
      XDG_CACHE_HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      HOME: folder,
    },
  };
  const session = [
    '--headless',
    '-u',
    'NONE',
    '-i',
    'NONE',
    '-n',
    '-c',
    `luafile ${script.replaceAll(' ', '\\ ')}`,
  ];
  const { output } = await run(neovim, session, { environment });
  const line = output.split('\n').find(each => each.startsWith('SEEN '));
  assert.ok(line, `Neovim told nothing:\n${output}`);
  seen = JSON.parse(line.slice('SEEN '.length));
  assert.equal(field(seen, 'failure'), undefined);
});
after(async () => {
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

test('shows the finding where it is', () => {
  const expected = { line: 1, from: 0, to: 5, code: 'unknown-key', source: 'skill-chains' };
  assert.deepEqual(field(seen, 'diagnostics'), [expected]);
});

test('completes a skill by its alias', () => {
  assert.ok(
    list(field(seen, 'completion')).includes('site-reliability-engineer'),
    JSON.stringify(field(seen, 'completion')),
  );
});

test('hovers over a skill', () => {
  assert.match(list(field(seen, 'hover')).join('\n'), /Site Reliability Engineer[\s\S]*Keeps services up/);
});

test('goes to the skill', () => {
  assert.equal(field(seen, 'definition'), path.join(folder, 'team.skills.yaml'));
});

test('lists the symbols', () => {
  const symbols = list(field(seen, 'symbols')).map(symbol => [field(symbol, 'line'), field(symbol, 'text')]);
  assert.equal(symbols.length, 2, JSON.stringify(symbols));
  assert.match(String(symbols[1]?.[1]), /Bring the service back/);
});

test('ends the server in good order', () => {
  assert.equal(field(seen, 'exit'), 0);
});
