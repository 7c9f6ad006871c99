/** A generated workspace: chains that run and hand over to one another, and the skills that they call on. */
import type { Written } from '../analysis/randomChains.ts';
import { type Contract, type MadeChain, makeChain } from './chain.ts';
import { drawCondition } from './conditions.ts';
import { type Draw, drawFrom, type WorkspaceSeed } from './draw.ts';
import type { Extent, Neighbour } from './plan.ts';
import { artefact, oneOrMany } from './steps.ts';
import { cadences, matters, sentences, sharedArtefacts } from './words.ts';
import { writeYaml } from './yaml.ts';

export interface WrittenFile {
  readonly path: string;
  readonly written: Written;
  readonly text: string;
}

export interface MadeWorkspace {
  readonly chains: readonly WrittenFile[];
  readonly catalogue: WrittenFile;
}

/** Id, title and alias of each. */
const skills = [
  ['site-reliability-engineer', 'Site Reliability Engineer', 'SRE'],
  ['privacy-engineer', 'Privacy engineer', 'Data protection: engineer'],
  ['technical-writer', 'Technical Writer', '技術作家'],
  ['qa', 'Q&A', 'Tester (manual)'],
] as const;
const teams = ['infrastructure', 'platform'];

const versions: readonly (string | undefined)[] = [undefined, '1.0.0', '0.3.1', '2.10.0', '12.0.4'];

export function makeWorkspace(seed: WorkspaceSeed, extent: Extent = {}): MadeWorkspace {
  const contracts = seed.chains.map(({ tape }, at) => makeContract(drawFrom(tape.toReversed()), at));
  const spellings = skills.flat();
  const made: MadeChain[] = [];
  // From the last to the first: a chain runs only those behind it, so that none runs itself.
  for (const [at, chain] of [...seed.chains.entries()].toReversed()) {
    const contract = contracts[at];
    if (contract === undefined) continue;
    const children = made.map(each => each.neighbour);
    made.unshift(makeChain(chain, contract, { skills: spellings, teams, children, extent }));
  }
  const all = made.map(each => each.neighbour);
  const bonds: Bonds = new Map();
  const chains = made.map((each, at): WrittenFile => {
    const handoffs = drawHandoffs(each, all, bonds);
    const { spoken } = each.making;
    const written = {
      ...each.written,
      // The conditions of handoffs speak of measures too.
      ...(spoken.size > 0 && { measures: Object.fromEntries(spoken) }),
      ...(handoffs.length > 0 && { handoffs }),
    };
    const style = drawFrom(seed.chains[at]?.style ?? []);
    const path = `${style.chance(0.2) ? 'more/' : ''}${each.neighbour.id}.chain.${style.chance(0.2) ? 'yml' : 'yaml'}`;
    return { path, written, text: writeYaml(written, style) };
  });
  const written = makeCatalogue(drawFrom(seed.catalogue));
  const path = 'team.skills.yaml';
  return { chains, catalogue: { path, written, text: writeYaml(written, drawFrom(seed.style)) } };
}

function makeContract(draw: Draw, at: number): Contract {
  const inputs = draw.chance(0.5) ? draw.several([...sharedArtefacts], 2) : [];
  return { id: `chain-${at}`, version: draw.pick(versions), inputs: new Map(inputs) };
}

function makeCatalogue(draw: Draw): Written {
  return {
    skills: Object.fromEntries(
      skills.map(([id, title, ...aliases]) => [
        id,
        {
          title,
          aliases,
          ...(draw.chance(0.4) && { team: draw.pick(teams) }),
          ...(draw.chance(0.4) && { summary: draw.pick(sentences) }),
          ...(draw.chance(0.4) && {
            stage: oneOrMany(draw.several(['plan', 'build', 'operate', 'review'], 2)),
          }),
          ...(draw.chance(0.4) && { dimension: oneOrMany(draw.several(dimensions, 3)) }),
          ...(draw.chance(0.2) && { source: `.claude/skills/${id}/SKILL.md` }),
        },
      ]),
    ),
    teams: {
      infrastructure: { title: 'Infrastructure', lead: draw.pick(skills.flat()) },
      platform: {},
    },
    ...(draw.chance(0.4) && { delegation: [{ task: draw.pick(matters), skill: 'technical-writer' }] }),
    ...(draw.chance(0.4) && { 'never-overridden': [{ skill: 'SRE', about: draw.pick(matters) }] }),
    ...(draw.chance(0.4) && {
      'may-override': [
        {
          by: oneOrMany(draw.several(['qa', 'SRE'], 2)),
          when: draw.chance(0.5) ? draw.pick(sentences) : draw.several(sentences, 2),
        },
      ],
    }),
    ...(draw.chance(0.2) && { 'x-of': 'the house' }),
  };
}

const dimensions = ['technical', 'operational', 'security', 'compliance', 'business', 'people', 'design'];

/** What two chains say of one handoff between them, whichever of them says it: it is one edge. */
interface Bond {
  /** The node of the later chain before which the earlier one has to be done. */
  place?: string;
  readonly delivered: Set<string>;
  needed: boolean;
}

/** By the two chains, the earlier one first. */
type Bonds = Map<string, Bond>;

function bondOf(bonds: Bonds, from: Neighbour, to: Neighbour): Bond {
  const key = `${from.id} ${to.id}`;
  const bond = bonds.get(key) ?? { delivered: new Set(), needed: false };
  bonds.set(key, bond);
  return bond;
}

