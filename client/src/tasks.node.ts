/**
 * Tasks that run the command line which ships with the extension, in a host that can start processes. Loaded with the extension; nothing is
 * started before a person runs a task.
 */
import {
  Disposable,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { ServerClient } from './languageClient.ts';

/** The type of the tasks, as the manifest names it; also the name of the matcher that finds problems in what they print. */
const type = 'skill-chains';

/** What the tasks may run, of all that the command line has: what works on a whole folder. */
const commands = ['lint', 'format'] as const;
type Command = (typeof commands)[number];

/** `extension` is the folder the extension is installed in. */
export function registerTasks(extension: Uri, server: ServerClient): Disposable {
  const program = Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const provider = tasks.registerTaskProvider(type, {
    // What Restricted Mode keeps from running is not offered either.
    provideTasks: () =>
      workspace.isTrusted
        ? foldersOnDisk().map(folder => taskOf(program, { type, command: 'lint' }, 'lint', [], folder))
        : [],
    resolveTask: ({ definition, scope }) => {
      const command = commands.find(name => name === definition['command']);
      const given = textsOf(definition['arguments']);
      return command === undefined || given === undefined || !workspace.isTrusted
        ? undefined
        : taskOf(
            program,
            definition,
            command,
            given,
            typeof scope === 'object' ? scope : TaskScope.Workspace,
          );
    },
  });
  // The matcher's problems stand where the server's findings do, and the editor takes away which of those the task did not print: of other
  // folders, and of texts that are not saved.
  const ended = tasks.onDidEndTask(({ execution }) => {
    if (execution.task.definition.type === type) void server.showFindings();
  });
  return Disposable.from(provider, ended);
}

const foldersOnDisk = (): readonly WorkspaceFolder[] =>
  (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');

/** `undefined`: the definition, which a person wrote, holds something else. */
function textsOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined;
}

/** Runs in its folder. The editor's own Node runs it, so that a person needs none. */
function taskOf(
  program: string,
  definition: TaskDefinition,
  command: Command,
  given: readonly string[],
  scope: WorkspaceFolder | TaskScope.Workspace,
): Task {
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  const execution = new ProcessExecution(process.execPath, [program, command, ...given], {
    env: environment,
  });
  const task = new Task(definition, scope, command, type, execution, command === 'lint' ? [`$${type}`] : []);
  if (command === 'lint') task.group = TaskGroup.Test;
  task.detail =
    command === 'lint'
      ? l10n.t('Check every chain of the folder, as the editor does')
      : l10n.t('Put indentation and blanks in order in every chain of the folder');
  return task;
}
