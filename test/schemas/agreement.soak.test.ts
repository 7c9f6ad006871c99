/** zod, the JSON Schemas and the core with the table say the same of valid, invalid and randomly damaged documents. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { libraryFiles, nameOf } from '../support/library.ts';
import { mutants } from './support/mutants.ts';
import { jsonErrors, type Kind, verdicts } from './support/verdicts.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const steps = (body: string): string => `chain: a\ntitle: A\nsteps:\n${body}`;
const step = '  - { skill: s, do: d }\n';
const chain = (body: string): string => `${steps(step)}${body}`;

interface Sample {
  readonly kind: Kind;
  readonly name: string;
  readonly text: string;
  /** Only every so manyth damage is tried, where most are those of another sample; `undefined`: all. */
  readonly every?: number;
}

const valid: readonly Sample[] = [
  { kind: 'chain', name: 'the sample chain', text: fixture('sample-breach-response.chain.yaml'), every: 5 },
  { kind: 'chain', name: 'the shapes the sample leaves out', text: fixture('every-key.chain.yaml') },
  { kind: 'chain', name: 'the smallest chain', text: steps(step) },
  { kind: 'catalogue', name: 'the sample catalogue', text: fixture('sample.skills.yaml') },
  { kind: 'suite', name: 'a suite with every key', text: fixture('every-key.suite.yaml') },
  { kind: 'plan', name: 'a plan with every key', text: fixture('plan.every-key@v1.yaml') },
  { kind: 'suite', name: 'the smallest suite', text: 'suite: a\ntitle: A\nitems: {}\n' },
  { kind: 'plan', name: 'the smallest plan', text: 'meta: { id: plan.a@v1 }\ntemplate: Do it\n' },
  {
    kind: 'configuration',
    name: 'a configuration with every key',
    text: fixture('every-key.skill-chains.yaml'),
  },
  { kind: 'catalogue', name: 'a catalogue of teams alone', text: 'teams: { a: {} }\n' },
];

const invalidChains: readonly (readonly [what: string, text: string])[] = [
  ['a list as the document', '- a\n'],
  ['no title', 'chain: a\nsteps: [{ skill: s, do: d }]\n'],
  ['no steps', 'chain: a\ntitle: A\n'],
  ['steps and phases', chain('phases: [{ phase: p, steps: [{ skill: s, do: d }] }]\n')],
  ['no entry in steps', 'chain: a\ntitle: A\nsteps: []\n'],
  ['an unknown key', chain('ownr: x\n')],
  ['a step without do', steps('  - skill: s\n')],
  ['a step with skill and team', steps('  - { skill: s, team: t, do: d }\n')],
  ['a step that is a checkpoint too', steps('  - { skill: s, do: d, checkpoint: c }\n')],
  ['a node of no kind', steps('  - { do: d }\n')],
  ['a node that is a text', steps('  - a step\n')],
  ['a list where one skill is meant', steps('  - { skill: [s], do: d }\n')],
  ['one artefact where a list is meant', steps('  - { skill: s, do: d, needs: a }\n')],
  ['a parallel of nothing', steps('  - parallel: []\n')],
  ['a lane without steps', steps('  - parallel: [{ lane: l }]\n')],
  ['a lane outside a parallel', steps('  - { lane: l, steps: [{ skill: s, do: d }] }\n')],
  ['a join of no kind', steps('  - parallel: [{ skill: s, do: d }]\n    join: most\n')],
  ['a join of none', steps('  - parallel: [{ skill: s, do: d }]\n    join: { at-least: 0 }\n')],
  [
    'a synthesis with an id',
    steps('  - parallel: [{ skill: s, do: d }]\n    synthesize: { id: i, skill: s, do: d }\n'),
  ],
  ['a checkpoint by nobody', steps('  - { checkpoint: c, by: [] }\n')],
  ['a refusal that goes on', steps('  - { checkpoint: c, if-refused: next }\n')],
  ['a refusal without a target', steps('  - { checkpoint: c, if-refused: { at-most: 2 } }\n')],
  ['a decision without routes', steps('  - decision: d\n')],
  ['a route that leads nowhere', steps('  - { decision: d, routes: [{ when: w }] }\n')],
  ['a route with when and otherwise', steps('  - { decision: d, routes: [{ when: w, otherwise: next }] }\n')],
  ['half a round', steps('  - { decision: d, routes: [{ when: w, go: s, at-most: 1.5 }] }\n')],
  ['a timeline that says nothing', chain('timeline: { because: b }\n')],
  ['a milestone without a window', chain('timeline: { milestones: [{ what: w }] }\n')],
  ['a measure in words', chain('measures: { severity: high }\n')],
  ['a measure of nothing', chain('measures: { severity: {} }\n')],
  ['empty bands', chain('measures: { severity: { bands: {} } }\n')],
  ['inputs as a list', chain('inputs: [a]\n')],
  ['a metric without a target', chain('success: [{ metric: m }]\n')],
  ['a handoff of two kinds', chain('handoffs: [{ then: a, joins: b }]\n')],
  ['a handoff with keys of another', chain('handoffs: [{ then: a, blocks: true }]\n')],
  ['a cycle without a limit', chain('handoffs: [{ cycles-to: a, until: b }]\n')],
  ['a block that is a word', chain('handoffs: [{ escalates-to: a, blocks: maybe }]\n')],
  ['a reference of two kinds', chain('reference: [{ title: t, text: a, list: [b] }]\n')],
  ['a reference of no kind', chain('reference: [{ title: t }]\n')],
  ['rows without columns', chain('reference: [{ title: t, table: { rows: [[a]] } }]\n')],
  ['nothing behind a key', chain('owner:\n')],
];

