/**
 * What of a document is known well enough to draw conclusions from. A mistake is reported once, where it was made:
 * what would only follow from it stays silent.
 */
import type { ShapeProblem } from '../../model/shape.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { comparable } from '../../util/comparable.ts';
import { contains, type Span } from '../../util/span.ts';

export interface Soundness {
  /** Whether the YAML is read as its author meant it up to the end of this place. */
  holdsAt(span: Span): boolean;
  /** Whether all keys of a map were read, whatever is wrong inside of their values. */
  holdsFor(map: MapNode): boolean;
  /** Whether all nodes, their order and their jumps were read. */
  readonly flow: boolean;
  /** Whether all that nodes make and use was read. */
  readonly artefacts: boolean;
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

/** Keys of a chain under which nothing is written that artefacts come from or go to, nor nodes. */
const asideOfArtefacts: ReadonlySet<string> = new Set([
  'measures',
  'pitfalls',
  'reference',
  'retrospective',
  'success',
  'timeline',
  'track-record',
  'variations',
]);

/** And those under which no node is written. */
const asideOfFlow: ReadonlySet<string> = new Set([...asideOfArtefacts, 'handoffs']);

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
  const outside = (keys: ReadonlySet<string>): readonly ShapeProblem[] => {
    const aside = valuesOf(document, keys);
    return shape.problems.filter(({ span }) => !aside.some(each => contains(each, span)));
  };
  const flow = tree.complete && !outside(asideOfFlow).some(problem => disturbs(problem, flowKeys));
  const artefacts = flow && !outside(asideOfArtefacts).some(problem => disturbs(problem, artefactKeys));
  // What stands directly above a mistake, or on its line, is often read wrongly because of it.
  const breakLines = new Set(
    tree.problems.flatMap(({ code, span }) =>
      code === 'yaml-syntax' ? [document.lines.position(span.start).line] : [],
    ),
  );
  const isBeside = ({ end }: Span): boolean => {
    const { line } = document.lines.position(end);
    return breakLines.has(line) || breakLines.has(line + 1);
  };
  let words: ReadonlySet<string> | undefined;
  return {
    holdsAt: span =>
      span.end <= lastSound &&
      !isBeside(span) &&
      !tree.problems.some(problem => overlaps(problem.span, span)),
    holdsFor: map =>
      map.span.end <= lastSound &&
      !isBeside(map.span) &&
      !tree.problems.some(problem => overlaps(problem.span, map.span) && !isInside(problem.span, map)),
    flow,
    artefacts,
    mayDeclare: name => {
      words ??= unreadWords(shape.problems);
      return words.has(comparable(name));
    },
  };
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
  switch (problem.code) {
    case 'unknown-variant':
    case 'conflicting-keys':
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

/** Every word of the parts that were not read: what a name may have been declared by, had they been right. */
function unreadWords(problems: readonly ShapeProblem[]): ReadonlySet<string> {
  const words = new Set<string>();
  const pending: (SyntaxNode | undefined)[] = [];
  for (const problem of problems) {
    if (
      problem.code === 'unknown-key' ||
      problem.code === 'duplicate-key' ||
      problem.code === 'conflicting-keys'
    ) {
      pending.push(problem.entry.key, problem.entry.value);
    } else if (problem.code === 'outdented') {
      for (const child of problem.children) pending.push(child.key, child.value);
    } else if (problem.code === 'wrong-type') pending.push(problem.node);
    else if (problem.code === 'unknown-variant') pending.push(problem.map);
  }
  for (let node = pending.pop(); node !== undefined || pending.length > 0; node = pending.pop()) {
    if (node === undefined) continue;
    if (node.kind === 'scalar') words.add(comparable(node.text));
    else if (node.kind === 'list') for (const item of node.items) pending.push(item);
    else if (node.kind === 'map') for (const entry of node.entries) pending.push(entry.key, entry.value);
  }
  return words;
}
