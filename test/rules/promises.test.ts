/** What stricter readers ask of handoffs, phases, risks, plans and documents. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';

const files = {
  'team.skills.yaml': 'skills: { sre: { title: SRE }, writer: { title: Writer } }\n',
  'migration.chain.yaml': 'chain: migration\ntitle: Move\nsteps: [{ checkpoint: Agreed }]\n',
  'help.chain.yaml': 'chain: help\ntitle: Help\nsteps: [{ checkpoint: Agreed }]\n',
  'twice.chain.yaml': 'chain: launch\ntitle: Launch\nsteps: [{ checkpoint: Agreed }]\n',
  'twice-more.chain.yaml': 'chain: launch\ntitle: Launch\nsteps: [{ checkpoint: Agreed }]\n',
};
const head = 'chain: demo\ntitle: Demo\n';
const two = 'steps: [{ id: a, checkpoint: A }, { id: b, checkpoint: B }]\n';
const phase = (name: string, rest: string): string =>
  `{ phase: ${name}, steps: [{ checkpoint: ${name} }]${rest} }`;

/** The code, the text and how much of the code is found. */
const cases: Readonly<Record<string, readonly [code: string, text: string, count: number]>> = {
  'a delivery without a gate': [
    'handoff-without-gate',
    `${head}steps: [{ skill: sre, do: It, produces: [x] }]\nhandoffs: [{ then: help, delivers: [x] }]\n`,
    1,
  ],
  'a joining handoff has no gate': [
    'handoff-without-gate',
    `${head}steps: [{ skill: sre, do: It, produces: [x] }]\nhandoffs: [{ joins: help, delivers: [x] }]\n`,
    0,
  ],
  'an empty gate': [
    'handoff-without-gate',
    `${head}steps: [{ skill: sre, do: It, produces: [x] }]\nhandoffs: [{ then: help, delivers: [x], gate: [] }]\n`,
    1,
  ],
  'a migration without a way back': [
    'handoff-without-rollback',
    `${head}${two}handoffs: [{ then: migration }]\n`,
    1,
  ],
  'a chain that is not there': [
    'handoff-without-rollback',
    `${head}${two}handoffs: [{ then: new-launch }]\n`,
    0,
  ],
  'a chain that is there twice': [
    'handoff-without-rollback',
    `${head}${two}handoffs: [{ then: launch }]\n`,
    0,
  ],
  'help that is easy to undo': ['handoff-without-rollback', `${head}${two}handoffs: [{ then: help }]\n`, 0],
  'a pause from nowhere': [
    'escalation-without-resume',
    `${head}${two}handoffs: [{ escalates-to: help, blocks: true }]\n`,
    1,
  ],
  'a pause behind a node': [
    'escalation-without-resume',
    `${head}${two}handoffs: [{ escalates-to: help, from: a, blocks: true }]\n`,
    0,
  ],
  'a pause behind the last node': [
    'escalation-without-resume',
    `${head}${two}handoffs: [{ escalates-to: help, from: b, blocks: true }]\n`,
    1,
  ],
  'no pause': ['escalation-without-resume', `${head}${two}handoffs: [{ escalates-to: help, from: b }]\n`, 0],
  'a pause behind what nobody knows': [
    'escalation-without-resume',
    `${head}${two}handoffs: [{ escalates-to: help, from: c, blocks: true }]\n`,
    0,
  ],
  'two phases without an exit': [
    'phase-without-exit',
    `${head}phases: [${phase('A', ', exit: It')}, ${phase('B', '')}, ${phase('C', '')}]\n`,
    0,
  ],
  'one of three phases without an exit': [
    'phase-without-exit',
    `${head}phases: [${phase('A', ', exit: It')}, ${phase('B', ', deliverable: { x: It }')}, ${phase('C', '')}]\n`,
    1,
  ],
  'a misspelled exit': [
    'phase-without-exit',
    `${head}phases: [${phase('A', ', exit: It')}, ${phase('B', ', exit: It')}, ${phase('C', ', exits: It')}]\n`,
    0,
  ],
  'a grave risk': [
    'risk-without-mitigation',
    'suite: s\ntitle: S\nitems: {}\nrisks: [{ risk: Loss, level: critical }]\n',
    1,
  ],
  'a risk of no level': [
    'risk-without-mitigation',
    'suite: s\ntitle: S\nitems: {}\nrisks: [{ risk: Loss }]\n',
    0,
  ],
  'a misspelled mitigation': [
    'risk-without-mitigation',
    'suite: s\ntitle: S\nitems: {}\nrisks: [{ risk: Loss, level: high, mitigaton: None }]\n',
    0,
  ],
  'a misspelled gate': [
    'handoff-without-gate',
    `${head}steps: [{ skill: sre, do: It, produces: [x] }]\nhandoffs: [{ then: help, delivers: [x], gates: [It] }]\n`,
    0,
  ],
  'a misspelled way back': [
    'handoff-without-rollback',
    `${head}${two}handoffs: [{ then: migration, roll-back: It }]\n`,
    0,
  ],
  'a misspelled from': [
    'escalation-without-resume',
    `${head}${two}handoffs: [{ escalates-to: help, form: a, blocks: true }]\n`,
    0,
  ],
  'a misspelled within': [
    'change-without-base',
    `${head}${two}success: [{ metric: Costs, target: -40 %, withn: 1 year }]\n`,
    0,
  ],
  'a misspelled expectation': [
    'plan-not-tried',
    'meta: { id: plan.a@v1 }\ntemplate: Do it.\nexamples: [{ name: a, inputs: {}, expected_contain: [x] }]\n',
    0,
  ],
  'a plan without examples': ['plan-not-tried', 'meta: { id: plan.a@v1 }\ntemplate: Do it.\n', 1],
  'two examples, of which one expects nothing': [
    'plan-not-tried',
    'meta: { id: plan.a@v1 }\ntemplate: Do it.\nexamples:\n  - { name: a, inputs: {}, expected_contains: [x] }\n  - { name: b, inputs: {}, expected_contains: [] }\n',
    1,
  ],
  'an output that two steps make': [
    'document-not-called',
    `${head}steps: [{ skill: sre, do: It, produces: [post-mortem] }, { skill: writer, do: It, needs: [post-mortem], produces: [post-mortem] }]\noutput: { post-mortem: It }\n`,
    0,
  ],
  'a decision offers its record': [
    'document-not-called',
    `${head}steps: [{ decision: Which?, by: sre, routes: [{ when: it rains, go: stop }, { otherwise: next }] }, { skill: sre, do: It, produces: [adr] }]\noutput: { adr: It }\n`,
    0,
  ],
  'a contract version': [
    'document-not-called',
    `${head}steps: [{ skill: sre, do: It, produces: [post-mortem@1] }]\noutput: { post-mortem@1: It }\n`,
    1,
  ],
};

describe('promises', () => {
  for (const [what, [code, text, count]] of Object.entries(cases)) {
    test(what, async () => {
      const { findings } = await lintExample({ text, files }, text, code);
      assert.equal(findings.filter(each => each.code === code).length, count);
    });
  }

  test('one skill in a lane is told of once, however much it does there', async () => {
    const lane = (name: string): string =>
      `{ lane: ${name}, steps: [{ skill: sre, do: It }, { skill: sre, do: That }] }`;
    const text = `${head}steps: [{ parallel: [${lane('A')}, ${lane('B')}, ${lane('C')}] }]\n`;
    const { findings } = await lintExample({ text, files }, text, 'skill-in-two-lanes');
    assert.equal(findings.filter(({ code }) => code === 'skill-in-two-lanes').length, 2);
  });
});
