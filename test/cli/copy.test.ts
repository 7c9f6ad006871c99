import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createLanguageService } from '../../server/src/core/index.ts';
import { commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

after(removeFolders);

test('a chain is printed as what the editor copies', async () => {
  const workspace = memoryWorkspace({ 'a.chain.yaml': soundChain('a') });
  const service = createLanguageService(workspace, undefined);
  await service.load();
  const folder = await commandFolder({
    'a.chain.yaml': soundChain('a'),
    'own.skills.yaml': 'skills:\n  technical-writer:\n    title: technical-writer\n',
  });
  for (const format of ['markdown', 'instruction'] as const) {
    const expected = await service.exportChain(workspace.uri('a.chain.yaml'), format);
    const { code, output } = await folder.run(['copy', 'a.chain.yaml', '--format', format, '--root', '.']);
    assert.deepEqual([code, output.trimEnd()], [0, expected?.trimEnd()]);
  }
  await folder.run(['copy', 'a.chain.yaml', '--output', 'a.md']);
  assert.match(await folder.read('a.md'), /^# Do a\n/);
  const plain = await folder.run(['copy', '-', '--stdin-filename', 'a.chain.yaml'], {
    input: soundChain('a'),
  });
  assert.match(plain.output, /^# Do a\n/);
});

test('a suite has no such text', async () => {
  const folder = await commandFolder({ 's.suite.yaml': 'suite: s\nitems: {}\n' });
  const { code, errors } = await folder.run(['copy', 's.suite.yaml']);
  assert.deepEqual([code, errors], [2, 's.suite.yaml is no chain, so there is no such text of it.\n']);
});
