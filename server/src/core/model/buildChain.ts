/** Reads a chain document's tree into its model. Any tree has one, as long as its root is a map. */
import type { MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type {
  ChainModel,
  ChainNode,
  Lane,
  MeasureBand,
  MeasureDomain,
  Milestone,
  NodeList,
  Phase,
  Variation,
  Word,
} from './chain.ts';
import { readHandoffs } from './handoffs.ts';
import { assignIds, type Named } from './ids.ts';
import {
  type Draft,
  type Gathering,
  newGathering,
  readList,
  readNodes,
  type Surroundings,
  throughAlias,
} from './nodes.ts';
import {
  contentOf,
  declaredArtefacts,
  entriesOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  itemsOf,
  keyWord,
  newBudget,
  readWord,
  wordOf,
} from './read.ts';
import { readDuration, readTimeline } from './values/duration.ts';
import { slug } from './values/identifier.ts';
import { readNumberRange } from './values/number.ts';
import { readTarget } from './values/target.ts';
import { readWindow } from './values/window.ts';

/** Where what stands in no phase, lane or route is. */
const top = { owner: 'chain', parentNode: undefined, phase: undefined, holder: undefined, depth: 0 } as const;
const topOfPhase = { ...top, owner: 'phase' } as const;

/** Reads a chain from any tree; `undefined` where the root is no map. */
export function buildChain(root: SyntaxNode | undefined): ChainModel | undefined {
  const syntax = contentOf(root);
  if (syntax?.kind !== 'map') return undefined;
  const gathering = newGathering(newBudget());
  const fields = fieldsOf(gathering.budget, syntax);
  const id = fieldWord(fields, 'chain');
  const body: NodeList[] = [];
  if (fields.has('steps')) body.push(readList(gathering, fields.get('steps')?.value, top));
  const phases = readPhases(gathering, fields.get('phases')?.value);
  body.push(...phases.map(phase => phase.list));
  const book = assignIds(gathering.named, slug(id?.text ?? ''));
  for (const derive of gathering.derived) derive(book);
  return {
    kind: 'chain',
    ...words(fields, id),
    ...readMeasures(gathering, fields.get('measures')?.value),
    milestones: readMilestones(gathering, fields.get('timeline')?.value),
    inputs: declaredArtefacts(gathering.budget, fields.get('inputs')?.value, false),
    body,
    phases,
    nodes: gathering.nodes,
    decisions: gathering.nodes.filter(node => node.kind === 'decision'),
    ...byId(gathering.nodes, phases, gathering.lanes),
    outputs: declaredArtefacts(gathering.budget, fields.get('output')?.value, false),
    handoffs: readHandoffs(gathering.budget, fields.get('handoffs')?.value),
    ...readAdvice(gathering, fields),
    variations: readVariations(gathering, fields.get('variations')?.value),
    syntax,
  };
}

function words(fields: Fields, id: Word | undefined) {
  const [title, category, version] = ['title', 'category', 'version'].map(key => fieldWord(fields, key));
  const [summary, trigger, owner] = ['summary', 'trigger', 'owner'].map(key => fieldWord(fields, key));
  const outcome = fieldWord(fields, 'output');
  const timelineValue = fields.get('timeline')?.value;
  const estimate = wordOf(timelineValue) ?? fieldWord(fieldsOf(newBudget(), timelineValue), 'estimate');
  const timeline = readWord(estimate, readTimeline);
  return {
    ...(id && { id }),
    ...(title && { title }),
    ...(category && { category }),
    ...(version && { version }),
    ...(summary && { summary }),
    ...(trigger && { trigger }),
    ...(timeline && { timeline }),
    ...(outcome && { outcome }),
    ...(owner && { owner }),
  };
}

/** What a chain says beside its flow: how to tell success, what to beware of, what to ask afterwards. */
function readAdvice({ budget }: Gathering, fields: Fields) {
  const success = itemsOf(budget, fields.get('success')?.value).flatMap(item => {
    const inner = fieldsOf(budget, item);
    const words = wordOf(item) ?? fieldWord(inner, 'metric');
    const [target, within] = ['target', 'within'].map(key => fieldWord(inner, key));
    return words === undefined ? [] : [{ words, ...(target && { target }), ...(within && { within }) }];
  });
  const pitfalls = itemsOf(budget, fields.get('pitfalls')?.value).flatMap(item => {
    const inner = fieldsOf(budget, item);
    const words = wordOf(item) ?? fieldWord(inner, 'pitfall');
    const avoid = fieldWord(inner, 'avoid');
    return words === undefined ? [] : [{ words, ...(avoid && { avoid }) }];
  });
  return { success, pitfalls, retrospective: fieldWords(budget, fields, 'retrospective') };
}

function readMilestones({ budget }: Gathering, timeline: SyntaxNode | undefined): readonly Milestone[] {
  return itemsOf(budget, fieldsOf(budget, timeline).get('milestones')?.value).flatMap(item => {
    const syntax = contentOf(item);
    const inner = fieldsOf(budget, item);
    const [what, because] = ['what', 'because'].map(key => fieldWord(inner, key));
    const window = readWord(fieldWord(inner, 'window'), readWindow);
    if (syntax?.kind !== 'map' || what === undefined) return [];
    return [{ what, ...(window && { window }), ...(because && { because }), syntax }];
  });
}

function readPhases(gathering: Gathering, node: SyntaxNode | undefined): readonly Phase[] {
  const around = throughAlias(gathering, topOfPhase, node);
  return itemsOf(gathering.budget, node).flatMap(item => {
    const syntax = contentOf(item);
    const within = throughAlias(gathering, around, item);
    return syntax?.kind === 'map' ? [readPhase(gathering, item, syntax, within)] : [];
  });
}

function readPhase(gathering: Gathering, item: SyntaxNode, syntax: MapNode, around: Surroundings): Phase {
  const fields = fieldsOf(gathering.budget, syntax);
  const idWord = fieldWord(fields, 'id');
  const said = fieldWord(fields, 'phase');
  const [first] = syntax.entries;
  const window = readWord(fieldWord(fields, 'window'), readWindow);
  const takes = readWord(fieldWord(fields, 'takes'), readDuration);
  const [because, deliverable] = ['because', 'deliverable'].map(key => fieldWord(fields, key));
  const phase: Draft<Phase> = {
    id: '',
    ...(idWord && { idWord }),
    slug: slug(said?.text ?? ''),
    ambiguous: false,
    name: said ?? idWord ?? (first ? keyWord(first) : emptyName(syntax)),
    ...(window && { window }),
    ...(takes && { takes }),
    ...(because && { because }),
    list: { owner: 'phase', parentNode: undefined, phase: undefined, nodes: [], syntax: undefined },
    entry: fieldWords(gathering.budget, fields, 'entry'),
    exit: fieldWords(gathering.budget, fields, 'exit'),
    deliverables: declaredArtefacts(gathering.budget, fields.get('deliverable')?.value, false),
    ...(deliverable && { deliverable }),
    span: item.span,
    syntax,
  };
  const named: Named = {
    written: idWord?.text,
    slug: phase.slug,
    kind: 'phase',
    parent: undefined,
    give: (id, ambiguous) => {
      phase.id = id;
      phase.ambiguous = ambiguous;
    },
  };
  gathering.named.push(named);
  phase.list = readList(gathering, fields.get('steps')?.value, { ...around, phase, holder: named });
  return phase;
}

const emptyName = (map: MapNode): Word => ({
  text: '',
  span: map.span,
  node: { kind: 'scalar', text: '', style: 'plain', span: map.span, parent: map.parent },
});

/** Of two with one id the first; what cannot be referred to stands here as well, by the id it was given. */
function byId(nodes: readonly ChainNode[], phases: readonly Phase[], lanes: readonly Lane[]) {
  const nodesById = new Map(nodes.map((node): [string, ChainNode] => [node.id, node]));
  const phasesById = new Map(phases.map((phase): [string, Phase] => [phase.id, phase]));
  const lanesById = new Map(lanes.map((lane): [string, Lane] => [lane.id ?? '', lane]));
  return {
    nodesById,
    phasesById,
    lanesById,
    ambiguousNames: ambiguousNames([...nodes, ...phases, ...lanes]),
  };
}

/** By the slug and by the id that was given in its stead. */
function ambiguousNames(all: readonly (ChainNode | Phase | Lane)[]): ReadonlyMap<string, readonly Span[]> {
  const names = new Map<string, Span[]>();
  for (const each of all) {
    if (!each.ambiguous) continue;
    const span = (each.name ?? each).span;
    for (const name of new Set([each.slug, each.id])) {
      if (name === undefined || name === '') continue;
      const spans = names.get(name);
      if (spans === undefined) names.set(name, [span]);
      else spans.push(span);
    }
  }
  return names;
}

function readMeasures({ budget }: Gathering, node: SyntaxNode | undefined) {
  const measures: Word[] = [];
  const measureDomains = new Map<string, MeasureDomain>();
  const measureBands = new Map<string, readonly MeasureBand[]>();
  for (const entry of entriesOf(budget, node)) {
    const fields = fieldsOf(budget, entry.value);
    const range = readWord(wordOf(entry.value) ?? fieldWord(fields, 'range'), readNumberRange)?.value;
    const unit = fieldWord(fields, 'unit')?.text ?? '';
    const isCount = unit === 'count';
    measures.push(keyWord(entry));
    measureDomains.set(entry.key.text, {
      min: range?.min ?? (isCount ? 0 : undefined),
      max: range?.max,
      whole: isCount || (range !== undefined && Number.isInteger(range.min) && Number.isInteger(range.max)),
      unit,
    });
    measureBands.set(entry.key.text, readBands(fieldsOf(budget, fields.get('bands')?.value)));
  }
  return { measures, measureDomains, measureBands };
}

const readBands = (fields: Fields): readonly MeasureBand[] =>
  (['green', 'yellow', 'red'] as const).flatMap(name => {
    const target = readWord(fieldWord(fields, name), readTarget);
    return target === undefined ? [] : [{ name, target }];
  });

function readVariations({ budget, anchored }: Gathering, node: SyntaxNode | undefined): readonly Variation[] {
  return itemsOf(budget, node).map(syntax => {
    const fields = fieldsOf(budget, syntax);
    const [when, insertAfter] = ['when', 'insert-after'].map(key => fieldWord(fields, key));
    const own: Gathering = { ...newGathering(budget), anchored };
    const around = throughAlias(own, top, syntax);
    const { nodes: added } = readNodes(own, fields.get('add')?.value, around);
    const book = assignIds(own.named, '');
    for (const derive of own.derived) derive(book);
    const ids = [...own.nodes, ...own.lanes].flatMap(each => each.id ?? []);
    return {
      ...(when && { when }),
      ...(insertAfter && { insertAfter }),
      added,
      nodes: own.nodes,
      ids: new Set(ids),
      syntax,
    };
  });
}
