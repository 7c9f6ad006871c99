/** A window without a folder: documents are untitled, and come from untitled chains as well. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, Position, Uri, window, workspace } from 'vscode';
import { drive } from './support/drive.ts';
import { make, orchard, untilAtFirstPlace } from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';
import { until } from './support/until.ts';

/**
 * The editor gives a nameless document the name of the last one, and the text of that one too, as long as it has not told extensions that
 * the last one is closed.
 */
const untilAllClosed = (): Promise<true> =>
  until(
    'the end of all documents without a file',
    [workspace.onDidCloseTextDocument],
    () => workspace.textDocuments.every(({ uri }) => uri.scheme !== 'untitled') || undefined,
  );

const untilActiveText = (pattern: RegExp): Promise<string> =>
  until(
    `a text like ${pattern}`,
    [window.onDidChangeActiveTextEditor, workspace.onDidOpenTextDocument, workspace.onDidChangeTextDocument],
    () => {
      const text = window.activeTextEditor?.document.getText() ?? '';
      return pattern.test(text) ? text : undefined;
    },
    () => `There is: ${window.activeTextEditor?.document.getText().slice(0, 200)}`,
  );

describe('Documents in a window without a folder', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    for (const _ of window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await untilAllClosed();
  });

  it('are untitled, and never ask for a place', async () => {
    assert.equal(workspace.workspaceFolders, undefined);
    const running = make('newDecisionRecord');
    await untilChoosing('Which form shall it have?');
    await drive.waitFor('.quick-input-title >> text=(1/2)');
    await drive.press('Enter');
    await untilAsked('What is decided?');
    await drive.type('Use YAML');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    assert.equal(uri.scheme, 'untitled');
    await untilAtFirstPlace(uri);
    const document = window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    await untilActiveText(/\n# Use YAML\n/);
    await drive.screenshot('untitled-record');
  });

  it('are chains of the library too', async () => {
    const given = { id: 'sev1-production-incident' };
    const uri = await commands.executeCommand<Uri | undefined>('skillChains.newFromLibrary', given);
    assert.equal(uri?.scheme, 'untitled');
    await untilActiveText(/^chain: sev1-production-incident\n/m);
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    assert.equal(document.languageId, 'chain-yaml');
  });

  it('are a prompt plan of the library too, and the text of its suite for who insists', async () => {
    const plan = await make('newFromLibrary', { id: 'plan.sbom-signing@v1' });
    assert.equal(plan?.scheme, 'untitled');
    await untilActiveText(/^ {2}id: plan\.sbom-signing@v1$/m);
    const refused = 'The suite needs a folder for its 33 prompt plans, and none is open.';
    for (const choice of ['Escape', 'Enter']) {
      const running = make('newFromLibrary');
      await untilChoosing('Search titles, skills, triggers, figures and words of the text');
      await drive.type('platform evolution');
      await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=Platform Evolution Suite');
      await drive.press('Enter');
      await untilChoosing(refused);
      await drive.screenshot('no-folder-suite');
      await drive.press('ArrowDown');
      await drive.waitFor(
        '.quick-input-list .monaco-list-row.focused >> text=Open the text of the suite alone',
      );
      await drive.press(choice);
      const uri = await running;
      assert.equal(uri?.scheme, choice === 'Escape' ? undefined : 'untitled');
    }
    await untilActiveText(/^suite: platform-evolution$/m);
  });

  it('are made of a chain that is no file yet', async () => {
    // With a name of its own: the next nameless one may begin with what the editor still keeps of the one before it.
    const chain = await workspace.openTextDocument(Uri.parse('untitled:orchard.chain.yaml'));
    const editor = await window.showTextDocument(chain);
    assert.ok(await editor.edit(edit => edit.insert(new Position(0, 0), orchard)));
    const uri = await make('newPostMortem', { chain: chain.uri.toString(), title: 'Frost' });
    assert.ok(uri);
    assert.equal(uri.scheme, 'untitled');
    await untilAtFirstPlace(uri);
    await untilActiveText(/from chain:orchard#write-up chain/);
  });
});
