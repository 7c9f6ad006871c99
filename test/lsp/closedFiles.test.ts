/** What is found in files that nobody has open: the order of work with a clock turned by hand, then over the protocol. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import {
  createClosedFiles,
  manyFiles,
  mostClosedFiles,
  patience,
  rest,
  tidyRest,
} from '../../server/src/lsp/closedFiles.ts';
import { handClock } from '../support/handClock.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const finding = (code: string): Diagnostic => ({
  ...{ range, code, message: code, severity: DiagnosticSeverity.Error },
});

/** Closed files by hand: `files` holds what is found in each, and `done` what was looked at and published. */
function byHand(files: Map<string, readonly string[]>) {
  const done: string[] = [];
  const open = new Set<string>();
  const clock = handClock();
  let busy = false;
  const closed = createClosedFiles({
    after: clock.after,
    yieldToInput: () => Promise.resolve(),
    isBusy: () => busy,
    known: () => files.keys(),
    isClosedFile: uri => files.has(uri) && !open.has(uri),
    find: uri => {
      done.push(`find ${uri}`);
      return (files.get(uri) ?? []).map(finding);
    },
    publish: (uri, found) => done.push(`${uri}: ${found.map(({ code }) => code).join()}`),
    leftOut: limit => done.push(`left out beyond ${limit}`),
    tidyUp: () => done.push('tidied up'),
  });
  return {
    ...{ closed, open, pass: clock.pass },
    setBusy: (is: boolean) => {
      busy = is;
    },
    done: async () => {
      await clock.settle();
      return done.splice(0);
    },
  };
}

const two = () =>
  new Map([
    ['a', ['wrong']],
    ['b', []],
  ]);

