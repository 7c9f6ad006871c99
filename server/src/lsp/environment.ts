/** What is made of what the process or worker around a server brings along. */
import type { Connection } from 'vscode-languageserver';
import type { LayoutEngine, Library, Workspace } from '../core/index.ts';
import {
  type ClientFilesHost,
  type CreateWorkspace,
  createClientWorkspace,
  workspaceByScheme,
} from './clientWorkspace.ts';
import type { ServerEnvironment, State } from './session.ts';

/** `folders` gives the workspace folders' canonical URIs as they are at the moment of asking. */
export function workspaceCreator(
  connection: Connection,
  { ownFiles, after }: ServerEnvironment,
  state: State,
): CreateWorkspace {
  const host: ClientFilesHost = {
    request: (method, params) => connection.sendRequest(method, params),
    after,
  };
  const throughClient: CreateWorkspace = folders => createClientWorkspace(host, folders);
  return folders =>
    workspaceByScheme(folders, ownFiles, () => (state.traits.offersFiles ? throughClient : undefined));
}

/** No library comes near this many bytes. */
const largestLibrary = 20_000_000;

/** The one that the client names, read as all its files are. */
export const namedLibrary = (workspace: Workspace, state: State): Library => ({
  read: async () => {
    const { library } = state.traits;
    return library === undefined ? undefined : workspace.read(library, largestLibrary);
  },
});

/** The layout engine is larger than what is read of documents, and no larger than this many bytes. */
const largestEngine = 5_000_000;

/** The environment's engine, which says in the log why a suite is arranged in the simple way. */
export function exportEngine(
  { createEngine }: ServerEnvironment,
  workspace: Workspace,
  state: State,
  log: (message: string) => void,
): LayoutEngine | undefined {
  const layOut = createEngine?.(async () => {
    const { layoutEngine } = state.traits;
    return layoutEngine === undefined ? undefined : workspace.read(layoutEngine, largestEngine);
  });
  if (layOut === undefined) return undefined;
  return async graph => {
    try {
      return await layOut(graph);
    } catch (reason) {
      log(reason instanceof Error ? reason.message : String(reason));
      throw reason;
    }
  };
}
