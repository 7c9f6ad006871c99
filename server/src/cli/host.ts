/** What the command line needs of the process around it, so that a test can stand in its place. */

/** Where text goes. */
export interface Sink {
  write(text: string): void;
  /** A person looks at it, rather than a file or another program. */
  readonly isTerminal: boolean;
  /** How wide the terminal is, in characters; `undefined` where there is none. */
  readonly columns?: number | undefined;
}

export interface Host {
  readonly version: string;
  /** An absolute path. */
  readonly workingFolder: string;
  /** The folder of the program's own file, beside which the library and the layout engine ship. */
  readonly programFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Sink;
  readonly errors: Sink;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  now(): Date;
  /** The worst code that was said counts when the process ends. */
  exitWith(code: ExitCode): void;
}

/** 0: clean. 1: there are findings. 2: it was used wrongly, or could not do what was asked. */
export const exitCodes = { clean: 0, findings: 1, misuse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What was asked for cannot be done. The message says why and what to do; it is shown as it stands, and the process ends with 2. */
export class Misuse extends Error {}
