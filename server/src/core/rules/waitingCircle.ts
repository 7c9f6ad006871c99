import type { ChainModel, Handoff, Word } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { wayTo } from './support/otherChains.ts';
import { quoted } from './support/words.ts';

const waiting = (more: string): string => `${oneStep}handoffs:
  - waits-for: licence
${more}`;

const licence: Readonly<Record<string, string>> = {
  'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
  'licence.chain.yaml': `chain: licence
title: Licence
steps:
  - skill: site-reliability-engineer
    do: Get the licence
handoffs:
  - waits-for: restore-service
`,
};

export const waitingCircle: Rule = {
  code: 'waiting-circle',
  family: 'handoff',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only their authors know which of the chains can go on without the other.',
  summary: 'Chains wait for each other, so that none of them can end.',
  details:
    'A chain that waits for another one without saying what it needs waits until that one has ended. If that one in turn waits for the first, or cannot end before it does, both wait forever. Say with needs which artefact is enough, or with workaround how to go on in the meantime.',
  valid: [
    {
      text: waiting('    workaround: Run on the old licence\n'),
      path: 'restore-service.chain.yaml',
      files: licence,
    },
  ],
  invalid: [
    {
      text: waiting('#              ^^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: licence,
    },
  ],
  *check(context) {
    const { chain: model } = context;
    const own = model?.id?.text;
    if (model === undefined || own === undefined || own === '') return;
    for (const handoff of model.handoffs) {
      if (!isWaitedOut(model, handoff)) continue;
      const [first, ...others] = wayTo(context, handoff.chain.text, own, waitedOut) ?? [];
      if (first === undefined) continue;
      const between =
        others.length > 0
          ? ` by way of ${others.map(each => quoted(each.chain.id.text)).join(', then ')}`
          : '';
      yield {
        span: handoff.chain.span,
        message: `This waits until ${quoted(handoff.chain.text)} has ended, which in turn waits for this chain${between}. Say with "needs" what is enough, or add a "workaround".`,
        related: [first, ...others].map(({ chain, next }) => ({
          uri: chain.uri,
          span: next.span,
          message: `${quoted(chain.id.text)} waits for ${quoted(next.text)} here.`,
        })),
      };
    }
  },
};

/** The chains that must have ended before this one can: waited for, run as a step, or escalated to in every run. */
const waitedOut = (model: ChainModel): readonly Word[] => [
  ...model.handoffs.flatMap(handoff =>
    isWaitedOut(model, handoff) || (handoff.blocks && handoff.condition === undefined) ? [handoff.chain] : [],
  ),
  ...model.nodes.flatMap(node =>
    node.kind === 'chain' && node.when === undefined && node.list.parentNode === undefined
      ? [node.chain]
      : [],
  ),
];

/** Whether a chain cannot end before the one that it waits for. What stands in lanes and routes, or may be left out, need not be reached. */
function isWaitedOut(model: ChainModel, { kind, needs, workaround, node }: Handoff): boolean {
  if (kind !== 'waits-for' || needs.length > 0 || workaround !== undefined) return false;
  if (node === undefined) return true;
  const place = resolveReference(model, node.text);
  return place.kind === 'node' && place.node.when === undefined && place.node.list.parentNode === undefined;
}
