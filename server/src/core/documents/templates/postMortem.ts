/**
 * A post-mortem of standard size. It is about what happened: the chain is a plan, so none of its steps stands in the timeline, and what it gives
 * are questions, risks and targets to hold the event against.
 */
import type { Risk, Sourced } from '../chainFacts.ts';
import { inert, inertHeading, yamlValue } from '../inert.ts';
import { originComment } from '../origin.ts';
import { type Line, place } from '../sheet.ts';
import {
  type ChainFacts,
  chainReference,
  type DocumentFacts,
  riskWords,
  sentence,
  sourcedBlock,
  table,
} from './template.ts';

export interface PostMortemSheet {
  readonly facts: DocumentFacts;
  readonly chain: ChainFacts | undefined;
  /** The step that writes the post-mortem. */
  readonly node: string | undefined;
  readonly risks: Sourced<Risk> | undefined;
  readonly success: Sourced<string> | undefined;
  readonly questions: Sourced<string> | undefined;
  readonly followers: Sourced<string> | undefined;
}

/** What an event in the timeline is, in the order in which incidents go. */
const kinds = ['impact-start', 'detected', 'paged', 'acknowledged', 'mitigated', 'resolved'] as const;

export function postMortem(sheet: PostMortemSheet): readonly Line[] {
  return [
    ...opening(sheet),
    ...timeline(sheet.facts),
    '## Detection',
    '',
    [place('Who or what noticed it first, and what should have noticed it earlier')],
    '',
    ...factors(sheet),
    ...looks(sheet),
    ...actions,
    ...ending(sheet),
  ];
}

function opening({ facts, chain, node }: PostMortemSheet): readonly Line[] {
  const { author } = facts;
  return [
    '---',
    'status: draft',
    `date: ${facts.date}`,
    ...(author === undefined ? [] : [`author: ${yamlValue(author)}`]),
    '---',
    '',
    `# Post-mortem: ${inertHeading(facts.title)}`,
    '',
    ...(chain === undefined ? [] : [...provenance(chain, node), '']),
    '## Summary',
    '',
    [place('What happened, what it did to people, and how it ended, so that a newcomer understands it')],
    '',
    '## Impact',
    '',
    ['- People: ', place('how many, who, and what they could not do')],
    '- Length: …',
    '- Data, money, promises: …',
    '',
    '## Severity',
    '',
    [place('The level, and the figure that makes it so')],
    '',
  ];
}

function provenance(chain: ChainFacts, node: string | undefined): readonly Line[] {
  const words = [chain.title, ...(chain.trigger === undefined ? [] : [chain.trigger])];
  const trigger = chain.trigger === undefined ? '' : ` It is for: ${sentence(chain.trigger)}`;
  return [
    originComment({ chain: chain.id, node }, 'chain', words),
    '',
    `The plan for such an event is the chain ${chainReference(chain)}.${trigger}`,
  ];
}

/** A row for each kind of event, to be filled in with what happened; the one time that is known is that of writing. */
function timeline({ date, time }: DocumentFacts): readonly Line[] {
  const now = time === undefined ? date : `${date} ${time}Z`;
  return [
    '## Timeline',
    '',
    '<!-- Times in UTC, such as 2024-01-31 08:15Z. A row whose time nobody knows stays without one. -->',
    '',
    ...table([
      ['Time', 'Kind', 'What happened'],
      ...kinds.map(kind => ['', kind, '']),
      [now, 'note', 'This post-mortem was begun'],
    ]),
    '',
  ];
}

/** Two at least are asked for, as an incident with one cause is one that was not looked into. */
function factors({ chain, risks }: PostMortemSheet): readonly Line[] {
  const known = sourcedBlock(chain, risks, ({ risk, avoid }) => `- [ ] ${riskWords({ risk, avoid })}`);
  return [
    '## Contributing Factors',
    '',
    ['1. ', place('What had to be so for this to happen')],
    ['2. ', place('What else had to be so')],
    '',
    ...(known.length === 0
      ? []
      : ['Pitfalls that the chain warns of; tick those that played a part:', '', ...known]),
  ];
}

function looks({ chain, success }: PostMortemSheet): readonly Line[] {
  const targets = sourcedBlock(chain, success, target => `- [ ] ${inert(target)}`);
  return [
    ...['## What Went Well', '', '- …', ''],
    ...['## What Went Badly', '', '- …', ''],
    ...['## Where We Were Lucky', '', '- …', ''],
    ...(targets.length === 0
      ? []
      : ['## Targets', '', 'What the chain calls a success; tick what was reached:', '', ...targets]),
  ];
}

const actions: readonly Line[] = [
  '## Actions',
  '',
  '<!-- An action ends in something that can be checked. Types: prevent, mitigate, detect, process. -->',
  '',
  ...table([
    ['Id', 'Action', 'Type', 'Priority', 'Owner', 'Due', 'Status', 'Link'],
    ['A1', '', 'prevent', '', '', '', 'open', ''],
    ['A2', '', 'detect', '', '', '', 'open', ''],
  ]),
  '',
];

function ending({ chain, questions, followers }: PostMortemSheet): readonly Line[] {
  const asked = sourcedBlock(chain, questions, question => `- ${inert(question)}`);
  return [
    '## Follow-up',
    '',
    '<!-- Who looks at the actions again, and when? -->',
    '',
    ...sourcedBlock(chain, followers, next => `- [ ] Hand over to the chain ${inert(next)}`),
    ...(asked.length === 0 ? [] : ['Questions for the review:', '', ...asked]),
    '## Communication',
    '',
    ...table([['Time', 'Who was told', 'By whom', 'What, and where'], []]),
    '',
  ];
}
