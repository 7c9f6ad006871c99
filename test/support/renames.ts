/** Renames over a whole workspace: the files after one, and that they are as sound as before. */
import assert from 'node:assert/strict';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { LanguageService, RenameResult } from '../../server/src/core/index.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import type { Files } from './files.ts';
import { cursorIn } from './fixture.ts';
import { defaultFolder } from './memoryWorkspace.ts';
import { loadedService } from './requests.ts';

/** A text after edits that are apart. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = lineMap(text);
  return edits
    .toSorted((left, right) => lines.offset(right.range.start) - lines.offset(left.range.start))
    .reduce(
      (made, { range, newText }) =>
        made.slice(0, lines.offset(range.start)) + newText + made.slice(lines.offset(range.end)),
      text,
    );
}

/** The path below the folder of an address. */
export const pathOf = (uri: string, folder = defaultFolder): string =>
  decodeURIComponent(uri.slice(folder.length + 1));

/** Files after a rename, the moved ones under their new paths. */
export function applied(files: Files, { changes, moves }: RenameResult, folder = defaultFolder): Files {
  const edits = new Map(Object.entries(changes).map(([uri, all]) => [pathOf(uri, folder), all]));
  for (const path of edits.keys()) assert.ok(files[path] !== undefined, `There is no ${path} to edit`);
  const after = Object.entries(files).map(([path, text]) => {
    const move = moves
      .map(({ from, to }) => ({ from: pathOf(from, folder), to: pathOf(to, folder) }))
      .find(({ from }) => path === from || path.startsWith(`${from}/`));
    const to = move === undefined ? path : move.to + path.slice(move.from.length);
    return [to, edited(text, edits.get(path) ?? [])] as const;
  });
  assert.equal(
    new Set(after.map(([path]) => path)).size,
    after.length,
    'A file would take the place of another',
  );
  return Object.fromEntries(after);
}

/** `path code`, and what each says, of every finding of a workspace. */
export async function findingsOf(files: Files): Promise<readonly string[]> {
  const { service, workspace } = await loadedService(files);
  return Object.keys(files).flatMap(path =>
    service.knows(workspace.uri(path))
      ? service
          .diagnostics(workspace.uri(path))
          .map(({ code, range }) => `${path}:${range.start.line + 1} ${code}`)
      : [],
  );
}

export interface Asked {
  readonly service: LanguageService;
  readonly uri: string;
  readonly position: Position;
  readonly files: Files;
}

/** A workspace, with the cursor at the `$0` in words of one of its files. */
export async function askedAt(files: Files, path: string, at: string): Promise<Asked> {
  const text = files[path] ?? '';
  const words = at.replace('$0', '');
  assert.ok(text.includes(words), `${path} has no ${words}`);
  const { position } = cursorIn(text.replace(words, () => at));
  const { service, workspace } = await loadedService(files);
  await service.readLinks();
  return { service, uri: workspace.uri(path), position, files };
}

/** All files after a rename at the cursor; a refusal in its words; `null` where nothing is renamed. */
export async function renamedFiles(
  files: Files,
  path: string,
  at: string,
  newName: string,
): Promise<Files | string | null> {
  const { service, uri, position } = await askedAt(files, path, at);
  const result = service.rename(uri, position, newName);
  if (result === null) return null;
  return 'refused' in result ? result.refused : applied(files, result);
}
