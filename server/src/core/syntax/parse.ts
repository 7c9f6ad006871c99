/** From a text to its tolerant tree. */
import { type BuiltTree, buildTree } from './build.ts';
import { lineEndAt } from './cursor/line.ts';
import { readEveryday } from './everyday/read.ts';
import { conflicts, firstLine, readable, tooLarge } from './hostile.ts';
import { MAX_ALIAS_NODES, MAX_DEPTH, MAX_PROBLEMS, MAX_TOKENS } from './limits.ts';
import type { Mend } from './mend.ts';
import { lastVisible } from './messages.ts';
import { overlap, type TextEdit } from './offsetMap.ts';
import { walk } from './path.ts';
import { type Repaired, repair } from './repair.ts';
import { aliasLike } from './traps/aliasLike.ts';
import { blockHeader } from './traps/blockHeader.ts';
import { codeFence } from './traps/codeFence.ts';
import { commaInFlow } from './traps/commaInFlow.ts';
import { commentInText } from './traps/commentInText.ts';
import { beginsWithBullet, foreignBullets } from './traps/foreignBullet.ts';
import { hardBlanks } from './traps/hardBlank.ts';
import { missingBlank } from './traps/missingBlank.ts';
import { placeholder } from './traps/placeholder.ts';
import { QUOTE_TITLE, quoteEdits } from './traps/quoting.ts';
import { stuckDashAlone } from './traps/stuckDash.ts';
import { tagLike } from './traps/tagLike.ts';
import type { TreeTrap } from './traps/treeTrap.ts';
import type { AliasNode, SyntaxProblem, SyntaxTree } from './tree.ts';

/** Those that are told by the lines of a text alone. */
const TEXT_TRAPS: readonly ((text: string) => Mend | undefined)[] = [codeFence, foreignBullets, hardBlanks];

const TREE_TRAPS: readonly TreeTrap[] = [
  commentInText,
  commaInFlow,
  placeholder,
  blockHeader,
  tagLike,
  aliasLike,
  missingBlank,
  stuckDashAlone,
];

/**
 * Parses any text; never throws. A trap is read as its author means it: the tree of `target: >= 90 %` holds that text,
 * with the span of what is written. Of a broken text all that can be told for sure is in the tree.
 */
export function parseSyntax(text: string): SyntaxTree {
  const refused = tooLarge(text);
  if (refused !== undefined)
    return { text, root: undefined, problems: [refused], comments: [], complete: false };
  return everydayTree(text) ?? parseAtLength(text);
}

/** The tree of a text that the everyday reader takes, and in which nothing looks like a trap; `undefined`: another. */
function everydayTree(text: string): SyntaxTree | undefined {
  const read = readEveryday(text);
  if (read === undefined || hardBlanks(text) !== undefined) return undefined;
  const { root, nodes, comments } = read;
  if (nodes.some(beginsWithBullet)) return undefined;
  const input = { text, nodes, comments: comments.map(({ span }) => span) };
  if (TREE_TRAPS.some(trap => trap(input).length > 0)) return undefined;
  return { text, root, problems: [], comments, complete: true };
}

/** The same for every text that is not too large: read by the library, and mended where it is broken. */
export function parseAtLength(text: string): SyntaxTree {
  const { text: original, problems } = readable(text);
  const known = [conflicts(original), ...TEXT_TRAPS.map(trap => trap(original))];
  const first = repair(
    original,
    known.flatMap(mend => mend ?? []),
  );
  const built = build(original, first);
  const mends = treeTraps(original, first, built);
  if (mends.length === 0) return assemble(text, original, first, built, problems);
  const repaired = repair(original, [...first.mends, ...mends]);
  // What reads worse than before was no trap.
  const same = [...first.mends, ...mends].every((mend, index) => repaired.mends[index] === mend);
  if (
    !same ||
    repaired.mends.length > first.mends.length + mends.length ||
    repaired.left.length > first.left.length
  )
    return assemble(text, original, first, built, problems);
  return assemble(text, original, repaired, build(original, repaired), problems);
}

function build(original: string, { edited, composition }: Repaired): BuiltTree {
  const { text, toOriginal } = edited;
  return buildTree(composition.contents, { text, original, toOriginal, tokens: composition.tokens });
}

