/** Small pieces of message texts. */

/** `"steps"`: a name as written, shortened where it is no longer a name. */
export const quoted = (name: string): string => {
  const line = name.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
};

/** `"a", "b" and "c"`; behind the eighth, how many more there are. */
export function enumerated(names: readonly string[], last: 'and' | 'or'): string {
  const shown = names.slice(0, 8).map(quoted);
  if (names.length > 8) return `${shown.join(', ')} ${last} ${names.length - 8} more`;
  const [only = ''] = shown;
  return shown.length < 2 ? only : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1) ?? ''}`;
}

/** `a step` → `A step`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a step` → `step`, `a lane or a node` → `lane or node`. */
export const bare = (title: string): string => title.replace(/(^| or )an? /g, '$1');

/** `Did you mean "produces"?`; `''` where nothing is near. */
export const didYouMean = (near: readonly string[]): string =>
  near.length === 0 ? '' : `Did you mean ${enumerated(near, 'or')}?`;

/** A text as one word between hyphens, in which a name is found however a sentence writes it. */
export const hyphenated = (text: string): string =>
  `-${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-`.replace(/^--|--$/g, '-');
