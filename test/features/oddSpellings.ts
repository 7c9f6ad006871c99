/**
 * Writes chains in the many ways that YAML allows and nobody's editor would: for the tests of formatting. What is written
 * is valid YAML; what it says does not matter.
 */

/** Numbers from 0 to below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Pen {
  readonly chance: (share: number) => boolean;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The names of anchors so far. */
  readonly anchors: string[];
  /** The column of the last trailing comment, so that some come to be aligned. */
  commentColumn: number;
}

const KEYS = [
  'chain',
  'steps',
  'do',
  'skill',
  'needs',
  'a-b',
  'x-1',
  '"quoted key"',
  "'it''s'",
  'takes',
] as const;
const WORDS = [
  'Look',
  'at it',
  'a b c',
  '2-4 weeks',
  '1.10',
  'x:y',
  'caf\u00e9',
  '\u{1F600} yes',
  'http://a.b/c#d',
] as const;
const TEXTS = [
  'one\ntwo',
  'one\n\n  three\nfour',
  ' leads',
  'ends\n',
  'many\n\n\n',
  '',
  '# no comment',
  '- x: [',
  "it's",
  'say "no"',
] as const;
const COMMENTS = [
  '# a comment',
  '#',
  '#no blank',
  '# trailing   ',
  '# - skill: off',
  "# 'quote",
  '#   do: deep',
] as const;

/** One random text. */
export function oddSpelling(seed: number): string {
  const random = numbers(seed);
  const pen: Pen = {
    chance: share => random() < share,
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
    pick: items => items[Math.floor(random() * items.length)] ?? items[0],
    anchors: [],
    commentColumn: 40,
  };
  const lines = [...head(pen), ...block(pen, pen.chance(0.1) ? pen.between(1, 3) : 0, 0), ...foot(pen)];
  let text = lines.join('\n');
  if (pen.chance(0.9)) text += '\n';
  if (pen.chance(0.1)) text += pen.pick(['\n', '   ', '\n  \n\n']);
  if (pen.chance(0.2)) text = text.replaceAll('\n', '\r\n');
  return pen.chance(0.05) ? `\uFEFF${text}` : text;
}

function head(pen: Pen): string[] {
  const lines: string[] = [];
  if (pen.chance(0.2)) lines.push(...between(pen, 0));
  const marker = pen.pick(['---', '---  # begin', '--- ', '---\t']);
  if (pen.chance(0.2)) lines.push(...(pen.chance(0.5) ? ['%YAML 1.2', '---'] : [marker]));
  return lines;
}

const foot = (pen: Pen): string[] =>
  pen.chance(0.1) ? ['...', ...(pen.chance(0.5) ? ['  # behind'] : [])] : [];

const blanks = (count: number): string => ' '.repeat(count);

/** Lines that may stand between any two others: blank ones and comments, set in as somebody left them. */
function between(pen: Pen, column: number): string[] {
  const lines: string[] = [];
  while (pen.chance(0.18)) {
    if (pen.chance(0.4)) lines.push(pen.pick(['', '  ', '\t', '      ']));
    else
      lines.push(blanks(pen.pick([column, column, column + 2, 0, pen.between(0, 9)])) + pen.pick(COMMENTS));
  }
  return lines;
}

/** What may stand behind a value on its line. */
function tail(pen: Pen, line: string): string {
  if (pen.chance(0.08)) return line + pen.pick(['  ', '\t', ' \t ']);
  if (!pen.chance(0.12)) return line;
  if (pen.chance(0.2)) return `${line}\t${pen.pick(COMMENTS)}`;
  const aligned = pen.chance(0.6) && line.length < pen.commentColumn;
  const gap = aligned ? pen.commentColumn - line.length : pen.between(1, 5);
  if (!aligned) pen.commentColumn = line.length + gap;
  return line + blanks(gap) + pen.pick(COMMENTS);
}