/** The traps that YAML accepts, where nothing has been mended before. */
function treeTraps(original: string, repaired: Repaired, { root }: BuiltTree): readonly Mend[] {
  const read = {
    text: original,
    nodes: [...walk({ root })],
    comments: commentsOf(original, repaired).map(({ span }) => span),
  };
  const made = repaired.mends.flatMap(({ edits }) => edits);
  const found: Mend[] = [];
  for (const mend of TREE_TRAPS.flatMap(trap => trap(read))) {
    if (found.length === MAX_PROBLEMS) break;
    const { span } = mend.problem;
    const isFree = (edit: TextEdit): boolean => !overlap(edit.span, span) && !touchesInside(span, edit.span);
    if (made.every(isFree) && found.every(({ edits }) => edits.every(isFree)))
      found.push({ ...mend, problem: { ...mend.problem, accepted: true } });
  }
  return found;
}

/** Whether an insertion stands within a span, its ends counted. */
const touchesInside = (
  span: { start: number; end: number },
  { start, end }: { start: number; end: number },
): boolean => start === end && span.start <= start && start <= span.end;

function assemble(
  text: string,
  original: string,
  repaired: Repaired,
  { root, unknownAliases, tooManyAt }: BuiltTree,
  before: readonly SyntaxProblem[],
): SyntaxTree {
  const { secondDocument, tooDeepAt, tooMany } = repaired.composition;
  const back = repaired.edited.toOriginal;
  const problems = [
    ...before,
    ...repaired.mends.map(({ problem }) => problem),
    ...repaired.left,
    ...unknownAliases.map(node => unknownAlias(original, node)),
  ];
  if (secondDocument !== undefined) problems.push(secondDocumentAt(original, back(secondDocument)));
  if (tooDeepAt !== undefined) problems.push(tooDeep(original, back(tooDeepAt)));
  if (tooMany) problems.push(tooManyTokens(original));
  if (tooManyAt !== undefined) problems.push(tooManyAliases(tooManyAt));
  const shown = problems
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .slice(0, MAX_PROBLEMS);
  return {
    text,
    root,
    problems: shown,
    comments: commentsOf(text, repaired),
    complete: !problems.some(({ code }) => code === 'yaml-syntax' || code === 'too-large'),
  };
}

function commentsOf(text: string, { edited: { toOriginal }, composition }: Repaired): SyntaxTree['comments'] {
  return composition.tokens
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => ({ start: toOriginal(start), end: toOriginal(end) }))
    .filter(({ start }) => text[start] === '#')
    .map(span => ({ span, text: text.slice(span.start + 1, span.end) }));
}

function unknownAlias(original: string, { span, name }: AliasNode): SyntaxProblem {
  return {
    code: 'unknown-alias',
    span,
    message: `*${name} stands for a value named &${name}, and there is none before it. Name one so, or put the text in quotes.`,
    fix: { title: QUOTE_TITLE, edits: quoteEdits(original, span) },
  };
}

function secondDocumentAt(original: string, start: number): SyntaxProblem {
  const lineEnd = lineEndAt(original, start);
  const end = original.startsWith('---', start) ? start + 3 : Math.max(start + 1, lineEnd);
  return {
    code: 'second-document',
    accepted: true,
    span: { start, end },
    message: 'A second document begins here, and a file holds one. Move what follows to a file of its own.',
  };
}

function tooDeep(original: string, start: number): SyntaxProblem {
  return {
    code: 'too-large',
    span: start < original.length ? { start, end: start + 1 } : lastVisible(original),
    message: `This file is not checked: more than ${MAX_DEPTH} lists and maps stand inside one another. Make it flatter.`,
  };
}

function tooManyTokens(original: string): SyntaxProblem {
  const limit = MAX_TOKENS.toLocaleString('en');
  return {
    code: 'too-large',
    span: firstLine(original),
    message: `This file is not checked: it holds more than ${limit} words and signs. Split it into several files.`,
  };
}

function tooManyAliases({ span }: AliasNode): SyntaxProblem {
  const limit = MAX_ALIAS_NODES.toLocaleString('en');
  return {
    code: 'too-large',
    span,
    message: `From here on references are not followed: they stand for more than ${limit} values. Write fewer of them.`,
  };
}
