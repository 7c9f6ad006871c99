/** What people write who come from other tools and languages: what they are told, and what the fix that nearly everyone wants makes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, exampleFiles, lintExample } from '../support/check.ts';

interface Habit {
  readonly code: string;
  /** What stands behind the head of a chain, or a whole suite. */
  readonly text: string;
  readonly says: string;
  /** `undefined`: there is no such fix. */
  readonly fixed?: string;
}

const step = 'steps:\n  - skill: technical-writer\n    do: Write\n';

const habits: Readonly<Record<string, Habit>> = {
  'milestones by their windows': {
    code: 'unknown-key',
    text: `timeline:\n  milestones:\n    - week 2: Draft # of all\n${step}`,
    says: 'A milestone has no key "week 2". Write "week 2" under "window", and what is behind it under "what".',
    fixed: `timeline:\n  milestones:\n    - window: week 2\n      what: Draft # of all\n${step}`,
  },
  'a step that is tried again': {
    code: 'unknown-key',
    text: `${step}    max_attempts: 3\n`,
    says: 'What may be done again is led back to: by "if-refused" at a checkpoint, or by a route of a decision with "go" and "at-most". Or begin it with "x-"',
  },
  'a step that says the next one': {
    code: 'unknown-key',
    text: `${step}    next: review\n`,
    says: 'To go elsewhere, write a decision',
  },
  'a refusal that goes somewhere': {
    code: 'unknown-key',
    text: `${step}  - checkpoint: Good\n    by: technical-writer\n    if-refused: { go: technical-writer, at-most: 2 }\n`,
    says: 'Did you mean "back-to"?',
    fixed: `${step}  - checkpoint: Good\n    by: technical-writer\n    if-refused: { back-to: technical-writer, at-most: 2 }\n`,
  },
  'what a sub-chain is given': {
    code: 'unknown-key',
    text: 'steps: [{ chain: post-mortem, params: { a: b } }]\n',
    says: 'Did you mean "with"?',
    fixed: 'steps: [{ chain: post-mortem, with: { a: b } }]\n',
  },
  'settings of what runs elsewhere': {
    code: 'unknown-key',
    text: `env: { CI: true }\n${step}`,
    says: 'A chain runs nothing',
  },
  'a decision with an else': {
    code: 'unknown-key',
    text: 'steps:\n  - decision: Good?\n    routes: [{ otherwise: end }]\n    else: stop\n',
    says: 'the last of the routes, which begins with "otherwise"',
  },
  'the next one of a measure, which goes nowhere': {
    code: 'unknown-key',
    text: `measures:\n  risk: { range: 1-5, next: 3 }\n${step}`,
    says: 'A measure has no key "next", only "unit", "range" and "bands". Remove it',
  },
  'a metric by its name': {
    code: 'unknown-key',
    text: `${step}success:\n  - name: Docs read\n    target: 90 %\n`,
    says: 'Did you mean "metric"?',
    fixed: `${step}success:\n  - metric: Docs read\n    target: 90 %\n`,
  },
  'inputs by name and description': {
    code: 'wrong-type',
    text: `inputs:\n  - name: alert\n    description: What fired # by whom\n  - name: logs\n    description: |\n      What was\n      written\n${step}`,
    says: '"inputs" wants a mapping',
    fixed: `inputs:\n  alert: What fired # by whom\n  logs: |\n      What was\n      written\n${step}`,
  },
  'inputs by name and description in brackets': {
    code: 'wrong-type',
    text: `inputs: [{ name: alert, description: "What, fired" }, { id: logs, title: What was written }]\n${step}`,
    says: '"inputs" wants a mapping',
    fixed: `inputs: {alert: "What, fired", logs: What was written}\n${step}`,
  },
  'inputs by name with more than one other thing': {
    code: 'wrong-type',
    text: `inputs:\n  - name: alert\n    description: What fired\n    required: true\n${step}`,
    says: '"inputs" wants a mapping',
  },
  'the same in brackets': {
    code: 'unknown-key',
    text: `timeline:\n  milestones: [{ week 2: Draft }]\n${step}`,
    says: 'under "window"',
    fixed: `timeline:\n  milestones: [{ window: week 2, what: Draft }]\n${step}`,
  },
  'milestones as a mapping': {
    code: 'wrong-type',
    text: `timeline:\n  milestones:\n    week 2: Draft\n    # then\n    week 4: Done\n${step}`,
    says: 'wants a list of milestones, not a mapping',
    fixed: `timeline:\n  milestones:\n    - window: week 2\n      what: Draft\n    # then\n    - window: week 4\n      what: Done\n${step}`,
  },
  'metrics by their names': {
    code: 'wrong-type',
    text: `${step}success:\n  - Actions closed: ">= 90 %"\n`,
    says: 'not a mapping',
    fixed: `${step}success:\n  - metric: Actions closed\n    target: ">= 90 %"\n`,
  },
  'metrics as a mapping': {
    code: 'wrong-type',
    text: `${step}success:\n  Actions closed: ">= 90 %"\n  Errors: 0\n`,
    says: 'not a mapping',
    fixed: `${step}success:\n  - metric: Actions closed\n    target: ">= 90 %"\n  - metric: Errors\n    target: 0\n`,
  },
  'routes by their answers': {
    code: 'missing-key',
    text: 'steps:\n  - decision: Good?\n    routes:\n      - yes: end\n      - otherwise: stop\n',
    says: 'Write "yes" under "when", and what is behind it under "go".',
    fixed:
      'steps:\n  - decision: Good?\n    routes:\n      - when: yes\n        go: end\n      - otherwise: stop\n',
  },
  'steps by their skills': {
    code: 'missing-key',
    text: 'steps:\n  - technical-writer: Write\n',
    says: 'Write "technical-writer" under "skill", and what is behind it under "do".',
    fixed: step,
  },
  'a word that is no skill': {
    code: 'missing-key',
    text: 'steps:\n  - milestone: Done\n',
    says: 'Nothing tells what kind of node this is. Add ',
  },
  'inputs as a list': {
    code: 'wrong-type',
    text: `inputs:\n  - alert: What fired\n  - logs\n${step}`,
    says: 'Write each entry as a key with its value, without a dash.',
    fixed: `inputs:\n  alert: What fired\n  logs: To be written\n${step}`,
  },
  'inputs as a list that is not set in': {
    code: 'wrong-type',
    text: `inputs:\n- alert: What\n    fired\n- logs\n${step}`,
    says: 'without a dash',
    fixed: `inputs:\n  alert: What\n    fired\n  logs: To be written\n${step}`,
  },
  'inputs in brackets': {
    code: 'wrong-type',
    text: `inputs: [alert, logs]\n${step}`,
    says: 'Write each entry as a key with its value.',
    fixed: `inputs: {alert: To be written, logs: To be written}\n${step}`,
  },
  'a sentence for a step': {
    code: 'wrong-type',
    text: 'steps:\n  - Write it\n',
    says: 'This list wants a node here, not a text. Begin it with "skill" for who acts, and "do" for what is done.',
  },
  'a chain for a handoff': {
    code: 'wrong-type',
    text: `${step}handoffs:\n  - post-mortem\n`,
    says: 'Begin it with "then", "joins", "cycles-to", "escalates-to" or "waits-for".',
  },
  'a route that says then': {
    code: 'unknown-key',
    text: `steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        then: end\n      - otherwise: stop\n`,
    says: 'Did you mean "go" or "steps"?',
    fixed: `steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        go: end\n      - otherwise: stop\n`,
  },
  'a key of the phases of suites': {
    code: 'unknown-key',
    text: 'phases:\n  - phase: All\n    capacity: { active: 2 }\n    steps:\n      - skill: technical-writer\n        do: Write\n',
    says: 'A phase has no key "capacity". Remove it, or',
  },
  'a word for stop': {
    code: 'wrong-value',
    text: 'steps:\n  - skill: technical-writer\n    do: Write\n  - checkpoint: Good\n    if-refused: abort\n',
    says: 'Did you mean "stop"?',
    fixed: 'steps:\n  - skill: technical-writer\n    do: Write\n  - checkpoint: Good\n    if-refused: stop\n',
  },
  'a measure with its unit': {
    code: 'wrong-type',
    text: `measures:\n  score: 0-100 %\n${step}    when: score > 80\n`,
    says: `"score" wants a number or a range of numbers or a measure, not "0-100 %". Write { unit: '%', range: 0-100 }.`,
    fixed: `measures:\n  score: { unit: '%', range: 0-100 }\n${step}    when: score > 80\n`,
  },
  'a measure that is a unit': {
    code: 'wrong-type',
    text: `measures:\n  age: years\n${step}    when: age > 80\n`,
    says: 'Write { unit: years }.',
    fixed: `measures:\n  age: { unit: years }\n${step}    when: age > 80\n`,
  },
  'a measure of yes or no': {
    code: 'wrong-type',
    text: `measures:\n  is-drill: yes/no\n${step}    when: is-drill\n`,
    says: 'Write { unit: yes or no }.',
    fixed: `measures:\n  is-drill: { unit: yes or no }\n${step}    when: is-drill\n`,
  },
  'a measure in words': {
    code: 'wrong-type',
    text: `measures:\n  level: high\n${step}    when: level > 2\n`,
    says: 'not "high".',
  },
  'several people with commas between them': {
    code: 'unknown-skill',
    text: 'steps:\n  - checkpoint: Good\n    by: technical-writer, Site Reliability Engineer\n',
    says: 'is no skill, but the names of 2. Write [technical-writer, Site Reliability Engineer].',
    fixed: 'steps:\n  - checkpoint: Good\n    by: [technical-writer, Site Reliability Engineer]\n',
  },
  'several people for one step': {
    code: 'unknown-skill',
    text: 'steps:\n  - skill: technical-writer and incident-commander\n    do: Write\n',
    says: 'Write one of them here, and an entry of its own for each of the others.',
  },
  'somebody unknown beside a skill': {
    code: 'unknown-skill',
    text: 'steps:\n  - checkpoint: Good\n    by: technical-writer, nobody\n',
    says: 'This workspace has no skill called',
  },
  'a reserved word in capitals': {
    code: 'unknown-node',
    text: 'steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        go: END\n      - otherwise: stop\n',
    says: 'This chain has no node called "END". Did you mean "end"?',
    fixed:
      'steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        go: end\n      - otherwise: stop\n',
  },
  'a word of other tools for a reserved one': {
    code: 'unknown-node',
    text: 'steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        go: end\n      - otherwise: abort\n',
    says: 'Did you mean "stop"?',
    fixed:
      'steps:\n  - decision: Good?\n    routes:\n      - when: it is\n        go: end\n      - otherwise: stop\n',
  },
  'a reserved word where only a node can stand': {
    code: 'unknown-node',
    text: `${step}  - checkpoint: Good\n    if-refused: { back-to: End, at-most: 2 }\n`,
    says: 'Write the id of a node that is there.',
  },
  'a chain by its file': {
    code: 'unknown-chain',
    text: `${step}handoffs:\n  - then: ../post-mortem.chain.yaml\n`,
    says: 'Did you mean "post-mortem"?',
    fixed: `${step}handoffs:\n  - then: post-mortem\n`,
  },
  'a timeline without an end': {
    code: 'bad-duration',
    text: `timeline: On-going\n${step}`,
    says: 'Write ongoing.',
    fixed: `timeline: ongoing\n${step}`,
  },
  'a parallel that is true': {
    code: 'unknown-key',
    text: 'steps:\n  - parallel: true\n    steps:\n      - skill: technical-writer\n        do: Write\n      - skill: incident-commander\n        do: Look\n',
    says: 'takes a list of lanes or nodes under "parallel". Put the list there.',
    fixed:
      'steps:\n  - parallel:\n      - skill: technical-writer\n        do: Write\n      - skill: incident-commander\n        do: Look\n',
  },
  'curly quotes around a duration': {
    code: 'bad-duration',
    text: `${step}    takes: “2 days”\n`,
    says: 'YAML takes the curly quotes of “2 days” for letters. Write 2 days.',
    fixed: `${step}    takes: 2 days\n`,
  },
};

