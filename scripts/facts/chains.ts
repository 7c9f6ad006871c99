/** The facts of a chain of document 000, and of a phased workflow of document 001. */
import { figuresOf, holdsOf, targetsOf } from './extract.ts';
import type { Fact, FileFacts } from './fact.ts';
import type { SourceBlock, SourceChain, SourceStep, SourceWorkflow } from './inventory.ts';

/** Where the material of a block may stand. Blocks that are not named here are kept as `reference`. */
const placesOf: Readonly<Record<string, readonly string[]>> = {
  Requirements: ['reference', 'checklists'],
  'Localization Checklist': ['reference', 'checklists'],
  'Legal Basis Checklist': ['reference', 'checklists'],
  Deliverables: ['reference', 'output'],
  'Key Deliverables': ['reference', 'output'],
  'Best Practices': ['reference', 'pitfalls', 'checklists'],
  Cadence: ['reference', 'timeline.milestones'],
};

/** The labels of time plans, and a line of one. */
const plans: ReadonlySet<string> = new Set(['Timeline', 'Phases', 'Migration Strategy']);
const window = /(?:Minute|Hour|Day|Week|Month)s? \d[\d–-]*/i;

export function factsOfChain(source: SourceChain, id: string): FileFacts {
  return {
    id,
    order: source.steps.map(({ skill }) => skill),
    facts: [
      ...(source.goal === null
        ? []
        : [{ id: 'goal', at: ['summary', 'trigger'], holds: holdsOf(source.goal, true) }]),
      ...source.steps.map((step, at) => stepFact(step, `step ${at + 1}`, `[${at}]`)),
      { id: 'output', at: ['output'], holds: holdsOf(source.output) },
      ...source.extra_blocks.flatMap(blockFacts),
    ],
  };
}

export function factsOfWorkflow(source: SourceWorkflow, id: string): FileFacts {
  return {
    id,
    phases: source.phases.map(({ steps }) => ({ order: steps.map(({ skill }) => skill) })),
    facts: [
      ...timelineFacts(source.timeline),
      ...source.phases.flatMap((phase, at): readonly Fact[] => [
        { id: `phase ${at + 1}`, at: [`phases[${at}].phase`], is: phase.title },
        { id: `window ${at + 1}`, at: [`phases[${at}].window`], is: phase.window_text },
        ...phase.steps.map((step, inPhase) =>
          stepFact(step, `step ${at + 1}.${inPhase + 1}`, `[${at}][${inPhase}]`),
        ),
        { id: `deliverable ${at + 1}`, at: [`phases[${at}].deliverable`], holds: holdsOf(phase.deliverable) },
      ]),
      ...successFacts(source.success_criteria.map(({ text }) => text)),
      // Every workflow of that document's template has them; its examples left them out.
      ...['trigger', 'pitfalls', 'retrospective'].map(key => ({ id: key, at: [key], holds: {} })),
    ],
  };
}

function stepFact({ action }: SourceStep, id: string, at: string): Fact {
  return { id, at: [`step${at}`, `near${at}`, 'measures', 'timeline', 'success'], holds: holdsOf(action) };
}

function blockFacts(block: SourceBlock): readonly Fact[] {
  const lines = block.items.map(item => (typeof item === 'string' ? item : item.join(' ')));
  if (/^Success/.test(block.label)) return successFacts(lines);
  if (block.label === 'Timeline' && block.inline !== null) {
    return [...timelineFacts(block.inline), ...windowFacts(block.label, lines)];
  }
  const windows = windowFacts(block.label, lines);
  if (windows.length > 0) return windows;
  const id = block.label.toLowerCase();
  const at = placesOf[block.label] ?? ['reference'];
  if (block.kind === 'table') {
    const [columns = [], ...rows] = block.items.map(item => (typeof item === 'string' ? [item] : item));
    return [{ id, at, table: { columns, rows: rows.map(([, ...cells]) => ['', ...cells]) } }];
  }
  return [{ id, at, items: lines.map(line => holdsOf(line, true)) }];
}

function timelineFacts(text: string): readonly Fact[] {
  const [first] =
    /\d[\d–-]*[\s-]*(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?)/i.exec(text) ?? [];
  const isOngoing = /^ongoing/i.test(text);
  const at = ['timeline', 'timeline.estimate'];
  return [
    ...(isOngoing || first !== undefined
      ? [{ id: 'timeline', at, is: isOngoing ? 'ongoing' : (first ?? '').replace('-month', ' months') }]
      : []),
    ...(figuresOf(text).length > 1
      ? [{ id: 'timeline in full', at: ['timeline', 'reference'], holds: { figures: figuresOf(text) } }]
      : []),
  ];
}

/** A time plan written as a list; none where the block is no such list. */
function windowFacts(label: string, lines: readonly string[]): readonly Fact[] {
  const windows = lines.flatMap(line => {
    const [found] = window.exec(line) ?? [];
    const what = line.replace(window, ' ').replace(/Phase \d+/, ' ');
    return found === undefined ? [] : [{ window: found, holds: holdsOf(what, true) }];
  });
  if (!plans.has(label) || windows.length === 0 || windows.length < lines.length) return [];
  return [{ id: `${label.toLowerCase()} in windows`, at: ['phases', 'timeline.milestones'], windows }];
}

function successFacts(lines: readonly string[]): readonly Fact[] {
  return lines.map((line, at) => ({
    id: `success ${at + 1}`,
    at: ['success'],
    targets: targetsOf(line),
    holds: holdsOf(line, true),
  }));
}
