import { type SubChainCycle, subChainCycles } from '../analysis/subChains.ts';
import type { ChainModel } from '../model/chain.ts';
import type { KnownChain } from '../project/snapshot.ts';
import type { Finding, Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { quoted } from './support/words.ts';

export const selfRunningChain: Rule = {
  code: 'self-running-chain',
  family: 'flow',
  severity: 'error',
  reliesOn: 'place',
  fixless: 'Only the author knows which chain was meant, or where a round should end.',
  summary: 'A chain runs itself.',
  details:
    'A sub-chain that leads back to the chain it is in, directly or through others, would never come to an end. To run a chain again, hand over to it with cycles-to.',
  valid: [
    {
      text: `${oneStep}    produces: [timeline]
  - chain: post-mortem
`,
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: `${oneStep}  - chain: restore-service
#          ^^^^^^^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
    },
    {
      text: `${oneStep}  - chain: write-up
#          ^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
        'write-up.chain.yaml': 'chain: write-up\ntitle: Write-up\nsteps:\n  - chain: restore-service\n',
      },
    },
  ],
  *check({ document, project, chain: model }) {
    if (model === undefined) return;
    const chains = project.chainsFor(document.uri);
    const find = (id: string): ChainModel | undefined =>
      id === model.id?.text ? model : chains.get(id)?.[0]?.model;
    for (const { node, path } of subChainCycles(model, find)) {
      const [first = ''] = path;
      const way = path.length > 2 ? ` by way of ${path.slice(1, -1).map(quoted).join(', then ')}` : '';
      yield {
        span: node.chain.span,
        message: `This chain would run itself${way}. Take this sub-chain out, or hand over to ${quoted(first)} with "cycles-to".`,
        related: stations(path, chains),
      };
    }
  },
};

/** Where each chain on the way runs the next. */
function stations(
  path: SubChainCycle['path'],
  chains: ReadonlyMap<string, readonly KnownChain[]>,
): NonNullable<Finding['related']> {
  return path.slice(1, -1).flatMap((id, at) => {
    const next = path[at + 2];
    const chain = chains.get(id)?.[0];
    const node = chain?.model.nodes.find(each => each.kind === 'chain' && each.chain.text === next);
    if (chain === undefined || node?.kind !== 'chain' || next === undefined) return [];
    return [{ uri: chain.uri, span: node.chain.span, message: `${quoted(id)} runs ${quoted(next)} here.` }];
  });
}
