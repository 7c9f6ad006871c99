import type { ArtefactDeclaration, ChainModel, ChainNode } from '../model/chain.ts';
import { artefactParts, readArtefact } from '../model/values/artefact.ts';
import type { Span } from '../util/span.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import {
  declaresNeeds,
  mentioned,
  takenByName,
  takenElsewhere,
  takenWithin,
} from './support/artefactUses.ts';
import { declareOutput } from './support/declareArtefact.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { kindOf, placeIn } from './support/nodes.ts';
import { suggester } from './support/suggester.ts';
import { quoted } from './support/words.ts';

const steps = (products: string, rest = ''): string => `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
    produces: ${products}
  - skill: technical-writer
    do: Write down what happened
    needs: [timeline]
    produces: [report]
${rest}output:
  report: What happened, and why
`;

export const unusedProduct: Rule = {
  code: 'unused-product',
  family: 'data',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A node produces something that nobody takes.',
  details:
    'What a node produces is needed by a later node, or is left behind: as an output, a deliverable or a delivery to another chain. A product that none of these names is either forgotten there, or a note that reads like a promise. Name it where it goes, or leave it out. Nothing is reported about a chain whose nodes need nothing, that has no named outputs, or that runs or is followed by chains nobody knows.',
  valid: [
    { text: steps('[timeline]') },
    {
      text: steps(
        '[timeline, first-findings]',
        '  - checkpoint: Is it over?\n    by: incident-commander\n    criteria: [first-findings are read]\n',
      ),
    },
  ],
  invalid: [
    {
      text: steps('[timeline, notes]\n#                        ^^^^^'),
      fixed: `${steps('[timeline, notes]')}  notes: To be written\n`,
    },
    {
      text: steps('\n      - timeline\n      - notes\n#       ^^^^^').replace(': \n', ':\n'),
      fixed: `${steps('\n      - timeline\n      - notes').replace(': \n', ':\n')}  notes: To be written\n`,
    },
  ],
  *check(context) {
    const { document, chain } = context;
    if (chain === undefined) return;
    for (const { node, product } of unusedProducts(context, chain)) {
      yield {
        ...placeIn(node, 'produces', product),
        message: `Nobody takes ${quoted(product.text)}: no node needs it, and no output, deliverable or handoff names it. Name it where it goes, or do not let this ${kindOf(node)} produce it.`,
        tag: 'unnecessary',
        fixes: [...declareOutput(document, product.text), ...withoutProduct(context, product)],
      };
    }
  },
};

interface Made {
  readonly node: ChainNode;
  readonly product: ArtefactDeclaration;
}

function unusedProducts(context: RuleContext, model: ChainModel): readonly Made[] {
  const { document, project, soundness } = context;
  const { uri } = document;
  // Somebody whose chain is not read yet may take everything.
  if (!project.complete || model.outputs.length === 0 || !declaresNeeds(model)) return [];
  const byName = takenByName(project, uri, model);
  if (byName === undefined) return [];
  const within = takenWithin(model);
  const candidates = model.nodes
    .flatMap(node => node.produces.map((product): Made => ({ node, product })))
    .filter(({ product: { name, text } }) => readArtefact(text).ok && !within.has(name) && !byName.has(name));
  if (candidates.length === 0) return [];
  const madeAt = new Map<string, Span[]>();
  for (const { node, product } of candidates)
    madeAt.set(product.name, [...(madeAt.get(product.name) ?? []), node.syntax.span]);
  const elsewhere = takenElsewhere(project, uri, model.id?.text ?? '', new Set(madeAt.keys()));
  const spokenOf = mentioned(document, madeAt);
  const misspelled = misspelledIn(model, within, madeAt.keys());
  return candidates.filter(
    ({ product: { name, span } }) =>
      !elsewhere.has(name) &&
      !spokenOf.has(name) &&
      !misspelled.has(name) &&
      !soundness.mayDeclare(name) &&
      soundness.holdsAt(span),
  );
}

/** Those of some products that a use which nothing makes may mean: of one that is misspelled there is a finding where it is used. */
function misspelledIn(
  model: ChainModel,
  used: ReadonlySet<string>,
  products: Iterable<string>,
): ReadonlySet<string> {
  const made = new Set(
    [
      ...model.inputs,
      ...model.nodes.flatMap(node => node.produces),
      ...model.handoffs.flatMap(handoff => handoff.needs),
    ].map(({ text }) => artefactParts(text).name),
  );
  const nearest = suggester(products);
  return new Set([...used].filter(name => !made.has(name)).flatMap(nearest));
}

function withoutProduct({ document }: RuleContext, { node, text }: ArtefactDeclaration): readonly Fix[] {
  const edits = removeItem(document, node);
  return edits === undefined ? [] : [{ title: `Remove ${quoted(text)}`, edits }];
}