describe('by hand', () => {
  test('nothing is checked before the workspace was read; then all is, and only what is found is sent', async () => {
    const { closed, done } = byHand(two());
    closed.changed(['a'], 'disk');
    assert.deepEqual(await done(), []);
    closed.start();
    assert.deepEqual(await done(), ['find a', 'a: wrong', 'find b']);
  });

  test('memory is given back once, when many files were checked and nothing more is done', async () => {
    const files = new Map(Array.from({ length: manyFiles }, (_, at) => [`f${at}`, []]));
    const { closed, done, pass, setBusy } = byHand(files);
    closed.start();
    await done();
    setBusy(true);
    await pass(tidyRest);
    assert.deepEqual(await done(), []);
    setBusy(false);
    await pass(tidyRest);
    assert.deepEqual(await done(), ['tidied up']);
    closed.changed(['f1'], 'disk');
    await pass(tidyRest);
    await pass(tidyRest);
    assert.deepEqual(await done(), ['find f1']);
  });

  test('memory is given back where many files were read and none is checked, too', async () => {
    const files = new Map(Array.from({ length: manyFiles }, (_, at) => [`f${at}`, []]));
    const { closed, done, pass } = byHand(files);
    closed.setScope('openFiles');
    closed.start();
    await pass(tidyRest);
    assert.deepEqual(await done(), ['tidied up']);
  });

  test('what did not change is not sent again, and what is gone is taken back', async () => {
    const files = two();
    const { closed, done } = byHand(files);
    closed.start();
    await done();
    closed.changed(['a', 'b', 'a'], 'disk');
    assert.deepEqual(await done(), ['find a', 'find b']);
    files.set('b', ['worse']);
    files.delete('a');
    closed.changed(['a', 'b'], 'disk');
    assert.deepEqual(await done(), ['a: ', 'find b', 'b: worse']);
    closed.changed(['a'], 'disk');
    assert.deepEqual(await done(), []);
  });

  test('it waits while open documents are busy', async () => {
    const { closed, setBusy, pass, done } = byHand(two());
    setBusy(true);
    closed.start();
    await pass(patience);
    await pass(patience);
    assert.deepEqual(await done(), []);
    setBusy(false);
    await pass(patience);
    assert.deepEqual(await done(), ['find a', 'a: wrong', 'find b']);
  });

  test('what an unsaved edit does to other files waits until typing rests', async () => {
    const { closed, pass, done } = byHand(two());
    closed.start();
    await done();
    closed.changed(['a'], 'edit');
    await pass(rest - 1);
    closed.changed(['a'], 'edit');
    await pass(rest - 1);
    assert.deepEqual(await done(), []);
    await pass(1);
    assert.deepEqual(await done(), ['find a']);
  });

  test('and in onSave for a save, or for the end of that mode', async () => {
    const { closed, pass, done } = byHand(two());
    closed.setMode('onSave');
    closed.start();
    await done();
    closed.changed(['a'], 'edit');
    await pass(rest);
    assert.deepEqual(await done(), []);
    closed.saved();
    closed.saved();
    assert.deepEqual(await done(), ['find a']);
    closed.changed(['b'], 'edit');
    closed.setMode('onType');
    assert.deepEqual(await done(), ['find b']);
  });

  test('an open document is left alone, and looked at when it is closed, even where nothing is found any more', async () => {
    const files = two();
    const { closed, open, done } = byHand(files);
    closed.start();
    await done();
    open.add('a');
    closed.opened('a');
    closed.changed(['a'], 'disk');
    assert.deepEqual(await done(), []);
    files.set('a', []);
    open.delete('a');
    closed.released('a', true);
    assert.deepEqual(await done(), []);
    closed.changed(['a'], 'disk');
    assert.deepEqual(await done(), ['find a', 'a: ']);
    closed.released('untitled', false);
    assert.deepEqual(await done(), ['untitled: ']);
  });

  test('with open files alone what was shown goes, and comes back with the workspace', async () => {
    const { closed, done } = byHand(two());
    closed.start();
    await done();
    closed.setScope('openFiles');
    assert.deepEqual(await done(), ['a: ']);
    closed.changed(['a'], 'disk');
    closed.released('b', true);
    assert.deepEqual(await done(), ['b: ']);
    closed.setScope('workspace');
    assert.deepEqual(await done(), ['find a', 'a: wrong', 'find b']);
  });

  test('no more than so many files are checked, which is said once', async () => {
    const names = Array.from({ length: mostClosedFiles + 2 }, (_, at) => `f${at}`);
    const files = new Map(names.map(name => [name, []]));
    const { closed, done } = byHand(files);
    closed.start();
    const first = await done();
    assert.equal(first.filter(each => each.startsWith('find')).length, mostClosedFiles);
    assert.deepEqual(first.slice(mostClosedFiles), [`left out beyond ${mostClosedFiles}`]);
    files.delete('f0');
    closed.changed(['f0', `f${mostClosedFiles}`], 'disk');
    assert.deepEqual(await done(), [`find f${mostClosedFiles}`]);
  });

  test('nothing happens after the end', async () => {
    const { closed, pass, done } = byHand(two());
    closed.start();
    closed.changed(['b'], 'edit');
    closed.dispose();
    await done();
    closed.changed(['a'], 'disk');
    await pass(10 * rest);
    assert.deepEqual(await done(), []);
  });
});

const chain = (id: string, title: string, skill = 'technical-writer') =>
  `chain: ${id}\n${title}: A\nsteps:\n  - skill: ${skill}\n    do: Write\n`;
const files = {
  'team.skills.yaml': 'skills:\n  technical-writer: {}\n  story-teller: {}\n',
  'a.chain.yaml': chain('a', 'titel'),
  'deep/b.chain.yaml': chain('b', 'title', 'story-teller'),
  'node_modules/c.chain.yaml': chain('c', 'titel'),
};

