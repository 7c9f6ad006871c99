/** Right files of thousands of nodes, and of one: nothing is found, and they are read, drawn and asked about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { costOf } from '../support/processorTime.ts';
import { hugeFiles, tinyFiles } from './support/huge.ts';
import { findingsOf, opened } from './support/opened.ts';

for (const [size, files] of Object.entries({ huge: hugeFiles, tiny: tinyFiles }))
  test(`${size} files`, async t => {
    const world = await opened(files);
    const { service, documents } = world;
    assert.deepEqual(findingsOf(world), []);
    for (const { path, uri, text } of documents) {
      const middle = lineMap(text).position(Math.floor(text.length / 2));
      const asked: Readonly<Record<string, () => unknown>> = {
        edited: () => {
          service.setDocument(uri, 1, `${text}\n`);
          return service.diagnostics(uri);
        },
        completion: () => service.completion(uri, middle, { snippets: true }),
        hover: () => service.hover(uri, middle),
        symbols: () => service.documentSymbols(uri),
        references: () => service.references(uri, middle, true),
        graph: () => service.graph(uri),
        formatting: () => service.formatting(uri, { tabSize: 2, insertSpaces: true }),
      };
      const costs = Object.entries(asked).map(([name, ask]) => `${name} ${costOf(ask).toFixed()} ms`);
      t.diagnostic(`${path}, ${text.length} characters: ${costs.join(', ')}`);
      assert.deepEqual(service.diagnostics(uri), []);
      const isDrawn = /\.(?:chain|suite)\.yaml$/.test(path);
      assert.equal(service.graph(uri)?.complete ?? false, isDrawn);
      if (isDrawn) assert.ok(((await service.exportChain(uri, 'mermaid')) ?? '').length > 0);
    }
  });