function agreedPlace(draw: Draw, bond: Bond, { places }: Neighbour): string | undefined {
  if (places.length > 0) bond.place ??= draw.pick(places).name;
  return bond.place;
}

function drawHandoffs(made: MadeChain, all: readonly Neighbour[], bonds: Bonds): readonly Written[] {
  const { draw, neighbour } = made;
  const others = all.filter(each => each !== neighbour);
  if (others.length === 0 || !draw.chance(0.6)) return [];
  const makers = [drawThen, drawJoins, drawCycle, drawEscalation, drawWait];
  return Array.from({ length: 1 + draw.below(3) }, () => draw.pick(makers)(made, draw.pick(others), bonds));
}

/** What a chain makes and another takes. */
function drawDelivery({ making, draw, neighbour }: MadeChain, receiver: Neighbour, bonds: Bonds): Written {
  const bond = bondOf(bonds, neighbour, receiver);
  const taken = [...making.products].filter(
    name => receiver.inputs.has(name) && receiver.inputs.get(name) === making.majors.get(name),
  );
  // Where the other chain has said what it needs, that is what is handed over.
  if (bond.needed || taken.length === 0 || !draw.chance(0.8)) return {};
  const given = draw.several(taken, 2);
  for (const name of given) bond.delivered.add(name);
  return { delivers: given.map(name => artefact(making, draw, name, true)) };
}

const texts = (draw: Draw): unknown => (draw.chance(0.5) ? draw.pick(sentences) : draw.several(sentences, 2));

/**
 * Whether a chain may lead to another, or wait until it has ended: no two wait for each other, and none leads back to one that led to it,
 * where each does so only with those behind it.
 */
const mayLead = ({ neighbour }: MadeChain, other: Neighbour): boolean => neighbour.id < other.id;

/** Whether a chain may be followed by others; one that is not may wait for their ends, as none waits for what starts only after it. */
const mayBeFollowed = ({ neighbour }: MadeChain): boolean => /[02468]$/u.test(neighbour.id);

function drawThen(made: MadeChain, other: Neighbour, bonds: Bonds): Written {
  if (!mayLead(made, other) || !mayBeFollowed(made)) return drawCycle(made, other);
  return {
    // biome-ignore lint/suspicious/noThenProperty: a word of the language
    then: other.id,
    ...(made.draw.chance(0.4) && { gate: texts(made.draw) }),
    ...drawDelivery(made, other, bonds),
    ...(made.draw.chance(0.3) && { rollback: made.draw.pick(sentences) }),
  };
}

function drawJoins(made: MadeChain, other: Neighbour, bonds: Bonds): Written {
  const { draw, neighbour } = made;
  const at = draw.chance(0.5) ? agreedPlace(draw, bondOf(bonds, neighbour, other), other) : undefined;
  return { joins: other.id, ...(at !== undefined && { at }), ...drawDelivery(made, other, bonds) };
}

function drawCycle({ making, draw, neighbour }: MadeChain, other: Neighbour): Written {
  const limited = draw.chance(0.5);
  return {
    'cycles-to': draw.chance(0.3) ? neighbour.id : other.id,
    ...(draw.chance(0.5) && { until: drawCondition(draw, making.spoken) }),
    ...(limited && { 'at-most': 1 + draw.below(5) }),
    ...((!limited || draw.chance(0.3)) && { every: draw.pick(cadences) }),
  };
}

function drawEscalation(made: MadeChain, other: Neighbour): Written {
  if (!mayLead(made, other)) return drawCycle(made, other);
  const { making, draw } = made;
  const from = making.places.length > 0 && draw.chance(0.6) ? draw.pick(making.places) : undefined;
  const words = from?.inLane === true ? ['next', 'stop'] : ['next', 'end', 'stop'];
  const blocks = draw.chance(0.5) ? draw.chance(0.7) : undefined;
  return {
    'escalates-to': other.id,
    ...(draw.chance(0.6) && { if: drawCondition(draw, making.spoken) }),
    ...(from !== undefined && { from: from.name }),
    ...(blocks !== undefined && { blocks }),
    ...(blocks === true &&
      draw.chance(0.7) && { 'resumes-at': draw.pick([...words, ...(from?.targets ?? [])]) }),
  };
}

function drawWait(made: MadeChain, other: Neighbour, bonds: Bonds): Written {
  const { draw, neighbour } = made;
  const bond = bondOf(bonds, other, neighbour);
  const given = [...other.outputs].filter(([name]) => bond.delivered.size === 0 || bond.delivered.has(name));
  const names = given.map(([name, major]) => (major === undefined ? name : `${name}@${major}`));
  const needs = names.length > 0 && draw.chance(0.6) ? draw.several(names, 2) : [];
  bond.needed ||= needs.length > 0;
  const before = draw.chance(0.5) ? agreedPlace(draw, bond, neighbour) : undefined;
  const isForEnd = needs.length === 0;
  const worksAround = draw.chance(0.3) || !mayLead(made, other) || (isForEnd && mayBeFollowed(made));
  return {
    'waits-for': other.id,
    ...(needs.length > 0 && { needs: oneOrMany(needs) }),
    ...(before !== undefined && { before }),
    ...(worksAround && { workaround: draw.pick(sentences) }),
    ...(worksAround && draw.chance(0.6) && { 'cut-over': draw.pick(sentences) }),
  };
}
