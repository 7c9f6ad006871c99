/** What of each key of chains and suites stands in their drawings: no key of the language can be left out unnoticed. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { table } from '../../schemas/generated/table.ts';
import { loadedService } from '../support/requests.ts';
import { everyKeyFiles, keysOf } from './everyKey.ts';
import { contextOf } from './feature.ts';

/** Words of a drawing, those for a screen reader among them; or where else the key is read, as a drawing shows what runs, when and by whom. */
type Seen = { readonly words: string } | 'beside';

const seen = (words: string): Seen => ({ words });

const chain: Readonly<Record<string, Seen>> = {
  'chain.chain': seen('Flow of the chain batch-recall'),
  'chain.title': seen('Batch recall'),
  'chain.category': seen('Product safety'),
  'chain.version': seen('2.1.0'),
  'chain.summary': 'beside',
  'chain.trigger': seen('Start: A customer reports a foreign body'),
  'chain.timeline': seen('2-3 weeks'),
  'chain.owner': 'beside',
  'chain.priority': 'beside',
  'chain.review': 'beside',
  'chain.inputs': 'beside',
  'chain.measures': 'beside',
  'chain.steps': seen('Step: Say how bad it is'),
  'chain.phases': seen('Phase: Look'),
  'chain.output': seen('End: closing-note@1: What happened and what changes'),
  'chain.success': 'beside',
  'chain.handoffs': seen('→ then plant-check'),
  // Neither drawn nor scheduled until it is applied.
  'chain.variations': 'beside',
  'chain.pitfalls': 'beside',
  'chain.retrospective': 'beside',
  'chain.reference': 'beside',
  'chain.track-record': 'beside',
  'timeline.estimate': seen('2-3 weeks'),
  'timeline.because': 'beside',
  'timeline.milestones': 'beside',
};

const nodes: Readonly<Record<string, Seen>> = {
  'step.skill': seen('skill quality-manager'),
  'step.team': seen('team logistics'),
  'step.do': seen('Step: Fetch everything back'),
  'step.when': seen('Warn those who were supplied, skill logistics-planner, only when harm > 2'),
  'step.after': seen('after'),
  'step.needs': 'beside',
  'step.produces': 'beside',
  'step.takes': seen('takes 1–2 h'),
  'step.done': 'beside',
  'step.checklist': 'beside',
  'step.owner': seen('owner Head of quality'),
  'step.priority': seen('priority P0'),
  'step.document': seen('document adr'),
  'step.because': 'beside',
  'step.notes': 'beside',
  'parallel.parallel': seen('Parallel: work'),
  'parallel.join': seen('work · 2 of 2 lanes'),
  'parallel.synthesize': seen('Step: Make one account of it'),
  'parallel.when': seen('Parallel: work, only when harm > 1'),
  'join-quorum.at-least': seen('Join of 2 of 2 lanes'),
  'lane.lane': seen('Lane: Customers'),
  'lane.steps': seen('Step: List who was supplied'),
  'synthesize.skill': seen('Make one account of it, skill quality-manager'),
  'synthesize.team': seen('Put both side by side, team quality'),
  'synthesize.do': seen('Make one account of it'),
  'synthesize.needs': 'beside',
  'synthesize.produces': 'beside',
  'synthesize.takes': seen('takes 1.4 d'),
  'synthesize.done': 'beside',
  'synthesize.checklist': 'beside',
  'synthesize.owner': seen('owner Quality'),
  'synthesize.priority': seen('priority P1'),
  'synthesize.document': seen('document post-mortem'),
  'synthesize.because': 'beside',
  'synthesize.notes': 'beside',
  'checkpoint.checkpoint': seen('Checkpoint: Scope agreed'),
  'checkpoint.by': seen('by quality-manager, logistics-planner'),
  'checkpoint.criteria': seen('criteria: account is signed'),
  'checkpoint.if-refused': seen('stop if refused'),
  'checkpoint.takes': seen('Scope agreed · 1 d'),
  'checkpoint.when': seen('takes 1 d, only when harm > 1'),
  'refusal.back-to': seen('refused, at most 2 times'),
  'refusal.at-most': seen('refused ↺ ≤ 2×'),
  'decision.decision': seen('Decision: How far does it reach?'),
  'decision.by': seen('How far does it reach?, by quality-manager'),
  'decision.routes': seen('harm >= 4 or batches-affected > 3'),
  'decision.takes': seen('takes 2 h'),
  'decision.when': seen('takes 2 h, only when harm > 1'),
  'route.when': seen('harm >= 4 or batches-affected'),
  'route.steps': seen('Step: Fetch everything back'),
  'route.go': seen('harm >= 2, at most once'),
  'route.at-most': seen('harm >= 2 ↺ ≤ 1×'),
  'otherwise-route.otherwise': seen('otherwise ↺ ≤ 1×'),
  'otherwise-route.go': seen('otherwise'),
  'otherwise-route.at-most': seen('otherwise, at most once'),
  'sub-chain.chain': seen('Sub-chain: plant-check'),
  'sub-chain.version': seen('plant-check ^1'),
  'sub-chain.with': 'beside',
  'sub-chain.produces': 'beside',
  'sub-chain.takes': seen('takes 2 d'),
  'sub-chain.when': seen('only when the cause is in the plant'),
  'phase.phase': seen('Phase: Look'),
  'phase.window': seen('window weeks 1-2'),
  'phase.takes': seen('Phase: Mend, takes 2 w'),
  'phase.because': 'beside',
  'phase.entry': seen('entry: scope is known'),
  'phase.steps': seen('Step: Inspect the lines'),
  'phase.deliverable': seen('deliverable: A list of what was seen, exit'),
  'phase.exit': seen('exit: every line was seen'),
};

