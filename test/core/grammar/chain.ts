/** One generated chain: what stands around its nodes. */
import type { Written } from '../analysis/randomChains.ts';
import { drawCondition } from './conditions.ts';
import { type ChainSeed, type Draw, drawFrom } from './draw.ts';
import { makeRange } from './nodes.ts';
import {
  type Extent,
  type ListPlan,
  type Making,
  type Named,
  type Neighbour,
  planList,
  planName,
  planNode,
  type There,
} from './plan.ts';
import { artefact, newArtefact } from './steps.ts';
import {
  cadences,
  drawHours,
  drawLength,
  drawWindow,
  free,
  lengthOver,
  measured,
  outcomes,
  overlaps,
  ranges,
  type Span,
  sentences,
  targets,
} from './words.ts';

/** What others may know of a chain before it is made. */
export interface Contract {
  readonly id: string;
  readonly version: string | undefined;
  readonly inputs: ReadonlyMap<string, number | undefined>;
}

export interface Surroundings {
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  readonly children: readonly Neighbour[];
  readonly extent: Extent;
}

export interface MadeChain {
  readonly written: Written;
  readonly neighbour: Neighbour;
  readonly making: Making;
  readonly draw: Draw;
}

export function makeChain(seed: ChainSeed, contract: Contract, around: Surroundings): MadeChain {
  const draw = drawFrom(seed.tape);
  let count = 0;
  const making: Making = {
    ...around,
    spoken: new Map(),
    majors: new Map(contract.inputs),
    products: new Set(),
    needed: new Set(),
    places: [],
    longest: 0,
    unknown: false,
    number: () => ++count,
  };
  const inputs = [...contract.inputs.keys()];
  const planned = drawTimeline(draw);
  const { body, after, needed } = makeBody(making, draw, seed, new Set(inputs));
  const timeline = planned.over(needed);
  const known = [...making.products].filter(name => after.has(name));
  const outputs = known.length > 0 && draw.chance(0.6) ? draw.several(known, 3) : [];
  // Where outputs are named, what nobody needs is one of them, made under a condition or not.
  const left = [...making.products].filter(name => !making.needed.has(name) && !outputs.includes(name));
  const { id, version } = contract;
  const about = drawSupport(making, draw);
  const written: Written = {
    chain: id,
    title: draw.pick(sentences.slice(0, 3)),
    ...drawMetadata(draw),
    ...(version !== undefined && { version }),
    ...timeline.written,
    ...(inputs.length > 0 && {
      inputs: Object.fromEntries(
        inputs.map(name => [artefact(making, draw, name, true), draw.pick(sentences)]),
      ),
    }),
    ...(making.spoken.size > 0 && { measures: Object.fromEntries(making.spoken) }),
    ...body,
    ...(outputs.length > 0
      ? {
          output: Object.fromEntries(
            [...outputs, ...left].map(name => [artefact(making, draw, name, true), draw.pick(sentences)]),
          ),
        }
      : draw.chance(0.3) && { output: draw.pick(sentences) }),
    ...about,
  };
  const neighbour: Neighbour = {
    ...contract,
    outputs: new Map(outputs.map(name => [name, making.majors.get(name)])),
    longest: timeline.longest,
    places: making.places,
  };
  return { written, neighbour, making, draw };
}

function drawMetadata(draw: Draw): Written {
  return {
    ...(draw.chance(0.3) && { category: draw.pick(['Privacy & Data Protection', 'Operations', '運用']) }),
    ...(draw.chance(0.3) && { summary: draw.pick(sentences) }),
    ...(draw.chance(0.3) && { trigger: draw.pick(sentences) }),
    ...(draw.chance(0.3) && { owner: draw.pick(['Security', 'Ops: night shift']) }),
    ...(draw.chance(0.3) && { priority: draw.pick(['P0', 'P1', 'P2', 'P3']) }),
    ...(draw.chance(0.3) && { review: draw.pick(cadences) }),
  };
}

interface Timeline {
  readonly written: Written;
  /** In minutes. */
  readonly longest: number | undefined;
}

/** A timeline that holds so many minutes of work, and its own milestones. */
interface PlannedTimeline {
  over(needed: number): Timeline;
}

