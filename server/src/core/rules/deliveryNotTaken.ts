import { producersOf } from '../analysis/producers.ts';
import type { Handoff } from '../model/chain.ts';
import { artefactParts, matchesArtefact, readArtefact } from '../model/values/artefact.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { quoted } from './support/words.ts';

const steps = (delivered: string): string => `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
    produces: [timeline, report]
handoffs:
  - then: post-mortem
    delivers: [${delivered}]
`;

export const deliveryNotTaken: Rule = {
  code: 'delivery-not-taken',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A handoff delivers what the other chain does not take.',
  details:
    'What a handoff delivers arrives as an input of the chain that follows. That chain has to declare it among its inputs, in the same version if both name one.',
  valid: [
    {
      text: steps('timeline'),
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: steps('report').replace(/\n$/, '\n#              ^^^^^^\n'),
      path: 'restore-service.chain.yaml',
    },
  ],
  *check({ document, project, chain: sender }) {
    if (sender === undefined) return;
    const chains = project.chainsFor(document.uri);
    // What nothing here makes is told as that.
    const made = new Set(
      [...producersOf(sender).map(each => each.artefact), ...sender.outputs].map(each => each.name),
    );
    for (const { kind, chain, delivers } of sender.handoffs) {
      const [receiver, ...others] = chains.get(chain.text) ?? [];
      const state = receiver === undefined ? undefined : project.documents.get(receiver.uri);
      if (receiver === undefined || others.length > 0 || !receivers.has(kind)) continue;
      // What the other file does not say well is not held against this one.
      if (state === undefined || !state.tree.complete || state.shape.problems.length > 0) continue;
      const inputs = receiver.model.inputs.map(each => artefactParts(each.text));
      for (const word of delivers) {
        const delivered = artefactParts(word.text);
        if (!made.has(delivered.name) || !readArtefact(word.text).ok) continue;
        if (inputs.some(input => matchesArtefact(delivered, input))) continue;
        yield {
          span: word.span,
          message: `The chain ${quoted(chain.text)} takes no ${quoted(word.text)}. Add it to the inputs of that chain, or do not deliver it.`,
          related: [{ uri: receiver.uri, span: receiver.id.span, message: `${quoted(chain.text)} is here.` }],
        };
      }
    }
  },
};

/** The kinds of handoff whose other chain receives something. */
const receivers: ReadonlySet<Handoff['kind']> = new Set(['then', 'joins', 'cycles-to', 'escalates-to']);
