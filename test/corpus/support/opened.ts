/** A world of the corpus in a language service, as an editor with the extension has it. */
import { packedLibrary } from '../../../scripts/libraryPlugin.ts';
import { createLanguageService, type LanguageService } from '../../../server/src/core/languageService.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { libraryFiles } from '../../support/library.ts';
import { type MemoryWorkspace, memoryWorkspace } from '../../support/memoryWorkspace.ts';

type Files = Readonly<Record<string, string>>;

export interface Opened {
  readonly service: LanguageService;
  readonly workspace: MemoryWorkspace;
  /** The files that are chains, suites, catalogues or prompt plans, by path. */
  readonly documents: readonly { readonly path: string; readonly uri: string; readonly text: string }[];
}

let packed: string | undefined;

/** The files as they lie on a disk: none is open. */
export async function opened(files: Files): Promise<Opened> {
  const workspace = memoryWorkspace(files);
  packed ??= packedLibrary(Object.entries(libraryFiles));
  const library = packed;
  const service = createLanguageService(workspace, { read: async () => library });
  await service.load();
  const documents = Object.entries(files)
    .filter(([path]) => /\.ya?ml$/.test(path))
    .map(([path, text]) => ({ path, uri: workspace.uri(path), text }));
  return { service, workspace, documents };
}

/** All findings of a world, a line for each: `path:line:column code: message`. */
export const findingsOf = ({ service, documents }: Opened): readonly string[] =>
  documents.flatMap(({ path, uri }) =>
    service
      .diagnostics(uri)
      .map(
        ({ range: { start }, code, message }) =>
          `${path}:${start.line + 1}:${start.character + 1} ${code}: ${message}`,
      ),
  );

/** A text with the edits that a language service gave for it. */
export function edited(text: string, edits: readonly Edit[]): string {
  const lines = lineMap(text);
  return edits
    .toSorted((left, right) => lines.offset(right.range.start) - lines.offset(left.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, lines.offset(range.start)) + newText + result.slice(lines.offset(range.end)),
      text,
    );
}

export interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}
