/** What suites name: their items, plans and chains by path, owners, fields and teams. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { plannedItems, teamsOf } from '../analysis/suite.ts';
import type { SuiteItem, SuiteModel } from '../model/suite.ts';
import { pathBetween } from '../project/files.ts';
import { touches } from '../util/span.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { chainSuggestions, skillSuggestions, teamSuggestions } from './completionSkills.ts';
import { innermostKey, keysOf } from './support/cursorPath.ts';

const suiteOf = ({ context }: CompletionRequest): SuiteModel | undefined =>
  context.document.model?.kind === 'suite' ? context.document.model : undefined;

/** Items that `needs`, a phase or a team may name, the likeliest first. */
export function itemSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const suite = suiteOf(request);
  if (suite === undefined) return [];
  const items = [...suite.itemsById.values()].filter(item => item.id.text !== '');
  return likeliest(request, suite, items).map(({ id, title, priority }) => {
    const description = [title?.text, priority?.text].filter(part => part !== undefined).join(' · ');
    return {
      label: id.text,
      kind: CompletionItemKind.Reference,
      ...(description === '' ? {} : { description }),
      ...(title === undefined ? {} : { filter: [title.text] }),
      insert: { type: 'scalar', text: id.text },
      data: { uri: request.context.document.uri, about: 'item', name: id.text },
    };
  });
}

function likeliest(
  { cursor }: CompletionRequest,
  suite: SuiteModel,
  items: readonly SuiteItem[],
): readonly SuiteItem[] {
  const key = innermostKey(cursor.path)?.key;
  const first = (isFirst: (item: SuiteItem) => boolean): readonly SuiteItem[] => [
    ...items.filter(isFirst),
    ...items.filter(item => !isFirst(item)),
  ];
  const planned = plannedItems(suite);
  if (key === 'items') return first(({ id }) => !planned.has(id.text));
  if (key === 'primary') return first(({ id }) => teamsOf(suite, id.text).length === 0);
  if (key !== 'needs') return items;
  const [, own = ''] = keysOf(cursor.path);
  const waiting = waitingFor(suite, own);
  const order = (id: string): number | undefined => planned.get(id)?.[0]?.order;
  const latest = order(own) ?? Infinity;
  // What waits for this item, or is done later, it cannot need.
  return items.filter(({ id }) => !waiting.has(id.text) && (order(id.text) ?? 0) <= latest);
}

/** The item itself and all that need it, however far around. */
function waitingFor({ items }: SuiteModel, id: string): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const item of items) {
    for (const { text } of item.needs) {
      const known = users.get(text);
      if (known === undefined) users.set(text, [item.id.text]);
      else known.push(item.id.text);
    }
  }
  const waiting = new Set([id]);
  for (const each of waiting) for (const user of users.get(each) ?? []) waiting.add(user);
  return waiting;
}

/** The files of one kind in the workspace folder, as paths from the document's own folder. */
export function pathSuggestions(request: CompletionRequest, kind: 'plan' | 'chain'): readonly Suggestion[] {
  const { project, document } = request.context;
  return project.neighboursOf(document.uri).flatMap(({ uri, model }): readonly Suggestion[] => {
    const path = model?.kind === kind ? pathBetween(document.uri, uri) : undefined;
    if (path === undefined) return [];
    return [
      {
        // Nothing beside it: paths are long, and what the file is for stands in its documentation.
        label: path,
        kind: CompletionItemKind.File,
        insert: { type: 'scalar', text: path },
        data: { uri: document.uri, about: 'file', name: path },
      },
    ];
  });
}

/** A chain by its id, or by its path. */
export const chainTargets = (request: CompletionRequest): readonly Suggestion[] => [
  ...chainSuggestions(request),
  ...pathSuggestions(request, 'chain'),
];

/** Who may be accountable: the teams and owners of the suite, then the teams and skills of the catalogues; or whoever is written. */
export function ownerSuggestions(request: CompletionRequest): readonly Suggestion[] {
  const suite = suiteOf(request);
  const own = [...(suite?.teams.map(team => team.id.text) ?? []), ...saidIn(request, 'owner')];
  const known = [...words(own), ...teamSuggestions(request), ...skillSuggestions(request)];
  return known.map(suggestion => ({ ...suggestion, isFree: true }));
}

/** The fields that items of the suite name already. */
export const domainSuggestions = (request: CompletionRequest): readonly Suggestion[] =>
  words(saidIn(request, 'domain'));

/** Names for the keys of `teams`: owners that are none yet, then the teams of the catalogues. */
export function suiteTeamNames(request: CompletionRequest): readonly string[] {
  const { context } = request;
  return [...saidIn(request, 'owner'), ...context.project.skillsFor(context.document.uri).teams.keys()];
}

/** What the suite's items say, without the one word that is being written. */
const saidIn = (request: CompletionRequest, key: 'owner' | 'domain'): readonly string[] =>
  suiteOf(request)?.items.flatMap(({ [key]: word }) =>
    word === undefined || touches(word.span, request.offset) ? [] : [word.text],
  ) ?? [];

const words = (texts: readonly string[]): readonly Suggestion[] =>
  [...new Set(texts)].map(text => ({
    label: text,
    kind: CompletionItemKind.Value,
    insert: { type: 'scalar', text },
  }));
