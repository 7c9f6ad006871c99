/** The tree of chains, with mouse and keyboard. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openFile, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

const text = `chain: orchard
title: Orchard
category: Gardening
phases:
  - phase: Plant
    steps:
      - skill: author
        do: Dig the holes
      - checkpoint: Holes are deep enough
        by: reviewer
  - phase: Harvest
    steps:
      - parallel:
          - skill: author
            do: Pick the apples
          - skill: reviewer
            do: Count the apples
`;

/** An item of the tree by what a screen reader says of it. */
const item = (label: string): string => `.pane-body [role="treeitem"][aria-label^="${label}"]`;
/** The arrow in front of an item. */
const arrow = (label: string): string => `${item(label)} .monaco-tl-twistie`;
const open = (label: string): string => `${item(label)}[aria-expanded="true"]`;
const badge = (label: string): string => `${item(label)} [class*="itemBadge"]`;
const icon = '.activitybar .action-item:has([aria-label^="Skill Chains"])';

/** Waits until the cursor stands at the beginning of these words in the chain. */
function untilCursorAt(words: string): Promise<true> {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  const look = (): true | undefined => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() !== fileUri('orchard.chain.yaml').toString()) return undefined;
    return editor.selection.active.line === before.length - 1 ? true : undefined;
  };
  const events = [
    (listener: () => void) => vscode.window.onDidChangeActiveTextEditor(listener),
    (listener: () => void) => vscode.window.onDidChangeTextEditorSelection(listener),
  ];
  return until(`the cursor at ${words}`, events, look);
}

describe('The tree of chains', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(fileUri('orchard.chain.yaml'), new TextEncoder().encode(text));
    await drive.click(`${icon} a`);
    await drive.waitFor(item('Category Gardening'));
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('orchard.chain.yaml'));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('lists category, chain, phase and node, and a click shows where each is written', async () => {
    await drive.click(item('Chain Orchard'));
    await untilCursorAt('chain: orchard');
    await drive.click(arrow('Chain Orchard'));
    await drive.click(item('Phase: Harvest'));
    await untilCursorAt('phase: Harvest');
    await drive.click(arrow('Phase: Plant'));
    await drive.click(item('Step: Dig the holes, author'));
    await untilCursorAt('skill: author');
    await drive.click(item('Checkpoint: Holes are deep enough'));
    await untilCursorAt('checkpoint:');
    await drive.screenshot('tree');
  });

  it('is used with the keyboard alone', async () => {
    await drive.click(item('Category Gardening'));
    await drive.waitFor(`${item('Category Gardening')}[aria-expanded="false"]`);
    await drive.press('ArrowRight');
    for (let presses = 0; presses < 3; presses++) await drive.press('ArrowDown');
    await drive.press('Enter');
    await untilCursorAt('skill: author');
  });

  it('follows what is typed, and what is open stays open', async () => {
    const editor = await openFile('orchard.chain.yaml');
    await setText(editor, text.replace('Dig the holes', 'Dig deep holes'));
    await drive.waitFor(item('Step: Dig deep holes'));
    await drive.waitFor(open('Phase: Plant'));
    await vscode.commands.executeCommand('skillChains.refreshChains');
    await drive.waitFor(open('Phase: Plant'));
    await setText(editor, text.replace('title: Orchard', 'title: Old orchard'));
    await drive.waitFor(item('Chain Old orchard'));
    await drive.waitFor(open('Chain Old orchard'));
    await drive.waitFor(item('Step: Dig the holes'));
    await vscode.commands.executeCommand('skillChains.restartServer');
    await drive.waitFor(open('Phase: Plant'));
  });

  it('stays as it is while a server is replaced that hangs', async () => {
    const editor = await openFile('orchard.chain.yaml');
    await setText(editor, text.replace('Dig the holes', 'Dig deeper'));
    await drive.waitFor(item('Step: Dig deeper'));
    await drive.hangServers();
    await vscode.commands.executeCommand('skillChains.refreshChains');
    // Its questions wait for answers.
    await drive.waitFor('.sidebar .monaco-progress-container.active');
    await vscode.commands.executeCommand('skillChains.restartServer');
    await setText(editor, text);
    await drive.waitFor(item('Step: Dig the holes'));
    await drive.waitFor(open('Phase: Plant'));
  });

  it('follows a folder that is renamed', async () => {
    const [old, renamed] = [fileUri('old-garden'), fileUri('new-garden')];
    const bytes = new TextEncoder().encode('chain: pear\ntitle: Pear\ncategory: Pears\nsteps: []\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(old, 'pear.chain.yaml'), bytes);
    await drive.waitFor(item('Chain Pear'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const moved = vscode.Uri.joinPath(renamed, 'pear.chain.yaml').toString();
    // Until the tree has heard of it, a click opens nothing: the old file is gone.
    const isShown = async (): Promise<boolean> => {
      await drive.click(item('Chain Pear'));
      return vscode.window.activeTextEditor?.document.uri.toString() === moved;
    };
    while (!(await isShown())) await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await vscode.workspace.fs.delete(renamed, { recursive: true });
    await drive.waitFor(item('Chain Pear'), 'hidden');
  });

  it('counts problems, where there are any', async () => {
    const editor = await openFile('orchard.chain.yaml');
    assert.equal(await drive.count(badge('Chain Orchard')), 0);
    await setText(editor, text.replace('do: Dig', 'od: Dig'));
    await untilFindings(editor.document.uri, 'the findings', findings => findings.length > 0);
    await drive.waitFor(`${icon} .badge-content:visible`);
    for (const label of ['Category Gardening', 'Chain Orchard', 'Phase: Plant', 'Step: author']) {
      await drive.waitFor(badge(label));
    }
    assert.equal(await drive.count(badge('Phase: Harvest')), 0);
    await drive.screenshot('tree-with-problems');
    await setText(editor, text);
    await untilFindings(editor.document.uri, 'no finding', findings => findings.length === 0);
    await drive.waitFor(badge('Chain Orchard'), 'hidden');
  });
});
