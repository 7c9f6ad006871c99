/**
 * Words of a chain, or of a person, where they stand in a Markdown document: always one line, always text. No heading, list, table cell, link, HTML
 * or front matter begins or ends in them, whatever they hold.
 */
import { escapeMarkdown } from '../util/markdown.ts';
import { inQuotes } from '../util/yamlText.ts';

/** Characters that nobody sees and that turn the text around them, or cut it. */
const unseen = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** One line without control characters, marks of direction and halves of characters. */
export const plainLine = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();

/** As running text, and as an item of a list. */
export const inert = (text: string): string => escapeMarkdown(plainLine(text), Number.POSITIVE_INFINITY);

/** As a heading's text, whose last number signs would else be taken for its end. */
export const inertHeading = (text: string): string => inert(text).replace(/(?<=^|\s)#+$/u, '\\$&');

/** As a value of YAML front matter. */
export const yamlValue = (text: string): string => inQuotes(plainLine(text), 'double');
