/** Who takes what a chain makes: its own nodes, what it leaves behind, and the other chains of its workspace folder. */
import type { ArtefactWord, ChainModel, ChainNode } from '../../model/chain.ts';
import { artefactParts } from '../../model/values/artefact.ts';
import type { DocumentState, ProjectSnapshot } from '../../project/snapshot.ts';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import { contains, type Span } from '../../util/span.ts';
import { wordsOf } from '../../util/words.ts';

/** The names that the chain itself takes: needs, bindings, outputs, deliverables and handoffs, those of variations included. */
export function takenWithin(model: ChainModel): ReadonlySet<string> {
  const nodes = [...model.nodes, ...model.variations.flatMap(variation => variation.nodes)];
  return namesOf([
    ...nodes.flatMap(takenBy),
    ...model.outputs,
    ...model.phases.flatMap(phase => phase.deliverables),
    ...model.handoffs.flatMap(handoff => handoff.delivers),
  ]);
}

const takenBy = (node: ChainNode): readonly ArtefactWord[] => [
  ...node.needs,
  ...(node.kind === 'chain' ? node.bindings.map(({ artefact }) => artefact) : []),
];

const namesOf = (words: readonly ArtefactWord[]): ReadonlySet<string> =>
  new Set(words.map(({ text }) => artefactParts(text).name));

/** Whether any node of the chain says what it takes: where none does, what is made is a note and no flow. */
export const declaresNeeds = (model: ChainModel): boolean =>
  model.nodes.some(node => takenBy(node).length > 0);

/**
 * The names that other chains take without a word in this one: sub-chains bind inputs of the same name, and so may chains that
 * follow. `undefined` where one of them is not known, and takes nobody knows what; a handoff that names what it delivers takes that.
 */
export function takenByName(
  project: ProjectSnapshot,
  uri: string,
  model: ChainModel,
): ReadonlySet<string> | undefined {
  const chains = project.chainsFor(uri);
  const names = new Set<string>();
  const runs = model.nodes.flatMap(node =>
    node.kind === 'chain' ? [{ chain: node.chain, said: false }] : [],
  );
  const follows = model.handoffs
    .filter(({ kind }) => kind !== 'waits-for')
    .map(({ chain, delivers }) => ({ chain, said: delivers.length > 0 }));
  for (const { chain, said } of [...runs, ...follows]) {
    const known = chains.get(chain.text) ?? [];
    if (known.length === 0 && !said) return undefined;
    for (const { model: other } of known) for (const { name } of other.inputs) names.add(name);
  }
  return names;
}

/**
 * Those of some names that another document of the folder takes from the chain: one that waits for it, is said to get it, or runs
 * it and picks the artefact. Of a document that is broken nobody knows, so there the word alone is enough.
 */
export function takenElsewhere(
  project: ProjectSnapshot,
  uri: string,
  id: string,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { uri: other, tree, text, model } of project.neighboursOf(uri)) {
    if (other === uri) continue;
    if (!tree.complete) for (const word of wordsAmong(text, names)) taken.add(word);
    if (model?.kind !== 'chain') continue;
    for (const node of model.nodes)
      if (node.kind === 'chain' && node.chain.text === id)
        for (const { name } of node.produces) taken.add(name);
    for (const { chain, needs, delivers } of model.handoffs)
      if (chain.text === id) for (const { name } of [...needs, ...delivers]) taken.add(name);
  }
  return taken;
}

/** Keys whose texts say what must hold: whoever names an artefact in one looks at it. */
const gates: ReadonlySet<string> = new Set([
  'criteria',
  'decision',
  'done',
  'entry',
  'exit',
  'gate',
  'if',
  'metric',
  'success',
  'until',
  'when',
]);

/**
 * Those of some names that a text of the document speaks of, besides the places where they are made: a gate by the name, any
 * other text by a name of several words, which no sentence holds by chance.
 * @param madeAt Where each name is made: all of the nodes that make it.
 */
export function mentioned(
  { shape }: DocumentState,
  madeAt: ReadonlyMap<string, readonly Span[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [node, read] of shape.shapes) {
    if (node.kind !== 'scalar' || read.type !== 'scalar') continue;
    for (const word of wordsAmong(node.text, madeAt)) {
      if (!word.includes('-') && !isGate(node)) continue;
      if (!(madeAt.get(word) ?? []).some(span => contains(span, node.span))) found.add(word);
    }
  }
  return found;
}

const wordsAmong = (text: string, names: { has(name: string): boolean }): readonly string[] =>
  wordsOf(text).filter(word => names.has(word));

/** Whether a text is the value of a key of `gates`, or stands in the list that is. */
function isGate(scalar: ScalarNode): boolean {
  let at: SyntaxNode = scalar;
  while (at.parent !== undefined && at.parent.kind !== 'entry') at = at.parent;
  return at.parent !== undefined && at.parent.value === at && gates.has(at.parent.key.text);
}
