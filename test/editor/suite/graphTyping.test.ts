/** The graph while a person types: nothing moves that they did not touch, and what they set up stays as it is. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { PageBox } from '../driver/driver.ts';
import { closeAll, fileUri, openText, placeCursor, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import {
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

const name = 'typing.chain.yaml';
const text = `chain: typing
title: Orchard
phases:
  - phase: Plant
    steps:
      - id: dig
        skill: author
        do: Dig the holes
      - skill: author
        do: Water the ground
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
          - lane: Lawn
            steps:
              - id: lawn
                skill: reviewer
                do: Sow the lawn
      - id: deep
        checkpoint: Holes are deep enough
        by: reviewer
  - phase: Harvest
    steps:
      - id: pick
        skill: author
        do: Pick the apples
  - phase: Store
    steps:
      - id: sort
        skill: author
        do: Sort the apples
`;

type Boxes = Readonly<Record<string, PageBox>>;

/** Every node that was there is where it was, those aside that the edit is about. */
function assertUnmoved(before: Boxes, now: Boxes, except: readonly string[], when: string): void {
  const moved = Object.entries(before).filter(
    ([id, box]) => !except.includes(id) && JSON.stringify(box) !== JSON.stringify(now[id]),
  );
  const words = moved.map(([id, box]) => `${id}: ${JSON.stringify(box)} -> ${JSON.stringify(now[id])}`);
  assert.deepEqual(words, [], when);
}

