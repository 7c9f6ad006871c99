import { artefactsBefore, producersOf } from '../analysis/dataFlow.ts';
import type { ArtefactWord, ChainModel, SubChainNode } from '../model/chain.ts';
import { artefactParts, matchesArtefact, readArtefact } from '../model/values/artefact.ts';
import { readVersion, readVersionRange, satisfies } from '../model/values/version.ts';
import type { DocumentState, KnownChain } from '../project/snapshot.ts';
import { groupBy } from '../util/groupBy.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { needsIn } from './support/needs.ts';
import { placeIn } from './support/nodes.ts';
import { knownChain } from './support/otherChains.ts';
import { changesTo } from './support/scalars.ts';
import { enumerated, quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${first}  - id: write
    skill: technical-writer
    do: Write down what happened
${second}`;

const analysis: Readonly<Record<string, string>> = {
  'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
  'analysis.chain.yaml': `chain: analysis
title: Analysis
inputs:
  log@2: What happened when
steps:
  - skill: site-reliability-engineer
    do: Read the log
    produces: [cause@1]
output:
  cause@1: Why it happened
`,
};

const analysed = (log: string, sub: string): string => `${oneStep}    produces: [${log}]
  - chain: analysis
${sub}`;

export const contractVersion: Rule = {
  code: 'contract-version',
  family: 'data',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A reference asks for a version that is not available.',
  details:
    'An artefact or a chain was asked for in one version, and the one that is there has another. That can also happen to what a sub-chain takes and gives, and to what the chain promises as output, deliverable or delivery. Adapt to the version that is there, or ask for it. Without a version, any will do.',
  valid: [
    {
      text: steps('    produces: [report@1]\n', '    needs: [report]\n'),
    },
    {
      text: `${oneStep}    produces: [timeline]
  - chain: post-mortem
    version: ^2
`,
      path: 'restore-service.chain.yaml',
    },
    {
      text: analysed('log@2', '    produces: [cause]\n'),
      path: 'restore-service.chain.yaml',
      files: analysis,
    },
  ],
  invalid: [
    {
      text: steps('    produces: [report@1]\n', '    needs: [report@2]\n#           ^^^^^^^^\n'),
      fixed: steps('    produces: [report@1]\n', '    needs: [report@1]\n'),
    },
    {
      text: `${oneStep}    produces: [timeline]
  - chain: post-mortem
    version: ^1
#            ^^
`,
      fixed: `${oneStep}    produces: [timeline]
  - chain: post-mortem
    version: ^2
`,
      path: 'restore-service.chain.yaml',
    },
    {
      text: `${steps('    produces: [report@1]\n', '    needs: [report]\n')}output:\n  report@2: What happened\n# ^^^^^^^^\n`,
      fixed: `${steps('    produces: [report@1]\n', '    needs: [report]\n')}output:\n  report@1: What happened\n`,
    },
    {
      text: analysed('log', '    produces: [cause@2]\n#              ^^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: analysis,
      fixed: analysed('log', '    produces: [cause@1]\n'),
    },
    {
      text: analysed('log', '    with:\n      log@1: log\n#     ^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: analysis,
      fixed: analysed('log', '    with:\n      log@2: log\n'),
    },
    {
      text: analysed('log@1', '#          ^^^^^^^^\n'),
      path: 'restore-service.chain.yaml',
      files: analysis,
    },
  ],
  *check(context) {
    for (const { word, node, producers } of needsIn(context, 'version')) {
      const made = [...new Set(producers.map(each => each.artefact.text))];
      yield {
        ...placeIn(node, node.needs.includes(word) ? 'needs' : 'with', word),
        message: `${quoted(word.text)} is needed, but what is made is ${enumerated(made, 'and')}. Ask for a version that is made.`,
        related: producers.map(({ artefact }) => ({
          uri: context.document.uri,
          span: artefact.span,
          message: `${quoted(artefact.text)} is made here.`,
        })),
        fixes: changesTo(word.node, made.slice(0, 3)),
      };
    }
    if (context.chain === undefined) return;
    yield* pledges(context, context.chain);
    yield* subChains(context, context.chain);
  },
};

/** A version that the chain gives or takes without a node of its own, and what of that name there is for it. */
interface Pledge {
  readonly word: ArtefactWord;
  readonly place: ReturnType<typeof placeIn>;
  /** How the message speaks of it. */
  readonly is: 'promised' | 'delivered' | 'needed';
  readonly among: ReadonlyMap<string, readonly ArtefactWord[]>;
}

/** What the chain leaves behind or hands over, and what it needs once a variation is applied, where only other versions of it are made. */
function* pledges({ document, soundness }: RuleContext, model: ChainModel): Iterable<Finding> {
  for (const { word, place, is, among } of pledgesOf(model)) {
    const same = among.get(word.name) ?? [];
    if (same.length === 0 || same.some(each => matchesArtefact(each, word)) || !readArtefact(word.text).ok)
      continue;
    if (soundness.mayDeclare(word.name) || !same.every(({ span }) => soundness.holdsAt(span))) continue;
    const names = [...new Set(same.map(({ text }) => text))];
    yield {
      ...place,
      // What is promised may be what all steps make together.
      ...(is === 'promised' && { severity: 'warning' }),
      message: `${quoted(word.text)} is ${is}, but what is made is ${enumerated(names, 'and')}. Name a version that is made, or make this one.`,
      related: same.map(({ text, span }) => ({
        uri: document.uri,
        span,
        message: `${quoted(text)} is made here.`,
      })),
      fixes: changesTo(word.node, names.slice(0, 3)),
    };
  }
}

