/** What a rename does: edits of texts, and files that move with them. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { LinkingFiles } from '../../../project/linkingFiles.ts';
import type { ProjectSnapshot } from '../../../project/snapshot.ts';
import type { Span } from '../../../util/span.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** By the address of each file, documents and Markdown alike. The spans of one are apart. */
export type Edits = ReadonlyMap<string, readonly Edit[]>;

/** A file or folder that gets another address. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

export interface Renaming {
  readonly edits: Edits;
  /** They follow the edits, which are in the texts under their old addresses. */
  readonly moves: readonly FileMove[];
}

/** A name that can be given anew. */
export interface Renameable {
  /** What a person changes. */
  readonly name: string;
  readonly span: Span;
  /** Why it keeps its name, whatever the other is. */
  readonly refused?: string;
  /** What another name changes, or why it cannot be: plain text for the person who asked. */
  to(newName: string): Renaming | string;
}

/** All edits of several sources, in text order; of two at one place the first counts. */
export function joinEdits(all: readonly Edits[]): Edits {
  const joined = new Map<string, readonly Edit[]>();
  for (const edits of all) {
    for (const [uri, ofFile] of edits) {
      const known = joined.get(uri) ?? [];
      const isNew = ({ span }: Edit): boolean =>
        !known.some(each => span.start < each.span.end && each.span.start < span.end);
      const together = [...known, ...ofFile.filter(isNew)];
      joined.set(
        uri,
        together.toSorted((left, right) => left.span.start - right.span.start),
      );
    }
  }
  return joined;
}

export const quoted = (text: string): string => `"${text}"`;

/** Edits by the address of each file, and the files that move once these are made. */
export interface RenameResult {
  readonly changes: Readonly<Record<string, TextEdit[]>>;
  readonly moves: readonly FileMove[];
}

/** A rename in the terms of the protocol. */
export function inProtocol(
  { edits, moves }: Renaming,
  project: ProjectSnapshot,
  linking: LinkingFiles | undefined,
): RenameResult {
  const changes = [...edits].flatMap(([uri, ofFile]) => {
    // Of a file in which an agent keeps a skill the project knows the beginning alone.
    const lines = linking?.get(uri)?.lines ?? project.linesOf(uri);
    if (lines === undefined || ofFile.length === 0) return [];
    return [[uri, ofFile.map(({ span, newText }) => ({ range: lines.range(span), newText }))] as const];
  });
  return { changes: Object.fromEntries(changes), moves };
}
