/**
 * The block structure of a text by lines and columns: which keys and items stand in which map and list.
 *
 * It needs no valid YAML. A line that does not fit is put where its author most likely meant it, and never takes its
 * neighbours along.
 */
import type { Span } from '../../util/span.ts';
import { closingQuote, flowEnd } from './extent.ts';
import {
  type Level,
  type OutlineItem,
  type OutlineKey,
  type OutlineList,
  type OutlineMap,
  type Slot,
  slotOf,
} from './levels.ts';
import { type LineParts, lineEndAt, lineParts, nextLineStart } from './line.ts';
import { type Bar, type Growing, goBack, type Mark, markAt } from './mark.ts';

/** A value of more than a part of its line, with the slot that it belongs to (`undefined`: the document). */
export interface Region {
  readonly kind: 'block-scalar' | 'quoted' | 'flow';
  readonly span: Span;
  /** False for a flow collection that is not closed. */
  readonly ended: boolean;
  readonly slot: Slot | undefined;
}

export interface Outline {
  /** The top collection of the document that the cursor is in. */
  readonly root: Level | undefined;
  /** Where there is no `root`: why none may begin. */
  readonly barred: Bar | undefined;
  /** A flow collection that stands in the place of `root` and lacks its closing bracket: lines below still belong to it. */
  readonly openFlow: Span | undefined;
  /** The collections that were open before the cursor's line, or where its region begins, outermost first. */
  readonly open: readonly Level[];
  /** The parts of the cursor's line; `undefined` where it begins inside a region. */
  readonly line: LineParts | undefined;
  /** The slots that the cursor's line begins: an item for each dash, then the key's. */
  readonly own: readonly Slot[];
  /** The region that the cursor is inside of. */
  readonly region: Region | undefined;
  /** How many columns a level is set in by, most often; `undefined`: there is none. */
  readonly unit: number | undefined;
}

interface Scan extends Growing {
  readonly text: string;
  readonly cursor: number;
  open: readonly Level[];
  line: LineParts | undefined;
  own: Slot[];
  region: Region | undefined;
  openFlow: Span | undefined;
  /** Where the lines that were read end may change with what is written below them: for good, or until a line follows that is not blank. */
  loose: 'no' | 'until a line' | 'yes';
}

/** Reads the outline of a text around a cursor. */
export type OutlineReader = (text: string, cursor: number) => Outline;

/** Reads all lines of the document that the cursor is in, once. */
export const outlineOf: OutlineReader = (text, cursor) => readFrom(text, cursor, undefined).outline;

/**
 * Reads the same, and goes on at the line of the last cursor where all above it is as it was: who types changes little else. What it
 * gives is good until it is called again, as it changes then.
 */
export function createOutlineReader(): OutlineReader {
  let last: { readonly text: string; readonly mark: Mark | undefined } | undefined;
  return (text, cursor) => {
    const mark = last?.mark;
    const isBelow =
      mark !== undefined && mark.start <= cursor && isBegunLike(text, last?.text ?? '', mark.start);
    const read = readFrom(text, cursor, isBelow ? mark : undefined);
    last = { text, mark: read.mark };
    return read.outline;
  };
}

/** Whether the lines before `start`, where one begins in `before`, are those of `text`. */
const isBegunLike = (text: string, before: string, start: number): boolean =>
  start > 0 &&
  text.startsWith(before.slice(0, start)) &&
  // Else both are one line end.
  !(text[start] === '\n' && text[start - 1] === '\r');

/** @param from Of the same lines above; `undefined`: all are read. */
function readFrom(
  text: string,
  cursor: number,
  from: Mark | undefined,
): { readonly outline: Outline; readonly mark: Mark | undefined } {
  const scan: Scan = {
    text,
    cursor,
    levels: [],
    units: new Map(),
    root: undefined,
    barred: undefined,
    open: [],
    line: undefined,
    own: [],
    region: undefined,
    openFlow: undefined,
    loose: 'no',
  };
  if (from !== undefined) goBack(scan, from);
  let mark: Mark | undefined;
  let start: number | undefined = from?.start ?? (text.startsWith('\uFEFF') ? 1 : 0);
  while (start !== undefined) {
    const end = lineEndAt(text, start);
    const here = start <= cursor && cursor <= end;
    if (here && scan.loose === 'no') mark = markAt(start, scan);
    const marker = isMarker(text, start, end);
    if (marker && start > cursor) {
      // What stands before a directive or `---` would be a document of its own.
      if (text[start] !== '.') scan.barred ??= 'document-marker';
      break;
    }
    const parts = lineParts(text, start, end);
    if (here) {
      scan.open = [...scan.levels];
      scan.line = parts;
    }
    start = nextLineStart(text, marker ? readMarker(scan, parts.span) : readLine(scan, parts, here));
  }
  const [unit] = [...scan.units].sort((a, b) => b[1] - a[1] || a[0] - b[0]).at(0) ?? [undefined];
  const { root, barred, openFlow, open, line, own, region } = scan;
  return { outline: { root, barred, openFlow, open, line, own, region, unit }, mark };
}

