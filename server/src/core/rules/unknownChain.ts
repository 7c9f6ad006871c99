import type { KnownChain } from '../project/snapshot.ts';
import { mayHoldChain } from '../project/targets.ts';
import { comparable } from '../util/comparable.ts';
import type { Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

export const unknownChain: Rule = {
  code: 'unknown-chain',
  family: 'names',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A reference names a chain that the workspace folder does not have.',
  details:
    'Sub-chains and handoffs name a chain by the id that its file gives it. A sub-chain that is not there cannot be run, which is an error; a handoff to one that is not there yet is a warning. Outside of a workspace folder nothing is reported.',
  valid: [
    {
      text: `${oneStep}    produces: [timeline]\n  - chain: post-mortem\n`,
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: `${oneStep}    produces: [timeline]
  - chain: post-mortm
#          ^^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      fixed: `${oneStep}    produces: [timeline]
  - chain: post-mortem
`,
    },
    {
      text: `${oneStep}    produces: [timeline]
  - chain: Write the post mortem
#          ^^^^^^^^^^^^^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
        'pm.chain.yaml':
          'chain: pm\ntitle: Write the post-mortem\nsteps:\n  - { skill: site-reliability-engineer, do: Write it down }\n',
      },
      fixed: `${oneStep}    produces: [timeline]
  - chain: pm
`,
    },
    {
      text: `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
handoffs:
  - then: celebrate
#         ^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
    },
  ],
  *check({ document, project, soundness }) {
    if (!project.complete || project.folderOf(document.uri) === undefined) return;
    const chains = project.chainsFor(document.uri);
    const nearest = suggester(chains.keys());
    const ofTitle = titled(chains);
    for (const node of scalarsOf(document, 'chain-reference')) {
      if (chains.has(node.text) || soundness.mayDeclare(node.text)) continue;
      if (mayHoldChain(project, document.uri, node.text)) continue;
      // Or the name of its file, or a path to it.
      const stem = /([^/]+)\.chain\.ya?ml$/.exec(node.text)?.[1] ?? node.text;
      const ofFile = chains.has(stem) ? [stem] : [];
      const near = [...new Set([...ofFile, ...ofTitle(node.text), ...nearest(stem)])];
      const advice =
        near.length > 0 ? didYouMean(near) : 'Write the id of one that is there, or add a file for it.';
      const isHandoff = node.parent?.kind === 'entry' && node.parent.key.text !== 'chain';
      yield {
        span: node.span,
        ...(isHandoff && near.length === 0 ? { severity: 'warning' } : {}),
        message: `No chain of this workspace folder is called ${quoted(node.text)}. ${advice}`,
        fixes: changesTo(node, near),
      };
    }
  },
};

/** Gives the ids of the chains that are titled as is written: people write what they read in lists. */
function titled(chains: ReadonlyMap<string, readonly KnownChain[]>): (written: string) => readonly string[] {
  let ids: ReadonlyMap<string, readonly string[]> | undefined;
  return written => {
    ids ??= byTitle(chains);
    return (ids.get(comparable(written)) ?? []).slice(0, 3);
  };
}

function byTitle(chains: ReadonlyMap<string, readonly KnownChain[]>): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, same] of chains) {
    for (const title of new Set(same.flatMap(({ model }) => model.title?.text ?? []).map(comparable)))
      ids.set(title, [...(ids.get(title) ?? []), id]);
  }
  return ids;
}
