/** The blocks that the templates of decision records share. */
import type { DecisionFacts, DecisionOption } from '../chainFacts.ts';
import { inert, inertHeading, yamlValue } from '../inert.ts';
import { originComment, originYamlComment } from '../origin.ts';
import { type Line, place } from '../sheet.ts';
import {
  type ChainFacts,
  chainReference,
  type DocumentFacts,
  item,
  riskWords,
  sentence,
  sourcedBlock,
} from './template.ts';

export interface DecisionSheet {
  readonly facts: DocumentFacts;
  readonly chain: ChainFacts | undefined;
  readonly decision: DecisionFacts | undefined;
}

export const heading = ({ title }: DocumentFacts): Line => `# ${inertHeading(title)}`;

/** MADR's front matter, of values that YAML reads as they are meant; what nobody knows has no key. */
export function frontMatter({ facts, chain, decision }: DecisionSheet): readonly Line[] {
  const deciders = namesOf(facts, decision?.deciders);
  const consulted = namesOf(facts, decision?.consulted);
  const { author } = facts;
  const named = chain !== undefined && decision !== undefined && deciders.length + consulted.length > 0;
  return [
    '---',
    'status: proposed',
    `date: ${facts.date}`,
    ...(author === undefined ? [] : [`author: ${yamlValue(author)}`]),
    ...(named ? [originYamlComment({ chain: chain.id, node: decision.node }, 'by', people(decision))] : []),
    ...yamlList('decision-makers', deciders),
    ...yamlList('consulted', consulted),
    '---',
    '',
  ];
}

const yamlList = (key: string, names: readonly string[]): readonly Line[] =>
  names.length === 0 ? [] : [`${key}:`, ...names.map(name => `  - ${yamlValue(name)}`)];

const people = ({ deciders, consulted }: DecisionFacts): readonly string[] => [
  ...deciders.map(name => `decides: ${name}`),
  ...consulted.map(name => `consulted: ${name}`),
];

/** Who wrote, decides and is heard, in one line each, for records without front matter. */
export function peopleLines({ facts, chain, decision }: DecisionSheet): readonly Line[] {
  const named = (word: string, names: readonly string[]): readonly Line[] =>
    names.length === 0 ? [] : [`${word}: ${names.map(inert).join(', ')}`, ''];
  const fromChain = [
    ...named('Decides', namesOf(facts, decision?.deciders)),
    ...named('Consulted', namesOf(facts, decision?.consulted)),
  ];
  const marked = chain !== undefined && decision !== undefined && fromChain.length > 0;
  return [
    ...named('Author', facts.author === undefined ? [] : [facts.author]),
    ...(marked ? [originComment({ chain: chain.id, node: decision.node }, 'by', people(decision)), ''] : []),
    ...fromChain,
  ];
}

export const namesOf = (facts: DocumentFacts, written: readonly string[] = []): readonly string[] =>
  written.map(facts.nameOf);

/** The question, what makes it due, and where it comes from. */
export function context({ chain, decision }: DecisionSheet): readonly Line[] {
  return [
    ...sourcedBlock(chain, decision?.question, inert),
    [place('What makes this decision due now, in two or three sentences')],
    '',
    ...(chain === undefined ? [] : raisedBy(chain)),
  ];
}

function raisedBy(chain: ChainFacts): readonly Line[] {
  const { id, title, summary } = chain;
  const words = summary === undefined ? [title] : [title, summary];
  const about = summary === undefined ? '.' : `: ${sentence(summary)}`;
  return [
    originComment({ chain: id }, 'summary', words),
    '',
    `It comes up in the chain ${chainReference(chain)}${about}`,
    '',
  ];
}

/** The options with the condition under which the chain takes each; two to be named where the chain names none. */
export function options({ chain, decision }: DecisionSheet): readonly Line[] {
  const named = sourcedBlock(chain, decision?.options, ({ name }) => item(name));
  return named.length > 0 ? named : [['- ', place('First option')], ['- ', place('Second option')], ''];
}

export const outcome: readonly Line[] = [
  ['Chosen option: "', place('option'), '", because ', place('it meets what matters most here'), '.'],
  '',
];

/** What the decision brings. Both sides are asked for: a decision that costs nothing needs no record. */
export const consequences: readonly Line[] = [
  ['- Good, because ', place('what gets better')],
  '- Bad, because …',
  '',
];

export const hasOptions = ({ decision }: DecisionSheet): boolean => decision?.options !== undefined;

export const risks = ({ chain, decision }: DecisionSheet): readonly Line[] =>
  sourcedBlock(chain, decision?.risks, risk => `- ${riskWords(risk)}`);

/** The conditions as the chain has them, for the pros and cons of an option. */
export const condition = ({ conditions }: DecisionOption): Line => {
  const said = conditions.map(when => `when ${when ?? 'no other condition holds'}`);
  return `The chain takes it ${sentence(said.join(', or '))}`;
};