const invalidCatalogues: readonly (readonly [what: string, text: string])[] = [
  ['nothing at all', '{}\n'],
  ['skills as a list', 'skills: [a]\n'],
  ['a stage there is none of', 'skills: { a: { stage: [dream] } }\n'],
  ['a skill that is a text', 'skills: { a: b }\n'],
  ['an unknown key in a skill', 'skills: { a: { alias: [b] } }\n'],
  ['a delegation without a skill', 'delegation: [{ task: t }]\n'],
  ['an override without a reason', 'may-override: [{ by: a }]\n'],
];

const invalidSuites: readonly (readonly [what: string, text: string])[] = [
  ['no items', 'suite: a\ntitle: A\n'],
  ['items as a list', 'suite: a\ntitle: A\nitems: [{ plan: a }]\n'],
  ['an item that points at nothing', 'suite: a\ntitle: A\nitems: { b: { title: B } }\n'],
  ['an item that points at two things', 'suite: a\ntitle: A\nitems: { b: { plan: p, chain: c } }\n'],
  ['half an item', 'suite: a\ntitle: A\nitems: {}\nphases: [{ phase: p, capacity: { active: 1.5 } }]\n'],
  ['a phase without a name', 'suite: a\ntitle: A\nitems: {}\nphases: [{ items: [] }]\n'],
  ['a team that does nothing', 'suite: a\ntitle: A\nitems: {}\nteams: { t: {} }\n'],
  ['an unknown key', 'suite: a\ntitle: A\nitems: {}\nphase: []\n'],
];

const invalidPlans: readonly (readonly [what: string, text: string])[] = [
  ['no template', 'meta: { id: a }\n'],
  ['no id', 'meta: { owner: o }\ntemplate: t\n'],
  ['a template that is a map', 'meta: { id: a }\ntemplate: { system: s }\n'],
  ['a temperature in words', 'meta: { id: a }\ntemplate: t\nmodelConfig: { temperature: warm }\n'],
  ['half a token', 'meta: { id: a }\ntemplate: t\nmodelConfig: { maxTokens: 0.5 }\n'],
  ['an input without a type', 'meta: { id: a }\ntemplate: t\ninputs: { i: { description: d } }\n'],
  ['an unknown key at the top', 'meta: { id: a }\ntemplate: t\ninput: {}\n'],
];

