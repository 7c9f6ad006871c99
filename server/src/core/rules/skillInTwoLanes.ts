import { afterReferences } from '../analysis/after.ts';
import type { ChainModel, ChainNode, Lane, NodeList, ParallelNode, Word } from '../model/chain.ts';
import type { Rule } from './rule.ts';
import { skillId } from './support/duties.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const lanes = (first: string, second: string): string => `${head}steps:
  - parallel:
      - skill: ${first}
        do: Restore the service
      - lane: Tell
        steps:
          - { skill: ${second}, do: Tell the customers }
`;

export const skillInTwoLanes: Rule = {
  code: 'skill-in-two-lanes',
  family: 'people',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'One skill is called on in two lanes that run at once.',
  details:
    'Lanes of a parallel run at once. Where one skill works in two of them, either several people have it, or one has to do two things at a time and the lanes run after each other in practice. Give one lane to somebody else, put both into one lane, or order them with after. A team has several people, so nothing is reported about teams.',
  fixless: 'Only whoever plans the chain knows who else could do it, or how many have the skill.',
  valid: [
    { text: lanes('SRE', 'technical-writer') },
    { text: lanes('SRE', 'SRE, after: mend').replace('- skill', '- id: mend\n        skill') },
  ],
  invalid: [
    {
      text: lanes('SRE', 'site-reliability-engineer').replace(
        /$/,
        '#                    ^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      ),
    },
    {
      text: `${head}steps: [{ parallel: [{ skill: SRE, do: Restore it }, { skill: SRE, do: Tell everybody }] }]
#                                                             ^^^
`,
    },
  ],
  *check({ document, project, sound }) {
    if (sound === undefined || !sound.model.nodes.some(({ kind }) => kind === 'parallel')) return;
    const { model } = sound;
    const index = project.skillsFor(document.uri);
    const ordered = orderedLanes(model);
    const used = new Map<ParallelNode, Map<string, Use>>();
    for (const node of model.nodes) {
      const word = node.kind === 'step' ? node.skill : undefined;
      const skill = word && skillId(index, word);
      if (word === undefined || skill === undefined) continue;
      for (const { parallel, lane } of lanesAround(node.list)) {
        const skills = used.get(parallel) ?? new Map<string, Use>();
        used.set(parallel, skills);
        const first = skills.get(skill);
        if (first === undefined) skills.set(skill, { word, lane, told: new Set([lane]) });
        else if (!first.told.has(lane) && !ordered(first.lane, lane)) {
          first.told.add(lane);
          yield {
            span: word.span,
            message: `${quoted(skill)} works in another lane at the same time. Give one of the two to somebody else, or order them with "after".`,
            related: [{ uri: document.uri, span: first.word.span, message: 'This is where it works too.' }],
          };
        }
      }
    }
  },
};

/** Where a skill works first in a parallel, and the lanes of which nothing is to be said any more. */
interface Use {
  readonly word: Word;
  readonly lane: NodeList;
  readonly told: Set<NodeList>;
}

/** The lanes that a list is or stands in, from the inside out. */
function lanesAround(
  list: NodeList,
): readonly { readonly parallel: ParallelNode; readonly lane: NodeList }[] {
  const { parentNode } = list;
  if (parentNode === undefined) return [];
  const outer = lanesAround(parentNode.list);
  return parentNode.kind === 'parallel' && list.owner === 'lane'
    ? [{ parallel: parentNode, lane: list }, ...outer]
    : outer;
}

/** Tells whether something in one of two lanes waits for something in the other. */
function orderedLanes(model: ChainModel): (one: NodeList, other: NodeList) => boolean {
  const waits = new Map<NodeList, Set<NodeList>>();
  for (const { node, target, state } of afterReferences(model)) {
    const awaited = target.kind === 'node' ? target.node : target.kind === 'lane' ? target.lane : undefined;
    if (state !== 'orders' || awaited === undefined) continue;
    const lanesOf = new Map(lanesAround(listOf(awaited)).map(({ parallel, lane }) => [parallel, lane]));
    for (const { parallel, lane } of lanesAround(node.list)) {
      const other = lanesOf.get(parallel);
      if (other !== undefined && other !== lane) waits.set(lane, (waits.get(lane) ?? new Set()).add(other));
    }
  }
  return (one, other) => waits.get(one)?.has(other) === true || waits.get(other)?.has(one) === true;
}

const listOf = ({ list }: ChainNode | Lane): NodeList => list;
