/** Emacs and its language client eglot against the bundle that ships, set up as docs/editors.md says. */
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
`;

let folder = '';
let seen: unknown;

before(async () => {
  // Emacs 29 brings eglot along; what Debian has before that takes it from a package.
  const emacs = await ensureDebianProgram({ command: 'emacs', packages: ['emacs-nox', 'elpa-eglot'] });
  assert.ok(
    emacs,
    'This test drives Emacs. Install Emacs 29 or later so that emacs is on the search path: apt-get install emacs-nox elpa-eglot, or brew install emacs.',
  );
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'skill chains ')));
  await writeFile(path.join(folder, 'outage.chain.yaml'), text);
  await writeFile(path.join(folder, 'team.skills.yaml'), catalogue);
  const environment = {
    NODE: process.execPath,
    SERVER: await serverBundle(),
    CHAIN_FILE: path.join(folder, 'outage.chain.yaml'),
    // Its state belongs to this run, and not to the person who runs it.
    HOME: folder,
  };
  const script = fileURLToPath(new URL('emacs/session.el', import.meta.url));
  const { output } = await run(emacs, ['--batch', '--no-init-file', '--load', script], { environment });
  const line = output.split('\n').find(each => each.startsWith('SEEN '));
  assert.ok(line, `Emacs told nothing:\n${output}`);
  seen = JSON.parse(line.slice('SEEN '.length));
});
after(async () => {
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

test('knows the file by its name', () => assert.equal(field(seen, 'mode'), 'chain-yaml-mode'));

test('shows the finding where it is', () => {
  const message = 'skill-chains [unknown-key]: A chain has no key "titel". Did you mean "title"?';
  assert.deepEqual(field(seen, 'diagnostics'), [[15, 20, message]]);
});

test('completes a skill, those of the workspace first', () =>
  assert.equal(list(field(seen, 'completion'))[0], 'site-reliability-engineer'));

test('goes to the skill', () => {
  assert.deepEqual(field(seen, 'definition'), [path.join(folder, 'team.skills.yaml')]);
});