function kindOf(name: string): Kind {
  if (name.endsWith('.skills.yaml')) return 'catalogue';
  if (name.endsWith('.suite.yaml')) return 'suite';
  return name.startsWith('plan.') ? 'plan' : 'chain';
}

describe('all three accept', () => {
  for (const [name, text] of Object.entries(libraryFiles)) {
    const kind = kindOf(nameOf(name));
    test(name, () =>
      assert.deepEqual(verdicts(kind, parse(text), text), { zod: true, json: true, core: true }),
    );
  }
  for (const { kind, name, text } of valid) {
    test(name, () =>
      assert.deepEqual(verdicts(kind, parse(text), text), { zod: true, json: true, core: true }),
    );
  }
  for (const [name, body] of [
    ['free keys at the top', 'x-house: [1, { a: b }]\n'],
    ['numbers and yes or no as text', 'owner: 7\nsummary: true\n'],
  ] as const) {
    test(name, () => {
      assert.deepEqual(verdicts('chain', parse(chain(body)), chain(body)), {
        zod: true,
        json: true,
        core: true,
      });
    });
  }
});

describe('all three refuse', () => {
  const refused = { zod: false, json: false, core: false };
  for (const [what, text] of invalidChains) {
    test(what, () => assert.deepEqual(verdicts('chain', parse(text), text), refused));
  }
  for (const [what, text] of invalidCatalogues) {
    test(what, () => assert.deepEqual(verdicts('catalogue', parse(text), text), refused));
  }
  for (const [what, text] of invalidSuites) {
    test(what, () => assert.deepEqual(verdicts('suite', parse(text), text), refused));
  }
  for (const [what, text] of invalidPlans) {
    test(what, () => assert.deepEqual(verdicts('plan', parse(text), text), refused));
  }
});

describe('all three say the same of every damage to', () => {
  for (const { kind, name, text, every = 1 } of valid) {
    test(name, () => {
      const tally = { accepted: 0, refused: 0 };
      for (const { what, value } of [...mutants(parse(text))].filter((_, index) => index % every === 0)) {
        const { zod, json, core } = verdicts(kind, value);
        assert.ok(zod === json && zod === core, `${what}: zod ${zod}, JSON Schema ${json}, core ${core}`);
        tally[zod ? 'accepted' : 'refused'] += 1;
      }
      assert.ok(tally.accepted > 3 && tally.refused > 10, JSON.stringify(tally));
    });
  }
});

describe('the JSON Schema blames the one variant that was meant', () => {
  const blamed = (text: string): readonly string[] =>
    jsonErrors('chain', parse(text))
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ instancePath, message, params }) =>
        [instancePath, message, params['additionalProperty']].filter(Boolean).join(' '),
      );
  const cases: readonly (readonly [text: string, errors: readonly string[]])[] = [
    [
      steps('  - { skill: s, doo: d }\n'),
      ["/steps/0 must have required property 'do'", '/steps/0 must NOT have additional properties doo'],
    ],
    [steps('  - decision: d\n'), ["/steps/0 must have required property 'routes'"]],
    [steps('  - { skill: s, team: t, do: d }\n'), ['/steps/0/team boolean schema is false']],
    [
      chain('handoffs: [{ then: a, blocks: true }]\n'),
      ['/handoffs/0 must NOT have additional properties blocks'],
    ],
    [chain('phases: []\n'), ['/phases must NOT have fewer than 1 items', '/phases boolean schema is false']],
  ];
  for (const [text, errors] of cases) {
    test(errors.join(', '), () => assert.deepEqual([...new Set(blamed(text))].sort(), [...errors].sort()));
  }
});
