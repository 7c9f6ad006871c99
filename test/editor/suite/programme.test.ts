/** Suites and prompt plans: known by their names, checked, completed, renamed, and shown in the tree. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { acceptCompletion, dismissCompletion, openCompletion } from './support/completion.ts';
import {
  closeAll,
  fileUri,
  openFile,
  placeCursor,
  setText,
  typeText,
  untilText,
} from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

const suite = 'orchard.suite.yaml';
const plan = 'security/plan.baseline@v1.yaml';
const icon = '.activitybar .action-item:has([aria-label^="Skill Chains"])';
const item = (label: string): string => `.pane-body [role="treeitem"][aria-label^="${label}"]`;
const graphIcon = '.editor-actions .action-label[aria-label^="Open Graph to the Side"]';
const arrow = (label: string): string => `${item(label)} .monaco-tl-twistie`;

/** Puts the cursor behind some words. */
async function goBehind(editor: vscode.TextEditor, words: string): Promise<void> {
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, `${words} stands in the text`);
  await placeCursor(editor, editor.document.positionAt(offset + words.length));
}

/** Waits until a sound file was looked at: a mistake is found in it, and is gone when it is mended. */
async function isSound(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  await setText(editor, `${text}strange: key\n`);
  await untilFindings(document.uri, 'a finding', found => found.length > 0);
  assert.deepEqual(
    diagnosticsOf(document.uri).map(({ code }) => code),
    ['unknown-key'],
  );
  await setText(editor, text);
  await untilFindings(document.uri, 'no finding', found => found.length === 0);
}

describe('A programme of prompt plans', () => {
  afterEach(closeAll);

  it('is told by the names of its files, and is sound', async () => {
    for (const name of [suite, plan]) {
      const editor = await openFile(name);
      assert.equal(editor.document.languageId, 'chain-yaml');
      await isSound(editor);
    }
    // A plan has no graph, so none is offered.
    assert.equal(await drive.count(graphIcon), 0);
    await openFile('review.chain.yaml');
    await drive.waitFor(graphIcon);
    await openFile(plan);
    await drive.screenshot('programme-plan');
  });

  it('offers items and the paths of plans', async () => {
    const editor = await openFile(suite);
    await goBehind(editor, 'needs: [S2');
    await typeText(editor, ', ');
    assert.equal((await openCompletion())[0], 'S1');
    await dismissCompletion();
    const { document } = editor;
    const path = 'security/plan.baseline@v1.yaml';
    await setText(editor, document.getText().replace(`plan: ${path}`, 'plan: '));
    await goBehind(editor, 'plan: ');
    const labels = await openCompletion();
    assert.deepEqual(labels.slice(0, 2), [path, 'security/plan.threats@v1.yaml']);
    await drive.screenshot('programme-paths');
    await acceptCompletion(document, path);
    assert.ok(document.getText().includes(`    plan: ${path}\n`));
  });

  it('offers the inputs behind two braces in a template', async () => {
    const editor = await openFile(plan);
    await goBehind(editor, 'Say what');
    await drive.type(' {{');
    await untilText(editor.document, text => text.includes('Say what {{'));
    await acceptCompletion(editor.document, 'trees');
    assert.match(editor.document.getText(), /Say what \{\{trees\}\} \{\{orchard\}\} lacks/);
  });

  it('renames an input with all that uses it, and refuses a bad name', async () => {
    const editor = await openFile(plan);
    const { document } = editor;
    await goBehind(editor, 'Say what {{orch');
    const rename = (name: string): Thenable<unknown> =>
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        editor.selection.active,
        name,
      );
    await assert.rejects(Promise.resolve(rename('two words')), /begins with a letter/);
    await drive.press('F2');
    await drive.focus('.rename-box input');
    await drive.press('Control+a');
    await drive.type('garden');
    await drive.press('Enter');
    const text = await untilText(document, now => now.includes('Say what {{garden}}'));
    assert.match(text, /\n {2}garden: string\n/);
    assert.match(text, /# Baseline of \{\{garden\}\}/);
    assert.match(text, /inputs: \{ garden: The hill/);
  });

  it('goes from an item to its plan', async () => {
    const editor = await openFile(suite);
    await goBehind(editor, 'plan: security/plan.thr');
    await drive.press('F12');
    await until(
      'the plan',
      [listener => vscode.window.onDidChangeActiveTextEditor(listener)],
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('plan.threats@v1.yaml') || undefined,
    );
  });

  it('stands in the tree: suite, phase, item', async () => {
    await drive.click(`${icon} a`);
    await drive.waitFor(item('Suite A safer orchard'));
    await drive.click(arrow('Suite A safer orchard'));
    await drive.waitFor(item('Phase: Hardening'));
    await drive.click(arrow('Phase: Hardening'));
    await drive.click(item('Item: Threats, P1 · Security'));
    const line = await until(
      'the item in its file',
      [listener => vscode.window.onDidChangeTextEditorSelection(listener)],
      () => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document.uri.toString() !== fileUri(suite).toString()) return undefined;
        return editor.selection.active.line || undefined;
      },
    );
    const { document } = await openFile(suite);
    assert.match(document.lineAt(line).text, /^ {2}S2:/);
    await drive.screenshot('programme-tree');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
});
