/** The graph of a suite: opened, laid out by the engine, followed, walked through, edited, broken, exported, looked at in every theme. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openFile, openText, placeCursor, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { focusedNode, inGraph, item, node, nodeBoxes, openGraph, untilPainted } from './support/graph.ts';
import { until } from './support/until.ts';

const suite = 'orchard.suite.yaml';
/** A file for each test: the editor may still have another one's text in mind. */
const files = ['folding', 'broken', 'large', 'exported', 'themes'].map(name => `${name}.suite.yaml`);
const [folding = '', broken = '', large = '', exported = '', themed = ''] = files;
const graphIcon = '.editor-actions .action-label[aria-label^="Open Graph to the Side"]';
const arrangement = inGraph('.arrangement:not([hidden])');

/** All that a suite's graph can show. */
const everything = `suite: harvest
title: Harvest programme
items:
  H1: { title: Security baseline of the whole orchard, plan: security/plan.baseline@v1.yaml, domain: security, priority: P0, owner: Security }
  H2: { title: Threats, plan: security/plan.threats@v1.yaml, domain: security, priority: P0, owner: Security, needs: [H1] }
  H3: { title: Review, chain: review, priority: P1, owner: Garden, needs: [H1] }
  H4: { title: Cider, chain: review, priority: P2, owner: Garden, needs: [H2, H3, H7] }
  H5: { title: Juice, chain: review, priority: P1, owner: Garden, needs: [H6] }
  H6: { title: Jam, chain: review, priority: P1, owner: Garden, needs: [H5, H3] }
  H7: { title: Market stall, chain: review, priority: P3, owner: Garden }
  H8: { title: A loose end, chain: review, priority: P3, owner: Garden }
phases:
  - phase: Foundation
    window: weeks 1-4
    items: [H1, H2, H3]
    capacity: { active: 2 }
  - phase: Making of what is sold
    window: weeks 5-8
    items: [H4, H5, H6]
  - phase: Selling
    items: [H7]
  - phase: Looking back
    items: []
`;

const themes = [
  { name: 'Default Light Modern', short: 'light', body: 'vscode-light' },
  { name: 'Default High Contrast', short: 'hc-dark', body: 'vscode-high-contrast' },
  { name: 'Default Dark Modern', short: 'dark', body: 'vscode-dark' },
] as const;

/** Waits until the cursor of a file stands in a line that begins so. */
const untilCursorIn = (name: string, line: RegExp): Promise<true> =>
  until(`the cursor at ${line}`, [listener => vscode.window.onDidChangeTextEditorSelection(listener)], () => {
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === fileUri(name).toString(),
    );
    return editor !== undefined && line.test(editor.document.lineAt(editor.selection.active.line).text)
      ? true
      : undefined;
  });

async function goTo(editor: vscode.TextEditor, words: string): Promise<void> {
  await placeCursor(editor, editor.document.positionAt(editor.document.getText().indexOf(words)));
}

