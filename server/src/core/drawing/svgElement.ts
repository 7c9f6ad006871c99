/**
 * A drawing as plain data: one tree serves the export, which writes it as text, and the view, which patches the page's elements from
 * it. Texts are texts: whoever writes them escapes them, whoever shows them sets them as text, and nothing is ever read as markup.
 */
export interface SvgElement {
  readonly name: string;
  /** Unique among its siblings, and the same for the same thing in every drawing; absent: told by its place. */
  readonly key?: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
}
