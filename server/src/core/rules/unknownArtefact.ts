import type { ArtefactWord, ChainModel, SubChainNode } from '../model/chain.ts';
import { artefactParts, readArtefact } from '../model/values/artefact.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { comparable } from '../util/comparable.ts';
import type { Finding, Rule, RuleContext, Severity } from './rule.ts';
import { declareInput } from './support/declareArtefact.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { needsIn } from './support/needs.ts';
import { knownChain } from './support/otherChains.ts';
import { changesTo } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { byText, changesOfAll, type Uses } from './support/uses.ts';
import { didYouMean, quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${first}  - id: write
    skill: technical-writer
    do: Write down what happened
${second}`;

const withTimeline = `${head}inputs:
  timeline: What happened when
`;

export const unknownArtefact: Rule = {
  code: 'unknown-artefact',
  family: 'data',
  severity: 'error',
  reliesOn: 'place',
  summary: 'Something uses an artefact that nothing makes.',
  details:
    'What a node needs has to come from somewhere: from the inputs of the chain, or from what an earlier node produces. A name that nothing makes is misspelled, or its producer does not say so yet.',
  valid: [
    {
      text: steps('    produces: [timeline]\n', '    needs: [timeline]\n'),
    },
  ],
  invalid: [
    {
      text: steps('    produces: [timeline]\n', '    needs: [time-line]\n#           ^^^^^^^^^\n'),
      fixed: steps('    produces: [timeline]\n', '    needs: [timeline]\n'),
    },
    {
      text: steps('', '    needs: [first-evidence]\n#           ^^^^^^^^^^^^^^\n'),
      fixed: steps('', '    needs: [first-evidence]\n').replace(
        'steps:\n',
        'inputs:\n  first-evidence: To be written\nsteps:\n',
      ),
    },
    {
      text: `${steps('    produces: [timeline]\n', '')}variations:
  - when: customers noticed
    add: { skill: technical-writer, do: Tell the customers, needs: [timelien] }
#                                                                   ^^^^^^^^
`,
      fixed: `${steps('    produces: [timeline]\n', '')}variations:
  - when: customers noticed
    add: { skill: technical-writer, do: Tell the customers, needs: [timeline] }
`,
    },
    {
      text: `${steps('    produces: [timeline]\n', '')}output:\n  time-line: What happened when\n# ^^^^^^^^^\n`,
      fixed: `${steps('    produces: [timeline]\n', '')}output:\n  timeline: What happened when\n`,
    },
    {
      text: `${steps('    produces: [timeline]\n', '')}  - chain: post-mortem\n    with: { timelime: timeline }\n#           ^^^^^^^^\n`,
      path: 'restore-service.chain.yaml',
      fixed: `${steps('    produces: [timeline]\n', '')}  - chain: post-mortem\n    with: { timeline: timeline }\n`,
    },
    {
      text: `${withTimeline}steps:
  - chain: post-mortem
  - skill: technical-writer
    do: Publish the report
    needs: [post-mortem]
#           ^^^^^^^^^^^
`,
      path: 'restore-service.chain.yaml',
      fixed: `${withTimeline}steps:
  - chain: post-mortem
    produces: [post-mortem]
  - skill: technical-writer
    do: Publish the report
    needs: [post-mortem]
`,
    },
  ],
  *check(context) {
    const { document, chain } = context;
    if (chain === undefined) return;
    const made = madeIn(chain);
    const nearest = suggester(made);
    const needed = needsIn(context, 'unknown').map(({ word }) => word);
    const outputs = misspelledOutputs(context, chain, made);
    const added = neededByVariations(context, chain, made);
    const delivered = undelivered(context, chain, made);
    for (const uses of byText([...needed, ...added, ...delivered, ...outputs])) {
      const giver = giverOf(context, chain, uses[0].name);
      if (giver !== undefined) {
        yield notPicked(document, uses[0], giver);
        continue;
      }
      const isGuess = uses.every(use => outputs.includes(use));
      yield* unknown(document, uses, nearest(uses[0].name), isGuess ? 'warning' : 'error');
    }
    yield* ofSubChains(context, chain);
  },
};

/** A sub-chain among whose outputs the name is, though its `produces` does not pick it. */
function giverOf(
  { document, project }: RuleContext,
  model: ChainModel,
  name: string,
): SubChainNode | undefined {
  const chains = project.chainsFor(document.uri);
  return model.nodes.find(
    (node): node is SubChainNode =>
      node.kind === 'chain' &&
      (chains.get(node.chain.text) ?? []).some(({ model: { outputs } }) =>
        outputs.some(each => each.name === name),
      ),
  );
}

