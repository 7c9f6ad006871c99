/** The task that checks a folder by the command line, and the matcher that reads what it prints. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fileUri } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { type Finding, untilFindings } from './support/findings.ts';

const name = 'tasked/pruning.chain.yaml';
const broken = 'chain: pruning\ntitle: Pruning\nsteps:\n  - skill: author\n    do: Cut\n    takes: 5m\n';

const setScope = (value: 'openFiles' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('skillChains')
    .update('lint.scope', value, vscode.ConfigurationTarget.Workspace);

const hasDuration = (found: readonly Finding[]): boolean => found.some(({ code }) => code === 'bad-duration');

/** In a worker no process can be started. */
const isNode = !('importScripts' in globalThis);

/** Runs a task to its end, and gives its exit code. */
async function ended(task: vscode.Task): Promise<number | undefined> {
  const code = new Promise<number | undefined>(resolve => {
    const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return code;
}

describe('The task that checks a folder', () => {
  const uri = (): vscode.Uri => fileUri(name);

  before(async () => {
    await setScope('openFiles');
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(broken));
  });
  after(async () => {
    await setScope(undefined);
    await vscode.workspace.fs.delete(fileUri('tasked'), { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('is offered where processes can be started, and finds what is wrong in files that nobody opened', async () => {
    const offered = await vscode.tasks.fetchTasks({ type: 'skill-chains' });
    if (!isNode) return assert.deepEqual(offered, []);
    const [task] = offered;
    assert.ok(task !== undefined && offered.length === 1);
    assert.equal(task.name, 'lint');
    assert.equal(await ended(task), 1);
    const found = await untilFindings(uri(), 'the problem that the task printed', hasDuration);
    const [first] = found.filter(({ code }) => code === 'bad-duration');
    assert.match(first?.range ?? '', /^5:11-/);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await drive.screenshot('task-problems');
  });
});
