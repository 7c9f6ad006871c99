import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { keyAnchor, referencePage } from '../model/reference.ts';
import { type Anchored, anchoredAt } from '../syntax/anchors.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { codeSpan, escapeMarkdown, paragraphs } from '../util/markdown.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { chainsNamed, findPlace, type Place, placeSaidBy, skillsNamed } from './support/declarations.ts';
import {
  describeArtefact,
  describeChain,
  describeKey,
  describeMeasure,
  describePlace,
  describeSkill,
  describeTeam,
} from './support/describe.ts';
import { describeAlias, describeAnchor } from './support/describeAnchored.ts';
import { describeHandoffs, describeOtherEnd } from './support/describeHandoffs.ts';
import { describeRule } from './support/describeRule.ts';
import { describeSubChain } from './support/describeSubChain.ts';
import {
  describeInput,
  describeItem,
  describeNamed,
  describeSuiteTeam,
  fileText,
} from './support/describeSuite.ts';
import { type SymbolAt, symbolAt, type WordAt, wordAt } from './support/symbolAt.ts';
import { scheduleOf, timesInWords, totalInWords } from './support/times.ts';
import { contentSpan } from './support/treeAt.ts';
import { understood } from './support/understood.ts';

/**
 * What stands at a place: what a key means, what a name stands for, how a duration, target, window or condition was
 * understood, what an alias repeats. `null` where there is nothing to say. Nothing from a document takes effect as Markdown.
 *
 * @param commands The ids of the commands that the client runs when a link names them; a key is linked to the reference by one.
 */
export function hover(
  context: FeatureContext,
  position: Position,
  commands: readonly string[] = [],
): Hover | null {
  const { lines, tree } = context.document;
  const offset = lines.offset(position);
  const anchored = anchoredAt(tree, offset);
  const said = anchored ? sayAnchored(context, anchored) : sayWord(context, offset, commands);
  if (said === undefined || said.text === '') return null;
  return { contents: { kind: MarkupKind.Markdown, value: said.text }, range: lines.range(said.span) };
}

function sayWord(context: FeatureContext, offset: number, commands: readonly string[]): Said | undefined {
  const word = wordAt(context, offset);
  if (word === undefined) return undefined;
  return (
    sayKey(context, word, commands) ??
    saySymbol(context, offset, word) ??
    sayValue(context, word) ??
    saySubject(context, word)
  );
}

/** At an anchor where it is repeated, at an alias what that repeats. */
function sayAnchored(context: FeatureContext, anchored: Anchored): Said {
  const { document } = context;
  const { at, anchor, node } = anchored;
  if (at.start === anchor.start) return { text: describeAnchor(document, anchored), span: at };
  const meaning =
    node.kind === 'scalar'
      ? (sayWord(context, contentSpan(node, document.text).start, [])?.text ?? codeSpan(node.text))
      : repeatedNodeText(context, at);
  return { text: describeAlias(document, anchored, meaning), span: at };
}

/** The node that an alias makes of one that is written elsewhere. */
function repeatedNodeText(context: FeatureContext, alias: Span): string | undefined {
  const { model, lines } = context.document;
  const nodes = model?.kind === 'chain' ? model.nodes : [];
  const node = nodes.find(({ span }) => span.start === alias.start);
  if (node === undefined) return undefined;
  const place = { kind: 'node' as const, node, span: node.span, name: node.name.span };
  return placeText(context, node.idWord?.text ?? node.id, place, lines.position(place.name.start).line);
}

interface Said {
  readonly text: string;
  readonly span: Span;
}

function sayKey(
  { document }: FeatureContext,
  { key, record, scalar }: WordAt,
  commands: readonly string[],
): Said | undefined {
  if (key === undefined) return undefined;
  const isLinked = record !== undefined && document.kind !== undefined && commands.includes(referenceCommand);
  const link = isLinked ? referenceLink(referencePage(document.kind), keyAnchor(record, key.key)) : undefined;
  return { text: paragraphs([describeKey(key, record), link]), span: scalar.span };
}

const referenceCommand = 'skillChains.openReference';

const referenceLink = (page: string, anchor: string): string =>
  `[Reference](command:${referenceCommand}?${encodeURIComponent(JSON.stringify([{ page, anchor }]))})`;

function saySymbol(context: FeatureContext, offset: number, word: WordAt): Said | undefined {
  const symbol = symbolAt(context, offset);
  const text = symbol === undefined ? undefined : symbolText(context, symbol);
  if (symbol === undefined || text === undefined) return undefined;
  // A measure is a part of a condition, which reads as a whole.
  const whole = word.shape?.meaning === 'condition' ? understood(context, word) : undefined;
  return { text: paragraphs([text, whole && `Here: ${escapeMarkdown(whole)}`]), span: symbol.span };
}

