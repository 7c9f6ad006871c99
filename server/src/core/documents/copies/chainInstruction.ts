/** A chain as an instruction for a coding agent that is to carry it out: goal, order, who, what goes in and out, where to stop and ask. */
import type { ChainModel } from '../../model/chain.ts';
import { chainTitle } from '../sources.ts';
import { actors, flowBlocks, milestoneItems, outputItems } from './chainMarkdown.ts';
import { artefactWords } from './flow.ts';
import { dash, type Item, itemLines } from './items.ts';
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
import { type CopySubject, quoted, said, skillName } from './subject.ts';

/** The same chain always gives the same text. Words of the chain are text in it and never markup. */
export function chainInstruction(subject: CopySubject): string {
  const { model } = subject;
  const title = chainTitle(model);
  const summary = said(model.summary);
  return documentText([
    [`# Carry out: ${titleWords(title)}`],
    ...section(2, 'Goal', summary === '' ? [`Carry out the chain ${quoted(title)} to its end.`] : [summary], [
      ...startLines(model),
    ]),
    ...section(2, 'How to work', itemLines(ruleItems(model))),
    ...section(2, 'Who acts', itemLines(actorItems(subject))),
    ...section(2, 'What you are given', itemLines(model.inputs.map(each => dash(artefactWords(each))))),
    ...section(2, 'What is measured', itemLines(measureItems(model))),
    ...section(2, 'By when', itemLines(milestoneItems(subject))),
    ...flowBlocks(subject, 'agent'),
    ...section(2, 'What you hand over', itemLines(outputItems(subject))),
    ...section(2, 'You are done when', itemLines(successItems(model))),
    ...section(2, 'Mistakes to avoid', itemLines(pitfallItems(model))),
    ...section(2, 'Other chains', itemLines(handoffItems(subject))),
    ...section(2, 'Steps that are added at times', itemLines(variationItems(subject))),
    ...section(2, 'Reference', ...referenceBlocks(model, 3)),
  ]);
}

const startLines = ({ trigger, timeline }: ChainModel): Block =>
  itemLines([
    ...(trigger === undefined ? [] : [dash(`It starts when: ${said(trigger)}`)]),
    ...(timeline === undefined ? [] : [dash(`It is meant to take: ${said(timeline)}`)]),
  ]);

/** Only what the chain has is explained. */
function ruleItems({ nodes, phases, variations }: ChainModel): readonly Item[] {
  const has = (kind: ChainModel['nodes'][number]['kind']): boolean => nodes.some(node => node.kind === kind);
  const loops = nodes.some(
    node =>
      (node.kind === 'checkpoint' && node.refused?.atMost !== undefined) ||
      (node.kind === 'decision' && node.routes.some(({ jump }) => jump?.atMost !== undefined)),
  );
  const rules: readonly (readonly [boolean, string])[] = [
    [
      true,
      'Take the steps in the order of their numbers. Do each as the skill that stands in front of it would.',
    ],
    [phases.length > 0, 'Begin a phase only when the one before it is over.'],
    [
      true,
      'A step that needs something waits until it is there. Say what each step produced, under the name it has here.',
    ],
    [has('parallel'), 'Only what stands below “In parallel” may run at the same time.'],
    [has('checkpoint'), 'At “Stop and ask”, stop. Never accept your own work there.'],
    [
      has('decision'),
      'At a decision, try the conditions from top to bottom and take the first that holds. If you cannot tell, stop and ask.',
    ],
    [loops, 'Count how often you go back. When a limit is reached, stop and ask.'],
    [variations.length > 0, 'Look at the steps that are added at times before you begin.'],
    [true, 'If something is missing or contradicts itself, stop and ask rather than guess.'],
  ];
  return rules.flatMap(([holds, rule]) => (holds ? [dash(rule)] : []));
}

function actorItems(subject: CopySubject): readonly Item[] {
  const summaries = new Map<string, string>();
  for (const node of subject.model.nodes) {
    if (node.kind !== 'step' || node.skill === undefined) continue;
    const summary = subject.skill(node.skill.text)?.summary;
    if (summary !== undefined) summaries.set(skillName(subject, node.skill.text), said({ text: summary }));
  }
  return actors(subject).map(name => {
    const summary = summaries.get(name);
    return dash(summary === undefined ? name : `${name}: ${summary}`);
  });
}
