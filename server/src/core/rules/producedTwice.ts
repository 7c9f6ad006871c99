import { type LostProduct, lostProducts } from '../analysis/lostProducts.ts';
import { listsAround, relationOf, textOrder } from '../analysis/structure.ts';
import type { ArtefactWord, ChainModel, ChainNode } from '../model/chain.ts';
import { artefactParts, readArtefact } from '../model/values/artefact.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import {
  declaresNeeds,
  mentioned,
  takenByName,
  takenElsewhere,
  takenWithin,
} from './support/artefactUses.ts';
import { addItem, addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { nodeWithLine, placeIn } from './support/nodes.ts';
import { quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: draft
    skill: technical-writer
    do: Write down what happened
    produces: [report]${first}
  - id: revise
    skill: incident-commander
    do: Put right what is missing
${second}    produces: [report]
output:
  report: What happened, and why
  decisions: What changes
`;

const needing = steps('', '    needs: [timeline]\n').replace(
  'steps:\n',
  'inputs:\n  timeline: What happened when\nsteps:\n',
);

export const producedTwice: Rule = {
  code: 'produced-twice',
  family: 'data',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'A node produces something that another one replaces before anybody takes it.',
  details:
    'What a node produces replaces what was made under that name before. If nobody has taken the first by then, it is lost. Most often the second node works on the first product and does not say so: name it in its needs, which the quick fix does. Otherwise give one of the two another name. What is made again after a jump back does not count. Nothing is reported about a chain whose nodes need nothing, or that runs chains nobody knows.',
  valid: [
    { text: needing.replace('needs: [timeline]', 'needs: [timeline, report]') },
    {
      text: `${head}inputs: { timeline: What happened when }
steps:
  - { id: write, skill: technical-writer, do: Write it down, needs: [timeline], produces: [report] }
  - { checkpoint: Is it whole?, by: incident-commander, if-refused: { back-to: write, at-most: 2 } }
output: { report: What happened }
`,
    },
    {
      text: `${head}inputs: { timeline: What happened when }
steps:
  - decision: Was it grave?
    by: incident-commander
    routes:
      - when: customers noticed
        steps: [{ skill: incident-commander, do: Tell all of it, needs: [timeline], produces: [report] }]
      - otherwise: [{ skill: technical-writer, do: Note it, needs: [timeline], produces: [report] }]
output: { report: What happened }
`,
    },
  ],
  invalid: [
    {
      text: needing.replace('produces: [report]', 'produces: [report]\n#              ^^^^^^'),
      fixed: needing.replace('needs: [timeline]', 'needs: [timeline, report]'),
    },
    {
      text: `${head}inputs: { timeline: What happened when }
steps:
  - { id: a, skill: technical-writer, do: Write it, needs: [timeline], produces: [report] }
#                                                                                 ^^^^^^
  - { id: b, skill: incident-commander, do: Write it again, produces: [report] }
output: { report: What happened }
`,
      fixed: `${head}inputs: { timeline: What happened when }
steps:
  - { id: a, skill: technical-writer, do: Write it, needs: [timeline], produces: [report] }
  - { id: b, skill: incident-commander, do: Write it again, produces: [report], needs: [report] }
output: { report: What happened }
`,
    },
  ],
  *check(context) {
    const { document, sound } = context;
    if (sound === undefined) return;
    for (const lost of lostIn(context, sound.model)) {
      const { node, product, again } = lost;
      const [second, ...others] = again;
      if (second === undefined) continue;
      const who =
        others.length === 0 ? nodeWithLine(document, second.node) : 'each of the nodes that come next';
      yield {
        ...placeIn(node, 'produces', product),
        message: `Nobody takes this ${quoted(product.text)}: ${who} makes it anew before anything needs it. Let it be needed there, or give the products different names.`,
        related: again.map(each => ({
          uri: document.uri,
          span: placeIn(each.node, 'produces', each.product).span,
          message: `${quoted(each.product.text)} is made anew here.`,
        })),
        fixes: others.length === 0 ? needFirst(document, sound.model, lost, second.node) : [],
      };
    }
  },
};

function lostIn(context: RuleContext, model: ChainModel): readonly LostProduct[] {
  const { document, project, soundness, sound } = context;
  const names = namesMadeTwice(model);
  if (sound === undefined || names.size === 0 || !project.complete || !declaresNeeds(model)) return [];
  const byName = takenByName(project, document.uri, model);
  if (byName === undefined) return [];
  const makers = model.nodes.filter(({ produces }) => produces.some(({ name }) => names.has(name)));
  const places = new Map(
    [...names].map(name => [
      name,
      makers.filter(each => each.produces.some(product => product.name === name)).map(({ span }) => span),
    ]),
  );
  const aside = [
    ...takenElsewhere(project, document.uri, model.id?.text ?? '', names),
    ...mentioned(document, places),
    ...model.phases.flatMap(({ deliverables }) => deliverables.map(({ name }) => name)),
    ...model.variations.flatMap(({ nodes }) => nodes.flatMap(({ needs }) => needs.map(({ name }) => name))),
    ...takenInTheMidst(context, model),
  ];
  const within = takenWithin(model);
  // What nobody takes at all is told of for itself.
  const told = [...names].filter(
    name => !aside.includes(name) && !soundness.mayDeclare(name) && (within.has(name) || byName.has(name)),
  );
  const left = [...model.outputs, ...model.handoffs.flatMap(({ delivers }) => delivers)];
  return lostProducts(model, sound.flow(), new Set(told), {
    takenBy: node => takenBy(context, node),
    atEnd: new Set([...left.map(({ text }) => artefactParts(text).name), ...byName]),
  });
}

function namesMadeTwice(model: ChainModel): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { produces } of model.nodes) {
    for (const { name, text } of produces) {
      if (seen.has(name) && readArtefact(text).ok) again.add(name);
      seen.add(name);
    }
  }
  return again;
}

/** What a chain to which one escalates gets is taken in the midst of this one. */
const takenInTheMidst = ({ document, project }: RuleContext, { handoffs }: ChainModel): readonly string[] =>
  handoffs
    .filter(({ kind }) => kind === 'escalates-to')
    .flatMap(({ chain, delivers }) => [
      ...delivers.map(({ name }) => name),
      ...(project.chainsFor(document.uri).get(chain.text) ?? []).flatMap(({ model }) =>
        model.inputs.map(({ name }) => name),
      ),
    ]);

/** What a node says that it needs, and what a sub-chain binds under its own name. */
function takenBy(
  { document, project }: RuleContext,
  node: ChainNode,
): readonly Pick<ArtefactWord, 'name' | 'major'>[] {
  if (node.kind !== 'chain') return node.needs;
  const chains = project.chainsFor(document.uri).get(node.chain.text) ?? [];
  return [
    ...node.needs,
    ...node.bindings.map(({ artefact }) => artefact),
    ...chains.flatMap(({ model }) => model.inputs.map(({ name }) => ({ name, major: undefined }))),
  ];
}

/** None where the second node would need what may not have been made by then, or is written elsewhere, for others too. */
function needFirst(
  document: DocumentState,
  model: ChainModel,
  { node: first, product }: LostProduct,
  second: ChainNode,
): readonly Fix[] {
  const isSure =
    first.when === undefined &&
    listsAround(second.list).includes(first.list) &&
    relationOf(first, second, textOrder(model)) === 'before';
  if (!isSure || second.kind !== 'step' || second.repeatedAt !== undefined) return [];
  const there = second.syntax.entries.find(({ key }) => key.text === 'needs');
  const item = { block: product.text, flow: product.text };
  const edits =
    there === undefined
      ? addKey(document, second.syntax, 'needs', `[${product.text}]`, ['id', 'skill', 'team', 'do', 'when'])
      : there.value?.kind === 'list'
        ? addItem(document, there.value, item)
        : undefined;
  return edits === undefined
    ? []
    : [{ title: `Let ${quoted(second.name.text)} need ${quoted(product.text)}`, edits }];
}
