/** What runs what: a chain its sub-chains and those that it hands over to, a suite its items, and each of these a chain or a prompt plan. */
import type { SuiteItem } from '../../model/suite.ts';
import { handoffsOf } from '../../project/handoffs.ts';
import type { DocumentState, ProjectSnapshot } from '../../project/snapshot.ts';
import { resolveTarget } from '../../project/targets.ts';
import type { Span } from '../../util/span.ts';

/** What runs or is run: a chain, a suite or a prompt plan, which is all of its document, or an item of a suite. */
export interface Runner {
  readonly document: DocumentState;
  readonly item: SuiteItem | undefined;
}

export interface Call {
  readonly to: Runner;
  /** As the language calls it: `sub-chain`, the kind of a handoff, `item`, `chain` or `plan`. */
  readonly how: string;
  /** Where the caller says so; where only the other end does, the name of the caller. */
  readonly span: Span;
}

export const isSame = (left: Runner, right: Runner): boolean =>
  left.document.uri === right.document.uri && left.item?.id.text === right.item?.id.text;

/** The document as something that runs; a catalogue is nothing of that kind. */
export const whole = (document: DocumentState | undefined): readonly Runner[] =>
  document?.model === undefined || document.model.kind === 'catalogue' ? [] : [{ document, item: undefined }];

/** All of a document, and each of its items. */
export function runnersIn(document: DocumentState): readonly Runner[] {
  const items = document.model?.kind === 'suite' ? [...document.model.itemsById.values()] : [];
  return [...whole(document), ...items.map(item => ({ document, item }))];
}

/** What something runs or hands over to, in the order of the text. */
export function callsOf(project: ProjectSnapshot, { document, item }: Runner): readonly Call[] {
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
export function nameSpan({ document: { model }, item }: Runner): Span {
  if (item !== undefined) return item.id.span;
  const start = model?.syntax.span.start ?? 0;
  const id = model !== undefined && 'id' in model ? model.id : undefined;
  return id?.span ?? { start, end: start };
}
