/** The chains that ship, as a person sees them first: text, tree, hover and suggestions, in every kind of theme. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openFixes } from './support/actionMenu.ts';
import { dismissCompletion, openCompletion } from './support/completion.ts';
import { closeAll, openFile, placeCursor, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';

/** Each kind of theme, with the class that the window bears once it has it. */
const themes = [
  { name: 'Default Light Modern', class: 'vs' },
  { name: 'Default High Contrast', class: 'hc-black' },
  { name: 'Default High Contrast Light', class: 'hc-light' },
  { name: 'Default Dark Modern', class: 'vs-dark' },
];

const breach = 'privacy-and-data-protection/data-breach-response-and-notification.chain.yaml';
const row = (name: string): string => `.pane-body [role="treeitem"][aria-label^="${name}"]`;

/** Puts the cursor behind the first occurrence of words, with the line in the middle of the editor. */
async function goBehind(editor: vscode.TextEditor, words: string): Promise<void> {
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, `${words} stands in the text`);
  const position = editor.document.positionAt(offset + words.length);
  await placeCursor(editor, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter);
}

describe('The chains that ship', () => {
  before(() => drive.resize(1440, 900));
  afterEach(closeAll);
  after(() => drive.resize(1280, 800));

  it('stand in the tree by category, and open where they are clicked', async () => {
    await openFile(breach);
    await drive.click('.activitybar .action-item [aria-label^="Skill Chains"]');
    await drive.waitFor(row('Category '));
    // All categories closed fit into the window, however many chains they hold.
    await vscode.commands.executeCommand('workbench.actions.treeView.skillChains.chains.collapseAll');
    await drive.waitFor(row('Chain '), 'hidden');
    await drive.click(row('Category Incident Management'));
    await drive.click(row('Chain SEV1 Production Incident'));
    await drive.waitFor('.tab.active[aria-label^="sev1-production-incident"]');
    await drive.screenshot('tree');
  });

  // The tests of the library hold this for every file; here a few show that the editor says the same.
  it('have no finding', async () => {
    for (const file of [
      breach,
      'phased-workflows/microservices-migration.chain.yaml',
      'skill-chains.skills.yaml',
    ]) {
      const { document } = await openFile(file);
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      assert.deepEqual(diagnosticsOf(document.uri), [], file);
    }
  });

  it('explain a skill on hover', async () => {
    const editor = await openFile(breach);
    await goBehind(editor, 'skill: compliance-guard');
    // What comes in above and beside the line would move it, and the hover would go with that.
    await drive.waitFor('.codelens-decoration a:has-text("New decision record")');
    await drive.waitFor('.view-line >> text=← assess');
    await drive.press('Control+K');
    await drive.press('Control+I');
    await drive.waitFor('.monaco-hover.fade-in:not(.hidden)');
    assert.match((await drive.texts('.monaco-hover.fade-in:not(.hidden)')).join(' '), /Compliance Guardian/);
    await drive.screenshot('hover');
  });

  it('offer what was made before the cursor', async () => {
    const editor = await openFile(breach);
    await goBehind(editor, 'needs: [breach-scope');
    const labels = await openCompletion();
    assert.ok(labels.includes('breach-scope'), labels.join(', '));
    await drive.screenshot('completion');
    await dismissCompletion();
  });

  it('are readable in every theme, with a finding and its quick fix', async () => {
    const editor = await openFile(breach);
    await setText(
      editor,
      editor.document.getText().replace('skill: executive-liaison', 'skill: executive-liason'),
    );
    await untilFindings(editor.document.uri, 'the misspelled skill', found => found.length > 0);
    await goBehind(editor, 'skill: executive-lia');
    const configuration = vscode.workspace.getConfiguration('workbench');
    for (const theme of themes) {
      await configuration.update('colorTheme', theme.name, vscode.ConfigurationTarget.Global);
      await drive.waitFor(`.monaco-workbench.${theme.class}`);
      await drive.press('Alt+F8');
      await drive.waitFor('.zone-widget .marker-widget');
      await drive.screenshot(theme.name.replaceAll(' ', '-').toLowerCase());
      await drive.press('Escape');
      await drive.waitFor('.zone-widget .marker-widget', 'hidden');
    }
    await openFixes(editor, editor.selection.active);
    await drive.screenshot('quick-fix');
    await drive.press('Enter');
    await untilFindings(editor.document.uri, 'no finding', found => found.length === 0);
  });
});
