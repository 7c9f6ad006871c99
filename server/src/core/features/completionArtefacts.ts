/** Artefacts: those that are there to be used, and those that are still to be made. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { artefactsBefore } from '../analysis/dataFlow.ts';
import type { ArtefactDeclaration, ChainModel, ChainNode } from '../model/chain.ts';
import { artefactParts, matchesArtefact } from '../model/values/artefact.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { innermostKey, keysOf, nodesAlong, scalarBeside } from './support/cursorPath.ts';

/** Artefacts that `needs`, `delivers` and the values of `with` may name. */
export function artefactSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { model } = request.context.document;
  if (model?.kind !== 'chain') return [];
  return suggestions(request, usable(request, model));
}

function usable(request: CompletionRequest, model: ChainModel): readonly string[] {
  const step = innermostKey(request.cursor.path);
  if (step === undefined) return [];
  const awaited = scalarBeside(step.siblings, 'waits-for');
  if (awaited !== undefined) return madeFor(request, awaited);
  if (step.key === 'delivers')
    return takenFirst(request, [...model.outputs.map(each => each.text), ...madeIn(model)]);
  const node = userAt(model, request);
  if (node === undefined) return madeIn(model);
  return [...artefactsBefore(model, node).keys()];
}

/** Names in the order given, but those first that the chain handed over to takes. */
function takenFirst(request: CompletionRequest, names: readonly string[]): readonly string[] {
  const { context, cursor } = request;
  const siblings = innermostKey(cursor.path)?.siblings ?? [];
  const chains = context.project.chainsFor(context.document.uri);
  const [receiver] = siblings.flatMap(({ scalar }) =>
    scalar === undefined ? [] : (chains.get(scalar) ?? []),
  );
  const inputs = receiver?.model.inputs ?? [];
  const isTaken = (name: string): boolean =>
    inputs.some(input => matchesArtefact(artefactParts(name), artefactParts(input.text)));
  return [...names.filter(isTaken), ...names.filter(name => !isTaken(name))];
}

/** The node that uses what is named at the cursor; a synthesis is a node of its own. */
function userAt(model: ChainModel, { context, cursor }: CompletionRequest): ChainNode | undefined {
  const [node] = nodesAlong(model, cursor.path, context.document.text);
  const isSynthesis = node?.kind === 'parallel' && keysOf(cursor.path).includes('synthesize');
  return isSynthesis ? (node.synthesize ?? node) : node;
}

/** Artefacts that `produces` may name: what others want and nothing makes, or the outputs of the chain that is run. */
export function productSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { model } = request.context.document;
  if (model?.kind !== 'chain') return [];
  const step = innermostKey(request.cursor.path);
  const child = step === undefined ? undefined : scalarBeside(step.siblings, 'chain');
  return suggestions(request, child === undefined ? unmade(model) : outputsOf(request, child));
}

/** Names for the keys of a map of artefacts, by the key that holds it: `inputs`, `output`, `deliverable`, `with`. */
export function artefactKeys(request: CompletionRequest): readonly string[] {
  const { context, cursor } = request;
  const { model, uri } = context.document;
  const step = innermostKey(cursor.path);
  if (model?.kind !== 'chain' || step === undefined) return [];
  if (step.key === 'with') {
    const child = scalarBeside(step.siblings, 'chain');
    const chains = child === undefined ? undefined : context.project.chainsFor(uri).get(child);
    return chains?.[0]?.model.inputs.map(input => input.text) ?? [];
  }
  return step.key === 'inputs' ? unmade(model) : madeIn(model);
}

/** What another chain gives: its outputs, what it delivers to this one, then whatever else it makes. */
function madeFor({ context }: CompletionRequest, chain: string): readonly string[] {
  const { project, document } = context;
  const [found] = project.chainsFor(document.uri).get(chain) ?? [];
  if (found === undefined) return [];
  const own = document.model?.kind === 'chain' ? document.model.id?.text : undefined;
  const delivered = found.model.handoffs
    .filter(each => each.chain.text === own)
    .flatMap(each => each.delivers);
  return [...[...found.model.outputs, ...delivered].map(each => each.text), ...madeIn(found.model)];
}

function outputsOf({ context }: CompletionRequest, chain: string): readonly string[] {
  const [found] = context.project.chainsFor(context.document.uri).get(chain) ?? [];
  return found?.model.outputs.map(output => output.text) ?? [];
}

const declarationsIn = (model: ChainModel): readonly ArtefactDeclaration[] => [
  ...model.nodes.flatMap(node => node.produces),
  ...model.phases.flatMap(phase => phase.deliverables),
];

/** What the chain's nodes and phases make, in text order. */
const madeIn = (model: ChainModel): readonly string[] => declarationsIn(model).map(each => each.text);

/** What is needed, put out or delivered, and neither made nor given. */
function unmade(model: ChainModel): readonly string[] {
  const there = [...model.inputs, ...declarationsIn(model)];
  const wanted = [
    ...model.nodes.flatMap(node => node.needs),
    ...model.nodes.flatMap(node => (node.kind === 'chain' ? node.bindings.map(each => each.artefact) : [])),
    ...model.outputs,
    ...model.handoffs.flatMap(handoff => handoff.delivers),
  ];
  return wanted
    .filter(
      want =>
        want.text !== '' &&
        !there.some(made => matchesArtefact(artefactParts(made.text), artefactParts(want.text))),
    )
    .map(want => want.text);
}

const suggestions = ({ context }: CompletionRequest, names: readonly string[]): readonly Suggestion[] =>
  [...new Set(names)]
    .filter(name => name !== '')
    .map(name => ({
      label: name,
      kind: CompletionItemKind.Variable,
      insert: { type: 'scalar', text: name },
      data: { uri: context.document.uri, about: 'artefact', name },
    }));
