/** The graph preview: opened, clicked, followed by the cursor, used with the keyboard, tied to a chain. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openFile, openText, placeCursor, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import {
  focusedNode,
  inGraph,
  item,
  itemSelector,
  node,
  nodeBoxes,
  openGraph,
  untilPainted,
  zoomText,
} from './support/graph.ts';
import { until } from './support/until.ts';

const orchard = `chain: orchard
title: Orchard
category: Gardening
version: 1.2.0
trigger: Spring has come
timeline: 1-2 weeks
phases:
  - phase: Plant
    window: week 1
    steps:
      - id: dig
        skill: author
        do: Dig the holes
        takes: 1-2 hours
      - id: both
        parallel:
          - lane: Trees
            steps:
              - id: trees
                skill: author
                do: Plant the trees
          - lane: Hedge
            steps:
              - id: hedge
                skill: reviewer
                do: Plant the hedge
      - id: deep
        checkpoint: Holes are deep enough
        by: reviewer
  - phase: Harvest
    steps:
      - id: pick
        skill: author
        do: Pick the apples
      - id: cider
        chain: cider-making
`;
const cider = `chain: cider-making
title: Cider making
steps:
  - id: press
    skill: author
    do: Press the apples
`;

/** Waits until a document's editor is the active one: the extension host hears of it a step after the window. */
function untilActive(document: vscode.TextDocument): Promise<true> {
  return until(`the focus in ${document.uri.path}`, [vscode.window.onDidChangeActiveTextEditor], () =>
    vscode.window.activeTextEditor?.document === document ? true : undefined,
  );
}

/** Waits until a file is the active text and its cursor stands in the line of these words. */
function untilCursorAt(name: string, words: string): Promise<true> {
  const uri = fileUri(name).toString();
  const look = (): true | undefined => {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    return editor?.document.lineAt(editor.selection.active.line).text.includes(words) === true
      ? true
      : undefined;
  };
  const events = [
    (listener: () => void) => vscode.window.onDidChangeActiveTextEditor(listener),
    (listener: () => void) => vscode.window.onDidChangeVisibleTextEditors(listener),
    (listener: () => void) => vscode.window.onDidChangeTextEditorSelection(listener),
  ];
  return until(`the cursor at ${words}`, events, look);
}

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

/** Puts the cursor at the beginning of words. */
async function goTo(editor: vscode.TextEditor, words: string): Promise<void> {
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, `${words} stands in the text`);
  await placeCursor(editor, editor.document.positionAt(offset));
}

const cursorNode = (id: string) => inGraph(`${itemSelector(id)}[data-cursor]`);
const selectedNode = (id: string) => inGraph(`${itemSelector(id)}[aria-selected="true"]`);

