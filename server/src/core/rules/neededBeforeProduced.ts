import type { Need } from '../analysis/dataFlow.ts';
import type { ChainModel, ChainNode } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addItem, addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { moveBehind } from './support/moves.ts';
import { needsIn } from './support/needs.ts';
import { kindOf, nodeWithLine, placeIn, usableId } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${first}  - id: write
    skill: technical-writer
    do: Write down what happened
${second}`;

const lanes = (second: string): string => `${head}steps:
  - parallel:
      - id: restore
        skill: site-reliability-engineer
        do: Restore the service
        produces: [timeline]
      - id: write
        skill: technical-writer
        do: Write down what happened
${second}`;

export const neededBeforeProduced: Rule = {
  code: 'needed-before-produced',
  family: 'data',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A node needs something that is not there yet when it starts.',
  details:
    'The order of the list decides what is there, not the names of what is needed. Move the node after its producer; between lanes, which run at the same time, let it wait with after.',
  valid: [
    {
      text: steps('    produces: [timeline]\n', '    needs: [timeline]\n'),
    },
    {
      text: lanes('        after: [restore]\n        needs: [timeline]\n'),
    },
  ],
  invalid: [
    {
      text: steps('    needs: [report]\n#           ^^^^^^\n', '    produces: [report]\n'),
      fixed: `${head}steps:
  - id: write
    skill: technical-writer
    do: Write down what happened
    produces: [report]
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
    needs: [report]
`,
    },
    {
      text: lanes('        needs: [timeline]\n#               ^^^^^^^^\n'),
      fixed: lanes('        after: [restore]\n        needs: [timeline]\n'),
    },
  ],
  *check(context) {
    const { document, chain } = context;
    if (chain === undefined) return;
    for (const need of needsIn(context, 'later', 'other-lane', 'other-route', 'no-path', 'itself')) {
      const { word, node, producers } = need;
      yield {
        ...placeIn(node, 'needs', word),
        message: messageOf(document, need),
        related: producers.map(({ artefact }) => ({
          uri: document.uri,
          span: artefact.span,
          message: `${quoted(artefact.text)} is made here.`,
        })),
        fixes: fixes(document, chain, need),
      };
    }
  },
};

function messageOf(document: DocumentState, { word, node, state, producers }: Need): string {
  const name = quoted(word.text);
  const maker = producers.flatMap(each => each.node ?? [])[0];
  const by = maker === undefined ? 'what makes it' : nodeWithLine(document, maker);
  const here = `this ${kindOf(node)}`;
  switch (state) {
    case 'itself':
      return `${name} is needed to start ${here}, but only ${here} itself makes it. Take it out of one of the two lists, or let an earlier node make it.`;
    case 'other-lane':
      return `${name} may not be there yet: ${by} makes it in another lane, which runs at the same time. Add "after" to wait for it.`;
    case 'other-route':
      return `${name} is never there: ${by} makes it on another route of the same decision. Let a node before the decision make it.`;
    case 'no-path':
      return `${name} is never there: no way leads from ${by}, which makes it, to ${here}. Let a node on the way here make it.`;
    default:
      return `${name} is not there yet: ${by} makes it, and comes later. Move ${here} behind it.`;
  }
}

function fixes(document: DocumentState, model: ChainModel, { node, state, producers }: Need): readonly Fix[] {
  const makers = producers.flatMap(each => each.node ?? []);
  const [maker] = makers;
  if (maker === undefined) return [];
  if (state === 'other-lane') return waiting(document, model, node, maker);
  if (state !== 'later' || maker.list !== node.list) return [];
  const edits = moveBehind(document, node.syntax, maker.syntax);
  const title = `Move this ${kindOf(node)} behind ${quoted(maker.name.text)}`;
  return edits === undefined ? [] : [{ title, edits, preferred: true }];
}

function waiting(
  document: DocumentState,
  model: ChainModel,
  node: ChainNode,
  maker: ChainNode,
): readonly Fix[] {
  const id = usableId(model, maker);
  if (node.kind !== 'step' || node.synthesizes !== undefined || id === undefined) return [];
  const there = node.syntax.entries.find(entry => entry.key.text === 'after')?.value;
  const edits =
    there === undefined
      ? addKey(document, node.syntax, 'after', `[${id}]`, ['id', 'skill', 'team', 'do', 'when'])
      : there.kind === 'list'
        ? addItem(document, there, { block: id, flow: id })
        : undefined;
  return edits === undefined ? [] : [{ title: `Wait for it with "after: [${id}]"`, edits, preferred: true }];
}
