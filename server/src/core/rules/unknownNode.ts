import type { ChainModel } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isKebabCase, reservedIds } from '../model/values/identifier.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { comparable } from '../util/comparable.ts';
import { contains, type Span } from '../util/span.ts';
import type { Finding, Rule } from './rule.ts';
import { head } from './support/examples.ts';
import { knownChain } from './support/otherChains.ts';
import { scalarsOf } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { byText, changesOfAll, type Uses } from './support/uses.ts';
import { didYouMean, quoted } from './support/words.ts';

const loop = (target: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
  - checkpoint: Service is back
    by: incident-commander
    if-refused: { back-to: ${target}, at-most: 2 }
`;

export const unknownNode: Rule = {
  code: 'unknown-node',
  family: 'names',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A reference names a node that the chain does not have.',
  details:
    'Jumps, orders between lanes and handoffs name a node of the same chain by its id, or by the slug of its skill, label or lane where it has none. A name that no node has leads nowhere.',
  valid: [
    { text: loop('restore') },
    {
      text: `${loop('restore')}variations:
  - when: customers noticed
    add:
      - id: tell
        skill: technical-writer
        do: Tell the customers
      - checkpoint: They know
        by: incident-commander
        if-refused: { back-to: tell, at-most: 2 }
    insert-after: restore
`,
    },
  ],
  invalid: [
    {
      text: loop('restoer').replace('at-most: 2 }\n', 'at-most: 2 }\n#                          ^^^^^^^\n'),
      fixed: loop('restore'),
    },
  ],
  *check(context) {
    const { document, chain: model, soundness } = context;
    if (model === undefined) return;
    const nearest = suggester(nodeNames(model));
    const unknownWords = [...scalarsOf(document, 'node-reference', 'jump-target')].filter(
      ({ text, span }) =>
        !reservedIds.includes(text) &&
        !isAdded(model, text, span) &&
        resolveReference(model, text).kind === 'unknown' &&
        !soundness.mayDeclare(text),
    );
    for (const uses of byText(unknownWords.toSorted((left, right) => left.span.start - right.span.start))) {
      const [{ text }] = uses;
      const near = mayBeReserved(uses) ? [...reservedFor(text), ...nearest(text)] : nearest(text);
      // An id that is no id is reported where it stands.
      const isMalformed = near.some(name => !isKebabCase(name) && comparable(name) === comparable(text));
      if (!isMalformed) yield unknown(document.uri, uses, 'This chain', near);
    }
    for (const { at, chain } of model.handoffs) {
      const other = at && knownChain(context, chain.text);
      if (at === undefined || other === undefined) continue;
      if (resolveReference(other.model, at.text).kind !== 'unknown') continue;
      const near = suggester(nodeNames(other.model))(at.text);
      yield unknown(document.uri, [at.node], `The chain ${quoted(chain.text)}`, near);
    }
  },
};

/** Words of other tools for where the flow goes on. */
const meant: Readonly<Record<string, string>> = {
  continue: 'next',
  proceed: 'next',
  done: 'end',
  exit: 'end',
  finish: 'end',
  abort: 'stop',
  cancel: 'stop',
  fail: 'stop',
};

/** The word that jumps know for it: in other letters, or that of another tool. */
function reservedFor(text: string): readonly string[] {
  const small = text.trim().toLowerCase();
  const word = Object.hasOwn(meant, small) ? meant[small] : small;
  return word !== undefined && word !== 'start' && reservedIds.includes(word) ? [word] : [];
}

/** Whether all that is named so are places where more than a node may stand: nothing goes back to `end`. */
const mayBeReserved = (uses: Uses<ScalarNode>): boolean =>
  uses.every(({ parent }) => parent?.kind === 'entry' && jumpKeys.includes(parent.key.text));

const jumpKeys: readonly string[] = ['go', 'otherwise', 'resumes-at'];

/** Whether a name that stands in a variation is one of what variations add: of its own nodes, or of those that another one adds first. */
const isAdded = (model: ChainModel, name: string, span: Span): boolean =>
  model.variations.some(({ ids }) => ids.has(name)) &&
  model.variations.some(({ syntax }) => contains(syntax.span, span));

/** However often it is named, what is missing is missing once. */
function unknown(uri: string, uses: Uses<ScalarNode>, where: string, near: readonly string[]): Finding {
  const [node, ...others] = uses;
  const name = quoted(node.text);
  const advice = near.length > 0 ? didYouMean(near) : 'Write the id of a node that is there.';
  return {
    span: node.span,
    message: `${where} has no node called ${name}. ${advice}`,
    related: others.map(({ span }) => ({ uri, span, message: `${name} is named here too.` })),
    fixes: changesOfAll(
      uses.map(each => ({ node: each })),
      near,
    ),
  };
}

/** Every name that a reference may use: of nodes, lanes and phases. */
function nodeNames(model: ChainModel): ReadonlySet<string> {
  const ids = [...model.nodesById.keys(), ...model.phasesById.keys(), ...model.lanesById.keys()];
  return new Set(ids.filter(id => resolveReference(model, id).kind !== 'unknown'));
}
