/** What a chain plans for its time, held against itself: what is a contradiction, and what only looks like one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';
import { costOfAwaiting } from '../support/processorTime.ts';

const codes = [
  'longer-than-timeline',
  'timeline-without-room',
  'window-outside-timeline',
  'windows-out-of-order',
  'step-longer-than-phase',
  'milestone-missed',
  'target-out-of-reach',
] as const;

const head = 'chain: demo\ntitle: Mend a house\n';
const files = {
  'team.skills.yaml': 'skills: { sre: { title: SRE } }\n',
  'audit.chain.yaml': 'chain: audit\ntitle: Audit\ntimeline: 2-3 weeks\nsteps: [{ checkpoint: Agreed }]\n',
};

/** Of these rules alone. */
async function found(text: string): Promise<readonly string[]> {
  const all = await Promise.all(
    codes.map(
      async code => (await lintExample({ text, files, path: 'demo.chain.yaml' }, text, code)).findings,
    ),
  );
  return [...new Set(all.flat().map(({ code }) => code))];
}

const step = (takes: string, more = ''): string =>
  `{ skill: sre, do: Mend the roof, takes: ${takes}${more} }`;
const milestones = (...all: readonly string[]): string =>
  `{ milestones: [${all.map(each => `{ ${each} }`).join(', ')}] }`;

