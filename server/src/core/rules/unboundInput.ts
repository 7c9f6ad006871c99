import { artefactsBefore } from '../analysis/dataFlow.ts';
import { producersOf } from '../analysis/producers.ts';
import type { ArtefactWord, ChainModel, SubChainNode } from '../model/chain.ts';
import { artefactParts, matchesArtefact, readArtefact } from '../model/values/artefact.ts';
import type { DocumentState, KnownChain } from '../project/snapshot.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { declareInput } from './support/declareArtefact.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { knownChain } from './support/otherChains.ts';
import { suggester } from './support/suggester.ts';
import { enumerated, quoted } from './support/words.ts';

/** More that the other chain does not take are not compared with what it takes. */
const mostStrange = 20;

const steps = (before: string, sub: string, behind = ''): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${before}  - chain: post-mortem
${sub}${behind}`;

const marks = '#          ^^^^^^^^^^^\n';

export const unboundInput: Rule = {
  code: 'unbound-input',
  family: 'data',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A sub-chain is not given what it takes.',
  details:
    'Each input of a sub-chain comes from this chain: under its own name where this chain has an artefact that is called the same before it, or under another name by with. An input that nothing gives leaves the sub-chain without what it starts from.',
  valid: [
    { text: steps('    produces: [timeline]\n', ''), path: 'restore-service.chain.yaml' },
    {
      text: steps('    produces: [log]\n', '    with:\n      timeline: log\n'),
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: steps('    produces: [time-line]\n', marks),
      path: 'restore-service.chain.yaml',
      fixed: steps('    produces: [time-line]\n', '    with:\n      timeline: time-line\n'),
    },
    {
      text: steps('', marks),
      path: 'restore-service.chain.yaml',
      fixed: steps('', '').replace('steps:', 'inputs:\n  timeline: To be written\nsteps:'),
    },
    {
      text: steps(
        '',
        marks,
        '  - skill: technical-writer\n    do: Write down what happened when\n    produces: [timeline]\n',
      ),
      path: 'restore-service.chain.yaml',
    },
  ],
  *check(context) {
    const { document, chain: model, soundness } = context;
    if (model === undefined) return;
    for (const node of model.nodes) {
      const child = node.kind === 'chain' ? knownChain(context, node.chain.text) : undefined;
      if (node.kind !== 'chain' || child === undefined || !soundness.hasRead(node)) continue;
      const bound = new Set(node.bindings.map(({ input }) => artefactParts(input.text).name));
      const taken = new Set(child.model.inputs.map(({ name }) => name));
      const strange = [...bound].filter(name => !taken.has(name)).slice(0, mostStrange);
      for (const input of child.model.inputs) {
        if (bound.has(input.name) || soundness.mayDeclare(input.name) || !readArtefact(input.text).ok)
          continue;
        // One that is misspelled is given, and has a finding of its own.
        if (strange.some(name => nearNames(name, [input.name]).length > 0)) continue;
        yield* unbound(document, model, node, child, input);
      }
    }
  },
};

function* unbound(
  document: DocumentState,
  model: ChainModel,
  node: SubChainNode,
  child: KnownChain,
  input: ArtefactWord,
): Iterable<Finding> {
  const before = [...artefactsBefore(model, node).keys()];
  // What is there in another version is told as that.
  if (before.some(text => artefactParts(text).name === input.name)) return;
  const [later] = producersOf(model).filter(({ artefact }) => matchesArtefact(artefact, input));
  const names = before.filter(name => readArtefact(name).ok);
  const near = suggester(names)(input.name);
  const chain = quoted(node.chain.text);
  const related = [
    { uri: child.uri, span: input.span, message: `${chain} takes ${quoted(input.text)}.` },
    ...(later === undefined
      ? []
      : [{ uri: document.uri, span: later.artefact.span, message: `${quoted(input.text)} is made here.` }]),
  ];
  const advice =
    later !== undefined
      ? 'It is made, but not before the sub-chain runs. Move one of the two, or give it something else with "with".'
      : names.length === 0
        ? 'Add it to the inputs of this chain, or to what an earlier node produces.'
        : `Say with "with" which artefact it is: ${enumerated(near.length > 0 ? near : names, 'or')}.`;
  yield {
    span: node.chain.span,
    message: `The chain ${chain} takes ${quoted(input.text)}, and nothing gives it that. ${advice}`,
    related,
    fixes:
      later !== undefined
        ? []
        : [...bindings(document, node, input, near), ...declareInput(document, input.text)],
  };
}

/** Fixes that give the input one of some artefacts. */
function bindings(
  document: DocumentState,
  node: SubChainNode,
  input: ArtefactWord,
  artefacts: readonly string[],
): readonly Fix[] {
  const there = node.syntax.entries.find(({ key }) => key.text === 'with')?.value;
  return artefacts.flatMap((artefact, at): readonly Fix[] => {
    const pair = `${input.name}: ${artefact}`;
    const edits =
      there === undefined
        ? addKey(document, node.syntax, 'with', node.syntax.flow ? `{ ${pair} }` : pair, [
            'chain',
            'id',
            'version',
          ])
        : there.kind === 'map'
          ? addKey(
              document,
              there,
              input.name,
              artefact,
              there.entries.map(({ key }) => key.text),
            )
          : undefined;
    const preferred = at === 0 ? { preferred: true } : {};
    return edits === undefined
      ? []
      : [{ title: `Give it ${quoted(artefact)} as ${quoted(input.name)}`, edits, ...preferred }];
  });
}
