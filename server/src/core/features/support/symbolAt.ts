/**
 * What name stands at a place, and what it stands for. Hover and definition, and whatever else asks "what is this?",
 * ask here, so that they can never disagree.
 */
import type { KeyDescription, RecordDescription, ScalarShape } from '../../../../../schemas/table.ts';
import type { ChainModel } from '../../model/chain.ts';
import { isPath } from '../../project/targets.ts';
import type { Entry, ScalarNode } from '../../syntax/tree.ts';
import { type Span, touches } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { meaningOf } from './meaning.ts';
import { contentSpan, pathAt } from './treeAt.ts';

/** A scalar under the cursor. */
export interface WordAt {
  readonly scalar: ScalarNode;
  /** Its text in the source, without quotes. */
  readonly span: Span;
  /** What the table says of it; `undefined`: a key of the language, or something the table does not know. */
  readonly shape: ScalarShape | undefined;
  /** The entry whose key it is; `undefined` for a value or an item. */
  readonly keyOf: Entry | undefined;
  /** The nearest entry around it, its own included. */
  readonly entry: Entry | undefined;
  /** What describes the key, where the scalar is a key of the language. */
  readonly key: KeyDescription | undefined;
  /** The record that key belongs to. */
  readonly record: RecordDescription | undefined;
}

/** The scalar at an offset, its ends included; `undefined` between scalars. */
export function wordAt({ document }: FeatureContext, offset: number): WordAt | undefined {
  const path = pathAt(document.tree, offset);
  const scalar = path.at(-1);
  if (scalar?.kind !== 'scalar') return undefined;
  const entry = path.findLast(part => part.kind === 'entry');
  const keyOf = entry?.key === scalar ? entry : undefined;
  return {
    scalar,
    span: contentSpan(scalar, document.text),
    shape: meaningOf(scalar, document.shape),
    keyOf,
    entry,
    key: keyOf === undefined ? undefined : document.shape.keys.get(keyOf),
    record: keyOf === undefined ? undefined : document.shape.records.get(keyOf.parent),
  };
}

/** A name and the kind of thing it names. */
export interface SymbolAt {
  readonly kind:
    | 'skill'
    | 'team'
    | 'node'
    | 'artefact'
    | 'chain'
    | 'input'
    | 'measure'
    /** An item of this suite. */
    | 'item'
    /** A team of this suite, and of a catalogue where one has it. */
    | 'suite-team'
    /** A file by its path from the folder of the document. */
    | 'file'
    /** An input of this prompt plan. */
    | 'plan-input';
  /** As written; of an artefact with its version. */
  readonly name: string;
  readonly span: Span;
  /** The name is declared here rather than used. */
  readonly declares: boolean;
  /** Of an input, a node or an artefact of another chain: the id of the chain it belongs to. */
  readonly chain?: string;
}

/** The name at an offset; `undefined` where there is none. Reserved words (`next`, `end`, `stop`) are no names. */
export function symbolAt(context: FeatureContext, offset: number): SymbolAt | undefined {
  const word = wordAt(context, offset);
  if (word === undefined || word.scalar.text === '') return undefined;
  const { model } = context.document;
  const elsewhere =
    model?.kind === 'chain'
      ? (inputOfOtherChain(model, word) ?? nodeOfOtherChain(model, word) ?? artefactOfOtherChain(model, word))
      : undefined;
  return elsewhere ?? symbolOf(context, word, offset);
}

