/** What the parser of arguments says of a mistake, in the words of the program, and what was meant by those who know other tools. */

/** Words that other tools have for what our commands do, and for the program's own options. */
const commands: ReadonlyMap<string, string> = new Map([
  ['check', 'lint'],
  ['validate', 'lint'],
  ['verify', 'lint'],
  ['test', 'lint'],
  ['fix', 'lint --fix'],
  ['fmt', 'format'],
  ['pretty', 'format'],
  ['draw', 'graph'],
  ['render', 'graph'],
  ['diagram', 'graph'],
  ['svg', 'graph'],
  ['mermaid', 'graph'],
  ['dot', 'graph'],
  ['export', 'graph'],
  ['markdown', 'copy'],
  ['instruction', 'copy'],
  ['prompt', 'copy'],
  ['init', 'new'],
  ['create', 'new'],
  ['add', 'new'],
  ['scaffold', 'new'],
  ['adr', 'new adr'],
  ['chain', 'new chain'],
  ['post-mortem', 'new post-mortem'],
  ['postmortem', 'new post-mortem'],
  ['why', 'explain'],
  ['rule', 'explain'],
  ['list', 'rules'],
  ['schemas', 'schema'],
  ['version', '--version'],
  ['-v', '--version'],
]);

/** Options that other tools have for what ours do. */
const options: ReadonlyMap<string, string> = new Map([
  ['--json', '--format json'],
  ['--sarif', '--format sarif'],
  ['--github', '--format github'],
  ['--gitlab', '--format gitlab'],
  ['--svg', '--format svg'],
  ['--reporter', '--format'],
  ['--output-format', '--format'],
  ['--output-file', '--output'],
  ['--strict', '--preset strict'],
  ['--stdin', '-'],
  ['--stdin-filepath', '--stdin-filename'],
  ['--stdin-file-path', '--stdin-filename'],
]);

/**
 * The parser's words (`error: unknown command 'check'`) as a sentence like all others.
 * @param program The words of the command that was misused, such as `skill-chains new`.
 */
export function mistake(text: string, program: string): string {
  const told = text
    .replace(/^error: (.)/u, (_, first: string) => first.toUpperCase())
    .replace(
      /^Command-argument value '(.*)' is invalid for argument '([^']*)'\./su,
      (_, value: string, name: string) => `<${name}> cannot be '${value}'.`,
    )
    .replace(
      /^Option '[^']*(--[\w-]+)[^']*' argument '(.*)' is invalid\./su,
      (_, option: string, value: string) => `${option} cannot be '${value}'.`,
    );
  const [first = ''] = told.split('\n');
  const [, name = ''] = /^Unknown (?:command|option) '(.*)'$/u.exec(first) ?? [];
  const known = program.includes(' ') ? options : commands;
  const meant = known.get(name);
  return meant === undefined ? told : `${first}\n(Did you mean ${meant}?)\n`;
}
