/** The processes of this machine, as far as tests must know them. Linux and macOS; elsewhere it says that it cannot. */
import { readdir, readFile } from 'node:fs/promises';
import { Failure } from './failure.ts';
import { runOrFail } from './run.ts';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The language servers that a process started, or one that it started, and so on. */
export async function descendantServers(ancestor: number): Promise<readonly ProcessInfo[]> {
  const all = new Map((await processes()).map(found => [found.pid, found]));
  const descends = ({ parent }: ProcessInfo): boolean => {
    if (parent === ancestor) return true;
    const above = all.get(parent);
    return above !== undefined && descends(above);
  };
  return [...all.values()].filter(found => /dist[/\\]server\.js/.test(found.command) && descends(found));
}

/** All processes that have `<variable>=<value>` in the environment they were started with. Linux only. */
export async function processesWith(variable: string, value: string): Promise<readonly ProcessInfo[]> {
  if (process.platform !== 'linux') throw new Failure('Only on Linux can the environment of others be read.');
  const found: ProcessInfo[] = [];
  for (const info of await processes()) {
    const environment = await readFile(`/proc/${info.pid}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`${variable}=${value}`)) found.push(info);
  }
  return found;
}

/** Whether a process runs; one that ended, and that nobody has asked about yet, does not. */
export async function isRunning(pid: number): Promise<boolean> {
  return (await processes()).some(found => found.pid === pid);
}

async function processes(): Promise<readonly ProcessInfo[]> {
  if (process.platform === 'linux') return linuxProcesses();
  if (process.platform === 'win32') throw new Failure('Processes are not listed on Windows.');
  const output = await runOrFail('list the processes', 'ps', ['-axo', 'pid=,ppid=,command=']);
  return output.split('\n').flatMap(line => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** From the process file system: a bare Debian has no `ps`. */
async function linuxProcesses(): Promise<readonly ProcessInfo[]> {
  const names = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(names.map(linuxProcess));
  return found.filter(info => info !== undefined);
}

async function linuxProcess(name: string): Promise<ProcessInfo | undefined> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${name}/stat`, 'utf8'),
      readFile(`/proc/${name}/cmdline`, 'utf8'),
    ]);
    // The program's name stands in parentheses and may hold any character, so what counts comes after the last one.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    return { pid: Number(name), parent: Number(parent), command: command.replaceAll('\0', ' ').trim() };
  } catch {
    // It ended while we were looking.
    return undefined;
  }
}
