/**
 * What of a document is known well enough to draw conclusions from. A mistake is reported once, where it was made:
 * what would only follow from it stays silent.
 */
import type { ChainNode } from '../../model/chain.ts';
import type { ShapeProblem } from '../../model/shape.ts';
import { artefactParts } from '../../model/values/artefact.ts';
import { slug } from '../../model/values/identifier.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { comparable } from '../../util/comparable.ts';
import { contains, type Span } from '../../util/span.ts';

export interface Soundness {
  /** Whether the YAML is read as its author meant it up to the end of this place. */
  holdsAt(span: Span): boolean;
  /** Whether all keys of a map were read, whatever is wrong inside of their values. */
  holdsFor(map: MapNode): boolean;
  /**
   * Whether all that stands in this node or map was read: the nodes in it, their order, their jumps, and what they make and use.
   * Enough for what follows from a node alone, or from its place in a list, wherever else the file is broken.
   */
  hasRead(place: ChainNode | MapNode): boolean;
  /** Whether all nodes of the chain, their order and their jumps were read: for what follows from the ways through all of it. */
  readonly flow: boolean;
  /** Whether a part that could not be read holds this name, so that it may be declared there. */
  mayDeclare(name: string): boolean;
}

/** Keys whose loss changes which nodes there are or in which order they run. */
const flowKeys: ReadonlySet<string> = new Set([
  'after',
  'at-most',
  'back-to',
  'chain',
  'checkpoint',
  'decision',
  'go',
  'id',
  'if-refused',
  'join',
  'lane',
  'otherwise',
  'parallel',
  'phase',
  'phases',
  'resumes-at',
  'routes',
  'skill',
  'steps',
  'synthesize',
  'team',
  'when',
]);

const artefactKeys: ReadonlySet<string> = new Set([
  'deliverable',
  'delivers',
  'inputs',
  'needs',
  'output',
  'produces',
  'with',
]);

/** Keys of a chain under which no node is written. */
const asideOfFlow: ReadonlySet<string> = new Set([
  'handoffs',
  'measures',
  'pitfalls',
  'reference',
  'retrospective',
  'success',
  'timeline',
  'track-record',
  'variations',
]);

/** Where the values of these keys stand at the top of the document; of a repeated key the first counts. */
function valuesOf({ tree: { root } }: DocumentState, keys: ReadonlySet<string>): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const { key, value } of root?.kind === 'map' ? root.entries : []) {
    if (keys.has(key.text) && value !== undefined && !spans.has(key.text)) spans.set(key.text, value.span);
  }
  return [...spans.values()];
}

export function soundnessOf(document: DocumentState): Soundness {
  const { tree, shape } = document;
  const broken = tree.problems.filter(
    problem => problem.code === 'yaml-syntax' || problem.code === 'too-large',
  );
  const [firstBreak] = broken;
  const lastSound =
    firstBreak === undefined || tree.complete ? Infinity : lineStart(document, firstBreak.span.start);
  const aside = valuesOf(document, asideOfFlow);
  const flow =
    tree.complete &&
    !shape.problems.some(
      problem => disturbs(problem, flowKeys) && !aside.some(each => contains(each, problem.span)),
    );
  // What stands directly above a mistake, or on its line, is often read wrongly because of it.
  const breakLines = new Set(
    tree.problems
      .filter(({ code }) => code === 'yaml-syntax')
      .flatMap(({ span, keyless }) => (keyless === undefined ? [span] : [span, keyless.below]))
      .map(({ start }) => document.lines.position(start).line),
  );
  const isBeside = ({ end }: Span): boolean => {
    const { line } = document.lines.position(end);
    return breakLines.has(line) || breakLines.has(line + 1);
  };
  const gaps = gapsOf(shape.problems);
  const unread = unreadNames(document, lastSound);
  return {
    holdsAt: span =>
      span.end <= lastSound &&
      !isBeside(span) &&
      !tree.problems.some(problem => overlaps(problem.span, span)),
    holdsFor: map =>
      map.span.end <= lastSound &&
      !isBeside(map.span) &&
      !tree.problems.some(problem => overlaps(problem.span, map.span) && !isInside(problem.span, map)),
    hasRead: place => {
      const map = 'syntax' in place ? place.syntax : place;
      return isClosedBefore(map, lastSound) && !gaps.some(gap => overlaps(gap, map.span));
    },
    flow,
    mayDeclare: unread,
  };
}

/** Where something of a chain could not be read. */
const gapsOf = (problems: readonly ShapeProblem[]): readonly Span[] =>
  problems.filter(problem => disturbs(problem, flowKeys) || disturbs(problem, artefactKeys)).map(gapOf);

/** What a problem leaves unknown; a key that is missing is a gap of its map alone, not of what else stands in that. */
function gapOf(problem: ShapeProblem): Span {
  switch (problem.code) {
    case 'unknown-key':
    case 'duplicate-key':
    case 'conflicting-keys':
      return problem.entry.span;
    case 'outdented':
    case 'nested':
      return problem.entry.parent.span;
    case 'unknown-variant':
    case 'unlisted':
      return problem.map.span;
    default:
      return problem.span;
  }
}