function symbolOf(context: FeatureContext, word: WordAt, offset: number): SymbolAt | undefined {
  const symbol = (kind: SymbolAt['kind'], declares: boolean): SymbolAt => ({
    kind,
    name: word.scalar.text,
    span: word.span,
    declares,
  });
  switch (word.shape?.meaning) {
    case 'skill-id':
    case 'skill-alias':
      return symbol('skill', true);
    case 'skill-reference':
      return symbol('skill', false);
    case 'team-id':
      return symbol('team', true);
    case 'team-reference':
      return symbol('team', false);
    case 'chain-id':
      return symbol('chain', true);
    case 'chain-reference':
      return symbol('chain', false);
    case 'node-id':
      return symbol('node', true);
    case 'node-reference':
      return symbol('node', false);
    case 'jump-target':
      return ['next', 'end', 'stop'].includes(word.scalar.text) ? undefined : symbol('node', false);
    case 'artefact-product':
      return symbol('artefact', true);
    case 'artefact-use':
      return symbol('artefact', false);
    case 'measure-id':
      return symbol('measure', true);
    case 'condition':
      return measureIn(context, word, offset);
    case 'item-id':
      return symbol('item', true);
    case 'item-reference':
      return symbol('item', false);
    case 'suite-team':
      return symbol('suite-team', true);
    case 'owner':
      return ownerKind(context, word.scalar.text, kind => symbol(kind, false));
    case 'plan-path':
      return symbol('file', false);
    case 'chain-target':
      return symbol(isPath(word.scalar.text) ? 'file' : 'chain', false);
    case 'input-id':
      return symbol('plan-input', true);
    case 'input-use':
      return symbol('plan-input', false);
    case 'template':
      return placeholderAt(context, offset);
    default:
      return undefined;
  }
}

/** An owner is free words; it is a name where a team or skill is called so. */
function ownerKind(
  { document, project }: FeatureContext,
  name: string,
  symbol: (kind: 'suite-team' | 'team' | 'skill') => SymbolAt,
): SymbolAt | undefined {
  const { model, uri } = document;
  if (model?.kind === 'suite' && model.teams.some(team => team.id.text === name)) return symbol('suite-team');
  const { teams, resolve } = project.skillsFor(uri);
  if (teams.has(name)) return symbol('team');
  return resolve(name).kind === 'known' ? symbol('skill') : undefined;
}

/** A name within braces of the template, if an input is called so. */
function placeholderAt({ document: { model } }: FeatureContext, offset: number): SymbolAt | undefined {
  if (model?.kind !== 'plan') return undefined;
  const found = model.template?.placeholders.find(({ span }) => touches(span, offset));
  if (found === undefined || !model.inputsByName.has(found.name)) return undefined;
  return { kind: 'plan-input', name: found.name, span: found.span, declares: false };
}

/** A key of `with` names an input of the chain that is run. */
function inputOfOtherChain(model: ChainModel, { scalar, span }: WordAt): SymbolAt | undefined {
  for (const node of model.nodes) {
    if (node.kind !== 'chain' || !touches(node.span, span.start)) continue;
    const binding = node.bindings.find(each => each.input.node === scalar);
    if (binding !== undefined) {
      return { kind: 'input', name: scalar.text, span, declares: false, chain: node.chain.text };
    }
  }
  return undefined;
}

/** `at` of a handoff that joins names a node of the chain it goes to. */
function nodeOfOtherChain(model: ChainModel, { scalar, span }: WordAt): SymbolAt | undefined {
  const handoff = model.handoffs.find(each => each.at?.node === scalar);
  return handoff && { kind: 'node', name: scalar.text, span, declares: false, chain: handoff.chain.text };
}

/** `needs` of a handoff that waits names what the other chain makes. */
function artefactOfOtherChain(model: ChainModel, { scalar, span }: WordAt): SymbolAt | undefined {
  const handoff = model.handoffs.find(
    ({ kind, needs }) => kind === 'waits-for' && needs.some(each => each.node === scalar),
  );
  return handoff && { kind: 'artefact', name: scalar.text, span, declares: false, chain: handoff.chain.text };
}

/** One measure of a condition, where its text stands in the source as it reads. */
function measureIn(
  { document }: FeatureContext,
  { scalar, span }: WordAt,
  offset: number,
): SymbolAt | undefined {
  const measures = document.model?.kind === 'chain' ? document.model.measures : [];
  const source = document.text.slice(span.start, span.end);
  if (source !== scalar.text) return undefined;
  for (const match of source.matchAll(/[\p{L}\p{N}_-]+/gu)) {
    const place = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    if (touches(place, offset) && measures.some(measure => measure.text === match[0])) {
      return { kind: 'measure', name: match[0], span: place, declares: false };
    }
  }
  return undefined;
}