const handoffs: Readonly<Record<string, Seen>> = {
  'then-handoff.then': seen('→ then plant-check'),
  'then-handoff.gate': seen('gate: closing-note published'),
  'then-handoff.delivers': seen('delivers closing-note@1, rollback'),
  'then-handoff.rollback': seen('rollback: Open the case again'),
  'joins-handoff.joins': seen('⇥ joins plant-check'),
  'joins-handoff.at': seen('at inspect'),
  'joins-handoff.delivers': seen('at inspect, delivers closing-note@1'),
  'cycles-to-handoff.cycles-to': seen('↻ cycles to batch-recall'),
  'cycles-to-handoff.until': seen('until harm < 2'),
  'cycles-to-handoff.at-most': seen('until harm < 2, at most 3×'),
  'cycles-to-handoff.every': seen('every quarterly'),
  'escalates-to-handoff.escalates-to': seen('⇱ escalates to plant-check'),
  'escalates-to-handoff.if': seen('if harm = 5'),
  // A line leads from there.
  'escalates-to-handoff.from': seen('⇱ escalates to plant-check'),
  'escalates-to-handoff.blocks': seen('plant-check, blocks'),
  'escalates-to-handoff.resumes-at': seen('resumes at work'),
  'waits-for-handoff.waits-for': seen('⇤ waits for plant-check'),
  'waits-for-handoff.needs': seen('needs check-report@2'),
  'waits-for-handoff.before': seen('before close'),
  'waits-for-handoff.workaround': seen('workaround: Use the report of last year'),
  'waits-for-handoff.cut-over': seen('cut-over: once the new one is signed'),
};

const suites: Readonly<Record<string, Seen>> = {
  'suite.suite': seen('Items and dependencies of the suite safe-food'),
  'suite.title': seen('Safe food'),
  'suite.summary': 'beside',
  'suite.items': seen('Item: S1'),
  'suite.phases': seen('Phase: Rehearse'),
  'suite.teams': 'beside',
  'suite.risks': 'beside',
  'suite.contingency': 'beside',
  'suite.communication': 'beside',
  'suite.artifacts': 'beside',
  'suite.quality-gates': 'beside',
  'suite-item.title': seen('Recall rehearsed'),
  'suite-item.plan': seen('plan'),
  'suite-item.chain': seen('chain'),
  'suite-item.domain': seen('domain safety'),
  'suite-item.priority': seen('priority P1'),
  'suite-item.owner': seen('owner Paper'),
  // A line leads from the one to the other.
  'suite-item.needs': seen('S2'),
  'suite-phase.phase': seen('Phase: Report'),
  'suite-phase.window': seen('window weeks 5-6'),
  'suite-phase.because': 'beside',
  'suite-phase.focus': 'beside',
  'suite-phase.items': seen('1 item'),
  'suite-phase.exit': 'beside',
  'suite-phase.success': 'beside',
  'suite-phase.capacity': seen('at most 2 at a time'),
  'capacity.active': seen('at most 2 at a time'),
  'capacity.people-per-item': 'beside',
};

