/** What the library offers: its chains, its suites, and the prompt plans that these run. */
import { chainTitle } from '../documents/sources.ts';
import type { ChainModel } from '../model/chain.ts';
import type { PlanModel } from '../model/plan.ts';
import type { SuiteItem, SuiteModel } from '../model/suite.ts';
import { type LibraryFiles, libraryChainIds } from '../project/library.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import { planSlug, resolveTarget } from '../project/targets.ts';

/** How many documents of each kind the library has, by the names of its files. */
export interface LibraryCounts {
  readonly chains: number;
  readonly suites: number;
  readonly plans: number;
}

export function libraryCounts(files: LibraryFiles): LibraryCounts {
  const uris = [...files.keys()];
  return {
    chains: libraryChainIds(files).size,
    suites: uris.filter(uri => uri.endsWith('.suite.yaml')).length,
    plans: uris.filter(uri => planSlug(uri) !== undefined).length,
  };
}

interface EntryBase {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
}

/** A chain of the library, with what tells a person whether it is the one. */
export interface LibraryChain extends EntryBase {
  readonly kind: 'chain';
  readonly category: string | undefined;
  readonly trigger: string | undefined;
  /** As written. */
  readonly timeline: string | undefined;
  /** How many steps it has, those of lanes and routes included. */
  readonly steps: number;
  /** The titles of the skills that act in it, each once, in text order. */
  readonly skills: readonly string[];
}

export interface LibrarySuite extends EntryBase {
  readonly kind: 'suite';
  readonly items: number;
  readonly phases: number;
}

/** A prompt plan; its summary is its purpose. */
export interface LibraryPlan extends EntryBase {
  readonly kind: 'plan';
  /** The id of the suite's item that runs it. */
  readonly item: string | undefined;
  /** That of the item. */
  readonly domain: string | undefined;
  readonly owner: string | undefined;
  /** The title of the suite that runs it. */
  readonly suite: string | undefined;
}

export type LibraryEntry = LibraryChain | LibrarySuite | LibraryPlan;

/** Every document of the library that has an id, but for catalogues: chains by categories, then suites, then plans by domains; each by titles. */
export function libraryEntries(library: ProjectSnapshot): readonly LibraryEntry[] {
  const runs = suiteRuns(library);
  const entries = [...library.documents.values()].flatMap((document): LibraryEntry[] => {
    const { uri, model } = document;
    if (model?.kind === 'chain' && model.id !== undefined) return [chainEntry(library, document, model)];
    if (model?.kind === 'suite' && model.id !== undefined) return [suiteEntry(uri, model)];
    if (model?.kind === 'plan' && model.id !== undefined) return [planEntry(uri, model, runs.get(uri))];
    return [];
  });
  return entries.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

const order = { chain: 0, suite: 1, plan: 2 } as const;

function sortKey(entry: LibraryEntry): string {
  const group = entry.kind === 'chain' ? entry.category : entry.kind === 'plan' ? entry.domain : undefined;
  return [order[entry.kind], group ?? '', entry.title].join('\u0000');
}

function chainEntry(library: ProjectSnapshot, { uri }: DocumentState, model: ChainModel): LibraryChain {
  const index = library.skillsFor(uri);
  const skills = model.nodes.flatMap(node => {
    if (node.kind !== 'step' || node.skill === undefined) return [];
    const found = index.resolve(node.skill.text);
    const declared = found.kind === 'known' ? found.skill.declaration : undefined;
    return [declared?.title?.text ?? node.skill.text];
  });
  return {
    kind: 'chain',
    uri,
    id: model.id?.text ?? '',
    title: chainTitle(model),
    category: model.category?.text,
    summary: model.summary?.text,
    trigger: model.trigger?.text,
    timeline: model.timeline?.text,
    steps: model.nodes.filter(({ kind }) => kind === 'step').length,
    skills: [...new Set(skills)],
  };
}

const suiteEntry = (uri: string, { id, title, summary, items, phases }: SuiteModel): LibrarySuite => ({
  kind: 'suite',
  uri,
  id: id?.text ?? '',
  title: title?.text ?? id?.text ?? '',
  summary: summary?.text,
  items: items.length,
  phases: phases.length,
});

/** An item of a suite that runs a document. */
interface SuiteRun {
  readonly suite: SuiteModel;
  readonly item: SuiteItem;
}

function planEntry(uri: string, { id, owner, purpose }: PlanModel, run: SuiteRun | undefined): LibraryPlan {
  const [first = '', ...rest] = (planSlug(uri) ?? id?.text ?? '').split('-');
  const words = [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest].join(' ');
  return {
    kind: 'plan',
    uri,
    id: id?.text ?? '',
    title: run?.item.title?.text ?? words,
    summary: purpose?.text,
    item: run?.item.id.text,
    domain: run?.item.domain?.text,
    owner: run?.item.owner?.text ?? owner?.text,
    suite: run?.suite.title?.text,
  };
}

/** By the address of what they run; of two the first. */
function suiteRuns(library: ProjectSnapshot): ReadonlyMap<string, SuiteRun> {
  const runs = new Map<string, SuiteRun>();
  for (const { uri, model } of library.documents.values()) {
    if (model?.kind !== 'suite') continue;
    for (const item of model.items) {
      const found = item.target && resolveTarget(library, uri, item.target);
      if (found?.kind === 'found' && !runs.has(found.document.uri))
        runs.set(found.document.uri, { suite: model, item });
    }
  }
  return runs;
}
