/** Writes elements as the text of an SVG file. */
import type { SvgElement } from './svgElement.ts';

/** What may stand in no XML 1.0 document: most controls, lone surrogates, and two characters that are none. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // In an attribute these would be read as blanks.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it may stand between tags and in quotes. */
export const escapeXml = (text: string): string =>
  text.replace(illegal, '\ufffd').replace(/[&<>"'\t\n\r]/g, character => entities[character] ?? character);

/** The element and all in it. Names of elements and attributes are the drawing's own; their values are anybody's. */
export function svgText({ name, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inner = children.map(child => (typeof child === 'string' ? escapeXml(child) : svgText(child)));
  const start = `<${name}${written.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${name}>`;
}
