import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openText, placeCursor, typeText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';

const clean = 'chain: linted\ntitle: Linted\nsteps:\n  - skill: author\n    do: Write\n';

const lintRun = (value: 'onType' | 'onSave') =>
  vscode.workspace
    .getConfiguration('skillChains')
    .update('lint.run', value, vscode.ConfigurationTarget.Workspace);

describe('skillChains.lint.run', () => {
  after(async () => {
    await closeAll();
    // What is found in it would stand in Problems, where others look next.
    await vscode.workspace.fs.delete(fileUri('linted.chain.yaml'));
    await vscode.workspace
      .getConfiguration('skillChains')
      .update('lint.run', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('is switched live, both ways', async () => {
    const editor = await openText('linted.chain.yaml', clean);
    const { document } = editor;
    const { uri } = document;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await placeCursor(editor, end);

    await lintRun('onSave');
    const early: boolean[] = [];
    const watching = vscode.languages.onDidChangeDiagnostics(() => {
      if (document.isDirty && diagnosticsOf(uri).length > 0) early.push(true);
    });
    await typeText(editor, 'unwanted: 1\n');
    // The server has taken the text by the time it answers for it, and the picture takes longer than any typing pause.
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
    await drive.screenshot('lint-on-save');
    assert.deepEqual(early, [], 'a finding came before the file was saved');
    watching.dispose();

    await drive.press('ControlOrMeta+S');
    await untilFindings(uri, 'a finding after saving', found =>
      found.some(({ code }) => code === 'unknown-key'),
    );
    assert.equal(document.isDirty, false);

    await lintRun('onType');
    await typeText(editor, 'another: 1\n');
    const found = await untilFindings(
      uri,
      'findings while typing',
      now => now.filter(({ code }) => code === 'unknown-key').length === 2,
    );
    assert.equal(document.isDirty, true);
    assert.equal(found.length, 2);
  });
});