/** An input of another version may be what the chain makes its output of, so outputs and deliverables are held against products alone. */
function pledgesOf(model: ChainModel): readonly Pledge[] {
  const added = model.variations.flatMap(({ nodes }) => nodes);
  const promised = [
    ...placed(model, 'output', model.outputs),
    ...model.phases.flatMap(phase => placed(phase, 'deliverable', phase.deliverables)),
  ];
  const delivered = model.handoffs.flatMap(handoff => placed(handoff, 'delivers', handoff.delivers));
  const needed = added.flatMap(node => placed(node, 'needs', node.needs));
  if ([...promised, ...delivered, ...needed].length === 0) return [];
  const nameOf = ({ name }: ArtefactWord): string => name;
  const products = [...model.nodes, ...added].flatMap(({ produces }) => produces);
  const there = [...producersOf(model).map(({ artefact }) => artefact), ...products];
  const ofProducts = groupBy<ArtefactWord, string>(products, nameOf);
  const ofAll = groupBy<ArtefactWord, string>([...there, ...model.outputs], nameOf);
  const ofThere = groupBy<ArtefactWord, string>(there, nameOf);
  return [
    ...promised.map((each): Pledge => ({ ...each, is: 'promised', among: ofProducts })),
    ...delivered.map((each): Pledge => ({ ...each, is: 'delivered', among: ofAll })),
    ...needed.map((each): Pledge => ({ ...each, is: 'needed', among: ofThere })),
  ];
}

/** The words below a key that name a version, each with its place. */
const placed = (
  holder: Parameters<typeof placeIn>[0],
  key: string,
  words: readonly ArtefactWord[],
): readonly Pick<Pledge, 'word' | 'place'>[] =>
  words.filter(({ major }) => major !== undefined).map(word => ({ word, place: placeIn(holder, key, word) }));

function* subChains(context: RuleContext, model: ChainModel): Iterable<Finding> {
  for (const node of model.nodes) {
    const child = node.kind === 'chain' ? knownChain(context, node.chain.text) : undefined;
    if (node.kind !== 'chain' || child === undefined) continue;
    yield* ofChain(node, child);
    yield* ofArtefacts(node, child);
    if (context.soundness.hasRead(node)) yield* ofSameNames(context.document, model, node, child);
  }
}

/** Nothing is said of a chain whose version cannot be read. */
function* ofChain(node: SubChainNode, { uri, model }: KnownChain): Iterable<Finding> {
  const word = model.version;
  if (node.version === undefined || word === undefined) return;
  const range = readVersionRange(node.version.text);
  const version = readVersion(word.text);
  if (!range.ok || !version.ok || satisfies(version.value, range.value)) return;
  const { major, minor } = version.value;
  yield {
    ...placeIn(node, 'version', node.version),
    message: `The chain ${quoted(node.chain.text)} has the version ${word.text}, which is not in the range ${quoted(node.version.text)}. Ask for a range that holds it.`,
    related: [{ uri, span: word.span, message: `Its version is ${word.text}.` }],
    fixes: changesTo(node.version.node, [major > 0 ? `^${major}` : `^0.${minor}`]),
  };
}

/** What is given to a sub-chain and taken from it, against what that names. */
function* ofArtefacts(
  node: SubChainNode,
  { uri, model: { inputs, outputs } }: KnownChain,
): Iterable<Finding> {
  const chain = quoted(node.chain.text);
  const pairs = [
    ...node.bindings.flatMap(({ input, artefact }) => {
      const key = { ...input, ...artefactParts(input.text) };
      // Under its own name an artefact keeps its version; under another one nobody can compare the two.
      return artefact.name === key.name && key.major === undefined
        ? [{ word: artefact, below: 'with', among: inputs, what: 'takes' }]
        : [{ word: key, below: 'with', among: inputs, what: 'takes' }];
    }),
    ...node.produces.map(word => ({ word, below: 'produces', among: outputs, what: 'gives' })),
  ];
  for (const { word, below, among, what } of pairs) {
    const same = among.filter(each => each.name === word.name);
    const [first] = same;
    if (first === undefined || same.some(each => matchesArtefact(each, word))) continue;
    const names = [...new Set(same.map(each => each.text))];
    yield {
      ...placeIn(node, below, word),
      message: `The chain ${chain} ${what} ${enumerated(names, 'and')}, and this is ${quoted(word.text)}. Name the version that it ${what}, or adapt one of the two.`,
      related: [{ uri, span: first.span, message: `${quoted(first.text)} is declared here.` }],
      fixes: changesTo(word.node, names.slice(0, 3)),
    };
  }
}

/** Inputs that the artefacts of the same names would bind, if they had the version that is taken. */
function* ofSameNames(
  { uri }: DocumentState,
  model: ChainModel,
  node: SubChainNode,
  child: KnownChain,
): Iterable<Finding> {
  const bound = new Set(node.bindings.map(({ input }) => artefactParts(input.text).name));
  const open = child.model.inputs.filter(each => each.major !== undefined && !bound.has(each.name));
  const before = open.length === 0 ? [] : [...artefactsBefore(model, node).values()].flat();
  for (const input of open) {
    const same = before.filter(({ artefact }) => artefact.name === input.name);
    if (same.length === 0 || same.some(({ artefact }) => matchesArtefact(artefact, input))) continue;
    const names = [...new Set(same.map(({ artefact }) => artefact.text))];
    yield {
      ...placeIn(node, 'chain', node.chain),
      message: `The chain ${quoted(node.chain.text)} takes ${quoted(input.text)}, but what is there is ${enumerated(names, 'and')}. Make the version that it takes, or give it something else with "with".`,
      related: [
        { uri: child.uri, span: input.span, message: `It takes ${quoted(input.text)}.` },
        ...same.map(({ artefact }) => ({
          uri,
          span: artefact.span,
          message: `${quoted(artefact.text)} is made here.`,
        })),
      ],
    };
  }
}
