/** The keys that the language names, in the order in which a person writes them: a change here is a change of the language. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../schemas/generated/table.ts';
import { recordOf } from './support/places.ts';

/** `!` marks a key that must stand. */
const keysOf: Readonly<Record<string, string>> = {
  chain:
    'chain! title! category version summary trigger timeline owner priority review inputs measures steps phases output success handoffs variations pitfalls retrospective reference track-record',
  timeline: 'estimate because milestones',
  milestone: 'window! what! because',
  measure: 'unit range bands',
  bands: 'green yellow red',
  step: 'id skill team do! when after needs produces takes done checklist owner priority document because notes',
  parallel: 'id parallel! join synthesize when',
  lane: 'id lane! steps!',
  'join-quorum': 'at-least!',
  synthesize: 'skill team do! needs produces takes done checklist owner priority document because notes',
  checkpoint: 'id checkpoint! by criteria if-refused takes when',
  refusal: 'back-to! at-most',
  decision: 'id decision! by routes! takes when',
  route: 'when! steps go at-most',
  'otherwise-route': 'otherwise! go at-most',
  'sub-chain': 'id chain! version with produces takes when',
  phase: 'id phase! window takes because entry steps! deliverable exit',
  'success-metric': 'metric! target! within',
  'then-handoff': 'then! gate delivers rollback',
  'joins-handoff': 'joins! at delivers',
  'cycles-to-handoff': 'cycles-to! until at-most every',
  'escalates-to-handoff': 'escalates-to! if from blocks resumes-at',
  'waits-for-handoff': 'waits-for! needs before workaround cut-over',
  variation: 'when! add! insert-after',
  pitfall: 'pitfall! avoid',
  reference: 'title! text list checklist table choices',
  table: 'columns! rows! bands',
  advice: 'when! choose!',
  'track-record': 'frequency duration success-rate improve',
  catalogue: 'skills teams delegation never-overridden may-override',
  skill: 'title aliases team summary stage dimension source',
  team: 'title lead',
  delegation: 'task! skill!',
  'never-overridden': 'skill! about!',
  'may-override': 'by! when!',
  suite: 'suite! title! summary items! phases teams risks contingency communication artifacts quality-gates',
  'suite-item': 'title plan chain domain priority owner needs',
  'suite-phase': 'phase! window because focus items exit success capacity',
  capacity: 'active people-per-item',
  'suite-team': 'primary support',
  risk: 'risk! level mitigation owner',
  update: 'cadence! what!',
  plan: 'meta! modelConfig inputs template! examples',
  'plan-meta': 'id! owner purpose tags guardrails',
  'model-config': 'model temperature maxTokens',
  'plan-input': 'type! description required default',
  'plan-example': 'name inputs expected_contains',
  configuration: 'root preset rules overrides',
  override: 'files! preset rules',
};

test('the table holds the records of the language and no others', () => {
  assert.deepEqual(Object.keys(table.records).sort(), Object.keys(keysOf).sort());
});

for (const [name, keys] of Object.entries(keysOf)) {
  test(`the keys of ${name}`, () => {
    const found = recordOf(table, name).keys.map(({ key, required }) => (required ? `${key}!` : key));
    assert.equal(found.join(' '), keys);
  });
}
