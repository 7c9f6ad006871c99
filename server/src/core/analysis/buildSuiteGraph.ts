/** The graph of a suite: its phases with their items, and which item needs which. Every node stands where its author wrote it. */
import type { SuiteItem, SuiteModel, SuitePhase } from '../model/suite.ts';
import { slug } from '../model/values/identifier.ts';
import { components } from '../util/components.ts';
import type { Span } from '../util/span.ts';
import type { ChainGraph, DependencyConflict, GraphEdge, GraphNode, GraphSource } from './chainGraph.ts';
import { type Dependency, dependenciesOf, plannedItems } from './suite.ts';

/** What a suite's graph is made from besides its model. */
export interface SuiteGraphSource extends Omit<GraphSource, 'chainLength' | 'chainUri'> {
  /** The address of what an item runs; `undefined`: it is not known. */
  targetUri(item: SuiteItem): string | undefined;
}

/**
 * Phases are nodes of their own and in the order of the text; an item stands in its first phase, one that is in none by itself.
 * Edges are those of `needs`, from what is needed to what needs it.
 */
export function buildSuiteGraph(model: SuiteModel, source: SuiteGraphSource): ChainGraph {
  const { uri, version, lines, complete, broken } = source;
  const phaseIds = idsOf(model);
  const planned = plannedItems(model);
  const id = model.id?.text ?? '';
  return {
    subject: { kind: 'suite', id, title: model.title?.text ?? id, uri },
    version,
    nodes: [
      ...model.phases.map(phase => phaseNode(phase, phaseIds.get(phase) ?? '', source)),
      ...[...model.itemsById.values()].map(item => {
        const phase = planned.get(item.id.text)?.[0]?.phase;
        return itemNode(item, phase && phaseIds.get(phase), source);
      }),
    ],
    edges: edgesOf(model),
    complete,
    ...(broken && { broken: { message: broken.message, range: lines.range(broken.span) } }),
  };
}

/** The slug of a phase's name; one that is taken gets the first free number behind it. */
function idsOf({ phases, itemsById }: SuiteModel): ReadonlyMap<SuitePhase, string> {
  const taken = new Set(itemsById.keys());
  const next = new Map<string, number>();
  const ids = new Map<SuitePhase, string>();
  for (const phase of phases) {
    const name = slug(phase.name.text) || 'phase';
    let count = next.get(name) ?? 1;
    const idAt = (at: number): string => (at === 1 ? name : `${name}~${at}`);
    while (taken.has(idAt(count))) count++;
    next.set(name, count + 1);
    taken.add(idAt(count));
    ids.set(phase, idAt(count));
  }
  return ids;
}

const noProblems = { errors: 0, warnings: 0 };
const problemsOf = ({ problemsAt }: SuiteGraphSource, span: Span) => problemsAt?.(span, []) ?? noProblems;

function phaseNode(phase: SuitePhase, id: string, source: SuiteGraphSource): GraphNode {
  return {
    id,
    kind: 'phase',
    label: phase.name.text,
    ...(phase.window && { window: phase.window.text }),
    ...(phase.active?.value !== undefined && { capacity: phase.active.value }),
    uri: source.uri,
    range: source.lines.range(phase.span),
    problems: problemsOf(source, phase.span),
  };
}

function itemNode(item: SuiteItem, parent: string | undefined, source: SuiteGraphSource): GraphNode {
  const { id, title, owner, priority, domain, target, span } = item;
  const opens = source.targetUri(item);
  return {
    id: id.text,
    ...(parent !== undefined && { parent }),
    kind: 'item',
    label: title?.text ?? id.text,
    ...(owner && { owner: owner.text }),
    ...(priority && { priority: priority.text }),
    ...(domain && { domain: domain.text }),
    ...(target && { runs: target.kind }),
    ...(opens !== undefined && { opens }),
    uri: source.uri,
    range: source.lines.range(span),
    problems: problemsOf(source, span),
  };
}

/** Each dependency once, however often it is written. */
function edgesOf(model: SuiteModel): readonly GraphEdge[] {
  const conflictOf = conflicts(model);
  const edges = new Map<string, GraphEdge>();
  for (const dependency of dependenciesOf(model)) {
    const [from, to] = [dependency.needed.id.text, dependency.item.id.text];
    const id = `${from}->${to}`;
    const conflict = conflictOf(dependency);
    edges.set(id, { id, from, to, kind: 'data', ...(conflict && { conflict }) });
  }
  return [...edges.values()];
}

/** What is wrong with a dependency; of both the circle, since no order of phases would mend it. */
function conflicts(model: SuiteModel): (dependency: Dependency) => DependencyConflict | undefined {
  const { items, itemsById } = model;
  const index = new Map(items.map((item, at): [SuiteItem, number] => [item, at]));
  const component = components(items.length, at =>
    (items[at]?.needs ?? []).flatMap(({ text }) => {
      const needed = itemsById.get(text);
      return needed === undefined ? [] : (index.get(needed) ?? []);
    }),
  );
  const planned = plannedItems(model);
  const orderOf = ({ id }: SuiteItem): number | undefined => planned.get(id.text)?.[0]?.order;
  return ({ item, needed }) => {
    if (component[index.get(item) ?? -1] === component[index.get(needed) ?? -1]) return 'circle';
    const [own, other] = [orderOf(item), orderOf(needed)];
    return own !== undefined && other !== undefined && other > own ? 'later phase' : undefined;
  };
}
