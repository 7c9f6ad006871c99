import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { type HandoffDetail, handoffDetails } from '../analysis/handoffDetails.ts';
import type { CatalogueModel } from '../model/catalogue.ts';
import type {
  ChainModel,
  ChainNode,
  Handoff,
  Lane,
  NodeList,
  Phase,
  Route,
  Variation,
} from '../model/chain.ts';
import type { LineMap } from '../util/lineMap.ts';
import { contains } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { configurationSymbols, planSymbols, suiteSymbols } from './support/outline.ts';
import { inTextOrder, nodeKinds, type Outlined, shownName } from './support/outlined.ts';
import { catalogueGroups, chainGroups } from './support/outlineGroups.ts';
import { scheduleOf, spanInWords } from './support/times.ts';

/**
 * The outline: a chain with its phases, nodes, lanes, routes and handoffs as they are nested, and in groups what it takes, measures and
 * reaches; a catalogue with its skills, teams and who decides; a suite with its items, phases and risks; a prompt plan with the headings
 * of its template. Of a broken text, what could be read.
 */
export function documentSymbols(context: FeatureContext): readonly DocumentSymbol[] {
  const { model, lines } = context.document;
  if (model === undefined) return [];
  const schedule = scheduleOf(context);
  const startOf = (id: string): number | undefined => schedule?.points.get(id)?.earliest;
  return outlineOf(model).map(each => symbol(each, lines, startOf));
}

function outlineOf(model: NonNullable<FeatureContext['document']['model']>): readonly Outlined[] {
  switch (model.kind) {
    case 'chain':
      return chainSymbols(model);
    case 'catalogue':
      return catalogueSymbols(model);
    case 'suite':
      return suiteSymbols(model);
    case 'plan':
      return planSymbols(model);
    case 'configuration':
      return configurationSymbols(model);
  }
}

/** `startOf`: the minute at which a node begins at the earliest; `undefined` where that is not known. */
function symbol(
  { name, node, detail: said, kind, span, selection, children }: Outlined,
  lines: LineMap,
  startOf: (node: string) => number | undefined,
): DocumentSymbol {
  const start = node === undefined ? undefined : startOf(node);
  const from = start === undefined ? undefined : spanInWords(start, undefined);
  const detail = from === undefined ? said : [said, from].filter(part => part !== undefined).join(' · ');
  return {
    name: shownName(name),
    ...(detail === undefined ? {} : { detail: detail.replace(/\s+/gu, ' ').trim() }),
    kind,
    range: lines.range(span),
    selectionRange: lines.range(
      contains(span, selection) ? selection : { start: span.start, end: span.start },
    ),
    children: children.map(child => symbol(child, lines, startOf)),
  };
}

function chainSymbols(model: ChainModel): readonly Outlined[] {
  const name = model.title ?? model.id;
  const parts =
    model.phases.length > 0 ? model.phases.map(phaseSymbol) : model.body.flatMap(list => nodeSymbols(list));
  return [
    {
      name: name?.text ?? 'chain',
      detail: model.id?.text,
      kind: SymbolKind.Module,
      span: model.syntax.span,
      // The first line of the chain: editors that pin the outline's lines pin this one.
      selection: (model.id ?? name)?.span ?? model.syntax.span,
      children: inTextOrder([
        ...parts,
        ...model.handoffs.map(handoffSymbol),
        ...model.variations.map(variationSymbol),
        ...chainGroups(model.syntax),
      ]),
    },
  ];
}

const phaseSymbol = (phase: Phase): Outlined => ({
  name: phase.name.text,
  detail: (phase.window ?? phase.takes)?.text,
  kind: SymbolKind.Namespace,
  span: phase.span,
  selection: phase.name.span,
  children: nodeSymbols(phase.list),
});

const nodeSymbols = (list: NodeList): readonly Outlined[] => list.nodes.map(nodeSymbol);

function nodeSymbol(node: ChainNode): Outlined {
  return {
    name: node.label === '' ? node.id : node.label,
    detail: detailOf(node),
    node: node.id,
    kind: nodeKinds[node.kind],
    // A part that stands elsewhere would be outside of the whole.
    span: node.repeatedAt ?? node.span,
    selection: node.repeatedAt ?? node.name.span,
    children: childrenOf(node).map(part => inNode(node, part)),
  };
}

