/** Skills that ship, in a window whose workspace says nothing of skills. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, type Hover, type LocationLink, languages, Uri, window, workspace } from 'vscode';
import { setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { until } from './support/until.ts';

const text = `chain: outage
title: Outage
steps:
  - skill: technical-writer
    do: Write down what happened
  - skill: astrologer
    do: Read the stars
`;

describe('Skills that ship', () => {
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('are known without a catalogue, explained, and shown where they are declared', async () => {
    const document = await workspace.openTextDocument({ language: 'chain-yaml' });
    const editor = await window.showTextDocument(document);
    // The editor may have kept the text of the last document without a file, and gives it to the next one of that name.
    await setText(editor, text);
    await until(
      'the note about other skills, and no more',
      [listener => languages.onDidChangeDiagnostics(listener)],
      () => {
        const lines = languages.getDiagnostics(document.uri).map(({ range }) => range.start.line);
        return lines.length === 1 && lines[0] === 5 ? true : undefined;
      },
    );
    const position = editor.document.positionAt(text.indexOf('writer'));
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map(each => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(words.join('\n'), /From the library that comes with Skill Chains/);
    const [link] = await commands.executeCommand<LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.ok(link !== undefined);
    assert.equal(link.targetUri.scheme, 'skill-chains-library');
    const catalogue = await window.showTextDocument(
      await workspace.openTextDocument(Uri.from(link.targetUri)),
    );
    const start = link.targetSelectionRange?.start.line ?? 0;
    assert.match(catalogue.document.lineAt(start).text, /^ {2}technical-writer:/);
    await drive.screenshot('shipped-skill');
  });
});
