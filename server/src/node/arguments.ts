/** The command line of the server as a program. */

/** What is asked for: to serve, to say something and end well, or nothing that is known. */
export type Invocation =
  | { readonly kind: 'serve' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'misuse'; readonly text: string };

export const usage = `Usage: skill-chains-server <channel>

A language server for skill chains (*.chain.yaml, *.chain.yml, *.skills.yaml). An editor starts it and speaks
the Language Server Protocol with it.

The channel, one of:
  --stdio           standard input and output
  --socket=<port>   a port of this machine, on which the editor listens
  --pipe=<name>     a named pipe or a socket file, on which the editor listens
  --node-ipc        the channel of a Node process that forked this one

  --version         prints the version
  --help            prints this text
`;

/** Options of a channel; those with a value take it behind `=` or as the next argument. */
const channels: Readonly<Record<string, RegExp | undefined>> = {
  '--stdio': undefined,
  '--node-ipc': undefined,
  '--socket': /^\d{1,5}$/,
  '--pipe': /./,
};

/** Said by an editor's client besides the channel; the protocol's library acts on it. */
const processOption = '--clientProcessId';

/** @param given What stands behind the program's name. */
export function readArguments(given: readonly string[], version: string): Invocation {
  if (given.includes('--help') || given.includes('-h')) return { kind: 'say', text: usage };
  if (given.includes('--version')) return { kind: 'say', text: `${version}\n` };
  const chosen: string[] = [];
  for (let at = 0; at < given.length; at++) {
    const [option = '', ...rest] = (given[at] ?? '').split('=');
    if (option !== processOption && !Object.hasOwn(channels, option))
      return misuse(`There is no option ${given[at]}.`);
    const wanted = option === processOption ? /^\d+$/ : channels[option];
    if (option !== processOption) chosen.push(option);
    if (wanted === undefined && rest.length > 0) return misuse(`${option} takes no value.`);
    if (wanted === undefined) continue;
    if (rest.length === 0) at += 1;
    const value = rest.length === 0 ? given[at] : rest.join('=');
    if (value === undefined || !wanted.test(value)) return misuse(`${option} takes ${wantedValue(option)}.`);
  }
  if (chosen.length === 1) return { kind: 'serve' };
  return misuse(
    chosen.length === 0 ? 'No channel is given.' : `Give one channel, not ${chosen.join(' and ')}.`,
  );
}

const misuse = (problem: string): Invocation => ({ kind: 'misuse', text: `${problem}\n\n${usage}` });

const wantedValue = (option: string): string =>
  option === '--pipe' ? 'a name' : option === '--socket' ? 'the number of a port' : 'the number of a process';