function drawTimeline(draw: Draw): PlannedTimeline {
  const kind = draw.below(5);
  if (kind < 2) return { over: () => ({ written: {}, longest: undefined }) };
  const isOngoing = draw.chance(0.2);
  const drawn = drawLength(draw);
  const lengthFor = (needed: number): { readonly estimate: string; readonly longest: number | undefined } => {
    if (isOngoing) return { estimate: 'ongoing', longest: undefined };
    const { text, max } = drawn.max < needed ? lengthOver(needed) : drawn;
    return { estimate: text, longest: max };
  };
  if (kind === 2) {
    return {
      over: needed => {
        const { estimate, longest } = lengthFor(needed);
        return { written: { timeline: estimate }, longest };
      },
    };
  }
  const isEstimated = draw.chance(0.7);
  const { milestones, last } =
    isEstimated && draw.chance(0.3) ? { milestones: [], last: 0 } : drawMilestones(draw, 1 + draw.below(3));
  const because = draw.chance(0.3) && { because: draw.pick(sentences) };
  return {
    over: needed => {
      const { estimate, longest } = lengthFor(Math.max(needed, last));
      const timeline: Written = {
        ...(isEstimated && { estimate }),
        ...because,
        ...(milestones.length > 0 && { milestones }),
      };
      return { written: { timeline }, longest: isEstimated ? longest : undefined };
    },
  };
}

/** `last`: the minutes at which the last of them is over. */
function drawMilestones(
  draw: Draw,
  count: number,
): { readonly milestones: readonly Written[]; readonly last: number } {
  const earlier: Span[] = [];
  const milestones = Array.from({ length: count }, () => {
    const last = earlier.at(-1);
    const from = last === undefined ? 0 : draw.chance(0.3) ? last.from : last.to;
    const span = drawWindow(draw, from, draw.below(5) * 60);
    const isSaid = earlier.some(each => overlaps(each, span)) || draw.chance(0.1);
    earlier.push(span);
    return {
      window: span.text,
      what: draw.pick(outcomes),
      ...(isSaid && { because: draw.pick(sentences) }),
    };
  });
  return { milestones, last: Math.max(...earlier.map(({ to }) => to)) };
}

function makeBody(
  making: Making,
  draw: Draw,
  { lists }: ChainSeed,
  there: There,
): {
  readonly body: Written;
  readonly after: There;
  /** Minutes that all of it may take, and that its windows reach to. */
  readonly needed: number;
} {
  if (lists.length === 1 && !draw.chance(0.2)) {
    const list = planList(making, lists[0] ?? [], undefined);
    const { nodes, after } = makeRange(making, list, 0, list.nodes.length, there);
    return { body: { steps: nodes }, after, needed: making.longest };
  }
  const names = lists.map(() => planName(making, draw, true, 'phase'));
  const whole: ListPlan = {
    ...planList(making, [], undefined),
    nodes: lists.flatMap((seeds, phase) =>
      seeds.map((seed, at) => planNode(making, seed, at === 0 ? names[phase]?.name : undefined)),
    ),
  };
  const plan: TimePlan = { clock: 0, windows: [] };
  let at = 0;
  let current = there;
  const phases = lists.map((seeds, index): Written => {
    making.longest = 0;
    making.unknown = false;
    const { nodes, after } = makeRange(making, whole, at, at + seeds.length, current);
    at += seeds.length;
    const { written, deliverables } = drawPhase(making, draw, plan, names[index]);
    current = new Set([...after, ...deliverables]);
    return { ...written, steps: nodes };
  });
  const needed = Math.max(plan.clock, ...plan.windows.map(({ to }) => to));
  return { body: { phases }, after: current, needed };
}

/** Where a time plan stands: what no phase so far ends behind, and the windows that were given. */
interface TimePlan {
  clock: number;
  readonly windows: Span[];
}

function drawPhase(
  making: Making,
  draw: Draw,
  plan: TimePlan,
  named: Named | undefined,
): { readonly written: Written; readonly deliverables: readonly string[] } {
  const texts = (): unknown => (draw.chance(0.5) ? draw.pick(sentences) : draw.several(sentences, 2));
  const time = drawPhaseTime(making, draw, plan);
  const deliverables = draw.chance(0.3) ? [newArtefact(making, draw)] : [];
  for (const name of deliverables) making.products.add(name);
  const written: Written = {
    phase: named?.label,
    ...(named?.id !== undefined && { id: named.id }),
    ...time,
    ...(draw.chance(0.3) && { entry: texts() }),
    ...(deliverables.length > 0
      ? {
          deliverable: Object.fromEntries(
            deliverables.map(name => [artefact(making, draw, name, true), draw.pick(sentences)]),
          ),
        }
      : draw.chance(0.2) && { deliverable: draw.pick(sentences) }),
    ...(draw.chance(0.3) && { exit: texts() }),
  };
  return { written, deliverables };
}

const hour = 60;

