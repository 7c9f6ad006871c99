/** Format Document and Format Selection by their keys, as a person presses them. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, Position, Selection, window, workspace } from 'vscode';
import { closeAll, fileUri, openText, placeCursor, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

const name = 'untidy.chain.yaml';

const untidy = `chain:   untidy       # the id
title :  Untidy

# whoever writes
steps:
-   skill:  author
    do:   >-
        Write
        it down
    needs: [ a,b ]
    # - skill: later
-   skill: author
    do: "Read   it"
`;

const tidy = `chain: untidy       # the id
title: Untidy

# whoever writes
steps:
  - skill: author
    do: >-
      Write
      it down
    needs: [a, b]
    # - skill: later
  - skill: author
    do: "Read   it"
`;

describe('Formatting', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(fileUri(name));
  });

  it('brings a chain into order by its key, keeps the cursor, and is undone at once', async () => {
    const editor = await openText(name, untidy);
    const { document } = editor;
    await untilFindings(document.uri, 'the findings', found => found.length > 0);
    await placeCursor(editor, document.positionAt(untidy.indexOf('author') + 3));
    await drive.screenshot('formatting-before');
    await drive.press('Control+Shift+I');
    await untilText(document, text => text === tidy);
    await until(
      'the cursor behind the same letters',
      [listener => window.onDidChangeTextEditorSelection(listener)],
      () => (document.offsetAt(editor.selection.active) === tidy.indexOf('author') + 3 ? true : undefined),
      () => `It is at ${document.offsetAt(editor.selection.active)}.`,
    );
    await drive.screenshot('formatting-after');
    await drive.press('Control+z');
    await untilText(document, text => text === untidy);
    await commands.executeCommand('redo');
    await untilText(document, text => text === tidy);
    // Once in order it stays as it is.
    const { version } = document;
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.version, version);
  });

  it('changes a selection and nothing else', async () => {
    const editor = await openText(name, untidy);
    const { document } = editor;
    await untilFindings(document.uri, 'the findings', found => found.length > 0);
    editor.selection = new Selection(new Position(0, 0), new Position(1, 3));
    await commands.executeCommand('editor.action.formatSelection');
    const expected = untidy.replace('chain:   untidy', 'chain: untidy').replace('title :  U', 'title: U');
    await untilText(document, text => text === expected);
    assert.equal(window.activeTextEditor?.document, document);
  });

  it('leaves a broken chain alone', async () => {
    const broken = untidy.replace('"Read   it"', '"Read   it');
    const editor = await openText(name, broken);
    await untilFindings(editor.document.uri, 'the mistake', found =>
      found.some(({ code }) => code === 'yaml-syntax'),
    );
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), broken);
  });
});