/** Who acts or what the node joins, and how long it takes. */
function detailOf(node: ChainNode): string | undefined {
  const said = [...actors(node), node.takes?.text].filter(part => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' · ');
}

function actors(node: ChainNode): readonly (string | undefined)[] {
  switch (node.kind) {
    case 'step':
      return [(node.skill ?? node.team)?.text];
    case 'parallel':
      return [countOf(node.lanes.length, 'lane')];
    case 'checkpoint':
    case 'decision':
      return [node.kind, node.by.map(word => word.text).join(', ')];
    case 'chain':
      return ['sub-chain'];
  }
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function childrenOf(node: ChainNode): readonly Outlined[] {
  if (node.kind === 'decision') return node.routes.map(routeSymbol);
  if (node.kind !== 'parallel') return [];
  const synthesize = node.synthesize === undefined ? [] : [nodeSymbol(node.synthesize)];
  return [...node.lanes.flatMap(laneSymbols), ...synthesize];
}

/** A lane or route of a node as it stands in the outline: one that an alias repeats with all it holds stands at that alias. */
function inNode({ syntax, repeatedAt }: ChainNode, part: Outlined): Outlined {
  const [first] = part.children;
  const at = repeatedAt ?? (contains(syntax.span, part.span) ? undefined : first?.span);
  return at === undefined ? part : { ...part, span: at, selection: at };
}

/** A bare entry has no lane of its own, so its node stands in its place. */
function laneSymbols(lane: Lane): readonly Outlined[] {
  if (lane.name === undefined) return nodeSymbols(lane.list);
  return [
    {
      name: lane.name.text,
      detail: 'lane',
      kind: SymbolKind.Object,
      span: lane.span,
      selection: lane.name.span,
      children: nodeSymbols(lane.list),
    },
  ];
}

const routeSymbol = (route: Route): Outlined => ({
  name: route.otherwise ? 'otherwise' : `when ${route.when?.text ?? ''}`,
  detail: route.jump && `to ${route.jump.target.text}`,
  kind: SymbolKind.EnumMember,
  span: route.span,
  selection: route.keySpan,
  children: nodeSymbols(route.list),
});

const handoffSymbol = (handoff: Handoff): Outlined => ({
  name: handoff.chain.text,
  detail: [
    handoff.kind,
    ...handoffDetails(handoff)
      .filter(isPlace)
      .map(({ what, words }) => `${what} ${words.join(', ')}`),
  ].join(' · '),
  kind: SymbolKind.Operator,
  span: handoff.span,
  selection: handoff.chain.span,
  children: [],
});

/** An outline has room for when and where; the rest is in the text. */
const isPlace = ({ what }: HandoffDetail): boolean => ['if', 'from', 'before', 'at'].includes(what);

/** A variation with what it adds; none of that is in the schedule, so it has no times. */
const variationSymbol = ({ when, added, syntax }: Variation): Outlined => ({
  name: when?.text ?? '',
  detail: 'variation',
  kind: SymbolKind.Object,
  span: syntax.span,
  selection: when?.span ?? { start: syntax.span.start, end: syntax.span.start },
  children: added.map(node => untimed(nodeSymbol(node))),
});

const untimed = ({ node: _, children, ...rest }: Outlined): Outlined => ({
  ...rest,
  children: children.map(untimed),
});

const catalogueSymbols = (model: CatalogueModel): readonly Outlined[] => [
  ...model.skills.map(skill => ({
    name: skill.title?.text ?? skill.id.text,
    detail: skill.id.text,
    kind: SymbolKind.Class,
    span: skill.span,
    selection: skill.id.span,
    children: [],
  })),
  ...model.teams.map(team => ({
    name: team.title?.text ?? team.id.text,
    detail: `team ${team.id.text}`,
    kind: SymbolKind.Struct,
    span: team.span,
    selection: team.id.span,
    children: [],
  })),
  ...catalogueGroups(model.syntax),
];
