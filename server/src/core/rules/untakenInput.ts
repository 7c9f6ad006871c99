import type { ChainModel } from '../model/chain.ts';
import { readArtefact } from '../model/values/artefact.ts';
import type { Rule, RuleContext } from './rule.ts';
import { declaresNeeds, takenByName, takenWithin } from './support/artefactUses.ts';
import { head } from './support/examples.ts';
import { needsIn } from './support/needs.ts';
import { unspoken, withoutEntry } from './support/unspoken.ts';
import { quoted } from './support/words.ts';

const taking = (inputs: string, needs: string, more = ''): string => `${head}inputs:
${inputs}steps:
  - skill: site-reliability-engineer
    do: Restore the service
    needs: [${needs}]
${more}`;

export const untakenInput: Rule = {
  code: 'untaken-input',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A chain takes an input that none of its nodes needs.',
  details:
    'Whoever runs the chain has to bring each of its inputs. One that no node needs, no sub-chain or following chain takes, and no text speaks of costs them time and changes nothing. Name it in the needs of the node that works with it, or take it out. Nothing is reported about a chain whose nodes need nothing, or that runs or is followed by chains nobody knows.',
  valid: [
    { text: taking('  alert: What fired\n', 'alert') },
    {
      text: taking(
        '  alert: What fired\n  first-log: What was seen\n',
        'alert',
        '    done: [The first log is kept]\n',
      ),
    },
    {
      text: taking(
        '  alert: What fired\n  timeline: What happened when\n',
        'alert',
        '  - chain: post-mortem\n',
      ),
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: taking('  alert: What fired\n  first-log: What was seen\n# ^^^^^^^^^\n', 'alert'),
      fixed: taking('  alert: What fired\n', 'alert'),
    },
    {
      text: `${head}inputs: { alert: What fired, first-log@1: What was seen }
#                            ^^^^^^^^^^^
steps: [{ skill: site-reliability-engineer, do: Restore the service, needs: [alert] }]
`,
      fixed: `${head}inputs: { alert: What fired }
steps: [{ skill: site-reliability-engineer, do: Restore the service, needs: [alert] }]
`,
    },
  ],
  *check(context) {
    const { document, project, chain, soundness } = context;
    if (chain === undefined || chain.inputs.length === 0 || !project.complete || !declaresNeeds(chain))
      return;
    const byName = takenByName(project, document.uri, chain);
    // What is needed under an unknown name may be meant.
    if (byName === undefined || needsIn(context, 'unknown').length > 0) return;
    const within = takenWithin(chain);
    const candidates = chain.inputs.filter(
      ({ name, text }) =>
        readArtefact(text).ok && !within.has(name) && !byName.has(name) && !soundness.mayDeclare(name),
    );
    const untaken = unspoken(document, candidates, ({ name }) => name);
    const isGiven = untaken.length > 0 && isNamedElsewhere(context, chain);
    for (const input of untaken) {
      yield {
        span: input.span,
        message: `No node needs the input ${quoted(input.text)}, and no chain that is run or follows takes it. Name it where it is needed, or remove it.`,
        tag: 'unnecessary',
        // Whoever gives it would have to be changed too.
        fixes: isGiven ? [] : withoutEntry(document, input),
      };
    }
  },
};

/** Whether another chain of the folder runs this one or hands over to it. */
function isNamedElsewhere({ document: { uri }, project }: RuleContext, { id }: ChainModel): boolean {
  if (id === undefined) return false;
  return project
    .neighboursOf(uri)
    .some(
      other =>
        other.uri !== uri &&
        (other.shape.scalars.get('chain-reference') ?? []).some(({ text }) => text === id.text),
    );
}
