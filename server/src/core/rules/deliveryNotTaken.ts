import { producersOf } from '../analysis/producers.ts';
import type { ArtefactWord } from '../model/chain.ts';
import { artefactParts, matchesArtefact, readArtefact } from '../model/values/artefact.ts';
import { handoffsOf } from '../project/handoffs.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { placeIn } from './support/nodes.ts';
import { knownChain } from './support/otherChains.ts';
import { enumerated, quoted } from './support/words.ts';

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
  family: 'handoff',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A handoff delivers something that the other chain does not take.',
  details:
    'What a handoff delivers arrives as an input of the chain that follows. That chain has to declare it among its inputs, or to wait for it in its own handoff, in the same version if both name one.',
  valid: [
    {
      text: steps('timeline'),
      path: 'restore-service.chain.yaml',
    },
    {
      text: steps('report'),
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
        'post-mortem.chain.yaml': `chain: post-mortem
title: Post-mortem
steps:
  - skill: site-reliability-engineer
    do: Write down what happened
handoffs:
  - waits-for: restore-service
    needs: report
`,
      },
    },
  ],
  invalid: [
    {
      text: steps('timeline@2')
        .replace('[timeline,', '[timeline@2,')
        .replace(/\n$/, '\n#              ^^^^^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
        'post-mortem.chain.yaml': `chain: post-mortem
title: Post-mortem
inputs:
  timeline@1: What happened when
steps:
  - skill: site-reliability-engineer
    do: Write down what happened
    needs: [timeline]
`,
      },
    },
    {
      text: steps('report').replace(/\n$/, '\n#              ^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      fixed: steps('').replace('    delivers: []\n', ''),
    },
  ],
  *check(context) {
    const { document, project, chain: sender } = context;
    if (sender === undefined) return;
    // What nothing here makes is told as that.
    const made = new Set(
      [...producersOf(sender).map(each => each.artefact), ...sender.outputs].map(each => each.name),
    );
    for (const { own, ends } of handoffsOf(project, document)) {
      const receiver = own && own.kind !== 'waits-for' ? knownChain(context, own.chain.text) : undefined;
      if (own === undefined || receiver === undefined) continue;
      const taken = [...receiver.model.inputs, ...ends.flatMap(end => end.handoff.needs)];
      for (const word of own.delivers) {
        const delivered = artefactParts(word.text);
        if (!made.has(delivered.name) || !readArtefact(word.text).ok) continue;
        if (taken.some(each => matchesArtefact(delivered, each))) continue;
        const chain = quoted(receiver.id.text);
        const others = [
          ...new Set(taken.filter(({ name }) => name === delivered.name).map(({ text }) => text)),
        ];
        yield {
          ...placeIn(own, 'delivers', word),
          message:
            others.length > 0
              ? `The chain ${chain} takes ${enumerated(others, 'and')}, and this is ${quoted(word.text)}. Deliver the version that it takes, or adapt one of the two chains.`
              : `The chain ${chain} takes no ${quoted(word.text)}. Add it to the inputs of that chain, or do not deliver it.`,
          related: [{ uri: receiver.uri, span: receiver.id.span, message: `${chain} is here.` }],
          fixes: others.length > 0 ? [] : undelivered(document, word),
        };
      }
    }
  },
};

function undelivered(document: DocumentState, { node, text }: ArtefactWord): readonly Fix[] {
  const edits = removeItem(document, node);
  return edits === undefined ? [] : [{ title: `Do not deliver ${quoted(text)}`, edits }];
}
