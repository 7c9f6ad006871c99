/** Reads lists of nodes: steps, parallels with their lanes, checkpoints, decisions with their routes, and sub-chains. */
import type { MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type {
  ChainNode,
  CheckpointNode,
  DecisionNode,
  Join,
  Jump,
  Lane,
  NodeList,
  ParallelNode,
  Phase,
  Route,
  StepNode,
  SubChainNode,
  Word,
} from './chain.ts';
import type { IdBook, Named } from './ids.ts';
import {
  artefactWord,
  type Budget,
  contentOf,
  declaredArtefacts,
  deepestModel,
  entriesOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  itemsOf,
  keyWord,
  readWord,
  usedArtefacts,
  wordOf,
} from './read.ts';
import { readCondition } from './values/condition.ts';
import { readDuration } from './values/duration.ts';
import { slug } from './values/identifier.ts';
import { readCount } from './values/number.ts';

/** An object of the model while it is made; it is not changed once the model is given out. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** What is gathered while a document is read. */
export interface Gathering {
  readonly budget: Budget;
  /** In text order. */
  readonly nodes: ChainNode[];
  /** All that get an id by themselves, parents first. */
  readonly named: Named[];
  /** Lanes with a name. */
  readonly lanes: Lane[];
  /** Values with an anchor that were read before, where an alias stands for them again. */
  readonly anchored: Set<SyntaxNode>;
  /** What gives the ids that derive from others (a join's, a synthesis's), once those are known. */
  readonly derived: ((book: IdBook) => void)[];
}

/** Where a list or node stands. */
export interface Surroundings {
  readonly owner: NodeList['owner'];
  readonly parentNode: ChainNode | undefined;
  readonly phase: Phase | undefined;
  /** What the ids of repeats begin with. */
  readonly holder: Named | undefined;
  /** How many lists stand around it. */
  readonly depth: number;
  /** The outermost alias through which it was read again. */
  readonly repeatedAt?: Span;
}

export const newGathering = (budget: Budget): Gathering => ({
  budget,
  nodes: [],
  named: [],
  lanes: [],
  anchored: new Set(),
  derived: [],
});

/** The surroundings of what is read through a value: of an alias only where what it stands for was read before. */
export function throughAlias(
  { anchored }: Gathering,
  around: Surroundings,
  value: SyntaxNode | undefined,
): Surroundings {
  const content = contentOf(value);
  if (content?.anchor === undefined) return around;
  const isAgain = anchored.has(content);
  anchored.add(content);
  return isAgain && value?.kind === 'alias' && around.repeatedAt === undefined
    ? { ...around, repeatedAt: value.span }
    : around;
}

/** A list whose nodes are yet to be read into it. */
interface OpenList extends NodeList {
  readonly nodes: ChainNode[];
}

/** Reads the nodes of a list; items that are none are left out. */
export function readList(gathering: Gathering, node: SyntaxNode | undefined, around: Surroundings): NodeList {
  const content = contentOf(node);
  const list = openList(around, content?.kind === 'list' ? content : undefined);
  const within = throughAlias(gathering, around, node);
  for (const item of itemsOf(gathering.budget, node)) readNode(gathering, item, list, within);
  return list;
}

/** Reads the nodes of a place that holds one or many, as a list of their own. */
export function readNodes(
  gathering: Gathering,
  node: SyntaxNode | undefined,
  around: Surroundings,
): NodeList {
  if (contentOf(node)?.kind === 'list') return readList(gathering, node, around);
  const list = openList(around);
  if (node !== undefined) readNode(gathering, node, list, around);
  return list;
}

const openList = ({ owner, parentNode, phase }: Surroundings, syntax?: NodeList['syntax']): OpenList => ({
  owner,
  parentNode,
  phase,
  nodes: [],
  syntax,
});

/** The list that stands inside a node. */
const inside = (
  around: Surroundings,
  owner: 'lane' | 'route',
  node: ChainNode,
  holder = around.holder,
): Surroundings => ({
  owner,
  parentNode: node,
  phase: around.phase,
  holder,
  depth: around.depth + 1,
  ...(around.repeatedAt && { repeatedAt: around.repeatedAt }),
});

/** Keys that tell a node's kind. */
const kindKeys = ['skill', 'team', 'parallel', 'checkpoint', 'decision', 'chain'] as const;
type KindKey = (typeof kindKeys)[number];
const isKindKey = (key: string): key is KindKey => kindKeys.some(each => each === key);

/** A map that is read as a node. */
interface Opened {
  readonly fields: Fields;
  readonly key: KindKey | undefined;
  readonly base: Base;
  readonly around: Surroundings;
  readonly list: OpenList;
}

/** What nodes of all kinds have. */
type Base = Omit<
  Draft<StepNode>,
  'kind' | 'synthesizes' | 'skill' | 'team' | 'does' | 'owner' | 'priority' | 'document'
>;

function readNode(gathering: Gathering, item: SyntaxNode, list: OpenList, around: Surroundings): void {
  const syntax = contentOf(item);
  if (syntax?.kind !== 'map' || around.depth > deepestModel) return;
  const fields = fieldsOf(gathering.budget, syntax);
  // The first key counts where two kinds are mixed; a map with only `do` or `id` is a step that is being written.
  const key = [...fields.keys()].find(isKindKey);
  if (key === undefined && !fields.has('do') && !fields.has('id')) return;
  const within = throughAlias(gathering, around, item);
  const opened: Opened = {
    fields,
    key,
    base: readBase(gathering, fields, key, { item, syntax, list, repeatedAt: within.repeatedAt }),
    around: within,
    list,
  };
  if (key === 'parallel') readParallel(gathering, opened);
  else if (key === 'checkpoint') readCheckpoint(gathering, opened);
  else if (key === 'decision') readDecision(gathering, opened);
  else if (key === 'chain') readSubChain(gathering, opened);
  else enter(gathering, opened, readStep(opened), 'step');
}

/** Puts a node into its list and among those that get an id. */
function enter(
  gathering: Gathering,
  { base, around, list }: Opened,
  node: Draft<ChainNode>,
  kind: string,
): Named {
  const named: Named = {
    written: base.idWord?.text,
    slug: base.slug,
    kind,
    parent: around.holder,
    give: (id, ambiguous) => {
      node.id = id;
      node.ambiguous = ambiguous;
    },
  };
  gathering.named.push(named);
  gathering.nodes.push(node);
  list.nodes.push(node);
  return named;
}

function readBase(
  { budget }: Gathering,
  fields: Fields,
  key: KindKey | undefined,
  place: {
    readonly item: SyntaxNode;
    readonly syntax: MapNode;
    readonly list: NodeList;
    readonly repeatedAt: Span | undefined;
  },
): Base {
  const idWord = fieldWord(fields, 'id');
  const said = (key && fieldWord(fields, key)) ?? fieldWord(fields, 'team');
  const [first] = fields.values();
  const keyed = (key === undefined ? undefined : fields.get(key)) ?? first;
  const name = idWord ?? said ?? (keyed ? keyWord(keyed) : nothingWritten(place.syntax));
  const when = readWord(fieldWord(fields, 'when'), readCondition);
  const takes = readWord(fieldWord(fields, 'takes'), readDuration);
  const { repeatedAt } = place;
  return {
    id: '',
    ...(idWord && { idWord }),
    slug: key === 'parallel' ? 'parallel' : slug(said?.text ?? ''),
    ambiguous: false,
    label: fieldWord(fields, 'do')?.text ?? (key === 'parallel' ? idWord?.text : said?.text) ?? name.text,
    name,
    span: place.item.span,
    ...(repeatedAt && { repeatedAt }),
    syntax: place.syntax,
    list: place.list,
    ...(when && { when }),
    ...(takes && { takes }),
    needs: usedArtefacts(budget, fields, 'needs'),
    produces: declaredArtefacts(budget, fields.get('produces')?.value),
    after: fieldWords(budget, fields, 'after'),
  };
}

/** A name for a map without a key. */
const nothingWritten = (map: MapNode): Word => ({
  text: '',
  span: map.span,
  node: { kind: 'scalar', text: '', style: 'plain', span: map.span, parent: map.parent },
});

function readStep({ fields, base }: Pick<Opened, 'fields' | 'base'>): Draft<StepNode> {
  const [skill, team, does] = ['skill', 'team', 'do'].map(key => fieldWord(fields, key));
  const [owner, priority, document] = ['owner', 'priority', 'document'].map(key => fieldWord(fields, key));
  return {
    ...base,
    kind: 'step',
    ...(skill && { skill }),
    ...(team && { team }),
    ...(does && { does }),
    ...(owner && { owner }),
    ...(priority && { priority }),
    ...(document && { document }),
  };
}

function readParallel(gathering: Gathering, opened: Opened): void {
  const { fields, base, around, list } = opened;
  const lanes: Lane[] = [];
  const { join, joinWord } = readJoin(gathering.budget, fields);
  const node: Draft<ParallelNode> = {
    ...base,
    kind: 'parallel',
    lanes,
    join,
    joinId: '',
    ...(joinWord && { joinWord }),
  };
  const named = enter(gathering, opened, node, 'parallel');
  gathering.derived.push(book => {
    node.joinId = book.claim(`${node.id}.join`);
  });
  const value = fields.get('parallel')?.value;
  const within = throughAlias(gathering, around, value);
  for (const item of itemsOf(gathering.budget, value)) {
    const lane = readLane(gathering, item, inside(within, 'lane', node, named));
    if (lane !== undefined) lanes.push(lane);
  }
  const synthesize = fields.get('synthesize')?.value;
  const syntax = contentOf(synthesize);
  if (synthesize === undefined || syntax?.kind !== 'map') return;
  const inner = fieldsOf(gathering.budget, syntax);
  const stepBase = readBase(gathering, inner, inner.has('skill') ? 'skill' : 'team', {
    item: synthesize,
    syntax,
    list,
    repeatedAt: throughAlias(gathering, around, synthesize).repeatedAt,
  });
  const step = readStep({ fields: inner, base: stepBase });
  step.synthesizes = node;
  node.synthesize = step;
  gathering.nodes.push(step);
  gathering.derived.push(book => {
    step.id = book.claim(`${node.id}.synthesize`);
    step.ambiguous = node.ambiguous;
  });
}

/** A lane with its steps, or a bare node as a lane of one; `undefined` where the item is neither. */
function readLane(gathering: Gathering, item: SyntaxNode, around: Surroundings): Lane | undefined {
  const fields = fieldsOf(gathering.budget, item);
  const isNode = [...fields.keys()].some(isKindKey);
  if (!fields.has('lane') && (isNode || !fields.has('steps'))) {
    const list = openList(around);
    readNode(gathering, item, list, around);
    return list.nodes.length === 0
      ? undefined
      : { id: undefined, slug: '', ambiguous: false, name: undefined, list, span: item.span };
  }
  const name = fieldWord(fields, 'lane');
  const idWord = fieldWord(fields, 'id');
  const lane: Draft<Lane> = {
    id: undefined,
    ...(idWord && { idWord }),
    slug: slug(name?.text ?? ''),
    ambiguous: false,
    name,
    list: openList(around),
    span: item.span,
  };
  const named: Named = {
    written: idWord?.text,
    slug: lane.slug,
    kind: 'lane',
    parent: around.holder,
    give: (id, ambiguous) => {
      lane.id = id;
      lane.ambiguous = ambiguous;
    },
  };
  gathering.named.push(named);
  gathering.lanes.push(lane);
  const within = throughAlias(gathering, { ...around, holder: named }, item);
  lane.list = readList(gathering, fields.get('steps')?.value, within);
  return lane;
}

/** `all` where nothing readable is written. */
function readJoin(
  budget: Budget,
  fields: Fields,
): { readonly join: Join; readonly joinWord: Word | undefined } {
  const value = fields.get('join')?.value;
  const policy = wordOf(value);
  if (policy !== undefined)
    return { join: { policy: policy.text === 'any' ? 'any' : 'all' }, joinWord: policy };
  const joinWord = fieldWord(fieldsOf(budget, value), 'at-least');
  const count = readWord(joinWord, readCount)?.value;
  return { join: count === undefined ? { policy: 'all' } : { policy: 'at-least', count }, joinWord };
}

function readCheckpoint(gathering: Gathering, opened: Opened): void {
  const { fields, base } = opened;
  const map = contentOf(fields.get('if-refused')?.value);
  const refused = map?.kind === 'map' ? readJump(fieldsOf(gathering.budget, map), 'back-to', map) : undefined;
  const node: Draft<CheckpointNode> = {
    ...base,
    kind: 'checkpoint',
    by: fieldWords(gathering.budget, fields, 'by'),
    criteria: fieldWords(gathering.budget, fields, 'criteria'),
    ...(refused && { refused }),
  };
  enter(gathering, opened, node, 'checkpoint');
}

/** The jump that a key of a map says; `undefined` where the key holds no word. */
export function readJump(fields: Fields, key: Jump['key'], map: MapNode): Jump | undefined {
  const target = fieldWord(fields, key);
  const atMost = readWord(fieldWord(fields, 'at-most'), readCount);
  return target && { target, key, map, ...(atMost && { atMost }) };
}

function readDecision(gathering: Gathering, opened: Opened): void {
  const { fields, base, around } = opened;
  const routes: Route[] = [];
  const by = fieldWords(gathering.budget, fields, 'by');
  const node: Draft<DecisionNode> = { ...base, kind: 'decision', by, routes };
  enter(gathering, opened, node, 'decision');
  const value = fields.get('routes')?.value;
  const within = throughAlias(gathering, around, value);
  for (const item of itemsOf(gathering.budget, value)) {
    const route = readRoute(gathering, item, inside(within, 'route', node));
    if (route !== undefined) routes.push(route);
  }
}

/** A way out of a decision; `undefined` where the item is no map. */
function readRoute(gathering: Gathering, item: SyntaxNode, around: Surroundings): Route | undefined {
  const map = contentOf(item);
  if (map?.kind !== 'map') return undefined;
  const fields = fieldsOf(gathering.budget, map);
  const condition = fields.get('when');
  const otherwise = condition === undefined ? fields.get('otherwise') : undefined;
  const [first] = fields.values();
  const when = readWord(wordOf(condition?.value), readCondition);
  const stepsOfOtherwise = contentOf(otherwise?.value)?.kind === 'list' ? otherwise?.value : undefined;
  const jump = readJump(fields, 'go', map) ?? (otherwise && readJump(fields, 'otherwise', map));
  return {
    ...(when && { when }),
    otherwise: otherwise !== undefined,
    keySpan: (condition ?? otherwise ?? first)?.key.span ?? item.span,
    list: readList(
      gathering,
      stepsOfOtherwise ?? fields.get('steps')?.value,
      throughAlias(gathering, around, item),
    ),
    ...(jump && { jump }),
    span: item.span,
  };
}

function readSubChain(gathering: Gathering, opened: Opened): void {
  const { fields, base } = opened;
  const chain = fieldWord(fields, 'chain') ?? base.name;
  const version = fieldWord(fields, 'version');
  const bindings = entriesOf(gathering.budget, fields.get('with')?.value).flatMap(entry => {
    const artefact = wordOf(entry.value);
    return artefact === undefined ? [] : [{ input: keyWord(entry), artefact: artefactWord(artefact) }];
  });
  const node: Draft<SubChainNode> = { ...base, kind: 'chain', chain, bindings, ...(version && { version }) };
  enter(gathering, opened, node, 'chain');
}
