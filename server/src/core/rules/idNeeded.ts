import type { ChainModel, ChainNode, Phase } from '../model/chain.ts';
import { resolveReference } from '../model/references.ts';
import { isKebabCase, reservedIds } from '../model/values/identifier.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Span } from '../util/span.ts';
import type { Finding, Fix, Rule } from './rule.ts';
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
  family: 'names',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A reference fits several nodes, or a node has no name of its own.',
  details:
    'A node without an id is named by its skill, its label or its lane. If several nodes have the same name, a reference does not say which of them is meant. Give the node that is meant an id; the quick fixes give it the very name that the reference uses. A node also needs an id if its words give no name, or give one that jumps use for something else (start, end, stop, next).',
  valid: [
    {
      text: twoWriters('id: write-up\n    skill', 'write-up'),
    },
  ],
  invalid: [
    {
      text: `${head}steps:
  - skill: incident-commander
    do: Lead
  - checkpoint: Start
#               ^^^^^
    by: incident-commander
`,
      fixed: `${head}steps:
  - skill: incident-commander
    do: Lead
  - id: start-checkpoint
    checkpoint: Start
    by: incident-commander
`,
    },
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
    for (const each of named) if (isUnnamed(each)) yield unnamed(document, model, each);
    const byName = new Map(named.map(each => [each.name.span.start, each]));
    for (const node of scalarsOf(document, 'node-reference', 'jump-target')) {
      const reference = resolveReference(model, node.text);
      // What goes by a reserved word was told to get an id where it stands.
      if (reference.kind !== 'ambiguous' || reservedIds.includes(node.text)) continue;
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

/** Whether nothing can ever name this: what it says has no letter or digit, or is a word that jumps use for something else. */
const isUnnamed = (each: ChainNode | Phase): boolean =>
  each.idWord === undefined &&
  // Where nothing is said yet, the node goes by its first key.
  !each.syntax.entries.some(({ key }) => key === each.name.node) &&
  each.name.text.trim() !== '' &&
  !('synthesizes' in each && each.synthesizes !== undefined) &&
  (each.slug === '' || reservedIds.includes(each.slug));

function unnamed(document: DocumentState, model: ChainModel, each: ChainNode | Phase): Finding {
  const { name, slug, syntax } = each;
  const kind = 'kind' in each ? each.kind : 'phase';
  const id = slug === '' ? kind : `${slug}-${kind}`;
  const edits =
    model.nodesById.has(id) || model.phasesById.has(id) ? undefined : addKey(document, syntax, 'id', id, []);
  const why =
    slug === ''
      ? 'has no letter from a to z and no digit to make a name of'
      : `would be named ${quoted(slug)}, which has a meaning of its own`;
  return {
    span: name.span,
    severity: 'warning',
    message: `${quoted(name.text)} ${why}. Add an id, so that it can be referred to.`,
    fixes: edits === undefined ? [] : [{ title: `Add the id ${quoted(id)}`, edits, preferred: true }],
  };
}

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
