import assert from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';
import { alsoMade, codesBecome, codesOf, folder, makeFile, open, removeMade } from '../support/inEditor.ts';

const newChain = (given?: object) => commands.executeCommand<Uri | undefined>('skillChains.newChain', given);
const files = async () => (await workspace.findFiles('**/*.chain.yaml')).map(String).sort();

suite('Commands', () => {
  teardown(removeMade);

  test('every command of the manifest has a category and does something', async () => {
    const manifest = extensions.getExtension('skill-chains.skill-chains')?.packageJSON;
    const known = await commands.getCommands(true);
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, 'Skill Chains');
      assert.ok(known.includes(command), command);
    }
  });

  test('New Chain makes a sound chain named by its title, and puts the cursor where to go on', async () => {
    const uri = await newChain({ title: 'A: New “Chain”' });
    assert.ok(uri);
    alsoMade(uri);
    assert.equal(uri.toString(), Uri.joinPath(folder(), 'a-new-chain.chain.yaml').toString());
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.match(editor.document.getText(), /^chain: a-new-chain\ntitle: "A: New “Chain”"\n/);
    assert.equal(editor.document.getText(editor.selection), 'What this chain is for');
    await editor.document.save();
    await codesBecome(uri, []);
  });

  test('New Chain overwrites nothing', async () => {
    const there = await makeFile('taken.chain.yaml', 'mine\n');
    const other = await newChain({ title: 'Taken' });
    assert.ok(other);
    alsoMade(other);
    assert.equal(other.path.split('/').at(-1), 'taken-2.chain.yaml');
    assert.equal(await newChain({ title: 'Taken', path: 'taken.chain.yaml' }), undefined);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(there)), 'mine\n');
  });

  test('New Chain keeps within the folder', async () => {
    assert.equal(await newChain({ title: 'Out', path: '../out.chain.yaml' }), undefined);
    assert.equal(await newChain({ title: 'Out', path: 'Out.yaml' }), undefined);
  });

  test('Escape leaves nothing behind', async () => {
    const before = await files();
    const running = newChain();
    await commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await running, undefined);
    assert.deepEqual(await files(), before);
    assert.equal(window.activeTextEditor, undefined);
  });

  test('Restart Language Server brings the findings again', async () => {
    const uri = await makeFile(
      'again.chain.yaml',
      'chain: again\ntitel: A\nsteps:\n  - skill: technical-writer\n    do: x\n',
    );
    await open(uri);
    await codesBecome(uri, ['unknown-key']);
    await commands.executeCommand('skillChains.restartServer');
    await codesBecome(uri, ['unknown-key']);
    assert.deepEqual(codesOf(uri), ['unknown-key']);
  });
});
