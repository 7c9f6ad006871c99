import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSteps, type Step } from '../../client/src/commands/support/steps.ts';

interface State {
  readonly a?: string;
  readonly b?: string;
  readonly c?: string;
}

/** Answers in order; what was asked is kept with its place and with what the person said before. */
function script(answers: readonly (string | undefined)[]) {
  const asked: string[] = [];
  const left = [...answers];
  const step = (name: keyof State): Step<State> => ({
    isKnown: state => state[name] !== undefined,
    ask: async (state, { number, total, canGoBack }, before) => {
      asked.push(`${name} ${number}/${total}${canGoBack ? ' back' : ''} ${before?.[name] ?? ''}`.trim());
      const answer = left.shift();
      return answer === undefined || answer === 'back' ? answer : { ...state, [name]: answer };
    },
  });
  return { asked, steps: [step('a'), step('b'), step('c')] };
}

test('asks in order, and says where it stands', async () => {
  const { asked, steps } = script(['1', '2', '3']);
  assert.deepEqual(await runSteps(steps, {}), { a: '1', b: '2', c: '3' });
  assert.deepEqual(asked, ['a 1/3', 'b 2/3 back', 'c 3/3 back']);
});

test('leaves out what is known', async () => {
  const { asked, steps } = script(['1', '3']);
  assert.deepEqual(await runSteps(steps, { b: 'given' }), { a: '1', b: 'given', c: '3' });
  assert.deepEqual(asked, ['a 1/2', 'c 2/2 back']);
  assert.deepEqual(await runSteps(steps, { a: '1', b: '2', c: '3' }), { a: '1', b: '2', c: '3' });
});

test('goes back over what was not asked, and remembers what was said', async () => {
  const { asked, steps } = script(['1', 'back', '4', '3']);
  assert.deepEqual(await runSteps(steps, { b: 'given' }), { a: '4', b: 'given', c: '3' });
  assert.deepEqual(asked, ['a 1/2', 'c 2/2 back', 'a 1/2 1', 'c 2/2 back']);
});

test('goes back twice', async () => {
  const { asked, steps } = script(['1', '2', 'back', 'back', '1', '2', '3']);
  assert.deepEqual(await runSteps(steps, {}), { a: '1', b: '2', c: '3' });
  assert.deepEqual(asked.slice(2), ['c 3/3 back', 'b 2/3 back 2', 'a 1/3 1', 'b 2/3 back 2', 'c 3/3 back']);
});

test('ends with nothing where a person leaves, at each step', async () => {
  for (const answers of [[undefined], ['1', undefined], ['1', '2', undefined]]) {
    const { asked, steps } = script(answers);
    assert.equal(await runSteps(steps, {}), undefined);
    assert.equal(asked.length, answers.length);
  }
});
