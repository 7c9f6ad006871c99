/** What others see of a document, as texts that are equal where nothing differs for them. */
import type { ChainModel } from '../model/chain.ts';
import type { AgentSkillFile } from './agentSkillFiles.ts';
import type { DocumentState } from './snapshot.ts';

/** All of a document that findings of other documents speak of, places included, since related information shows them. */
export function faceOf(state: DocumentState | undefined): string {
  if (state === undefined) return '';
  const { model, kind, text, tree, shape } = state;
  // Suites point at files, so that a file is there is a part of its face.
  if (model === undefined) return 'file';
  if (model.kind === 'chain') {
    // What is not sound is not held against others.
    const isSound = tree.complete && shape.problems.length === 0;
    return JSON.stringify([isSound, chainFace(model, text)]);
  }
  if (model.kind === 'configuration')
    return JSON.stringify([tree.complete, model.root, model.layers.map(layer => [layer, [...layer.levels]])]);
  // A catalogue is all face.
  return model.kind === 'catalogue' ? text : `file of kind ${kind}`;
}

function chainFace(model: ChainModel, text: string): readonly unknown[] {
  const subChains = model.nodes.flatMap(node =>
    node.kind === 'chain' ? [[node.chain.text, node.chain.span.start]] : [],
  );
  const made = [
    ...model.nodes.flatMap(node => node.produces),
    ...model.phases.flatMap(phase => phase.deliverables),
  ];
  return [
    model.id?.text,
    model.id?.span.start,
    model.title?.text,
    model.version?.text,
    model.timeline?.text,
    model.inputs.map(each => each.text),
    model.outputs.map(each => each.text),
    made.map(each => each.text),
    model.nodes.map(node => node.id),
    subChains,
    // One edge may be written from both ends.
    model.handoffs.map(({ span }) => [span.start, text.slice(span.start, span.end)]),
  ];
}

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
