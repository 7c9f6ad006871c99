import type { Position, Range } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { renameableAt } from './support/renaming/renameableAt.ts';
import { inProtocol, type RenameResult } from './support/renaming/renaming.ts';

export type { RenameResult };

/**
 * What may be renamed at a place: every name of the language, where it is declared or used, with the file that is called after it.
 * `null`: nothing.
 */
export function prepareRename(
  context: FeatureContext,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | RefusedRename | null {
  const { lines } = context.document;
  const found = renameableAt(context, lines.offset(position));
  if (found?.refused !== undefined) return { refused: found.refused };
  return found ? { range: lines.range(found.span), placeholder: found.name } : null;
}

/** A name that cannot be given, and why; plain text for the person who asked. */
export interface RefusedRename {
  readonly refused: string;
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
  return typeof renaming === 'string'
    ? { refused: renaming }
    : inProtocol(renaming, context.project, context.linking);
}