/** A window that holds the phase and those before it, a length that holds its nodes, or nothing. */
function drawPhaseTime(making: Making, draw: Draw, plan: TimePlan): Written {
  const kind = draw.below(3);
  const because: Written = draw.chance(0.1) ? { because: draw.pick(sentences) } : {};
  const { longest, unknown } = making;
  if (making.extent.plain === true) {
    const from = draw.below(40);
    if (kind === 1) return { takes: drawHours(draw).text };
    return kind === 0 ? {} : { window: `hours ${from}-${from + 1 + draw.below(20)}` };
  }
  if (kind === 0) {
    plan.clock += longest;
    return because;
  }
  if (kind === 1) {
    const [unit, minutes] = draw.pick([
      ['h', hour],
      ['d', 24 * hour],
      ['weeks', 168 * hour],
    ] as const);
    const most = Math.max(1, Math.ceil(longest / minutes)) + draw.below(3);
    plan.clock += most * minutes;
    return { takes: draw.chance(0.5) ? `1-${most} ${unit}` : `${most} ${unit}`, ...because };
  }
  const last = plan.windows.at(-1);
  const from = last !== undefined && draw.chance(0.3) ? last.from : plan.clock;
  const span = drawWindow(draw, from, Math.max(0, plan.clock - from) + longest);
  const isSaid = plan.windows.some(each => overlaps(each, span));
  plan.windows.push(span);
  plan.clock = Math.max(plan.clock, span.from) + longest;
  if (unknown) plan.clock = Math.max(plan.clock, span.to);
  return { window: span.text, ...because, ...(isSaid && { because: draw.pick(sentences) }) };
}

/** What has no part in how the chain runs. */
function drawSupport(making: Making, draw: Draw): Written {
  const texts = (): readonly string[] => draw.several(sentences, 3);
  const success = (): unknown =>
    draw.chance(0.5)
      ? {
          metric: draw.pick(measured),
          target: draw.pick(targets),
          ...(draw.chance(0.3) && { within: drawLength(draw).text }),
        }
      : draw.pick(sentences);
  const pitfall = (): unknown =>
    draw.chance(0.5)
      ? { pitfall: draw.pick(sentences), ...(draw.chance(0.7) && { avoid: draw.pick(sentences) }) }
      : draw.pick(sentences);
  return {
    ...(draw.chance(0.2) && { success: [success(), success()] }),
    ...(draw.chance(0.25) && { variations: [drawVariation(making, draw)] }),
    ...(draw.chance(0.2) && { pitfalls: [pitfall()] }),
    ...(draw.chance(0.15) && { retrospective: texts() }),
    ...(draw.chance(0.3) && { reference: [drawReference(draw), drawReference(draw)] }),
    ...(draw.chance(0.15) && { 'track-record': drawTrackRecord(draw) }),
    ...(draw.chance(0.15) && { 'x-house': draw.pick(free) }),
  };
}

function drawVariation(making: Making, draw: Draw): Written {
  const step = (): Written => ({
    ...(draw.chance(0.5) && { id: `v-${making.number()}` }),
    skill: draw.pick(making.skills),
    do: draw.pick(sentences),
    ...(draw.chance(0.3) && { takes: drawLength(draw).text }),
  });
  const places = making.places.map(({ name }) => name);
  const add: unknown = draw.pick([
    () => step(),
    () => [step(), { checkpoint: `Added ${making.number()}`, by: draw.pick(making.skills) }],
    () => ({
      id: `v-${making.number()}`,
      parallel: [step(), { lane: `Added ${making.number()}`, steps: [step()] }],
    }),
  ])();
  return {
    when: drawCondition(draw, making.spoken),
    add,
    ...(places.length > 0 && draw.chance(0.6) && { 'insert-after': draw.pick(places) }),
  };
}

const bands: Written = { green: '>= 90 %', yellow: '70-90 %', red: '< 70 %' };

function drawReference(draw: Draw): Written {
  const kind = draw.below(5);
  const title = draw.pick(sentences);
  if (kind === 0) return { title, text: draw.pick(sentences) };
  if (kind === 1) return { title, list: draw.several(sentences, 4) };
  if (kind === 2) return { title, checklist: draw.several(sentences, 4) };
  if (kind === 3) {
    return {
      title,
      choices: [
        { when: draw.pick(sentences), choose: draw.pick(sentences) },
        { when: 'it is late', choose: 'Wait' },
      ],
    };
  }
  const rows = [
    ['High', draw.pick(ranges)],
    ['Low', 2],
  ];
  return {
    title,
    table: { columns: ['Severity', 'Reply within'], rows, ...(draw.chance(0.5) && { bands }) },
  };
}

function drawTrackRecord(draw: Draw): Written {
  return {
    frequency: draw.pick(cadences),
    ...(draw.chance(0.7) && { duration: drawLength(draw).text }),
    ...(draw.chance(0.7) && { 'success-rate': '95 %' }),
    ...(draw.chance(0.7) && { improve: draw.several(sentences, 2) }),
  };
}