const drawn = { ...chain, ...nodes, ...handoffs, ...suites };

/** Records that stand beside the flow as a whole: catalogues, plans and configurations have no drawing. */
const besideRecords: ReadonlySet<string> = new Set([
  ...['milestone', 'measure', 'bands', 'success-metric', 'variation', 'pitfall', 'track-record'],
  ...['reference', 'table', 'advice', 'suite-team', 'risk', 'update'],
  ...['catalogue', 'skill', 'team', 'delegation', 'never-overridden', 'may-override'],
  ...['plan', 'plan-meta', 'model-config', 'plan-input', 'plan-example', 'configuration', 'override'],
]);

const isBeside = (name: string): boolean =>
  besideRecords.has(name.slice(0, name.indexOf('.'))) || drawn[name] === 'beside';

type Drawings = ReadonlyMap<string, string>;

/** The drawings of a workspace, by the path of what is drawn. */
async function drawingsOf(files: Readonly<Record<string, string>>): Promise<Drawings> {
  const { service, workspace } = await loadedService(files);
  const all = await Promise.all(
    Object.keys(files).map(
      async path => [path, await service.exportChain(workspace.uri(path), 'svg')] as const,
    ),
  );
  return new Map(all.flatMap(([path, svg]) => (svg === null ? [] : [[path, svg] as const])));
}

/** Everything that a drawing says: its texts, and what a screen reader reads. */
const wordsIn = (svg: string): string =>
  [...svg.matchAll(/aria-label="([^"]*)"|>([^<]+)/gu)]
    .map(([, label, text]) => label ?? text ?? '')
    .join('\n')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<');

let drawings: Drawings = new Map();
before(async () => {
  drawings = await drawingsOf(everyKeyFiles);
});

test('every key is drawn, or stands beside the drawing', () => {
  const keys = Object.values(table.records).flatMap(({ name, keys: all }) =>
    // An id is what others call a node by.
    all.filter(({ key }) => key !== 'id').map(({ key }) => `${name}.${key}`),
  );
  const known = keys.filter(key => key in drawn || besideRecords.has(key.slice(0, key.indexOf('.'))));
  assert.deepEqual(known, keys);
  assert.deepEqual(
    Object.keys(drawn).filter(key => !keys.includes(key)),
    [],
  );
});

test('what is drawn can be read', () => {
  const words = [...drawings.values()].map(wordsIn).join('\n');
  const missing = Object.entries(drawn).filter(([, row]) => row !== 'beside' && !words.includes(row.words));
  assert.deepEqual(missing, []);
});

test('what stands beside changes no drawing', async () => {
  const bare = Object.entries(everyKeyFiles).map(([path, text]) => {
    const context = contextOf(text, { path, files: everyKeyFiles });
    if (!drawings.has(path)) return [path, text] as const;
    const entries = keysOf(context).flatMap(({ name, entry }) => (isBeside(name) ? [entry] : []));
    const outermost = entries.filter(
      entry =>
        !entries.some(other => other !== entry && other.start <= entry.start && entry.end <= other.end),
    );
    return [
      path,
      outermost
        .toReversed()
        .reduce((written, entry) => written.slice(0, entry.start) + written.slice(entry.end), text),
    ] as const;
  });
  const without = await drawingsOf(Object.fromEntries(bare));
  assert.deepEqual([...without.keys()], [...drawings.keys()]);
  for (const [path, svg] of without) assert.equal(svg, drawings.get(path), path);
});