/** `undefined`: nothing is known of the name. */
function symbolText(context: FeatureContext, symbol: SymbolAt): string | undefined {
  const { document, project } = context;
  const { name } = symbol;
  const model = document.model?.kind === 'chain' ? document.model : undefined;
  const line = (offset: number): number => document.lines.position(offset).line;
  switch (symbol.kind) {
    case 'skill': {
      const skills = skillsNamed(context, name);
      const several = skills.length > 1 ? `${codeSpan(name)} may be any of these skills:` : undefined;
      return paragraphs([several, ...skills.map(skill => describeSkill(skill, project))]) || undefined;
    }
    case 'team':
      return describeTeam(name, document.uri, project);
    case 'chain': {
      const chains = chainsNamed(context, name);
      const here = symbol.declares
        ? describeHandoffs(context)
        : (describeOtherEnd(context, symbol.span) ?? describeSubChain(context, symbol.span));
      return paragraphs([...chains.map(chain => describeChain(name, chain.model)), here]) || undefined;
    }
    case 'node':
      return nodeText(context, symbol);
    case 'artefact': {
      if (symbol.chain === undefined) return model && describeArtefact(name, model, line);
      const [other] = chainsNamed(context, symbol.chain);
      const lines = other && project.linesOf(other.uri);
      if (other === undefined || lines === undefined) return undefined;
      const text = describeArtefact(name, other.model, offset => lines.position(offset).line);
      return paragraphs([text, `Of the chain ${codeSpan(symbol.chain)}`]);
    }
    case 'input': {
      const [chain] = chainsNamed(context, symbol.chain ?? '');
      const input = chain?.model.inputs.find(each => each.name === name || each.text === name);
      if (input === undefined) return undefined;
      const description = input.description && escapeMarkdown(input.description.text);
      return paragraphs([`Input ${codeSpan(name)} of ${codeSpan(symbol.chain ?? '')}`, description]);
    }
    case 'measure':
      return model && describeMeasure(name, model, line);
    case 'suite':
      return undefined;
    case 'item':
    case 'suite-team':
    case 'file':
    case 'plan-input':
      return otherKindsText(context, symbol);
  }
}

/** What suites and prompt plans name. */
function otherKindsText(context: FeatureContext, { kind, name }: SymbolAt): string | undefined {
  const { model, lines, uri } = context.document;
  const line = (offset: number): number => lines.position(offset).line;
  if (kind === 'file') return fileText(context, name);
  if (kind === 'plan-input') return model?.kind === 'plan' ? describeInput(name, model, line) : undefined;
  if (model?.kind !== 'suite') return undefined;
  if (kind === 'item') {
    const item = model.itemsById.get(name);
    return item && describeItem(item, model, line(item.id.span.start));
  }
  const known = describeTeam(name, uri, context.project);
  return paragraphs([describeSuiteTeam(name, model), known]) || undefined;
}

function nodeText(context: FeatureContext, { name, chain }: SymbolAt): string | undefined {
  const { document, project } = context;
  const own = document.model?.kind === 'chain' ? { uri: document.uri, model: document.model } : undefined;
  const holder = chain === undefined ? own : project.chainsFor(document.uri).get(chain)?.[0];
  const lines = holder === undefined ? undefined : project.documents.get(holder.uri)?.lines;
  const place = holder === undefined ? undefined : findPlace(holder.model, name);
  if (place === undefined) return undefined;
  const isOwn = holder?.uri === document.uri;
  const { line } = (isOwn ? document.lines : (lines ?? document.lines)).position(place.name.start);
  return isOwn ? placeText(context, name, place, line) : describePlace(name, place, line);
}

/** A place of this document, with the times that the schedule gives it. `line` is 0-based. */
function placeText(context: FeatureContext, id: string, place: Place, line: number): string {
  const times =
    place.kind === 'node' ? timesInWords(scheduleOf(context)?.points.get(place.node.id)) : undefined;
  return paragraphs([describePlace(id, place, line), times]);
}

/** How a value was understood; `undefined` for free words and for what could not be read. */
function sayValue(context: FeatureContext, word: WordAt): Said | undefined {
  const named = describeNamed(context, word);
  if (named !== undefined) return { text: named, span: word.span };
  const rule = word.shape?.meaning === 'rule-code' ? describeRule(context, word.scalar.text) : undefined;
  if (rule !== undefined) return { text: rule, span: word.span };
  const words = understood(context, word);
  if (words === undefined) return undefined;
  return { text: paragraphs([escapeMarkdown(words), timesOf(context, word.scalar)]), span: word.span };
}

/** What the words are those of that name a node, a phase or a lane, or say what it does. */
function saySubject(context: FeatureContext, { scalar, keyOf, span }: WordAt): Said | undefined {
  const { model, lines } = context.document;
  if (model?.kind !== 'chain' || keyOf !== undefined) return undefined;
  const found = placeSaidBy(model, scalar);
  if (found === undefined) return undefined;
  const { id, place } = found;
  return { text: placeText(context, id, place, lines.position(place.name.start).line), span };
}

/** What the schedule says where a duration is written: of its node, or of the whole chain. */
function timesOf(context: FeatureContext, scalar: ScalarNode): string | undefined {
  const { model } = context.document;
  if (model?.kind !== 'chain') return undefined;
  const node = model.nodes.find(each => each.takes?.node === scalar);
  if (node === undefined && model.timeline?.node !== scalar) return undefined;
  const schedule = scheduleOf(context);
  return (
    schedule && (node === undefined ? totalInWords(schedule) : timesInWords(schedule.points.get(node.id)))
  );
}
