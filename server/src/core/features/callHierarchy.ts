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
import { fileName } from '../project/places.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { contains } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { type Call, callsOf, isSame, nameSpan, type Runner, runnersIn, whole } from './support/calls.ts';
import { chainsNamed, fileNamed } from './support/declarations.ts';
import { itemName } from './support/outline.ts';
import { shownName } from './support/outlined.ts';
import { symbolAt } from './support/symbolAt.ts';

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

function runnerOf(document: DocumentState, id: string | undefined): Runner | undefined {
  if (id === undefined) return whole(document)[0];
  const item = document.model?.kind === 'suite' ? document.model.itemsById.get(id) : undefined;
  return item && { document, item };
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
