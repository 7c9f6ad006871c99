import { calledDocument, type DocumentKind } from '../model/calledDocument.ts';
import type { ArtefactDeclaration, ChainModel, ChainNode, StepNode } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { head } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { quoted } from './support/words.ts';

const chain = (step: string): string => `${head}steps:
  - skill: technical-writer
    do: Write down what happened
    produces: [post-mortem]
${step}output:
  post-mortem: What happened, and why
`;

export const documentNotCalled: Rule = {
  code: 'document-not-called',
  family: 'people',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'A chain leaves a document behind, and no step asks for it.',
  details:
    'A step whose document is adr or post-mortem offers to begin that document from here, with what the chain knows. Where a decision record or a post-mortem is among the outputs and one step produces it, that step should call for it, so that nobody begins with an empty page.',
  valid: [
    { text: chain('    document: post-mortem\n') },
    { text: chain('').replaceAll('post-mortem', 'post-mortem-actions') },
  ],
  invalid: [
    {
      text: `${chain('')}`
        .replace('  post-mortem: What', '  post-mortem: What')
        .replace(/\n$/, '\n# ^^^^^^^^^^^\n'),
      fixed: chain('    document: post-mortem\n'),
    },
    {
      text: `${head}steps: [{ skill: SRE, do: Decide how to restore it, produces: [restore-adr] }]
output: { restore-adr: How it was decided }
#         ^^^^^^^^^^^
`,
      fixed: `${head}steps: [{ skill: SRE, do: Decide how to restore it, produces: [restore-adr], document: adr }]
output: { restore-adr: How it was decided }
`,
    },
  ],
  *check({ document, sound }) {
    if (sound === undefined) return;
    const documents = sound.model.outputs.filter(output => kindOf(output) !== undefined);
    if (documents.length === 0) return;
    const producers = onlyProducers(sound.model);
    const called = new Set(sound.model.nodes.flatMap(node => calledDocument(node) ?? []));
    for (const output of documents) {
      const kind = kindOf(output);
      const step = kind === undefined || called.has(kind) ? undefined : producers.get(output.name);
      if (kind === undefined || step === undefined || step.document !== undefined) continue;
      if (misspellsKey(document, step.syntax, 'document')) continue;
      yield {
        span: output.span,
        message: `${quoted(output.name)} is a document that no step calls for. Add "document: ${kind}" to the step that produces it.`,
        related: [{ uri: document.uri, span: step.name.span, message: 'This step produces it.' }],
        fixes: calling(document, step, kind),
      };
    }
  },
};

/** By the last words of its name. */
function kindOf({ name }: ArtefactDeclaration): DocumentKind | undefined {
  if (/(?:^|-)post-?mortem$/.test(name)) return 'post-mortem';
  return /(?:^|-)(?:adr|decision-record)$/.test(name) ? 'adr' : undefined;
}

/** Steps by the name of what they alone produce. */
function onlyProducers({ nodes }: ChainModel): ReadonlyMap<string, StepNode> {
  const producers = new Map<string, ChainNode | undefined>();
  for (const node of nodes) {
    for (const { name } of node.produces) producers.set(name, producers.has(name) ? undefined : node);
  }
  return new Map(
    [...producers].flatMap(([name, node]) => (node?.kind === 'step' ? [[name, node] as const] : [])),
  );
}

/** The keys of a step that stand before `document`, by the language reference. */
const before = [
  'id',
  'skill',
  'team',
  'do',
  'when',
  'after',
  'needs',
  'produces',
  'takes',
  'done',
  'checklist',
  'owner',
  'priority',
];

function calling(document: DocumentState, { syntax }: StepNode, kind: DocumentKind): readonly Fix[] {
  const edits = addKey(document, syntax, 'document', kind, before);
  return edits === undefined ? [] : [{ title: `Let the step call for the ${kind}`, edits, preferred: true }];
}
