/** Our files as `yaml`, beside the extension that knows YAML: each problem is shown once. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import { ConfigurationTarget, languages, type Uri, workspace } from 'vscode';
import { openCompletion } from './support/completion.ts';
import { closeAll, fileUri, openFile, openText, placeCursor } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension } from './support/extension.ts';
import { until } from './support/until.ts';

/** All findings of a document, whoever made them, as `source line`. */
const shown = (uri: Uri): readonly string[] =>
  languages
    .getDiagnostics(uri)
    .map(({ source, range }) => `${source} ${range.start.line}`)
    .sort();

const untilShown = (uri: Uri, expected: readonly string[]): Promise<true> =>
  until(
    expected.join(', '),
    [listener => languages.onDidChangeDiagnostics(listener)],
    () => (String(shown(uri)) === String(expected) ? true : undefined),
    () => `There were: ${JSON.stringify(languages.getDiagnostics(uri), undefined, 1)}`,
  );

const repeated =
  'chain: beside\ntitle: Beside\ntitle: Again\nskills: 1\nsteps:\n  - skill: author\n    do: Write\n';
const name = 'beside.chain.yaml';

describe('Beside an extension for YAML', () => {
  // A file that was given back to yaml wakes nobody: see the README.
  before(() => extension().activate());
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(fileUri(name));
  });

  it('each problem of a file that is yaml is shown once, and ours are there', async () => {
    const { document } = await openText(name, repeated);
    assert.equal(document.languageId, 'yaml');
    // The repeated key is YAML's to find, the unknown one ours.
    await untilShown(document.uri, ['YAML 2', 'skill-chains 3']);
    await drive.waitFor('.squiggly-error');
    await drive.screenshot('beside-yaml');
  });

  it('broken YAML is shown once', async () => {
    const { document } = await openText(name, 'chain: beside\ntitle: Beside\nsteps: [a\n');
    // The library may find more than one error there; none of them is ours.
    await until('the errors of YAML alone', [listener => languages.onDidChangeDiagnostics(listener)], () => {
      const found = shown(document.uri);
      return found.length > 0 && found.every(each => each.startsWith('YAML')) ? true : undefined;
    });
  });

  it('a trap that YAML accepts is still found', async () => {
    const { document } = await openText(
      name,
      'chain: beside\ntitle: Beside\nsteps:\n  - skill: author\n    do: Write\n    done:\n      - Told in time: everybody\n',
    );
    await untilShown(document.uri, ['skill-chains 6']);
  });

  it('all are ours where that extension was told not to check', async () => {
    const configuration = workspace.getConfiguration('yaml');
    await configuration.update('validate', false, ConfigurationTarget.Workspace);
    const { document } = await openText(name, repeated);
    await until('our finding', [listener => languages.onDidChangeDiagnostics(listener)], () =>
      shown(document.uri).includes('skill-chains 2') ? true : undefined,
    );
    await configuration.update('validate', undefined, ConfigurationTarget.Workspace);
  });

  it('all are ours where the file is ours', async () => {
    const { document } = await openText(name, repeated);
    await languages.setTextDocumentLanguage(document, 'chain-yaml');
    await untilShown(document.uri, ['skill-chains 2', 'skill-chains 3']);
  });

  it('suggestions come once', async () => {
    await openText(name, 'chain: beside\ntitle: Beside\nsteps:\n  - skill: author\n    do: Write\n    ');
    const editor = await openFile(name);
    await placeCursor(editor, editor.document.positionAt(editor.document.getText().length));
    const labels = await openCompletion();
    assert.ok(labels.includes('needs'), labels.join(', '));
    assert.equal(labels.length, new Set(labels).size, labels.join(', '));
    await drive.press('Escape');
  });
});
