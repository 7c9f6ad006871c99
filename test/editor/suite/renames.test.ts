/** Every kind of name under another one with real keys, in every file that says it, and taken back by one undo. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { type RenameCase, renameCases, renameFiles } from '../../support/everyRename.ts';
import { changedLines, type Files } from '../../support/files.ts';
import { closeAll, fileUri, openFile, placeCursor } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf } from './support/findings.ts';
import { until } from './support/until.ts';

/** Of the kinds that are tried over the protocol one each. */
const kinds: ReadonlySet<string> = new Set([
  ...['chain', 'suite', 'plan', 'node', 'checkpoint by its words', 'lane by its words', 'phase', 'skill'],
  ...['skill that an agent keeps', 'alias', 'title', 'team', 'artefact', 'artefact of several chains'],
  ...['contract version', 'measure', 'suite item', 'plan input'],
]);

/** What the folder of the run has of its own stays as it is. */
const files: Files = renameFiles;
const paths = Object.keys(files);

const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));

/** A text as the editor has it, open or on disk; `''`: there is no such file. */
async function textOf(path: string): Promise<string> {
  const uri = fileUri(path).toString();
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
  return open?.getText() ?? (await onDisk(path));
}

async function onDisk(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
  } catch {
    return '';
  }
}

const movedPath = (path: string, moves: Readonly<Record<string, string>>): string => {
  const from = Object.keys(moves).find(each => path === each || path.startsWith(`${each}/`));
  return from === undefined ? path : (moves[from] ?? '') + path.slice(from.length);
};

/** The texts by the paths that the files had at first. */
async function texts(moves: Readonly<Record<string, string>>): Promise<Files> {
  const read = paths.map(async path => [path, await textOf(movedPath(path, moves))] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** Waits until the lines that differ are these, in files that moved so, and nothing is found in any of them. */
async function untilLines(lines: readonly string[], moves: Readonly<Record<string, string>>): Promise<void> {
  let now: readonly string[] = [];
  const events = [
    (listener: () => void) => vscode.workspace.onDidChangeTextDocument(listener),
    (listener: () => void) => vscode.workspace.onDidSaveTextDocument(listener),
    (listener: () => void) => vscode.workspace.onDidOpenTextDocument(listener),
    (listener: () => void) => vscode.workspace.onDidRenameFiles(listener),
    (listener: () => void) => vscode.languages.onDidChangeDiagnostics(listener),
  ];
  const wanted = lines.toSorted().join('\n');
  const found = () =>
    paths.flatMap(path =>
      diagnosticsOf(fileUri(movedPath(path, moves))).map(({ code }) => `${path} ${code}`),
    );
  await until(
    'the lines',
    events,
    async () => {
      now = changedLines(files, await texts(moves)).toSorted();
      return now.join('\n') === wanted && found().length === 0 ? true : undefined;
    },
    () => `There were: ${JSON.stringify([now, found()], undefined, 1)}`,
    60_000,
  );
}

/**
 * Waits until the editor has saved what a rename changed, as it does by itself where that is more than one file. What is undone
 * while its file is still being written counts as saved for the editor, and the file keeps the new text.
 */
function untilSaved(moves: Readonly<Record<string, string>>): Promise<true> {
  // A file in a folder that moves keeps its text unsaved.
  const folders = Object.values(moves).filter(to => !paths.some(path => movedPath(path, moves) === to));
  const isAwaited = ({ uri, isDirty }: vscode.TextDocument): boolean =>
    isDirty && !folders.some(folder => uri.path.startsWith(`${fileUri(folder).path}/`));
  return until(
    'the files to be saved',
    [listener => vscode.workspace.onDidSaveTextDocument(listener)],
    () => (vscode.workspace.textDocuments.some(isAwaited) ? undefined : true),
    () => `Unsaved: ${vscode.workspace.textDocuments.filter(isAwaited).map(({ uri }) => uri.path)}`,
  );
}

/** Gives the name at the words of a case anew, as a person does. */
async function rename({ path, at, shown, newName }: RenameCase): Promise<void> {
  const editor = await openFile(path);
  const offset = editor.document.getText().indexOf(at.replace('$0', '')) + at.indexOf('$0');
  const position = editor.document.positionAt(offset);
  await placeCursor(editor, position);
  // The editor drops a rename whose answer is of another text: once this is answered, the server has the present one.
  await vscode.commands.executeCommand('vscode.prepareRename', editor.document.uri, position);
  await drive.press('F2');
  await drive.focus('.rename-box input');
  await drive.waitForValue('.rename-box input', shown);
  await drive.press('Control+a');
  await drive.type(newName);
  await drive.press('Enter');
  await drive.waitFor('.rename-box', 'hidden');
}

/** Whether the server has read what agents keep and what Markdown says, which it does last. */
async function areKnown(): Promise<boolean> {
  const { document } = await openFile('chains/weekly-look.chain.yaml');
  const offset = document.getText().indexOf('by: quality-manager') + 'by: qua'.length;
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    document.positionAt(offset),
  );
  const isIn = (ending: string): boolean => found.some(({ uri }) => uri.path.endsWith(ending));
  return (
    isIn('/SKILL.md') && isIn('0001-how-far.md') && isIn('plant-check.chain.yaml') && isIn('team.skills.yaml')
  );
}

describe('Rename Symbol', () => {
  before(async () => {
    for (const path of paths) await write(path, files[path] ?? '');
    while (!(await areKnown())) await vscode.commands.executeCommand('skillChains.refreshChains');
    await untilLines([], {});
  });
  // A rename saves its files, and what is undone is not saved: each begins with the files as they are.
  afterEach(async () => {
    await closeAll();
    for (const path of paths) if ((await onDisk(path)) !== files[path]) await write(path, files[path] ?? '');
    await untilLines([], {});
  });
  after(async () => {
    for (const path of paths) await vscode.workspace.fs.delete(fileUri(path));
  });

  it('has every kind', () => {
    const known = new Set(renameCases.map(({ kind }) => kind));
    assert.deepEqual(
      [...kinds].filter(kind => !known.has(kind)),
      [],
    );
  });

  for (const each of renameCases.filter(({ kind }) => kinds.has(kind))) {
    const { kind, lines, moves = {} } = each;
    it(`gives another name: ${kind}`, async () => {
      await rename(each);
      await untilLines(lines, moves);
      if (kind === 'chain') await drive.screenshot('rename-chain');
      const edited = new Set(lines.map(line => line.split(':', 1)[0]));
      if (edited.size > 1 || Object.keys(moves).length > 0) await untilSaved(moves);
      // All of it, and unasked.
      await drive.press('Control+z');
      await untilLines([], {});
    });
  }
});
