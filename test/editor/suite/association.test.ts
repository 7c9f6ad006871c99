import assert from 'node:assert/strict';
import { languages, Uri, workspace } from 'vscode';
import { codesBecome, codesOf, makeFile, open, removeMade } from '../support/inEditor.ts';

const broken = (id: string) => `chain: ${id}\ntitel: A\nsteps:\n  - skill: technical-writer\n    do: Write\n`;

suite('Which documents are ours', () => {
  teardown(removeMade);

  const names: readonly (readonly [name: string, language: string])[] = [
    ['a.chain.yaml', 'chain-yaml'],
    ['a.chain.yml', 'chain-yaml'],
    ['team.skills.yaml', 'chain-yaml'],
    ['other.yaml', 'yaml'],
    ['other.yml', 'yaml'],
    ['chain.yaml', 'yaml'],
  ];
  for (const [name, language] of names) {
    test(`${name} is ${language}`, async () => {
      assert.equal((await open(await makeFile(name, 'a: 1\n'))).languageId, language);
    });
  }

  test('chains are indented with two blanks, and suggestions come in their values', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'chain-yaml' });
    assert.equal(editor.get('insertSpaces'), true);
    assert.equal(editor.get('tabSize'), 2);
    assert.equal(editor.get<{ strings: string }>('quickSuggestions')?.strings, 'on');
  });

  test('a file given back to yaml keeps its findings', async () => {
    const uri = await makeFile('given-back.chain.yaml', broken('given-back'));
    const document = await open(uri);
    await codesBecome(uri, ['unknown-key']);
    await languages.setTextDocumentLanguage(document, 'yaml');
    await codesBecome(uri, ['unknown-key']);
  });

  test('another version of a file makes no findings of its own', async () => {
    const provider = workspace.registerTextDocumentContentProvider('svn', {
      provideTextDocumentContent: () => broken('versioned'),
    });
    const old = Uri.parse('svn:/versioned.chain.yaml');
    const document = await open(old);
    assert.equal(document.languageId, 'chain-yaml');
    const uri = await makeFile('versioned.chain.yaml', broken('versioned'));
    await open(uri);
    await codesBecome(uri, ['unknown-key']);
    assert.deepEqual(codesOf(old), []);
    provider.dispose();
  });
});
