/** Emacs and its language client eglot against the bundle that ships, set up as docs/editors.md says. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { field, list } from '../../server/src/lsp/params.ts';
import { letEditorSee } from '../support/otherEditor.ts';

const session = letEditorSee({
  name: 'Emacs',
  command: 'emacs',
  // Emacs 29 brings eglot along; what Debian has before that takes it from a package.
  packages: ['emacs-nox', 'elpa-eglot'],
  install: 'brew install emacs (29 or later)',
  folder: 'skill chains ',
  arguments: [
    '--batch',
    '--no-init-file',
    '--load',
    fileURLToPath(new URL('emacs/session.el', import.meta.url)),
  ],
  ownFolders: ['HOME'],
});

test('knows the file by its name', () => assert.equal(field(session.seen, 'mode'), 'chain-yaml-mode'));

test('shows the finding where it is', () => {
  const message = 'skill-chains [unknown-key]: A chain has no key "titel". Did you mean "title"?';
  assert.deepEqual(field(session.seen, 'diagnostics'), [[15, 20, message]]);
});

test('completes a skill, those of the workspace first', () =>
  assert.equal(list(field(session.seen, 'completion'))[0], 'site-reliability-engineer'));

test('goes to the skill', () => {
  assert.deepEqual(field(session.seen, 'definition'), [path.join(session.folder, 'team.skills.yaml')]);
});
