/** Handoffs in the graph: those that only another chain writes stand there too, follow its text, and open it. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { inGraph, itemSelector, node, openGraph } from './support/graph.ts';

const harvest = `chain: harvest
title: Harvest
trigger: The apples are ripe
steps:
  - id: pick
    skill: author
    do: Pick the apples
    takes: 2-3 days
  - id: store
    skill: author
    do: Store what keeps
handoffs:
  - then: cider-pressing
`;
const pruning = (handoffs: string): string => `chain: pruning
title: Pruning
steps:
  - id: cut
    skill: author
    do: Cut what grows inwards
handoffs:
${handoffs}`;

describe('Handoffs in the graph', () => {
  afterEach(closeAll);
  after(async () => {
    for (const name of ['harvest', 'pruning'])
      await vscode.workspace.fs.delete(fileUri(`${name}.chain.yaml`));
  });

  it('that only another chain writes come in at their node, follow its text, and open it', async () => {
    const other = await openText(
      'pruning.chain.yaml',
      pruning('  - then: harvest\n    gate: No frost for a week\n'),
    );
    const { document } = await openText('harvest.chain.yaml', harvest);
    await openGraph(document);
    await drive.waitFor(node('pruning:then'));
    assert.match(
      await drive.attribute(node('pruning:then'), 'aria-label').then(String),
      /follows pruning, gate: No frost/,
    );
    // Its editor is behind another tab, so the text is changed as a refactoring would change it.
    const edit = new vscode.WorkspaceEdit();
    const more = '  - joins: harvest\n    at: store\n  - escalates-to: harvest\n    if: a storm comes\n';
    edit.insert(other.document.uri, other.document.positionAt(other.document.getText().length), more);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await drive.waitFor(node('pruning:joins'));
    await drive.waitFor(node('pruning:escalates-to'));
    await drive.waitFor(node('then:cider-pressing'));
    await drive.screenshot('graph-handoffs');
    await drive.click(node('pruning:joins'));
    await drive.waitFor(inGraph(`${itemSelector('pruning:joins')}[aria-selected="true"]`));
    await drive.press('Enter');
    await drive.waitFor(inGraph(`.graph[data-uri$="pruning.chain.yaml"] ${itemSelector('cut')}`));
  });
});