/** An item of which nothing is written yet: it says nothing, so what the rest says holds. */
const isUnwritten = (problem: ShapeProblem): boolean =>
  problem.code === 'wrong-type' &&
  problem.entry === undefined &&
  problem.node?.kind === 'scalar' &&
  problem.node.text === '' &&
  problem.node.style === 'plain' &&
  problem.shape.type === 'variant' &&
  'skill' in problem.shape.by;

/**
 * Whether something that is sound comes behind a node, in its list or in one around it. What a break may have cut off is not
 * known as a whole.
 */
function isClosedBefore(node: SyntaxNode, lastSound: number): boolean {
  if (lastSound === Infinity) return true;
  if (node.span.end > lastSound) return false;
  for (let at: SyntaxNode = node; at.parent !== undefined; ) {
    const { parent }: SyntaxNode = at;
    const holder: SyntaxNode = parent.kind === 'entry' ? parent.parent : parent;
    const others = holder.kind === 'map' ? holder.entries : holder.kind === 'list' ? holder.items : [];
    if (others.some(({ span }) => span.start >= node.span.end && span.start < lastSound)) return true;
    at = holder;
  }
  return false;
}

const lineStart = ({ lines }: DocumentState, offset: number): number =>
  lines.line(lines.position(offset).line).start;

const overlaps = (left: Span, right: Span): boolean =>
  left.start < right.end && right.start < left.end ? true : contains(left, right) || contains(right, left);

/** Whether a place lies within a map or list that is a value of this map. */
const isInside = (span: Span, map: MapNode): boolean =>
  map.entries.some(
    ({ value }) => (value?.kind === 'map' || value?.kind === 'list') && contains(value.span, span),
  );

function disturbs(problem: ShapeProblem, keys: ReadonlySet<string>): boolean {
  if (isUnwritten(problem)) return false;
  switch (problem.code) {
    case 'unknown-variant':
    case 'conflicting-keys':
    case 'unlisted':
    case 'nested':
      return true;
    case 'unknown-key': {
      const [meant] = problem.near;
      return meant === undefined ? holdsMaps(problem.entry.value) : keys.has(meant);
    }
    case 'missing-key':
      return problem.keys.some(key => keys.has(key));
    case 'outdented':
      return [problem.entry, ...problem.children].some(each => keys.has(each.key.text));
    case 'duplicate-key':
      return keys.has(problem.entry.key.text);
    case 'wrong-type':
      return problem.entry === undefined || keys.has(problem.entry.key.text);
    case 'empty-list':
      return keys.has(problem.what);
    case 'wrong-value':
      return false;
  }
}

const holdsMaps = (node: SyntaxNode | undefined): boolean =>
  node?.kind === 'map' || (node?.kind === 'list' && node.items.some(item => item.kind === 'map'));

/** Tells whether a name stands in what was not read: had that been right, it may have been declared there. */
function unreadNames(
  { text, shape: { problems } }: DocumentState,
  lastSound: number,
): (name: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  let rest: string | undefined;
  return name => {
    words ??= unreadWords(problems);
    rest ??= lastSound === Infinity ? '' : hyphenated(text.slice(lastSound));
    return words.has(comparable(name)) || rest.includes(hyphenated(name));
  };
}

const hyphenated = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** UTF-16 units of a text whose words are looked at one by one. */
const longestRead = 1000;

/** Every word of the parts that were not read. */
function unreadWords(problems: readonly ShapeProblem[]): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string): void => {
    words
      .add(comparable(text))
      .add(comparable(artefactParts(text).name))
      .add(slug(text));
  };
  const pending: (SyntaxNode | undefined)[] = [];
  for (const problem of problems) {
    if (
      problem.code === 'unknown-key' ||
      problem.code === 'duplicate-key' ||
      problem.code === 'conflicting-keys'
    ) {
      if (problem.code === 'unknown-key') problem.near.forEach(add);
      pending.push(problem.entry.key, problem.entry.value);
    } else if (problem.code === 'outdented' || problem.code === 'unlisted') {
      for (const child of problem.children) pending.push(child.key, child.value);
    } else if (problem.code === 'nested') {
      pending.push(problem.map);
    } else if (problem.code === 'wrong-type') {
      // A text where a mapping is wanted may begin with a key that lacks its colon.
      if (problem.node?.kind === 'scalar') problem.node.text.slice(0, longestRead).split(/\s+/).forEach(add);
      pending.push(problem.node);
    } else if (problem.code === 'unknown-variant') {
      problem.near?.keys.forEach(add);
      pending.push(problem.map);
    }
  }
  for (let node = pending.pop(); node !== undefined || pending.length > 0; node = pending.pop()) {
    if (node === undefined) continue;
    if (node.kind === 'scalar') add(node.text);
    else if (node.kind === 'list') for (const item of node.items) pending.push(item);
    else if (node.kind === 'map') for (const entry of node.entries) pending.push(entry.key, entry.value);
  }
  return words;
}
