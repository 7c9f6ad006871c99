/**
 * UTF-8 with or without a byte order mark, which is no part of the text, as in an editor. Text in UTF-16 and binary data hold
 * zero bytes: `undefined`. Bytes that are no UTF-8 become the replacement character, as an editor shows them.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || bytes.includes(0) ? undefined : decoder.decode(bytes);
}

const decoder = new TextDecoder('utf-8');
