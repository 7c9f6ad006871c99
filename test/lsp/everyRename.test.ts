/** Every kind of name under another one, over the protocol: each place follows, in every file, and nothing is found that was not before. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { field, list, range, text } from '../../server/src/lsp/params.ts';
import { renameCases, renameFiles } from '../support/everyRename.ts';
import { changedLines } from '../support/files.ts';
import { cursorIn } from '../support/fixture.ts';
import { applied, findingsOf } from '../support/renames.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
};

const textEdits = (value: unknown): TextEdit[] =>
  list(value).flatMap(edit => {
    const [where, newText] = [range(field(edit, 'range')), text(field(edit, 'newText'))];
    return where === undefined || newText === undefined ? [] : [{ range: where, newText }];
  });

/** What a client makes of an answer: edits by address, then moves. */
function read(answer: unknown) {
  const documents = list(field(answer, 'documentChanges'));
  const edited = documents.filter(change => field(change, 'kind') === undefined);
  const changes = [
    ...Object.entries(Object(field(answer, 'changes'))).map(
      ([uri, edits]) => [uri, textEdits(edits)] as const,
    ),
    ...edited.map(
      change => [String(field(change, 'textDocument', 'uri')), textEdits(field(change, 'edits'))] as const,
    ),
  ];
  const moves = documents
    .filter(change => field(change, 'kind') === 'rename')
    .map(change => ({ from: String(field(change, 'oldUri')), to: String(field(change, 'newUri')) }));
  return { changes: Object.fromEntries(changes), moves };
}

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    let client: TestClient;
    before(async () => {
      client = await startClient(launch, { files: renameFiles, capabilities });
    });
    after(() => client.end());

    for (const { kind, path, at, shown, newName, lines, moves = {} } of renameCases) {
      test(kind, async () => {
        const content = renameFiles[path] ?? '';
        const { position } = cursorIn(content.replace(at.replace('$0', ''), () => at));
        const asked = { textDocument: { uri: client.uri(path) }, position };
        const prepared = await client.request('textDocument/prepareRename', asked);
        assert.equal(field(prepared, 'placeholder'), shown);
        const result = read(await client.request('textDocument/rename', { ...asked, newName }));
        const folder = client.uri('').replace(/\/$/u, '');
        const inPlace = applied(renameFiles, { ...result, moves: [] }, folder);
        assert.deepEqual(changedLines(renameFiles, inPlace).toSorted(), lines.toSorted());
        const short = (uri: string): string => decodeURIComponent(uri.slice(folder.length + 1));
        assert.deepEqual(
          Object.fromEntries(result.moves.map(({ from, to }) => [short(from), short(to)])),
          moves,
        );
        const found = await findingsOf(applied(renameFiles, result, folder));
        assert.deepEqual(found, await findingsOf(renameFiles));
      });
    }
  });
}

test('nothing is found in the files as they are', async () => {
  assert.deepEqual(await findingsOf(renameFiles), []);
});
