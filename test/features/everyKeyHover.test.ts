/** Hover at every key of the language, and at every value: what is held against the table cannot lack a key. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../schemas/generated/table.ts';
import type { Meaning } from '../../schemas/table.ts';
import { definition } from '../../server/src/core/features/definition.ts';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { escapeMarkdown } from '../../server/src/core/util/markdown.ts';
import { everyKeyFiles, keysOf, type ValuePlace, valuesOfKeys } from './everyKey.ts';
import { contextOf } from './feature.ts';

const contexts = Object.entries(everyKeyFiles).map(([path, text]) =>
  contextOf(text, { path, files: everyKeyFiles }),
);

function hoverAt(context: FeatureContext, offset: number): string | undefined {
  const found = hover(context, context.document.lines.position(offset));
  if (found === null || typeof found.contents !== 'object' || !('value' in found.contents)) return undefined;
  return found.contents.value;
}

const languageKeys = Object.values(table.records).flatMap(record =>
  record.keys.map(key => ({ name: `${record.name}.${key.key}`, key })),
);

test('every key says what it means', () => {
  const said = new Map<string, string>();
  for (const context of contexts) {
    for (const { name, span } of keysOf(context)) said.set(name, hoverAt(context, span.start) ?? '');
  }
  const silent = languageKeys.filter(({ name, key }) => {
    const text = said.get(name) ?? '';
    return !text.includes(escapeMarkdown(key.description)) || !text.includes(escapeMarkdown(key.type));
  });
  assert.deepEqual(
    silent.map(({ name }) => name),
    [],
  );
});

/** What a value says, by what the table says it means: `free` is for people alone, where it is no name and no word of the language. */
const meanings: Readonly<Record<Meaning, 'said' | 'free'>> = {
  text: 'free',
  'chain-id': 'said',
  'chain-reference': 'said',
  'node-id': 'said',
  'node-reference': 'said',
  'other-node-reference': 'said',
  'jump-target': 'said',
  'skill-id': 'said',
  'skill-reference': 'said',
  'skill-alias': 'said',
  'team-id': 'said',
  'team-reference': 'said',
  'artefact-product': 'said',
  'artefact-use': 'said',
  'measure-id': 'said',
  duration: 'said',
  timeline: 'said',
  target: 'said',
  window: 'said',
  version: 'said',
  'version-range': 'said',
  condition: 'said',
  cadence: 'said',
  // But for those that bound something; see below.
  count: 'free',
  'number-range': 'said',
  boolean: 'said',
  // A link of the document.
  path: 'free',
  'suite-id': 'said',
  'item-id': 'said',
  'item-reference': 'said',
  'suite-team': 'said',
  'plan-path': 'said',
  'chain-target': 'said',
  domain: 'said',
  // Who is called like no team and no skill is unknown.
  owner: 'free',
  'plan-id': 'said',
  'input-id': 'said',
  'input-use': 'said',
  'input-type': 'said',
  // But for its placeholders.
  template: 'free',
  number: 'free',
  'rule-code': 'said',
  // Read as it is written.
  'path-pattern': 'free',
};

/** Values that are said whatever their meaning, as the language gives them one. */
const alwaysSaid: ReadonlySet<string> = new Set([
  ...languageKeys.filter(({ key }) => key.key === 'at-most').map(({ name }) => name),
  ...['step.do', 'synthesize.do', 'step.priority', 'step.document', 'chain.priority', 'suite-item.priority'],
  ...['parallel.join', 'join-quorum.at-least', 'capacity.active', 'sub-chain.with'],
  ...['phase.phase', 'lane.lane', 'checkpoint.checkpoint', 'decision.decision'],
]);

const isSaid = ({ name, shape }: ValuePlace): boolean =>
  alwaysSaid.has(name) || (shape !== undefined && meanings[shape.meaning] === 'said');

for (const context of contexts) {
  const { document } = context;
  const shown = (place: ValuePlace): string =>
    `${place.name}, line ${document.lines.position(place.span.start).line + 1}: ${document.text.slice(place.span.start, place.span.end)}`;

  test(`every value of ${document.uri} that has a meaning says it`, () => {
    const silent = valuesOfKeys(context).filter(
      place => isSaid(place) && (hoverAt(context, place.span.start) ?? '') === '',
    );
    assert.deepEqual(silent.map(shown), []);
  });

  test(`every name of ${document.uri} leads to where it is declared`, () => {
    const lost = valuesOfKeys(context).filter(place => {
      if (place.shape === undefined || !references.has(place.shape.meaning)) return false;
      const word = document.text.slice(place.span.start, place.span.end);
      const isWord = ['next', 'end', 'stop', 'all'].includes(word);
      return !isWord && definition(context, document.lines.position(place.span.start)).length === 0;
    });
    assert.deepEqual(lost.map(shown), []);
  });
}

