/** What a client is sent where something is renamed: edits, and the files that move with them. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import {
  agentSkillGlobs,
  fileName,
  filePatterns,
  type LanguageService,
  type RefusedRename,
  type RenameResult,
} from '../core/index.ts';
import type { ClientTraits } from './clientTraits.ts';
import { field, list, text } from './params.ts';
import { canonicalFolderUri } from './uris.ts';

type Answer<Result> = Result | ResponseError<void> | null;

/** The files and folders whose moves matter, as the protocol has them. */
const movable = {
  filters: [
    ...[...filePatterns, ...agentSkillGlobs].map(glob => ({
      pattern: { glob: `**/${glob}`, matches: 'file' as const },
    })),
    { pattern: { glob: '**/*', matches: 'folder' as const } },
  ],
};

/** What is announced of files that a person moves within the editor. */
export const fileOperations = { willRename: movable, didRename: movable };

/** The moves in parameters of `willRenameFiles` and `didRenameFiles`, both ends canonical. */
export const movesIn = (params: unknown): readonly { readonly from: string; readonly to: string }[] =>
  list(field(params, 'files')).flatMap(file => {
    const from = canonicalFolderUri(text(field(file, 'oldUri')) ?? '');
    const to = canonicalFolderUri(text(field(file, 'newUri')) ?? '');
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });

/** `null`: nothing goes along. */
export function movesAnswer(
  service: LanguageService,
  moves: ReturnType<typeof movesIn>,
): WorkspaceEdit | null {
  const { changes } = service.moveFiles(moves);
  return Object.keys(changes).length === 0 ? null : { changes };
}

/** A refusal is an answer of its own in the protocol, which editors show to the person. */
export const orRefused = <Result extends object>(result: Result | RefusedRename | null): Answer<Result> =>
  result !== null && 'refused' in result ? refused(result.refused) : result;

const refused = (message: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

/** One edit, which one undo takes back: the texts first, then the files. Refused where a file cannot move, or would take another's place. */
export async function renameAnswer(
  service: LanguageService,
  result: RenameResult | RefusedRename | null,
  traits: ClientTraits,
): Promise<Answer<WorkspaceEdit>> {
  if (result === null) return null;
  if ('refused' in result) return refused(result.refused);
  const { changes, moves } = result;
  const [first] = moves;
  if (first === undefined) return { changes };
  if (!traits.renamesFiles) {
    const [from, to] = [fileName(first.from), fileName(first.to)];
    return refused(
      `${from} is called after this name, and this editor cannot rename files together with their text. Rename it to ${to} yourself, and then give the name anew.`,
    );
  }
  for (const { from, to } of moves) {
    // A name that differs in case alone may be that of the file itself.
    if (from.toLowerCase() !== to.toLowerCase() && (await service.isThere(to)))
      return refused(
        `There is a file ${fileName(to)} already. Choose another name, or rename that file first.`,
      );
  }
  const { documents } = service.snapshot();
  const edits = Object.entries(changes).map(
    ([uri, ofFile]): TextDocumentEdit => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: ofFile,
    }),
  );
  return {
    documentChanges: [
      ...edits,
      ...moves.map(({ from, to }) => ({
        ...{ kind: 'rename' as const, oldUri: from, newUri: to },
        options: { overwrite: false, ignoreIfExists: false },
      })),
    ],
  };
}
