/** What the product is, in one picture: a chain with a finding, suggestions, its graph and the tree. The README shows it. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openCompletion } from './support/completion.ts';
import { closeAll, openFile, placeCursor, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';
import { inGraph, openGraph, untilPainted } from './support/graph.ts';

describe('A chain that is being written', () => {
  before(() => drive.resize(1680, 1000));
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
  after(() => drive.resize(1280, 800));

  it('has its finding, suggestions, its graph and the tree side by side', async () => {
    const editor = await openFile('incident-management/sev1-production-incident.chain.yaml');
    const { document } = editor;
    await vscode.commands.executeCommand('workbench.view.extension.skillChains');
    await openGraph(document);
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const misspelt = document
      .getText()
      .replace('security-sentinel', 'security-sentinal')
      .replace('needs: [incident-record, restored-service]', 'needs: [incident-record, ]');
    await setText(editor, misspelt);
    await untilFindings(document.uri, 'an unknown skill', found =>
      found.some(({ code }) => code === 'unknown-skill'),
    );
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await placeCursor(editor, document.positionAt(misspelt.indexOf('[incident-record, ]') + 18));
    await untilPainted(document);
    await drive.waitFor(inGraph('.chain-badge'));
    const labels = await openCompletion();
    assert.ok(labels.includes('restored-service'), labels.join());
    await drive.screenshot('overview');
  });
});
