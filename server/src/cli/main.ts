/** The command line as a process: `skill-chains lint`. */
import { version } from '../../../package.json';
import { type ExitCode, exitCodes, type Sink } from './host.ts';
import { runProgram } from './program.ts';
import { reasonOf } from './support/systemErrors.ts';

// What reads the output may end before it has read all (`| head`): then nobody misses the rest. A full disk is another thing.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`The output cannot be written: ${reasonOf(error)}.\n`, () =>
    process.exit(exitCodes.misuse),
  );
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.exit(exitCodes.misuse);
});

const sink = (stream: NodeJS.WriteStream): Sink => ({
  write: text => {
    stream.write(text);
  },
  isTerminal: stream.isTTY === true,
  columns: stream.isTTY === true ? stream.columns : undefined,
});

async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

// Not `process.exit`: that would cut off what is still on its way into a pipe.
process.exitCode = exitCodes.clean;
void runProgram(process.argv.slice(2), {
  version,
  workingFolder: process.cwd(),
  programFolder: __dirname,
  environment: process.env,
  output: sink(process.stdout),
  errors: sink(process.stderr),
  readInput,
  now: () => new Date(),
  exitWith: (code: ExitCode) => {
    process.exitCode = Math.max(Number(process.exitCode), code);
  },
});