describe('The graph of a suite', () => {
  before(() => vscode.commands.executeCommand('workbench.action.closeSidebar'));
  afterEach(closeAll);
  after(async () => {
    for (const name of files) await vscode.workspace.fs.delete(fileUri(name));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('opens from its title, laid out by the engine, and is tied to the text', async () => {
    const editor = await openFile(suite);
    await drive.click(graphIcon);
    await untilPainted(editor.document);
    assert.equal(await drive.count(arrangement), 0);
    await goTo(editor, 'teams:');
    await drive.click(node('S2'));
    await untilCursorIn(suite, /^ {2}S2:/);
    await goTo(editor, 'S3: {');
    await drive.waitFor(inGraph('[role="treeitem"][data-id="S3"][data-cursor]'));
    await drive.screenshot('suite-graph');
  });

  it('is walked through with the arrow keys, along what is needed', async () => {
    const { document } = await openFile(suite);
    await openGraph(document);
    await drive.click(node('S1'));
    for (const [key, id] of [
      ['ArrowDown', 'S2'],
      ['ArrowDown', 'S3'],
      ['ArrowUp', 'S2'],
      ['ArrowLeft', 'hardening'],
      ['ArrowUp', 'foundation'],
      ['ArrowRight', 'S1'],
    ] as const) {
      await drive.press(key);
      assert.equal(await focusedNode(), id, key);
    }
    const said = await drive.attribute(item('S2'), 'aria-label');
    assert.equal(said, 'Item: S2, Threats, owner Security, priority P1, needs Baseline, needed by Review');
  });

  it('moves nothing when a label changes, and folds a phase', async () => {
    const editor = await openText(folding, everything);
    const { document } = editor;
    await openGraph(document);
    assert.equal(await drive.count(arrangement), 0);
    const boxes = await nodeBoxes();
    await setText(editor, everything.replace('title: Cider', 'title: Cider of the first apples'));
    await untilPainted(document);
    assert.deepEqual(await nodeBoxes(), boxes);
    await drive.click(inGraph('[data-toggle="foundation"]'));
    await drive.waitFor(inGraph('.chain-folded[data-id="foundation"]'));
    await drive.screenshot('suite-graph-folded');
  });

  it('keeps the drawing of a broken text, and says so of an empty one', async () => {
    const editor = await openText(broken, everything);
    const { document } = editor;
    await openGraph(document);
    await setText(
      editor,
      everything.replace('priority: P3, owner: Garden }\n  H8', 'priority: "P3, owner: Garden }\n  H8'),
    );
    await untilPainted(document);
    await drive.waitFor(inGraph('.notice.broken'));
    assert.equal(await drive.count(node('H8')), 1);
    await drive.screenshot('suite-graph-broken');
    await setText(editor, 'suite: harvest\ntitle: Harvest\n');
    await drive.waitFor(inGraph('.notice.empty'));
    assert.deepEqual(await drive.texts(inGraph('.notice.empty .notice-text')), [
      'This suite has no items yet.',
    ]);
  });

  it('holds five hundred items', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `L${at}`);
    const items = ids.map(
      (id, at) => `  ${id}: { title: Item ${at}, chain: review, needs: [${at > 3 ? ids[at - 3] : ''}] }\n`,
    );
    const phases = Array.from(
      { length: 10 },
      (_, at) => `  - { phase: Phase ${at}, items: [${ids.slice(at * 50, at * 50 + 50).join(', ')}] }\n`,
    );
    const text = `suite: harvest\nitems:\n${items.join('')}phases:\n${phases.join('')}`;
    const editor = await openText(large, text);
    await openGraph(editor.document);
    // All are there for a screen reader; drawn are those near the window, and others as they come into view.
    assert.equal(await drive.count(inGraph('[role="treeitem"]')), 510);
    assert.ok((await drive.count(inGraph('.chain-item'))) < 250);
    assert.equal(await drive.count(node('L499')), 0);
    await placeCursor(editor, editor.document.positionAt(text.indexOf('  L499:') + 2));
    await drive.waitFor(node('L499'));
    assert.equal(await drive.count(arrangement), 1);
    await drive.screenshot('suite-graph-large');
  });

  it('is exported, the same bytes each time, and copied as Mermaid', async () => {
    const { document } = await openText(exported, everything);
    const texts: string[] = [];
    for (const name of ['one.svg', 'two.svg']) {
      const target = fileUri(name);
      await vscode.commands.executeCommand('skillChains.exportGraphAsSvg', { uri: document.uri, target });
      texts.push(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)));
      await vscode.workspace.fs.delete(target);
    }
    assert.match(texts[0] ?? '', /Items and dependencies of the suite harvest: 4 phases, 8 items/);
    assert.equal(texts[0], texts[1]);
    // So wide and high is what the engine makes of it, in either host; the simple layout is not.
    assert.ok(texts[0]?.includes('viewBox="-218.5 -106.5 938 1110"'));
    const mermaid = await vscode.commands.executeCommand<string>(
      'skillChains.copyGraphAsMermaid',
      document.uri,
    );
    assert.match(mermaid, /subgraph n_foundation\["Foundation · weeks 1-4 · at most 2 at a time"\]/);
    assert.match(mermaid, /n_H7 -\.->\|"later phase"\| n_H4/);
  });

  it('shows everything in every theme', async () => {
    await drive.resize(1200, 1500);
    const editor = await openText(themed, everything);
    await openGraph(editor.document);
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    for (const { name, short, body } of themes) {
      await vscode.workspace
        .getConfiguration('workbench')
        .update('colorTheme', name, vscode.ConfigurationTarget.Global);
      await drive.waitFor(inGraph(`body.${body}`));
      await drive.screenshot(`suite-graph-${short}`);
      assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), [], name);
    }
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
    await drive.resize(1280, 800);
  });
});
