/**
 * Applying a variation: its nodes become nodes of the chain, by edits that keep every other character of the text.
 *
 * Before edits are given out, the text they lead to is read and held against what it is to say.
 */
import type { ChainModel, ChainNode, NodeList, Variation } from '../../../model/chain.ts';
import { resolveReference } from '../../../model/references.ts';
import { slug } from '../../../model/values/identifier.ts';
import type { DocumentState, SkillIndex } from '../../../project/snapshot.ts';
import { applyEdits, orderedEdits } from '../../../syntax/offsetMap.ts';
import { resolveAlias, valueAt, walk } from '../../../syntax/path.ts';
import { lineEndOf } from '../../../syntax/textLines.ts';
import type { ListNode, SyntaxNode, SyntaxTree } from '../../../syntax/tree.ts';
import { contains, type Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { type Addition, type Edit, insertNodes, type Place } from './insertNodes.ts';
import { verbatimEnd } from './nodeText.ts';
import { type Comment, type Removal, removeVariation } from './removeVariation.ts';
import { readsAs } from './said.ts';

/** `always`: what the variation is for is the case, so its nodes go in without its condition. `optional`: each of them keeps it. */
export type VariationMode = 'always' | 'optional';

/** Why nothing is changed: plain text for the person who asked. */
export interface RefusedVariation {
  readonly refused: string;
}

export interface AppliedVariation {
  /** In text order and apart from each other. */
  readonly edits: readonly Edit[];
  /** Where the nodes stand in the edited text. */
  readonly span: Span;
  readonly text: string;
}

/** The edits that put a variation's nodes into its chain and take the variation away. */
export function applyVariation(
  { document, project }: FeatureContext,
  model: ChainModel,
  variation: Variation,
  mode: VariationMode,
): AppliedVariation | RefusedVariation {
  if (!document.tree.complete)
    return refuse(
      'This file has mistakes in its YAML, so it is not known what an edit would do. Mend them first.',
    );
  if (variation.added.length === 0) return refuse('The variation adds no node. Write one below "add".');
  if (mode === 'optional' && variation.when === undefined)
    return refuse(
      'The variation does not say when it counts. Write a "when", or apply it without a condition.',
    );
  const place = placeFor(
    { model, titleOf: name => titleOf(project.skillsFor(document.uri), name) },
    variation,
  );
  if ('refused' in place) return place;
  const removal = removeVariation(document, variation.syntax);
  if (removal === undefined || isShared(document, variation.syntax) || isShared(document, place.list))
    return refuse('It stands behind an alias, and an edit would change other places too. Apply it by hand.');
  const conditions = variation.added.map(node => conditionOf(variation, node, mode));
  const expected = {
    place,
    variation: variation.syntax,
    added: variation.added.map((node, at) => ({ node: node.syntax, condition: conditions[at] })),
  };
  for (const verbatim of place.list.flow ? [false] : [true, false]) {
    const additions = additionsOf(
      document,
      variation,
      conditions,
      place.list.flow ? [] : removal.comments,
      verbatim,
    );
    const inserted = insertNodes(document, place, additions, verbatim);
    if (inserted === undefined) continue;
    const edits = orderedEdits([...inserted, place.list.flow ? leaving(document, removal) : removal.edit]);
    const { text } = applyEdits(document.text, edits);
    const isWhole = edits.length === inserted.length + 1;
    if (isWhole && readsAs(document.tree, text, expected))
      return { edits, span: spanAfter(edits, inserted.at(-1)), text };
  }
  return refuse(
    'No edit was found that keeps everything else as it is, comments included. Apply it by hand.',
  );
}

/** Where the text of an edit stands once all are made, without the blanks around it. */
function spanAfter(edits: readonly Edit[], edit: Edit | undefined): Span {
  let moved = 0;
  for (const { span, newText } of edits) {
    if (edit !== undefined && span.start === edit.span.start && newText === edit.newText) {
      const start = span.start + moved;
      return {
        start: start + newText.length - newText.replace(/^[\s,]+/, '').length,
        end: start + newText.trimEnd().length,
      };
    }
    moved += newText.length - (span.end - span.start);
  }
  return { start: 0, end: 0 };
}

/** A chain, and how its skills are called in their catalogue. */
interface Chain {
  readonly model: ChainModel;
  readonly titleOf: (skill: string) => string | undefined;
}

function titleOf(skills: SkillIndex, name: string): string | undefined {
  const found = skills.resolve(name);
  return found.kind === 'known' ? found.skill.declaration.title?.text : undefined;
}

const refuse = (refused: string): RefusedVariation => ({ refused });

/** Where the nodes go, or why they can go nowhere. */
function placeFor(chain: Chain, { insertAfter }: Variation): Place | RefusedVariation {
  if (insertAfter === undefined) {
    const last = chain.model.body.at(-1);
    return (
      (last && endOf(chain, last)) ?? refuse('The chain has no node yet behind which the new ones could go.')
    );
  }
  const name = `"${insertAfter.text}"`;
  const found = resolveReference(chain.model, insertAfter.text);
  switch (found.kind) {
    case 'unknown':
      return refuse(`The chain has no node called ${name}. Correct "insert-after" first.`);
    case 'ambiguous':
      return refuse(`Several nodes may be ${name}. Give the one that is meant an id first.`);
    case 'node':
      return behind(chain, found.node) ?? refuse(`${name} stands in no list that nodes could be added to.`);
    default:
      return (
        endOf(chain, found.kind === 'phase' ? found.phase.list : found.lane.list) ??
        refuse(`${name} has no node yet behind which the new ones could go.`)
      );
  }
}

/** The place at the end of a list; `undefined` where it has no node. */
function endOf(chain: Chain, { nodes }: NodeList): Place | undefined {
  const last = nodes.at(-1);
  return last && behind(chain, last);
}

/** The place behind a node; behind a synthesis it is that behind its parallel. */
function behind(chain: Chain, node: ChainNode): Place | undefined {
  if (node.kind === 'step' && node.synthesizes !== undefined) return behind(chain, node.synthesizes);
  const { syntax, parentNode } = node.list;
  const list = syntax ?? (parentNode && listAt(parentNode.syntax, 'parallel'));
  const item = list?.items.find(
    each => resolveAlias(each) === node.syntax && each.span.start === node.span.start,
  );
  if (list === undefined || item === undefined) return undefined;
  return { list, item, lane: syntax === undefined ? laneName(chain, node) : undefined };
}

function listAt(map: SyntaxNode, key: string): ListNode | undefined {
  const value = valueAt(map, key);
  return value?.kind === 'list' ? value : undefined;
}

/**
 * What a lane of one node is called when it gets more: who acts there, as people name lanes; where that would be the name of something else
 * already, the node with a word behind it.
 */
function laneName({ model, titleOf }: Chain, node: ChainNode): string {
  const taken = new Set(
    [...model.nodes, ...model.phases, ...model.lanesById.values()].flatMap(each => [
      each.id ?? '',
      each.idWord?.text ?? each.slug,
    ]),
  );
  const actor = node.kind === 'step' ? (node.skill ?? node.team)?.text : undefined;
  const own = inWords(node.idWord?.text ?? node.name.text);
  const names = [...(actor === undefined ? [] : [titleOf(actor) ?? inWords(actor)]), `${own} lane`];
  const free = names.find(name => slug(name) !== '' && !taken.has(slug(name)));
  if (free !== undefined) return free;
  let count = 2;
  while (taken.has(slug(`${own} lane ${count}`))) count++;
  return `${own} lane ${count}`;
}

/** `security-sentinel` as `Security sentinel`. */
const inWords = (name: string): string => {
  const words = name.replaceAll(/[-_\s]+/gu, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** Whether an edit of a part would be one of other places as well. */
const isShared = ({ tree }: { readonly tree: SyntaxTree }, { span }: SyntaxNode): boolean => {
  for (const node of walk(tree)) {
    if (node.kind === 'alias' && node.target !== undefined && contains(node.target.span, span)) return true;
  }
  return false;
};

/** The `when` that a node is to have; `undefined`: what it has. Where it has one, both must hold. */
function conditionOf({ when }: Variation, node: ChainNode, mode: VariationMode): string | undefined {
  if (mode === 'always' || when === undefined) return undefined;
  const own = node.when?.text;
  return own === undefined || own === when.text ? when.text : `${grouped(when.text)} and ${grouped(own)}`;
}

/** A condition as one side of an \`and\`, which binds before \`or\`. */
const grouped = (condition: string): string => (/\bor\b/iu.test(condition) ? `(${condition})` : condition);

/**
 * The nodes with the comments that do not stand among their own lines: each goes with the node that follows it, and what follows none with
 * the first, as it speaks of the variation.
 */
function additionsOf(
  document: DocumentState,
  { added }: Variation,
  conditions: readonly (string | undefined)[],
  comments: readonly Comment[],
  verbatim: boolean,
): readonly Addition[] {
  const isCarried = ({ span }: Comment): boolean =>
    verbatim &&
    added.some(({ syntax }) => {
      const own = { start: syntax.span.start, end: verbatimEnd(document, syntax) };
      return !syntax.flow && contains(own, span);
    });
  const loose = comments.filter(comment => !isCarried(comment));
  const ownerOf = ({ span }: Comment): number =>
    Math.max(
      0,
      added.findIndex(({ syntax }) => syntax.span.start > span.start),
    );
  return added.map(({ syntax }, at) => ({
    node: syntax,
    condition: conditions[at],
    comments: loose.filter(comment => ownerOf(comment) === at).map(({ text }) => text),
  }));
}

/** The removal that leaves the comments where the variation stood, since a list between brackets has no line for them. */
function leaving(document: DocumentState, { edit, comments, column }: Removal): Edit {
  if (column === undefined || comments.length === 0) return edit;
  const lines = comments.map(({ text }) => `${' '.repeat(column)}#${text}${lineEndOf(document)}`);
  return { span: edit.span, newText: edit.newText + lines.join('') };
}