/** `---`, `...`, and directives. */
export const isMarker = (text: string, start: number, end: number): boolean =>
  text[start] !== ' ' && /^(?:---|\.\.\.)(?:[ \t]|$)|^%/.test(text.slice(start, Math.min(end, start + 4)));

/** Begins a document anew, or ends it; gives where the line, or the flow collection that begins behind `---`, ends. */
function readMarker(scan: Scan, { start, end }: Span): number {
  const { text } = scan;
  const begins = text[start] === '-';
  scan.levels.length = 0;
  scan.root = undefined;
  scan.openFlow = undefined;
  scan.barred = begins ? undefined : 'document-marker';
  const parts = lineParts(text, begins ? start + 3 : end, end);
  const isFlow = parts.value.kind === 'flow' && parts.key === undefined && parts.dashes.length === 0;
  return isFlow ? fill(scan, parts, undefined, 0) : end;
}

/** Puts a line into the outline; gives where it, or the value that it begins, ends. */
function readLine(scan: Scan, parts: LineParts, here: boolean): number {
  const { span, indent, dashes, contentStart, key, value } = parts;
  if (!parts.blank && scan.loose === 'until a line') scan.loose = 'no';
  if (parts.blank || (value.kind === 'none' && key === undefined && dashes.length === 0)) return span.end;
  const last = lastSlot(scan, indent);
  if (last?.state === 'text' && indent > last.column && key === undefined) return span.end;
  let slot: Slot | undefined = last;
  for (const dash of dashes) slot = addItem(scan, dash, span.start, here);
  const column = contentStart - span.start;
  // An anchor or a tag before the first key is the key's, and the map begins with it.
  if (key !== undefined) slot = addKey(scan, key, column, here);
  else if (dashes.length === 0) {
    slot = bareLine(scan, parts, here);
    if (slot === undefined && value.kind === 'scalar') return span.end;
  }
  return fill(scan, parts, slot, column);
}

/** Notes what a slot is given by its line; gives where that ends. */
function fill(scan: Scan, { span, value }: LineParts, slot: Slot | undefined, column: number): number {
  const parent = slot?.column ?? column - 1;
  const { text } = scan;
  switch (value.kind) {
    case 'none':
      return span.end;
    case 'block-scalar': {
      if (slot) slot.state = 'block-scalar';
      if (scan.loose === 'no') scan.loose = 'until a line';
      const end = blockScalarEnd(text, span.end, parent);
      return noteRegion(scan, { kind: 'block-scalar', span: { start: span.end, end }, ended: true, slot });
    }
    case 'flow': {
      if (slot) slot.state = 'closed';
      const { end, ended, firm } = flowEnd(text, value.at, parent);
      if (!firm) scan.loose = 'yes';
      const flow = { start: value.at, end };
      if (slot && !ended) slot.openFlow = flow;
      if (slot === undefined && scan.root === undefined) {
        scan.openFlow = ended ? undefined : flow;
        scan.barred = 'closed-value';
      }
      noteRegion(scan, { kind: 'flow', span: flow, ended, slot });
      return lineEndAt(text, end);
    }
    case 'scalar': {
      const { scalar } = value;
      if (slot) slot.state = scalar.quote === 'plain' && !scalar.text.startsWith('*') ? 'text' : 'closed';
      if (slot) slot.scalar = scalar.text;
      if (scalar.ended) return span.end;
      const end = closingQuote(text, value.at, parent);
      if (end === undefined) scan.loose = 'yes';
      if (end === undefined) return span.end;
      if (slot) slot.scalar = undefined;
      noteRegion(scan, { kind: 'quoted', span: { start: value.at, end }, ended: true, slot });
      return lineEndAt(text, end);
    }
  }
}

function noteRegion(scan: Scan, region: Region): number {
  const { start, end } = region.span;
  const closed = region.kind === 'flow' && region.ended;
  if (scan.cursor > start && (closed ? scan.cursor < end : scan.cursor <= end)) {
    scan.region = region;
    scan.open = [...scan.levels];
  }
  return end;
}

