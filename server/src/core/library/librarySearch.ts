/** Finding what the library has by the words that a person knows of it: titles, skills, what sets a chain off, and whatever its text says. */

import type { Range } from 'vscode-languageserver-types';
import type { ChainModel, ChainNode, HandoffKind } from '../model/chain.ts';
import type { SuiteModel } from '../model/suite.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import type { Entry, ScalarNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import { createTextSearch, type SearchField } from '../util/textSearch.ts';
import { type LibraryEntry, libraryEntries } from './libraryEntries.ts';

export interface LibraryHit {
  readonly uri: string;
  /** Words of its text in which most of what was looked for stands; `undefined`: title, category and summary say it. */
  readonly passage: string | undefined;
  /** Where the passage stands; `undefined`: there is none. */
  readonly range: Range | undefined;
}

/** What is offered of a library; made when it is first asked for, and anew once the library is another. */
export interface LibraryOffer {
  readonly entries: () => readonly LibraryEntry[];
  /** The best hits come first. */
  readonly search: (query: string) => readonly LibraryHit[];
}

export function createLibraryOffer(snapshot: () => ProjectSnapshot): LibraryOffer {
  let made: { readonly of: ProjectSnapshot; readonly entries: readonly LibraryEntry[] } | undefined;
  let index: { readonly of: object; readonly search: LibraryOffer['search'] } | undefined;
  const current = () => {
    const library = snapshot();
    if (made?.of !== library) made = { of: library, entries: libraryEntries(library) };
    return made;
  };
  return {
    entries: () => current().entries,
    search: query => {
      const offered = current();
      if (index?.of !== offered) index = { of: offered, search: searchOf(offered.of, offered.entries) };
      return index.search(query);
    },
  };
}

/** How much a word counts by where it stands: a title's words come before words of the body. */
const weights = { title: 12, id: 7, group: 5, summary: 5, skill: 4, form: 6, body: 2 } as const;

/** So much of a passage is shown, in UTF-16 units. */
const longestPassage = 160;

function searchOf(library: ProjectSnapshot, entries: readonly LibraryEntry[]): LibraryOffer['search'] {
  const texts = entries.map(entry => ({ entry, ...fieldsOf(library, entry) }));
  const search = createTextSearch(texts.map(({ fields }) => fields));
  return query => {
    // Shortcuts such as `/parallel` ask how a chain shows a thing; what a plan is called is no answer to that.
    const isShortcut = query.trimStart().startsWith('/');
    return search(query).flatMap(({ record, field }): readonly LibraryHit[] => {
      const found = texts[record];
      if (found === undefined || (isShortcut && found.entry.kind !== 'chain')) return [];
      const { uri } = found.entry;
      const text = field < found.known ? undefined : found.fields[field]?.text;
      if (text === undefined) return [{ uri, passage: undefined, range: undefined }];
      const span = found.spans[field - (found.fields.length - found.spans.length)];
      const range = span && library.documents.get(uri)?.lines.range(span);
      return [{ uri, passage: passage(text), range }];
    });
  };
}

function passage(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestPassage ? line : `${line.slice(0, longestPassage - 1).trimEnd()}…`;
}

interface EntryFields {
  readonly fields: readonly SearchField[];
  /** So many of them, the first, are what a list shows anyway. */
  readonly known: number;
  /** Where the last of them stand: the passages of the text. */
  readonly spans: readonly Span[];
}

function fieldsOf(library: ProjectSnapshot, entry: LibraryEntry): EntryFields {
  const groups =
    entry.kind === 'chain'
      ? [entry.category]
      : entry.kind === 'suite'
        ? ['suite programme']
        : [entry.domain, entry.owner, entry.suite, 'prompt plan'];
  const document = library.documents.get(entry.uri);
  const { model } = document ?? {};
  const known = [
    ...field(weights.title, entry.title),
    ...field(weights.id, entry.id),
    // A programme calls its plans by the ids of its items.
    ...(entry.kind === 'plan' ? field(weights.title, entry.item) : []),
    ...groups.flatMap(text => field(weights.group, text)),
    ...field(weights.summary, entry.summary),
    ...(entry.kind === 'chain' ? field(weights.summary, entry.trigger) : []),
    ...(model?.kind === 'chain' ? formsOf(model) : []),
    ...(model?.kind === 'suite' ? partsOf(model) : []),
  ];
  if (document === undefined) return { fields: known, known: known.length, spans: [] };
  const passages = passagesOf(document);
  const body = passages.map(({ text }) => ({ weight: weights.body, text }));
  return {
    fields: [...known, ...skillsOf(library, document), ...body],
    known: known.length,
    spans: passages.map(({ span }) => span),
  };
}

const field = (weight: number, text: string | undefined): readonly SearchField[] =>
  text === undefined || text.trim() === '' ? [] : [{ weight, text }];