function notPicked(document: DocumentState, word: ArtefactWord, giver: SubChainNode): Finding {
  const chain = quoted(giver.chain.text);
  const there = giver.syntax.entries.some(({ key }) => key.text === 'produces');
  const behind = giver.syntax.entries.map(({ key }) => key.text);
  const edits = there ? undefined : addKey(document, giver.syntax, 'produces', `[${word.text}]`, behind);
  return {
    span: word.span,
    message: `The chain ${chain} gives ${quoted(word.text)}, but what it produces here does not name it. Add it to "produces" of that sub-chain.`,
    related: [{ uri: document.uri, span: giver.chain.span, message: `${chain} runs here.` }],
    fixes:
      edits === undefined
        ? []
        : [{ title: `Take ${quoted(word.text)} from ${chain}`, edits, preferred: true }],
  };
}

/** However often it is used, what is missing is missing once. */
function* unknown(
  document: DocumentState,
  uses: Uses<ArtefactWord>,
  near: readonly string[],
  severity: Severity,
): Iterable<Finding> {
  const [word, ...others] = uses;
  // A name that is none is reported where it is declared.
  if (near.some(name => !readArtefact(name).ok && comparable(name) === comparable(word.name))) return;
  const advice =
    near.length > 0
      ? didYouMean(near)
      : 'Add it to the inputs of the chain, or to what an earlier node produces.';
  yield {
    span: word.span,
    severity,
    message: `Nothing in this chain makes ${quoted(word.text)}. ${advice}`,
    related: others.map(({ span }) => ({
      uri: document.uri,
      span,
      message: `${quoted(word.text)} is used here too.`,
    })),
    fixes: near.length > 0 ? changesOfAll(uses, near) : declareInput(document, word.text),
  };
}

/** What a sub-chain is given must be one of its inputs, and what is taken from it one of its outputs, where it names them. */
function* ofSubChains(context: RuleContext, model: ChainModel): Iterable<Finding> {
  for (const node of model.nodes) {
    const known = node.kind === 'chain' ? knownChain(context, node.chain.text) : undefined;
    if (node.kind !== 'chain' || known === undefined) continue;
    const { inputs: taken, outputs } = known.model;
    const pairs = [
      ...node.bindings.map(({ input }) => ({ word: input, among: taken, what: 'takes' })),
      ...node.produces.map(word => ({ word, among: outputs, what: 'gives' })),
    ];
    for (const { word, among, what } of pairs) {
      const { name } = artefactParts(word.text);
      const names = among.map(each => each.name);
      if (names.includes(name) || (what === 'gives' && names.length === 0)) continue;
      const near = suggester(names)(name);
      const advice =
        near.length > 0
          ? didYouMean(near)
          : `Look at what it names among its ${what === 'takes' ? 'inputs' : 'outputs'}.`;
      yield {
        span: word.span,
        message: `The chain ${quoted(node.chain.text)} ${what} no ${quoted(name)}. ${advice}`,
        related: [{ uri: known.uri, span: known.id.span, message: `${quoted(node.chain.text)} is here.` }],
        fixes: changesTo(word.node, near),
      };
    }
  }
}

/** What the nodes of a variation need that neither the chain nor any variation makes: each may build on others. */
function neededByVariations(
  { soundness }: RuleContext,
  model: ChainModel,
  madeAlways: ReadonlySet<string>,
): readonly ArtefactWord[] {
  const nodes = model.variations.flatMap(variation => variation.nodes);
  if (nodes.length === 0) return [];
  const made = new Set([
    ...madeAlways,
    ...nodes.flatMap(node => node.produces).map(word => artefactParts(word.text).name),
  ]);
  return nodes
    .flatMap(node => node.needs)
    .filter(({ name, text }) => !made.has(name) && readArtefact(text).ok && !soundness.mayDeclare(name));
}

/** What handoffs deliver need not come before anything; it only has to be made. */
function undelivered(
  { soundness }: RuleContext,
  model: ChainModel,
  made: ReadonlySet<string>,
): readonly ArtefactWord[] {
  const outputs = new Set(model.outputs.map(each => each.name));
  return model.handoffs
    .flatMap(handoff => handoff.delivers)
    .filter(
      ({ name, text }) =>
        !made.has(name) && !outputs.has(name) && !soundness.mayDeclare(name) && readArtefact(text).ok,
    );
}

/**
 * An output that nothing makes may be what all steps make together, so nothing is said of it; but one that is nearly
 * called like a product, and that product like no output, is misspelled.
 */
function misspelledOutputs(
  { soundness }: RuleContext,
  model: ChainModel,
  made: ReadonlySet<string>,
): readonly ArtefactWord[] {
  const outputs = new Set(model.outputs.map(each => each.name));
  const nearest = suggester([...made].filter(name => !outputs.has(name)));
  return model.outputs.filter(
    ({ name, text }) =>
      !made.has(name) && readArtefact(text).ok && nearest(name).length > 0 && !soundness.mayDeclare(name),
  );
}

/** The names of all that a chain has before its end: inputs, products, deliverables and what it waits for. */
function madeIn(model: ChainModel): ReadonlySet<string> {
  const words = [
    ...model.inputs,
    ...model.nodes.flatMap(node => node.produces),
    ...model.phases.flatMap(phase => phase.deliverables),
    ...model.handoffs.flatMap(handoff => handoff.needs),
  ];
  return new Set(words.map(word => artefactParts(word.text).name));
}
