/** Documents in Restricted Mode: they are made, and what the folder's settings say of them is not followed. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import { closeAll, fileUri } from './support/documents.ts';
import {
  chainName,
  everything,
  make,
  orchard,
  pathOf,
  read,
  restore,
  settingsOf,
  write,
} from './support/newDocuments.ts';

describe('Documents in Restricted Mode', () => {
  let start: Readonly<Record<string, string>> = {};
  before(async () => {
    start = await everything();
    await write(chainName, orchard);
  });
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await closeAll();
    await restore(start);
  });

  it('are made where they usually are', async () => {
    assert.equal(workspace.isTrusted, false);
    await settingsOf({
      'skillChains.decisions.folder': 'choices',
      'skillChains.postMortems.folder': 'choices',
      'skillChains.author': 'Somebody else',
    });
    await write('.adr-dir', '../elsewhere\n');
    const chain = fileUri(chainName).toString();
    const uri = await make('newDecisionRecord', { chain, node: 'fell', title: 'Treat the trees' });
    assert.ok(uri);
    assert.equal(pathOf(uri), 'docs/adr/0001-treat-the-trees.md');
    assert.doesNotMatch(await read(uri), /Somebody else/);
    const postMortem = await make('newPostMortem', { chain, title: 'Frost' });
    assert.match(pathOf(postMortem) ?? '', /^docs\/post-mortems\/\d{4}-\d\d-\d\d-frost\.md$/);
  });
});