describe('The graph preview', () => {
  before(async () => {
    await drive.resize(1440, 900);
    await write('cider-making.chain.yaml', cider);
  });
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.fs.delete(fileUri('orchard.chain.yaml'));
    await vscode.workspace.fs.delete(fileUri('cider-making.chain.yaml'));
    await drive.resize(1280, 800);
  });

  it('opens to the side from the title of the editor, and leaves the focus in the text', async () => {
    const editor = await openText('orchard.chain.yaml', orchard);
    await drive.click('.editor-actions .action-label[aria-label^="Open Graph to the Side"]');
    await untilPainted(editor.document);
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.deepEqual(await drive.texts(inGraph('h1')), ['Orchard']);
    assert.match((await drive.texts(inGraph('.facts'))).join(), /^1\.2\.0 · Gardening · 1-2 weeks/);
    await drive.waitFor('.tab[aria-label^="Graph: Orchard"]');
    await drive.screenshot('graph');
  });

  it('opens from the tree, by its icon and its menu', async () => {
    await openText('orchard.chain.yaml', orchard);
    await drive.click('.activitybar .action-item:has([aria-label^="Skill Chains"]) a');
    const item = '.pane-body [role="treeitem"][aria-label^="Chain Cider making"]';
    await drive.hover(item);
    await drive.click(`${item} .action-label[aria-label^="Open Graph"]`);
    await drive.waitFor(inGraph(`.graph[data-uri$="cider-making.chain.yaml"]`));
    await drive.click(item, { button: 'right' });
    for (const label of ['Open Graph to the Side', 'Export Graph as SVG', 'Copy Graph as Mermaid'])
      await drive.waitFor(`.monaco-menu [aria-label="${label}"]`);
    await drive.press('Escape');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('shows where a node is written without taking the focus, and goes there on a double click', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    await drive.click(node('pick'));
    await untilCursorAt('orchard.chain.yaml', 'pick');
    await drive.waitFor(selectedNode('pick'));
    assert.equal(await focusedNode(), 'pick');
    await drive.waitFor('.editor-instance .monaco-editor.focused', 'hidden');
    await drive.click(node('dig'), { clickCount: 2 });
    await untilCursorAt('orchard.chain.yaml', 'dig');
    await drive.waitFor('.editor-instance .monaco-editor.focused');
  });

  it('opens the text in its own column where it is behind another tab', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    await drive.click(inGraph('button[aria-label="Keep showing this chain"]'));
    await drive.waitFor(inGraph('button[aria-pressed="true"]'));
    await vscode.window.showTextDocument(fileUri('people.skills.yaml'), {
      viewColumn: vscode.ViewColumn.One,
    });
    await drive.click(node('hedge'));
    await untilCursorAt('orchard.chain.yaml', 'hedge');
    const editor = vscode.window.visibleTextEditors.find(each => each.document === document);
    assert.equal(editor?.viewColumn, vscode.ViewColumn.One);
  });

  it('marks the node at the cursor, and brings it into view', async () => {
    const editor = await openText('orchard.chain.yaml', orchard);
    await openGraph(editor.document);
    await goTo(editor, 'Dig the holes');
    await drive.waitFor(cursorNode('dig'));
    const before = await nodeBoxes();
    await goTo(editor, 'Plant the trees');
    await drive.waitFor(cursorNode('trees'));
    assert.deepEqual(await nodeBoxes(), before, 'what is seen stays where it is');
    await goTo(editor, 'cider-making');
    await drive.waitFor(cursorNode('cider'));
    const { cider: box } = await nodeBoxes();
    const { '': frame } = await drive.boxes(inGraph('.canvas'), 'id');
    assert.ok(box && frame && box.y > frame.y && box.y + box.height < frame.y + frame.height);
    await goTo(editor, 'title:');
    await drive.waitFor(inGraph('[data-cursor]'), 'hidden');
  });

  it('opens the graph of a sub-chain on a double click', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    await drive.click(node('cider'), { clickCount: 2 });
    await drive.waitFor(inGraph(`.graph[data-uri$="cider-making.chain.yaml"] ${itemSelector('press')}`));
    await drive.waitFor('.tab[aria-label^="Graph: Cider making"]');
    await drive.waitFor('.tab[aria-label^="Graph: Orchard"]');
  });

  it('is used with the keyboard alone', async () => {
    const editor = await openText('orchard.chain.yaml', orchard);
    // The editor puts it where it was when the file was last seen, and the keyboard begins at its node.
    await placeCursor(editor, new vscode.Position(0, 0));
    await openGraph(editor.document);
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await drive.waitFor(inGraph('[role="treeitem"]:focus'));
    await drive.press('Shift+Tab');
    await drive.waitFor(inGraph('.toolbar button:focus'));
    await drive.press('ArrowRight');
    await drive.waitFor(inGraph('.toolbar .percentage:focus'));
    await drive.press('Tab');
    await drive.waitFor(inGraph('[role="treeitem"]:focus'));
    const walked = new Set<string | null>([await focusedNode()]);
    for (let step = 0; step < 30 && !walked.has('pick'); step += 1) {
      await drive.press('ArrowDown');
      walked.add(await focusedNode());
    }
    assert.ok(walked.has('dig') && walked.has('deep') && walked.has('pick'), [...walked].join());
    await drive.press('Enter');
    await untilCursorAt('orchard.chain.yaml', 'pick');
    await drive.waitFor('.editor-instance .monaco-editor.focused');
    await untilActive(editor.document);
    // The editor notices only every quarter of a second that a page has lost the focus, and gives it none again before.
    await setText(editor, orchard.replace('Pick the apples', 'Pick the pears'));
    await drive.waitFor(inGraph('[role="treeitem"][aria-label*="Pick the pears"]'));
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await drive.waitFor(inGraph('[role="treeitem"]:focus'));
    await drive.press('-');
    assert.notEqual(await zoomText(), '100 %');
    await drive.press('0');
    assert.equal(await zoomText(), '100 %');
    await drive.press('Escape');
    await drive.waitFor('.editor-instance .monaco-editor.focused');
    await untilActive(editor.document);
  });

  it('collapses and expands phases by mouse and keyboard', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    const collapsed = inGraph('[role="treeitem"][aria-expanded="false"]');
    await drive.click(inGraph('.chain-toggle[data-toggle="plant"]'));
    await drive.waitFor(collapsed);
    assert.equal(await drive.count(node('dig')), 0);
    await drive.press('Space');
    await drive.waitFor(collapsed, 'hidden');
    await drive.waitFor(node('dig'));
  });

  it('scrolls, zooms and is dragged, and loses nothing by it', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    const at = async () => (await nodeBoxes())['dig'] ?? { x: 0, y: 0, width: 0, height: 0 };
    const begin = await at();
    await drive.wheel(inGraph('.canvas'), { x: 0, y: 60 });
    const scrolledTo = await at();
    assert.deepEqual([scrolledTo.x, scrolledTo.y], [begin.x, begin.y - 60]);
    await drive.drag(inGraph('.canvas'), { x: 20, y: 200 }, { x: 15, y: 60 });
    assert.deepEqual([(await at()).x, (await at()).y], [begin.x + 15, begin.y]);
    await drive.wheel(inGraph('.canvas'), { x: 0, y: -300 }, 'Control');
    assert.ok((await at()).width > begin.width * 2);
    assert.equal(await drive.count(inGraph('[aria-selected="true"]')), 0, 'a drag selects nothing');
  });

  it('follows the editor, unless it is locked', async () => {
    const { document } = await openText('orchard.chain.yaml', orchard);
    await openGraph(document);
    const other = await openFile('cider-making.chain.yaml');
    await untilPainted(other.document);
    await openFile('orchard.chain.yaml');
    await untilPainted(document);
    await drive.click(inGraph('button[aria-label="Keep showing this chain"]'));
    await drive.waitFor('.tab[aria-label^="[Graph] Orchard"]');
    await openFile('cider-making.chain.yaml');
    await openGraph(other.document);
    await drive.waitFor('.tab[aria-label^="[Graph] Orchard"]');
    await drive.waitFor('.tab[aria-label^="Graph: Cider making"]');
  });

  it('catches up when it is shown again, with zoom and selection', async () => {
    const editor = await openText('orchard.chain.yaml', orchard);
    await openGraph(editor.document);
    await drive.click(node('dig'));
    await drive.waitFor(selectedNode('dig'));
    await drive.press('-');
    const zoom = await zoomText();
    await openGraphBehind();
    await editor.edit(edit => edit.insert(editor.document.positionAt(orchard.indexOf('Dig the')), 'Slowly '));
    await drive.click('.tab[aria-label^="Graph: Orchard"]');
    await untilPainted(editor.document);
    await drive.waitFor(selectedNode('dig'));
    assert.equal(await zoomText(), zoom);
    assert.match((await drive.attribute(item('dig'), 'aria-label')) ?? '', /Slowly Dig the holes/);
  });
});

/** Shows another tab over the graph's. */
async function openGraphBehind(): Promise<void> {
  await vscode.window.showTextDocument(fileUri('people.skills.yaml'), { viewColumn: vscode.ViewColumn.Two });
  await drive.waitFor('.tab.active[aria-label^="people.skills"]');
}
