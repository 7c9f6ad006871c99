/** Files for a server that cannot reach them by itself: it asks, and they are read through the editor's file systems. */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  decode,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
  readFileMethod,
  readFolderMethod,
} from '../../server/src/lsp/protocol.ts';

/** Answers the server's requests for files, from the client's start on. */
export function offerFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, readFile);
  client.onRequest(readFolderMethod, readFolder);
}

async function readFile({ uri, limit }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const file = Uri.parse(uri, true);
    const { type, size } = await workspace.fs.stat(file);
    // A link to a file is both, and what is neither file nor folder may be read forever.
    if ((type & FileType.File) === 0 || size > limit) return null;
    const bytes = await workspace.fs.readFile(file);
    return bytes.length > limit ? null : (decode(bytes) ?? null);
  } catch {
    return null;
  }
}

async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
    return entries.flatMap(([name, type]) => {
      const kind = kindOf(type);
      return kind === undefined ? [] : [{ name, kind }];
    });
  } catch {
    return null;
  }
}

/** A link is also what it leads to. */
function kindOf(type: FileType): 'file' | 'folder' | undefined {
  if ((type & FileType.File) !== 0) return 'file';
  return type === FileType.Directory ? 'folder' : undefined;
}
