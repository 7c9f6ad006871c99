/** What the names of a document are: each that stands for something, as the kind of thing it stands for. */

import type { Artefact } from '../../../model/values/artefact.ts';
import { artefactParts, matchesArtefact } from '../../../model/values/artefact.ts';
import type { FeatureContext } from '../../feature.ts';
import { declarationsOf, fileNamed, findPlace } from '../declarations.ts';
import { type SymbolAt, symbolsIn } from '../symbolAt.ts';
import type { Token, TokenModifier, TokenType } from './tokenTypes.ts';

/**
 * The names of a document, in text order. One that nothing declares, or that may mean several things, is left out. Measures are left to the
 * conditions that they stand in, unless they are declared.
 */
export function nameTokens(context: FeatureContext): readonly Token[] {
  const readingOf = remembering(createReader(context));
  return symbolsIn(context).flatMap(symbol => {
    if (symbol.kind === 'measure' && !symbol.declares) return [];
    const reading = readingOf(symbol);
    return reading === undefined ? [] : tokensOf(context, symbol, reading);
  });
}

interface Reading {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

type Reader = (symbol: SymbolAt) => Reading | undefined;

/** The same names stand in many places, and looking some up takes time. */
function remembering(read: Reader): Reader {
  const known = new Map<string, Reading | undefined>();
  return symbol => {
    const key = `${symbol.kind} ${symbol.declares} ${symbol.chain ?? ''} ${symbol.name}`;
    if (known.has(key)) return known.get(key);
    const reading = read(symbol);
    known.set(key, reading);
    return reading;
  };
}

/** The version of an artefact is a number behind its name. */
function tokensOf({ document }: FeatureContext, { kind, name, span }: SymbolAt, reading: Reading) {
  const whole: Token = { span, ...reading };
  const version = kind === 'artefact' || kind === 'input' ? /\s*@\s*(?=\d{1,9}$)/.exec(name) : null;
  if (version === null || document.text.slice(span.start, span.end) !== name) return [whole];
  const digits = span.start + version.index + version[0].length;
  return [
    { ...whole, span: { start: span.start, end: span.start + version.index } },
    { span: { start: digits, end: span.end }, type: 'number', modifiers: [] } satisfies Token,
  ];
}

const plain = (type: TokenType): Reading => ({ type, modifiers: [] });
const declaring = (type: TokenType): Reading => ({ type, modifiers: ['declaration'] });

const types: Readonly<Record<Exclude<SymbolAt['kind'], 'node' | 'file'>, TokenType>> = {
  skill: 'skill',
  team: 'team',
  'suite-team': 'team',
  artefact: 'artefact',
  input: 'artefact',
  chain: 'chain',
  measure: 'measure',
  item: 'item',
  suite: 'suite',
  'plan-input': 'parameter',
};

function createReader(context: FeatureContext): Reader {
  const isMade = madeHere(context);
  return symbol => {
    const { kind, name, declares } = symbol;
    switch (kind) {
      case 'node':
        return nodeReading(context, symbol);
      case 'file':
        return fileReading(context, symbol);
      case 'skill':
        return declares ? declaring('skill') : skillReading(context, name);
      case 'artefact':
        if (symbol.chain !== undefined) break;
        // An output names what a node makes; where none does, it is declared there.
        return isMade(name) ? plain('artefact') : declares ? declaring('artefact') : undefined;
      default:
        break;
    }
    if (declares) return declaring(types[kind]);
    return declarationsOf(context, symbol).length > 0 ? plain(types[kind]) : undefined;
  };
}

/** Whether something of the chain makes an artefact, or is given it: asked of every name, so it is looked up. */
function madeHere({ document: { model } }: FeatureContext): (name: string) => boolean {
  if (model?.kind !== 'chain') return () => false;
  const made = new Map<string, Artefact[]>();
  const all = [
    ...model.inputs,
    ...model.nodes.flatMap(node => node.produces),
    ...model.phases.flatMap(phase => phase.deliverables),
    ...model.variations.flatMap(({ nodes }) => nodes.flatMap(node => node.produces)),
  ];
  for (const artefact of all) {
    const same = made.get(artefact.name);
    if (same === undefined) made.set(artefact.name, [artefact]);
    else same.push(artefact);
  }
  return written => {
    const wanted = artefactParts(written);
    return made.get(wanted.name)?.some(each => matchesArtefact(each, wanted)) === true;
  };
}

function skillReading({ document, project }: FeatureContext, name: string): Reading | undefined {
  const found = project.skillsFor(document.uri).resolve(name);
  if (found.kind !== 'known') return undefined;
  return found.skill.origin === 'library' ? { type: 'skill', modifiers: ['defaultLibrary'] } : plain('skill');
}

const placeTypes = { node: 'step', phase: 'phase', lane: 'lane' } as const;

function nodeReading(context: FeatureContext, { name, declares, chain }: SymbolAt): Reading | undefined {
  const { document, project } = context;
  const { model } = document;
  const chains =
    chain !== undefined
      ? (project.chainsFor(document.uri).get(chain) ?? []).map(each => each.model)
      : model?.kind === 'chain'
        ? [model]
        : [];
  const place = chains.map(each => findPlace(each, name)).find(each => each !== undefined);
  if (place === undefined) return declares ? declaring('step') : undefined;
  return declares ? declaring(placeTypes[place.kind]) : plain(placeTypes[place.kind]);
}

function fileReading(context: FeatureContext, { name, declares }: SymbolAt): Reading | undefined {
  if (declares) return declaring('plan');
  const model = fileNamed(context, name)?.model;
  if (model === undefined || model.kind === 'catalogue' || model.kind === 'configuration') return undefined;
  return plain(model.kind);
}