/** What is written below the head, and what is found. */
const cases: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'a run of its length': [`timeline: 4 weeks\nsteps: [${step('4 weeks')}]`],
  'weeks held against a month': [
    `timeline: 1 month\nsteps: [${step('32 days')}, ${step('1 hour')}]`,
    'longer-than-timeline',
  ],
  'weeks held against a month, a tenth more': [
    `timeline: 1 quarter\nsteps: [${step('13 weeks')}, ${step('1 week')}]`,
  ],
  'an unknown length': [`timeline: 1 hour\nsteps: [${step('2 hours')}, { skill: sre, do: It }]`],
  'an unknown length that may be left out': [
    `timeline: 1 hour\nsteps: [${step('2 hours')}, { skill: sre, do: It, when: it rains }]`,
    'longer-than-timeline',
  ],
  'a shorter route': [
    `timeline: 1 hour\nsteps: [{ decision: Which?, routes: [{ when: rain, steps: [${step('2 hours')}] }, { otherwise: next }] }]`,
    'timeline-without-room',
  ],
  'the first of several lanes': [
    `timeline: 1 hour\nsteps: [{ join: any, parallel: [${step('1 hour')}, ${step('5 hours')}] }]`,
  ],
  'a sub-chain of known length': ['timeline: 1 week\nsteps: [{ chain: audit }]', 'longer-than-timeline'],
  'a window that opens late': [
    `timeline: 2 weeks\nphases: [{ phase: A, window: week 9, steps: [${step('1 day')}] }]`,
    'window-outside-timeline',
  ],
  'a window that says why': [
    `timeline: 2 weeks\nphases: [{ phase: A, window: week 9, because: it snows, steps: [{ skill: sre, do: It }] }]`,
  ],
  'work without an end': [
    `timeline: ongoing\nphases: [{ phase: A, window: year 9, steps: [${step('1 day')}] }]`,
  ],
  'a timeline that cannot be read': [
    `timeline: { estimate: 2 - 1 weeks }\nsteps: [${step('3 weeks')}]`,
    'reversed-range',
  ],
  'the day of an hour': [
    `timeline: { estimate: 2 hours, milestones: [{ window: day 1, what: A }] }\nsteps: [{ skill: sre, do: It }]`,
  ],
  'the day after': [
    `timeline: { estimate: 2 hours, milestones: [{ window: day 2, what: A }] }\nsteps: [{ skill: sre, do: It }]`,
    'window-outside-timeline',
  ],
  'windows that meet': [
    `timeline: ${milestones('window: day 2, what: A', 'window: days 1-2, what: B')}\nsteps: [{ skill: sre, do: It }]`,
  ],
  'windows of several units': [
    `timeline: ${milestones('window: week 2, what: A', 'window: day 3, what: B')}\nsteps: [{ skill: sre, do: It }]`,
    'windows-out-of-order',
  ],
  'a milestone called as nothing': [
    `timeline: ${milestones('window: hour 1, what: Roof')}\nsteps: [${step('2 hours')}]`,
  ],
  'a milestone called as a step': [
    `timeline: ${milestones('window: hour 1, what: mend the  Roof')}\nsteps: [${step('2-4 hours')}]`,
    'milestone-missed',
  ],
  'a milestone called as two steps': [
    `timeline: ${milestones('window: hour 1, what: Mend the roof')}\nsteps: [${step('2 hours', ', id: a')}, ${step('2 hours', ', id: b')}]`,
  ],
  'a milestone called as a step that may be left out': [
    `timeline: ${milestones('window: hour 1, what: Mend the roof')}\nsteps: [${step('2 hours', ', when: it leaks')}]`,
  ],
  'a milestone called as a parallel': [
    `timeline: ${milestones('window: hour 1, what: both')}\nsteps: [{ id: both, parallel: [${step('1 hour')}, ${step('2 hours')}] }]`,
    'milestone-missed',
  ],
  'a target for a step': [
    `steps: [${step('2 hours')}]\nsuccess: [Mend the roof within 90 minutes]`,
    'target-out-of-reach',
  ],
  'a target that is just met': [`steps: [${step('2 hours')}]\nsuccess: [Mend the roof <= 2 hours]`],
  'a target that is just missed': [
    `steps: [${step('2 hours')}]\nsuccess: [Mend the roof < 2 hours]`,
    'target-out-of-reach',
  ],
  'a target from another start': [
    `steps: [${step('2 hours')}]\nsuccess: [Mend the roof < 1 hour after the ladder came]`,
  ],
  'a target in one word': [
    'phases: [{ phase: Recovery, takes: 2 weeks, steps: [{ skill: sre, do: It }] }]\nsuccess: [Recovery < 1 hour]',
  ],
  'a target for the whole': [
    `steps: [${step('2 hours')}]\nsuccess: [{ metric: Duration of the whole chain, target: 10-60 min }]`,
    'target-out-of-reach',
  ],
  'a target for the title': [
    `steps: [${step('2 hours')}]\nsuccess: [{ metric: Time to mend a house, target: < 1 hour }]`,
  ],
  'a target for more': [
    `steps: [${step('2 hours')}]\nsuccess: [{ metric: Mend the roof, target: "> 1 hour" }]`,
  ],
  'a target in money': [
    `steps: [${step('2 hours')}]\nsuccess: [{ metric: Mend the roof, target: "< $100" }]`,
  ],
  'a step in a phase that says how long it takes': [
    `phases: [{ phase: A, takes: 1 day, steps: [${step('2 days')}, { skill: sre, do: It }] }]`,
    'step-longer-than-phase',
  ],
  'a lane that is given up': [
    `phases: [{ phase: A, takes: 1 day, steps: [{ join: any, parallel: [${step('2 days')}, { skill: sre, do: It }] }] }]`,
  ],
};

describe('times', () => {
  for (const [what, [text, ...expected]] of Object.entries(cases)) {
    test(what, async () => assert.deepEqual(await found(`${head}${text}\n`), expected));
  }

  test('a file that is broken says nothing of the times behind the break', async () => {
    const text = `${head}timeline: 1 hour\nsteps:\n  - ${step('2 hours')}\n  - { skill: sre, do: "It }\n`;
    assert.deepEqual(
      (await found(text)).filter(code => codes.some(each => each === code)),
      [],
    );
  });

  test('thousands of windows take no longer than their number', async () => {
    const windows = Array.from(
      { length: 2500 },
      (_, at) => `    - { window: day ${2500 - at}, what: Part ${at} }\n`,
    );
    const text = `${head}timeline:\n  estimate: 1 week\n  milestones:\n${windows.join('')}steps: [{ skill: sre, do: It }]\n`;
    const took = await costOfAwaiting(async () => {
      await found(text);
    });
    assert.ok(took < 6000, `${Math.round(took)} ms`);
  });
});
