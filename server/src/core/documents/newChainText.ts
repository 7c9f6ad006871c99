/** The text a new chain begins with, and the id that its file's name gives it. */

/** A character that means something to YAML where a plain sentence begins or goes on, or a word that is no text to it. */
const needsQuotes =
  /^[\s\-?:,[\]{}#&*!|>'"%@`]|[:#]|\s$|^(?:null|true|false|yes|no|on|off|~|[-+.\d].*)$|[^\P{C}\u{10000}-\u{10ffff}]/iu;

/** The title as a YAML scalar that reads back as the same text. */
export const yamlScalar = (text: string): string => (needsQuotes.test(text) ? JSON.stringify(text) : text);

/** Text that a snippet takes as it stands. */
const literally = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A place to fill in, in the order of their numbers. */
const place = (number: number, words: string): string => `\${${number}:${words}}`;

/**
 * A chain of one step as a snippet. Left as it is, it is a whole and sound chain; its places are what an author fills in
 * first. `id` is kebab-case.
 */
export function newChainSnippet(id: string, title: string): string {
  return [
    `chain: ${literally(id)}`,
    `title: ${literally(yamlScalar(title))}`,
    `summary: ${place(1, 'What this chain is for')}`,
    `trigger: ${place(2, 'What sets it off')}`,
    '',
    'steps:',
    `  - skill: ${place(3, 'technical-writer')}`,
    `    do: ${place(4, 'What this skill does first')}$0`,
    '',
  ].join('\n');
}

/** The text of a snippet in which nothing is filled in. */
export function leftAsItIs(snippet: string): string {
  const part = /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\d+/g;
  return snippet.replace(part, (_, escaped?: string, words?: string) => escaped ?? words ?? '');
}

/** The id of the chain in a file of that name, or of that path with slashes. */
export const chainIdOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.chain\.ya?ml$/, '');
