/** Problems of files that nobody opened, as a person sees them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { type Finding, untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

const name = 'never-opened/pruning.chain.yaml';
const sound = 'chain: pruning\ntitle: Pruning\nsteps:\n  - skill: author\n    do: Cut the branches\n';
const broken = sound.replace('title', 'titel');

const write = (text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const setScope = (value: 'openFiles' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('skillChains')
    .update('lint.scope', value, vscode.ConfigurationTarget.Workspace);

const hasUnknownKey = (found: readonly Finding[]): boolean =>
  found.some(({ code }) => code === 'unknown-key');
const hasNone = (found: readonly Finding[]): boolean => found.length === 0;
const isOpen = (): boolean =>
  vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === fileUri(name).toString());

describe('Files that are not open', () => {
  const uri = (): vscode.Uri => fileUri(name);
  /** The row of Problems that names the file. */
  const row = '.markers-panel [role="treeitem"][aria-label*="pruning.chain.yaml"]';

  before(() => write(broken));
  after(async () => {
    await setScope(undefined);
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.workspace.fs.delete(fileUri('never-opened'), { recursive: true });
    await untilFindings(uri(), 'no finding of a file that is gone', hasNone);
  });

  it('have their findings in Problems, kept by what happens on the disk', async () => {
    await untilFindings(uri(), 'the finding of a file that was never opened', hasUnknownKey);
    assert.equal(isOpen(), false);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await drive.waitFor(row);
    await drive.screenshot('problems-of-closed-files');
    await write(sound);
    await untilFindings(uri(), 'no finding of the mended file', hasNone);
    await drive.waitFor(row, 'hidden');
    await write(broken);
    await untilFindings(uri(), 'the finding again', hasUnknownKey);
    assert.equal(isOpen(), false);
  });

  it('have none where the setting says so', async () => {
    await setScope('openFiles');
    await untilFindings(uri(), 'no finding of a closed file', hasNone);
    await setScope(undefined);
    await untilFindings(uri(), 'the finding again', hasUnknownKey);
  });

  it('open from there, and keep those of their file when what was written in them is thrown away', async () => {
    // On its words: the code behind them is a link to the page of its rule.
    await drive.click('.markers-panel [role="treeitem"][aria-label*="titel"] >> text=Did you mean');
    const opened = (): vscode.TextEditor | undefined =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri().toString());
    const events = [(listener: () => void) => vscode.window.onDidChangeVisibleTextEditors(listener)];
    await setText(await until('the file', events, opened), sound);
    await untilFindings(uri(), 'no finding of the unsaved text', hasNone);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilFindings(uri(), 'the finding of the file', hasUnknownKey);
  });

  it('lead to who runs them, from anywhere in the workspace', async () => {
    await write(`${sound.replace('author', 'autor')}  - chain: review\n`);
    // A finding that no other text of this file has: it may have been read while it was empty, before it was written.
    await untilFindings(uri(), 'the finding of what runs the review', found =>
      found.some(({ code }) => code === 'unknown-skill'),
    );
    const callers = async (): Promise<readonly string[]> => {
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        fileUri('review.chain.yaml'),
        new vscode.Position(0, 8),
      );
      const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        items[0],
      );
      return calls.map(({ from }) => from.name);
    };
    await vscode.window.showTextDocument(fileUri('review.chain.yaml'));
    assert.deepEqual(await callers(), ['Pruning']);
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'cut the br',
    );
    assert.deepEqual(
      symbols.map(each => [each.name, each.containerName]),
      [['Cut the branches', 'Pruning']],
    );
  });
});
