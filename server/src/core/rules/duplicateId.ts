import type { CatalogueModel, SkillDeclaration } from '../model/catalogue.ts';
import type { ChainModel, Variation, Word } from '../model/chain.ts';
import { isSaved } from '../project/places.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { contains, type Span } from '../util/span.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { enumerated, quoted } from './support/words.ts';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  family: 'names',
  severity: 'error',
  reliesOn: 'place',
  summary: 'An id or another name of a skill is given twice.',
  details:
    'Ids of nodes and phases are unique in their chain, ids of chains in their workspace folder, ids and other names of skills among the catalogues. If there are two, nobody can say which one a reference means.',
  valid: [
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - id: restore-again
    skill: site-reliability-engineer
    do: Restore the rest
`,
    },
    { text: oneStep, path: 'restore-service.chain.yaml' },
  ],
  invalid: [
    {
      text: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - id: restore
#       ^^^^^^^
    skill: technical-writer
    do: Write down what happened
`,
      fixed: `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - id: restore-2
    skill: technical-writer
    do: Write down what happened
`,
    },
    {
      text: `chain: restore-service
#      ^^^^^^^^^^^^^^^
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      path: 'restore-service.chain.yaml',
      files: {
        'team.skills.yaml': 'skills:\n  site-reliability-engineer: { title: SRE }\n',
        'old/restore-service.chain.yaml': oneStep,
      },
    },
    {
      text: `skills:
  site-reliability-engineer: { title: SRE }
# ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      path: 'more.skills.yaml',
      files: { 'base.skills.yaml': 'skills:\n  site-reliability-engineer: { title: SRE }\n' },
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
variations:
  - when: customers noticed
    add: { id: restore, skill: technical-writer, do: Tell the customers }
#              ^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
variations:
  - when: customers noticed
    add: { id: restore-2, skill: technical-writer, do: Tell the customers }
`,
    },
    {
      text: `${head}steps:
  - &watch
    id: watch
    skill: site-reliability-engineer
    do: Watch the service
  - skill: technical-writer
    do: Write down what happened
  - *watch
#   ^^^^^^
`,
    },
    {
      text: `skills:
  site-reliability-engineer: { title: SRE, aliases: [Responder] }
  security-sentinel: { aliases: [Guardian, Responder] }
#                                          ^^^^^^^^^
`,
      path: 'team.skills.yaml',
      files: {},
    },
  ],
  *check(context) {
    const { model } = context.document;
    if (model?.kind === 'chain') {
      yield* repeatedNodes(context, model);
      yield* repeatedByAliases(context, model);
      yield* repeatedChain(context, model);
    } else if (model?.kind === 'catalogue') yield* repeatedSkills(context, model);
  },
};

/**
 * Nodes of variations are not in the chain before they are applied; each must fit into the chain by itself, and two of them may be meant
 * for different circumstances.
 */
function* repeatedNodes({ document }: RuleContext, model: ChainModel): Iterable<Finding> {
  const firsts = new Map<string, ScalarNode>();
  const repeatedKeys = new Set<unknown>(shapeProblems(document, 'duplicate-key').map(each => each.entry));
  const all = [...scalarsOf(document, 'node-id')]
    .filter(node => !repeatedKeys.has(node.parent))
    .sort((left, right) => left.span.start - right.span.start);
  const variationOf = ({ span }: ScalarNode): Variation | undefined =>
    model.variations.find(({ syntax }) => contains(syntax.span, span));
  const ids = all.filter(node => variationOf(node) === undefined);
  const taken = new Set([...model.nodesById.keys(), ...model.phasesById.keys(), ...model.lanesById.keys()]);
  const repeated = function* (node: ScalarNode, known: Map<string, ScalarNode>): Iterable<Finding> {
    const first = known.get(node.text);
    if (first === undefined) {
      known.set(node.text, node);
      return;
    }
    yield {
      span: node.span,
      message: `The id ${quoted(node.text)} is taken in this chain already. Give this one another id.`,
      related: [{ uri: document.uri, span: first.span, message: `${quoted(node.text)} is taken here.` }],
      fixes: changesTo(node, [freeId(node.text, taken)]).map(fix => ({ ...fix, preferred: false })),
    };
  };
  for (const node of ids) yield* repeated(node, firsts);
  for (const variation of model.variations) {
    const known = new Map(firsts);
    for (const node of all) if (variationOf(node) === variation) yield* repeated(node, known);
  }
}

/** Aliases that repeat nodes with their ids; each is told of once. */
function* repeatedByAliases({ document }: RuleContext, model: ChainModel): Iterable<Finding> {
  const places = new Map<number, { readonly alias: Span; readonly ids: Map<string, Word> }>();
  for (const { idWord, repeatedAt } of model.nodes) {
    if (idWord === undefined || repeatedAt === undefined) continue;
    const place = places.get(repeatedAt.start) ?? { alias: repeatedAt, ids: new Map() };
    places.set(repeatedAt.start, place);
    place.ids.set(idWord.text, idWord);
  }
  for (const { alias, ids } of places.values()) {
    const names = enumerated([...ids.keys()], 'and');
    const [repeated, way] =
      ids.size === 1
        ? [`the id ${names}`, 'Write the node out here, with an id of its own.']
        : [`the ids ${names}`, 'Write the nodes out here, with ids of their own.'];
    yield {
      span: alias,
      message: `This alias repeats ${repeated}, and an id stands once in a chain. ${way}`,
      related: [...ids].map(([id, word]) => ({
        uri: document.uri,
        span: word.span,
        message: `${quoted(id)} is taken here.`,
      })),
    };
  }
}

/** The id with the first number behind it that no other id has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}

function* repeatedChain({ document, project }: RuleContext, { id }: ChainModel): Iterable<Finding> {
  if (id === undefined) return;
  const others = (project.chainsFor(document.uri).get(id.text) ?? []).filter(
    // What was never saved is a draft, and says nothing against the file it may have been copied from.
    each => each.uri !== document.uri && isSaved(each.uri),
  );
  if (others.length === 0) return;
  yield {
    span: id.span,
    message: `Another chain of this workspace folder has the id ${quoted(id.text)} too. Give one of them another id.`,
    related: others.map(other => ({
      uri: other.uri,
      span: other.id.span,
      message: 'The other chain is here.',
    })),
  };
}

/** Of two declarations the later one is reported: the earlier one counts. */
function* repeatedSkills(context: RuleContext, model: CatalogueModel): Iterable<Finding> {
  const index = context.project.skillsFor(context.document.uri);
  for (const declaration of model.skills) {
    const known = index.skills.get(declaration.id.text);
    if (known !== undefined && known.uri !== context.document.uri) {
      yield {
        span: declaration.id.span,
        message: `Another catalogue declares the skill ${quoted(declaration.id.text)} already, and that one counts. Remove this one, or give it another id.`,
        related: [{ uri: known.uri, span: known.declaration.id.span, message: 'It is declared here first.' }],
      };
    } else yield* sharedNames(context, declaration);
  }
}

function* sharedNames({ document, project }: RuleContext, declaration: SkillDeclaration): Iterable<Finding> {
  const index = project.skillsFor(document.uri);
  const names =
    declaration.title === undefined ? declaration.aliases : [declaration.title, ...declaration.aliases];
  for (const name of names) {
    const resolved = index.resolve(name.text);
    const owners =
      resolved.kind === 'known' ? [resolved.skill] : resolved.kind === 'ambiguous' ? resolved.skills : [];
    const [owner] = owners;
    if (owner === undefined || owner.declaration === declaration) continue;
    const id = quoted(owner.declaration.id.text);
    yield {
      span: name.span,
      severity: 'warning',
      message: `${quoted(name.text)} is a name of the skill ${id} too, so it says neither. Remove it from one of them.`,
      related: [{ uri: owner.uri, span: owner.declaration.id.span, message: `${id} is declared here.` }],
    };
  }
}
