/** Markdown Architectural Decision Records, version 4: in full, and in the minimal form. Source: the templates of adr.github.io/madr. */
import { inertHeading } from '../inert.ts';
import { originComment } from '../origin.ts';
import { type Line, place } from '../sheet.ts';
import {
  condition,
  consequences,
  context,
  type DecisionSheet,
  frontMatter,
  hasOptions,
  heading,
  options,
  outcome,
  risks,
} from './decision.ts';
import { item, sourcedBlock } from './template.ts';

export function madrMinimal(sheet: DecisionSheet): readonly Line[] {
  return [
    ...opening(sheet),
    '## Considered Options',
    '',
    ...options(sheet),
    '## Decision Outcome',
    '',
    ...outcome,
    '### Consequences',
    '',
    ...consequences,
  ];
}

export function madr(sheet: DecisionSheet): readonly Line[] {
  const { chain, decision } = sheet;
  const found = risks(sheet);
  return [
    ...opening(sheet),
    '## Decision Drivers',
    '',
    // One list with the line below.
    ...sourcedBlock(chain, decision?.drivers, item).slice(0, -1),
    // Two options to be named are places enough; the driver is then a plain line.
    hasOptions(sheet) ? ['- ', place('What else weighs in: a quality, a limit, a cost')] : '- …',
    '',
    '## Considered Options',
    '',
    ...options(sheet),
    '## Decision Outcome',
    '',
    ...outcome,
    '### Consequences',
    '',
    ...consequences,
    ...(found.length === 0 ? [] : ['### Risks', '', ...found]),
    '### Confirmation',
    '',
    '<!-- How will others see that the decision is carried out: a review, a test, a figure? -->',
    '',
    ...sourcedBlock(chain, decision?.success, item),
    ...prosAndCons(sheet),
  ];
}

const opening = (sheet: DecisionSheet): readonly Line[] => [
  ...frontMatter(sheet),
  heading(sheet.facts),
  '',
  '## Context and Problem Statement',
  '',
  ...context(sheet),
];

/** One part for each option that the chain names. Where it names none there is nothing yet to weigh. */
function prosAndCons({ chain, decision }: DecisionSheet): readonly Line[] {
  const named = decision?.options;
  if (chain === undefined || named === undefined) return [];
  const parts = named.items.flatMap((option): readonly Line[] => [
    `### ${inertHeading(option.name)}`,
    '',
    condition(option),
    '',
    '- Good, because …',
    '- Bad, because …',
    '',
  ]);
  const comment = originComment({ chain: chain.id, node: named.node }, named.part, named.words);
  return ['## Pros and Cons of the Options', '', comment, '', ...parts];
}