describe('The graph while typing', () => {
  let editor: vscode.TextEditor;
  let zoom = '';

  /** Selects the text from the beginning of one phrase to the beginning of another, as a person does who is about to type over it. */
  const select = async (from: string, to: string): Promise<void> => {
    const whole = editor.document.getText();
    const start = whole.indexOf(from);
    const end = whole.indexOf(to, start);
    assert.ok(start >= 0 && end >= start, `${from} … ${to}`);
    await placeCursor(editor, editor.document.positionAt(start));
    editor.selection = new vscode.Selection(
      editor.document.positionAt(start),
      editor.document.positionAt(end),
    );
    await vscode.commands.executeCommand('revealLine', {
      lineNumber: editor.selection.active.line,
      at: 'center',
    });
  };
  const press = async (key: string): Promise<void> => {
    const before = editor.document.getText();
    await drive.press(key);
    await untilText(editor.document, now => now !== before);
    await untilPainted(editor.document);
  };
  const type = async (words: string): Promise<void> => {
    for (const letter of words) await press(letter === ' ' ? 'Space' : letter);
  };
  /** Zoom, selection and the collapsed phase are those that the test began with. */
  const assertKept = async (when: string): Promise<void> => {
    assert.equal(await zoomText(), zoom, when);
    assert.equal(await drive.attribute(inGraph('[aria-selected="true"]'), 'data-id'), 'trees', when);
    assert.equal(await drive.count(inGraph(`${itemSelector('harvest')}[aria-expanded="false"]`)), 1, when);
    assert.equal(await drive.count(node('pick')), 0, when);
  };

  before(() => drive.resize(1600, 1100));
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.fs.delete(fileUri(name));
    await drive.resize(1280, 800);
  });

  const begin = async (): Promise<Boxes> => {
    editor = await openText(name, text);
    await openGraph(editor.document);
    await arrange();
    zoom = await zoomText();
    return nodeBoxes();
  };
  /** As each test has it: all in view, a phase folded, a step selected, the focus in the text. */
  const arrange = async (): Promise<void> => {
    // All of it is seen, so that no move of the cursor has to bring anything into view.
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    await drive.click(inGraph('.chain-toggle[data-toggle="harvest"]'));
    await drive.waitFor(inGraph(`${itemSelector('harvest')}[aria-expanded="false"]`));
    await drive.click(node('trees'));
    await drive.waitFor(inGraph(`${itemSelector('trees')}[aria-selected="true"]`));
    await drive.click('.editor-instance .view-lines');
    await drive.waitFor('.editor-instance .monaco-editor.focused');
  };
  /** What is seen of the graph, and what a screen reader has of it, each with its place. */
  const all = async () => {
    await placeCursor(
      editor,
      editor.document.positionAt(editor.document.getText().indexOf('Plant the trees')),
    );
    await drive.waitFor(inGraph(`${itemSelector('trees')}[data-cursor]`));
    return {
      texts: await drive.texts(inGraph('.canvas text, .canvas title')),
      shapes: await nodeBoxes(),
      items: await drive.boxes(inGraph('[role="treeitem"]'), 'aria-label'),
      lines: await drive.boxes(inGraph('.chain-line'), 'd'),
    };
  };

  it('shows after many edits what a graph shows that is opened anew', async () => {
    await begin();
    await select('Dig the', '\n      - skill');
    await type('Make room');
    await select('Water the', '\n      - id: both');
    await type('Wet it');
    await select('          - lane: Lawn', '      - id: deep');
    await press('Delete');
    await placeCursor(editor, editor.document.positionAt(editor.document.getText().length));
    await type('      - checkpoint: Sold');
    await drive.press('Escape');
    await drive.click(inGraph('button[aria-label="Fit to the window"]'));
    const edited = await all();
    assert.ok(edited.texts.some(each => each.includes('Make room')));
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.filter(({ input }) => input instanceof vscode.TabInputWebview),
      ),
    );
    await openGraph(editor.document);
    await arrange();
    assert.deepEqual(await all(), edited);
  });

  it('moves nothing while a label is renamed, letter by letter', async () => {
    const before = await begin();
    await select('Dig the', '\n      - skill');
    for (const letter of 'Make room') {
      await press(letter === ' ' ? 'Space' : letter);
      assertUnmoved(before, await nodeBoxes(), [], letter);
    }
    await assertKept('after a label');
    assert.match((await drive.attribute(item('dig'), 'aria-label')) ?? '', /Make room/);
    await drive.screenshot('typing-label');
  });

  it('takes a phase for the same when the words change that its id is made of', async () => {
    const before = await begin();
    await select('Harvest', '\n    steps:\n      - id: pick');
    for (const letter of 'Gather') {
      await press(letter);
      const now = await nodeBoxes();
      assertUnmoved(before, now, ['harvest'], letter);
      assert.equal(
        await drive.count(inGraph('[role="treeitem"][aria-expanded="false"]')),
        1,
        'it stays collapsed',
      );
    }
    assert.deepEqual((await nodeBoxes())['gather'], before['harvest']);
    assert.equal(await drive.count(node('pick')), 0);
    assert.equal(await drive.count(inGraph(`${itemSelector('trees')}[aria-selected="true"]`)), 1);
    assert.equal(await zoomText(), zoom);
  });

  it('moves nothing above a step that is added in the last phase', async () => {
    const before = await begin();
    await placeCursor(editor, editor.document.positionAt(text.length));
    await type('      - id: press');
    await drive.press('Escape');
    await press('Enter');
    await type('skill: author');
    await drive.press('Escape');
    await press('Enter');
    await type('do: Press the apples');
    await drive.waitFor(node('press'));
    const now = await nodeBoxes();
    assert.equal(Object.keys(now).length, Object.keys(before).length + 1);
    assertUnmoved(before, now, ['store', 'end'], 'after a step');
    await assertKept('after a step');
  });

  it('moves nothing beside or above a lane that is deleted', async () => {
    const before = await begin();
    await select('          - lane: Lawn', '      - id: deep');
    await press('Delete');
    const now = await nodeBoxes();
    const join = Object.keys(before).filter(id => id.includes('join'));
    assert.equal(now['lawn'], undefined);
    assertUnmoved(before, now, ['lawn', 'both/lawn', 'both', 'plant', ...join], 'after a lane');
    await assertKept('after a lane');
  });

  it('keeps the last good drawing while the text is broken, says where, and leads there', async () => {
    const before = await begin();
    await select('    steps:\n      - id: dig', '      - id: dig');
    await drive.press('ArrowRight');
    await drive.press('ArrowLeft');
    await type(' [');
    await drive.waitFor(inGraph('.notice.broken .link'));
    assertUnmoved(before, await nodeBoxes(), [], 'while it is broken');
    await assertKept('while it is broken');
    const [words] = await drive.texts(inGraph('.notice'));
    assert.match(words ?? '', /^Line \d+: /);
    await drive.screenshot('typing-broken');

    await placeCursor(editor, new vscode.Position(0, 0));
    await drive.click(inGraph('.notice .link'));
    await drive.waitFor('.editor-instance .monaco-editor.focused');
    await untilCursorBehind('phase: Plant');
    await select(' [\n', '\n      - id: dig');
    await press('Delete');
    await drive.waitFor(inGraph('.notice'), 'hidden');
    assertUnmoved(before, await nodeBoxes(), [], 'when it is mended');
    assert.equal(await drive.count(inGraph('.stale')), 0);
    await assertKept('when it is mended');
  });

  const untilCursorBehind = (words: string): Promise<true> => {
    const { line } = editor.document.positionAt(editor.document.getText().indexOf(words));
    return until(
      `the cursor behind ${words}`,
      [listener => vscode.window.onDidChangeTextEditorSelection(listener)],
      () => (editor.selection.active.line >= line ? true : undefined),
    );
  };

  it('keeps all of it, hatched, when the file is gone', async () => {
    const before = await begin();
    const isText = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText;
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isText)),
    );
    await vscode.workspace.fs.delete(fileUri(name));
    await drive.waitFor(inGraph('.notice.gone'));
    assert.match((await drive.texts(inGraph('.notice'))).join(), /typing\.chain\.yaml was deleted/);
    await drive.waitFor(inGraph('.chain-node.stale[data-id="dig"]'));
    assert.deepEqual(Object.keys(await nodeBoxes()), Object.keys(before));
    await drive.screenshot('typing-deleted');
    await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
    await drive.waitFor(inGraph('.notice'), 'hidden');
    assert.equal(await drive.count(inGraph('.stale')), 0);
  });
});
