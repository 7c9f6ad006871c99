/** Whole documents, for a file in which nothing stands yet. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { slug } from '../model/values/identifier.ts';
import { planIdFrom } from './completionPlan.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { type Body, blockBody, hole, holeWith, listBody, mapBody, textBody } from './support/insertion.ts';

/** One for each kind of document that this one may become, by the name of its root record. */
export function wholeDocuments(
  { context, cursor }: CompletionRequest,
  roots: readonly string[],
): readonly Suggestion[] {
  if (cursor.flow !== undefined || cursor.colonFollows) return [];
  const { uri } = context.document;
  return documents.flatMap(({ kind, label, description, body }) => {
    const record = roots.find(name => name === kind);
    if (record === undefined) return [];
    return [
      {
        label,
        kind: CompletionItemKind.Struct,
        description,
        filter: [kind],
        insert: { type: 'body', body: body(uri) },
        data: { uri, about: 'record', name: record },
      },
    ];
  });
}

interface WholeDocument {
  /** The name of the root record. */
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  /** Of the document with this address. */
  readonly body: (uri: string) => Body;
}

const documents: readonly WholeDocument[] = [
  {
    kind: 'chain',
    label: 'new chain',
    description: 'chain, title and a first step',
    body: uri => {
      const id = idFrom(uri, 'chain');
      return mapBody(
        ['chain', holeWith(id)],
        ['title', holeWith(titleFrom(id))],
        ['steps', listBody(mapBody(['skill', hole], ['do', hole]))],
      );
    },
  },
  {
    kind: 'catalogue',
    label: 'new skill catalogue',
    description: 'skills with their titles',
    body: () => mapBody(['skills', mapBody(['skill-id', mapBody(['title', hole], ['summary', hole])])]),
  },
  {
    kind: 'suite',
    label: 'new suite',
    description: 'suite, title, an item and a phase',
    body: uri => {
      const id = idFrom(uri, 'suite');
      return mapBody(
        ['suite', holeWith(id)],
        ['title', holeWith(titleFrom(id))],
        [
          'items',
          mapBody(['item-1', mapBody(['title', hole], ['plan', hole], ['priority', holeWith('P1')])]),
        ],
        ['phases', listBody(mapBody(['phase', hole], ['window', hole], ['items', textBody('[item-1]')]))],
      );
    },
  },
  {
    kind: 'plan',
    label: 'new prompt plan',
    description: 'meta, an input and a template',
    body: uri =>
      mapBody(
        ['meta', mapBody(['id', holeWith(planIdFrom(uri) ?? 'plan.new-plan@v1')], ['purpose', hole])],
        ['inputs', mapBody(['subject', textBody('string')])],
        ['template', blockBody('Look at {{subject}}.')],
      ),
  },
];

/** The id that a chain or suite in this file should have: the file's name before its ending, in kebab case. */
export function idFrom(uri: string, kind: 'chain' | 'suite'): string {
  const last =
    uri
      .replace(/[?#].*$/su, '')
      .split('/')
      .at(-1) ?? '';
  const stem = decoded(last).replace(/\.(?:(?:chain|suite)\.)?ya?ml$/iu, '');
  const id = slug(stem);
  return id === '' || uri.startsWith('untitled:') ? `new-${kind}` : id;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const titleFrom = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
