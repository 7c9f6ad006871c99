import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { atExit } from './atExit.ts';

/** A program that was started as the leader of its own process group, with everything it starts in turn. */
export interface ProcessGroup {
  readonly pid: number;
  /** Resolves with a sentence on how the leader ended, and never rejects. */
  readonly ended: Promise<string>;
  /** Ends the whole group and waits until the leader is gone. May be called again. */
  end(): Promise<void>;
}

export interface GroupOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The file that takes standard output and standard error. */
  readonly logFile: string;
}

const windows = process.platform === 'win32';

/**
 * Starts a program whose processes all end with this one, also where this one is killed outright: a watchman outside the
 * group reads a pipe that only this process holds, and ends the group when the pipe closes.
 */
export async function startGroup(
  command: string,
  args: readonly string[],
  options: GroupOptions,
): Promise<ProcessGroup> {
  const log = openSync(options.logFile, 'a');
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    detached: !windows,
    stdio: ['ignore', log, log],
  });
  const pid = await started(child, command);
  const watchman = windows ? undefined : postWatchman(pid);
  const forget = atExit(() => {
    killGroup(pid);
    watchman?.kill('SIGKILL');
  });
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => {
      // What the leader leaves behind goes with it; afterwards its number may be anyone's.
      killGroup(pid);
      forget();
      watchman?.kill('SIGKILL');
      resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`);
    });
  });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) killGroup(pid);
    await ended;
  };
  return { pid, ended, end };
}

function started(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(new Error(`Could not start ${command}: ${error.message}`)));
    child.once('spawn', () => (child.pid === undefined ? reject(new Error(command)) : resolve(child.pid)));
  });
}

function postWatchman(pid: number): ChildProcess {
  const watchman = spawn('/bin/sh', ['-c', `cat >/dev/null; kill -9 -${pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchman.on('error', () => {
    // Without a shell the group still ends with this process in every way but an outright kill.
  });
  watchman.unref();
  return watchman;
}

/** Ends a group at once. The programs started here keep nothing that a polite end would save. */
function killGroup(pid: number): void {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone.
  }
}
