/**
 * Markdown made of words that people wrote. What comes from a document is never markup: no link, image, HTML,
 * emphasis or code fence of its own takes effect, whatever it holds.
 */

/** Longer texts are cut unless the caller says otherwise, so that a hover stays a hover. In UTF-16 units. */
const longestText = 400;

/** One line, blanks collapsed, cut where it is too long; never cut inside a surrogate pair. */
function oneLine(text: string, longest = longestText): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= longest) return flat;
  const cut = flat.slice(0, longest);
  return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * A person's words as literal Markdown text on one line. Escaped is what starts markup anywhere, what starts a block
 * at the beginning of a line, and what makes a bare address into a link (`https://`, `www.`, `name@host.tld`). Brackets
 * and marks that do nothing without those stay as they are, for clients that show Markdown as it is written.
 * What is longer than `longest` UTF-16 units before that is cut.
 */
export function escapeMarkdown(text: string, longest = longestText): string {
  return oneLine(text, longest)
    .replace(/[\\`*_[\]<~$]|&(?=#?\w+;)|@(?=[\w-]+\.)/gu, '\\$&')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/\b(www|mailto|xmpp)(?=[.:])/giu, '$1\\')
    .replace(/^([-+=#>|])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** A person's words as inline code: a fence of more backticks than the text holds. `''` for an empty text. */
export function codeSpan(text: string): string {
  const flat = oneLine(text);
  if (flat === '') return '';
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = /^`|`$/u.test(flat) ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** Lines of YAML as a block of code that nothing in them can close. */
export function yamlBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}yaml\n${text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '')}\n${fence}`;
}

/** Paragraphs that are there, one under the other. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map(run => run.length));
}