/** Of each skill that acts in it, every name. */
function skillsOf(library: ProjectSnapshot, { uri, model }: DocumentState): readonly SearchField[] {
  if (model?.kind !== 'chain') return [];
  const index = library.skillsFor(uri);
  const names = model.nodes.flatMap(node => {
    if (node.kind !== 'step' || node.skill === undefined) return [];
    const found = index.resolve(node.skill.text);
    if (found.kind !== 'known') return [node.skill.text];
    const { id, title, aliases } = found.skill.declaration;
    return [[title?.text, id.text, ...aliases.map(({ text }) => text)].join(' · ')];
  });
  return [...new Set(names)].flatMap(text => field(weights.skill, text));
}

/** What a chain is an example of, in the words for it, as a reader may know `/parallel` and none of its titles; who shows more of it comes first. */
function formsOf(model: ChainModel): readonly SearchField[] {
  const { phases, nodes, handoffs, timeline, milestones, retrospective } = model;
  const nodesOf = (kind: ChainNode['kind']): number => nodes.filter(node => node.kind === kind).length;
  const handoffsOf = (kind: HandoffKind): number => handoffs.filter(handoff => handoff.kind === kind).length;
  const meetings = nodes.filter(node => node.kind === 'parallel' && node.synthesize !== undefined).length;
  const waits = nodes.filter(({ after }) => after.length > 0).length;
  const forms: Readonly<Record<string, number>> = {
    phase: phases.length,
    timeline: (timeline === undefined ? 0 : 1) + milestones.length,
    parallel: nodesOf('parallel'),
    converge: handoffsOf('joins') + meetings,
    checkpoint: nodesOf('checkpoint'),
    decision: nodesOf('decision'),
    retrospective: retrospective.length,
    sequence: handoffsOf('then'),
    dependency: handoffsOf('waits-for') + waits,
    escalation: handoffsOf('escalates-to'),
    cycle: handoffsOf('cycles-to'),
  };
  return Object.entries(forms).flatMap(([name, count]) =>
    count === 0 ? [] : [{ weight: weights.form + Math.log(count), text: name }],
  );
}

/** What readers call the parts of a programme; the keys that begin them are no words of its text. */
const suiteParts: ReadonlyMap<string, string> = new Map([
  ['phases', 'capacity planning'],
  ['teams', 'team assignments resource allocation'],
  ['risks', 'risk management'],
  ['contingency', 'contingency plans'],
  ['communication', 'communication plan'],
]);

const partsOf = ({ syntax }: SuiteModel): readonly SearchField[] =>
  syntax.entries.flatMap(({ key }) => field(weights.form, suiteParts.get(key.text)));

/** Keys at the top whose values have fields of their own. */
const told = new Set(['chain', 'suite', 'title', 'category', 'version', 'summary', 'trigger']);

type Key = Entry['key'];

interface Passage {
  readonly text: string;
  readonly span: Span;
}

/** The text in passages: what stands in one map or list by itself is one, as a metric with its figure, or the row of a table. */
function passagesOf({ text: whole, tree, shape }: DocumentState): readonly Passage[] {
  const passages: Passage[] = [];
  const add = (names: readonly Key[], parts: readonly string[], span: Span): void => {
    const text = [...names.map(name => name.text), ...parts].filter(part => part.trim() !== '').join(' · ');
    if (text !== '') passages.push({ text, span: { ...span, start: names[0]?.span.start ?? span.start } });
  };
  /** The lines of a scalar where they stand in the document, which may indent and quote them. */
  const addLines = ({ text, span }: ScalarNode, names: readonly Key[]): void => {
    let from = span.start;
    for (const line of text.split('\n')) {
      const words = line.trim();
      const at = whole.indexOf(words, from);
      const isFound = words !== '' && at >= 0 && at < span.end;
      if (isFound) from = at + words.length;
      add(names, [line], isFound ? { start: at, end: from } : span);
    }
  };
  /** Names that a person gave are words of theirs; keys of the language are not. */
  const nameOf = ({ key }: Entry): readonly Key[] => (shape.shapes.has(key) ? [key] : []);
  const visit = (node: SyntaxNode | undefined, names: readonly Key[], isTop: boolean): void => {
    if (node === undefined || node.kind === 'alias') return;
    if (node.kind === 'scalar') {
      // A template is a document by itself, with a passage on each line.
      addLines(node, names);
      return;
    }
    if (node.kind === 'list') {
      const isRow = node.items.every(item => item.kind === 'scalar' && item.text.length <= 80);
      if (isRow)
        add(
          names,
          node.items.map(item => (item.kind === 'scalar' ? item.text : '')),
          node.span,
        );
      else for (const item of node.items) visit(item, names, false);
      return;
    }
    const words: string[] = [];
    for (const entry of node.entries) {
      if (isTop && told.has(entry.key.text)) continue;
      const { value } = entry;
      if (!isTop && value?.kind === 'scalar' && !value.text.includes('\n'))
        words.push(...nameOf(entry).map(name => name.text), value.text);
      else visit(value, nameOf(entry), false);
    }
    add(names, words, node.span);
  };
  visit(tree.root, [], true);
  return passages;
}
