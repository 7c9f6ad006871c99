import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createOpenDocuments } from '../../server/src/lsp/openDocuments.ts';

const uri = 'file:///w/a.chain.yaml';
const opening = (text: string, version = 1) => ({
  textDocument: { uri, languageId: 'chain-yaml', version, text },
});
const changing = (version: unknown, ...contentChanges: readonly unknown[]) => ({
  textDocument: { uri, version },
  contentChanges,
});
const at = (line: number, character: number, endLine = line, endCharacter = character) => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

test('changes apply one after the other, in UTF-16 code units', () => {
  const documents = createOpenDocuments();
  assert.equal(documents.open(opening('chain: 🙂\r\ntitle: b\n')), uri);
  documents.change(changing(2, { range: at(0, 9), text: '!' }, { range: at(1, 7, 1, 8), text: 'B' }));
  assert.deepEqual(documents.get(uri), { uri, clientUri: uri, version: 2, text: 'chain: 🙂!\r\ntitle: B\n' });
  documents.change(changing(3, { text: 'whole' }));
  assert.equal(documents.get(uri)?.text, 'whole');
});

test('a document is found under every spelling, and told of in the client’s own', () => {
  const documents = createOpenDocuments();
  documents.open({
    textDocument: { uri: 'file:///C:/a b.chain.yaml', languageId: 'x', version: 1, text: 't' },
  });
  const document = documents.named({ textDocument: { uri: 'file:///c%3A/a%20b.chain.yaml' } });
  assert.equal(document?.uri, 'file:///c%3A/a%20b.chain.yaml');
  assert.equal(document?.clientUri, 'file:///C:/a b.chain.yaml');
  documents.close('file:///c%3A/a%20b.chain.yaml');
  assert.deepEqual(documents.uris(), []);
});

test('what cannot be read changes nothing', () => {
  const documents = createOpenDocuments();
  documents.open(opening('text'));
  for (const params of [
    undefined,
    null,
    7,
    [],
    {},
    { textDocument: null },
    { textDocument: { uri: 'no scheme' } },
  ]) {
    assert.equal(documents.open(params), undefined);
    assert.equal(documents.change(params), undefined);
    assert.equal(documents.named(params), undefined);
  }
  documents.change(
    changing(2, null, { text: 7 }, { text: 'x', range: { start: { line: -1, character: 0 } } }),
  );
  assert.equal(documents.get(uri)?.text, 'text');
});

test('any changes leave a text and a version', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.anything(), (changes, version) => {
      const documents = createOpenDocuments();
      documents.open(opening('chain: a\n'));
      documents.change(changing(version, ...changes));
      const document = documents.get(uri);
      assert.equal(typeof document?.text, 'string');
      assert.ok(Number.isInteger(document?.version));
    }),
  );
});
