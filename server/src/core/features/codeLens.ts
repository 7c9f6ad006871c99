import type { CodeLens } from 'vscode-languageserver-types';
import { calledDocument, type DocumentKind } from '../model/calledDocument.ts';
import type { ChainModel } from '../model/chain.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { runCounts, skillUses } from './support/uses.ts';
import type { VariationMode } from './support/variations/applyVariation.ts';

/** The commands that lenses call, with one argument: `{ chain, node }`, the URI of the chain and the id of the node. */
const lensCommands: Readonly<Record<DocumentKind, { readonly command: string; readonly title: string }>> = {
  adr: { command: 'skillChains.newDecisionRecord', title: 'New decision record' },
  'post-mortem': { command: 'skillChains.newPostMortem', title: 'New post-mortem' },
};

const applyCommand = 'skillChains.applyVariation';

/** With `{ chain }`: the URI of a chain or suite. */
const graphCommand = 'skillChains.openGraph';

/** With `{ uri, line, character }`: the place of the name that is used. */
const referencesCommand = 'skillChains.showReferences';

/** The same command with `{ chain, variation, mode }`: the URI, the place among the variations from 0, and whether nodes keep the condition. */
const variationLenses: readonly { readonly title: string; readonly mode: VariationMode }[] = [
  { title: 'Apply variation', mode: 'always' },
  { title: 'Apply as optional', mode: 'optional' },
];

/**
 * Above a chain or suite its graph; above what others use, how much they do; an offer above each node that calls for a document: a
 * decision, and a step with `document`; and two above each variation that adds a node.
 * @param commands The ids of the commands that the client answers to; without its command there is no lens, as it would do nothing.
 */
export function codeLenses(context: FeatureContext, commands: readonly string[]): readonly CodeLens[] {
  const { model } = context.document;
  const lenses = [
    ...graphLens(context),
    ...runsLens(context),
    ...skillLenses(context),
    ...(model?.kind === 'chain'
      ? [...documentLenses(context, model), ...variationLensesOf(context, model)]
      : []),
  ];
  return lenses.filter(({ command }) => command !== undefined && commands.includes(command.command));
}

const above = ({ document: { lines } }: FeatureContext, { start }: Span): CodeLens['range'] =>
  lines.range({ start, end: start });

function graphLens(context: FeatureContext): readonly CodeLens[] {
  const { model, uri } = context.document;
  if ((model?.kind !== 'chain' && model?.kind !== 'suite') || model.id === undefined) return [];
  const command = { title: 'Open graph', command: graphCommand, arguments: [{ chain: uri }] };
  return [{ range: above(context, model.id.span), command }];
}

/** Absent where nothing runs the document: most chains are started by people. */
function runsLens(context: FeatureContext): readonly CodeLens[] {
  const { document, project } = context;
  const { model } = document;
  const isRun = model?.kind === 'chain' || model?.kind === 'suite' || model?.kind === 'plan';
  if (!isRun || model.id === undefined) return [];
  const { chains, handingOver, items } = runCounts(project, document);
  const said = [
    ...(chains === 0 ? [] : [chains === 1 ? '1 chain runs this' : `${chains} chains run this`]),
    ...(handingOver === 0
      ? []
      : [handingOver === 1 ? '1 chain hands over to this' : `${handingOver} chains hand over to this`]),
    ...(items === 0 ? [] : [items === 1 ? '1 item of a suite' : `${items} items of suites`]),
  ];
  return said.length === 0 ? [] : [usesLens(context, said.join(', '), model.id.span)];
}

/** Above each skill of a catalogue that somebody names, where the catalogue is what declares it. */
function skillLenses(context: FeatureContext): readonly CodeLens[] {
  const { document, project } = context;
  const { model, uri } = document;
  if (model?.kind !== 'catalogue') return [];
  const uses = skillUses(project, uri);
  const { skills } = project.skillsFor(uri);
  return model.skills.flatMap(declaration => {
    const { id } = declaration;
    const count = uses.get(id.text);
    if (count === undefined || skills.get(id.text)?.declaration !== declaration) return [];
    const places = count.places === 1 ? '1 use' : `${count.places} uses`;
    return [usesLens(context, count.files === 1 ? places : `${places} in ${count.files} files`, id.span)];
  });
}

function usesLens(context: FeatureContext, title: string, name: Span): CodeLens {
  const { uri, lines } = context.document;
  const place = { uri, ...lines.position(name.start) };
  return {
    range: above(context, name),
    command: { title, command: referencesCommand, arguments: [place] },
  };
}

function documentLenses(context: FeatureContext, model: ChainModel): readonly CodeLens[] {
  const { uri } = context.document;
  return model.nodes.flatMap(node => {
    const called = calledDocument(node);
    const lens = called && lensCommands[called];
    if (lens === undefined) return [];
    return [
      {
        range: above(context, node.repeatedAt ?? node.span),
        command: { ...lens, arguments: [{ chain: uri, node: node.id }] },
      },
    ];
  });
}

function variationLensesOf(context: FeatureContext, model: ChainModel): readonly CodeLens[] {
  const { uri } = context.document;
  return model.variations.flatMap(({ added, when, syntax }, variation) => {
    if (added.length === 0) return [];
    return variationLenses
      .filter(({ mode }) => mode === 'always' || when !== undefined)
      .map(({ title, mode }) => ({
        range: above(context, syntax.span),
        command: { title, command: applyCommand, arguments: [{ chain: uri, variation, mode }] },
      }));
  });
}
