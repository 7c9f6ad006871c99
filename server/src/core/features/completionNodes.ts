/** Ids of nodes and phases, where a key names one. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { isInLane, jumpTargetsFrom } from '../analysis/jumps.ts';
import type { ChainModel, ChainNode, Jump } from '../model/chain.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { innermostKey, nodesAlong, scalarBeside } from './support/cursorPath.ts';

/** Nodes for `after`, `insert-after`, `from` and `before`. Nodes that only an `id` could name are left out. */
export function nodeSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { context, cursor } = request;
  const { model, text } = context.document;
  if (model?.kind !== 'chain') return [];
  const [own] = nodesAlong(model, cursor.path, text);
  const isAfter = innermostKey(cursor.path)?.key === 'after';
  const nodes = isAfter && own !== undefined ? nodesToWaitFor(model, own) : model.nodes;
  return nodes
    .filter(node => !node.ambiguous)
    .map(node => nodeSuggestion(context.document.uri, node.id, node.label));
}

/** Nodes of the chain that a handoff joins, for its `at`. */
export function otherNodeSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { context, cursor } = request;
  const joined = scalarBeside(innermostKey(cursor.path)?.siblings ?? [], 'joins');
  const [other] =
    joined === undefined ? [] : (context.project.chainsFor(context.document.uri).get(joined) ?? []);
  if (other === undefined) return [];
  return other.model.nodes
    .filter(node => !node.ambiguous)
    .map(node => nodeSuggestion(other.uri, node.id, node.label));
}

/** `after` orders lanes of one parallel; outside them only what comes before anyway makes no circle. */
function nodesToWaitFor(model: ChainModel, own: ChainNode): readonly ChainNode[] {
  const ownLists = listsAround(own);
  const within = (node: ChainNode): boolean => listsAround(node).some(list => list.parentNode === own);
  const others = model.nodes.filter(node => node !== own && !within(node));
  const elsewhere = others.filter(node => {
    const lists = listsAround(node);
    const parallels = lists.map(list => list.parentNode).filter(parent => parent?.kind === 'parallel');
    return parallels.some(
      parallel =>
        ownLists.some(list => list.parentNode === parallel) &&
        !lists.some(list => list.parentNode === parallel && ownLists.includes(list)),
    );
  });
  return elsewhere.length > 0 ? elsewhere : others.filter(node => node.span.end <= own.span.start);
}

/** The lists that a node stands in, the innermost first. */
function listsAround(node: ChainNode): readonly ChainNode['list'][] {
  const lists: ChainNode['list'][] = [];
  for (let at: ChainNode | undefined = node; at !== undefined; at = at.list.parentNode) lists.push(at.list);
  return lists;
}

/** Where a flow may go on from here: nodes, phases and the reserved words that are legal at this place. */
export function jumpSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const { context, cursor } = request;
  const { model, text } = context.document;
  const step = innermostKey(cursor.path);
  const key = jumpKeys.find(each => each === step?.key);
  if (model?.kind !== 'chain' || step === undefined || key === undefined) return [];
  const [around] = nodesAlong(model, cursor.path, text);
  const from = key === 'resumes-at' ? model.nodesById.get(scalarBeside(step.siblings, 'from') ?? '') : around;
  const words =
    key === 'back-to'
      ? []
      : from !== undefined && isInLane(from)
        ? ['next', 'stop']
        : ['next', 'end', 'stop'];
  const route =
    from?.kind === 'decision'
      ? from.routes.find(
          ({ span }) => span.start <= cursor.word.span.start && cursor.word.span.end <= span.end,
        )
      : undefined;
  const targets = from === undefined ? [] : jumpTargetsFrom(model, from, key, route);
  return [
    ...words.map(
      word =>
        ({ label: word, kind: CompletionItemKind.Keyword, insert: { type: 'scalar', text: word } }) as const,
    ),
    ...targets.map(({ id, node, phase, backward }) =>
      nodeSuggestion(
        context.document.uri,
        id,
        `${phase?.name.text ?? node.label}${backward ? ', back' : ''}`,
      ),
    ),
  ];
}

const jumpKeys: readonly Jump['key'][] = ['back-to', 'go', 'otherwise', 'resumes-at'];

/** `uri`: the document of the chain that has the node. */
const nodeSuggestion = (uri: string, id: string, label: string): Suggestion => ({
  label: id,
  kind: CompletionItemKind.Function,
  description: shortened(label),
  insert: { type: 'scalar', text: id },
  data: { uri, about: 'node', name: id },
});

/** A label beside an id is a hint, not the sentence. */
function shortened(label: string): string {
  const characters = [...label.replace(/\s+/gu, ' ').trim()];
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 39).join('')}…`;
}
