/** New Post-mortem, with keys and mouse: from a chain to its record to its post-mortem. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, window } from 'vscode';
import { fileUri } from './support/documents.ts';
import { drive } from './support/drive.ts';
import {
  chainName,
  chooseInTree,
  chooseLens,
  everything,
  leavingNothing,
  make,
  openChainAt,
  orchard,
  pathOf,
  read,
  undoAll,
  untilAtFirstPlace,
  write,
} from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';

const kind = 'newPostMortem';
const chain = (): string => fileUri(chainName).toString();
const utcDay = (): string => new Date().toISOString().slice(0, 10);

describe('New Post-mortem', () => {
  leavingNothing({ [chainName]: orchard });

  it('comes after the record of a decision, by the lens of the step that writes it', async () => {
    const record = await make('newDecisionRecord', {
      chain: chain(),
      node: 'fell',
      title: 'Treat the trees',
    });
    assert.equal(pathOf(record), 'docs/adr/0001-treat-the-trees.md');
    await openChainAt('Write down what happened');
    await chooseLens('New post-mortem');
    await untilAsked(`Creates docs/post-mortems/${utcDay()}-save-the-orchard.md in`);
    await drive.waitFor('.quick-input-title >> text=New Post-mortem (1/2)');
    await drive.screenshot('post-mortem-1-title');
    await drive.press('Control+A');
    await drive.type('Half of the trees died');
    await drive.press('Enter');
    await untilAsked('The folder docs/post-mortems is the usual one');
    await drive.screenshot('post-mortem-2-place');
    await drive.press('Enter');
    const uri = fileUri(`docs/post-mortems/${utcDay()}-half-of-the-trees-died.md`);
    assert.match(await untilAtFirstPlace(uri), /^What happened/);
    await drive.screenshot('post-mortem-3-made');
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /\n# Post-mortem: Half of the trees died\n/);
    assert.match(text, /\| \d{4}-\d\d-\d\d \d\d:\d\dZ \| note +\| This post-mortem was begun \|\n/);
    assert.match(text, /\n<!-- from chain:orchard#write-up chain [0-9a-f]{8} -->\n/);
    assert.match(text, /\n- \[ \] Felling in spring\. To avoid it: Wait for the winter\.\n/);
    assert.match(text, /\n- What did the first ill tree look like\?\n/);
    assert.doesNotMatch(text, /Fell the ill trees|Look at every tree/);
    await commands.executeCommand('revealLine', { lineNumber: 55, at: 'top' });
    await drive.screenshot('post-mortem-4-below');
  });

  it('leaves nothing behind where a person escapes, at each step', async () => {
    const before = await everything();
    const asked = [
      'Which chain was to handle it?',
      'Creates docs/post-mortems/',
      'The folder docs/post-mortems',
    ];
    for (const steps of asked.keys()) {
      const running = make(kind);
      for (const [at, words] of asked.slice(0, steps + 1).entries()) {
        await (at === 0 ? untilChoosing(words) : untilAsked(words));
        if (at === steps) break;
        if (at === 0) await drive.type('Save the orchard');
        await drive.press('Enter');
      }
      if (steps === 0) await drive.screenshot('post-mortem-0-chain');
      await drive.press('Escape');
      assert.equal(await running, undefined, asked[steps]);
    }
    assert.deepEqual(await everything(), before);
  });

  it('gives a second one on the same day a name of its own', async () => {
    const made = [];
    for (let count = 0; count < 2; count++)
      made.push(pathOf(await make(kind, { chain: chain(), title: 'Frost' })));
    const stem = `docs/post-mortems/${utcDay()}-frost`;
    assert.deepEqual(made, [`${stem}.md`, `${stem}-2.md`]);
  });

  it('goes into the folder that is there, and comes from no chain where none is said', async () => {
    await write('postmortems/0041-hail.md', '# Hail\n');
    const uri = await make(kind, { title: 'Frost' });
    assert.ok(uri);
    assert.equal(pathOf(uri), 'postmortems/0042-frost.md');
    assert.doesNotMatch(await read(uri), /from chain/);
  });

  it('is undone, and nothing else with it', async () => {
    const before = await everything();
    const uri = await make(kind, { chain: chain(), title: 'Frost' });
    assert.ok(uri);
    await untilAtFirstPlace(uri);
    await undoAll(uri);
    assert.deepEqual(await everything(), before);
  });

  it('is offered in the tree', async () => {
    await chooseInTree('Chain Save the orchard', 'New Post-mortem');
    await untilAsked('Creates docs/post-mortems/');
    await drive.press('Escape');
    await commands.executeCommand('workbench.view.explorer');
  });
});
