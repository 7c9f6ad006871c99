import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { languages, Uri, window, workspace } from 'vscode';
import { closeAll, fileUri, openText } from './support/documents.ts';
import { diagnosticsOf, type Finding, untilFindings } from './support/findings.ts';

const broken = (id: string) => `chain: ${id}\ntitel: A\nsteps:\n  - skill: author\n    do: Write\n`;
const saysUnknownKey = (found: readonly Finding[]): boolean =>
  found.some(({ code }) => code === 'unknown-key');

describe('Which documents are ours', () => {
  const made = 'association';

  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(fileUri(made), { recursive: true });
  });

  const names: readonly (readonly [name: string, language: string])[] = [
    ['a.chain.yaml', 'chain-yaml'],
    ['a.chain.yml', 'chain-yaml'],
    ['team.skills.yaml', 'chain-yaml'],
    ['other.yaml', 'yaml'],
    ['other.yml', 'yaml'],
    ['chain.yaml', 'yaml'],
  ];
  it('is told by the name', async () => {
    for (const [name, language] of names) {
      const { document } = await openText(`${made}/${name}`, 'a: 1\n');
      assert.equal(document.languageId, language, name);
    }
  });

  it('brings indentation by two blanks, and suggestions in values', async () => {
    const { document } = await openText(`${made}/a.chain.yaml`, broken('a'));
    const editor = workspace.getConfiguration('editor', document);
    assert.equal(editor.get('insertSpaces'), true);
    assert.equal(editor.get('tabSize'), 2);
    assert.equal(editor.get<{ strings: string }>('quickSuggestions')?.strings, 'on');
  });

  it('keeps the findings of a file that was given back to yaml', async () => {
    const { document } = await openText(`${made}/given-back.chain.yaml`, broken('given-back'));
    await untilFindings(document.uri, 'the finding', saysUnknownKey);
    await languages.setTextDocumentLanguage(document, 'yaml');
    // The findings of the old language go with it, and those of the new come.
    await untilFindings(document.uri, 'the finding as yaml', saysUnknownKey);
    assert.equal(document.languageId, 'yaml');
  });

  it('makes no findings for another version of a file', async () => {
    const provider = workspace.registerTextDocumentContentProvider('svn', {
      provideTextDocumentContent: () => broken('versioned'),
    });
    const old = Uri.parse('svn:/versioned.chain.yaml');
    const { document } = await window.showTextDocument(old, { preview: false });
    assert.equal(document.languageId, 'chain-yaml');
    const current = await openText(`${made}/versioned.chain.yaml`, broken('versioned'));
    await untilFindings(current.document.uri, 'the finding', saysUnknownKey);
    assert.deepEqual(diagnosticsOf(old), []);
    provider.dispose();
  });
});
