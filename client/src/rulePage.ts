/** One rule's part of the page of all rules. */

/** What stands below the heading of a rule, with that as its title; `undefined` where there is no such rule. */
export function section(page: string, code: string): string | undefined {
  const parts = page.split(/^## /m);
  const own = parts.find(part => part.startsWith(`${code}\n`));
  return own === undefined ? undefined : `# ${own.replace(/<!-- \/generated -->\s*$/, '').trimEnd()}\n`;
}
