/** Writes a document as YAML in one of the many styles that people have: the same text for the same choices. */
import type { Written } from '../analysis/randomChains.ts';
import type { Draw } from './draw.ts';

interface Style {
  readonly draw: Draw;
  /** Blanks by which a map in a map is indented; lists stand with their key where `flush`. */
  readonly indent: string;
  readonly flush: boolean;
  /** Shares of values that are written in one line, in quotes and with comments. */
  readonly flow: number;
  readonly quotes: number;
  readonly comments: number;
  /** Share of repeated values that are told by an alias. */
  readonly aliases: number;
  /** Entries of maps stand in another order. */
  readonly turned: boolean;
  /** By what it says, the name of a value that has an anchor. */
  readonly anchors: Map<string, string>;
}

export function writeYaml(document: Written, draw: Draw): string {
  if (draw.chance(0.04)) return `${JSON.stringify(document, undefined, draw.pick([2, 0, 1, 4]))}\n`;
  const style: Style = {
    draw,
    indent: ' '.repeat(draw.pick([2, 4, 3])),
    flush: draw.chance(0.3),
    flow: draw.pick([0.3, 0, 0.8]),
    quotes: draw.pick([0, 0.2, 0.8]),
    comments: draw.pick([0, 0, 0.15]),
    aliases: draw.pick([0, 0, 0.5]),
    turned: draw.chance(0.15),
    anchors: new Map(),
  };
  const opening = draw.pick(['', '', '# A chain\n', '---\n', '%YAML 1.2\n---\n', '--- # again\n', '\n']);
  const closing = draw.pick(['', '', '\n', '# The end\n', '...\n']);
  const text = `${opening}${blockMap(style, document, '').join('\n')}\n${closing}`;
  const ended = draw.chance(0.1) && closing === '' ? text.replace(/\n$/, '') : text;
  const lines = draw.chance(0.15) ? ended.replaceAll('\n', '\r\n') : ended;
  return draw.chance(0.03) ? `\uFEFF${lines}` : lines;
}

const isMap = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entriesOf({ turned, draw }: Style, map: Written): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  const first = turned ? draw.below(entries.length) : 0;
  return [...entries.slice(first), ...entries.slice(0, first)];
}

/** A value that stands in one line; no map or list, or one that is short enough. */
function fitsInLine({ draw, flow }: Style, value: unknown): boolean {
  if (!isMap(value) && !Array.isArray(value)) return true;
  if (Object.keys(value).length === 0) return true;
  return draw.chance(flow) && JSON.stringify(value).length < 200;
}

/** `*name` where the value stood before, `&name ` before it where it may come again, or nothing. */
function reference(style: Style, value: unknown): { readonly alias?: string; readonly anchor: string } {
  const { draw, anchors, aliases } = style;
  const said = JSON.stringify(value);
  if (aliases === 0 || said.length < 4 || said.includes('"id":')) return { anchor: '' };
  const known = anchors.get(said);
  if (known !== undefined) return draw.chance(aliases) ? { alias: `*${known}`, anchor: '' } : { anchor: '' };
  if (!draw.chance(0.2)) return { anchor: '' };
  const name = draw.pick(['a', 'it-', 'x_']) + anchors.size;
  anchors.set(said, name);
  return { anchor: `&${name} ` };
}

function blockMap(style: Style, map: Written, indent: string): string[] {
  return entriesOf(style, map).flatMap(([key, value]) => [
    ...remarks(style, indent),
    ...entryLines(style, key, value, indent),
  ]);
}

/** Comments and blank lines before an entry. */
function remarks({ draw, comments }: Style, indent: string): readonly string[] {
  if (!draw.chance(comments)) return [];
  return [draw.pick([`${indent}# It is so: because`, '', '# - not: [an entry', `${indent}#`])];
}

const remark = ({ draw, comments }: Style): string => (draw.chance(comments) ? ' # as agreed' : '');

