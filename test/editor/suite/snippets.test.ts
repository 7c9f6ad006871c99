/** The contributed snippets, expanded by the editor itself, and the list in which they stand beside completion. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import snippets from '../../../snippets/chain-yaml.json' with { type: 'json' };
import { otherChain, snippetFile, snippetPlaces } from '../../support/snippetPlaces.ts';
import { dismissCompletion, openCompletion } from './support/completion.ts';
import {
  closeAll,
  fileUri,
  openText,
  placeCursor,
  setText,
  typeText,
  untilText,
} from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const folder = 'snippets';
const isSnippet = (label: string): boolean => Object.values(snippets).some(({ prefix }) => prefix === label);

describe('The snippets', () => {
  before(() =>
    workspace.fs.writeFile(
      fileUri(`${folder}/${otherChain.name}`),
      new TextEncoder().encode(otherChain.text),
    ),
  );
  afterEach(closeAll);
  after(() => workspace.fs.delete(fileUri(folder), { recursive: true }));

  // All of them are tried without an editor; these use what only an editor knows: the file's name, choices, a place that stands twice.
  const tried = Object.entries(snippets).filter(([, { body }]) => /TM_|\|/.test(body.join('')));
  assert.ok(tried.length > 3);
  for (const [name, { prefix }] of tried) {
    it(`${name} is sound where it is put`, async () => {
      const frame = snippetPlaces[prefix] ?? '';
      const editor = await openText(`${folder}/${snippetFile(prefix)}`, '');
      const { document } = editor;
      await setText(editor, frame.replace('$0', ''));
      await placeCursor(editor, document.positionAt(frame.indexOf('$0')));
      await commands.executeCommand('editor.action.insertSnippet', { langId: 'chain-yaml', name });
      await untilText(document, text => text.length > frame.length);
      // An error of our own tells when the whole was checked. Its tests need the skills of the catalogue no more than a person's.
      await editor.edit(edit =>
        edit.insert(document.positionAt(document.getText().length), '\nunwanted: 1\n'),
      );
      const found = await untilFindings(document.uri, 'our own error', now =>
        now.some(({ message }) => message.includes('"unwanted"')),
      );
      const others = found.filter(
        ({ code, message }) => code !== 'unknown-skill' && !message.includes('"unwanted"'),
      );
      assert.deepEqual(others, [], document.getText());
    });
  }

  it('stand aside until they are called: by their prefix and Tab, or by the command', async () => {
    const frame = snippetPlaces['xstep'] ?? '';
    const editor = await openText(`${folder}/framed.chain.yaml`, '');
    await setText(editor, frame.replace('$0', ''));
    await placeCursor(editor, editor.document.positionAt(frame.indexOf('$0')));
    const labels = await openCompletion();
    assert.ok(labels.includes('step'), labels.join(', '));
    assert.deepEqual(labels.filter(isSnippet), []);
    assert.equal(labels.length, new Set(labels).size, labels.join(', '));
    await drive.screenshot('snippets');
    await dismissCompletion();
    await typeText(editor, 'xstep');
    await drive.press('Tab');
    await untilText(editor.document, text => /- id: \S+\n\s+skill: /.test(text) && !text.includes('xstep'));
    await drive.screenshot('snippet-inserted');
  });
});
