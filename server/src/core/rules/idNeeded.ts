import type { ChainNode, Phase } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isKebabCase } from '../model/values/identifier.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Span } from '../util/span.ts';
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
    const named = [...model.nodes, ...model.phases];
    const byName = new Map(named.map(each => [each.name.span.start, each]));
    for (const node of scalarsOf(document, 'node-reference', 'jump-target')) {
      const reference = resolveReference(model, node.text);
      if (reference.kind !== 'ambiguous') continue;
      const spans = reference.spans.slice(0, mostShown);
      const name = quoted(node.text);
      yield {
        span: node.span,
        message: `${what(document, name, spans)} Give the one that is meant an id.`,
        related: spans.map(span => ({ uri: document.uri, span, message: `This is called ${name}.` })),
        fixes: spans.flatMap(span => naming(document, byName.get(span.start), node.text)),
      };
    }
  },
};

/** Places that are named in a message and offered as fixes: more are no help. */
const mostShown = 4;

function what(document: DocumentState, name: string, spans: readonly Span[]): string {
  const lines = spans.map(span => lineOf(document, span));
  const last = lines.pop();
  return lines.length === 0
    ? `${name} cannot be told apart from another name of this chain.`
    : `${name} may be what stands on line ${lines.join(', ')} or ${last ?? ''}.`;
}

function naming(document: DocumentState, node: ChainNode | Phase | undefined, id: string): readonly Fix[] {
  if (node === undefined || node.idWord !== undefined || !isKebabCase(id)) return [];
  const edits = addKey(document, node.syntax, 'id', id, []);
  const line = lineOf(document, node.name.span);
  return edits === undefined
    ? []
    : [{ title: `Give what stands on line ${line} the id ${quoted(id)}`, edits }];
}
