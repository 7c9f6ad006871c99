/** The facade's answer to who takes of the library: what the workspace gets. */
import type { Position } from 'vscode-languageserver-types';
import type { ProjectSnapshot } from '../project/snapshot.ts';
import { type Taken, type TakeRequest, takeAlong } from '../project/takeAlong.ts';

/** As `Taken`, with the place of the addition for an editor. */
export interface TakenAlong extends Omit<Taken, 'catalogue'> {
  /** Where the skills go; `null`: there are none. Without `uri` and `position` the text is a whole catalogue. */
  readonly catalogue: { readonly uri?: string; readonly position?: Position; readonly text: string } | null;
}

export function takenAlong(
  workspace: ProjectSnapshot,
  library: ProjectSnapshot,
  request: TakeRequest,
): TakenAlong {
  const { catalogue, ...taken } = takeAlong(workspace, library, request);
  if (catalogue === undefined) return { ...taken, catalogue: null };
  const { uri, offset, text } = catalogue;
  const position = uri === undefined ? undefined : workspace.linesOf(uri)?.position(offset);
  return { ...taken, catalogue: { text, ...(uri !== undefined && position && { uri, position }) } };
}