for (const [what, { code, text, says, fixed }] of Object.entries(habits)) {
  test(what, async () => {
    const head = 'chain: demo\ntitle: Demo\n';
    const example = { text: head + text, files: exampleFiles };
    const { findings } = await lintExample(example, example.text, code);
    const [finding, ...others] = findings.filter(each => each.code === code);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.ok(finding.message.includes(says), finding.message);
    const fix = finding.fixes?.find(({ preferred }) => preferred === true);
    if (fixed === undefined) {
      assert.equal(fix, undefined);
      return;
    }
    assert.ok(fix);
    const after = applied(example.text, fix);
    assert.equal(after, head + fixed);
    const left = (await lintExample(example, after, code)).findings;
    assert.deepEqual(
      left.filter(each => each.code === code),
      [],
    );
  });
}

test('risks of a suite that are written as texts are told their key', async () => {
  const text = 'suite: demo\ntitle: Demo\nitems:\n  a: { chain: post-mortem }\nrisks:\n  - Data loss\n';
  const { findings } = await lintExample({ text, path: 'demo.suite.yaml', files: exampleFiles }, text);
  const [finding, ...others] = findings;
  assert.deepEqual(others, []);
  assert.equal(finding?.message, 'This list wants a risk here, not a text. Begin it with "risk".');
  const [fix] = finding.fixes ?? [];
  assert.ok(fix);
  assert.equal(applied(text, fix), text.replace('- Data', '- risk: Data'));
});
