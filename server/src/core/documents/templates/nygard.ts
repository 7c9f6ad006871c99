/** Michael Nygard's record as adr-tools writes it: number, title, date, status, context, decision, consequences. */
import { inertHeading } from '../inert.ts';
import { type Line, place } from '../sheet.ts';
import { context, type DecisionSheet, hasOptions, options, peopleLines, risks } from './decision.ts';
import { item, sourcedBlock } from './template.ts';

export function nygard(sheet: DecisionSheet): readonly Line[] {
  const { facts, chain, decision } = sheet;
  const number = facts.number === undefined ? '' : `${facts.number}. `;
  const drivers = sourcedBlock(chain, decision?.drivers, item);
  const found = risks(sheet);
  return [
    `# ${number}${inertHeading(facts.title)}`,
    '',
    `Date: ${facts.date}`,
    '',
    ...peopleLines(sheet),
    '## Status',
    '',
    'Proposed',
    '',
    '## Context',
    '',
    ...context(sheet),
    ...(drivers.length === 0 ? [] : ['What the outcome is held against:', '', ...drivers]),
    ...(hasOptions(sheet) ? ['The options:', '', ...options(sheet)] : []),
    '## Decision',
    '',
    [
      'We will ',
      place('what we do from now on'),
      ', because ',
      place('it meets what matters most here'),
      '.',
    ],
    '',
    '## Consequences',
    '',
    [place('What becomes easier')],
    '',
    [place('What becomes harder, and who bears it')],
    '',
    ...(found.length === 0 ? [] : ['Risks to keep in view:', '', ...found]),
  ];
}
