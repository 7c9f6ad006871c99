/** A chain as a Markdown document for people: all that it says, in the order in which somebody wants to know it. */
import type { Phase } from '../../model/chain.ts';
import { chainTitle } from '../sources.ts';
import { artefactWords, flowItems } from './flow.ts';
import { dash, type Item, itemLines, task } from './items.ts';
import {
  type Block,
  documentText,
  handoffItems,
  measureItems,
  pitfallItems,
  referenceBlocks,
  section,
  successItems,
  titleWords,
  variationItems,
} from './material.ts';
import { behindWords, type CopySubject, listed, said, skillName, type Voice, written } from './subject.ts';

/** The same chain always gives the same text. Words of the chain are text in it and never markup. */
export function chainMarkdown(subject: CopySubject): string {
  const { model } = subject;
  return documentText([
    [`# ${titleWords(chainTitle(model))}`],
    ...(said(model.summary) === '' ? [] : [[said(model.summary)]]),
    ...present(itemLines(factItems(subject))),
    ...section(2, 'Inputs', itemLines(model.inputs.map(each => dash(artefactWords(each))))),
    ...section(2, 'Measures', itemLines(measureItems(model))),
    ...section(2, 'Milestones', itemLines(milestoneItems(subject))),
    ...flowBlocks(subject, 'reader'),
    ...section(2, 'Outputs', itemLines(outputItems(subject))),
    ...section(2, 'Success', itemLines(successItems(model))),
    ...section(2, 'Pitfalls', itemLines(pitfallItems(model))),
    ...section(2, 'Handoffs', itemLines(handoffItems(subject))),
    ...section(2, 'Variations', itemLines(variationItems(subject))),
    ...section(2, 'Questions afterwards', itemLines(model.retrospective.map(each => dash(said(each))))),
    ...section(2, 'Reference', ...referenceBlocks(model, 3)),
    ...section(2, 'Track record', itemLines(recordItems(subject))),
  ]);
}

const present = (block: Block): readonly Block[] => (block.length === 0 ? [] : [block]);

const fact = (name: string, text: string): readonly Item[] => (text === '' ? [] : [dash(`${name}: ${text}`)]);

function factItems(subject: CopySubject): readonly Item[] {
  const { model } = subject;
  const { word, fields } = written(model.syntax);
  const because = written(fields.get('timeline')?.value).word('because');
  const timeline = said(model.timeline);
  return [
    ...fact('Set off by', said(model.trigger)),
    ...fact('Timeline', because === '' ? timeline : `${timeline} (${because})`),
    ...fact('Owner', said(model.owner)),
    ...fact('Priority', word('priority')),
    ...fact('Category', said(model.category)),
    ...fact('Version', behindWords(model.version)),
    ...fact('Reviewed', word('review')),
    ...fact('Who acts', listed(actors(subject))),
  ];
}

/** The skills and teams that act, each once, in the order of the text. */
export const actors = (subject: CopySubject): readonly string[] => [
  ...new Set(
    subject.model.nodes.flatMap(node => {
      if (node.kind !== 'step') return [];
      if (node.skill !== undefined) return [skillName(subject, node.skill.text)];
      return node.team === undefined ? [] : [`team ${said(node.team)}`];
    }),
  ),
];

export const milestoneItems = ({ model }: CopySubject): readonly Item[] =>
  model.milestones.map(({ what, window, because }) => {
    const reason = because === undefined ? '' : ` (${said(because)})`;
    return dash(`${window === undefined ? '' : `${said(window)}: `}${said(what)}${reason}`);
  });

export const outputItems = ({ model }: CopySubject): readonly Item[] =>
  model.outcome === undefined
    ? model.outputs.map(each => dash(artefactWords(each)))
    : [dash(said(model.outcome))];

/** Steps under one heading, or each phase under its own; the numbers run through. */
export function flowBlocks(subject: CopySubject, voice: Voice): readonly Block[] {
  const { phases, body } = subject.model;
  if (phases.length === 0)
    return section(2, 'Steps', ...body.map(list => itemLines(flowItems(subject, voice, list))));
  let number = 1;
  return phases.flatMap(phase => {
    const items = flowItems(subject, voice, phase.list);
    const first = number;
    number += items.length;
    const blocks = [itemLines(phaseItems(phase)), itemLines(items, first), itemLines(phaseEnd(phase))];
    return section(2, `Phase: ${titleWords(phase.name.text)}`, ...blocks);
  });
}

function phaseItems({ window, takes, because, syntax }: Phase): readonly Item[] {
  const entry = written(syntax).words('entry');
  return [
    ...fact('When', said(window)),
    ...fact('Takes', said(takes)),
    ...fact('Because', said(because)),
    ...(entry.length === 0 ? [] : [dash('Begins when:', entry.map(task))]),
  ];
}

function phaseEnd({ deliverables, syntax }: Phase): readonly Item[] {
  const exit = written(syntax).words('exit');
  return [
    ...fact('Delivers', listed(deliverables.map(artefactWords))),
    ...(exit.length === 0 ? [] : [dash('Over when:', exit.map(task))]),
  ];
}

function recordItems({ model }: CopySubject): readonly Item[] {
  const record = written(written(model.syntax).fields.get('track-record')?.value);
  return [
    ...fact('Run', record.word('frequency')),
    ...fact('Took', record.word('duration')),
    ...fact('Success rate', record.word('success-rate')),
    ...fact('To be improved', listed(record.words('improve'))),
  ];
}