function entryLines(style: Style, key: string, value: unknown, indent: string): readonly string[] {
  const name = `${indent}${writeScalar(style, key, true)}:`;
  return valueLines(
    style,
    name,
    value,
    indent,
    isMap(value) || !style.flush ? indent + style.indent : indent,
  );
}

/** A value behind its key or dash; `indent` is that of the key, `inner` that of what stands below. */
function valueLines(
  style: Style,
  head: string,
  value: unknown,
  indent: string,
  inner: string,
): readonly string[] {
  const { alias, anchor } = reference(style, value);
  if (alias !== undefined) return [`${head} ${alias}${remark(style)}`];
  if (fitsInLine(style, value)) return scalarLines(style, `${head} ${anchor}`, value, indent);
  const opening = `${head}${anchor === '' ? '' : ` ${anchor.trimEnd()}`}${remark(style)}`;
  if (isMap(value)) return [opening, ...blockMap(style, value, inner)];
  return [opening, ...blockList(style, Array.isArray(value) ? value : [], inner)];
}

function blockList(style: Style, items: readonly unknown[], indent: string): readonly string[] {
  return items.flatMap((item): readonly string[] => {
    const before = remarks(style, indent);
    if (isMap(item) && !fitsInLine(style, item)) {
      // The map begins behind the dash, so its lines stand as far in as that.
      const inner = `${indent}  `;
      const [first = '', ...others] = entriesOf(style, item).flatMap(([key, value]) =>
        entryLines(style, key, value, inner),
      );
      return [...before, `${indent}- ${first.slice(inner.length)}`, ...others];
    }
    return [...before, ...valueLines(style, `${indent}-`, item, indent, `${indent}  `)];
  });
}

/** A value in one line, or a text as a block of its own. */
function scalarLines(style: Style, head: string, value: unknown, indent: string): readonly string[] {
  const { draw } = style;
  const isText = typeof value === 'string' && value.length > 12 && !/^\s|\s$|\t/.test(value);
  if (isText && (draw.chance(0.06) || (value.includes('\n') && draw.chance(0.6)))) {
    const inner = `${indent}  `;
    if (value.includes('\n')) return [`${head}|-`, ...value.split('\n').map(line => inner + line)];
    const mark = draw.pick(['|-', '>-']);
    const folded = mark === '>-' ? value.replace(/^(\S+) (?=\S)/, `$1\n${inner}`) : value;
    return [`${head}${mark}`, inner + folded];
  }
  return [`${head}${inLine(style, value, false)}${remark(style)}`];
}

function inLine(style: Style, value: unknown, inFlow: boolean): string {
  const { draw } = style;
  const blank = draw.chance(0.7) ? ' ' : '';
  const inner = (each: unknown): string => {
    const { alias, anchor } = reference(style, each);
    // What ends with a name needs a blank before a comma or bracket.
    return alias === undefined ? anchor + inLine(style, each, true) : `${alias} `;
  };
  if (Array.isArray(value)) return `[${blank}${value.map(inner).join(', ')}${blank}]`;
  if (!isMap(value)) return writeScalar(style, value, inFlow);
  const entries = entriesOf(style, value).map(
    ([key, each]) => `${writeScalar(style, key, true)}: ${inner(each)}`,
  );
  return `{${blank}${entries.join(', ')}${blank}}`;
}

/** A text that stands without quotes wherever it is. */
const plain = /^(?:[\p{L}\p{N}^$(<.]|-\d)[\p{L}\p{M}\p{N} _./%^~$@+()<>=;!?&*'’–—…-]*$/u;

/** A text in one of the ways that it can be written in one line. */
function writeScalar({ draw, quotes }: Style, value: unknown, inFlow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const mayBePlain =
    plain.test(value) && !/\s$|^\.{3}/.test(value) && !(inFlow && /[[\]{},]/.test(value)) && value !== '';
  if (mayBePlain && !draw.chance(quotes)) return value;
  if (!/[\n\r\t]/.test(value) && draw.chance(0.5)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}
