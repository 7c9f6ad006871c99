/**
 * What runs what: a chain runs its sub-chains and hands over to others, a suite has items, and each of these runs a chain or a prompt
 * plan. All of it is answered from what each caller does, so that both directions always agree.
 */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { SuiteItem } from '../model/suite.ts';
import { handoffsOf } from '../project/handoffs.ts';
import { fileName } from '../project/places.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import { resolveTarget } from '../project/targets.ts';
import { contains, type Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { chainsNamed, fileNamed } from './support/declarations.ts';
import { itemName } from './support/outline.ts';
import { shownName } from './support/outlined.ts';
import { symbolAt } from './support/symbolAt.ts';

/** What runs or is run: a chain, a suite or a prompt plan, which is all of its document, or an item of a suite. */
interface Runner {
  readonly document: DocumentState;
  readonly item: SuiteItem | undefined;
}

interface Call {
  readonly to: Runner;
  /** As the language calls it: `sub-chain`, the kind of a handoff, `item`, `chain` or `plan`. */
  readonly how: string;
  /** Where the caller says so; where only the other end does, the name of the caller. */
  readonly span: Span;
}

/** What is named at a position; elsewhere the item or else the whole document that it stands in. `null`: nothing there runs or is run. */
export function prepareCallHierarchy(
  context: FeatureContext,
  position: Position,
): readonly CallHierarchyItem[] | null {
  const found = runnersAt(context, context.document.lines.offset(position)).map(each =>
    shown(each, idOf(each)),
  );
  return found.length === 0 ? null : found;
}

/**
 * What runs something, or hands over to it, each caller once.
 * @param item The id of an item of the suite; `undefined`: all of the document is meant.
 */
export function incomingCalls(
  { document, project }: FeatureContext,
  item: string | undefined,
): readonly CallHierarchyIncomingCall[] {
  const wanted = runnerOf(document, item);
  if (wanted === undefined) return [];
  return project
    .neighboursOf(document.uri)
    .flatMap(runnersIn)
    .flatMap(caller => {
      const calls = callsOf(project, caller).filter(({ to }) => isSame(to, wanted));
      const { lines } = caller.document;
      return calls.length === 0
        ? []
        : [{ from: shown(caller, manner(calls)), fromRanges: calls.map(({ span }) => lines.range(span)) }];
    });
}

/** What something runs, or hands over to, each once, in the order of the text. */
export function outgoingCalls(
  { document, project }: FeatureContext,
  item: string | undefined,
): readonly CallHierarchyOutgoingCall[] {
  const caller = runnerOf(document, item);
  if (caller === undefined) return [];
  const groups: Call[][] = [];
  for (const call of callsOf(project, caller)) {
    const same = groups.find(([first]) => first !== undefined && isSame(first.to, call.to));
    if (same === undefined) groups.push([call]);
    else same.push(call);
  }
  return groups.flatMap(calls => {
    const [first] = calls;
    if (first === undefined) return [];
    const fromRanges = calls.map(({ span }) => document.lines.range(span));
    return [{ to: shown(first.to, manner(calls)), fromRanges }];
  });
}

const manner = (calls: readonly Call[]): string => [...new Set(calls.map(({ how }) => how))].join(', ');

const isSame = (left: Runner, right: Runner): boolean =>
  left.document.uri === right.document.uri && left.item?.id.text === right.item?.id.text;

function runnersAt(context: FeatureContext, offset: number): readonly Runner[] {
  const { document, project } = context;
  const symbol = symbolAt(context, offset);
  if (symbol?.kind === 'chain' && !symbol.declares)
    return chainsNamed(context, symbol.name).flatMap(({ uri }) => whole(project.documents.get(uri)));
  if (symbol?.kind === 'file' && !symbol.declares) return whole(fileNamed(context, symbol.name));
  if (document.model?.kind !== 'suite') return whole(document);
  const { items, itemsById } = document.model;
  const named = symbol?.kind === 'item' ? itemsById.get(symbol.name) : undefined;
  const item = named ?? items.find(({ span }) => contains(span, { start: offset, end: offset }));
  return item === undefined ? whole(document) : [{ document, item }];
}

/** The document as something that runs; a catalogue is nothing of that kind. */
const whole = (document: DocumentState | undefined): readonly Runner[] =>
  document?.model === undefined || document.model.kind === 'catalogue' ? [] : [{ document, item: undefined }];

function runnerOf(document: DocumentState, id: string | undefined): Runner | undefined {
  if (id === undefined) return whole(document)[0];
  const item = document.model?.kind === 'suite' ? document.model.itemsById.get(id) : undefined;
  return item && { document, item };
}

function runnersIn(document: DocumentState): readonly Runner[] {
  const items = document.model?.kind === 'suite' ? [...document.model.itemsById.values()] : [];
  return [...whole(document), ...items.map(item => ({ document, item }))];
}

function callsOf(project: ProjectSnapshot, { document, item }: Runner): readonly Call[] {
  const { model } = document;
  if (item?.target !== undefined) {
    const { kind, word } = item.target;
    const target = resolveTarget(project, document.uri, item.target);
    const found = target.kind === 'found' ? whole(target.document) : [];
    return found.map(to => ({ to, how: kind, span: word.span }));
  }
  if (item !== undefined) return [];
  if (model?.kind === 'suite')
    return [...model.itemsById.values()].map(each => ({
      to: { document, item: each },
      how: 'item',
      span: each.id.span,
    }));
  return callsOfChain(project, document);
}

/** Its sub-chains, those that variations add among them, then its handoffs, whichever end writes them. */
function callsOfChain(project: ProjectSnapshot, document: DocumentState): readonly Call[] {
  const { model, uri } = document;
  if (model?.kind !== 'chain') return [];
  const named = (id: string): readonly Runner[] =>
    (project.chainsFor(uri).get(id) ?? []).flatMap(chain => whole(project.documents.get(chain.uri)));
  const nodes = [...model.nodes, ...model.variations.flatMap(variation => variation.nodes)];
  const run = nodes.flatMap(node =>
    node.kind === 'chain'
      ? named(node.chain.text).map(to => ({ to, how: 'sub-chain', span: node.chain.span }))
      : [],
  );
  const handed = handoffsOf(project, document).flatMap(({ direction, kind, other, own, ends }) => {
    if (direction === 'incoming') return [];
    const receivers =
      own === undefined ? ends.flatMap(end => whole(project.documents.get(end.uri))) : named(other);
    return receivers.map(to => ({
      to,
      how: kind,
      span: own?.chain.span ?? nameSpan({ document, item: undefined }),
    }));
  });
  return [...run, ...handed];
}

/** The word that names it, or else the beginning of its text. */
function nameSpan({ document: { model }, item }: Runner): Span {
  if (item !== undefined) return item.id.span;
  const start = model?.syntax.span.start ?? 0;
  const id = model !== undefined && 'id' in model ? model.id : undefined;
  return id?.span ?? { start, end: start };
}

const idOf = ({ document: { model }, item }: Runner): string | undefined =>
  item?.id.text ?? (model !== undefined && 'id' in model ? model.id?.text : undefined);

function nameOf(runner: Runner): string {
  const { model, uri } = runner.document;
  if (runner.item !== undefined) return itemName(runner.item);
  const title = model?.kind === 'chain' || model?.kind === 'suite' ? model.title?.text : undefined;
  return title ?? idOf(runner) ?? fileName(uri);
}

function shown(runner: Runner, detail: string | undefined): CallHierarchyItem {
  const { document, item } = runner;
  const { uri, lines, model } = document;
  const selection = nameSpan(runner);
  const span = item?.span ?? model?.syntax.span ?? selection;
  return {
    name: shownName(nameOf(runner)),
    kind: item === undefined ? SymbolKind.Module : SymbolKind.Function,
    uri,
    range: lines.range(contains(span, selection) ? span : selection),
    selectionRange: lines.range(selection),
    ...(detail !== undefined && { detail: shownName(detail) }),
    ...(item !== undefined && { data: item.id.text }),
  };
}
