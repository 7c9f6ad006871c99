import type { ChainNode } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isKebabCase } from '../model/values/identifier.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { lineOf } from './support/nodes.ts';
import { scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const twoWriters = (first: string, target: string): string => `${head}steps:
  - ${first}: technical-writer
    do: Write down what happened
  - skill: technical-writer
    do: Write to the customers
  - checkpoint: All is written
    by: incident-commander
    if-refused: { back-to: ${target}, at-most: 2 }
`;

export const idNeeded: Rule = {
  code: 'id-needed',
  severity: 'error',
  reliesOn: 'document',
  summary: 'A reference names what several nodes are called.',
  details:
    'A node without an id is named by its skill, its label or its lane. Where several nodes are named alike, a reference to one of them says nothing. Give the node that is meant an id; the quick fixes give it the very name that the reference uses.',
  valid: [
    {
      text: twoWriters('id: write-up\n    skill', 'write-up'),
    },
  ],
  invalid: [
    {
      text: twoWriters('skill', 'technical-writer').replace(
        'at-most: 2 }\n',
        'at-most: 2 }\n#                          ^^^^^^^^^^^^^^^^\n',
      ),
      fixed: twoWriters('id: technical-writer\n    skill', 'technical-writer'),
    },
  ],
  *check({ document }) {
    const { model } = document;
    if (model?.kind !== 'chain') return;
    for (const node of scalarsOf(document, 'node-reference', 'jump-target')) {
      const reference = resolveReference(model, node.text);
      if (reference.kind !== 'ambiguous') continue;
      const { spans } = reference;
      const nodes = model.nodes.filter(each => spans.some(span => isNamedAt(each, span)));
      const places = spans.map(span => lineOf(document, span));
      yield {
        span: node.span,
        message:
          spans.length < 2
            ? `${quoted(node.text)} cannot be told apart from other names of this chain. Give the node that is meant an id.`
            : `${quoted(node.text)} may be what stands on line ${places.slice(0, -1).join(', ')} or ${places.at(-1) ?? ''}. Give the node that is meant an id.`,
        related: spans.map(span => ({
          uri: document.uri,
          span,
          message: `This is called ${quoted(node.text)}.`,
        })),
        fixes: nodes.flatMap(each => namings(document, each, node.text)),
      };
    }
  },
};

const isNamedAt = (node: ChainNode, span: { readonly start: number; readonly end: number }): boolean =>
  span.start >= node.span.start && span.start <= node.name.span.end && node.idWord === undefined;

function namings(document: DocumentState, node: ChainNode, id: string): readonly Fix[] {
  if (!isKebabCase(id)) return [];
  const edits = addKey(document, node.syntax, 'id', id, []);
  const line = lineOf(document, node.name.span);
  return edits === undefined ? [] : [{ title: `Give the node on line ${line} the id ${quoted(id)}`, edits }];
}
