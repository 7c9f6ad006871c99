/** What an id looks like, and what a text would be as one. */

export const isId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** Words that mean something as the target of a jump, so that no node may be called so. */
export const reservedIds: ReadonlySet<string> = new Set(['start', 'end', 'stop', 'next']);

/** The text as an id: `Restore Service` → `restore-service`; `undefined` where nothing is left of it. */
export function asId(text: string): string | undefined {
  const id = text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? undefined : id;
}
