/** Every request, over the protocol, against the server in this process and the bundle that ships. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const files = {
  'team.skills.yaml': `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    aliases: [SRE]
    summary: Keeps services up
  technical-writer:
    title: Technical Writer
`,
  'write-up.chain.yaml': `chain: write-up
title: Write-up
category: Documents
steps:
  - skill: technical-writer
    do: Write it down
`,
};

const text = `chain: outage
title: Outage
steps:
  - id: mend
    skill: SRE
    do: Bring the service back
    takes: 2-4 hours
  - checkpoint: Stable again
    by: SRE
    if-refused: { back-to: mend, at-most: 2 }
  - chain: write-up
`;

const capabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown'] },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'label.tooltip', 'label.location'] } },
  },
};

after(cleanUp);

for (const { name, launch } of launches) {
  describe(name, () => {
    let client: TestClient;
    let uri = '';
    before(async () => {
      client = await startClient(launch, {
        ...{ files, capabilities },
        initializationOptions: { commands: ['skillChains.newDecisionRecord'] },
      });
      uri = client.uri('outage.chain.yaml');
      await client.open(uri, text);
    });
    after(() => client.end());

    /** Where `words` stand in the text; the position is `offset` characters into them. */
    const at = (words: string, offset = 1) => {
      const before = text.slice(0, text.indexOf(words) + offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
    const ask = (method: string, params: object = {}): Promise<unknown> =>
      client.request(`textDocument/${method}`, { textDocument: { uri }, ...params });

    test('announces what it answers, and no more', () => {
      const announced = field(client.initializeResult, 'capabilities');
      const expected = [
        ...[
          'callHierarchyProvider',
          'codeActionProvider',
          'codeLensProvider',
          'completionProvider',
          'definitionProvider',
        ],
        ...['documentFormattingProvider', 'documentHighlightProvider', 'documentLinkProvider'],
        ...['documentRangeFormattingProvider', 'documentSymbolProvider', 'foldingRangeProvider'],
        ...['hoverProvider', 'inlayHintProvider', 'positionEncoding', 'referencesProvider'],
        ...['renameProvider', 'selectionRangeProvider', 'semanticTokensProvider', 'textDocumentSync'],
        ...['workspace', 'workspaceSymbolProvider'],
      ];
      assert.deepEqual(Object.keys(Object(announced)).sort(), expected);
      assert.equal(field(announced, 'textDocumentSync', 'change'), 2);
    });

    test('announces every kind of action that it gives, and no page to a client without the command for it', () => {
      const provider = field(client.initializeResult, 'capabilities', 'codeActionProvider');
      assert.deepEqual(field(provider, 'codeActionKinds'), [
        ...['quickfix', 'refactor.extract', 'refactor.rewrite', 'refactor.move.up', 'refactor.move.down'],
        'source.fixAll.skillChains',
      ]);
      assert.equal(field(provider, 'documentation'), undefined);
    });

    test('pushes findings with their version', async () => {
      const { diagnostics } = await client.findings(uri, 1);
      assert.deepEqual(diagnostics, []);
    });

    test('completes skills, and resolves their documentation', async () => {
      const items = list(field(await ask('completion', { position: at('SRE', 3) }), 'items'));
      const labels = items.map(item => field(item, 'label'));
      assert.ok(labels.includes('site-reliability-engineer'), String(labels));
      const item = items.find(each => field(each, 'label') === 'site-reliability-engineer');
      const resolved = await client.request('completionItem/resolve', item);
      assert.match(JSON.stringify(field(resolved, 'documentation')), /Keeps services up/);
    });

    test('hovers over a skill', async () => {
      assert.match(JSON.stringify(await ask('hover', { position: at('SRE') })), /Site Reliability Engineer/);
    });

    test('goes to a skill, a node and a chain', async () => {
      const target = async (words: string, offset?: number) =>
        String(field(list(await ask('definition', { position: at(words, offset) }))[0], 'targetUri'));
      assert.equal(await target('SRE'), client.uri('team.skills.yaml'));
      assert.equal(await target('back-to: mend', 10), uri);
      assert.equal(await target('- chain: write-up', 10), client.uri('write-up.chain.yaml'));
    });

    test('finds a skill in every file, and a node where it stands in this one', async () => {
      const found = async (includeDeclaration: boolean) =>
        list(await ask('references', { position: at('SRE'), context: { includeDeclaration } })).map(each =>
          field(each, 'uri'),
        );
      const catalogue = client.uri('team.skills.yaml');
      assert.ok((await found(true)).includes(catalogue));
      assert.ok((await found(false)).includes(uri));
      const marked = list(await ask('documentHighlight', { position: at('back-to: mend', 10) }));
      assert.deepEqual(
        marked.map(each => field(each, 'kind')),
        [3, 2],
      );
    });

    test('renames a node wherever it stands, and refuses in words what cannot be', async () => {
      const position = at('back-to: mend', 10);
      assert.equal(field(await ask('prepareRename', { position }), 'placeholder'), 'mend');
      const renamed = await ask('rename', { position, newName: 'repair' });
      assert.deepEqual(
        list(field(renamed, 'changes', uri)).map(each => field(each, 'newText')),
        ['repair', 'repair'],
      );
      await assert.rejects(ask('rename', { position, newName: 'end' }), /meaning of its own/);
    });

    test('gives symbols, nested', async () => {
      const symbols = list(await ask('documentSymbol'));
      assert.equal(symbols.length, 1);
      assert.equal(list(field(symbols[0], 'children')).length, 3);
    });

    test('finds names in every file, as far as the query tells', async () => {
      const found = async (query: string) =>
        list(await client.request('workspace/symbol', { query })).map(each => [
          field(each, 'name'),
          field(each, 'location', 'uri'),
        ]);
      assert.deepEqual(await found('write-u'), [
        ['Write-up', client.uri('write-up.chain.yaml')],
        ['write-up', uri],
      ]);
      assert.deepEqual(await found('stable'), [['Stable again', uri]]);
      assert.deepEqual(await found('nothing is called so'), []);
      await assert.rejects(client.request('workspace/symbol', { query: 1 }), /cannot be read/);
    });

    test('tells what runs a chain, and what that runs', async () => {
      const position = at('- chain: write-up', 10);
      const [item] = list(await ask('prepareCallHierarchy', { position }));
      assert.equal(field(item, 'uri'), client.uri('write-up.chain.yaml'));
      const [call, ...others] = list(await client.request('callHierarchy/incomingCalls', { item }));
      assert.deepEqual([field(call, 'from', 'uri'), others], [uri, []]);
      const caller = field(call, 'from');
      const [run] = list(await client.request('callHierarchy/outgoingCalls', { item: caller }));
      assert.equal(field(run, 'to', 'name'), 'Write-up');
      assert.deepEqual(field(run, 'fromRanges'), field(call, 'fromRanges'));
      await assert.rejects(client.request('callHierarchy/outgoingCalls', { item: 1 }), /cannot be read/);
    });

    test('marks names and the parts of values, and tells what an edit changes of that', async () => {
      const legend = field(client.initializeResult, 'capabilities', 'semanticTokensProvider', 'legend');
      const types = list(field(legend, 'tokenTypes'));
      const marked = client.uri('marked.chain.yaml');
      const written =
        'chain: marked\nsteps:\n  - skill: SRE\n    do: A\n  - skill: executive-liaison\n    do: B\n';
      await client.open(marked, written);
      const textDocument = { uri: marked };
      const tokens = (method: string, params: object = {}): Promise<unknown> =>
        client.request(`textDocument/semanticTokens/${method}`, { textDocument, ...params });
      const full = await tokens('full');
      const skill = types.indexOf('skill');
      // The second skill is known from the catalogue that ships.
      assert.deepEqual(field(full, 'data'), [0, 7, 6, 0, 1, 2, 11, 3, skill, 0, 2, 11, 17, skill, 2]);
      const lines = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
      assert.deepEqual(field(await tokens('range', { range: lines }), 'data'), [4, 11, 17, skill, 2]);
      await client.change(marked, written.replace('SRE', 'nobody'), 2);
      const previousResultId = field(full, 'resultId');
      const delta = await tokens('full/delta', { previousResultId });
      const [edit, ...others] = list(field(delta, 'edits'));
      const data = [...list(field(full, 'data'))];
      data.splice(
        Number(field(edit, 'start')),
        Number(field(edit, 'deleteCount')),
        ...list(field(edit, 'data')),
      );
      assert.deepEqual([data, others], [[0, 7, 6, 0, 1, 4, 11, 17, skill, 2], []]);
      assert.ok(list(field(await tokens('full/delta', { previousResultId }), 'data')).length > 0);
      await assert.rejects(tokens('full/delta'), /cannot be read/);
      await client.close(marked);
    });

    test('shows hints behind names, and explains the one that is looked at', async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const hints = list(await ask('inlayHint', { range }));
      const labels = hints.map(hint => field(list(field(hint, 'label'))[0], 'value') ?? field(hint, 'label'));
      assert.deepEqual(labels, [
        'first 4 hours',
        '= site-reliability-engineer',
        '= site-reliability-engineer',
      ]);
      const resolved = await client.request('inlayHint/resolve', hints[1]);
      const [part] = list(field(resolved, 'label'));
      assert.equal(field(part, 'location', 'uri'), client.uri('team.skills.yaml'));
      assert.match(String(field(part, 'tooltip')), /Keeps services up/);
      await assert.rejects(client.request('inlayHint/resolve', { label: 'a' }), /cannot be read/);
    });

    test('folds, selects and links', async () => {
      assert.ok(list(await ask('foldingRange')).length > 0);
      const selections = list(await ask('selectionRange', { positions: [at('SRE'), at('mend')] }));
      assert.equal(selections.length, 2);
      assert.ok(field(selections[0], 'parent', 'range') !== undefined);
      assert.ok(Array.isArray(await ask('documentLink')));
    });

    test('formats a document, and a range of it', async () => {
      const untidy = client.uri('untidy.chain.yaml');
      await client.open(untidy, 'chain:  untidy\nsteps:\n-   skill: SRE\n    do:   Anything\n');
      const textDocument = { uri: untidy };
      const options = { tabSize: 4, insertSpaces: true };
      const edited = async (method: string, params: object = {}): Promise<readonly unknown[]> => {
        const edits = list(
          await client.request(`textDocument/${method}`, { textDocument, options, ...params }),
        );
        return edits.map(edit => [field(edit, 'range', 'start', 'line'), field(edit, 'newText')]);
      };
      assert.deepEqual(await edited('formatting'), [
        [0, ''],
        [2, '    '],
        [2, ''],
        [3, '  '],
        [3, ''],
      ]);
      const range = { start: { line: 0, character: 3 }, end: { line: 1, character: 0 } };
      assert.deepEqual(await edited('rangeFormatting', { range }), [[0, '']]);
      assert.deepEqual(
        await edited('formatting', { options: undefined }),
        await edited('formatting', { options: { tabSize: 2, insertSpaces: true } }),
      );
      await client.close(untidy);
    });

    test('gives the graph of an open chain, of a closed one, and none of a catalogue', async () => {
      const graph = await client.request('skillChains/graph', { uri });
      assert.equal(field(graph, 'subject', 'id'), 'outage');
      assert.equal(field(graph, 'version'), 1);
      const closed = await client.request('skillChains/graph', { uri: client.uri('write-up.chain.yaml') });
      assert.equal(field(closed, 'subject', 'title'), 'Write-up');
      assert.equal(await client.request('skillChains/graph', { uri: client.uri('team.skills.yaml') }), null);
      assert.equal(await client.request('skillChains/graph', { uri: 'file:///nowhere.chain.yaml' }), null);
    });

    test('offers the documents that nodes call for, with the commands that the client has', async () => {
      const calling = client.uri('calling.chain.yaml');
      const nodes = '  - id: choose\n    decision: Which?\n    by: SRE\n    routes: [{ otherwise: next }]\n';
      const last = '  - skill: technical-writer\n    do: Write\n    document: post-mortem\n';
      await client.open(calling, `chain: calling\ntitle: Calling\nsteps:\n${nodes}${last}`);
      const lenses = list(await client.request('textDocument/codeLens', { textDocument: { uri: calling } }));
      assert.deepEqual(
        lenses.map(lens => [
          field(lens, 'range', 'start', 'line'),
          field(lens, 'command', 'command'),
          list(field(lens, 'command', 'arguments'))[0],
        ]),
        [[3, 'skillChains.newDecisionRecord', { chain: calling, node: 'choose' }]],
      );
      const params = { kind: 'adr', uri: calling };
      const sources = list(await client.request('skillChains/documentSources', params));
      assert.deepEqual(
        sources.map(source => [field(source, 'node'), field(source, 'title')]),
        [
          ['choose', 'Which'],
          [undefined, 'Calling'],
        ],
      );
      await client.close(calling);
    });

    test('makes a document of a chain, and none of what it cannot read', async () => {
      const scaffold = (params: object) =>
        client.request('skillChains/scaffold', {
          ...{ template: 'nygard', title: 'Use YAML', date: '2024-01-31', number: 7 },
          ...{ chain: { uri, node: 'mend' }, target: client.uri('docs/adr/0007-use-yaml.md') },
          ...params,
        });
      const made = await scaffold({});
      assert.match(String(field(made, 'text')), /^# 7\. Use YAML\n\nDate: 2024-01-31\n/);
      assert.match(String(field(made, 'text')), /Decides: Site Reliability Engineer\n/);
      assert.match(String(field(made, 'text')), /\]\(\.\.\/\.\.\/outage\.chain\.yaml\)/);
      assert.match(String(field(made, 'snippet')), /\$\{1:/);
      assert.match(String(field(await scaffold({ chain: undefined }), 'text')), /^# 7\. Use YAML\n/);
      assert.equal(await scaffold({ chain: { uri: client.uri('team.skills.yaml') } }), null);
      assert.equal(await scaffold({ chain: { uri: 'file:///nowhere.chain.yaml' } }), null);
      const nonsense = [{ template: 'x' }, { title: 1 }, { date: '1\n2' }, { time: 'now' }, { chain: 'no' }];
      for (const params of nonsense) {
        await assert.rejects(scaffold(params), /cannot be read/, JSON.stringify(params));
      }
    });

    test('exports the drawing of a chain, and none of a catalogue', async () => {
      const exported = (format: unknown, of = uri) =>
        client.request('skillChains/export', { uri: of, format });
      assert.match(String(await exported('svg')), /^<svg .*<\/svg>\n$/s);
      assert.match(String(await exported('mermaid')), /^flowchart TD\n/);
      assert.equal(await exported('svg', client.uri('team.skills.yaml')), null);
      assert.equal(await exported('svg', 'file:///nowhere.chain.yaml'), null);
      await assert.rejects(exported('png'));
    });

    test('lists the chains of the workspace', async () => {
      const chains = list(await client.request('skillChains/chains'));
      const rows = chains.map(chain => [field(chain, 'id'), field(chain, 'title'), field(chain, 'category')]);
      assert.deepEqual(rows.sort(), [
        ['outage', 'Outage', undefined],
        ['write-up', 'Write-up', 'Documents'],
      ]);
    });

    test('offers a fix for a finding, and the fix mends it', async () => {
      const broken = client.uri('broken.chain.yaml');
      const brokenText = 'chain: broken\ntitel: Broken\nsteps:\n  - skill: SRE\n    do: Anything\n';
      await client.open(broken, brokenText);
      const { diagnostics } = await client.findings(broken, 1);
      const unknownKey = diagnostics.find(({ code }) => code === 'unknown-key');
      assert.deepEqual(unknownKey?.range, {
        start: { line: 1, character: 0 },
        end: { line: 1, character: 5 },
      });
      const actions = list(
        await client.request('textDocument/codeAction', {
          textDocument: { uri: broken },
          range: unknownKey?.range,
          context: { diagnostics },
        }),
      );
      const onSave = list(
        await client.request('textDocument/codeAction', {
          textDocument: { uri: broken },
          range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
          context: { diagnostics: [], only: ['source.fixAll.skillChains'] },
        }),
      );
      // A misspelled key is a guess.
      assert.deepEqual(onSave, []);
      const [edit] = list(field(actions[0], 'edit', 'changes', broken));
      const contentChanges = [{ range: field(edit, 'range'), text: field(edit, 'newText') }];
      await client.notify('textDocument/didChange', {
        textDocument: { uri: broken, version: 2 },
        contentChanges,
      });
      assert.deepEqual((await client.findings(broken, 2)).diagnostics, []);
      await client.close(broken);
    });

    test('a document nobody knows has nothing to say', async () => {
      const params = {
        textDocument: { uri: 'file:///nowhere.chain.yaml' },
        position: { line: 0, character: 0 },
      };
      assert.equal(await client.request('textDocument/hover', params), null);
      assert.deepEqual(await client.request('textDocument/completion', params), {
        isIncomplete: false,
        items: [],
      });
      assert.deepEqual(await client.request('textDocument/documentSymbol', params), []);
    });
  });
}

test('a plain client gets plain answers', async () => {
  for (const { launch } of launches) {
    const plain = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
    const client = await startClient(launch, { files, capabilities: plain });
    const uri = client.uri('outage.chain.yaml');
    await client.open(uri, text);
    const textDocument = { uri };
    const symbols = list(await client.request('textDocument/documentSymbol', { textDocument }));
    assert.equal(symbols.length, 4);
    assert.equal(field(symbols[1], 'containerName'), field(symbols[0], 'name'));
    const position = { line: 4, character: 12 };
    const definitions = list(await client.request('textDocument/definition', { textDocument, position }));
    assert.equal(field(definitions[0], 'uri'), client.uri('team.skills.yaml'));
    const hover = await client.request('textDocument/hover', { textDocument, position });
    assert.equal(field(hover, 'contents', 'kind'), 'plaintext');
    const completion = await client.request('textDocument/completion', {
      textDocument,
      position: { line: 11, character: 0 },
    });
    assert.ok(list(field(completion, 'items')).every(item => field(item, 'insertTextFormat') !== 2));
    await client.end();
  }
});
