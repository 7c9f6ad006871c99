import type { ChainModel, Handoff } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';

const chain = (escalation: string): string => `${head}steps:
  - { id: restore, skill: site-reliability-engineer, do: Restore the service }
  - { id: hit, decision: Are customers hit?, routes: [{ when: they are, go: stop }, { otherwise: next }] }
  - { id: tell, skill: technical-writer, do: Tell everybody }
handoffs:
  - escalates-to: post-mortem
    blocks: true
${escalation}`;

export const escalationWithoutResume: Rule = {
  code: 'escalation-without-resume',
  family: 'handoff',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'An escalation pauses a chain, and nothing says where the chain goes on.',
  details:
    'A chain that was paused goes on at the node after from, unless resumes-at says otherwise. Without from there is no such node; after a decision the next node depends on the route; and after the last node nothing is left. Say with resumes-at where the chain goes on, or with end that it is over then.',
  valid: [{ text: chain('    from: restore\n') }, { text: chain('    from: hit\n    resumes-at: tell\n') }],
  invalid: [
    {
      text: chain('').replace(
        'escalates-to: post-mortem\n',
        'escalates-to: post-mortem\n#                 ^^^^^^^^^^^\n',
      ),
    },
    {
      text: chain('    from: tell\n#         ^^^^\n'),
      fixed: chain('    from: tell\n    resumes-at: end\n'),
    },
    { text: chain('    from: hit\n#         ^^^\n') },
  ],
  *check({ document, sound, soundness }) {
    for (const handoff of sound?.model.handoffs ?? []) {
      const { kind, blocks, resumes, chain: other, node, syntax } = handoff;
      if (sound === undefined || kind !== 'escalates-to' || !blocks || resumes !== undefined) continue;
      const why = soundness.holdsFor(syntax) ? unclear(sound.model, handoff) : undefined;
      if (why === undefined || ['from', 'resumes-at'].some(key => misspellsKey(document, syntax, key)))
        continue;
      const fixes =
        why === 'nothing is left behind the node after which it begins' ? ending(document, handoff) : [];
      yield {
        span: (node ?? other).span,
        message: `The chain is paused for this, and where it goes on is not clear: ${why}. Say so with "resumes-at"${node === undefined ? ', or name the node under "from"' : ''}.`,
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
};

/** Why the next node is not known; `undefined` where it is, and where a name is not understood. */
function unclear(model: ChainModel, { node }: Handoff) {
  if (node === undefined) return 'it may begin after any node';
  const from = resolveReference(model, node.text);
  if (from.kind !== 'node') return undefined;
  if (from.node.kind === 'decision') return 'behind a decision that depends on the route';
  const last = model.body.findLast(({ nodes }) => nodes.length > 0)?.nodes.at(-1);
  return from.node === last ? 'nothing is left behind the node after which it begins' : undefined;
}

function ending(document: DocumentState, { syntax }: Handoff): readonly Fix[] {
  const edits = addKey(document, syntax, 'resumes-at', 'end', ['escalates-to', 'if', 'from', 'blocks']);
  return edits === undefined ? [] : [{ title: 'Let the chain end then', edits }];
}
