import type { ChainModel, Handoff, Word } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { knownChain, type Station, wayTo } from './support/otherChains.ts';
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

const making = `chain: licence
title: Licence
steps:
  - skill: site-reliability-engineer
    do: Get the licence
    produces: [licence-key]
output:
  licence-key: What unlocks it
`;

export const waitingCircle: Rule = {
  code: 'waiting-circle',
  family: 'handoff',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only their authors know which of the chains can go on without the other.',
  summary: 'Chains wait for each other, so that none of them can end.',
  details:
    'A chain that waits for another one without saying what it needs waits until that one has ended. If that one in turn waits for the first, or cannot end before it does, both wait forever. Say with needs which artefact is enough, or with workaround how to go on in the meantime. A chain that waits in this way for one that it hands over to with then waits for what starts only when it has ended: take one of the two out, or write the one that begins a new round as cycles-to.',
  valid: [
    {
      text: waiting('    workaround: Run on the old licence\n'),
      path: 'restore-service.chain.yaml',
      files: licence,
    },
    {
      text: waiting('    needs: licence-key\n  - then: licence\n'),
      path: 'restore-service.chain.yaml',
      files: { ...licence, 'licence.chain.yaml': making },
    },
    {
      text: waiting('  - { cycles-to: licence, every: yearly }\n'),
      path: 'restore-service.chain.yaml',
      files: { ...licence, 'licence.chain.yaml': making },
    },
  ],
  invalid: [
    {
      text: waiting('#              ^^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: licence,
    },
    {
      text: waiting('#              ^^^^^^^\n  - then: licence\n'),
      path: 'restore-service.chain.yaml',
      files: { ...licence, 'licence.chain.yaml': making },
    },
  ],
  *check(context) {
    const { chain: model } = context;
    const own = model?.id?.text;
    if (model === undefined || own === undefined || own === '') return;
    for (const handoff of model.handoffs) {
      if (!isWaitedOut(model, handoff)) continue;
      const found = endsAfter(context, own, handoff) ?? startsAfter(context, model, own, handoff);
      if (found !== undefined) yield found;
    }
  },
};

/** The other chain waits for this one, whatever lies between. */
function endsAfter(context: RuleContext, own: string, { chain }: Handoff): Finding | undefined {
  const [first, ...others] = wayTo(context, chain.text, own, waitedOut) ?? [];
  if (first === undefined) return undefined;
  return {
    span: chain.span,
    message: `This waits until ${quoted(chain.text)} has ended, which in turn waits for this chain${byWayOf(others)}. Say with "needs" what is enough, or add a "workaround".`,
    related: [first, ...others].map(station => relatedAt(station, 'waits for')),
  };
}

/**
 * This chain hands over to the other one, which so starts only when this one has ended. Where the other hands over to this one as well,
 * that circle is told of for itself.
 */
function startsAfter(context: RuleContext, model: ChainModel, own: string, { chain }: Handoff) {
  const { uri } = context.document;
  const isTold = context.project.handoffCirclesFor(uri).get(own)?.has(chain.text) === true;
  if (isTold || knownChain(context, chain.text) === undefined) return undefined;
  for (const next of followers(model)) {
    const others = wayTo(context, next.text, chain.text, followers);
    if (others === undefined) continue;
    const first = { uri, span: next.span, message: `This chain hands over to ${quoted(next.text)} here.` };
    return {
      span: chain.span,
      message: `This waits for ${quoted(chain.text)}, which in turn follows this chain${byWayOf(others)}. Take one of the two handoffs out, or write the one that begins a new round as "cycles-to".`,
      related: [first, ...others.map(station => relatedAt(station, 'hands over to'))],
    };
  }
  return undefined;
}

const byWayOf = (between: readonly Station[]): string =>
  between.length > 0 ? ` by way of ${between.map(each => quoted(each.chain.id.text)).join(', then ')}` : '';

const relatedAt = ({ chain, next }: Station, does: string) => ({
  uri: chain.uri,
  span: next.span,
  message: `${quoted(chain.id.text)} ${does} ${quoted(next.text)} here.`,
});

/** The chains that start when this one has ended. */
const followers = ({ handoffs }: ChainModel): readonly Word[] =>
  handoffs.flatMap(({ kind, chain }) => (kind === 'then' ? [chain] : []));

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
