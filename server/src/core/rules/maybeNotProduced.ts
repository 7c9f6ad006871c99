import type { ChainNode } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { needsIn } from './support/needs.ts';
import { kindOf, nodeWithLine, placeIn } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${first}  - id: write
    skill: technical-writer
    do: Write down what happened
${second}`;

export const maybeNotProduced: Rule = {
  code: 'maybe-not-produced',
  family: 'data',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'A node needs something that only some paths through the chain make.',
  details:
    'A node makes nothing if its when skips it, if it is on a route that is not taken, or if its lane loses the race against another. Guard the node with the same when, or let every way make what it needs.',
  valid: [
    {
      text: steps(
        '    when: customers noticed\n    produces: [timeline]\n',
        '    when: customers noticed\n    needs: [timeline]\n',
      ),
    },
  ],
  invalid: [
    {
      text: steps(
        '    when: customers noticed\n    produces: [timeline]\n',
        '    needs: [timeline]\n#           ^^^^^^^^\n',
      ),
      fixed: steps(
        '    when: customers noticed\n    produces: [timeline]\n',
        '    when: customers noticed\n    needs: [timeline]\n',
      ),
    },
  ],
  *check(context) {
    const { document } = context;
    for (const { word, node, producers } of needsIn(context, 'maybe')) {
      const [maker] = producers.flatMap(each => each.node ?? []);
      const made = maker === undefined ? 'a phase delivers it' : `${nodeWithLine(document, maker)} makes it`;
      yield {
        ...placeIn(node, 'needs', word),
        message: `${quoted(word.text)} may be missing here: ${made}, but not on every way that leads to this ${kindOf(node)}. Guard both with the same "when", or make it on the other ways too.`,
        related: producers.map(({ artefact }) => ({
          uri: document.uri,
          span: artefact.span,
          message: `${quoted(artefact.text)} is made here.`,
        })),
        fixes: producers.length === 1 && maker !== undefined ? sameCondition(document, node, maker) : [],
      };
    }
  },
};

/** None where the one is not left out by a condition of its own, or the other has one already. */
function sameCondition(document: DocumentState, node: ChainNode, { when, list }: ChainNode): readonly Fix[] {
  const { style } = when?.node ?? {};
  if (
    when === undefined ||
    node.when !== undefined ||
    list !== node.list ||
    style === 'literal' ||
    style === 'folded'
  )
    return [];
  const written = document.text.slice(when.span.start, when.span.end);
  // What begins with an anchor or a star, or goes on below, is not repeated as it stands.
  if (/[\r\n]|^[&*!]/.test(written)) return [];
  const edits = addKey(document, node.syntax, 'when', written, [
    'id',
    'skill',
    'team',
    'checkpoint',
    'decision',
    'chain',
    'do',
  ]);
  return edits === undefined ? [] : [{ title: `Guard this ${kindOf(node)} with the same "when"`, edits }];
}