/** Waits until what is published last for a file has these codes, without a version. */
async function shows(client: TestClient, path: string, expected: readonly string[]): Promise<void> {
  await client.wait('textDocument/publishDiagnostics', () => {
    const last = client.publications(client.uri(path)).at(-1);
    if (last === undefined || last.version !== undefined) return false;
    return JSON.stringify(last.diagnostics.map(({ code }) => code)) === JSON.stringify(expected);
  });
}

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    test('files that were never opened have their findings, kept by what happens on the disk', async () => {
      const client = await startClient(launch, { files });
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await client.write('a.chain.yaml', chain('a', 'title', 'story-tellr'));
      await shows(client, 'a.chain.yaml', ['unknown-skill']);
      await client.write('a.chain.yaml', undefined);
      await shows(client, 'a.chain.yaml', []);
      await client.write('moved/a.chain.yaml', chain('a', 'titel'));
      await shows(client, 'moved/a.chain.yaml', ['unknown-key']);
      await client.write('moved', undefined);
      await shows(client, 'moved/a.chain.yaml', []);
      assert.deepEqual(client.publications(client.uri('node_modules/c.chain.yaml')), []);
      await client.end();
    });

    test('a catalogue that changes, on disk or in the editor, changes what is found in closed chains', async () => {
      const client = await startClient(launch, { files });
      const uri = client.uri('team.skills.yaml');
      const less = 'skills:\n  technical-writer: {}\n  story-tellers: {}\n';
      await client.write('team.skills.yaml', less);
      await shows(client, 'deep/b.chain.yaml', ['unknown-skill']);
      await client.open(uri, less);
      await client.change(uri, files['team.skills.yaml'], 2);
      await shows(client, 'deep/b.chain.yaml', []);
      // What was not saved counts no longer.
      await client.close(uri);
      await shows(client, 'deep/b.chain.yaml', ['unknown-skill']);
      await client.end();
    });

    test('opening takes over, and closing gives back what the file says', async () => {
      const client = await startClient(launch, { files });
      const uri = client.uri('a.chain.yaml');
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await client.open(uri, chain('a', 'title', 'story-tellr'));
      assert.deepEqual(
        (await client.findings(uri, 1)).diagnostics.map(({ code }) => code),
        ['unknown-skill'],
      );
      const before = client.publications(uri).length;
      await client.close(uri);
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      // Nothing goes and comes back before the eyes of the person.
      assert.equal(client.publications(uri).length, before + 1);
      await client.end();
    });

    test('what belongs to no file of the workspace loses its findings when it is closed', async () => {
      const client = await startClient(launch, { files });
      const others = [
        'untitled:Untitled-1',
        'file:///elsewhere/x.chain.yaml',
        client.uri('node_modules/c.chain.yaml'),
        client.uri('notes.yaml'),
      ];
      for (const uri of others) {
        await client.open(uri, chain('c', 'titel'));
        assert.ok((await client.findings(uri, 1)).diagnostics.length > 0, uri);
        await client.close(uri);
        await client.wait(
          'textDocument/publishDiagnostics',
          () => client.publications(uri).at(-1)?.diagnostics.length === 0,
        );
      }
      await client.request('skillChains/chains');
      for (const uri of others) assert.equal(client.publications(uri).length, 2, uri);
      await client.end();
    });

    test('a folder that leaves the workspace takes its findings along', async () => {
      const client = await startClient(launch, { files });
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      const event = { added: [], removed: [{ uri: client.uri(''), name: 'workspace' }] };
      await client.notify('workspace/didChangeWorkspaceFolders', { event });
      await shows(client, 'a.chain.yaml', []);
      await client.end();
    });

    test('the setting is followed at once', async () => {
      const client = await startClient(launch, {
        files,
        capabilities: { workspace: { configuration: true } },
        settings: { lint: { scope: 'workspace' } },
      });
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      client.setSettings({ lint: { scope: 'openFiles' } });
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await shows(client, 'a.chain.yaml', []);
      client.setSettings({});
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await shows(client, 'a.chain.yaml', ['unknown-key']);
      await client.end();
    });
  });
}
