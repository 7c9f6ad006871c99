/**
 * Walks the library's tokens and gives each its place: keys and dashes of a collection in one column, what is below a key
 * one step in, what is below a dash two columns, flow collections by their depth.
 *
 * Recurses as deep as the text nests, which the caller bounds.
 */
import type { CST } from 'yaml';
import { placeComment } from './comments.ts';
import { endOf, isMark, startOf } from './extent.ts';
import { placeBlockContent, placeFlowScalar, type Site } from './scalars.ts';
import { advance, type Leaf, type Level, mayMove, place, ROOT, type Sheet } from './sheet.ts';

/** Places all tokens of a text. */
export function layOut(sheet: Sheet, tokens: readonly CST.Token[]): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'document': {
        placeMarks(sheet, token.start, 0, false);
        if (token.value)
          placeNode(sheet, token.value, { level: ROOT, indent: 0, hang: 0, base: 0, flow: false });
        placeMarks(sheet, token.end ?? [], 0, false);
        break;
      }
      case 'doc-end':
        placeMarker(sheet, token);
        placeMarks(sheet, token.end ?? [], 0, false);
        break;
      case 'directive':
        placeMarker(sheet, token);
        break;
      default:
        if (isMark(token)) placeMark(sheet, token, 0, false);
    }
  }
}

/** What ends a document, or stands before one: nothing is open behind it. */
function placeMarker(sheet: Sheet, token: Leaf): void {
  place(sheet, token, 0);
  sheet.level = ROOT;
}

function placeNode(sheet: Sheet, token: CST.Token, site: Site): void {
  switch (token.type) {
    case 'block-map':
      placeMap(sheet, token, site);
      break;
    case 'block-seq':
      placeList(sheet, token, site);
      break;
    case 'flow-collection':
      placeFlow(sheet, token, site);
      break;
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      placeFlowScalar(sheet, token, site);
      sheet.level = site.level;
      placeMarks(sheet, token.end ?? [], site.indent, site.flow);
      break;
    case 'block-scalar':
      placeBlockScalar(sheet, token, site);
      break;
    default:
      if (isMark(token)) placeMark(sheet, token, site.indent, site.flow);
  }
}

function placeBlockScalar(sheet: Sheet, token: CST.BlockScalar, site: Site): void {
  let header = '';
  let offset = token.offset;
  for (const mark of token.props) {
    if (mark.type === 'block-scalar-header') header = mark.source;
    if (isMark(mark)) placeMark(sheet, mark, site.indent, site.flow);
    offset = mark.offset + ('source' in mark ? mark.source.length : 0);
  }
  sheet.level = site.level;
  placeBlockContent(sheet, header, { type: token.type, offset, source: token.source }, site);
}

/** A block collection while its items are placed. */
interface Block {
  /** Known once its first token is placed. */
  level: Level | undefined;
  readonly around: Level;
  /** The column of its first token. */
  readonly indent: number | undefined;
  /** A collection moves as a whole or not at all. */
  readonly moves: boolean;
}

function newBlock(sheet: Sheet, token: CST.BlockMap | CST.BlockSequence, site: Site): Block {
  const moves = sheet.range === undefined || mayMove(sheet, startOf(token), endOf(token));
  return { level: undefined, around: site.level, indent: site.indent, moves };
}

/** Places the first token of an item, which opens the block or continues it. */
function enter(sheet: Sheet, block: Block, token: Leaf): Level {
  const { moves, indent, around } = block;
  const { old, now } = place(
    sheet,
    token,
    moves ? (block.level?.now ?? indent) : undefined,
    !moves && block.level === undefined,
  );
  block.level ??= { old, now, parent: around };
  sheet.level = block.level;
  return block.level;
}

/** Behind a colon or a dash: what is set in deeper belongs to the value, should there be none as well. */
function openValue(sheet: Sheet, level: Level, indent: number): void {
  sheet.level = { old: level.old + 1, now: indent, parent: level };
}

/** What is below a dash, or below the `?` and `:` of an explicit entry, stands where it would behind it. */
const BEHIND_INDICATOR = 2;

function placeList(sheet: Sheet, token: CST.BlockSequence, site: Site): void {
  const block = newBlock(sheet, token, site);
  for (const { start, value } of token.items) {
    for (const mark of start) {
      if (mark.type === 'seq-item-ind') {
        const level = enter(sheet, block, mark);
        openValue(sheet, level, level.now + BEHIND_INDICATOR);
      } else placeMark(sheet, mark, below(block, BEHIND_INDICATOR), false);
    }
    if (value && block.level) placeNode(sheet, value, siteBelow(block.level, BEHIND_INDICATOR, true));
  }
}

const below = ({ level, indent }: Block, step: number): number | undefined =>
  level === undefined ? indent : level.now + step;

