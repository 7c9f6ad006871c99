/** Whether a text says what it is to say once a variation is applied: the last look before its edits are given out. */
import { parseSyntax } from '../../../syntax/parse.ts';
import type { SyntaxNode, SyntaxTree } from '../../../syntax/tree.ts';
import type { Place } from './insertNodes.ts';

export interface Expected {
  readonly place: Place;
  /** The list entry that is gone. */
  readonly variation: SyntaxNode;
  readonly added: readonly { readonly node: SyntaxNode; readonly condition: string | undefined }[];
}

/** Values that are looked at when every alias is written out; more are not compared, and so not believed. */
const mostValues = 200_000;

/** Whether the edited text is the tree before with the variation's nodes in their place, and as free of problems, with every comment. */
export function readsAs(before: SyntaxTree, edited: string, expected: Expected): boolean {
  const after = parseSyntax(edited);
  if (!after.complete || after.problems.length > before.problems.length) return false;
  if (commentsOf(before) !== commentsOf(after)) return false;
  const budget = { left: mostValues };
  const wanted = say(before.root, budget, expected);
  const found = say(after.root, budget, undefined);
  return budget.left > 0 && JSON.stringify(wanted) === JSON.stringify(found);
}

const commentsOf = ({ comments }: SyntaxTree): string =>
  comments
    .map(({ text }) => text.trimEnd())
    .toSorted()
    .join('\n');

/** What a node says, whatever its style: a text or nothing, a list, or a map by its keys in order. */
type Said = string | null | readonly Said[] | { readonly fields: readonly (readonly [string, Said])[] };

function say(node: SyntaxNode | undefined, budget: { left: number }, expected: Expected | undefined): Said {
  budget.left--;
  if (node === undefined || budget.left <= 0) return null;
  switch (node.kind) {
    case 'alias':
      return say(node.target, budget, expected);
    case 'scalar':
      if (node.style === 'plain') return ['', '~', 'null'].includes(node.text) ? null : node.text;
      // How many line ends a text of lines has at its end depends on what stands behind it.
      return node.text.replace(/\n+$/, '');
    case 'list':
      return node.items.flatMap(item => sayItem(item, budget, expected));
    case 'map':
      return mapOf(
        node.entries
          .filter(({ value }) => !isEmptied(value, expected))
          .map(({ key, value }) => [key.text, say(value, budget, expected)]),
      );
  }
}

const mapOf = (entries: readonly (readonly [string, Said])[]): Said => ({
  fields: entries.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
});

/** Whether it is the list that holds the variation and nothing else. */
const isEmptied = (value: SyntaxNode | undefined, expected: Expected | undefined): boolean =>
  expected !== undefined &&
  value?.kind === 'list' &&
  value.items.length === 1 &&
  value.items[0] === expected.variation;

function sayItem(
  item: SyntaxNode,
  budget: { left: number },
  expected: Expected | undefined,
): readonly Said[] {
  const said = (): Said => say(item, budget, expected);
  if (item === expected?.variation) return [];
  if (expected === undefined || item !== expected.place.item) return [said()];
  const added = expected.added.map(({ node, condition }) =>
    withCondition(say(node, budget, undefined), condition),
  );
  const { lane } = expected.place;
  if (lane === undefined) return [said(), ...added];
  return [
    mapOf([
      ['lane', lane],
      ['steps', [said(), ...added]],
    ]),
  ];
}

function withCondition(said: Said, condition: string | undefined): Said {
  if (condition === undefined || typeof said !== 'object' || said === null || !('fields' in said))
    return said;
  return mapOf([...said.fields.filter(([key]) => key !== 'when'), ['when', condition]]);
}
