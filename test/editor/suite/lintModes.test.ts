import assert from 'node:assert/strict';
import { commands } from 'vscode';
import {
  codesBecome,
  codesOf,
  makeFile,
  open,
  removeMade,
  replace,
  setLintMode,
} from '../support/inEditor.ts';

const sound = 'chain: modes\ntitle: A\nsteps:\n  - skill: technical-writer\n    do: Write\n';

suite('When findings are made', () => {
  teardown(async () => {
    await setLintMode(undefined);
    await removeMade();
  });

  test('while typing, unless a person wants otherwise', async () => {
    const uri = await makeFile('modes.chain.yaml', sound);
    const document = await open(uri);
    await replace(document, 'title', 'titel');
    await codesBecome(uri, ['unknown-key']);
    assert.ok(document.isDirty);
    await replace(document, 'titel', 'title');
    await codesBecome(uri, []);
  });

  test('on saving; and a switch back counts without a reload', async () => {
    await setLintMode('onSave');
    const uri = await makeFile('modes.chain.yaml', sound);
    const document = await open(uri);
    await replace(document, 'title', 'titel');
    await document.save();
    await codesBecome(uri, ['unknown-key']);
    await replace(document, 'titel', 'title');
    // Nothing is saved here, so only the switch can take the finding away.
    assert.deepEqual(codesOf(uri), ['unknown-key']);
    await setLintMode('onType');
    await codesBecome(uri, []);
    assert.ok(document.isDirty);
  });

  test('closing takes them back', async () => {
    const uri = await makeFile(
      'closed.chain.yaml',
      sound.replace('title', 'titel').replace('modes', 'closed'),
    );
    // A document that an extension opens stays for a while; one that a person opens goes with its editor.
    await commands.executeCommand('vscode.open', uri);
    await codesBecome(uri, ['unknown-key']);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await codesBecome(uri, []);
  });
});
