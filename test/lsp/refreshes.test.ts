/** When a client is told to ask again, with a clock turned by hand, then over the protocol. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type Refreshed, refreshed } from '../../server/src/lsp/clientTraits.ts';
import { field, list } from '../../server/src/lsp/params.ts';
import { createRefreshes } from '../../server/src/lsp/refreshes.ts';
import { cleanUp, launches, startClient } from '../support/testServer.ts';

interface Change {
  readonly documents?: readonly string[];
  readonly affected?: readonly string[];
  readonly gone?: readonly string[];
}

/** Refreshes by hand: `asked` holds what the client was told. */
function byHand(supported: readonly Refreshed[], open: readonly string[]) {
  const asked: string[] = [];
  let due: (() => void) | undefined;
  const refreshes = createRefreshes({
    after: (_, run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
    supports: () => new Set(supported),
    openDocuments: () => open,
    request: method => asked.push(method.replace(/^workspace.|.refresh$/g, '')),
  });
  return {
    ...{ asked, refreshes },
    changed: (change: Change) =>
      refreshes.changed({ documents: [], affected: [], gone: [], closed: [], ...change }),
    pass: () => {
      due?.();
      due = undefined;
    },
  };
}

describe('a client is told to ask again', () => {
  test('once, after what changed in other files', () => {
    const { asked, changed, pass } = byHand(refreshed, ['a']);
    changed({ documents: ['b'], affected: ['a'] });
    changed({ documents: ['b'], affected: ['a'] });
    assert.deepEqual(asked, []);
    pass();
    assert.deepEqual(asked, refreshed);
    pass();
    assert.deepEqual(asked, refreshed);
  });

  test('for what counts uses, where another document is open or a file is gone', () => {
    const { asked, changed, pass } = byHand(refreshed, ['a', 'b']);
    changed({ documents: ['b'] });
    pass();
    assert.deepEqual(asked, ['codeLens']);
    const alone = byHand(refreshed, ['b']);
    alone.changed({ documents: ['b'] });
    alone.pass();
    assert.deepEqual(alone.asked, []);
    alone.changed({ gone: ['c'] });
    alone.pass();
    assert.deepEqual(alone.asked, ['codeLens']);
  });

  test('for hints where other ones are wanted', () => {
    const { asked, refreshes, pass } = byHand(refreshed, []);
    refreshes.settingsChanged();
    pass();
    assert.deepEqual(asked, ['inlayHint']);
  });

  test('as far as it can be, and not after the end', () => {
    const { asked, refreshes, changed, pass } = byHand(['inlayHint'], ['a']);
    changed({ affected: ['a'] });
    pass();
    assert.deepEqual(asked, ['inlayHint']);
    changed({ affected: ['a'] });
    refreshes.dispose();
    pass();
    assert.deepEqual(asked, ['inlayHint']);
  });
});

after(cleanUp);

const text = 'chain: a\ntitle: A\nsteps:\n  - skill: Watch\n    do: B\n    takes: 2 h\n';
const catalogue = 'skills:\n  night-watcher: { aliases: [Watch] }\n';

for (const { name, launch } of launches) {
  test(`${name}: what a catalogue says is shown in the chain, and what settings say at once`, async () => {
    const client = await startClient(launch, {
      files: {},
      capabilities: {
        workspace: {
          configuration: true,
          semanticTokens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
      },
    });
    const uri = client.uri('a.chain.yaml');
    await client.open(uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const ask = (method: string) =>
      client.request(`textDocument/${method}`, { textDocument: { uri }, range });
    const marked = async () => Object(await ask('semanticTokens/full')).data.length / 5;
    const hints = async () =>
      list(await ask('inlayHint')).map(
        hint => field(list(field(hint, 'label'))[0], 'value') ?? field(hint, 'label'),
      );
    assert.deepEqual([await marked(), await hints()], [3, ['first 2 hours']]);
    client.setSettings({ inlayHints: { schedule: false } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.wait('workspace/inlayHint/refresh');
    assert.deepEqual(await hints(), []);
    await client.open(client.uri('own.skills.yaml'), catalogue);
    await client.wait('workspace/semanticTokens/refresh');
    assert.deepEqual([await marked(), await hints()], [4, ['= night-watcher']]);
    await client.end();
  });
}
