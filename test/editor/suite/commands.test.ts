import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, type Uri, window, workspace } from 'vscode';
import { closeAll, fileUri, openText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension } from './support/extension.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';
import { untilAtFirstPlace } from './support/newDocuments.ts';
import { untilAsked } from './support/quickInput.ts';

const newChain = (given?: object) => commands.executeCommand<Uri | undefined>('skillChains.newChain', given);
const made: Uri[] = [];
const title = 'A: New “Chain”';

/** The files of the folder that are chains, by their names. */
async function chainFiles(): Promise<readonly string[]> {
  const uris = await workspace.findFiles('**/*.chain.yaml');
  return uris.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).sort();
}

describe('Commands', () => {
  afterEach(async () => {
    await closeAll();
    for (const uri of made.splice(0)) await workspace.fs.delete(uri);
  });

  it('of the manifest each have a category and do something', async () => {
    const known = await commands.getCommands(true);
    const declared: readonly { command: string; category: string }[] =
      extension().packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    for (const { command, category } of declared) {
      assert.equal(category, 'Skill Chains', command);
      assert.ok(known.includes(command), command);
    }
  });
});

describe('New Chain', () => {
  afterEach(async () => {
    await closeAll();
    for (const uri of made.splice(0)) await workspace.fs.delete(uri);
  });

  it('makes a sound chain named by its title, and leads from place to place', async () => {
    const uri = await newChain({ title });
    assert.ok(uri);
    made.push(uri);
    assert.equal(uri.toString(), fileUri('a-new-chain.chain.yaml').toString());
    assert.equal(await untilAtFirstPlace(uri), 'What this chain is for');
    const document = await workspace.openTextDocument(uri);
    assert.match(document.getText(), /^chain: a-new-chain\ntitle: "A: New “Chain”"\n/);
    const onDisk = new TextDecoder().decode(await workspace.fs.readFile(uri));
    assert.equal(onDisk, document.getText());
    await drive.type('Trying out');
    await drive.press('Tab');
    await drive.type('A test runs');
    await untilText(document, text => /summary: Trying out\ntrigger: A test runs\n/.test(text));
    await drive.press('Escape');
    await document.save();
    await untilFindings(uri, 'no error', found => found.every(({ severity }) => severity !== 'error'));
  });

  it('asks for the title and the place, and shows the path it makes', async () => {
    const running = newChain();
    await untilAsked('What is the chain called?');
    await drive.type('Water the trees');
    await drive.press('Enter');
    await untilAsked('Creates water-the-trees.chain.yaml in');
    await drive.screenshot('new-chain-path');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    made.push(uri);
    assert.equal(uri.toString(), fileUri('water-the-trees.chain.yaml').toString());
    await drive.waitFor('.tab.active[aria-label^="water-the-trees.chain.yaml"]');
  });

  it('overwrites nothing, and stays in the folder', async () => {
    const { document } = await openText('taken.chain.yaml', 'mine\n');
    made.push(document.uri);
    const other = await newChain({ title: 'Taken' });
    assert.ok(other);
    made.push(other);
    assert.equal(other.toString(), fileUri('taken-2.chain.yaml').toString());
    for (const path of ['taken.chain.yaml', '../out.chain.yaml', 'Out.yaml']) {
      assert.equal(await newChain({ title: 'Taken', path }), undefined, path);
    }
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(document.uri)), 'mine\n');
    await commands.executeCommand('notifications.clearAll');
  });

  it('leaves nothing behind where a person escapes, at either step', async () => {
    const before = await chainFiles();
    for (const steps of [0, 1]) {
      const running = newChain();
      await untilAsked('What is the chain called?');
      if (steps === 1) {
        await drive.type('Never made');
        await drive.press('Enter');
        await untilAsked('Creates never-made.chain.yaml in');
      }
      await drive.press('Escape');
      assert.equal(await running, undefined);
    }
    assert.deepEqual(await chainFiles(), before);
    assert.equal(window.activeTextEditor, undefined);
  });
});

describe('Restart Language Server', () => {
  it('brings the findings again', async () => {
    const { document } = await openText('again.chain.yaml', 'chain: again\ntitel: A\nsteps: []\n');
    made.push(document.uri);
    const before = await untilFindings(document.uri, 'the findings', found => found.length > 0);
    await commands.executeCommand('skillChains.restartServer');
    await untilFindings(document.uri, 'the findings again', found => found.length === before.length);
    assert.deepEqual(diagnosticsOf(document.uri), before);
    await closeAll();
    await workspace.fs.delete(document.uri);
  });
});
