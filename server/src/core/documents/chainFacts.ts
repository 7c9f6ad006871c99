/** What a chain says that a document can begin with. Every word is as the chain has it; making it inert is up to who writes it down. */
import type { ChainModel, ChainNode, CheckpointNode, DecisionNode, Route, StepNode } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';

/** What a decision may come to: what one of its routes does, or several of them. */
export interface DecisionOption {
  readonly name: string;
  /** The condition of each route that does it; `undefined`: when no other holds. */
  readonly conditions: readonly (string | undefined)[];
}

/** A part of the chain that documents are prefilled with; `words` are what the chain says, for the digest. */
export interface Sourced<Item> {
  /** The key in the chain. */
  readonly part: string;
  /** The node the part belongs to; `undefined`: the chain itself. */
  readonly node: string | undefined;
  readonly items: readonly Item[];
  readonly words: readonly string[];
}

export interface DecisionFacts {
  /** The question as asked, or what the step does; `undefined` for a chain as a whole. */
  readonly question: Sourced<string> | undefined;
  readonly options: Sourced<DecisionOption> | undefined;
  /** Skills, teams and names as written. */
  readonly deciders: readonly string[];
  readonly consulted: readonly string[];
  /** The node that names them; `undefined`: the chain. */
  readonly node: string | undefined;
  /** What the approvers of the next checkpoint look at. */
  readonly drivers: Sourced<string> | undefined;
  readonly success: Sourced<string> | undefined;
  readonly risks: Sourced<Risk> | undefined;
}

export interface Risk {
  readonly risk: string;
  readonly avoid: string | undefined;
}

/** Most that are named as consulted; who asks more people asks them elsewhere. */
const mostConsulted = 8;

export function decisionFacts(model: ChainModel, node: ChainNode | undefined): DecisionFacts {
  const checkpoints = checkpointsFor(model, node);
  return {
    question: node && sourced(questionKey(node), node, [node.label], text => text),
    options: node?.kind === 'decision' ? optionsOf(model, node) : undefined,
    deciders: decidersOf(model, node),
    consulted: consultedFor(model, node, checkpoints),
    node: node?.id,
    drivers: driversOf(checkpoints),
    success: successOf(model),
    risks: risksOf(model),
  };
}

const questionKey = (node: ChainNode): string =>
  node.kind === 'decision' ? 'decision' : node.kind === 'step' ? 'do' : node.kind;

/** `undefined` where there are no items, so that no empty block is made of them. */
function sourced<Item>(
  part: string,
  node: ChainNode | undefined,
  items: readonly Item[],
  words: (item: Item) => string,
): Sourced<Item> | undefined {
  return items.length === 0 ? undefined : { part, node: node?.id, items, words: items.map(words) };
}

function optionsOf(model: ChainModel, node: DecisionNode): Sourced<DecisionOption> | undefined {
  const conditions = new Map<string, (string | undefined)[]>();
  const words = node.routes.map(route => {
    const name = optionName(model, node, route);
    const when = route.when?.text;
    conditions.set(name, [...(conditions.get(name) ?? []), when]);
    return `${when ?? 'otherwise'}: ${name}`;
  });
  const items = [...conditions].map(([name, conditions]): DecisionOption => ({ name, conditions }));
  return items.length === 0 ? undefined : { part: 'routes', node: node.id, items, words };
}

/** What the route does; where it does nothing of its own, where it leads. */
function optionName(model: ChainModel, decision: DecisionNode, { list, jump }: Route): string {
  const [first, ...rest] = list.nodes;
  if (first !== undefined) {
    const last = rest.at(-1);
    if (last === undefined) return first.label;
    return rest.length === 1 ? `${first.label}, then ${last.label}` : `${first.label}, up to ${last.label}`;
  }
  const target = jump?.target.text ?? 'next';
  if (target === 'stop') return 'Stop here';
  if (target === 'end') return 'End here';
  if (target === 'next') {
    const siblings = decision.list.nodes;
    const next = siblings[siblings.indexOf(decision) + 1];
    return next === undefined ? 'Go on' : `Go on with “${next.label}”`;
  }
  const found = resolveReference(model, target);
  if (found.kind === 'node') return `Go to “${found.node.label}”`;
  return found.kind === 'phase' ? `Go to “${found.phase.name.text}”` : `Go to ${target}`;
}

