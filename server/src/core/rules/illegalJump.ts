import type { JumpProblem, ResolvedJump } from '../analysis/jumps.ts';
import { resolveJumps } from '../analysis/jumps.ts';
import type { ChainModel } from '../model/chain.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { isJumpRead, placeOfJump } from './support/jumps.ts';
import { kindOf, usableId } from './support/nodes.ts';
import { changesTo } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const respond = (target: string): string => `${head}steps:
  - id: respond
    parallel:
      - id: contain
        skill: site-reliability-engineer
        do: Close the hole
      - id: inform
        skill: technical-writer
        do: Tell the customers
  - checkpoint: Service is back
    by: incident-commander
    if-refused: { back-to: ${target}, at-most: 2 }
`;

export const illegalJump: Rule = {
  code: 'illegal-jump',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A jump leads to a place where no jump may lead.',
  details:
    'A jump goes to a node of its own list or of an enclosing list, never into or out of a lane and never into the steps of a route. To redo one lane, go back to its parallel. Only stop leads out of a lane, and a jump back leads to something that came before.',
  valid: [
    {
      text: respond('respond'),
    },
  ],
  invalid: [
    {
      text: respond('contain').replace(/\n$/, '\n#                          ^^^^^^^\n'),
      fixed: respond('respond'),
    },
    {
      text: `${head}steps:
  - decision: Were customers hit?
    by: incident-commander
    routes:
      - when: nobody noticed
        go: tell
#           ^^^^
      - otherwise:
          - id: tell
            skill: technical-writer
            do: Tell the customers
`,
    },
    {
      text: respond('stop').replace(/\n$/, '\n#                          ^^^^\n'),
      fixed: respond('stop').replace(/\{ back-to.*\}/, 'stop'),
    },
    {
      text: respond('end').replace(/\n$/, '\n#                          ^^^\n'),
    },
  ],
  *check({ document, chain, soundness }) {
    if (chain === undefined) return;
    for (const jump of resolveJumps(chain)) {
      const { problem } = jump;
      if (problem === undefined || problem === 'unknown' || problem === 'ambiguous') continue;
      if (isJumpRead(soundness, jump)) yield finding(document.uri, chain, jump, problem);
    }
  },
};

function finding(
  uri: string,
  model: ChainModel,
  resolved: ResolvedJump,
  problem: Exclude<JumpProblem, 'unknown' | 'ambiguous'>,
): Finding {
  const { jump, barrier } = resolved;
  const name = quoted(jump.target.text);
  const wall = barrier === undefined ? '' : ` ${quoted(barrier.name.text)}`;
  const related =
    barrier === undefined
      ? []
      : [{ uri, span: barrier.name.span, message: `This is the ${kindOf(barrier)}${wall}.` }];
  return {
    ...placeOfJump(resolved),
    message: isOwnRoute(resolved)
      ? `${name} stands in a route of this very decision. Go to a node that stands outside of it.`
      : jump.target.text === 'stop'
        ? 'A refusal does not go back to "stop". Write "if-refused: stop", or the id of a node or phase that came before.'
        : messages[problem](name, wall),
    related,
    fixes: fixes(model, resolved, problem),
  };
}

const messages: Readonly<
  Record<Exclude<JumpProblem, 'unknown' | 'ambiguous'>, (target: string, barrier: string) => string>
> = {
  'to-lane': (target, barrier) =>
    `${target} is a lane, and a jump leads to nodes. Go to its parallel${barrier}, and all of its lanes run anew.`,
  'into-lane': (target, barrier) =>
    `${target} stands in a lane of the parallel${barrier}, where no jump leads from outside. Go to the parallel.`,
  'out-of-lane': (target, barrier) =>
    `A jump to ${target} would leave a lane of the parallel${barrier}. From a lane only "stop" leads out.`,
  'into-route': (target, barrier) =>
    `${target} stands in a route of the decision${barrier}, where no jump leads from outside. Go to the decision.`,
  'end-in-lane': () =>
    'A lane cannot end the chain. Write "next" to go on behind this node, or "stop" to give the chain up.',
  itself: target =>
    `This goes back to ${target} itself, with nothing done in between. Go to a node before it.`,
  'not-back': target => `${target} comes later in this chain, and a way back leads to what came before.`,
  'reserved-word': target =>
    `${target} is no node to go back to. Write the id of a node or phase that came before.`,
  'empty-phase': target => `The phase ${target} has no nodes to go to. Give it some, or go to another one.`,
};

/** Whether the target stands in another route of the decision that jumps. */
const isOwnRoute = ({ problem, barrier, from }: ResolvedJump): boolean =>
  problem === 'into-route' && barrier !== undefined && barrier === from;

function fixes(model: ChainModel, resolved: ResolvedJump, problem: JumpProblem): readonly Fix[] {
  if (isOwnRoute(resolved)) return [];
  const { jump, barrier } = resolved;
  if (problem === 'end-in-lane')
    return changesTo(jump.target.node, ['next']).map(fix => ({ ...fix, preferred: false }));
  const leadsThere = problem === 'to-lane' || problem === 'into-lane' || problem === 'into-route';
  if (jump.target.text === 'stop')
    return [
      {
        title: 'Write "if-refused: stop"',
        edits: [{ span: jump.map.span, newText: 'stop' }],
        preferred: true,
      },
    ];
  const id = barrier === undefined || !leadsThere ? undefined : usableId(model, barrier);
  return id === undefined ? [] : changesTo(jump.target.node, [id]);
}
