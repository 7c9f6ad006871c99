/** The extension under test. */
import * as vscode from 'vscode';

export const extensionId = 'skill-chains.skill-chains';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  if (found === undefined) throw new Error(`The extension ${extensionId} is not loaded`);
  return found;
}
