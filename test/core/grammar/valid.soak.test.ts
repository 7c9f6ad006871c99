/** Chains that use the whole grammar rightly: nothing is found in them, and their graphs and drawings are whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ChainGraph } from '../../../server/src/core/index.ts';
import { loadedService } from '../../support/requests.ts';
import { checkForm, reachedFrom } from '../analysis/graphForm.ts';
import { checkDrawing } from '../drawing/checkDrawing.ts';
import { workspaceSeeds } from './draw.ts';
import { forms, formsOf } from './forms.ts';
import { noteRecord, usable } from './reach.ts';
import { makeWorkspace, type WrittenFile } from './workspace.ts';

const missing = (all: Iterable<string>, used: ReadonlySet<string>): readonly string[] =>
  [...all].filter(each => !used.has(each));

/** Every way of control comes from the start and leads to an end, and every node stands on one. */
function checkConnected(graph: ChainGraph): void {
  checkForm(graph);
  const reached = reachedFrom(graph, 'start');
  const back = reachedFrom(
    { ...graph, edges: graph.edges.map(edge => ({ ...edge, from: edge.to, to: edge.from })) },
    graph.nodes.some(({ id }) => id === 'stop') ? ['end', 'stop'] : ['end'],
  );
  for (const { id, kind } of graph.nodes) {
    // An escalation may resume at `stop`, and is no way of control itself.
    if (kind === 'stop' && graph.edges.some(each => each.to === id && each.kind === 'handoff')) continue;
    if (kind === 'phase' || kind === 'lane' || kind === 'handoff') continue;
    assert.ok(reached.has(id), `nothing leads from the start to ${id}`);
    assert.ok(back.has(id), `${id} leads to no end`);
  }
}

test('five thousand valid chains of the whole grammar have no finding, and each node is on a way from start to an end', async () => {
  let count = 0;
  const seen = new Set<string>();
  const used = new Set<string>();
  await fc.assert(
    fc.asyncProperty(workspaceSeeds(6), async seed => {
      const { chains, catalogue } = makeWorkspace(seed);
      const files = [...chains, catalogue];
      const { service, workspace } = await loadedService(
        Object.fromEntries(files.map(({ path, text }) => [path, text])),
      );
      for (const { path, text } of files) {
        const found = service
          .diagnostics(workspace.uri(path))
          .map(({ code, range, message }) => `${range.start.line + 1} ${code}: ${message}`);
        assert.deepEqual(found, [], `${path}\n${text}`);
      }
      noteRecord(used, catalogue.written, 'catalogue');
      for (const { path, text, written } of chains) {
        noteRecord(used, written, 'chain');
        const graph = service.graph(workspace.uri(path));
        assert.ok(graph?.complete === true);
        checkConnected(graph);
        if (count % 25 === 0) checkDrawing(graph);
        count++;
        const model = service.snapshot().documents.get(workspace.uri(path))?.model;
        assert.ok(model?.kind === 'chain');
        for (const form of formsOf(model, text)) seen.add(form);
      }
    }),
    { numRuns: 1500 },
  );
  assert.ok(count >= 5000, `${count} chains`);
  assert.deepEqual(missing([...usable('chain'), ...usable('catalogue')], used), [], 'every key is used');
  assert.deepEqual(missing(forms, seen), [], 'every form is used');
});

/** As another reader of YAML takes it, in which all scalars are texts. */
const asTexts = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'number' || typeof each === 'boolean' ? String(each) : each,
  );

test('they are written as YAML that says what is meant', () => {
  const check = ({ text, written }: WrittenFile): void =>
    assert.deepEqual(parse(text, { schema: 'failsafe', maxAliasCount: -1 }), asTexts(written), text);
  fc.assert(
    fc.property(workspaceSeeds(2), seed => {
      const { chains, catalogue } = makeWorkspace(seed);
      for (const file of [...chains, catalogue]) check(file);
    }),
    { numRuns: 100 },
  );
});