/** Who decides: `by` of a decision, who does a step, else who answers for the chain. */
function decidersOf(model: ChainModel, node: ChainNode | undefined): readonly string[] {
  if (node?.kind === 'decision' || node?.kind === 'checkpoint') return texts(node.by);
  if (node?.kind === 'step') return actors(node);
  return model.owner === undefined ? [] : [model.owner.text];
}

/** Who works before the decision and who approves after it, without those who decide. */
function consultedFor(
  model: ChainModel,
  node: ChainNode | undefined,
  checkpoints: readonly CheckpointNode[],
): readonly string[] {
  if (node === undefined) return [];
  const before = model.nodes
    .slice(0, Math.max(0, model.nodes.indexOf(node)))
    .filter(each => each.kind === 'step');
  const feeding = feedersOf(node, before);
  const named = [...feeding.flatMap(actors), ...checkpoints.flatMap(({ by }) => texts(by))];
  const deciders = new Set(decidersOf(model, node));
  return [...new Set(named)].filter(name => !deciders.has(name)).slice(0, mostConsulted);
}

/** A step that names what it needs is fed by those who make that; anything else by all before it. */
function feedersOf(node: ChainNode, before: readonly StepNode[]): readonly StepNode[] {
  if (node.needs.length === 0) return before;
  const needed = new Set(node.needs.map(({ name }) => name));
  return before.filter(({ produces }) => produces.some(({ name }) => needed.has(name)));
}

/** The first checkpoint behind the node, which is where its outcome is looked at; all of them for a chain as a whole. */
function checkpointsFor(model: ChainModel, node: ChainNode | undefined): readonly CheckpointNode[] {
  const all = model.nodes.filter(each => each.kind === 'checkpoint');
  if (node === undefined) return all;
  const next = all.find(({ span }) => span.start > node.span.start);
  return next === undefined ? [] : [next];
}

function driversOf(checkpoints: readonly CheckpointNode[]): Sourced<string> | undefined {
  const criteria = checkpoints.flatMap(checkpoint => texts(checkpoint.criteria));
  const [only, ...others] = checkpoints;
  return sourced('criteria', others.length === 0 ? only : undefined, criteria, text => text);
}

export const successOf = (model: ChainModel): Sourced<string> | undefined =>
  sourced(
    'success',
    undefined,
    model.success.map(({ words, target, within }) => {
      const measured = target === undefined ? words.text : `${words.text}: ${target.text}`;
      return within === undefined ? measured : `${measured}, within ${within.text}`;
    }),
    text => text,
  );

export const risksOf = (model: ChainModel): Sourced<Risk> | undefined =>
  sourced(
    'pitfalls',
    undefined,
    model.pitfalls.map(({ words, avoid }): Risk => ({ risk: words.text, avoid: avoid?.text })),
    ({ risk, avoid }) => (avoid === undefined ? risk : `${risk}: ${avoid}`),
  );

export const questionsOf = (model: ChainModel): Sourced<string> | undefined =>
  sourced('retrospective', undefined, texts(model.retrospective), text => text);

/** The chains that follow this one when it ends well. */
export const followersOf = (model: ChainModel): Sourced<string> | undefined =>
  sourced(
    'handoffs',
    undefined,
    model.handoffs.filter(({ kind }) => kind === 'then').map(({ chain }) => chain.text),
    text => text,
  );

const actors = ({ skill, team }: StepNode): readonly string[] => {
  const actor = skill ?? team;
  return actor === undefined ? [] : [actor.text];
};

const texts = (words: readonly { readonly text: string }[]): readonly string[] =>
  words.map(({ text }) => text);