/** Behind the last line of a block scalar whose header's line ends at `lineEnd`. */
function blockScalarEnd(text: string, lineEnd: number, parentColumn: number): number {
  let end = lineEnd;
  let start = nextLineStart(text, lineEnd);
  while (start !== undefined) {
    const next = lineEndAt(text, start);
    let first = start;
    while (first < next && text[first] === ' ') first++;
    if (first < next && first - start <= parentColumn) break;
    if (first < next) end = next;
    start = nextLineStart(text, next);
  }
  return end;
}

/** The slot that a line with this indentation would continue. */
function lastSlot(scan: Scan, indent: number): Slot | undefined {
  for (let index = scan.levels.length - 1; index >= 0; index--) {
    const slot = slotOf(scan.levels[index]);
    if (slot !== undefined && slot.column < indent) return slot;
  }
  return undefined;
}

function addItem(scan: Scan, dash: number, lineStart: number, here: boolean): OutlineItem {
  const { levels } = scan;
  const column = dash - lineStart;
  while ((levels.at(-1)?.column ?? -1) > column) levels.pop();
  const top = levels.at(-1);
  const list = top?.kind === 'list' && top.column === column ? top : openList(scan, column, slotOf(top));
  const span = { start: dash, end: dash + 1 };
  const item: OutlineItem = {
    kind: 'item',
    span,
    column,
    scalar: undefined,
    state: 'open',
    child: undefined,
    openFlow: undefined,
    level: list,
  };
  list.items.push(item);
  if (here) scan.own.push(item);
  return item;
}

function openList(scan: Scan, column: number, owner: Slot | undefined): OutlineList {
  if (owner?.child?.kind === 'list') {
    scan.levels.push(owner.child);
    return owner.child;
  }
  const list: OutlineList = { kind: 'list', column, items: [], owner };
  return open(scan, list);
}

function addKey(scan: Scan, key: { text: string; span: Span }, column: number, here: boolean): OutlineKey {
  const map = mapAt(scan, column);
  const slot: OutlineKey = {
    kind: 'key',
    key: key.text,
    span: key.span,
    column,
    scalar: undefined,
    state: 'open',
    child: undefined,
    openFlow: undefined,
    level: map,
  };
  map.keys.push(slot);
  if (here) scan.own.push(slot);
  return slot;
}

/** The map that a key in this column belongs to. */
function mapAt(scan: Scan, column: number): OutlineMap {
  const { levels } = scan;
  for (
    let top = levels.at(-1);
    top && (top.column > column || (top.kind === 'list' && top.column === column));
  ) {
    levels.pop();
    top = levels.at(-1);
  }
  const top = levels.at(-1);
  if (top?.kind === 'map' && top.column === column) return top;
  const owner = slotOf(top);
  if (owner?.child?.kind === 'map') {
    levels.push(owner.child);
    return owner.child;
  }
  // Set in too deep, or too little: still a key of the map around it.
  if (top?.kind === 'map' && (owner === undefined || owner.state !== 'open' || owner.child !== undefined))
    return top;
  if (top === undefined && scan.root?.kind === 'map') {
    levels.push(scan.root);
    return scan.root;
  }
  const map: OutlineMap = { kind: 'map', column, keys: [], owner };
  return open(scan, map);
}

function open<L extends Level>(scan: Scan, level: L): L {
  const { owner } = level;
  if (owner === undefined) {
    if (scan.root === undefined || level.kind === 'map') scan.root = level;
  } else {
    owner.child ??= level;
    const unit = level.column - owner.column;
    if (owner.kind === 'key' && unit > 0) scan.units.set(unit, (scan.units.get(unit) ?? 0) + 1);
  }
  scan.levels.push(level);
  return level;
}

/**
 * A line without dash or colon. In a map's column it is a key that lacks its colon, and what is deeper belongs to it;
 * deeper than an open slot it is that slot's value. The cursor's own line is still being written and counts as neither.
 */
function bareLine(scan: Scan, { indent, value }: LineParts, here: boolean): Slot | undefined {
  if (here)
    return value.kind === 'scalar' && value.scalar.quote === 'plain' ? undefined : lastSlot(scan, indent);
  const { levels } = scan;
  while ((levels.at(-1)?.column ?? -1) > indent) levels.pop();
  const top = levels.at(-1);
  if (
    top?.kind === 'map' &&
    top.column === indent &&
    value.kind === 'scalar' &&
    value.scalar.quote === 'plain'
  ) {
    addKey(scan, value.scalar, indent, false);
    return undefined;
  }
  const slot = slotOf(top);
  return slot !== undefined && slot.state === 'open' && slot.child === undefined && slot.column < indent
    ? slot
    : undefined;
}
