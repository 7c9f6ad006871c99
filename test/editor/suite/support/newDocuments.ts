/** Making documents from chains, and seeing what that did to the folder and nothing else. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'mocha';
import { commands, FileType, Uri, window, workspace } from 'vscode';
import { closeAll, fileUri, openFile, placeCursor, workspaceFolder } from './documents.ts';
import { drive } from './drive.ts';
import { until } from './until.ts';

/** A chain with a decision, a checkpoint, and a step for each kind of document. */
export const orchard = `chain: orchard
title: Save the orchard
summary: What to do when the trees are ill
measures:
  ill-trees: { unit: count }
steps:
  - id: look
    skill: author
    do: Look at every tree
  - id: fell
    decision: Fell the trees, or treat them?
    by: reviewer
    routes:
      - when: ill-trees > 20
        steps:
          - id: cut
            skill: author
            do: Fell the ill trees
      - otherwise:
          - id: treat
            skill: author
            do: Treat the ill trees
  - checkpoint: Trees are looked after
    by: reviewer
    criteria: [No tree spreads the illness]
  - id: write-up
    skill: author
    do: Write down what happened
    document: post-mortem
pitfalls:
  - { pitfall: Felling in spring, avoid: Wait for the winter }
retrospective: [What did the first ill tree look like?]
`;

export const chainName = 'orchard.chain.yaml';

type CommandName = 'newDecisionRecord' | 'newPostMortem' | 'newFromLibrary';

/** Runs a command of ours, with what a caller gives. */
export const make = (name: CommandName, given?: object): Promise<Uri | undefined> =>
  Promise.resolve(commands.executeCommand<Uri | undefined>(`skillChains.${name}`, given));

export const write = (name: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

export const read = async (uri: Uri): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(uri));

/** A path below the opened folder. */
export const pathOf = (uri: Uri | undefined): string | undefined =>
  uri?.path.slice(workspaceFolder().path.length + 1);

/** Every file of the opened folder with its text. */
export async function everything(folder = workspaceFolder()): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) Object.assign(texts, await everything(uri));
    else texts[uri.path] = await read(uri);
  }
  return texts;
}

/**
 * Leaves the folder as each test of a suite found it, with nothing open and nothing asked.
 * @param files What is written before the first test, by its path, and is there anew before each other one.
 * @returns Gives what the folder held before all, by address.
 */
export function leavingNothing(
  files: Readonly<Record<string, string>> = {},
): () => Readonly<Record<string, string>> {
  let start: Readonly<Record<string, string>> = {};
  const own = () => Object.entries(files).map(([name, text]) => [fileUri(name).path, text]);
  before(async () => {
    start = await everything();
    for (const [name, text] of Object.entries(files)) await write(name, text);
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('notifications.clearAll');
    await closeAll();
    await restore({ ...start, ...Object.fromEntries(own()) });
  });
  after(() => restore(start));
  return () => start;
}

/** Deletes what is there now and was not there before, and folders that hold nothing of it. */
export async function restore(
  before: Readonly<Record<string, string>>,
  folder = workspaceFolder(),
): Promise<void> {
  const kept = Object.keys(before);
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory && kept.some(path => path.startsWith(`${uri.path}/`))) {
      await restore(before, uri);
    } else if (!kept.includes(uri.path)) await workspace.fs.delete(uri, { recursive: true });
  }
}

/** Shows the chain with the cursor at the first place of these words. */
export async function openChainAt(words: string): Promise<void> {
  const editor = await openFile(chainName);
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  await placeCursor(editor, editor.document.positionAt(offset));
}

/** Waits until this document is the active one with its first place selected, and returns what is selected. */
export function untilAtFirstPlace(uri: Uri): Promise<string> {
  return until(
    'the first place',
    [
      listener => window.onDidChangeActiveTextEditor(listener),
      listener => window.onDidChangeTextEditorSelection(listener),
    ],
    () => {
      const editor = window.activeTextEditor;
      if (editor?.document.uri.toString() !== uri.toString() || editor.selection.isEmpty) return undefined;
      return editor.document.getText(editor.selection);
    },
  );
}

/** Waits until the window has said this to the person. */
export async function untilTold(words: string): Promise<void> {
  await commands.executeCommand('notifications.showList');
  await drive.waitFor(`.notifications-center .notification-list-item:has-text("${words}")`);
  // The open list would take the next Escape for itself.
  await commands.executeCommand('notifications.clearAll');
}

/** Undoes in the document until its file is gone, as often as its making takes: once for the places, once for the file. */
export async function undoAll(uri: Uri): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await drive.press('Control+Z');
    if (times === 0) await untilClean(uri);
  }
  await until('the file to be gone', [listener => window.tabGroups.onDidChangeTabs(listener)], async () =>
    (await isThere(uri)) ? undefined : true,
  );
}

const untilClean = (uri: Uri): Promise<true> =>
  until('the text as it was made', [listener => workspace.onDidChangeTextDocument(listener)], () => {
    const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
    return document?.isDirty === false ? true : undefined;
  });

const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** Clicks an offer above a line of the shown document. */
export async function chooseLens(title: string): Promise<void> {
  await drive.click(`.codelens-decoration a:has-text("${title}")`);
}

/** Opens the menu of an item in the tree of chains with the other button, and chooses in it. */
export async function chooseInTree(item: string, action: string, picture?: string): Promise<void> {
  const element = `.pane-body [role="treeitem"][aria-label^="${item}"]`;
  await commands.executeCommand('workbench.view.extension.skillChains');
  await drive.click(element, { button: 'right' });
  const entry = `.monaco-menu .action-item:has-text("${action}")`;
  await drive.waitFor(entry);
  if (picture !== undefined) await drive.screenshot(picture);
  // A menu takes no click in its first moments, but keys at once.
  await drive.hover(entry);
  await drive.press('Enter');
}

/**
 * Writes the settings of the opened folder, as somebody else's repository would bring them, and waits until the editor has read them: a
 * setting that nobody forbids is among them, another in each call.
 */
export async function settingsOf(settings: Readonly<Record<string, string>>): Promise<void> {
  const marker = [Object.keys(settings).length, ...(rulers() ?? [])];
  await write('.vscode/settings.json', JSON.stringify({ ...settings, 'editor.rulers': marker }));
  await until('the settings', [listener => workspace.onDidChangeConfiguration(listener)], () =>
    JSON.stringify(rulers()) === JSON.stringify(marker) ? true : undefined,
  );
}

const rulers = (): readonly number[] | undefined =>
  workspace.getConfiguration('editor').inspect<readonly number[]>('rulers')?.workspaceValue;