/** The place of a value; `behindIndicator`: a collection may begin on the line of the dash, `?` or `:` before it. */
function siteBelow(level: Level, step: number, behindIndicator: boolean): Site {
  const indent = level.now + step;
  return { level, indent, hang: indent, base: behindIndicator ? indent : level.now, flow: false };
}

type MapItem = CST.BlockMap['items'][number];

function placeMap(sheet: Sheet, token: CST.BlockMap, site: Site): void {
  const block = newBlock(sheet, token, site);
  for (const item of token.items) {
    const explicit = placeMapStart(sheet, item, block);
    if (item.key && explicit && block.level)
      placeNode(sheet, item.key, siteBelow(block.level, BEHIND_INDICATOR, true));
    else if (item.key) placeKey(sheet, item.key, block);
    const step = explicit ? BEHIND_INDICATOR : sheet.step;
    let level: Level | undefined;
    for (const mark of item.sep ?? []) {
      if (mark.type === 'map-value-ind') {
        level = enter(sheet, block, mark);
        openValue(sheet, level, level.now + step);
      } else placeMark(sheet, mark, below(block, level === undefined ? BEHIND_INDICATOR : step), false);
    }
    if (item.value && level) placeNode(sheet, item.value, siteBelow(level, step, explicit));
  }
}

/** Places what stands before a key: `?`, or its anchor and tag. Tells whether there is a `?`. */
function placeMapStart(sheet: Sheet, { start }: MapItem, block: Block): boolean {
  let explicit = false;
  for (const mark of start) {
    if (explicit || !isVisible(mark)) placeMark(sheet, mark, below(block, BEHIND_INDICATOR), false);
    else enter(sheet, block, mark);
    explicit ||= mark.type === 'explicit-key-ind';
  }
  return explicit;
}

/** A key without `?` stands on one line. */
function placeKey(sheet: Sheet, key: CST.Token, block: Block): void {
  if (key.type !== 'flow-collection') {
    if ('source' in key) enter(sheet, block, key);
    return;
  }
  const level = enter(sheet, block, key.start);
  placeFlowItems(
    sheet,
    key,
    { level, indent: level.now, hang: level.now, base: level.now, flow: false },
    level.now,
  );
}

function placeFlow(sheet: Sheet, token: CST.FlowCollection, site: Site): void {
  const { now, first } = place(sheet, token.start, site.indent);
  sheet.level = site.level;
  placeFlowItems(
    sheet,
    token,
    site,
    first ? now : closesDeeper(sheet, token, site) ? (site.indent ?? now) : site.base,
  );
}

/**
 * Whether a closing bracket begins a line and is deeper than the key: strict readers want it so, and who wrote it so keeps
 * it; who put it below the key's first letter, as most do, keeps that.
 */
function closesDeeper({ text }: Sheet, token: CST.FlowCollection, { level }: Site): boolean {
  const closing = token.end.find(isClosing);
  if (closing === undefined) return false;
  let lineStart = closing.offset;
  while (lineStart > 0 && /[ \t]/.test(text.charAt(lineStart - 1))) lineStart--;
  return (lineStart === 0 || text[lineStart - 1] === '\n') && closing.offset - lineStart > level.old;
}

const isClosing = ({ type }: CST.SourceToken): boolean => type === 'flow-map-end' || type === 'flow-seq-end';

/** @param base the column of the closing bracket, should it begin a line. */
function placeFlowItems(sheet: Sheet, token: CST.FlowCollection, site: Site, base: number): void {
  const indent = base + sheet.step;
  const inner: Site = { level: site.level, indent, hang: indent + sheet.step, base: indent, flow: true };
  for (const { start, key, sep, value } of token.items) {
    placeMarks(sheet, start, indent, true);
    if (key) placeNode(sheet, key, inner);
    placeMarks(sheet, sep ?? [], indent, true);
    if (value) placeNode(sheet, value, inner);
  }
  let open = true;
  for (const mark of token.end) {
    const closes = open && isClosing(mark);
    if (closes) open = false;
    placeMark(sheet, mark, closes || !open ? base : indent, open || site.flow);
  }
}

function placeMarks(
  sheet: Sheet,
  marks: readonly CST.SourceToken[],
  indent: number | undefined,
  flow: boolean,
): void {
  for (const mark of marks) placeMark(sheet, mark, indent, flow);
}

/** Places a comment or a sign; blanks and line ends are passed over, since they follow from their neighbours. */
function placeMark(sheet: Sheet, mark: CST.SourceToken, indent: number | undefined, flow: boolean): void {
  if (mark.type === 'comment') placeComment(sheet, mark, flow ? indent : undefined);
  else if (mark.type === 'byte-order-mark') {
    advance(sheet, mark.offset);
    sheet.end += mark.source.length;
    sheet.lineStart = sheet.end;
  } else if (isVisible(mark)) place(sheet, mark, indent);
}

const isVisible = ({ type }: CST.SourceToken): boolean =>
  type !== 'space' && type !== 'newline' && type !== 'comment' && type !== 'byte-order-mark';
