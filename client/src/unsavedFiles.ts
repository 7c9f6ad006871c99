/**
 * Files that the server reads from the disk, such as Markdown, may be open with changes that are not saved: what the server says of
 * places in them would hit other words there.
 */
import { l10n, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { isChainDocument } from './documents.ts';

/** Of the documents of an edit those that the server knows another text of. */
function unsaved(edit: WorkspaceEdit): readonly TextDocument[] {
  const edited = new Set(edit.entries().map(([uri]) => uri.toString()));
  return workspace.textDocuments.filter(
    document => document.isDirty && edited.has(document.uri.toString()) && !isChainDocument(document),
  );
}

/** @throws in words for the person who asked, where an edit has unsaved files. */
export function refuseUnsaved(edit: WorkspaceEdit | null | undefined): void {
  const [first] = edit ? unsaved(edit) : [];
  if (first !== undefined)
    throw new Error(
      l10n.t(
        '{0} leads here and has changes that are not saved. Save it first.',
        workspace.asRelativePath(first.uri),
      ),
    );
}

/** An edit without its unsaved files: where a file moves nobody can be asked, and a rename has edited them already. */
export function withoutUnsaved(edit: WorkspaceEdit): WorkspaceEdit {
  const left = new Set(unsaved(edit).map(({ uri }) => uri.toString()));
  const kept = new WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) if (!left.has(uri.toString())) kept.set(uri, edits);
  return kept;
}
