import { producersOf } from '../analysis/producers.ts';
import type { ArtefactWord, Handoff } from '../model/chain.ts';
import { type Artefact, matchesArtefact, readArtefact } from '../model/values/artefact.ts';
import { handoffsOf } from '../project/handoffs.ts';
import type { HandoffEnd, KnownChain } from '../project/snapshot.ts';
import type { Finding, Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { placeIn } from './support/nodes.ts';
import { knownChain } from './support/otherChains.ts';
import { changesTo } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, enumerated, quoted } from './support/words.ts';

const waiting = (needed: string): string => `${oneStep}handoffs:
  - waits-for: post-mortem
    needs: ${needed}
`;

const delivering = (delivered: string): Readonly<Record<string, string>> => ({
  'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
  'alarm.chain.yaml': `chain: alarm
title: Alarm
steps:
  - skill: site-reliability-engineer
    do: Look at what fired
    produces: [alert, first-guess]
handoffs:
  - then: restore-service
    delivers: [${delivered}]
`,
});

export const needNotDelivered: Rule = {
  code: 'need-not-delivered',
  family: 'handoff',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A chain waits for something that the other chain does not give.',
  details:
    'What waits-for needs has to be made by the chain that is waited for. Where that chain hands over to this one and says what it delivers, it has to be among that, in the same version if both name one. Nothing is reported about a chain that names nothing it makes.',
  valid: [
    { text: waiting('post-mortem'), path: 'restore-service.chain.yaml' },
    {
      text: `${oneStep}handoffs:
  - waits-for: alarm
    needs: [alert]
`,
      path: 'restore-service.chain.yaml',
      files: delivering('alert'),
    },
  ],
  invalid: [
    {
      text: waiting('post-mortm\n#          ^^^^^^^^^^'),
      path: 'restore-service.chain.yaml',
      fixed: waiting('post-mortem'),
    },
    {
      text: `${oneStep}handoffs:
  - waits-for: alarm
    needs: [alert, first-guess]
#                  ^^^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      files: delivering('alert'),
    },
    {
      text: `${oneStep}handoffs:
  - waits-for: alarm
    needs: [alert@2]
#           ^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
        'alarm.chain.yaml':
          'chain: alarm\ntitle: Alarm\nsteps:\n  - skill: site-reliability-engineer\n    do: Look\noutput:\n  alert@1: What fired\n',
      },
      fixed: `${oneStep}handoffs:
  - waits-for: alarm
    needs: [alert@1]
`,
    },
  ],
  *check(context) {
    const { document, project } = context;
    for (const { own, ends } of handoffsOf(project, document)) {
      const giver = own?.kind === 'waits-for' ? knownChain(context, own.chain.text) : undefined;
      if (own === undefined || giver === undefined) continue;
      for (const word of own.needs) {
        if (readArtefact(word.text).ok) yield* missing(own, word, giver, ends);
      }
    }
  },
};

function* missing(
  own: Handoff,
  word: ArtefactWord,
  giver: KnownChain,
  ends: readonly HandoffEnd[],
): Iterable<Finding> {
  const made = madeBy(giver);
  if (made.length === 0) return;
  const chain = quoted(giver.id.text);
  const same = made.filter(each => each.name === word.name);
  if (!same.some(each => matchesArtefact(each, word))) {
    const names = [...new Set((same.length > 0 ? same : made).map(each => each.text))];
    const near = same.length > 0 ? names : suggester(names)(word.name);
    const advice =
      same.length > 0
        ? `What it makes is ${enumerated(names, 'and')}. Ask for a version that it makes.`
        : didYouMean(near) || 'Wait for something that it makes, or add it to the outputs of that chain.';
    yield {
      ...placeIn(own, 'needs', word),
      message: `The chain ${chain} makes no ${quoted(word.text)}. ${advice}`,
      related: [{ uri: giver.uri, span: giver.id.span, message: `${chain} is here.` }],
      fixes: changesTo(word.node, near.slice(0, 3)),
    };
    return;
  }
  const senders = ends.filter(({ handoff }) => handoff.delivers.length > 0);
  if (senders.length === 0 || senders.some(({ handoff }) => gives(handoff, word))) return;
  yield {
    ...placeIn(own, 'needs', word),
    message: `The chain ${chain} makes ${quoted(word.text)}, but does not deliver it to this one. Add it to "delivers" of that handoff, or do without it.`,
    related: senders.map(({ uri, handoff }) => ({
      uri,
      span: handoff.chain.span,
      message: 'The handoff is written here too.',
    })),
  };
}

const gives = ({ delivers }: Handoff, wanted: Artefact): boolean =>
  delivers.some(each => matchesArtefact(each, wanted));

/** All that a chain has to give: its outputs, what its nodes and phases make, and what it delivers. */
const madeBy = ({ model }: KnownChain): readonly ArtefactWord[] => [
  ...model.outputs,
  ...producersOf(model).flatMap(({ artefact, by }) => (by === 'node' || by === 'phase' ? [artefact] : [])),
  ...model.handoffs.flatMap(handoff => handoff.delivers),
];
