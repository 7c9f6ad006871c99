/**
 * Where a prefilled block came from: a comment in front of it, which says the place in the chain, which part of it, and a digest of
 * what stood there. A later check reads it, makes the digest of the chain as it is then, and knows whether the chain has moved on,
 * whatever the person has made of the block since.
 */

/** Where in a chain a document begins. */
export interface Place {
  /** The chain's id as written. */
  readonly chain: string;
  /** A node's id; `undefined`: the chain as a whole. */
  readonly node?: string | undefined;
}

/**
 * `<!-- from chain:data-breach-response#assess criteria 3f2a9c1d -->`. Characters that no id has are percent-encoded, so that nothing
 * in a name ends the comment.
 * @param part The key in the chain that the words came from.
 * @param words The words as the chain has them, in order.
 */
export const originComment = (place: Place, part: string, words: readonly string[]): string =>
  `<!-- ${origin(place, part, words)} -->`;

/** The same as a comment of YAML, for front matter. */
export const originYamlComment = (place: Place, part: string, words: readonly string[]): string =>
  `# ${origin(place, part, words)}`;

function origin({ chain, node }: Place, part: string, words: readonly string[]): string {
  const at = node === undefined ? encoded(chain) : `${encoded(chain)}#${encoded(node)}`;
  return `from chain:${at} ${part} ${digest(words)}`;
}

const encoded = (id: string): string =>
  encodeURIComponent(id.slice(0, longestId).replace(/\p{Cs}/gu, '\uFFFD')).replaceAll("'", '%27');

/** In UTF-16 units; an id that is longer is a mistake, and would make a line nobody reads. */
const longestId = 200;

/** FNV-1a over UTF-16 units, 32 bits as eight hexadecimal digits: tells texts apart, and keeps no secret. */
export function digest(words: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of words.join('\n')) {
    for (let unit = 0; unit < character.length; unit++) {
      hash = Math.imul(hash ^ character.charCodeAt(unit), 0x01000193) >>> 0;
    }
  }
  return hash.toString(16).padStart(8, '0');
}
