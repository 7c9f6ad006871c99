/// <reference types="mocha" />
/** What the suites that run inside the editor share. Everything that waits, waits for an event of the editor. */
import assert from 'node:assert/strict';
import type { Diagnostic, Event, TextDocument } from 'vscode';
import {
  ConfigurationTarget,
  commands,
  languages,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

export const findingSource = 'skill-chains';

/** How long something may take before the test fails, in milliseconds. */
const patience = 15_000;

/** Settles as soon as `holds`, looked at now and after each `event`. */
export function until(what: string, holds: () => boolean, event: Event<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      subscription.dispose();
    };
    const look = (): void => {
      if (!holds()) return;
      end();
      resolve();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited in vain for ${what}.`));
    }, patience);
    const subscription = event(look);
    look();
  });
}

export const findings = (uri: Uri): readonly Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === findingSource);

export const codesOf = (uri: Uri): readonly string[] => findings(uri).map(({ code }) => String(code));

/** Waits until the document's findings have exactly these codes. */
export async function codesBecome(uri: Uri, expected: readonly string[]): Promise<void> {
  const same = (): boolean => JSON.stringify(codesOf(uri)) === JSON.stringify(expected);
  await until(
    `${expected.join(', ') || 'no finding'} in ${uri.path}`,
    same,
    languages.onDidChangeDiagnostics,
  ).catch((error: Error) => assert.fail(`${error.message} There are: ${codesOf(uri).join(', ')}`));
}

/** The only workspace folder. */
export function folder(): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'A folder is open.');
  return first.uri;
}

/** Writes a file of the workspace; the tests delete what they made with `removeMade`. */
export async function makeFile(path: string, text: string): Promise<Uri> {
  const uri = Uri.joinPath(folder(), path);
  made.push(uri);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const made: Uri[] = [];

/** Reports a file that the product made, so that it goes with the others. */
export const alsoMade = (uri: Uri): void => {
  made.push(uri);
};

/** Closes every editor without saving, and deletes what was made. */
export async function removeMade(): Promise<void> {
  while (window.activeTextEditor !== undefined) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of made.splice(0))
    await workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

export async function open(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Replaces the first occurrence of `words`, as typing would: without saving. */
export async function replace(document: TextDocument, words: string, by: string): Promise<void> {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `${words} stands in the text.`);
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(offset), document.positionAt(offset + words.length)),
    by,
  );
  assert.ok(await workspace.applyEdit(edit));
}

/** Sets a setting of the extension for the window; `undefined` takes it back. */
export async function setLintMode(mode: 'onType' | 'onSave' | undefined): Promise<void> {
  await workspace.getConfiguration('skillChains').update('lint.run', mode, ConfigurationTarget.Global);
}
