import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { renameableAt } from './support/renaming/renameableAt.ts';
import type { FileMove, Renaming } from './support/renaming/renaming.ts';

export type { FileMove };

/**
 * What may be renamed at a place: every name of the language, where it is declared or used, with the file that is called after it.
 * `null`: nothing.
 */
export function prepareRename(
  context: FeatureContext,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const { lines } = context.document;
  const found = renameableAt(context, lines.offset(position));
  return found ? { range: lines.range(found.span), placeholder: found.name } : null;
}

/** A name that cannot be given, and why; plain text for the person who asked. */
export interface RefusedRename {
  readonly refused: string;
}

/** Edits by the address of each file, and the files that move once these are made. */
export interface RenameResult {
  readonly changes: Readonly<Record<string, TextEdit[]>>;
  readonly moves: readonly FileMove[];
}

/**
 * The name at a place under another name wherever it stands, in other files too. `null`: there is nothing to rename. Refused
 * where it would come to mean something else, or where a text that is broken may hide a use.
 */
export function rename(
  context: FeatureContext,
  position: Position,
  newName: string,
): RenameResult | RefusedRename | null {
  const renaming = renameableAt(context, context.document.lines.offset(position))?.to(newName);
  if (renaming === undefined) return null;
  return typeof renaming === 'string' ? { refused: renaming } : renamed(context, renaming);
}

/** A rename in the terms of the protocol. */
export function renamed({ project, linking }: FeatureContext, { edits, moves }: Renaming): RenameResult {
  const changes = [...edits].flatMap(([uri, ofFile]) => {
    const lines = project.documents.get(uri)?.lines ?? linking?.get(uri)?.lines ?? project.linesOf(uri);
    if (lines === undefined) return [];
    return [[uri, ofFile.map(({ span, newText }) => ({ range: lines.range(span), newText }))] as const];
  });
  return { changes: Object.fromEntries(changes), moves };
}