/** A block collection in a column; its first line begins there too. */
function block(pen: Pen, column: number, depth: number): string[] {
  const list = depth > 0 && pen.chance(0.45);
  const count = pen.between(1, depth === 0 ? 4 : 2);
  const lines: string[] = [];
  for (let item = 0; item < count; item++) {
    if (item > 0 || column === 0) lines.push(...between(pen, column));
    lines.push(...(list ? listItem(pen, column, depth) : entry(pen, column, depth)));
  }
  return lines;
}

/** Puts lines of a compact collection behind an indicator. */
function behind(start: string, [first = '', ...rest]: readonly string[]): string[] {
  return [start + first.slice(start.length), ...rest];
}

function listItem(pen: Pen, column: number, depth: number): string[] {
  const dash = `${blanks(column)}-`;
  if (pen.chance(0.05)) return [tail(pen, dash)];
  if (depth < 4 && pen.chance(0.5)) {
    if (pen.chance(0.15)) {
      const head = pen.chance(0.3) ? `${dash} ${property(pen)}` : dash;
      const inner = column + pen.between(1, 5);
      return [tail(pen, head), ...between(pen, inner), ...block(pen, inner, depth + 1)];
    }
    const wide = pen.between(1, 5);
    const inner = column + 1 + wide;
    return behind(dash + blanks(wide), block(pen, inner, depth + 1));
  }
  return value(pen, dash, column, depth);
}

function entry(pen: Pen, column: number, depth: number): string[] {
  const colon = pen.chance(0.1) ? pen.pick([' :', '  :', '\t:']) : ':';
  if (pen.chance(0.03)) {
    const key = `${blanks(column)}?${blanks(pen.between(1, 3))}${pen.pick(KEYS)}`;
    return [tail(pen, key), ...between(pen, column), ...value(pen, `${blanks(column)}:`, column, depth)];
  }
  const props = pen.chance(0.04) ? `${property(pen)} ` : '';
  const key = `${blanks(column)}${props}${pen.pick(KEYS)}${colon}`;
  if (pen.chance(0.05)) return [tail(pen, key)];
  if (depth < 4 && (depth === 0 || pen.chance(0.4))) {
    const start = pen.chance(0.1) ? `${key} ${property(pen)}` : key;
    const unindented = pen.chance(0.25);
    const inner = unindented ? column : column + pen.between(1, 6);
    const lines = unindented ? listOnly(pen, inner, depth + 1) : block(pen, inner, depth + 1);
    return [tail(pen, start), ...between(pen, inner), ...lines];
  }
  return value(pen, key, column, depth);
}

function listOnly(pen: Pen, column: number, depth: number): string[] {
  const count = pen.between(1, 3);
  return Array.from({ length: count }, () => listItem(pen, column, depth)).flat();
}

function property(pen: Pen): string {
  if (pen.chance(0.3)) return pen.pick(['!tag', '!!str', '!<a:b>']);
  const name = `n${pen.anchors.length}`;
  pen.anchors.push(name);
  return `&${name}`;
}

/** A scalar, alias or flow collection behind a dash or colon, or on the next line. */
function value(pen: Pen, start: string, owner: number, depth: number): string[] {
  const gap = pen.chance(0.1) ? '\t' : blanks(pen.pick([1, 1, 1, 2, 4]));
  const [name] = pen.anchors;
  if (name !== undefined && pen.chance(0.05)) return [tail(pen, `${start}${gap}*${name}`)];
  const props = pen.chance(0.06) ? `${gap}${property(pen)}` : '';
  if (pen.chance(0.2)) return blockScalar(pen, `${start}${props}${gap}`, owner);
  const own = pen.chance(0.08) && props === '';
  const column = own ? owner + pen.between(1, 5) : start.length + props.length + gap.length;
  const written = pen.chance(0.3) && depth < 6 ? flow(pen, owner, depth + 1) : flowScalar(pen, owner, column);
  const [first = '', ...rest] = written.split('\n');
  const lines = own
    ? [tail(pen, start), `${blanks(column)}${first}`, ...rest]
    : [`${start}${props}${gap}${first}`, ...rest];
  const last = lines.pop() ?? '';
  return [...lines, tail(pen, last)];
}

