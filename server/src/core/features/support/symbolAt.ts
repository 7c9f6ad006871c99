/**
 * What name stands at a place, and what it stands for. Hover and definition, and whatever else asks "what is this?",
 * ask here, so that they can never disagree.
 */
import type { KeyDescription, RecordDescription, ScalarShape } from '../../../../../schemas/table.ts';
import { allItems } from '../../model/suite.ts';
import { fileName } from '../../project/places.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { isPath } from '../../project/targets.ts';
import { walk } from '../../syntax/path.ts';
import type { Entry, ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import { type Span, touches } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { meaningOf } from './meaning.ts';
import { contentSpan, pathAt, wordsSpan } from './treeAt.ts';

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
  const scalar = pathAt(document.tree, offset).at(-1);
  return scalar?.kind === 'scalar' ? wordOf(document, scalar) : undefined;
}

function wordOf({ text, shape }: DocumentState, scalar: ScalarNode): WordAt {
  const entry = entryAround(scalar);
  const keyOf = entry?.key === scalar ? entry : undefined;
  return {
    scalar,
    span: contentSpan(scalar, text),
    shape: meaningOf(scalar, shape),
    keyOf,
    entry,
    key: keyOf === undefined ? undefined : shape.keys.get(keyOf),
    record: keyOf === undefined ? undefined : shape.records.get(keyOf.parent),
  };
}

function entryAround(scalar: ScalarNode): Entry | undefined {
  for (let at: SyntaxNode | Entry | undefined = scalar; at !== undefined; at = at.parent) {
    if (at.kind === 'entry') return at;
  }
  return undefined;
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
    /** This suite. */
    | 'suite'
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
  if (word === undefined) return undefined;
  return symbolsOf(context, word, namesOfOthers(context)).find(({ span }) => touches(span, offset));
}

/** Every name in a document, in text order. What an alias repeats stands once, where it is written. */
export function symbolsIn(context: FeatureContext): readonly SymbolAt[] {
  const others = namesOfOthers(context);
  return [...walk(context.document.tree)].flatMap(node =>
    node.kind === 'scalar' ? symbolsOf(context, wordOf(context.document, node), others) : [],
  );
}

/** The names in one scalar: of conditions and templates several, of all else one at most. */
function symbolsOf(context: FeatureContext, word: WordAt, others: NamesOfOthers): readonly SymbolAt[] {
  const { scalar, span, shape } = word;
  if (scalar.text === '') return [];
  const other = others.get(scalar);
  if (other !== undefined) return [{ ...other, name: scalar.text, span, declares: false }];
  switch (shape?.meaning) {
    case 'condition':
      return measuresIn(context, word);
    case 'template':
      return placeholdersIn(context);
    default:
      return [symbolOf(context, word)].filter(symbol => symbol !== undefined);
  }
}

function symbolOf(context: FeatureContext, word: WordAt): SymbolAt | undefined {
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
    case 'suite-id':
      return symbol('suite', true);
    case 'item-id':
      return symbol('item', true);
    case 'item-reference':
      return meansAllItems(context, word) ? undefined : symbol('item', false);
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
    case 'plan-id':
      // Plans are named by the path of their file.
      return { ...symbol('file', true), name: fileName(context.document.uri) };
    default:
      return undefined;
  }
}

/** `all` of a team that helps everywhere, where no item is called so. */
const meansAllItems = ({ document: { model } }: FeatureContext, { scalar }: WordAt): boolean =>
  scalar.text === allItems && model?.kind === 'suite' && !model.itemsById.has(allItems);

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

/** The names within braces of the template that inputs are called. */
function placeholdersIn({ document: { model } }: FeatureContext): readonly SymbolAt[] {
  if (model?.kind !== 'plan') return [];
  return (model.template?.placeholders ?? [])
    .filter(({ name }) => model.inputsByName.has(name))
    .map(({ name, span }) => ({ kind: 'plan-input', name, span, declares: false }));
}

/** By its scalar, what a name of another chain names, and the id of that chain. */
type NamesOfOthers = ReadonlyMap<ScalarNode, { readonly kind: SymbolAt['kind']; readonly chain: string }>;

/**
 * A key of `with` names an input of the chain that is run, `at` of a handoff that joins a node of the chain it goes to, and
 * `needs` of one that waits what the other chain makes.
 */
function namesOfOthers({ document: { model } }: FeatureContext): NamesOfOthers {
  if (model?.kind !== 'chain') return new Map();
  const inputs = model.nodes.flatMap(node =>
    node.kind === 'chain'
      ? node.bindings.map(({ input }) => [input.node, { kind: 'input', chain: node.chain.text }] as const)
      : [],
  );
  const others = model.handoffs.flatMap(({ kind, chain, at, needs }) => [
    ...(at === undefined ? [] : [[at.node, { kind: 'node', chain: chain.text }] as const]),
    ...(kind === 'waits-for'
      ? needs.map(({ node }) => [node, { kind: 'artefact', chain: chain.text }] as const)
      : []),
  ]);
  return new Map<ScalarNode, { readonly kind: SymbolAt['kind']; readonly chain: string }>([
    ...inputs,
    ...others,
  ]);
}

/** The measures of a condition, where its words stand in the source as they read. */
function measuresIn({ document }: FeatureContext, { scalar }: WordAt): readonly SymbolAt[] {
  const measures = document.model?.kind === 'chain' ? document.model.measures : [];
  const span = wordsSpan(scalar, document.text);
  if (span === undefined) return [];
  const source = document.text.slice(span.start, span.end);
  return [...source.matchAll(/[\p{L}\p{N}_-]+/gu)].flatMap(({ 0: name, index }): readonly SymbolAt[] =>
    measures.some(measure => measure.text === name)
      ? [
          {
            kind: 'measure',
            name,
            span: { start: span.start + index, end: span.start + index + name.length },
            declares: false,
          },
        ]
      : [],
  );
}
