/** What others see of a document, as texts that are equal where nothing differs for them. */
import type { ArtefactWord, ChainModel } from '../model/chain.ts';
import type { AgentSkillFile } from './agentSkillFiles.ts';
import type { DocumentState } from './snapshot.ts';

/** What of a document any other of its folder may speak of: that it is there, the name it has, and all of a catalogue. */
export function faceOf(state: DocumentState | undefined): string {
  if (state === undefined) return '';
  const { model, kind, text, tree } = state;
  // Suites point at files, so that a file is there is a part of its face.
  if (model === undefined) return 'file';
  if (model.kind === 'chain') return JSON.stringify([kind, model.id?.text]);
  if (model.kind === 'configuration')
    return JSON.stringify([tree.complete, model.root, model.layers.map(layer => [layer, [...layer.levels]])]);
  // A catalogue is all face.
  return model.kind === 'catalogue' ? text : `file of kind ${kind}`;
}

/** What of a document only those speak of that name it, or that it names: places included, since related information shows them. */
export function relationFace(state: DocumentState): string {
  const { model, text } = state;
  const chain = model?.kind === 'chain' ? chainFace(model, text) : [];
  return JSON.stringify([isSound(state), state.namedChains, chain]);
}

/** Whether a document could be read as a whole; what could not is not held against others. */
export const isSound = ({ tree, shape }: DocumentState): boolean =>
  tree.complete && shape.problems.length === 0;

/** The ids of chains that a document names, in any place and kind of document, each once. */
export function chainsNamedBy({ model, shape }: Pick<DocumentState, 'model' | 'shape'>): readonly string[] {
  const named = new Set((shape.scalars.get('chain-reference') ?? []).map(({ text }) => text));
  if (model?.kind === 'chain') {
    const lists = [model.nodes, ...model.variations.map(({ nodes }) => nodes)];
    for (const nodes of lists)
      for (const node of nodes) if (node.kind === 'chain') named.add(node.chain.text);
    for (const { chain } of model.handoffs) named.add(chain.text);
  }
  return named.size === 0 ? noChains : [...named];
}

/** Most documents name none, and none of these lists is changed. */
const noChains: readonly string[] = [];

function chainFace(model: ChainModel, text: string): readonly unknown[] {
  const subChains = model.nodes.flatMap(node =>
    node.kind === 'chain' ? [[node.chain.text, node.chain.span.start]] : [],
  );
  return [
    model.id?.span.start,
    model.title?.text,
    model.version?.text,
    model.timeline?.text,
    model.inputs.map(each => each.text),
    model.outputs.map(each => each.text),
    productsOf(model).map(each => each.text),
    model.nodes.map(node => node.id),
    subChains,
    // One edge may be written from both ends.
    model.handoffs.map(({ span }) => [span.start, text.slice(span.start, span.end)]),
  ];
}

/** What a chain's nodes and phases make. */
export const productsOf = (model: ChainModel): readonly ArtefactWord[] => [
  ...model.nodes.flatMap(node => node.produces),
  ...model.phases.flatMap(phase => phase.deliverables),
];

/** The same of a file in which an agent keeps a skill: its names, and where they stand. */
export function agentSkillFace(file: AgentSkillFile | undefined): string {
  if (file === undefined) return '';
  const { id, title, aliases } = file.declaration;
  return JSON.stringify([id.text, id.span.start, title?.text, aliases.map(each => each.text)]);
}

/** The document's line in a list of chains or of suites; `''` where it is neither, or has no id. */
export function listedLine(state: DocumentState | undefined): string {
  const model = state?.model;
  if ((model?.kind !== 'chain' && model?.kind !== 'suite') || model.id === undefined) return '';
  const category = model.kind === 'chain' ? model.category?.text : undefined;
  return JSON.stringify([model.kind, model.id.text, model.title?.text, category]);
}