const references: ReadonlySet<Meaning> = new Set<Meaning>([
  'chain-reference',
  'node-reference',
  'other-node-reference',
  'jump-target',
  'skill-reference',
  'team-reference',
  'artefact-use',
  'item-reference',
  'suite-team',
  'plan-path',
  'chain-target',
  'input-use',
]);

/** A value as it stands in one of the documents, and a part of what is said of it. */
const readings: readonly (readonly [name: string, value: string, says: string])[] = [
  ['step.takes', '1-2 hours', '1 to 2 hours'],
  ['step.takes', '90 min', '90 minutes'],
  ['synthesize.takes', '1 working day', '1 working day (1.4 days)'],
  ['timeline.estimate', '2-3 weeks', '2 to 3 weeks (14 to 21 days)'],
  ['chain.timeline', '2-4 days', '2 to 4 days'],
  ['milestone.window', 'hours 0-4', 'from the start to 4 hours after it'],
  ['milestone.window', 'days 2-5', 'from 1 day to 5 days after the start'],
  ['phase.window', 'weeks 1-2', 'from the start to 14 days after it'],
  ['suite-phase.window', 'weeks 5-6', 'from 28 days to 42 days after the start'],
  ['success-metric.target', '>= 95 %', 'at least 95 %, within 10 days'],
  ['bands.yellow', '1-3', 'from 1 to 3'],
  ['chain.review', 'after each run', 'after each run'],
  ['cycles-to-handoff.every', 'quarterly', 'every quarter (90 days)'],
  ['track-record.frequency', 'monthly', 'every month (30 days)'],
  ['track-record.duration', '3 hours', '3 hours'],
  ['update.cadence', 'weekly', 'every week (7 days)'],
  ['chain.version', '2.1.0', 'chains that ask for ^2 or'],
  ['sub-chain.version', '^1', 'the chain there is 1.3.0, which lies in it'],
  ['measure.range', '0-40', 'from 0 to 40'],
  ['capacity.people-per-item', '2-3', 'from 2 to 3'],
  ['capacity.active', '2', 'At most 2 items at a time'],
  ['refusal.at-most', '2', 'At most 2 returns; after that the chain stops'],
  ['route.at-most', '1', 'At most 1 return;'],
  ['cycles-to-handoff.at-most', '3', 'At most 3 rounds'],
  ['join-quorum.at-least', '2', 'once 2 lanes ended'],
  ['parallel.join', 'all', 'once all lanes ended'],
  ['escalates-to-handoff.blocks', 'true', 'pauses until the other one is done'],
  ['sub-chain.when', 'the cause is in the plant', 'a sentence for people, not checked'],
  ['parallel.when', 'harm > 1', 'Here: harm is more than 1'],
  ['route.when', 'harm >= 4 or batches-affected > 3', 'batches-affected is more than 3'],
  ['checkpoint.if-refused', 'stop', 'has failed'],
  ['suite.suite', 'safe-food', '2 items, 2 phases, 2 teams'],
  ['suite-item.domain', 'safety', 'Items of safety: `S1`'],
  ['suite-team.support', 'all', 'every item'],
  ['plan-meta.id', 'plan.plant-report@v1', 'Writes the yearly report'],
  ['plan.inputs', 'string', 'Input `plant`'],
  ['plan-input.required', 'false', 'may be left out'],
  ['phase.phase', 'Look', 'Window: weeks 1-2'],
  ['lane.lane', 'Customers', 'In it: `list`'],
  ['parallel.id', 'work', 'Goes on after 2 of 2 lanes'],
  ['step.id', 'warn', 'Only when: harm > 2'],
  ['step.do', 'Look for splinters', 'step `laboratory-analyst`'],
  ['step.priority', 'P0', 'most urgent'],
  ['synthesize.document', 'post-mortem', 'can be made from here'],
];

for (const [name, value, says] of readings) {
  test(`${name}: ${value}`, () => {
    const texts = contexts.flatMap(context =>
      valuesOfKeys(context)
        .filter(
          ({ name: found, span }) =>
            found === name && context.document.text.slice(span.start, span.end) === value,
        )
        .map(({ span }) => hoverAt(context, span.start) ?? ''),
    );
    assert.ok(
      texts.some(text => text.includes(says)),
      texts.join('\n---\n'),
    );
  });
}
