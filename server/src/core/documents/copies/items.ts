/** Lists in lists as Markdown. Every text in them is made inert by whoever puts it there. */

export interface Item {
  /** `number`: its place among its neighbours counts. `task`: a box that is to be ticked. */
  readonly marker: 'dash' | 'number' | 'task';
  /** One line of Markdown. */
  readonly text: string;
  readonly children: readonly Item[];
}

export const dash = (text: string, children: readonly Item[] = []): Item => ({
  marker: 'dash',
  text,
  children,
});

export const numbered = (text: string, children: readonly Item[] = []): Item => ({
  marker: 'number',
  text,
  children,
});

export const task = (text: string): Item => ({ marker: 'task', text, children: [] });

/**
 * The lines of a list. What stands in an item begins below the item's text, as CommonMark wants it, however wide its marker is.
 * @param first The number of the first item that has one.
 */
export function itemLines(items: readonly Item[], first = 1, indent = ''): readonly string[] {
  let number = first;
  return items.flatMap(({ marker, text, children }) => {
    const mark = marker === 'number' ? `${number++}.` : '-';
    const box = marker === 'task' ? '[ ] ' : '';
    return [
      `${indent}${mark} ${box}${text}`.trimEnd(),
      ...itemLines(children, 1, `${indent}${' '.repeat(mark.length + 1)}`),
    ];
  });
}
