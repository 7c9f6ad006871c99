/** What a drawing says of a node in words: durations, joins, tooltips, and what a screen reader reads. */
import type { GraphNode, NodeProblems } from '../analysis/chainGraph.ts';
import { handoffWords } from './sideRows.ts';
import { clean, cut } from './text.ts';

const day = 1440;

const units = [
  ['y', 518_400],
  ['mo', 43_200],
  ['w', 10_080],
  ['d', day],
  ['h', 60],
] as const;

/** The largest unit of which a number of minutes is a whole number; days for what would be more than one of them in minutes. */
const unitOf = (minutes: number): readonly [string, number] =>
  units.find(([, length]) => minutes >= length && minutes % length === 0) ??
  (minutes > day ? ['d', day] : ['min', 1]);

/** How many of the smaller unit both ends of a range are said in; beyond that each is said in its own. */
const mostInOneUnit = 36;

const tidy = (value: number): string => String(Math.round(value * 100) / 100);

/** `1–2 h`, `30 min – 2 h`, `1 d`; minutes of elapsed time. */
export function durationWords({ min, max }: { readonly min: number; readonly max: number }): string {
  const [unit, length] = unitOf(max);
  const [lowUnit, lowLength] = min === 0 ? [unit, length] : unitOf(min);
  if (min === max) return `${tidy(max / length)} ${unit}`;
  const [shared, sharedLength] = lowLength < length ? [lowUnit, lowLength] : [unit, length];
  if (max / sharedLength <= mostInOneUnit)
    return `${tidy(min / sharedLength)}–${tidy(max / sharedLength)} ${shared}`;
  if (lowLength <= length) return `${tidy(min / lowLength)} ${lowUnit} – ${tidy(max / length)} ${unit}`;
  // The higher end is no whole number of the larger unit, and `1 h – 90 min` would be a riddle.
  const isTidy = Number.isInteger((max / lowLength) * 4);
  const [said, saidLength] = isTidy ? [lowUnit, lowLength] : [unit, length];
  return `${tidy(min / saidLength)}–${tidy(max / saidLength)} ${said}`;
}

/** `all lanes`, `any lane`, `2 of 3 lanes`. */
export function joinWords(join: GraphNode | undefined, lanes: number): string {
  const policy = join?.label ?? 'all';
  const count = /^at least (\d+)$/.exec(policy)?.[1];
  if (count !== undefined) return `${count} of ${lanes} lanes`;
  return policy === 'any' ? 'any lane' : 'all lanes';
}

/** `1 step`, `2 items`. */
export const countWords = (count: number, unit: 'step' | 'item'): string =>
  count === 1 ? `1 ${unit}` : `${count} ${unit}s`;

/** How many items of a phase can be active at the same time. */
export const capacityWords = (capacity: number): string => `at most ${capacity} at a time`;

/** The small line of a card: who acts. A condition has a line of its own; without one, that the node is optional. */
export function actorWords({ skill, team, optional, when, kind }: GraphNode): readonly string[] {
  const who = kind === 'chain' ? 'chain' : (skill ?? team ?? '');
  return [who, optional === true && when === undefined ? 'optional' : ''];
}

/** The words of a card: of a sub-chain its id and version. */
export const cardWords = ({ label, version }: GraphNode): string =>
  version === undefined ? label : `${label} ${version}`;

/** The id of an item, where its title is another. */
export const itemId = ({ id, label }: GraphNode): string | undefined => (id === label ? undefined : id);

const kinds: Readonly<Record<GraphNode['kind'], string>> = {
  start: 'Start',
  end: 'End',
  stop: 'Stop',
  step: 'Step',
  fork: 'Parallel',
  join: 'Join',
  checkpoint: 'Checkpoint',
  decision: 'Decision',
  chain: 'Sub-chain',
  item: 'Item',
  phase: 'Phase',
  lane: 'Lane',
  handoff: 'Handoff',
};

/** What is said of a node beside its words, one part each; `more`: what only its drawing knows. */
function parts(node: GraphNode, more: readonly string[]): readonly string[] {
  const said = (before: string, value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [`${before}${clean(value)}`];
  return [
    ...said('skill ', node.skill),
    ...said('team ', node.team),
    ...said('by ', node.by?.join(', ')),
    ...(node.takes === undefined ? [] : [`takes ${durationWords(node.takes)}`]),
    ...(node.slack === undefined || node.slack === 0
      ? []
      : [`${durationWords({ min: node.slack, max: node.slack })} of slack`]),
    ...said('window ', node.window),
    ...(node.optional === true
      ? [node.when === undefined ? 'optional' : `only when ${clean(node.when)}`]
      : []),
    ...said('owner ', node.owner),
    ...said('priority ', node.priority),
    ...said('domain ', node.domain),
    ...(node.capacity === undefined ? [] : [capacityWords(node.capacity)]),
    ...said('document ', node.document),
    ...(node.says ?? []).map(clean),
    ...more,
  ];
}

function problemWords({ errors, warnings }: NodeProblems): readonly string[] {
  const count = (number: number, word: string): readonly string[] =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  return [...count(errors, 'error'), ...count(warnings, 'warning')];
}

const longestSaid = 300;

function ownWords(node: GraphNode): string {
  const id = node.kind === 'item' ? itemId(node) : undefined;
  const words = node.kind === 'handoff' ? handoffWords(node) : cardWords(node);
  return cut(clean(id === undefined ? words : `${id}, ${words}`), longestSaid);
}

/** For a screen reader: kind, words, and all that the drawing shows of the node. */
export function spokenWords(
  node: GraphNode,
  more: readonly string[] = [],
  problems: NodeProblems = node.problems,
): string {
  const name = ownWords(node);
  const head = name === '' || name === kinds[node.kind] ? kinds[node.kind] : `${kinds[node.kind]}: ${name}`;
  const said = [head, ...parts(node, more), ...problemWords(problems)].map(part => cut(part, longestSaid));
  return said.join(', ');
}

/** For who points at it: the whole words, what else is known, and what is wrong. */
export function tooltipWords(
  node: GraphNode,
  more: readonly string[] = [],
  problems: NodeProblems = node.problems,
): string {
  const lines = [ownWords(node), parts(node, more).join(' · '), ...(problems.messages ?? []).map(clean)];
  return lines.filter(each => each !== '').join('\n');
}