/** A plain or quoted scalar, perhaps of several lines, which are set in more than the owner. */
function flowScalar(pen: Pen, owner: number, column: number): string {
  const next = (): string =>
    `\n${pen.chance(0.1) ? '\n' : ''}${blanks(pen.pick([column, owner + 1, owner + 2, owner + pen.between(1, 8)]))}`;
  const fold = (text: string): string =>
    text.replace(/(?<=\w) (?=\w)/g, blank => (pen.chance(0.3) ? next() : blank));
  if (pen.chance(0.6)) return fold(pen.pick(WORDS));
  const text = pen.pick(pen.chance(0.5) ? WORDS : TEXTS);
  if (pen.chance(0.3) && !/^\s|\s$|\n/.test(text)) return `'${fold(text.replaceAll("'", "''"))}'`;
  const quoted = fold(JSON.stringify(text));
  return pen.chance(0.1) ? `${quoted.slice(0, -1)}\\${next()}${quoted.at(-1)}` : quoted;
}

function blockScalar(pen: Pen, start: string, owner: number): string[] {
  const text = pen.pick(pen.chance(0.3) ? WORDS : TEXTS);
  const wide = pen.between(1, 6);
  const indicator = /^\s/.test(text) || pen.chance(0.25) ? String(wide) : '';
  const chomping = pen.pick(['', '-', '+']);
  const signs = pen.chance(0.5) ? indicator + chomping : chomping + indicator;
  const lines = text
    .split('\n')
    .map(line => (line === '' ? blanks(pen.pick([0, 0, owner + wide, 1])) : blanks(owner + wide) + line));
  const extra = pen.chance(0.15) ? ['', blanks(owner + wide + 3)] : [];
  return [tail(pen, start + pen.pick(['|', '>']) + signs), ...lines, ...(text.trim() === '' ? [] : extra)];
}

/** A flow collection, perhaps over several lines. */
function flow(pen: Pen, owner: number, depth: number): string {
  const map = pen.chance(0.5);
  const lineEnd = (): string => {
    if (!pen.chance(0.15)) return blanks(pen.pick([0, 0, 1, 1, 3]));
    const comment = pen.chance(0.2) ? ` ${pen.pick(COMMENTS)}` : '';
    return `${comment}\n${pen.chance(0.1) ? '  \n' : ''}${blanks(owner + pen.between(1, 8))}`;
  };
  const item = (): string => {
    const value = depth < 6 && pen.chance(0.2) ? flow(pen, owner, depth + 1) : flowItem(pen, owner);
    if (!map && pen.chance(0.9)) return value;
    const colon = pen.pick([': ', ': ', ':  ', ' : ', ':\t']);
    return pen.chance(0.08) ? `"k"${colon}` : pen.pick(['a', '"b"', 'c d', '? e', '[f]']) + colon + value;
  };
  const items = Array.from({ length: pen.between(0, 3) }, item);
  const last = items.length > 0 && pen.chance(0.15) ? ',' : '';
  const inner =
    items.map(each => `${lineEnd()}${each}${blanks(pen.pick([0, 0, 0, 1]))}`).join(',') + last + lineEnd();
  return map ? `{${inner}}` : `[${inner}]`;
}

function flowItem(pen: Pen, owner: number): string {
  const [name] = pen.anchors;
  if (name !== undefined && pen.chance(0.05)) return `*${name} `;
  const props = pen.chance(0.05) ? `${property(pen)}  ` : '';
  const text = pen.pick(['a', 'b c', '1-2', '"q"', "'s, t'", '""', 'Look at it']);
  return props + text.replace(' ', pen.chance(0.1) ? `\n${blanks(owner + pen.between(1, 6))}` : ' ');
}
