/** Neovim's own language client against the bundle that ships. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { field, list } from '../../server/src/lsp/params.ts';
import { letEditorSee } from '../support/otherEditor.ts';

const script = fileURLToPath(new URL('neovim/session.lua', import.meta.url));
const session = letEditorSee({
  name: 'Neovim',
  command: 'nvim',
  packages: ['neovim'],
  install: 'brew install neovim',
  // Blanks and a plus sign in the path: Neovim escapes them otherwise than VS Code does.
  folder: 'skill chains + ',
  arguments: [
    ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n'],
    ...['-c', `luafile ${script.replaceAll(' ', '\\ ')}`],
  ],
  ownFolders: ['HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'],
});

test('ends without a failure of its script', () => assert.equal(field(session.seen, 'failure'), undefined));

test('shows the finding where it is', () => {
  const expected = { line: 1, from: 0, to: 5, code: 'unknown-key', source: 'skill-chains' };
  assert.deepEqual(field(session.seen, 'diagnostics'), [expected]);
});

test('completes a skill by its alias', () => {
  assert.ok(
    list(field(session.seen, 'completion')).includes('site-reliability-engineer'),
    JSON.stringify(field(session.seen, 'completion')),
  );
});

test('hovers over a skill', () => {
  assert.match(
    list(field(session.seen, 'hover')).join('\n'),
    /Site Reliability Engineer[\s\S]*Keeps services up/,
  );
});

test('goes to the skill', () => {
  assert.equal(field(session.seen, 'definition'), path.join(session.folder, 'team.skills.yaml'));
});

test('lists the symbols', () => {
  const symbols = list(field(session.seen, 'symbols')).map(symbol => [
    field(symbol, 'line'),
    field(symbol, 'text'),
  ]);
  assert.equal(symbols.length, 2, JSON.stringify(symbols));
  assert.match(String(symbols[1]?.[1]), /Bring the service back/);
});

test('ends the server in good order', () => {
  assert.equal(field(session.seen, 'exit'), 0);
});
