/** The toolbar's icons: paths in a square of 16, drawn with the text's colour. */

export const icons = {
  zoomOut: 'M3 7.5h10v1H3z',
  zoomIn: 'M7.5 3h1v4.5H13v1H8.5V13h-1V8.5H3v-1h4.5z',
  fit: 'M2 2h4v1H3v3H2zM10 2h4v4h-1V3h-3zM2 10h1v3h3v1H2zM13 10h1v4h-4v-1h3z',
  unlocked: 'M5 7V4.5a3 3 0 0 1 5.9-.8l-1 .3A2 2 0 0 0 6 4.5V7h6l1 1v5l-1 1H4l-1-1V8l1-1zM4 8v5h8V8z',
  locked: 'M5 7V4.5a3 3 0 0 1 6 0V7h1l1 1v5l-1 1H4l-1-1V8l1-1zM6 7h4V4.5a2 2 0 0 0-4 0zM4 8v5h8V8z',
  export: 'M7.5 2h1v6.3l2.1-2.1.7.7L8 10.2 4.7 6.9l.7-.7 2.1 2.1zM3 10v3h10v-3h1v4H2v-4z',
} as const;

export type IconName = keyof typeof icons;

const namespace = 'http://www.w3.org/2000/svg';

/** A picture beside a name that is said elsewhere. */
export function icon(page: Document, name: IconName): SVGSVGElement {
  const svg = page.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS(namespace, 'path');
  path.setAttribute('d', icons[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
